import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/publish/http-status.ts
function statusOf(thrown) {
  const status = thrown instanceof Error && "status" in thrown ? thrown.status : void 0;
  return typeof status === "number" ? status : void 0;
}

export {
  statusOf
};
