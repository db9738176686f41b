import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/version.ts
var EFFICIENCY_GATE_VERSION = true ? "0.1.0" : "0.0.0-source";

export {
  EFFICIENCY_GATE_VERSION
};
