import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/render/fork-note.ts
function forkNote({ pullRequest }) {
  return pullRequest?.fork === true ? "Measured by a job that ran the fork's code: its samples are the fork's word. The verdicts were computed from them." : null;
}
var forkSuffix = (report) => forkNote(report) === null ? "" : " (a fork's own samples)";

export {
  forkNote,
  forkSuffix
};
