import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/process-group.ts
import { spawn } from "node:child_process";
var LIFELINE_FD = 3;
var WATCHED = `{ read -r _ <&${LIFELINE_FD}; kill -KILL 0; } >/dev/null 2>&1 & exec ${LIFELINE_FD}<&-; exec /bin/sh -c "$1"`;
function spawnShell(command, { cwd, env }) {
  const options = { cwd, env, detached: true, windowsHide: true };
  const child = process.platform === "win32" ? spawn(command, { ...options, shell: true }) : spawn("/bin/sh", ["-c", WATCHED, "sh", command], {
    ...options,
    stdio: ["pipe", "pipe", "pipe", "pipe"]
  });
  child.stdio[LIFELINE_FD]?.on("error", () => void 0);
  return child;
}
function killGroup(child) {
  if (child.pid === void 0) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}

export {
  spawnShell,
  killGroup
};
