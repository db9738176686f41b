import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/errors.ts
var EXIT = { passed: 0, failed: 1, misuse: 2, unmeasured: 3 };
var EXIT_OF_KIND = {
  /** The command line or an action input. */
  usage: EXIT.misuse,
  /** The configuration file. */
  config: EXIT.misuse,
  /** A file that is no usable ONNX model. */
  model: EXIT.misuse,
  /** The inputs that a model is to be fed. */
  input: EXIT.misuse,
  /** Git: refs, missing commits, LFS. */
  revision: EXIT.misuse,
  /** A report file that cannot be read. */
  report: EXIT.misuse,
  /** GitHub refused or could not be reached. */
  publish: EXIT.misuse,
  /** ONNX Runtime missing or not loadable. */
  runtime: EXIT.unmeasured,
  /** A command of the configuration, such as the build command, failed. */
  command: EXIT.unmeasured,
  /** A worker wanted more memory than it may have, or than there is. */
  "out-of-memory": EXIT.unmeasured,
  /** A worker did not answer in time, or used more of the processors than it may. */
  "time-out": EXIT.unmeasured,
  /** A worker's process ended by itself. */
  crash: EXIT.unmeasured,
  /** A worker answered what none says. */
  "protocol-error": EXIT.unmeasured,
  /** We failed on one model, and nobody but us can tell why. */
  defect: EXIT.misuse,
  /** Measuring was interrupted, did not fit its budget, or a benchmark failed. */
  measurement: EXIT.unmeasured
};
var FAILURE_KINDS = Object.keys(EXIT_OF_KIND);
function exitStatusOf(kind) {
  return EXIT_OF_KIND[kind];
}
var GateError = class extends Error {
  constructor(kind, message, next, options) {
    super(message, options);
    this.kind = kind;
    this.next = next;
  }
  kind;
  next;
  name = "GateError";
  get exitStatus() {
    return exitStatusOf(this.kind);
  }
};
function messageOf(thrown) {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
var SYSTEM_FAULTS = /* @__PURE__ */ new Map([
  ["ENOSPC", ["The disk is full", "Free space, or name a temporary folder with more room in TMPDIR."]],
  ["EDQUOT", ["The disk quota is used up", "Free space, or name a temporary folder elsewhere in TMPDIR."]],
  ["EROFS", ["A folder is read-only", "Name a temporary folder that can be written in TMPDIR."]],
  ["EACCES", ["Permission was denied", "Run as a user who may, or name another temporary folder in TMPDIR."]],
  ["EMFILE", ["Too many files are open", "Raise the limit of open files (ulimit -n)."]],
  ["ENFILE", ["Too many files are open on this machine", "End other programs, or raise the limit."]]
]);
function systemFailure(thrown) {
  const { code } = thrown instanceof Error ? thrown : {};
  const fault = SYSTEM_FAULTS.get(code ?? "");
  if (fault === void 0) return null;
  const [what, next] = fault;
  return new GateError("measurement", `${what}: ${messageOf(thrown)}.`, next, { cause: thrown });
}
function describeFailure(thrown) {
  const failure = thrown instanceof GateError ? thrown : systemFailure(thrown);
  if (failure !== null) {
    return { message: failure.message, next: failure.next, exitStatus: failure.exitStatus };
  }
  const { message, next } = defectOf(thrown);
  return { message, next, exitStatus: EXIT.misuse };
}
function defectOf(thrown) {
  return new GateError(
    "defect",
    `Unexpected: ${messageOf(thrown)}`,
    "This is a defect of efficiency-gate. Please report it with the command and the model, if you can share it.",
    { cause: thrown }
  );
}

export {
  EXIT,
  FAILURE_KINDS,
  exitStatusOf,
  GateError,
  messageOf,
  systemFailure,
  describeFailure,
  defectOf
};
