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

// src/measure/quotation.ts
var LONGEST = 80;
function quoted(name) {
  const plain = name.replace(new RegExp("\\p{C}", "gu"), "?");
  return `\`${plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain}\``;
}
function firstLine(text, longest = 300) {
  const line = (text.trim().split("\n")[0] ?? "").replace(new RegExp("\\p{C}", "gu"), " ").trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

// src/measure/tensor-types.ts
var LARGEST = Number.MAX_SAFE_INTEGER;
var integer = { kind: "integer" };
var float = { kind: "float" };
var TABLE = {
  float32: { ...float, onnx: 1, npy: "f4", bytes: 4, array: Float32Array },
  float64: { ...float, onnx: 11, npy: "f8", bytes: 8, array: Float64Array },
  float16: { ...float, onnx: 10, npy: "f2", bytes: 2, array: Uint16Array },
  int8: { ...integer, onnx: 3, npy: "i1", bytes: 1, array: Int8Array, bounds: [-(2 ** 7), 2 ** 7 - 1] },
  int16: { ...integer, onnx: 5, npy: "i2", bytes: 2, array: Int16Array, bounds: [-(2 ** 15), 2 ** 15 - 1] },
  int32: { ...integer, onnx: 6, npy: "i4", bytes: 4, array: Int32Array, bounds: [-(2 ** 31), 2 ** 31 - 1] },
  int64: { ...integer, onnx: 7, npy: "i8", bytes: 8, array: BigInt64Array, bounds: [-LARGEST, LARGEST] },
  uint8: { ...integer, onnx: 2, npy: "u1", bytes: 1, array: Uint8Array, bounds: [0, 2 ** 8 - 1] },
  uint16: { ...integer, onnx: 4, npy: "u2", bytes: 2, array: Uint16Array, bounds: [0, 2 ** 16 - 1] },
  uint32: { ...integer, onnx: 12, npy: "u4", bytes: 4, array: Uint32Array, bounds: [0, 2 ** 32 - 1] },
  uint64: { ...integer, onnx: 13, npy: "u8", bytes: 8, array: BigUint64Array, bounds: [0, LARGEST] },
  bool: { kind: "bool", onnx: 9, npy: "b1", bytes: 1, array: Uint8Array, bounds: [0, 1] },
  // A string costs at least a pointer and a header in the runtime.
  string: { kind: "string", onnx: 8, bytes: 32 }
};
var TENSOR_TYPES = Object.keys(TABLE);
function isTensorType(type) {
  return Object.hasOwn(TABLE, type);
}
function elementType(type) {
  return TABLE[type];
}
function findTensorType(fits) {
  return TENSOR_TYPES.find((type) => fits(TABLE[type]));
}
var MAX_FEED_BYTES = 2 ** 30;
function elementCount(shape) {
  return shape.reduce((product, size) => product * size, 1);
}

export {
  EXIT,
  FAILURE_KINDS,
  exitStatusOf,
  GateError,
  messageOf,
  systemFailure,
  describeFailure,
  defectOf,
  quoted,
  firstLine,
  TENSOR_TYPES,
  isTensorType,
  elementType,
  findTensorType,
  MAX_FEED_BYTES,
  elementCount
};
