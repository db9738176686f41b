import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  killGroup
} from "./chunk-UJMUDRG3.js";
import {
  CHANNEL_FD,
  LIFELINE_FD,
  LineCutter
} from "./chunk-25US6P5N.js";
import {
  NVIDIA_PROVIDERS,
  adviceFor
} from "./chunk-N4FG3KBG.js";
import {
  AttributeProtoSchema,
  GraphProtoSchema,
  ModelProtoSchema,
  NodeProtoSchema,
  TensorProtoSchema,
  ValueInfoProtoSchema,
  clone,
  create,
  fromBinary,
  readFeedFiles,
  toBinary
} from "./chunk-KPE7YBJ7.js";
import {
  MAX_FEED_BYTES,
  TENSOR_TYPES,
  elementCount,
  elementType,
  firstLine,
  isTensorType,
  quoted
} from "./chunk-SY7WQYOX.js";
import {
  agreementFiguresSchema
} from "./chunk-UQFMNVOT.js";
import {
  GateError,
  messageOf
} from "./chunk-K3FV7RGY.js";
import {
  blockSchema,
  warmUpSchema
} from "./chunk-PG4ETPPZ.js";
import {
  formatQuantity
} from "./chunk-75NMW4LC.js";
import {
  external_exports
} from "./chunk-ERHK3PZI.js";

// src/inspect.ts
import { mkdtemp, writeFile as writeFile2 } from "node:fs/promises";
import path5 from "node:path";

// src/measure/batch-dimension.ts
var NAMES_A_BATCH = /batch|^(n|b|bs)$/i;
var IMAGE_RANK = 4;
function batchedInput(inputs) {
  const named2 = inputs.find(({ shape: shape2 }) => {
    const leading = shape2?.[0];
    return typeof leading === "string" && NAMES_A_BATCH.test(leading);
  });
  return named2 ?? inputs.find(({ shape: shape2 }) => (shape2?.length ?? 0) >= IMAGE_RANK);
}
function withBatch(inputs, { dims, inputs: settings }, batch) {
  const leading = batchedInput(inputs)?.shape?.[0];
  if (typeof leading !== "string" || leading === "" || leading === "?") {
    throw new GateError(
      "input",
      leading === void 0 || typeof leading === "string" ? "no input has a named dynamic dimension that is its batch." : `the batch is fixed at ${leading}.`,
      "Export the model with a dynamic first dimension called batch."
    );
  }
  const fitted = inputs.map(({ name, shape: declared }) => {
    const given2 = Object.hasOwn(settings, name) ? settings[name] : void 0;
    if (given2?.shape === void 0) return [name, given2];
    const shape2 = given2.shape.map((size, axis) => declared?.[axis] === leading ? batch : size);
    return [name, { ...given2, shape: shape2 }];
  });
  return {
    dims: { ...dims, [leading]: batch },
    inputs: {
      ...settings,
      ...Object.fromEntries(fitted.flatMap(([name, given2]) => given2 === void 0 ? [] : [[name, given2]]))
    }
  };
}

// src/measure/fills.ts
var DEFAULT_INTEGERS = { low: 0, high: 1 };
function defaultFill(type) {
  switch (elementType(type).kind) {
    case "float":
      return { kind: "normal" };
    case "integer":
    case "bool":
      return { kind: "uniform", ...DEFAULT_INTEGERS };
    case "string":
      return { kind: "constant", value: "text" };
  }
}
function chosenFill(name, type, setting, files) {
  const { value, range, file } = setting;
  if ([value, range, file].filter((choice) => choice !== void 0).length > 1) {
    throw new GateError(
      "input",
      `input ${quoted(name)} is given more than one of value, range and file.`,
      "Keep one of them."
    );
  }
  const misfit = (what) => new GateError(
    "input",
    `input ${quoted(name)} is of type ${type}, which cannot hold ${what}.`,
    "Give what fits the type."
  );
  if (file !== void 0) {
    const { path: path9, type: held2 } = fileOf(file, files);
    if (held2 !== type) throw misfit(`the ${held2} tensor in ${file}`);
    return { kind: "file", path: path9, label: file };
  }
  if (range !== void 0) {
    const [low, high] = range;
    if (low > high) throw misfit(`a range from ${low} down to ${high}`);
    if (!holds(type, low) || !holds(type, high)) throw misfit(`the range from ${low} to ${high}`);
    return { kind: "uniform", low, high };
  }
  if (value === void 0) return void 0;
  if (!holds(type, value)) throw misfit(`the value ${JSON.stringify(value)}`);
  return { kind: "constant", value };
}
function holds(type, value) {
  const { kind, bounds } = elementType(type);
  if (kind === "string") return typeof value === "string";
  if (typeof value === "boolean") return kind === "bool";
  if (typeof value === "string") return false;
  return bounds === void 0 || Number.isInteger(value) && value >= bounds[0] && value <= bounds[1];
}
function fileOf(label, files) {
  const file = files.get(label);
  if (file === void 0) throw new TypeError(`tensor file ${label} was not read before planning`);
  return file;
}

// src/measure/input-shapes.ts
var UNNAMED = "?";
function resolveShapes(inputs, dims, given2) {
  const sizes = new Map(
    Object.entries(dims).map(([name, size]) => [
      name,
      { size, origin: `the setting of dimension ${quoted(name)}` }
    ])
  );
  for (const input of inputs) {
    const shape2 = given2.get(input.name);
    if (shape2 !== void 0) bind(input, shape2, sizes);
  }
  const warnings = /* @__PURE__ */ new Set();
  const shapes = new Map(
    inputs.map((input) => [
      input.name,
      given2.get(input.name)?.shape ?? substitute(input, sizes, (warning) => warnings.add(warning))
    ])
  );
  return { shapes, warnings: [...warnings] };
}
function dynamicName(dimension2) {
  if (typeof dimension2 === "string") return dimension2 === "" ? UNNAMED : dimension2;
  return dimension2 < 0 ? UNNAMED : void 0;
}
function bind(input, { shape: shape2, origin }, sizes) {
  if (input.shape === null) return;
  const disagreement = (detail) => new GateError(
    "input",
    `input ${quoted(input.name)} is declared as ${describeShape(input.shape)}, but ${origin} is ${describeShape(shape2)}${detail}.`,
    "Give a shape that keeps the fixed dimensions and changes only dynamic ones."
  );
  if (shape2.length !== input.shape.length) throw disagreement("");
  for (const [axis, dimension2] of input.shape.entries()) {
    const size = shape2[axis] ?? 0;
    const name = dynamicName(dimension2);
    if (name === void 0 && dimension2 !== size) throw disagreement("");
    if (name === void 0 || name === UNNAMED) continue;
    const bound2 = sizes.get(name);
    if (bound2 !== void 0 && bound2.size !== size) {
      throw disagreement(`, and ${bound2.origin} says that ${quoted(name)} is ${bound2.size}`);
    }
    sizes.set(name, bound2 ?? { size, origin: `${origin} of input ${quoted(input.name)}` });
  }
}
function substitute(input, sizes, warn) {
  const { name, shape: shape2 } = input;
  if (shape2 === null) {
    throw new GateError(
      "input",
      `input ${quoted(name)} declares no shape at all.`,
      `Give one in the configuration: inputs: {${JSON.stringify(name)}: {shape: [...]}}.`
    );
  }
  return shape2.map((dimension2, axis) => {
    const dynamic = dynamicName(dimension2);
    if (dynamic === void 0) return Number(dimension2);
    const size = sizes.get(dynamic)?.size;
    if (size !== void 0) return size;
    if (dynamic === UNNAMED) {
      warn(
        `dimension ${axis} of input ${quoted(name)} ${describeShape(shape2)} has no name and is set by nobody: 1 is used; set the input's shape in the configuration`
      );
    } else {
      warn(
        `dimension ${quoted(dynamic)} of input ${quoted(name)} is set by nobody: 1 is used; set it with --dim ${dynamic}=N or under dims in the configuration`
      );
    }
    return 1;
  });
}
function describeShape(shape2) {
  if (shape2 === null) return "of unknown shape";
  return `[${shape2.map((dimension2) => dynamicName(dimension2) ?? dimension2).join(", ")}]`;
}

// src/measure/inputs.ts
function planFeeds(inputs, settings, files = /* @__PURE__ */ new Map()) {
  const settingOf = new Map(Object.entries(settings.inputs));
  const given2 = new Map(
    inputs.flatMap(({ name }) => {
      const shape2 = givenShape(name, settingOf.get(name) ?? {}, files);
      return shape2 === void 0 ? [] : [[name, shape2]];
    })
  );
  const { shapes, warnings } = resolveShapes(inputs, settings.dims, given2);
  const defaults = [];
  const feeds = inputs.map((input) => {
    const { name } = input;
    const type = supportedType(input);
    const setting = settingOf.get(name) ?? {};
    const chosen = chosenFill(name, type, setting, files);
    if (chosen === void 0 && elementType(type).kind === "integer") {
      defaults.push(
        `integer input ${quoted(name)} is set by nobody: ${DEFAULT_INTEGERS.low} to ${DEFAULT_INTEGERS.high} is used; set its value or range in the configuration if the model's work depends on it`
      );
    }
    return { name, type, shape: shapes.get(name) ?? [], fill: chosen ?? defaultFill(type) };
  });
  refuseTooLarge(feeds);
  return { feeds, batch: batchOf(inputs, feeds), warnings: [...warnings, ...defaults] };
}
function givenShape(name, setting, files) {
  const file = setting.file === void 0 ? void 0 : fileOf(setting.file, files);
  if (file === void 0) return setting.shape && { shape: setting.shape, origin: "the given shape" };
  if (setting.shape !== void 0 && describeShape(setting.shape) !== describeShape(file.shape)) {
    throw new GateError(
      "input",
      `input ${quoted(name)} is given the shape ${describeShape(setting.shape)}, but ${setting.file ?? ""} holds ${describeShape(file.shape)}.`,
      "Leave out the shape: the file has one."
    );
  }
  return { shape: file.shape, origin: `the tensor in ${setting.file ?? ""}` };
}
function supportedType({ name, type }) {
  if (isTensorType(type)) return type;
  throw new GateError(
    "input",
    `input ${quoted(name)} is of type ${quoted(type)}, which ONNX Runtime does not take from Node.`,
    `Export the model with inputs of one of these types: ${TENSOR_TYPES.join(", ")}.`
  );
}
function refuseTooLarge(feeds) {
  let bytes = 0;
  for (const { name, type, shape: shape2 } of feeds) {
    bytes += elementCount(shape2) * elementType(type).bytes;
    if (bytes > MAX_FEED_BYTES) {
      throw new GateError(
        "input",
        `input ${quoted(name)} of shape ${describeShape(shape2)} makes the inputs larger than ${MAX_FEED_BYTES / 2 ** 20} MiB.`,
        "Set smaller dimensions."
      );
    }
  }
}
function batchOf(inputs, feeds) {
  const at = inputs.findIndex((input) => input === batchedInput(inputs));
  return Math.max(1, feeds[at]?.shape[0] ?? 1);
}

// src/measure/outcome.ts
var HEAP_EXHAUSTED = /out of memory|bad_alloc|cannot allocate memory|allocation failed|failed to allocate/i;
var NOT_STARTED = /* @__PURE__ */ new Set([126, 127]);
function classifyExit({ code, signal }, stderr, cpuS) {
  const started = !NOT_STARTED.has(code);
  const exit = signal !== null ? `signal ${signal}` : started ? `exit code ${code ?? "unknown"}` : "not started";
  if (signal === "SIGXCPU") return { status: "time-out", afterS: cpuS, of: "CPU time" };
  if (signal === "SIGKILL" || HEAP_EXHAUSTED.test(stderr)) return { status: "out-of-memory", exit };
  return { status: "crash", exit, lastWords: firstLine(stderr.trim().split("\n").at(-1) ?? "") };
}
function valueOf(outcome, task) {
  if (outcome.status === "ok") return outcome.value;
  throw failureOf(outcome, task);
}
var MORE_MEMORY = "Give it smaller inputs, raise worker-memory in the configuration, or use a machine with more memory.";
function failureOf(outcome, task) {
  const subject = task.model === null ? "the worker" : quoted(task.model);
  const failure = (kind, what, next) => new GateError(kind, `${subject} ${what}.`, next);
  switch (outcome.status) {
    case "refused":
      return refusal(outcome.failure, task, subject);
    case "time-out":
      return failure(
        "time-out",
        outcome.of === void 0 ? `did not answer within ${outcome.afterS} s and was killed` : `used more than ${outcome.afterS} s of ${outcome.of} and was killed`,
        "Check the model for a loop that does not end, or give it smaller inputs; a small budget shortens the wait."
      );
    case "crash":
      return failure(
        "crash",
        `crashed ONNX Runtime's process (${outcome.exit}${outcome.lastWords === "" ? "" : `: ${outcome.lastWords}`})`,
        "Run the model with ONNX Runtime alone to see why."
      );
    case "out-of-memory":
      return failure(
        "out-of-memory",
        outcome.limitBytes === void 0 ? `was ended for want of memory (${outcome.exit})` : `took more than the ${formatQuantity(outcome.limitBytes, "bytes")} of memory that a worker may have and was killed`,
        MORE_MEMORY
      );
    case "protocol-error":
      return failure(
        "protocol-error",
        `made its process answer what no worker says (${outcome.detail})`,
        "Run the model with ONNX Runtime alone; if it does well there, report this."
      );
    case "cancelled":
      return failure("measurement", "was being measured when it was interrupted", "Run it again.");
  }
}
function refusal({ cause, message }, { model, modelPath, provider = "cpu" }, subject) {
  const said = model === null || modelPath === null ? message : message.replaceAll(modelPath, model);
  const sentence = `${said.replace(/\.$/, "")}.`;
  switch (cause) {
    case "model":
      return new GateError(
        "model",
        `ONNX Runtime refuses ${subject}: ${sentence}`,
        "Check or export the model again."
      );
    case "input":
      return new GateError(
        "input",
        `${subject} cannot be fed: ${sentence}`,
        "Set the inputs' shapes and values in the configuration, or with --dim and --input."
      );
    case "runtime":
      return new GateError(
        "runtime",
        `ONNX Runtime cannot be used: ${sentence}`,
        "Install onnxruntime-node for this platform beside efficiency-gate."
      );
    case "provider":
      return new GateError(
        "measurement",
        `The provider ${provider} cannot start for ${subject}, and nothing was run on another in its place: ${sentence}`,
        adviceFor(provider)
      );
    case "memory":
      return new GateError(
        "out-of-memory",
        `${subject} needs more memory than there is, or than a worker may have: ${sentence}`,
        MORE_MEMORY
      );
  }
}

// src/measure/probe.ts
async function inferValues(executor, modelPath, label) {
  return (await askOnce(executor, "infer", { modelPath }, modelPath, label)).outputs;
}
async function profileRun(executor, subject, label) {
  return (await askOnce(executor, "profile", subject, subject.modelPath, label)).kernels;
}
function traceRuns(executor, runs, label) {
  return askOnce(executor, "operators", runs, runs.modelPath, label);
}
async function askOnce(executor, op, asked, modelPath, model) {
  const worker = await executor.launch();
  try {
    const provider = "session" in asked ? asked.session.provider : "cpu";
    return valueOf(await worker.request(op, asked), { model, modelPath, provider });
  } finally {
    await worker.close();
  }
}

// src/onnx/format-fault.ts
var FormatFault = class extends Error {
  /** @param message What is wrong, as the end of a sentence that begins with the file's name. */
  constructor(kind, message) {
    super(message);
    this.kind = kind;
  }
  kind;
  name = "FormatFault";
};
var QUOTED_CHARACTERS = 80;
function quote(name) {
  const printable = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, "?");
  return `"${printable.length > QUOTED_CHARACTERS ? `${printable.slice(0, QUOTED_CHARACTERS)}...` : printable}"`;
}
function exact(value, what) {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new FormatFault("invalid", `has ${what} of ${value}, beyond 2^53`);
  return number;
}
function product(dims, what) {
  const elements2 = dims.reduce((all2, dim) => all2 * dim, 1);
  if (!Number.isSafeInteger(elements2))
    throw new FormatFault("invalid", `has ${what} of more than 2^53 elements`);
  return elements2;
}

// src/onnx/model-error.ts
var NEXT = {
  foreign: "Give the path of an .onnx file.",
  "lfs pointer": "Fetch the model with git lfs pull (in a workflow: actions/checkout with lfs: true).",
  truncated: "Copy or download the file again; its end is missing.",
  damaged: "Copy or export the model again.",
  "too large": "Store the weights as tensors or external data, not in text or attributes.",
  invalid: "Export the model again and check it with onnx.checker."
};
function modelError(file, fault) {
  return new GateError("model", `${file} ${fault.message}.`, NEXT[fault.kind], { cause: fault });
}

// src/onnx/dataflow.ts
var FOUND = /* @__PURE__ */ new WeakMap();
function dataflowOf(graph) {
  const found2 = FOUND.get(graph) ?? findDataflow(graph);
  FOUND.set(graph, found2);
  return found2;
}
function refuseCycles(graph) {
  for (const { bodies } of dataflowOf(graph).order) for (const body of bodies) refuseCycles(body);
}
function findDataflow(graph) {
  const others = /* @__PURE__ */ new Map();
  for (const node of graph.nodes) {
    const reads = readsOf(node);
    if (reads !== node.inputs) others.set(node, reads);
  }
  const readBy = (node) => (others.size > 0 ? others.get(node) : void 0) ?? node.inputs;
  return { graph, order: ordered(graph, readBy), reads: readBy };
}
function readsOf({ inputs, bodies }) {
  if (bodies.length === 0 && areDistinct(inputs)) return inputs;
  const names = new Set(inputs);
  for (const body of bodies) for (const name of captured(body)) names.add(name);
  names.delete("");
  return [...names];
}
function areDistinct(names) {
  return names.length <= FEW && names.every((name, index) => name !== "" && names.indexOf(name) === index);
}
var FEW = 8;
function captured({ inputs, outputs, nodes }) {
  const names = new Set(outputs);
  for (const node of nodes) for (const name of readsOf(node)) names.add(name);
  for (const name of inputs) names.delete(name);
  for (const node of nodes) for (const name of node.outputs) names.delete(name);
  return names;
}
function ordered({ nodes }, reads) {
  const producers = /* @__PURE__ */ new Map();
  for (const node of nodes) for (const name of node.outputs) producers.set(name, node);
  if (isOrdered(nodes, reads, producers)) return nodes;
  const waiting = /* @__PURE__ */ new Map();
  const readers = /* @__PURE__ */ new Map();
  for (const node of nodes) {
    const before2 = new Set(reads(node).flatMap((name) => producers.get(name) ?? []));
    waiting.set(node, before2.size);
    for (const each2 of before2) readers.set(each2, [...readers.get(each2) ?? [], node]);
  }
  const ready = nodes.filter((node) => waiting.get(node) === 0);
  for (const node of ready) {
    for (const reader of readers.get(node) ?? []) {
      const left = (waiting.get(reader) ?? 0) - 1;
      waiting.set(reader, left);
      if (left === 0) ready.push(reader);
    }
  }
  if (ready.length < nodes.length) throw new FormatFault("invalid", "has nodes that wait for each other");
  return ready;
}
function isOrdered(nodes, reads, producers) {
  const done = /* @__PURE__ */ new Set();
  return nodes.every((node) => {
    const can = reads(node).every((name) => {
      const producer = producers.get(name);
      return producer === void 0 || done.has(producer);
    });
    done.add(node);
    return can;
  });
}

// src/onnx/element-types.ts
var TYPES = [
  { code: 1, name: "float32", bits: 32, class: "floating" },
  { code: 2, name: "uint8", bits: 8, class: "quantised" },
  { code: 3, name: "int8", bits: 8, class: "quantised" },
  { code: 4, name: "uint16", bits: 16, class: "quantised" },
  { code: 5, name: "int16", bits: 16, class: "quantised" },
  { code: 6, name: "int32", bits: 32, class: "integer" },
  { code: 7, name: "int64", bits: 64, class: "other" },
  { code: 8, name: "string", bits: 0, class: "other" },
  { code: 9, name: "bool", bits: 8, class: "other" },
  { code: 10, name: "float16", bits: 16, class: "floating" },
  { code: 11, name: "float64", bits: 64, class: "floating" },
  { code: 12, name: "uint32", bits: 32, class: "other" },
  { code: 13, name: "uint64", bits: 64, class: "other" },
  { code: 14, name: "complex64", bits: 64, class: "floating" },
  { code: 15, name: "complex128", bits: 128, class: "floating" },
  { code: 16, name: "bfloat16", bits: 16, class: "floating" },
  { code: 17, name: "float8e4m3fn", bits: 8, class: "floating" },
  { code: 18, name: "float8e4m3fnuz", bits: 8, class: "floating" },
  { code: 19, name: "float8e5m2", bits: 8, class: "floating" },
  { code: 20, name: "float8e5m2fnuz", bits: 8, class: "floating" },
  { code: 21, name: "uint4", bits: 4, class: "quantised" },
  { code: 22, name: "int4", bits: 4, class: "quantised" },
  { code: 23, name: "float4e2m1", bits: 4, class: "floating" },
  { code: 24, name: "float8e8m0", bits: 8, class: "floating" },
  { code: 25, name: "uint2", bits: 2, class: "quantised" },
  { code: 26, name: "int2", bits: 2, class: "quantised" }
];
var BY_CODE = new Map(TYPES.map((type) => [type.code, type]));
function elementType2(code) {
  return BY_CODE.get(code) ?? { code, name: `type ${code}`, bits: 0, class: "other" };
}
var ALIASES = { float: "float32", double: "float64" };
var BY_NAME = new Map(TYPES.map((type) => [type.name, type]));
function elementTypeNamed(name) {
  return BY_NAME.get(ALIASES[name] ?? name);
}
var FLOAT32 = 1;
var INT64 = 7;
var STRING = 8;
var INT32 = 6;
var UNLISTABLE = /* @__PURE__ */ new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26]);
function isListable(code) {
  return !UNLISTABLE.has(code);
}
function isIndex(code) {
  return code === INT64 || code === INT32;
}

// src/onnx/operators/rule.ts
var OpenShape = class extends Error {
  constructor(value) {
    super(`the shape of ${value} is open`);
    this.value = value;
  }
  value;
  name = "OpenShape";
};
function elements(shape2) {
  return shape2.reduce((all2, dim) => all2 * dim, 1);
}
function dimension(shape2, axis) {
  return shape2.at(axis) ?? 1;
}
function all(names, rule) {
  return Object.fromEntries(
    names.trim().split(/\s+/).map((name) => [name, rule])
  );
}

// src/onnx/execution.ts
function executionOf(node, shapeOf2, constants2) {
  return new ExecutedNode(node, shapeOf2, constants2);
}
var ExecutedNode = class {
  constructor(node, shapeOf2, constants2) {
    this.node = node;
    this.shapeOf = shapeOf2;
    this.constants = constants2;
  }
  node;
  shapeOf;
  constants;
  input(index) {
    return this.#shape(this.node.inputs[index], "operand", index);
  }
  output(index) {
    return this.#shape(this.node.outputs[index], "result", index);
  }
  has(index) {
    return (this.node.inputs[index] ?? "") !== "";
  }
  writes(index) {
    return (this.node.outputs[index] ?? "") !== "";
  }
  values(index) {
    return this.constants.get(this.node.inputs[index] ?? "")?.integers ?? void 0;
  }
  get operands() {
    return this.node.inputs.filter((name) => name !== "").length;
  }
  integer(name, otherwise) {
    return Number(this.#attribute(name)?.i ?? otherwise);
  }
  integers(name) {
    return this.#attribute(name)?.ints.map(Number);
  }
  text(name, otherwise) {
    const bytes = this.#attribute(name)?.s;
    return bytes === void 0 ? otherwise : new TextDecoder().decode(bytes);
  }
  real(name, otherwise) {
    return this.#attribute(name)?.f ?? otherwise;
  }
  reals(name) {
    return this.#attribute(name)?.floats.length ?? 0;
  }
  #attribute(name) {
    return this.node.attributes.find((each2) => each2.name === name);
  }
  #shape(name = "", kind, index) {
    const known = name === "" ? void 0 : this.shapeOf(name);
    if (known === void 0) throw new OpenShape(name === "" ? `${kind} ${index}` : quote(name));
    return known;
  }
};

// src/onnx/byte-source.ts
var WINDOW_BYTES = 64 * 1024;
var ByteSource = class {
  /** @param size Bytes of the file. */
  constructor(size, readAt) {
    this.size = size;
    this.readAt = readAt;
  }
  size;
  readAt;
  #window = new Uint8Array(WINDOW_BYTES);
  #start = 0;
  #end = 0;
  /** One byte; undefined at or beyond the end. */
  byteAt(position) {
    if (position < this.#start || position >= this.#end) this.#moveTo(position);
    return this.#window[position - this.#start];
  }
  /** Copies `target.length` bytes from a position; false when the file ends before. */
  copyTo(target, position) {
    if (position >= this.#start && position + target.length <= this.#end) {
      const from = position - this.#start;
      target.set(this.#window.subarray(from, from + target.length));
      return true;
    }
    let done = 0;
    while (done < target.length) {
      const read = this.readAt(target.subarray(done), position + done);
      if (read === 0) return false;
      done += read;
    }
    return true;
  }
  #moveTo(position) {
    this.#start = position;
    this.#end = position + this.readAt(this.#window, position);
    this.#window.fill(0, this.#end - this.#start);
    if (this.#end === position) this.#start = this.#end = 0;
  }
};

// src/onnx/growing-buffer.ts
var RESERVED = 5;
var INITIAL_BYTES = 64 * 1024;
var GrowingBuffer = class {
  /** @param limit The most bytes that may be written. */
  constructor(limit) {
    this.limit = limit;
  }
  limit;
  #bytes = new Uint8Array(INITIAL_BYTES);
  #length = 0;
  /** Makes room for so many bytes, to be filled by the caller. */
  claim(count) {
    const start2 = this.#length;
    const needed2 = start2 + count;
    if (needed2 > this.limit) {
      throw new FormatFault(
        "too large",
        `describes a graph of more than ${this.limit / 2 ** 20} MiB without its weights`
      );
    }
    if (needed2 > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(needed2, 2 * this.#bytes.length));
      grown.set(this.#bytes.subarray(0, start2));
      this.#bytes = grown;
    }
    this.#length = needed2;
    return this.#bytes.subarray(start2, needed2);
  }
  append(bytes) {
    this.claim(bytes.length).set(bytes);
  }
  varint(value) {
    const room = [];
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) room.push(rest % 128 | 128);
    room.push(rest);
    this.claim(room.length).set(room);
  }
  /** Begins a length-delimited field; returns the mark to close it with. */
  open() {
    this.claim(RESERVED);
    return this.#length;
  }
  close(mark) {
    let rest = this.#length - mark;
    for (let index = mark - RESERVED; index < mark; index++) {
      this.#bytes[index] = rest & 127 | (index < mark - 1 ? 128 : 0);
      rest >>>= 7;
    }
  }
  finish() {
    return this.#bytes.subarray(0, this.#length);
  }
};

// src/onnx/wire.ts
var WIRE = { varint: 0, fixed64: 1, delimited: 2, fixed32: 5 };
var LONGEST_VARINT = 10;
var WireCursor = class {
  constructor(source) {
    this.source = source;
  }
  source;
  position = 0;
  /** The next field of a message that ends at `end`. The cursor stays at its content. */
  next(end) {
    const start2 = this.position;
    const tag = this.varint(end);
    const wire = tag % 8;
    const number = Math.floor(tag / 8);
    const length = this.#lengthOf(wire, end, start2);
    const content = this.position;
    if (length > end - content) throw this.#tooShort(end, content, length);
    return { number, wire, start: start2, content, end: content + length };
  }
  /** A varint as a number; what exceeds 2^53 is not exact, only too large. */
  varint(end) {
    let value = 0;
    let scale = 1;
    for (let read = 0; read < LONGEST_VARINT; read++, scale *= 128) {
      const byte = this.position < end ? this.source.byteAt(this.position) : void 0;
      if (byte === void 0) throw this.#tooShort(end, this.position, 1);
      this.position++;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
    throw this.#endless();
  }
  /** The low 32 bits of a varint: negative numbers are written as 64 bits. */
  int32(end) {
    let bits = 0;
    for (let read = 0; read < LONGEST_VARINT; read++) {
      const byte = this.position < end ? this.source.byteAt(this.position) : void 0;
      if (byte === void 0) throw this.#tooShort(end, this.position, 1);
      this.position++;
      if (read < 5) bits |= (byte & 127) << 7 * read;
      if (byte < 128) return bits;
    }
    throw this.#endless();
  }
  #endless() {
    const start2 = this.position - LONGEST_VARINT;
    return new FormatFault("damaged", `is damaged: the number at byte ${start2} does not end`);
  }
  #lengthOf(wire, end, start2) {
    switch (wire) {
      case WIRE.varint: {
        const before2 = this.position;
        this.varint(end);
        const length = this.position - before2;
        this.position = before2;
        return length;
      }
      case WIRE.fixed64:
        return 8;
      case WIRE.delimited:
        return this.varint(end);
      case WIRE.fixed32:
        return 4;
      default:
        throw new FormatFault("damaged", `is damaged: byte ${start2} begins no field of a message`);
    }
  }
  #tooShort(end, position, wanted) {
    const left = Math.max(0, end - position);
    return end >= this.source.size ? new FormatFault(
      "truncated",
      `is truncated: at byte ${position} it announces ${wanted} bytes, and ${left} are left`
    ) : new FormatFault(
      "damaged",
      `is damaged: at byte ${position} a field of ${wanted} bytes lies in a message with ${left} left`
    );
  }
};

// src/onnx/lean-copy.ts
var INLINE_BYTES = 4096;
var IN_MODEL_FILE = 2;
var LEAN_LIMIT = 512 * 2 ** 20;
var DEEPEST = 200;
var MOST_PARTS = 2 ** 23;
var LONGEST_NAME = 2 ** 16;
var MOST_NODES = 3e5;
var BYTES_PER_PART = { nested: 2, packed: 4 };
var TREATMENTS = {
  model: /* @__PURE__ */ new Map([
    [2, "name"],
    [3, "name"],
    [4, "name"],
    [6, "drop"],
    [7, "graph"],
    [14, "drop"],
    [20, "drop"],
    [25, "function"],
    [26, "drop"]
  ]),
  graph: /* @__PURE__ */ new Map([
    [1, "node"],
    [2, "name"],
    [5, "tensor"],
    [10, "drop"],
    [13, "drop"],
    [14, "drop"],
    [15, "sparse"],
    [16, "drop"]
  ]),
  function: /* @__PURE__ */ new Map([
    [1, "name"],
    [4, "name"],
    [5, "name"],
    [6, "name"],
    [7, "node"],
    [8, "drop"],
    [10, "name"],
    [11, "attribute"],
    [12, "drop"],
    [13, "name"],
    [14, "drop"]
  ]),
  node: /* @__PURE__ */ new Map([
    [1, "name"],
    [2, "name"],
    [3, "name"],
    [4, "name"],
    [5, "attribute"],
    [6, "drop"],
    [7, "name"],
    [8, "name"],
    [9, "drop"],
    [10, "drop"]
  ]),
  attribute: /* @__PURE__ */ new Map([
    [1, "name"],
    [4, "text"],
    [5, "tensor"],
    [6, "graph"],
    [7, "packed"],
    [8, "packed"],
    [9, "text"],
    [10, "tensor"],
    [11, "graph"],
    [13, "drop"],
    [21, "name"],
    [22, "sparse"],
    [23, "sparse"]
  ]),
  sparse: /* @__PURE__ */ new Map([
    [1, "tensor"],
    [2, "tensor"]
  ]),
  tensor: /* @__PURE__ */ new Map([
    [1, "packed"],
    [4, "bytes"],
    [5, "varints"],
    [6, "text"],
    [7, "varints"],
    [8, "name"],
    [9, "bytes"],
    [10, "bytes"],
    [11, "varints"],
    [12, "drop"],
    [16, "drop"]
  ])
};
var MODEL_FIELDS = new Map([
  ...[1, 5].map((number) => [number, WIRE.varint]),
  ...[2, 3, 4, 6, 7, 8, 14, 20, 25, 26].map((number) => [number, WIRE.delimited])
]);
var TENSOR_FIELD = { externalData: 13, dataLocation: 14 };
function leanCopy(size, readAt) {
  const copier = new Copier(new WireCursor(new ByteSource(size, readAt)));
  copier.message("model", size, 0);
  return copier.out.finish();
}
var Copier = class {
  constructor(cursor) {
    this.cursor = cursor;
  }
  cursor;
  out = new GrowingBuffer(LEAN_LIMIT);
  #parts = 0;
  #nodes = 0;
  message(kind, end, depth) {
    if (depth > DEEPEST) throw new FormatFault("invalid", "nests its graphs too deeply");
    if (kind === "tensor") {
      this.tensor(end);
      return;
    }
    while (this.cursor.position < end) {
      const field = this.cursor.next(end);
      if (kind === "model") refuseForeign(field);
      const treatment = field.wire === WIRE.delimited ? TREATMENTS[kind].get(field.number) : void 0;
      this.count(field, treatment);
      if (isMessage(treatment)) this.nested(field, treatment, depth);
      else if (treatment !== "drop") this.keep(field);
      this.cursor.position = field.end;
    }
  }
  /** What a field will be once it is decoded, at most. */
  count({ content, end, wire }, treatment) {
    if (treatment === "node" && ++this.#nodes > MOST_NODES)
      throw new FormatFault("too large", `has more than ${MOST_NODES} nodes`);
    if (treatment === "name" && end - content > LONGEST_NAME) throw nameTooLong(end - content);
    this.#parts += 1;
    if (wire === WIRE.delimited && treatment === void 0)
      this.#parts += (end - content) / BYTES_PER_PART.nested;
    if (treatment === "packed") this.#parts += (end - content) / BYTES_PER_PART.packed;
    if (this.#parts <= MOST_PARTS) return;
    throw new FormatFault(
      "too large",
      `describes a graph of more than ${MOST_PARTS} nodes, names, attributes and dimensions together`
    );
  }
  nested(field, kind, depth) {
    this.tag(field.number, WIRE.delimited);
    const mark = this.out.open();
    this.message(kind, field.end, depth + 1);
    this.out.close(mark);
  }
  tensor(end) {
    let payloads = 0;
    let outside;
    let location = 0;
    while (this.cursor.position < end) {
      const field = this.cursor.next(end);
      const treatment = field.wire === WIRE.delimited ? TREATMENTS.tensor.get(field.number) : void 0;
      this.count(field, treatment);
      if (treatment === "bytes" || treatment === "varints") payloads++;
      if (field.number === TENSOR_FIELD.dataLocation && field.wire === WIRE.varint) {
        location = this.cursor.varint(end);
      } else if (treatment !== "drop") {
        const payload = treatment === "bytes" || treatment === "varints";
        if (payload && field.end - field.content > INLINE_BYTES) outside = { field, encoding: treatment };
        else this.keep(field);
      }
      this.cursor.position = field.end;
    }
    if (location > 1)
      throw new FormatFault("invalid", `has a tensor with the unknown data location ${location}`);
    if (outside === void 0) {
      this.dataLocation(location);
      return;
    }
    if (payloads > 1 || location !== 0)
      throw new FormatFault("invalid", "has a tensor whose data lies in several places");
    this.pointer(outside.field, outside.encoding);
  }
  pointer({ content, end }, encoding) {
    this.entry("offset", String(content));
    this.entry("length", String(end - content));
    this.entry("encoding", encoding);
    this.dataLocation(IN_MODEL_FILE);
  }
  /** A StringStringEntryProto of `external_data`. */
  entry(key, value) {
    this.tag(TENSOR_FIELD.externalData, WIRE.delimited);
    const mark = this.out.open();
    for (const [index, text] of [key, value].entries()) {
      this.tag(index + 1, WIRE.delimited);
      const bytes = new TextEncoder().encode(text);
      this.out.varint(bytes.length);
      this.out.append(bytes);
    }
    this.out.close(mark);
  }
  dataLocation(value) {
    if (value === 0) return;
    this.tag(TENSOR_FIELD.dataLocation, WIRE.varint);
    this.out.varint(value);
  }
  tag(number, wire) {
    this.out.varint(number * 8 + wire);
  }
  keep({ start: start2, end }) {
    if (!this.cursor.source.copyTo(this.out.claim(end - start2), start2)) {
      throw new FormatFault("truncated", `is truncated: it ended at byte ${end} while it was read`);
    }
  }
};
function refuseLongName({ length }) {
  if (length > LONGEST_NAME) throw nameTooLong(length);
}
var nameTooLong = (length) => new FormatFault("too large", `has a name of ${length} characters; at most ${LONGEST_NAME} are taken`);
function isMessage(treatment) {
  return treatment !== void 0 && treatment in TREATMENTS;
}
function refuseForeign({ number, wire, start: start2 }) {
  const known = MODEL_FIELDS.get(number);
  if (known === wire || known === void 0 && start2 > 0) return;
  throw new FormatFault("foreign", `is not an ONNX model: byte ${start2} begins no field of one`);
}

// src/onnx/tensor.ts
var EXTERNAL = 1;
function constantOf(name, tensor) {
  const dims = dimsOf(name, tensor.dims);
  const stored = storedBytes(tensor);
  if (stored !== void 0) refuseMisfit(tensor, stored);
  return {
    name,
    type: elementType2(tensor.dataType),
    dims,
    elements: product(dims, `a tensor ${quote(name)}`),
    integers: integersOf(tensor),
    values: { kind: "tensor", tensor }
  };
}
function sparseConstantOf(name, sparse) {
  const dims = dimsOf(name, sparse.dims);
  return {
    name,
    type: elementType2(sparse.values?.dataType ?? 0),
    dims,
    elements: product(dims, `a tensor ${quote(name)}`),
    integers: null,
    values: { kind: "sparse", tensor: sparse.values }
  };
}
var MOST_DIMENSIONS = 64;
function dimsOf(name, dims) {
  refuseRank(dims.length, `the tensor ${quote(name)}`);
  return dims.map((dim) => {
    const size = exact(dim, `a dimension of ${quote(name)}`);
    if (size < 0)
      throw new FormatFault("invalid", `has the negative dimension ${size} in tensor ${quote(name)}`);
    return size;
  });
}
function refuseRank(rank, what) {
  if (rank > MOST_DIMENSIONS)
    throw new FormatFault(
      "invalid",
      `has ${rank} dimensions in ${what}; at most ${MOST_DIMENSIONS} are taken`
    );
}
function integersOf(tensor) {
  if (!isIndex(tensor.dataType) || tensor.dataLocation !== 0) return null;
  const { rawData, int64Data, int32Data } = tensor;
  if (rawData.length === 0) return tensor.dataType === INT64 ? int64Data.map(Number) : int32Data;
  const view = new DataView(rawData.buffer, rawData.byteOffset, rawData.byteLength);
  const width = tensor.dataType === INT64 ? 8 : 4;
  return Array.from(
    { length: Math.floor(rawData.length / width) },
    (_, index) => width === 8 ? Number(view.getBigInt64(index * width, true)) : view.getInt32(index * width, true)
  );
}
function payloadBytes({ name, dims, dataType }) {
  const { bits } = elementType2(dataType);
  const elements2 = product(dimsOf(name, dims), `a tensor ${quote(name)}`);
  return bits === 0 ? void 0 : Math.ceil(elements2 * bits / 8);
}
function refuseMisfit(tensor, bytes) {
  const expected = payloadBytes(tensor);
  if (expected === void 0 || expected === bytes) return;
  throw new FormatFault(
    "invalid",
    `has ${bytes} bytes of data for the tensor ${quote(tensor.name)}, whose dimensions take ${expected}`
  );
}
function isLarge(tensor) {
  if (tensor.dataLocation !== 0) return true;
  const { rawData, floatData, int32Data, int64Data, doubleData, uint64Data } = tensor;
  const values = floatData.length + int32Data.length + int64Data.length + doubleData.length + uint64Data.length;
  return rawData.length > INLINE_BYTES || values > INLINE_BYTES;
}
function pointerOf(tensor) {
  if (tensor.dataLocation !== IN_MODEL_FILE) return void 0;
  const entries = entriesOf(tensor);
  return {
    offset: Number(entries.get("offset")),
    length: Number(entries.get("length")),
    encoding: entries.get("encoding") === "varints" ? "varints" : "bytes"
  };
}
function storedBytes(tensor) {
  const pointer = pointerOf(tensor);
  if (pointer !== void 0) return pointer.encoding === "bytes" ? pointer.length : void 0;
  return tensor.rawData.length > 0 ? tensor.rawData.length : void 0;
}
function entriesOf(tensor) {
  return new Map(tensor.externalData.map(({ key, value }) => [key, value]));
}

// src/onnx/constants.ts
function findConstants(graph) {
  const found2 = { constants: /* @__PURE__ */ new Map(), makers: /* @__PURE__ */ new Set() };
  collect(graph, found2);
  return found2;
}
function collect(graph, found2) {
  for (const tensor of graph.initializer) found2.constants.set(tensor.name, constantOf(tensor.name, tensor));
  for (const sparse of graph.sparseInitializer) {
    const name = sparse.values?.name ?? "";
    found2.constants.set(name, sparseConstantOf(name, sparse));
  }
  for (const node of graph.node) {
    const constant2 = madeBy(node, found2.constants);
    if (constant2 !== void 0) {
      found2.constants.set(constant2.name, constant2);
      found2.makers.add(node);
    }
    for (const { g, graphs } of node.attribute) {
      for (const body of g === void 0 ? graphs : [g, ...graphs]) collect(body, found2);
    }
  }
}
function madeBy(node, constants2) {
  const name = node.output[0] ?? "";
  if (node.domain !== "" && node.domain !== "ai.onnx") return void 0;
  if (node.opType === "Constant")
    return node.attribute.map((attribute) => held(name, attribute)).find(Boolean);
  if (node.opType !== "ConstantOfShape") return void 0;
  const dims = constants2.get(node.input[0] ?? "")?.integers;
  if (dims === null || dims === void 0 || dims.some((dim) => dim < 0)) return void 0;
  const value = node.attribute.find((attribute) => attribute.name === "value")?.t;
  const type = elementType2(value?.dataType ?? FLOAT32);
  const elements2 = product(dims, `a tensor ${quote(name)}`);
  return { name, type, dims, elements: elements2, integers: null, values: { kind: "filled", tensor: value } };
}
function held(name, attribute) {
  const { t, sparseTensor, i, ints, f, floats, strings } = attribute;
  const list = (code, dims, integers, values = []) => ({
    name,
    type: elementType2(code),
    dims,
    elements: dims[0] ?? 1,
    integers: integers?.map(Number) ?? null,
    values: { kind: "listed", floats: values }
  });
  switch (attribute.name) {
    case "value":
      return t && constantOf(name, t);
    case "sparse_value":
      return sparseTensor && sparseConstantOf(name, sparseTensor);
    case "value_float":
      return list(FLOAT32, [], null, [f]);
    case "value_floats":
      return list(FLOAT32, [floats.length], null, floats);
    case "value_int":
      return list(INT64, [], [i]);
    case "value_ints":
      return list(INT64, [ints.length], ints);
    case "value_string":
      return list(STRING, [], null);
    case "value_strings":
      return list(STRING, [strings.length], null);
    default:
      return void 0;
  }
}

// src/onnx/names.ts
var NameRegistry = class {
  #taken = /* @__PURE__ */ new Set();
  #repeats = /* @__PURE__ */ new Map();
  has(name) {
    return this.#taken.has(name);
  }
  /** The wanted name when it is free, else one that is made from it. */
  claim(wanted) {
    let name = wanted;
    while (this.#taken.has(name)) {
      const repeat = (this.#repeats.get(wanted) ?? 1) + 1;
      this.#repeats.set(wanted, repeat);
      name = `${wanted}~${repeat}`;
    }
    this.#taken.add(name);
    return name;
  }
};
var Scope = class {
  constructor(outer) {
    this.outer = outer;
  }
  outer;
  #names = /* @__PURE__ */ new Map();
  declare(name, meaning2) {
    this.#names.set(name, meaning2);
  }
  declares(name) {
    return this.#names.has(name);
  }
  lookUp(name) {
    return this.#names.get(name) ?? this.outer?.lookUp(name);
  }
};
var LONGEST_NODE_NAME = 200;
function plainNodeName(name) {
  return name.replace(/[^\w./:-]/g, "_").slice(0, LONGEST_NODE_NAME);
}

// src/onnx/resolve.ts
var DEEPEST_CALL = 100;
var MOST_COPIED = 2 ** 23;
var MAIN = { attributes: /* @__PURE__ */ new Map(), stack: [] };
function resolveNames(model, graph) {
  new Resolver(model).graph(graph, new Scope(), MAIN);
  model.functions = [];
}
function keyOf(domain, name, overload) {
  return JSON.stringify([domain === "ai.onnx" ? "" : domain, name, overload]);
}
var Resolver = class {
  constructor(model) {
    this.model = model;
    this.#functions = new Map(
      model.functions.map((body) => [keyOf(body.domain, body.name, body.overload), body])
    );
  }
  model;
  #values = new NameRegistry();
  #nodeNames = new NameRegistry();
  #functions;
  #nodes = 0;
  #copied = 0;
  graph(graph, scope, call) {
    for (const value of graph.input) value.name = this.declare(value.name, scope);
    for (const tensor of [
      ...graph.initializer,
      ...graph.sparseInitializer.flatMap(({ values }) => values ?? [])
    ]) {
      tensor.name = scope.declares(tensor.name) ? scope.lookUp(tensor.name) ?? "" : this.declare(tensor.name, scope);
    }
    this.declareOutputs(graph.node, scope);
    graph.node = this.nodes(graph.node, scope, call);
    for (const value of graph.output) value.name = meaning(value.name, scope);
  }
  declareOutputs(nodes, scope) {
    for (const { output } of nodes) {
      for (const name of output) {
        if (name === "") continue;
        if (scope.declares(name)) throw new FormatFault("invalid", `writes the value ${quote(name)} twice`);
        this.declare(name, scope);
      }
    }
  }
  declare(name, scope) {
    const unique = this.#values.claim(name);
    scope.declare(name, unique);
    return unique;
  }
  nodes(nodes, scope, call) {
    return nodes.flatMap((node) => this.node(node, scope, call));
  }
  node(node, scope, call) {
    if (++this.#nodes > MOST_NODES) throw new FormatFault("too large", `has more than ${MOST_NODES} nodes`);
    node.input = node.input.map((name) => meaning(name, scope));
    node.output = node.output.map((name) => meaning(name, scope));
    node.attribute = node.attribute.flatMap((attribute) => substituted(attribute, call));
    const body = this.#functionOf(node);
    if (body !== void 0) return this.expand(node, body, call);
    node.name = this.#nodeNames.claim(plainNodeName(node.name === "" ? node.opType : node.name));
    for (const { g, graphs } of node.attribute) {
      for (const graph of g === void 0 ? graphs : [g, ...graphs])
        this.graph(graph, new Scope(scope), call);
    }
    return [node];
  }
  #functionOf({ domain, opType, overload }) {
    return this.#functions.size === 0 ? void 0 : this.#functions.get(keyOf(domain, opType, overload));
  }
  /** The body of a function in place of its call. */
  expand(caller, body, { stack }) {
    const key = keyOf(body.domain, body.name, body.overload);
    if (stack.includes(key))
      throw new FormatFault("invalid", `has a function ${quote(body.name)} that calls itself`);
    if (stack.length === DEEPEST_CALL) throw new FormatFault("invalid", "nests its functions too deeply");
    this.importOperators(body);
    const scope = new Scope();
    for (const [index, name] of body.input.entries()) scope.declare(name, caller.input[index] ?? "");
    for (const [index, name] of body.output.entries()) {
      const wanted = caller.output[index] ?? "";
      if (wanted !== "") scope.declare(name, wanted);
    }
    for (const node of body.node) this.#copied += weightOf(node);
    if (this.#copied > MOST_COPIED) throw new FormatFault("too large", "repeats large functions too often");
    const nodes = body.node.map((node) => clone(NodeProtoSchema, node));
    const prefix = plainNodeName(caller.name === "" ? body.name : caller.name);
    for (const name of nodes.flatMap(({ output }) => output)) {
      if (name !== "" && !scope.declares(name)) scope.declare(name, this.#values.claim(`${prefix}/${name}`));
    }
    for (const node of nodes) node.name = `${prefix}/${node.name === "" ? node.opType : node.name}`;
    const attributes = new Map(
      [...body.attributeProto, ...caller.attribute].map((attribute) => [attribute.name, attribute])
    );
    return this.nodes(nodes, scope, { attributes, stack: [...stack, key] });
  }
  /** A body may use operator sets that the model itself does not. */
  importOperators(body) {
    for (const wanted of body.opsetImport) {
      if (!this.model.opsetImport.some(({ domain }) => domain === wanted.domain))
        this.model.opsetImport.push(wanted);
    }
  }
};
function weightOf({ input, output, attribute }) {
  let weight = input.length + output.length;
  for (const { ints, floats, strings, s, t, g, graphs } of attribute) {
    weight += ints.length + floats.length + strings.length + s.length + (t?.rawData.length ?? 0);
    for (const { node } of g === void 0 ? graphs : [g, ...graphs])
      weight += node.reduce((sum, inner) => sum + weightOf(inner), 0);
  }
  return weight;
}
function meaning(name, scope) {
  if (name === "") return "";
  const found2 = scope.lookUp(name);
  if (found2 === void 0)
    throw new FormatFault("invalid", `uses the value ${quote(name)}, which nothing writes`);
  return found2;
}
function substituted(attribute, { attributes }) {
  if (attribute.refAttrName === "") return [attribute];
  const given2 = attributes.get(attribute.refAttrName);
  if (given2 === void 0) return [];
  const copy = clone(AttributeProtoSchema, given2);
  copy.name = attribute.name;
  return [copy];
}

// src/onnx/graph.ts
function modelOf(proto, origin) {
  if (!holdsGraph(proto)) throw new FormatFault("truncated", "holds no graph");
  const { graph } = proto;
  resolveNames(proto, graph);
  const { constants: constants2, makers } = findConstants(graph);
  const ofUser = graph.input.filter(({ name }) => !constants2.has(name));
  return {
    ...origin,
    irVersion: exact(proto.irVersion, "an IR version"),
    opsets: opsetsOf(proto),
    producer: [proto.producerName, proto.producerVersion].filter((part) => part !== "").join(" "),
    inputs: ofUser.map(declarationOf),
    outputs: graph.output.map(declarationOf),
    graph: graphOf(graph, makers),
    constants: constants2,
    proto
  };
}
function holdsGraph(proto) {
  return proto.graph !== void 0;
}
function opsetsOf({ opsetImport }) {
  return Object.fromEntries(
    opsetImport.map(({ domain, version }) => [
      domain === "" ? "ai.onnx" : domain,
      exact(version, "an operator set version")
    ])
  );
}
function graphOf(graph, makers) {
  return {
    inputs: graph.input.map(({ name }) => name),
    outputs: graph.output.map(({ name }) => name),
    nodes: graph.node.filter((node) => !makers.has(node)).map((node) => nodeOf(node, makers))
  };
}
function nodeOf(node, makers) {
  return {
    name: node.name,
    op: qualifiedType(node),
    inputs: node.input,
    outputs: node.output,
    attributes: node.attribute,
    bodies: subgraphsOf(node).map((body) => graphOf(body, makers))
  };
}
function qualifiedType({ domain, opType }) {
  return domain === "" || domain === "ai.onnx" ? opType : `${domain}.${opType}`;
}
function subgraphsOf({ attribute }) {
  return attribute.flatMap(({ g, graphs }) => g === void 0 ? graphs : [g, ...graphs]);
}
function declarationOf({ name, type }) {
  refuseLongName(name);
  const declared = type?.value;
  if (declared?.case !== "tensorType" && declared?.case !== "sparseTensorType") {
    return {
      name,
      type: declared?.case === void 0 ? "unknown" : containerName(declared.case),
      shape: null
    };
  }
  const { elemType, shape: shape2 } = declared.value;
  refuseRank(shape2?.dim.length ?? 0, `the declared value ${quote(name)}`);
  const dims = shape2?.dim.map(({ value }) => {
    if (value.case !== "dimValue") return value.value === void 0 || value.value === "" ? "?" : value.value;
    const size = exact(value.value, "a declared dimension");
    return size < 0 ? "?" : size;
  });
  product(
    (dims ?? []).filter((dim) => typeof dim === "number"),
    "a declared value"
  );
  return { name, type: elementType2(elemType).name, shape: dims ?? null };
}
function containerName(kind) {
  return kind.replace("Type", "");
}
function* nodesWithin({ nodes }) {
  for (const node of nodes) {
    yield node;
    for (const body of node.bodies) yield* nodesWithin(body);
  }
}

// src/onnx/probe-graph.ts
var IR_OF_CONSTANT_INITIALIZERS = 4n;
function stripped({ proto, constants: constants2 }) {
  const removed = { tensors: [], sparse: [] };
  const graph = copyOf(proto.graph, removed);
  graph.input = graph.input.filter(({ name }) => !constants2.has(name));
  return { graph, ...removed };
}
function encoded(graph, { proto }) {
  const { irVersion, opsetImport } = proto;
  return toBinary(
    ModelProtoSchema,
    create(ModelProtoSchema, {
      irVersion: irVersion < IR_OF_CONSTANT_INITIALIZERS ? IR_OF_CONSTANT_INITIALIZERS : irVersion,
      opsetImport,
      graph
    })
  );
}
function copyOf(graph, removed) {
  removed.tensors.push(...graph.initializer.filter(isLarge));
  removed.sparse.push(...graph.sparseInitializer.map(({ values }) => values?.name ?? ""));
  return create(GraphProtoSchema, {
    name: graph.name,
    node: graph.node.flatMap((node) => keep(node, removed)),
    initializer: graph.initializer.filter((tensor) => !isLarge(tensor)),
    input: graph.input,
    output: graph.output
  });
}
function keep(node, removed) {
  if (qualifiedType(node) === "Constant") return keepConstant(node, removed);
  if (!node.attribute.some(holdsGraph2)) return [node];
  const attribute = node.attribute.map((each2) => holdsGraph2(each2) ? withCopies(each2, removed) : each2);
  return [create(NodeProtoSchema, { ...node, attribute })];
}
function keepConstant(node, removed) {
  const name = node.output[0] ?? "";
  for (const { t, sparseTensor } of node.attribute) {
    if (sparseTensor !== void 0) {
      removed.sparse.push(name);
      return [];
    }
    if (t !== void 0 && isLarge(t)) {
      t.name = name;
      removed.tensors.push(t);
      return [];
    }
  }
  return [node];
}
function holdsGraph2({ g, graphs }) {
  return g !== void 0 || graphs.length > 0;
}
function withCopies(attribute, removed) {
  const { name, type, g, graphs } = attribute;
  return create(AttributeProtoSchema, {
    name,
    type,
    graphs: graphs.map((graph) => bodyOf(graph, removed)),
    ...g && { g: bodyOf(g, removed) }
  });
}
function bodyOf(original, removed) {
  const own = { tensors: [], sparse: [] };
  const body = copyOf(original, own);
  removed.tensors.push(...own.tensors);
  removed.sparse.push(...own.sparse);
  const lost = /* @__PURE__ */ new Set([...own.tensors.map(({ name }) => name), ...own.sparse]);
  body.output = body.output.map((value) => {
    if (!lost.has(value.name)) return value;
    const name = `copy of ${value.name}`;
    body.node.push(
      create(NodeProtoSchema, { name, opType: "Identity", input: [value.name], output: [name] })
    );
    return create(ValueInfoProtoSchema, { ...value, name });
  });
  return body;
}

// src/onnx/unlistable.ts
var TYPE_ATTRIBUTES = /* @__PURE__ */ new Set(["to", "dtype", "output_dtype"]);
var TYPED_BY_ZERO_POINT = /* @__PURE__ */ new Set(["QuantizeLinear", "com.microsoft.QuantizeLinear"]);
var TYPED_BY_SCALE = /* @__PURE__ */ new Set(["DequantizeLinear", "com.microsoft.DequantizeLinear", "CastLike"]);
function unlistableValues(model) {
  const found2 = /* @__PURE__ */ new Set();
  for (const { name, type } of model.constants.values()) if (!isListable(type.code)) found2.add(name);
  for (const { name, type } of model.proto.graph.input) {
    if (type?.value.case === "tensorType" && !isListable(type.value.value.elemType)) found2.add(name);
  }
  for (const node of model.graph.nodes) {
    if (writesUnlistable(node, found2)) for (const name of node.outputs) found2.add(name);
  }
  return found2;
}
function writesUnlistable({ op, inputs, attributes }, found2) {
  const named2 = attributes.find((attribute) => TYPE_ATTRIBUTES.has(attribute.name));
  if (named2 !== void 0 && named2.i !== 0n) return !isListable(elementType2(Number(named2.i)).code);
  if (TYPED_BY_ZERO_POINT.has(op)) return found2.has(inputs[2] ?? "");
  if (TYPED_BY_SCALE.has(op)) return found2.has(inputs[1] ?? "");
  return op !== "Shape" && op !== "Size" && found2.has(inputs[0] ?? "");
}

// src/onnx/shape-probe.ts
var MOST_RANKS = 5e3;
function shapeProbe(model, inputShapes, asked) {
  const { graph, tensors, sparse } = stripped(model);
  const given2 = graph.input.map((value) => bound(value, inputShapes.get(value.name)));
  const removed = [...tensors.map(({ name }) => name), ...sparse].flatMap(
    (name) => model.constants.get(name) ?? []
  );
  const stand = removed.map(standIn);
  const listed = listedValues(model, graph.node).filter((name) => asked?.has(name) ?? true);
  const ranks = ranksOf(model, listed);
  graph.input = [...given2, ...stand.map(({ input }) => input)];
  graph.node = [...stand.flatMap(({ casts }) => casts), ...graph.node, ...ranks];
  graph.output = [...listed, ...ranks.flatMap(({ output }) => output)].map(
    (name) => create(ValueInfoProtoSchema, { name })
  );
  return encoded(graph, model);
}
function rankName(value) {
  return `rank of ${value}`;
}
function bound(value, shape2) {
  const declared = value.type?.value;
  if (shape2 === void 0 || declared?.case !== "tensorType") return value;
  return tensorValue(value.name, declared.value.elemType, shape2);
}
function tensorValue(name, elemType, dims) {
  const dim = dims.map((size) => ({ value: { case: "dimValue", value: BigInt(size) } }));
  return create(ValueInfoProtoSchema, {
    name,
    type: { value: { case: "tensorType", value: { elemType, shape: { dim } } } }
  });
}
function standIn({ name, type, dims }) {
  if (isListable(type.code)) return { input: tensorValue(name, type.code, dims), casts: [] };
  const source = `source of ${name}`;
  const to = create(AttributeProtoSchema, { name: "to", type: 2, i: BigInt(type.code) });
  const cast = create(NodeProtoSchema, {
    name: source,
    opType: "Cast",
    input: [source],
    output: [name],
    attribute: [to]
  });
  return { input: tensorValue(source, FLOAT32, dims), casts: [cast] };
}
function listedValues(model, nodes) {
  const unlistable = unlistableValues(model);
  const written2 = nodes.flatMap(({ output }) => output).filter((name) => !model.constants.has(name));
  const inputs = model.inputs.map(({ name }) => name);
  return [...inputs, ...written2].filter((name) => name !== "" && !unlistable.has(name));
}
var NOT_ONLY_TENSORS = /Sequence|Optional|Map|Dict/;
function ranksOf(model, listed) {
  const { graph } = model.proto;
  const tensorsOnly = graph.node.every((node) => !NOT_ONLY_TENSORS.test(qualifiedType(node))) && graph.input.every(({ type }) => type?.value.case === "tensorType");
  if (!tensorsOnly || listed.length > MOST_RANKS) return [];
  const taken = new Set(listed);
  return listed.filter((value) => !taken.has(rankName(value))).map(
    (value) => create(NodeProtoSchema, {
      name: rankName(value),
      opType: "Shape",
      input: [value],
      output: [rankName(value)]
    })
  );
}

// src/onnx/inference/constant-rules.ts
function given(execution, operand, attribute) {
  if (!execution.has(operand)) return execution.integers(attribute);
  const values = execution.values(operand);
  if (values === void 0) throw new OpenShape(`operand ${operand}`);
  return values;
}
var needed = (...asked) => {
  const values = given(...asked);
  if (values === void 0) throw new OpenShape(`operand ${asked[1]}`);
  return values;
};
var fromStart = (axes, rank) => axes.map((given2) => {
  const axis = given2 < 0 ? given2 + rank : given2;
  if (axis < 0 || axis >= rank) throw new OpenShape(`axis ${given2}`);
  return axis;
});
var reshape = (execution) => {
  const shape2 = execution.input(0);
  const keeps = execution.integer("allowzero", 0) === 0;
  const wanted = needed(execution, 1, "shape").map(
    (size, axis) => size === 0 && keeps ? shape2[axis] ?? 1 : size
  );
  const told2 = elements(wanted.filter((size) => size !== -1));
  return wanted.map((size) => size === -1 ? elements(shape2) / told2 : size);
};
var squeeze = (execution) => {
  const shape2 = execution.input(0);
  const axes = given(execution, 1, "axes");
  const left = axes && fromStart(axes, shape2.length);
  return shape2.filter((size, axis) => left === void 0 ? size !== 1 : !left.includes(axis));
};
var unsqueeze = (execution) => {
  const shape2 = [...execution.input(0)];
  const axes = needed(execution, 1, "axes");
  const rank = shape2.length + axes.length;
  for (const axis of fromStart(axes, rank).toSorted((a, b) => a - b)) shape2.splice(axis, 0, 1);
  return shape2;
};
var reduction = (execution) => {
  const shape2 = execution.input(0);
  const axes = given(execution, 1, "axes") ?? [];
  if (axes.length === 0 && execution.integer("noop_with_empty_axes", 0) !== 0) return shape2;
  const reduced = axes.length === 0 ? [...shape2.keys()] : fromStart(axes, shape2.length);
  if (execution.integer("keepdims", 1) === 0) return shape2.filter((_, axis) => !reduced.includes(axis));
  return shape2.map((size, axis) => reduced.includes(axis) ? 1 : size);
};
var slice = (execution) => {
  const shape2 = [...execution.input(0)];
  const starts = needed(execution, 1, "starts");
  const ends = needed(execution, 2, "ends");
  const axes = fromStart(given(execution, 3, "axes") ?? [...starts.keys()], shape2.length);
  const steps2 = given(execution, 4, "steps");
  for (const [index, axis] of axes.entries()) {
    const size = shape2[axis] ?? 0;
    shape2[axis] = sliced(size, starts[index] ?? 0, ends[index] ?? size, steps2?.[index] ?? 1);
  }
  return shape2;
};
function sliced(size, start2, end, step) {
  if (size === 0) return 0;
  const [least, most] = step > 0 ? [0, size] : [-1, size - 1];
  const inside = (index) => Math.min(Math.max(index < 0 ? index + size : index, least), most);
  const first = Math.max(inside(start2), 0);
  return Math.max(0, Math.ceil((inside(end) - first) / step));
}

// src/onnx/inference/rules.ts
var same = (execution) => execution.input(0);
var broadcast = (execution) => Array.from({ length: execution.operands }, (_, index) => execution.input(index)).reduce(
  broadcastOf,
  // Again, for it is open where there is no operand.
  execution.input(0)
);
function broadcastOf(one, other) {
  const rank = Math.max(one.length, other.length);
  return Array.from({ length: rank }, (_, place) => {
    const [left, right] = [dimension(one, place - rank), dimension(other, place - rank)];
    if (left !== right && left !== 1 && right !== 1) throw new OpenShape("a result");
    return left === 1 ? right : left;
  });
}
var matrixProduct = (execution) => {
  const [a, b] = [execution.input(0), execution.input(1)];
  if (a.length < 2 || b.length < 2) throw new OpenShape("a product with a vector");
  return [...broadcastOf(a.slice(0, -2), b.slice(0, -2)), dimension(a, -2), dimension(b, -1)];
};
var gemm = (execution) => {
  const rows3 = dimension(execution.input(0), execution.integer("transA", 0) === 0 ? 0 : 1);
  return [rows3, dimension(execution.input(1), execution.integer("transB", 0) === 0 ? 1 : 0)];
};
function windows(execution, kernel) {
  const spatial = execution.input(0).slice(2);
  if (execution.text("auto_pad", "NOTSET") !== "NOTSET" || execution.integer("ceil_mode", 0) !== 0)
    throw new OpenShape("a window that is padded by itself");
  const strides = execution.integers("strides");
  const dilations = execution.integers("dilations");
  const pads = execution.integers("pads");
  return spatial.map((size, axis) => {
    const padded2 = size + (pads?.[axis] ?? 0) + (pads?.[axis + spatial.length] ?? 0);
    const reach = ((kernel[axis] ?? 1) - 1) * (dilations?.[axis] ?? 1) + 1;
    return Math.floor((padded2 - reach) / (strides?.[axis] ?? 1)) + 1;
  });
}
var convolution = (execution) => {
  const kernel = execution.input(1);
  return [dimension(execution.input(0), 0), dimension(kernel, 0), ...windows(execution, kernel.slice(2))];
};
var pooling = (execution) => [
  ...execution.input(0).slice(0, 2),
  ...windows(execution, execution.integers("kernel_shape") ?? [])
];
var globalPooling = (execution) => execution.input(0).map((size, axis) => axis < 2 ? size : 1);
var transpose = (execution) => {
  const shape2 = execution.input(0);
  const order = execution.integers("perm") ?? shape2.map((_, axis) => shape2.length - 1 - axis);
  return order.map((axis) => dimension(shape2, axis));
};
var concatenation = (execution) => {
  const first = execution.input(0);
  const axis = execution.integer("axis", 0);
  const along = axis < 0 ? axis + first.length : axis;
  const sizes = Array.from(
    { length: execution.operands },
    (_, index) => dimension(execution.input(index), along)
  );
  return first.with(
    along,
    sizes.reduce((sum, size) => sum + size, 0)
  );
};
var flatten = (execution) => {
  const shape2 = execution.input(0);
  const axis = execution.integer("axis", 1);
  const product4 = (dims) => dims.reduce((all2, dim) => all2 * dim, 1);
  return [product4(shape2.slice(0, axis)), product4(shape2.slice(axis))];
};
var likeSecond = (execution) => execution.input(1);
var gather = (execution) => {
  const shape2 = execution.input(0);
  const axis = execution.integer("axis", 0);
  const at = axis < 0 ? axis + shape2.length : axis;
  return [...shape2.slice(0, at), ...execution.input(1), ...shape2.slice(at + 1)];
};
var SHAPE_RULES = new Map(
  Object.entries({
    ...of(
      `Abs Acos Acosh Asin Asinh Atan Atanh BatchNormalization BitwiseNot Cast CastLike Ceil Celu Clip Cos Cosh CumProd
       CumSum Dropout Elu Erf Exp Floor Gelu GroupNormalization HardSigmoid HardSwish Hardmax Identity
       InstanceNormalization IsInf IsNaN LRN LayerNormalization LeakyRelu Log LogSoftmax LpNormalization
       MeanVarianceNormalization Mish Neg Not PRelu QuantizeLinear DequantizeLinear RMSNormalization Reciprocal Relu
       ReverseSequence RotaryEmbedding Round ScatterElements ScatterND Selu Shrink Sigmoid Sign Sin
       SimplifiedLayerNormalization Sinh Softmax Softplus Softsign Sqrt Swish Tan Tanh TensorScatter ThresholdedRelu
       Trilu com.microsoft.BiasGelu com.microsoft.FastGelu com.microsoft.Gelu com.microsoft.QuickGelu
       com.microsoft.RotaryEmbedding com.microsoft.SkipLayerNormalization
       com.microsoft.SkipSimplifiedLayerNormalization com.microsoft.Trilu`,
      same
    ),
    ...of(
      `Add And BitShift BitwiseAnd BitwiseOr BitwiseXor Div Equal Greater GreaterOrEqual Less LessOrEqual Max Mean Min Mod Mul Or
       Pow Sub Sum Where Xor`,
      broadcast
    ),
    MatMul: matrixProduct,
    ...of("Gemm com.microsoft.FusedGemm", gemm),
    ...of("Conv com.microsoft.FusedConv", convolution),
    ...of("AveragePool MaxPool", pooling),
    ...of("GlobalAveragePool GlobalLpPool GlobalMaxPool", globalPooling),
    Transpose: transpose,
    Concat: concatenation,
    Flatten: flatten,
    Gather: gather,
    GatherElements: likeSecond,
    Reshape: reshape,
    Squeeze: squeeze,
    Unsqueeze: unsqueeze,
    Slice: slice,
    ...of(
      `ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp ReduceMax ReduceMean ReduceMin ReduceProd ReduceSum
       ReduceSumSquare`,
      reduction
    )
  })
);
function of(names, rule) {
  return Object.fromEntries(Object.keys(all(names, {})).map((name) => [name, rule]));
}

// src/onnx/inference/infer.ts
var MANY_NODES = 5e3;
var TRUTHS = new Set(
  "And Equal Greater GreaterOrEqual IsInf IsNaN Less LessOrEqual Not Or Xor".split(" ")
);
function inferSimple(model, inputShapes) {
  const shapes = /* @__PURE__ */ new Map();
  const types = /* @__PURE__ */ new Map();
  for (const { name, dims, type } of model.constants.values()) {
    shapes.set(name, dims);
    types.set(name, type.name);
  }
  const written2 = /* @__PURE__ */ new Set();
  const tell = (name, shape2, type) => {
    written2.add(name);
    if (shape2 === void 0 || type === void 0) return;
    shapes.set(name, shape2);
    types.set(name, type);
  };
  for (const { name, type } of model.inputs) tell(name, inputShapes.get(name), type);
  for (const node of dataflowOf(model.graph).order) {
    const [first = "", ...others] = node.outputs;
    tell(first, shapeOf(node, shapes, model.constants), typeOf(node, types));
    for (const name of others) if (name !== "") written2.add(name);
  }
  const values = [...written2].flatMap((name) => toldOf(name, types.get(name), shapes.get(name)));
  return { values, open: new Set([...written2].filter((name) => !shapes.has(name))) };
}
function shapeOf(node, shapes, constants2) {
  const rule = SHAPE_RULES.get(node.op);
  if (rule === void 0) return void 0;
  try {
    const shape2 = rule(executionOf(node, (name) => shapes.get(name), constants2));
    return shape2.every((size) => Number.isSafeInteger(size) && size >= 0) ? shape2 : void 0;
  } catch (thrown) {
    if (thrown instanceof OpenShape) return void 0;
    throw thrown;
  }
}
var SCALED = /* @__PURE__ */ new Set(["RMSNormalization", "SimplifiedLayerNormalization"]);
function typeOf({ op, inputs, attributes }, types) {
  if (TRUTHS.has(op)) return "bool";
  if (op === "Cast") return elementType2(Number(attributes.find(({ name }) => name === "to")?.i ?? 0)).name;
  if (op === "QuantizeLinear") return types.get(inputs[2] ?? "");
  if (op === "DequantizeLinear" || op === "Where" || op === "CastLike" || SCALED.has(op))
    return types.get(inputs[1] ?? "");
  return types.get(inputs[0] ?? "");
}
function toldOf(name, type, shape2) {
  if (type === void 0 || shape2 === void 0) return [];
  const value = { name, type, shape: shape2 };
  return shape2.length > 0 ? [value] : [value, { name: rankName(name), type: "int64", shape: [0] }];
}

// src/onnx/operators/work.ts
var each = (operations) => (execution) => operations * elements(execution.output(0));
var eachOf = (index, operations = 1) => (execution) => operations * elements(execution.input(index));
var together = (...costs) => (execution) => costs.reduce((sum, cost) => sum + cost(execution), 0);
var added = (...operands) => (execution) => operands.filter((index) => execution.has(index)).length * elements(execution.output(0));
var GELU = 5;
var TANH_GELU = 8;
var SILU = 2;
var QUICK_GELU = 3;
var SOFTMAX = 5;
var QUANTISATION = 2;
var ACTIVATIONS = /* @__PURE__ */ new Map([
  ["", 0],
  ["none", 0],
  ["identity", 0],
  ["gelu", GELU],
  ["silu", SILU],
  ["swish", SILU],
  // silu(gate) x up
  ["swiglu", SILU + 1]
]);
function activationOf(execution, attribute = "activation", otherwise = "") {
  const name = execution.text(attribute, otherwise).toLowerCase();
  return ACTIVATIONS.get(name) ?? 1;
}
var activated = (execution) => activationOf(execution) * elements(execution.output(0));

// src/onnx/operators/attention-work.ts
var SOFT_CAP = 3;
var ROTATION = 3;
function attentionWork(headsOf, bias = []) {
  return {
    macs: (execution) => {
      const { batch, queries, keys, queryWidth, valueWidth } = headsOf(execution);
      return batch * queries * keys * (queryWidth + valueWidth);
    },
    elementwise: (execution) => {
      const sizes = headsOf(execution);
      const { batch, heads, queries, keys, masked } = sizes;
      const capped = execution.real("softcap", 0) === 0 ? 0 : SOFT_CAP;
      const ofScores = batch * heads * queries * keys * (1 + capped + (masked ? 1 : 0) + SOFTMAX);
      const rotated = execution.integer("do_rotary", 0) === 0 ? 0 : ROTATION * rotatedValues(sizes, execution);
      const biased = bias.some((index) => execution.has(index)) ? projectedValues(sizes) : 0;
      return ofScores + rotated + biased;
    }
  };
}
function projected(headsOf, operands) {
  const attention = attentionWork(headsOf, operands.bias);
  return {
    ...attention,
    macs: (execution) => {
      const rows3 = elements(execution.input(0).slice(0, -1));
      const products = operands.weights.reduce((sum, index) => sum + elements(execution.input(index)), 0);
      return rows3 * products + attention.macs(execution);
    }
  };
}
function projectedValues({ batch, queries, fresh, queryWidth, valueWidth }) {
  return batch * (queries * queryWidth + fresh * (queryWidth + valueWidth));
}
function rotatedValues({ batch, heads, queries, fresh, queryWidth }, execution) {
  const keyHeads = execution.integer("kv_num_heads", heads);
  return batch * (queries * queryWidth + fresh * queryWidth * keyHeads / heads);
}
function lengthOf(execution, operand, axis) {
  return execution.has(operand) ? dimension(execution.input(operand), axis) : 0;
}

// src/onnx/operators/weights.ts
var weights = (...operands) => ({
  operands,
  single: true,
  quantised: false
});
var quantisedWeights = (...operands) => ({
  operands,
  single: true,
  quantised: true
});
var packedWeights = (count, ...operands) => ({
  operands,
  single: true,
  quantised: true,
  elements: count
});
var table = (operand) => ({
  operands: [operand],
  single: false,
  quantised: false
});
var severalOfAny = { operands: "all", single: false, quantised: false };

// src/onnx/operators/attention.ts
function standard(execution) {
  const query = execution.input(0);
  const split = query.length === 4;
  const heads = split ? dimension(query, 1) : execution.integer("q_num_heads", 1);
  const width = split ? heads : 1;
  const fresh = dimension(execution.input(1), split ? 2 : 1);
  return {
    batch: dimension(query, 0),
    heads,
    queries: dimension(query, split ? 2 : 1),
    keys: lengthOf(execution, 4, 2) + fresh,
    fresh,
    queryWidth: width * dimension(query, -1),
    valueWidth: width * dimension(execution.output(0), -1),
    masked: execution.has(3) || execution.integer("is_causal", 0) !== 0
  };
}
function merged(execution, { masks, ...known }) {
  const [batch = 1, queries = 1] = execution.input(0);
  const valueWidth = dimension(execution.output(0), -1);
  const causal2 = execution.integer("unidirectional", 0) !== 0;
  const masked = causal2 || masks.some((mask) => execution.has(mask));
  const heads = execution.integer("num_heads", 1);
  return { batch, heads, queries, queryWidth: valueWidth, valueWidth, masked, ...known };
}
var selfAttention = (past, masks) => (execution) => {
  const fresh = dimension(execution.input(0), 1);
  const cached = execution.writes(1) ? dimension(execution.output(1), 3) : lengthOf(execution, past, 3) + fresh;
  const [queryWidth = dimension(execution.output(0), -1)] = execution.integers("qkv_hidden_sizes") ?? [];
  return merged(execution, { keys: cached, fresh, queryWidth, masks });
};
var multiHead = (masks, past) => (execution) => {
  const query = execution.input(0);
  const key = execution.has(1) ? execution.input(1) : query;
  const cached = key.length === 4;
  const given2 = dimension(key, cached ? 2 : 1);
  const keys = execution.writes(1) ? dimension(execution.output(1), 2) : lengthOf(execution, past, 2) + given2;
  const queryWidth = query.length === 3 && execution.has(1) ? dimension(query, -1) : dimension(execution.output(0), -1);
  return merged(execution, { keys, fresh: cached ? 0 : given2, queryWidth, masks });
};
function grouped(execution) {
  const fresh = dimension(execution.input(0), 1);
  const cached = execution.writes(1) ? dimension(execution.output(1), 2) : lengthOf(execution, 3, 2) + fresh;
  const masked = execution.integer("causal", 1) !== 0 || execution.has(10);
  return merged(execution, { keys: execution.values(6)?.[0] ?? cached, fresh, masked, masks: [] });
}
var padded = (offsets, mask) => (execution) => {
  const [batch = 1, length = 1] = execution.input(offsets);
  const [queryWidth = dimension(execution.output(0), -1)] = execution.integers("qkv_hidden_sizes") ?? [];
  return merged(execution, {
    batch,
    queries: length,
    keys: length,
    fresh: length,
    queryWidth,
    masks: [mask]
  });
};
var integral = selfAttention(8, [5]);
var quantised = projected(integral, { weights: [1], bias: [2] });
var ordered2 = projected(selfAttention(18, [17, 19]), { weights: [5, 6, 7], bias: [11, 12, 13] });
var ATTENTION = {
  Attention: attentionWork(standard),
  "com.microsoft.Attention": {
    ...projected(selfAttention(4, [3, 5]), { weights: [1], bias: [2] }),
    weights: weights(1, 2)
  },
  "com.microsoft.DecoderMaskedSelfAttention": {
    ...projected(selfAttention(4, [3, 5]), { weights: [1], bias: [2] }),
    weights: weights(1, 2)
  },
  "com.microsoft.PackedAttention": {
    ...projected(padded(3, 5), { weights: [1], bias: [2] }),
    weights: weights(1, 2)
  },
  // The projection is an integer product, scaled to floats; the scores are floats.
  "com.microsoft.QAttention": {
    ...quantised,
    apart: { macs: attentionWork(integral).macs, contracts: [2] },
    elementwise: (execution) => quantised.elementwise(execution) + projectedValues(integral(execution)),
    weights: quantisedWeights(1, 2)
  },
  "com.microsoft.QOrderedAttention": {
    ...ordered2,
    contracts: [0, 5],
    elementwise: (execution) => ordered2.elementwise(execution) + QUANTISATION * elements(execution.output(0)),
    weights: quantisedWeights(5, 6, 7, 11, 12, 13)
  },
  "com.microsoft.MultiHeadAttention": {
    ...attentionWork(multiHead([4, 5], 6), [3]),
    weights: weights(3)
  },
  "com.microsoft.DecoderMaskedMultiHeadAttention": {
    ...attentionWork(multiHead([3, 4], 5), [10]),
    weights: weights(10)
  },
  "com.microsoft.PackedMultiHeadAttention": {
    ...attentionWork(padded(4, 6), [3]),
    weights: weights(3)
  },
  "com.microsoft.GroupQueryAttention": { ...attentionWork(grouped), weights: weights(11, 14, 15) }
};

// src/onnx/operators/classical.ts
function rows(execution) {
  const shape2 = execution.input(0);
  return shape2.length < 2 ? 1 : dimension(shape2, 0);
}
var linear = (execution) => rows(execution) * execution.reals("coefficients");
var decision = (scores) => (execution) => {
  const kind = execution.text("post_transform", "NONE");
  return scores(execution) * (1 + (kind === "NONE" ? 0 : kind.startsWith("SOFTMAX") ? SOFTMAX : 1));
};
var kernelProducts = (execution) => rows(execution) * (execution.reals("support_vectors") + execution.reals("coefficients"));
function supportVectors(execution) {
  const features = dimension(execution.input(0), -1);
  return features === 0 ? 0 : execution.reals("support_vectors") / features;
}
var KERNELS = /* @__PURE__ */ new Map([
  ["LINEAR", 0],
  // Scale, shift, power; scale, shift, tanh; scale, exponential, and a difference for each feature.
  ["POLY", 3],
  ["SIGMOID", 3],
  ["RBF", 2]
]);
var kernelWork = (execution) => {
  const kind = execution.text("kernel_type", "LINEAR");
  const differences = kind === "RBF" ? execution.reals("support_vectors") : 0;
  const perRow = differences + supportVectors(execution) * (KERNELS.get(kind) ?? 0);
  return rows(execution) * (perRow + execution.reals("rho"));
};
var CLASSICAL = {
  "ai.onnx.ml.LinearClassifier": {
    macs: linear,
    contracts: [0],
    elementwise: decision((execution) => elements(execution.output(1)))
  },
  "ai.onnx.ml.LinearRegressor": {
    macs: linear,
    contracts: [0],
    elementwise: decision((execution) => elements(execution.output(0)))
  },
  ...all("ai.onnx.ml.SVMClassifier ai.onnx.ml.SVMRegressor", {
    macs: kernelProducts,
    contracts: [0],
    elementwise: kernelWork
  }),
  ...all("ai.onnx.ml.TreeEnsemble ai.onnx.ml.TreeEnsembleClassifier ai.onnx.ml.TreeEnsembleRegressor", {
    elementwise: "unstated"
  }),
  // Square, sum and quotient, or likewise for the other norms.
  "ai.onnx.ml.Normalizer": { elementwise: eachOf(0, 3) },
  "ai.onnx.ml.Scaler": { elementwise: each(2) },
  ...all("ai.onnx.ml.Binarizer ai.onnx.ml.Imputer", { elementwise: each(1) }),
  // Names for numbers and numbers for names.
  ...all(
    `ai.onnx.ml.ArrayFeatureExtractor ai.onnx.ml.CastMap ai.onnx.ml.CategoryMapper ai.onnx.ml.DictVectorizer
     ai.onnx.ml.FeatureVectorizer ai.onnx.ml.LabelEncoder ai.onnx.ml.OneHotEncoder ai.onnx.ml.ZipMap`,
    {}
  )
};

// src/onnx/operators/convolution.ts
var convolution2 = (w) => (execution) => elements(execution.output(0)) * elements(execution.input(w).slice(1));
var transposed = (w) => (execution) => elements(execution.input(0)) * elements(execution.input(w).slice(1));
var deformation = (execution) => {
  const [, , ...kernel] = execution.input(1);
  const [batch = 1, , ...places2] = execution.output(0);
  const samples = batch * dimension(execution.input(0), 1) * elements(kernel) * elements(places2);
  return samples * (2 * 2 ** kernel.length + (execution.has(4) ? 1 : 0));
};
var places = (execution) => {
  const letters = execution.input(0);
  return elements(letters.slice(0, -1)) * (dimension(letters, -1) - dimension(execution.input(1), 2) + 1);
};
var wordWidth = (execution) => dimension(execution.input(1), 0);
var plain = {
  macs: convolution2(1),
  elementwise: together(added(2), activated),
  weights: weights(1, 2)
};
var fused = {
  macs: convolution2(1),
  elementwise: together(added(2, 3), activated),
  weights: weights(1, 2)
};
var quantised2 = {
  macs: convolution2(3),
  contracts: [0, 3],
  elementwise: together(added(8), each(QUANTISATION)),
  weights: quantisedWeights(3, 8)
};
var spread = { macs: transposed(1), elementwise: added(2), weights: weights(1, 2) };
var causal = (bias) => ({
  macs: convolution2(1),
  elementwise: together(added(bias), activated),
  weights: weights(1, bias)
});
var CONVOLUTIONS = {
  ...all("Conv com.microsoft.NhwcConv com.ms.internal.nhwc.Conv", plain),
  ...all("com.microsoft.FusedConv com.microsoft.NhwcFusedConv com.microsoft.nchwc.Conv", fused),
  ConvInteger: { macs: convolution2(1), weights: quantisedWeights(1) },
  ...all("QLinearConv com.microsoft.QLinearConv com.ms.internal.nhwc.QLinearConv", quantised2),
  ...all("ConvTranspose com.ms.internal.nhwc.ConvTranspose", spread),
  "com.microsoft.ConvTransposeWithDynamicPads": {
    macs: transposed(1),
    elementwise: added(3),
    weights: weights(1, 3)
  },
  "com.ms.internal.nhwc.QLinearConvTranspose": { ...quantised2, macs: transposed(3) },
  DeformConv: {
    macs: convolution2(1),
    elementwise: together(deformation, added(3)),
    weights: weights(1, 3)
  },
  ...all("CausalConvWithState com.microsoft.CausalConvWithState", causal(2)),
  "com.microsoft.VarlenCausalConvWithState": causal(3),
  "com.microsoft.WordConvEmbedding": {
    macs: (execution) => places(execution) * elements(execution.input(1)),
    contracts: [1, 3],
    // Bias, tanh and maximum.
    elementwise: (execution) => 3 * places(execution) * wordWidth(execution),
    weights: weights(1, 2, 3)
  }
};

// src/onnx/operators/einsum-equation.ts
function equationOf(execution) {
  const [left = "", right] = execution.text("equation", "").replaceAll(" ", "").split("->");
  const operands = left.split(",").map((term, index) => indicesOf(term, execution.input(index).length));
  return { operands, result: new Set(right === void 0 ? implied(operands) : explicit(right, operands)) };
}
function indicesOf(term, rank) {
  const letters = Array.from(term.replace("...", ""));
  if (!term.includes("...")) return letters;
  const before2 = Array.from(term.slice(0, term.indexOf("...")));
  return [...before2, ...broadcast2(rank - letters.length), ...letters.slice(before2.length)];
}
function broadcast2(count) {
  return Array.from({ length: Math.max(0, count) }, (_, index) => `...${count - index}`);
}
function explicit(term, operands) {
  const letters = Array.from(term.replace("...", ""));
  return term.includes("...") ? [...letters, ...unnamed(operands)] : letters;
}
function implied(operands) {
  const letters = operands.flat().filter((index) => !index.startsWith("..."));
  return [
    ...unnamed(operands),
    ...letters.filter((index) => letters.filter((other) => other === index).length === 1)
  ];
}
function unnamed(operands) {
  return operands.flat().filter((index) => index.startsWith("..."));
}

// src/onnx/operators/einsum.ts
function workOf(execution) {
  const equation = equationOf(execution);
  const sizes = sizesOf(equation, execution);
  const volume = (indices) => elements([...indices].map((index) => sizes.get(index) ?? 1));
  const [first = /* @__PURE__ */ new Set(), ...rest] = equation.operands.map((indices) => new Set(indices));
  const work = { macs: 0, elementwise: 0 };
  let current = first;
  for (const [index, next] of rest.entries()) {
    const needed2 = /* @__PURE__ */ new Set([...equation.result, ...rest.slice(index + 1).flatMap((later) => [...later])]);
    const all2 = /* @__PURE__ */ new Set([
      ...summedAlone(current, next, needed2, work, volume),
      ...summedAlone(next, current, needed2, work, volume)
    ]);
    current = kept(all2, needed2);
    work[current.size < all2.size ? "macs" : "elementwise"] += volume(all2);
  }
  if (kept(current, equation.result).size < current.size) work.elementwise += volume(current);
  return work;
}
function summedAlone(operand, other, needed2, work, volume) {
  const left = kept(operand, /* @__PURE__ */ new Set([...other, ...needed2]));
  if (left.size < operand.size) work.elementwise += volume(operand);
  return left;
}
function kept(indices, wanted) {
  return new Set([...indices].filter((index) => wanted.has(index)));
}
function sizesOf({ operands }, execution) {
  const sizes = /* @__PURE__ */ new Map();
  for (const [position, indices] of operands.entries()) {
    for (const [axis, size] of execution.input(position).entries()) {
      const index = indices[axis] ?? "";
      sizes.set(index, Math.max(size, sizes.get(index) ?? 1));
    }
  }
  return sizes;
}
var EINSUM = {
  Einsum: {
    macs: (execution) => workOf(execution).macs,
    elementwise: (execution) => workOf(execution).elementwise,
    weights: severalOfAny
  }
};

// src/onnx/operators/elementwise.ts
var eachPair = (execution) => Math.max(1, execution.operands - 1) * elements(execution.output(0));
var gelu = (execution) => (execution.text("approximate", "none") === "tanh" ? TANH_GELU : GELU) * elements(execution.output(0));
var swish = (execution) => (execution.real("alpha", 1) === 1 ? SILU : QUICK_GELU) * elements(execution.output(0));
var quickGelu = (execution) => (execution.real("alpha", 1.702) === 1 ? SILU : QUICK_GELU) * elements(execution.output(0));
var allOperands = (execution) => Array.from({ length: execution.operands }, (_, index) => elements(execution.input(index))).reduce(
  (sum, count) => sum + count,
  0
);
var determinant = (execution) => {
  const shape2 = execution.input(0);
  const n = dimension(shape2, -1);
  const one = n * (n - 1) * (2 * n - 1) / 3 + n * (n - 1) / 2 + Math.max(0, n - 1);
  return elements(shape2.slice(0, -2)) * one;
};
var inverse = (execution) => 2 * elements(execution.input(0)) * dimension(execution.input(0), -1);
var crossEntropy = (execution) => SOFTMAX * elements(execution.input(0)) + 2 * elements(execution.input(1));
var ELEMENTWISE = {
  ...all("Add Sub Mul Div", { elementwise: each(1), weights: severalOfAny }),
  ...all(
    `Abs Acos Acosh And Asin Asinh Atan Atanh Bernoulli BitShift BitwiseAnd BitwiseNot BitwiseOr BitwiseXor
     BlackmanWindow Ceil Celu Cos Cosh CumProd CumSum Elu Equal Erf Exp Floor Greater GreaterOrEqual HammingWindow
     HannWindow HardSigmoid IsInf IsNaN LeakyRelu Less LessOrEqual Log MelWeightMatrix Mod Multinomial Neg Not Or
     ParametricSoftplus Pow RandomNormal RandomNormalLike RandomUniform RandomUniformLike Reciprocal Relu Round
     ScaledTanh Selu Shrink Sigmoid Sign Sin Sinh Softplus Softsign Sqrt Tan Tanh TfIdfVectorizer ThresholdedRelu
     Where Xor Scale com.microsoft.MulInteger com.microsoft.MurmurHash3 com.microsoft.RelativePositionBias`,
    { elementwise: each(1) }
  ),
  ...all("Affine ImageScaler HardSwish com.microsoft.GatedAdd", { elementwise: each(2) }),
  ...all("Mish DisentangledAttention_TRT com.microsoft.ComplexMul com.microsoft.ComplexMulConj", {
    elementwise: each(3)
  }),
  // Two gates of product and sigmoid, a tanh, and the weighted sum of old and new.
  GRUUnit: { elementwise: each(8) },
  // Training for quantisation narrows the range of weights in this way.
  Clip: { elementwise: each(1), passes: [0] },
  PRelu: { elementwise: each(1), weights: weights(1) },
  ...all("Gelu com.microsoft.Gelu", { elementwise: gelu }),
  Swish: { elementwise: swish },
  SwiGLU: { elementwise: together(swish, each(1)) },
  "com.microsoft.QuickGelu": { elementwise: quickGelu },
  "com.microsoft.BiasGelu": { elementwise: together(added(1), each(GELU)), weights: weights(1) },
  "com.microsoft.FastGelu": { elementwise: together(added(1), each(TANH_GELU)), weights: weights(1) },
  // The bias of both halves, GELU of one, their product.
  "com.microsoft.BiasSplitGelu": { elementwise: together(eachOf(0), each(GELU + 1)), weights: weights(1) },
  "com.microsoft.BiasAdd": { elementwise: added(1, 2), weights: weights(1) },
  ...all("com.microsoft.BiasDropout com.microsoft.BitmaskBiasDropout", {
    elementwise: added(1, 2),
    weights: weights(1)
  }),
  "com.microsoft.BiasSoftmax": { elementwise: together(added(1), each(SOFTMAX)) },
  ...all("Max Min Mean Sum", { elementwise: eachPair }),
  ...all(
    `ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp ReduceMax ReduceMean ReduceMin ReduceProd ReduceSum
     ReduceSumSquare ArgMax ArgMin TopK Col2Im com.microsoft.ReduceSumInteger`,
    { elementwise: eachOf(0) }
  ),
  "com.microsoft.IsAllFinite": { elementwise: allOperands },
  ...all("Softmax LogSoftmax Hardmax", { elementwise: each(SOFTMAX) }),
  SoftmaxCrossEntropyLoss: { elementwise: crossEntropy },
  NegativeLogLikelihoodLoss: { elementwise: eachOf(1, 2) },
  Det: { elementwise: determinant },
  "com.microsoft.Inverse": { elementwise: inverse },
  // The least of three ways to every cell of the matrix, and its cost.
  "com.microsoft.DynamicTimeWarping": { elementwise: eachOf(0, 3) },
  ...all(
    `QuantizeLinear DequantizeLinear com.microsoft.QuantizeLinear com.microsoft.DequantizeLinear
     com.microsoft.QuantizeWithOrder com.microsoft.DequantizeWithOrder com.microsoft.QuantizeBFP
     com.microsoft.DequantizeBFP`,
    { elementwise: each(QUANTISATION), passes: [0] }
  ),
  // The range is found first: a minimum and a maximum.
  DynamicQuantizeLinear: { elementwise: each(2 + QUANTISATION) },
  // Quantised operators compute, then quantise what they write.
  ...all(
    `com.microsoft.QLinearAdd com.microsoft.QLinearMul com.microsoft.QLinearLeakyRelu com.microsoft.QLinearSigmoid
     com.microsoft.QLinearWhere`,
    { elementwise: each(1 + QUANTISATION) }
  ),
  "com.microsoft.QLinearSoftmax": { elementwise: each(SOFTMAX + QUANTISATION) },
  "com.microsoft.QOrderedGelu": { elementwise: each(GELU + QUANTISATION) },
  "com.microsoft.QLinearReduceMean": { elementwise: together(eachOf(0), each(QUANTISATION)) },
  "com.microsoft.QLinearConcat": { elementwise: each(QUANTISATION) }
};

// src/onnx/operators/experts.ts
var PLAIN = { weights: [2, 4, 6], biases: [3, 5, 7] };
var QUANTISED = { weights: [2, 5, 8], biases: [4, 7, 10] };
function expertOf(execution, layers) {
  const [first, second, third] = layers.weights;
  const width = dimension(execution.input(second), 1);
  const [experts = 1, rows3 = 1] = execution.input(first);
  const inner = execution.integer("swiglu_fusion", 0) === 0 ? rows3 : rows3 / 2;
  const biases = layers.biases.filter((index) => execution.has(index));
  return {
    products: width * (rows3 + inner + (execution.has(third) ? inner : 0)),
    biases: biases.reduce((sum, index) => sum + elements(execution.input(index)) / experts, 0),
    inner,
    experts
  };
}
function visits(execution) {
  return dimension(execution.input(1), 0) * execution.integer("k", 1);
}
var throughExperts = (layers) => (execution) => visits(execution) * expertOf(execution, layers).products;
var aroundExperts = (layers) => (execution) => {
  const { biases, inner } = expertOf(execution, layers);
  const kind = activationOf(execution, "activation_type", "relu");
  const isGatedAlone = execution.has(layers.weights[2]) && execution.text("activation_type", "relu") !== "swiglu";
  const within = biases + inner * (kind + (isGatedAlone ? 1 : 0)) + 2 * dimension(execution.input(0), -1);
  return (SOFTMAX + 1) * elements(execution.input(1)) + visits(execution) * within;
};
var packedParameters = (execution) => {
  const { products, biases, experts } = expertOf(execution, QUANTISED);
  return experts * (products + biases);
};
var FLOATING = /* @__PURE__ */ new Map([
  ["fp4", "fp4"],
  ["nvfp4", "fp4"],
  ["wfp4afp8", "fp4"],
  ["fp8", "fp8"]
]);
var EXPERTS = {
  "com.microsoft.MoE": {
    macs: throughExperts(PLAIN),
    contracts: [0, 2],
    elementwise: aroundExperts(PLAIN),
    weights: weights(2, 3, 4, 5, 6, 7)
  },
  "com.microsoft.QMoE": {
    macs: throughExperts(QUANTISED),
    contracts: (execution) => FLOATING.get(execution.text("quant_type", "int")) ?? `int${execution.integer("expert_weight_bits", 4)}`,
    elementwise: aroundExperts(QUANTISED),
    weights: packedWeights(packedParameters, 2, 4, 5, 7, 8, 10)
  }
};

// src/onnx/operators/fourier.ts
function transforms(count, length, isReal) {
  return Math.ceil(count * (isReal ? 2.5 : 5) * length * Math.log2(length));
}
var transform = (execution) => {
  const signal = execution.input(0);
  const axis = constant(execution, 2) ?? execution.integer("axis", -2);
  const length = constant(execution, 1) ?? dimension(signal, axis);
  const count = elements(signal) / (dimension(signal, axis) * dimension(signal, -1));
  return transforms(count, length, dimension(signal, -1) === 1);
};
var shortTime = (execution) => {
  const [batch = 1, frames = 1] = execution.output(0);
  const signal = execution.input(0);
  const isReal = signal.length < 3 || dimension(signal, 2) === 1;
  const length = execution.has(2) ? dimension(execution.input(2), 0) : constant(execution, 3) ?? dimension(signal, 1);
  const windowed = execution.has(2) ? batch * frames * length * (isReal ? 1 : 2) : 0;
  return windowed + transforms(batch * frames, length, isReal);
};
var realSide = (sideOf) => (execution) => {
  const signal = sideOf(execution);
  return transforms(elements(signal.slice(0, -1)), dimension(signal, -1), true);
};
function constant(execution, operand) {
  if (!execution.has(operand)) return void 0;
  const value = execution.values(operand)?.[0];
  if (value === void 0) throw new OpenShape(`operand ${operand}`);
  return value;
}
var FOURIER = {
  DFT: { elementwise: transform },
  STFT: { elementwise: shortTime },
  "com.microsoft.Rfft": { elementwise: realSide((execution) => execution.input(0)) },
  "com.microsoft.Irfft": { elementwise: realSide((execution) => execution.output(0)) }
};

// src/onnx/operators/linear-attention.ts
function flat(execution) {
  const queries = execution.integer("q_num_heads", 1);
  const states = execution.integer("kv_num_heads", 1);
  return {
    tokens: elements(execution.input(0).slice(0, -1)),
    states,
    readers: Math.max(queries, states),
    keySize: dimension(execution.input(0), -1) / queries,
    valueSize: dimension(execution.input(2), -1) / states
  };
}
function byHead(execution) {
  const value = execution.input(2);
  const states = dimension(value, -2);
  return {
    tokens: elements(value.slice(0, -2)),
    states,
    readers: Math.max(states, dimension(execution.input(0), -2)),
    keySize: dimension(execution.input(0), -1),
    valueSize: dimension(value, -1)
  };
}
var ruleOf = (execution) => execution.text("update_rule", "gated_delta");
var stateProducts = (statesOf) => (execution) => {
  const { tokens, states, readers, keySize, valueSize } = statesOf(execution);
  const updates = ruleOf(execution).includes("delta") ? 2 : 1;
  return tokens * (updates * states + readers) * keySize * valueSize;
};
var stateWork = (statesOf) => (execution) => {
  const { tokens, states, keySize, valueSize } = statesOf(execution);
  const rule = ruleOf(execution);
  const decay = rule.includes("gated") ? keySize * valueSize : 0;
  const delta = rule.includes("delta") ? 2 * valueSize : 0;
  return tokens * states * (decay + delta) + elements(execution.output(0));
};
var decays = (operand) => (execution) => execution.has(operand) ? elements(execution.input(operand)) : 0;
var gates = (execution) => {
  const gate = execution.text("gate_activation", "none") === "qwen" ? 3 * elements(execution.input(4)) : 0;
  const rate = execution.text("beta_activation", "none") === "sigmoid" ? elements(execution.input(5)) : 0;
  const values = elements(execution.input(0)) + elements(execution.input(1));
  return gate + rate + (execution.integer("qk_l2_norm", 0) !== 0 ? 3 * values : 0);
};
var linear2 = { macs: stateProducts(flat), elementwise: together(stateWork(flat), decays(4)) };
var engramGate = together(eachOf(0, 4), eachOf(1, 4), each(1));
var LINEAR_ATTENTION = {
  LinearAttention: linear2,
  "com.microsoft.LinearAttention": linear2,
  "com.microsoft.GatedDeltaNet": {
    macs: stateProducts(byHead),
    elementwise: together(stateWork(byHead), decays(4), gates)
  },
  // Sum, softplus, product; sigmoid.
  "com.microsoft.LinearAttentionGate": {
    elementwise: together(eachOf(0, 3), (execution) => execution.has(3) ? elements(execution.input(3)) : 0)
  },
  // The norms are multiplied with each other and summed: a contraction of the last dimension.
  "com.microsoft.EngramGate": {
    macs: eachOf(0),
    elementwise: engramGate,
    weights: { operands: [3, 4], single: true, quantised: false }
  }
};

// src/onnx/operators/matrix-product.ts
var product2 = (transposed2) => (execution) => {
  const axis = transposed2 !== void 0 && execution.integer(transposed2, 0) !== 0 ? -2 : -1;
  return elements(execution.output(0)) * dimension(execution.input(0), axis);
};
var fusedProduct = (execution) => {
  const moved = execution.integer("transBatchA", 0) !== 0;
  const transposed2 = execution.integer("transA", 0) !== 0;
  const axis = !transposed2 ? -1 : moved ? 0 : -2;
  return elements(execution.output(0)) * dimension(execution.input(0), axis);
};
var scaled = (execution) => execution.real("alpha", 1) === 1 ? 0 : elements(execution.output(0));
var gemm2 = { macs: product2("transA"), weights: weights(0, 1, 2) };
var fusedMatMul = { macs: fusedProduct, weights: weights(0, 1) };
var MATRIX_PRODUCTS = {
  Gemm: { ...gemm2, elementwise: together(added(2), scaled) },
  "com.microsoft.FusedGemm": { ...gemm2, elementwise: together(added(2), scaled, activated) },
  "com.microsoft.GemmFloat8": { ...gemm2, elementwise: together(added(2), scaled, activated) },
  "com.microsoft.GemmFastGelu": {
    macs: product2(),
    elementwise: together(added(2), each(TANH_GELU)),
    weights: weights(0, 1, 2)
  },
  "com.microsoft.QGemm": {
    macs: product2("transA"),
    contracts: [0, 3],
    elementwise: together(added(6), each(QUANTISATION)),
    weights: quantisedWeights(0, 3, 6)
  },
  MatMul: { macs: product2(), weights: weights(0, 1) },
  ...all("com.microsoft.FusedMatMul com.microsoft.TransposeMatMul", { ...fusedMatMul, elementwise: scaled }),
  "com.microsoft.FusedMatMulActivation": { ...fusedMatMul, elementwise: together(scaled, activated) },
  ...all("MatMulInteger com.microsoft.MatMulInteger16", {
    macs: product2(),
    weights: quantisedWeights(0, 1)
  }),
  // Scaled to floats, and the bias.
  "com.microsoft.MatMulIntegerToFloat": {
    macs: product2(),
    elementwise: together(each(1), added(6)),
    weights: quantisedWeights(0, 1, 6)
  },
  // Before that, the range of A is found and A quantised.
  "com.microsoft.DynamicQuantizeMatMul": {
    macs: product2(),
    elementwise: (execution) => (2 + QUANTISATION) * elements(execution.input(0)) + each(1)(execution) + added(4)(execution),
    weights: quantisedWeights(1, 4)
  },
  QLinearMatMul: {
    macs: product2(),
    contracts: [0, 3],
    elementwise: each(QUANTISATION),
    weights: quantisedWeights(0, 3)
  },
  "com.microsoft.QOrderedMatMul": {
    macs: product2(),
    contracts: [0, 2],
    elementwise: together(added(5, 6), each(QUANTISATION)),
    weights: quantisedWeights(2, 5)
  },
  // Each query through the weights of the gate [head size, D], then bias, sigmoids and the gate on every score.
  "com.microsoft.GatedRelativePositionBias": {
    macs: (execution) => elements(execution.input(0)) * dimension(execution.input(3), -1),
    contracts: [0, 3],
    elementwise: together(each(1), (execution) => {
      const queries = elements(execution.input(0));
      const gates2 = queries / dimension(execution.input(3), 0) * dimension(execution.input(3), 1);
      return queries + 2 * gates2;
    }),
    weights: weights(1, 3, 4, 5)
  },
  // Distances from norms and one product, as the runtime computes them: |a|^2 + |b|^2 - 2ab.
  "com.microsoft.CDist": {
    macs: (execution) => elements(execution.output(0)) * dimension(execution.input(0), -1),
    elementwise: (execution) => {
      const root = execution.text("metric", "sqeuclidean") === "euclidean" ? 1 : 0;
      const norms = 2 * (elements(execution.input(0)) + elements(execution.input(1)));
      return norms + (3 + root) * elements(execution.output(0));
    }
  },
  // Each place [x, y, 1] times an affine matrix (the definition of ai.onnx AffineGrid).
  AffineGrid: {
    macs: (execution) => elements(execution.output(0)) * dimension(execution.input(0), -1),
    contracts: [0]
  }
};

// src/onnx/operators/movement.ts
var MOVEMENT = {
  // The output is the input: nothing is written.
  ...all(
    `Dropout Flatten Identity Reshape Squeeze Unsqueeze com.microsoft.BitmaskDropout com.microsoft.ExpandDims
     com.microsoft.SampleOp`,
    { passes: [0], view: true }
  ),
  // What a branch or body writes is counted there.
  ...all("If Loop Scan SequenceMap", { view: true }),
  Gather: { passes: [0], weights: table(0) },
  "com.microsoft.TorchEmbedding": { passes: [0], weights: table(0) },
  // Looked up, then dequantised; blocks of packed values have one scale each.
  "com.microsoft.GatherBlockQuantized": {
    elementwise: each(QUANTISATION),
    weights: packedWeights(
      (execution) => elements(execution.input(2)) * execution.integer("block_size", 128),
      0
    )
  },
  ...all(
    `BitCast Cast CastLike DepthToSpace Expand GatherElements GatherND Slice SpaceToDepth Split Tile Transpose Trilu
     MemcpyFromHost MemcpyToHost com.microsoft.GatherND com.microsoft.Trilu com.microsoft.nchwc.ReorderInput
     com.microsoft.nchwc.ReorderOutput com.ms.internal.nhwc.DepthToSpace com.ms.internal.nhwc.SpaceToDepth`,
    { passes: [0] }
  ),
  Concat: { passes: "all" },
  ...all(
    `CenterCropPad Compress Constant ConstantOfShape Crop DynamicSlice EyeLike GivenTensorFill MaxUnpool NonZero OneHot
     Pad Range ReverseSequence Scatter ScatterElements ScatterND Shape Size TensorScatter
     Optional OptionalGetElement OptionalHasElement ConcatFromSequence SequenceAt SequenceConstruct SequenceEmpty
     SequenceErase SequenceInsert SequenceLength SplitToSequence
     RegexFullMatch StringConcat StringNormalizer StringSplit com.microsoft.Tokenizer
     com.microsoft.Pad com.microsoft.Range com.microsoft.RemovePadding com.microsoft.RestorePadding
     com.microsoft.UnfoldTensor com.ms.internal.nhwc.MaxUnpool`,
    {}
  )
};

// src/onnx/operators/normalisation.ts
var OF_ROOT_MEAN_SQUARE = 3;
var OF_VARIANCE = 5;
var norm = (perValue, groups, affine) => (execution) => {
  const learned = affine.filter((index) => execution.has(index)).length;
  return (perValue + learned) * elements(execution.output(0)) + 2 * groups(execution);
};
var before = (execution) => {
  const shape2 = execution.output(0);
  const axis = execution.integer("axis", -1);
  return elements(shape2.slice(0, axis < 0 ? shape2.length + axis : axis));
};
var rows2 = (execution) => elements(execution.output(0).slice(0, -1));
var channels = (execution) => elements(execution.output(0).slice(0, 2));
var lastChannels = (execution) => dimension(execution.output(0), 0) * dimension(execution.output(0), -1);
var ofScale = (execution) => elements(execution.output(0)) / Math.max(1, elements(execution.input(1)));
var grouped2 = (attribute) => (execution) => dimension(execution.output(0), 0) * execution.integer(attribute, 1);
var acrossAxes = (execution) => {
  const shape2 = execution.output(0);
  const axes = execution.integers("axes") ?? [0, 2, 3];
  return elements(shape2) / elements(axes.map((axis) => dimension(shape2, axis)));
};
var unitLength = (execution) => {
  const shape2 = execution.output(0);
  return 3 * elements(shape2) + elements(shape2) / dimension(shape2, execution.integer("axis", -1));
};
var activation = (execution) => execution.integer("activation", 0) === 0 ? 0 : SILU * elements(execution.output(0));
var embedded = (segment, mask) => (execution) => (execution.has(segment) ? 2 : 1) * elements(execution.output(0)) + (execution.has(mask) ? elements(execution.input(mask)) : 0);
var layer = norm(OF_VARIANCE, before, [1, 2]);
var rootMeanSquare = norm(OF_ROOT_MEAN_SQUARE, before, [1]);
var folded = { elementwise: eachOf(0, 2), weights: weights(1, 2) };
var NORMALISATION = {
  ...all("BatchNormalization com.ms.internal.nhwc.BatchNormalization", folded),
  InstanceNormalization: { elementwise: norm(OF_VARIANCE, channels, [1, 2]), weights: weights(1, 2) },
  "com.ms.internal.nhwc.InstanceNormalization": {
    elementwise: norm(OF_VARIANCE, lastChannels, [1, 2]),
    weights: weights(1, 2)
  },
  LayerNormalization: { elementwise: layer, weights: weights(1, 2) },
  ...all("RMSNormalization SimplifiedLayerNormalization", {
    elementwise: rootMeanSquare,
    weights: weights(1, 2)
  }),
  GroupNormalization: {
    elementwise: norm(OF_VARIANCE, grouped2("num_groups"), [1, 2]),
    weights: weights(1, 2)
  },
  LpNormalization: { elementwise: unitLength },
  MeanVarianceNormalization: { elementwise: norm(OF_VARIANCE, acrossAxes, []) },
  "com.microsoft.SkipLayerNormalization": {
    elementwise: together(added(1, 4), norm(OF_VARIANCE, rows2, [2, 3])),
    weights: weights(2, 3, 4)
  },
  "com.microsoft.SkipSimplifiedLayerNormalization": {
    elementwise: together(added(1, 3), norm(OF_ROOT_MEAN_SQUARE, rows2, [2])),
    weights: weights(2, 3)
  },
  "com.microsoft.GatedRMSNorm": {
    elementwise: together(norm(OF_ROOT_MEAN_SQUARE, ofScale, [1]), eachOf(2, SILU + 1)),
    weights: weights(1)
  },
  "com.microsoft.GroupNorm": {
    elementwise: together(norm(OF_VARIANCE, grouped2("groups"), [1, 2]), activation),
    weights: weights(1, 2)
  },
  "com.microsoft.SkipGroupNorm": {
    elementwise: together(added(3, 4), norm(OF_VARIANCE, grouped2("groups"), [1, 2]), activation),
    weights: weights(1, 2, 4)
  },
  "com.microsoft.EmbedLayerNormalization": {
    elementwise: together(embedded(4, 7), norm(OF_VARIANCE, rows2, [5, 6])),
    weights: weights(2, 3, 4, 5, 6)
  },
  "com.microsoft.QEmbedLayerNormalization": {
    elementwise: together(embedded(4, 7), norm(OF_VARIANCE, rows2, [5, 6])),
    weights: quantisedWeights(2, 3, 4, 5, 6)
  },
  "com.microsoft.QOrderedLayerNormalization": {
    elementwise: together(norm(OF_VARIANCE, before, [2, 3]), eachOf(0, QUANTISATION)),
    weights: weights(2, 3)
  }
};

// src/onnx/operators/packed-product.ts
var packedProduct = (results, times = 1) => (execution) => {
  const written2 = Array.from({ length: results }, (_, index) => elements(execution.output(index)));
  return times * written2.reduce((sum, count) => sum + count, 0) * execution.integer("K", 0);
};
var ofN = (execution) => execution.integer("N", 0);
var twice = (execution) => 2 * ofN(execution);
var threefold = (execution) => execution.integer("Nq", 0) + 2 * execution.integer("Nkv", 0);
var packed = (columns, biases) => (execution) => columns(execution) * execution.integer("K", 0) + biases.reduce((sum, bias) => sum + (execution.has(bias) ? elements(execution.input(bias)) : 0), 0);
var packedBits = (execution) => `int${execution.integer("bits", 4)}`;
var leadingNorm = (skip, scale) => (execution) => {
  const values = elements(execution.input(0));
  const rows3 = elements(execution.input(0).slice(0, -1));
  const norm2 = execution.has(scale) ? 4 * values + 2 * rows3 : 0;
  return norm2 + (execution.has(skip) ? values : 0);
};
var product3 = (execution) => elements(execution.output(0)) * dimension(execution.input(0), -1);
var PACKED_PRODUCTS = {
  "com.microsoft.MatMulNBits": {
    macs: packedProduct(1),
    contracts: packedBits,
    elementwise: added(5),
    weights: packedWeights(packed(ofN, [5]), 1, 5)
  },
  "com.microsoft.MatMulBnb4": {
    macs: packedProduct(1),
    contracts: () => "fp4",
    weights: packedWeights(packed(ofN, []), 1)
  },
  "com.microsoft.MatMulFpQ4": {
    macs: product3,
    contracts: () => "int4",
    // The third operand is the shape before packing.
    weights: packedWeights((execution) => elements(execution.values(2) ?? [0]), 1)
  },
  "com.microsoft.MatMulBlockQuantizedFp8Weight": {
    macs: product3,
    elementwise: added(4),
    weights: weights(1, 4)
  },
  "com.microsoft.MatMulBlockQuantizedFp4Weight": {
    macs: product3,
    contracts: () => "fp4",
    elementwise: added(5),
    // Two to a byte.
    weights: packedWeights((execution) => 2 * elements(execution.input(1)), 1)
  },
  // Two products of one input, the activation of the first and the product of both (SwiGLU).
  "com.microsoft.MatMulNBitsMlp": {
    macs: packedProduct(1, 2),
    contracts: packedBits,
    elementwise: together(
      leadingNorm(1, 2),
      added(5, 8),
      (execution) => activated(execution) + elements(execution.output(0))
    ),
    weights: packedWeights(packed(twice, [2, 5, 8]), 2, 3, 5, 6, 8)
  },
  "com.microsoft.MatMulNBitsQkv": {
    macs: packedProduct(3),
    contracts: packedBits,
    elementwise: together(
      leadingNorm(1, 2),
      (execution) => [5, 8, 11].map((bias, index) => execution.has(bias) ? elements(execution.output(index)) : 0).reduce((sum, count) => sum + count, 0)
    ),
    weights: packedWeights(packed(threefold, [2, 5, 8, 11]), 2, 3, 5, 6, 8, 9, 11)
  }
};

// src/onnx/operators/recurrent.ts
var gateProducts = (gates2) => (execution) => {
  const hidden = hiddenSize(execution);
  return steps(execution) * gates2 * hidden * (dimension(execution.input(0), -1) + hidden);
};
var cell = (operations, gates2) => (execution) => steps(execution) * (operations + (execution.has(3) ? gates2 : 0)) * hiddenSize(execution);
function steps(execution) {
  return directions(execution) * elements(execution.input(0).slice(0, 2));
}
function directions(execution) {
  return execution.text("direction", "forward") === "bidirectional" ? 2 : 1;
}
function hiddenSize(execution) {
  return execution.integer("hidden_size", 0) || dimension(execution.input(2), -1);
}
function memoryOf(execution) {
  const [, places2 = 1, depth = 1] = execution.input(11);
  return { places: places2, depth, attention: dimension(execution.input(8), -1) };
}
var attentive = (execution) => {
  const hidden = hiddenSize(execution);
  const { places: places2, depth, attention } = memoryOf(execution);
  const keys = directions(execution) * elements(execution.input(11)) * attention;
  const gates2 = 4 * hidden * (dimension(execution.input(1), -1) + hidden);
  const attend = hidden * attention + places2 * (attention + depth);
  const layer2 = execution.has(13) ? elements(execution.input(13).slice(1)) : 0;
  return keys + steps(execution) * (gates2 + attend + layer2);
};
var attentiveCell = (execution) => {
  const { places: places2, attention } = memoryOf(execution);
  return cell(9, 4)(execution) + steps(execution) * places2 * (2 * attention + SOFTMAX);
};
var RECURRENT = {
  LSTM: { macs: gateProducts(4), elementwise: cell(9, 4), weights: weights(1, 2, 3, 7) },
  "com.microsoft.DynamicQuantizeLSTM": {
    macs: gateProducts(4),
    elementwise: cell(9, 4),
    weights: quantisedWeights(1, 2, 3, 7)
  },
  GRU: { macs: gateProducts(3), elementwise: cell(8, 3), weights: weights(1, 2, 3) },
  RNN: { macs: gateProducts(1), elementwise: cell(1, 1), weights: weights(1, 2, 3) },
  "com.microsoft.AttnLSTM": {
    macs: attentive,
    elementwise: attentiveCell,
    weights: weights(1, 2, 3, 7, 8, 9, 10, 13)
  }
};

// src/onnx/operators/rotation.ts
function headSize(execution, cache) {
  const input = execution.input(0);
  if (input.length === 4) return dimension(input, -1);
  const heads = execution.integer("num_heads", 0);
  return heads > 0 ? dimension(input, -1) / heads : 2 * dimension(execution.input(cache), -1);
}
var rotary = (cache) => (execution) => {
  const rotated = execution.integer("rotary_embedding_dim", 0);
  const values = elements(execution.input(0));
  return ROTATION * (rotated === 0 ? values : values / headSize(execution, cache) * rotated);
};
var ROTATIONS = {
  RotaryEmbedding: { elementwise: rotary(1) },
  ...all("com.microsoft.RotaryEmbedding com.microsoft.MRotaryEmbedding", { elementwise: rotary(2) }),
  // Sine and cosine are computed as well.
  "com.microsoft.GemmaRotaryEmbedding": {
    elementwise: together(eachOf(0, 2), eachOf(1, ROTATION), eachOf(3, ROTATION))
  }
};

// src/onnx/operators/sampling.ts
var pooling2 = (execution) => elements(execution.integers("kernel_shape") ?? []) * elements(execution.output(0));
var localResponse = (execution) => (execution.integer("size", 1) + 3) * elements(execution.output(0));
function interpolation(mode, dimensions) {
  if (mode === "nearest" || dimensions === 0) return 0;
  return 2 * (mode.includes("cubic") ? 4 : 2) ** dimensions;
}
var resizing = (execution) => {
  const from = execution.input(0);
  const to = execution.output(0);
  const changed = to.filter((size, axis) => size !== from[axis]).length;
  return interpolation(execution.text("mode", "nearest"), changed) * elements(to);
};
var gridSampling = (execution) => {
  const dimensions = dimension(execution.input(1), -1);
  return interpolation(execution.text("mode", "linear"), dimensions) * elements(execution.output(0));
};
var cropping = (execution) => interpolation(execution.text("mode", "bilinear"), 2) * elements(execution.output(0));
var SAMPLING = {
  ...all(
    `AveragePool LpPool MaxPool com.microsoft.NhwcMaxPool com.microsoft.MaxpoolWithMask
     com.microsoft.nchwc.AveragePool com.microsoft.nchwc.MaxPool com.ms.internal.nhwc.AveragePool
     com.ms.internal.nhwc.LpPool com.ms.internal.nhwc.MaxPool`,
    { elementwise: pooling2 }
  ),
  ...all("com.microsoft.QLinearAveragePool com.ms.internal.nhwc.QLinearAveragePool", {
    elementwise: together(pooling2, each(QUANTISATION))
  }),
  ...all(
    `GlobalAveragePool GlobalLpPool GlobalMaxPool com.microsoft.nchwc.GlobalAveragePool
     com.microsoft.nchwc.GlobalMaxPool com.ms.internal.nhwc.GlobalAveragePool com.ms.internal.nhwc.GlobalLpPool
     com.ms.internal.nhwc.GlobalMaxPool`,
    { elementwise: eachOf(0) }
  ),
  "com.microsoft.QLinearGlobalAveragePool": { elementwise: together(eachOf(0), each(QUANTISATION)) },
  ...all("LRN com.ms.internal.nhwc.LRN", { elementwise: localResponse }),
  ...all("Resize Upsample com.ms.internal.nhwc.Resize com.microsoft.nchwc.Upsample", {
    elementwise: resizing
  }),
  ...all("GridSample com.microsoft.GridSample com.ms.internal.nhwc.GridSample", {
    elementwise: gridSampling
  }),
  "com.microsoft.CropAndResize": { elementwise: cropping }
};

// src/onnx/operators/undecided.ts
var UNDECIDED = {
  // How many boxes, values or regions there are, and how large. No sums of products.
  ...all(
    `NonMaxSuppression RoiAlign MaxRoiPool Unique ImageDecoder com.microsoft.Unique EfficientNMS_TRT
     MultilevelCropAndResize_TRT PyramidROIAlign_TRT`,
    { elementwise: "unstated" }
  ),
  // Searches: what their decoders compute is counted there, as often as they ran.
  ...all(
    `com.microsoft.BeamSearch com.microsoft.GreedySearch com.microsoft.Sampling com.microsoft.WhisperBeamSearch
     com.microsoft.BifurcationDetector com.microsoft.NGramRepeatBlock com.microsoft.NGramHashMapping`,
    { elementwise: "unstated" }
  ),
  // Which pairs of positions meet: global tokens, blocks of a mask, pages of a cache, flags.
  ...all("com.microsoft.LongformerAttention", {
    macs: "unstated",
    elementwise: "unstated",
    weights: weights(1, 2, 4, 5)
  }),
  ...all("com.microsoft.QOrderedLongformerAttention", {
    macs: "unstated",
    elementwise: "unstated",
    weights: { operands: [2, 4, 8, 10], single: true, quantised: true }
  }),
  ...all("com.microsoft.DecoderAttention", {
    macs: "unstated",
    elementwise: "unstated",
    weights: weights(2, 3, 4)
  }),
  ...all("com.microsoft.SparseAttention com.microsoft.PagedAttention", {
    macs: "unstated",
    elementwise: "unstated"
  }),
  // How many values of the sparse matrix are there.
  "com.microsoft.SparseToDenseMatMul": { macs: "unstated", elementwise: "unstated", weights: weights(0, 1) },
  // Compiled for one device, nothing of it in the graph.
  ...all("com.microsoft.EPContext com.microsoft.Snpe", { macs: "unstated", elementwise: "unstated" })
};

// src/onnx/operators/table.ts
var PARTS = [
  CONVOLUTIONS,
  MATRIX_PRODUCTS,
  PACKED_PRODUCTS,
  EINSUM,
  RECURRENT,
  ATTENTION,
  LINEAR_ATTENTION,
  EXPERTS,
  CLASSICAL,
  NORMALISATION,
  ELEMENTWISE,
  ROTATIONS,
  FOURIER,
  SAMPLING,
  MOVEMENT,
  UNDECIDED
];
var RULES = new Map(PARTS.flatMap((part) => Object.entries(part)));
function ruleOf2(op) {
  return RULES.get(op);
}

// src/onnx/parameters.ts
function parametersByNode(model) {
  return new Map([...weightsByNode(model)].map(([node, { parameters }]) => [node, parameters]));
}
var FOUND2 = /* @__PURE__ */ new WeakMap();
function weightsByNode(model) {
  const found2 = FOUND2.get(model) ?? findWeights(model);
  FOUND2.set(model, found2);
  return found2;
}
function findWeights(model) {
  const tracer = new Tracer(model);
  const weights2 = /* @__PURE__ */ new Map();
  for (const node of nodesWithin(model.graph)) {
    const claimed = tracer.claim(node);
    if (claimed.parameters > 0) weights2.set(node, claimed);
  }
  return weights2;
}
var Tracer = class {
  constructor(model) {
    this.model = model;
    for (const node of nodesWithin(model.graph)) {
      for (const output of node.outputs) this.#producers.set(output, node);
      for (const [from, to] of handedOver(node)) {
        this.#handedOver.set(to, [...this.#handedOver.get(to) ?? [], from]);
      }
    }
  }
  model;
  #producers = /* @__PURE__ */ new Map();
  #handedOver = /* @__PURE__ */ new Map();
  #claimed = /* @__PURE__ */ new Set();
  /** Values already traced, by what was allowed: a second visit finds nothing new. */
  #visited = /* @__PURE__ */ new Set();
  /** What is not constant holds no parameters. */
  #dimsOf = (name) => this.model.constants.get(name)?.dims ?? [0];
  /** The weights of a node that no node before it uses. */
  claim(node) {
    const rule = ruleOf2(node.op);
    if (rule === void 0)
      return weightsOf(this.traceAll(node.inputs, { single: false, integers: "narrow" }));
    if (rule.weights === void 0) return weightsOf([]);
    const { operands, single, quantised: quantised3, elements: packed2 } = rule.weights;
    const names = operands === "all" ? node.inputs : operands.map((index) => node.inputs[index] ?? "");
    const found2 = this.traceAll(names, { single, integers: quantised3 ? "stored" : "none" });
    if (packed2 === void 0 || found2.length === 0) return weightsOf(found2);
    const parameters = packed2(executionOf(node, this.#dimsOf, this.model.constants));
    return { constants: found2, parameters };
  }
  traceAll(names, allowed) {
    return names.flatMap((name) => this.trace(name, allowed));
  }
  /** Whether a value is computed: most are, and need no remembering. */
  #leadsNowhere(name) {
    if (this.model.constants.has(name) || this.#handedOver.has(name)) return false;
    const producer = this.#producers.get(name);
    return producer === void 0 || ruleOf2(producer.op)?.passes === void 0;
  }
  /** Constants, claimed by nobody yet, whose values reach the value of that name. */
  trace(wanted, allowed) {
    const found2 = [];
    const pending = [[wanted, allowed]];
    for (let next = pending.pop(); next !== void 0; next = pending.pop()) {
      const [name, as] = next;
      if (this.#leadsNowhere(name)) continue;
      const visit = `${String(as.single)} ${as.integers} ${name}`;
      if (name === "" || this.#visited.has(visit)) continue;
      this.#visited.add(visit);
      const constant2 = this.model.constants.get(name);
      if (constant2 !== void 0) {
        if (this.#claimed.has(name) || !isParameter(constant2, as)) continue;
        this.#claimed.add(name);
        found2.push(constant2);
        continue;
      }
      pending.push(...(this.#handedOver.get(name) ?? []).map((from) => [from, as]));
      const producer = this.#producers.get(name);
      if (producer !== void 0) pending.push(...passedOn(producer, as));
    }
    return found2;
  }
};
function weightsOf(constants2) {
  return { constants: constants2, parameters: constants2.reduce((sum, { elements: elements2 }) => sum + elements2, 0) };
}
function handedOver({
  op,
  inputs,
  outputs,
  bodies,
  attributes
}) {
  if (op === "If") {
    return bodies.flatMap(
      (branch) => outputs.map((to, index) => [branch.outputs[index] ?? "", to])
    );
  }
  if (op !== "Scan") return [];
  const slices = Number(attributes.find(({ name }) => name === "num_scan_inputs")?.i ?? 0);
  return bodies.flatMap(
    (body) => lastOf(body.inputs, slices).map((to, index) => [
      lastOf(inputs, slices)[index] ?? "",
      to
    ])
  );
}
function lastOf(names, count) {
  return names.slice(Math.max(0, names.length - count));
}
function passedOn(node, allowed) {
  const passes = ruleOf2(node.op)?.passes;
  if (passes === void 0) return [];
  const names = passes === "all" ? node.inputs : passes.map((index) => node.inputs[index] ?? "");
  const as = { ...allowed, integers: afterConversion(node.op, allowed.integers) };
  return names.map((name) => [name, as]);
}
function afterConversion(op, integers) {
  if (op.endsWith("DequantizeLinear")) return "stored";
  return op === "Cast" && integers === "none" ? "narrow" : integers;
}
function isParameter({ type, elements: elements2 }, { single, integers }) {
  if (elements2 === 1 && !single) return false;
  switch (type.class) {
    case "floating":
      return true;
    case "quantised":
      return integers !== "none";
    case "integer":
      return integers === "stored";
    case "other":
      return false;
  }
}

// src/onnx/critical-path.ts
function longestPath(graph, lengths) {
  const flow = dataflowOf(graph);
  const ends = /* @__PURE__ */ new Map();
  let longest = 0;
  for (const node of flow.order) {
    const start2 = flow.reads(node).reduce((latest, name) => Math.max(latest, ends.get(name) ?? 0), 0);
    const end = start2 + lengths.length(node) + insideOf(node, lengths);
    for (const name of node.outputs) ends.set(name, end);
    longest = Math.max(longest, end);
  }
  return longest;
}
function insideOf(node, lengths) {
  return node.bodies.reduce((sum, body) => {
    const runs = lengths.runs(body, node);
    return runs === 0 ? sum : sum + runs * longestPath(body, lengths);
  }, 0);
}

// src/onnx/in-place.ts
var IN_PLACE = new Set(
  `BitCast Cast CastLike Celu Clip Elu HardSigmoid LeakyRelu LogSoftmax ParametricSoftplus Relu ScaledTanh Scatter
   ScatterElements Selu Shrink Sigmoid Softmax Softplus Softsign Tanh TensorScatter ThresholdedRelu Trilu
   com.microsoft.Trilu`.split(/\s+/)
);
var COPIED = /* @__PURE__ */ new Set(["Dropout"]);
function worksInPlace(op) {
  return IN_PLACE.has(op);
}
function sharesBytes(op) {
  return !COPIED.has(op);
}

// src/onnx/buffers.ts
function planBuffers(flow, size) {
  return new Planner(flow, size).plan();
}
var Planner = class {
  constructor(flow, size) {
    this.flow = flow;
    this.size = size;
    this.#answers = new Set(flow.graph.outputs);
    for (const node of flow.order) {
      for (const name of flow.reads(node)) this.#reads.set(name, (this.#reads.get(name) ?? 0) + 1);
    }
  }
  flow;
  size;
  #buffers = [];
  #of = /* @__PURE__ */ new Map();
  /** Free ones by what they may hold, the one that became free last at the end. */
  #free = /* @__PURE__ */ new Map();
  #reads = /* @__PURE__ */ new Map();
  #answers;
  plan() {
    for (const [place, node] of this.flow.order.entries()) {
      for (const [index, name] of node.outputs.entries()) this.#write(node, name, index, place);
      for (const name of this.flow.reads(node)) this.#read(this.#of.get(name), place);
    }
    return this.#buffers;
  }
  #write(node, name, index, place) {
    const reads = this.#reads.get(name) ?? 0;
    const kept2 = this.#answers.has(name);
    if (name === "" || reads === 0 && !kept2 && index > 0) return;
    const shared = kept2 || index > 0 ? void 0 : this.#sharedBy(node, name);
    if (shared === "not ours") return;
    const buffer = shared ?? this.#take(this.size(node, name), place, kept2);
    buffer.reads += reads;
    this.#of.set(name, buffer);
    if (reads === 0) this.#leave(buffer, place);
  }
  /** The buffer of the first operand, where the first result lies in it. */
  #sharedBy(node, result) {
    const { op, inputs, bodies } = node;
    const buffer = this.#of.get(inputs[0] ?? "");
    if (ruleOf2(op)?.view && bodies.length === 0 && sharesBytes(op)) return buffer ?? "not ours";
    if (!worksInPlace(op) || buffer === void 0 || buffer.kept || buffer.reads > 1) return void 0;
    return buffer.bytes === this.size(node, result).bytes ? buffer : void 0;
  }
  #take({ bytes, like }, place, kept2) {
    const free = kept2 || like === null ? void 0 : this.#free.get(like)?.pop();
    if (free !== void 0) return free;
    const made = { bytes, like, from: place, to: kept2 ? this.flow.order.length : place, reads: 0, kept: kept2 };
    this.#buffers.push(made);
    return made;
  }
  #read(buffer, place) {
    if (buffer === void 0) return;
    buffer.reads--;
    this.#leave(buffer, place);
  }
  /** Frees a buffer of which nothing is read any more. */
  #leave(buffer, place) {
    if (buffer.kept || buffer.reads > 0) return;
    buffer.to = place;
    if (buffer.like === null) return;
    const alike = this.#free.get(buffer.like);
    if (alike === void 0) this.#free.set(buffer.like, [buffer]);
    else alike.push(buffer);
  }
};

// src/onnx/liveness.ts
function peakBytes(graph, run) {
  const flow = dataflowOf(graph);
  const grown = new Float64Array(flow.order.length);
  const shrunk = new Float64Array(flow.order.length + 1);
  for (const { bytes, from, to } of planBuffers(flow, (node, result) => run.size(node, result))) {
    grown[from] = (grown[from] ?? 0) + bytes;
    shrunk[to] = (shrunk[to] ?? 0) + bytes;
  }
  let live = 0;
  let peak = 0;
  for (const [place, node] of flow.order.entries()) {
    const before2 = live;
    live += grown[place] ?? 0;
    peak = Math.max(peak, live, before2 + insideOf2(node, live - before2, run));
    live -= shrunk[place] ?? 0;
  }
  return peak;
}
function insideOf2({ op, bodies }, results, run) {
  const peaks = bodies.filter((body) => run.runs(body)).map((body) => peakBytes(body, run));
  return Math.max(0, ...peaks) + (op === "If" ? 0 : results);
}

// src/onnx/reuse.ts
function parameterUses(model, times) {
  const uses = usesByValue(model.graph, times);
  const sum = { uses: 0, parameters: 0 };
  for (const { constants: constants2, parameters } of weightsByNode(model).values()) {
    const elements2 = constants2.reduce((all2, each2) => all2 + each2.elements, 0);
    for (const constant2 of constants2) {
      sum.uses += (uses.get(constant2.name) ?? 0) * constant2.elements * (parameters / elements2);
    }
    sum.parameters += parameters;
  }
  return sum;
}
function usesByValue(graph, times) {
  const uses = /* @__PURE__ */ new Map();
  const handedTo = /* @__PURE__ */ new Map();
  const add = (name, count) => void uses.set(name, (uses.get(name) ?? 0) + count);
  const usesOf = (name) => (uses.get(name) ?? 0) + (uses.get(handedTo.get(name) ?? "") ?? 0);
  const nodes = flattened(graph);
  for (const node of nodes) for (const [from, to] of handedOver(node)) handedTo.set(from, to);
  for (const node of nodes.toReversed()) {
    const rule = ruleOf2(node.op);
    for (const [operand, name] of node.inputs.entries()) {
      if (name === "") continue;
      const weights2 = rule === void 0 ? "all" : rule.weights?.operands;
      if (weights2 === "all" || weights2?.includes(operand) === true) add(name, times(node));
      else if (rule?.passes === "all" || rule?.passes?.includes(operand) === true)
        add(name, Math.max(0, ...node.outputs.map(usesOf)));
    }
  }
  return uses;
}
function flattened(graph) {
  return dataflowOf(graph).order.flatMap((node) => [node, ...node.bodies.flatMap((body) => flattened(body))]);
}

// src/onnx/shapes.ts
function knownShapes(model, inferred) {
  const shapes = /* @__PURE__ */ new Map();
  for (const { name, dims } of model.constants.values()) shapes.set(name, dims);
  const scalars = new Set(
    inferred.filter(({ shape: shape2 }) => shape2?.length === 1 && shape2[0] === 0).map(({ name }) => name)
  );
  for (const { name, shape: shape2 } of inferred) {
    const dims = shape2 ?? [];
    if (dims.length === 0 ? scalars.has(rankName(name)) : isClosed(dims)) shapes.set(name, dims);
  }
  return shapes;
}
function isClosed(dims) {
  return dims.every((dim) => typeof dim === "number" && dim >= 0);
}
function executedShapes(node, { inputs, outputs }, constants2) {
  return named(node, { inputs, outputs }, constants2);
}
function executedTypes(node, { inputTypes = [], outputTypes = [] }, constants2) {
  return named(node, { inputs: inputTypes, outputs: outputTypes }, constants2);
}
function named({ inputs, outputs }, told2, constants2) {
  const packable = (name) => {
    const type = constants2.get(name)?.type.class;
    return type !== void 0 && type !== "other";
  };
  return new Map([...paired(inputs, told2.inputs, packable), ...paired(outputs, told2.outputs, () => false)]);
}
function paired(names, told2, mayMiss) {
  const present = names.filter((name) => name !== "");
  const missing = present.length - told2.length;
  const pair = (name, each2) => each2 === void 0 ? [] : [[name, each2]];
  if (missing === 0) return present.flatMap((name, index) => pair(name, told2[index]));
  if (missing < 0 || missing > present.filter(mayMiss).length) return [];
  const first = present.findIndex(mayMiss);
  const last = present.findLastIndex(mayMiss);
  return [
    ...present.slice(0, first).flatMap((name, index) => pair(name, told2[index])),
    ...present.slice(last + 1).flatMap((name, index) => pair(name, told2[last + 1 - missing + index]))
  ];
}

// src/onnx/runs.ts
function* nodeRuns(model, executions) {
  const byNode = /* @__PURE__ */ new Map();
  for (const execution of executions ?? []) {
    const known = byNode.get(execution.node);
    if (known === void 0) byNode.set(execution.node, [execution]);
    else known.push(execution);
  }
  const told2 = executions === null ? null : (node) => byNode.get(node.name) ?? [];
  yield* runsWithin(model.graph, { times: 1, within: null }, told2, model.constants);
}
function executionsOf({ times, shapes }, known) {
  const told2 = shapes.map((own) => [(name) => own.get(name) ?? known(name), 1]);
  const untold = (times ?? 0) - shapes.length;
  if (untold > 0) told2.push([known, untold]);
  return told2;
}
function undecided({ within }) {
  return { kind: "undecided", op: within?.op ?? "", node: within?.name ?? "" };
}
function* runsWithin(graph, { times, within }, told2, constants2) {
  for (const node of graph.nodes) {
    const shapes = (told2?.(node) ?? []).slice(0, times ?? 0).map((execution) => executedShapes(node, execution, constants2));
    yield { node, times, shapes, within };
    for (const body of node.bodies)
      yield* runsWithin(body, { times: timesOf(body, told2), within: node }, told2, constants2);
  }
}
function timesOf(body, told2) {
  if (told2 === null) return null;
  return body.nodes.reduce((most, node) => Math.max(most, told2(node).length), 0);
}

// src/onnx/total.ts
var SHOWN = 3;
var Total = class _Total {
  #sum = 0;
  /** Made when something is lacking: there is a total for each of many thousand nodes. */
  #unknown = null;
  /** @returns a sum of one summand. */
  static of(amount) {
    const total = new _Total();
    total.add(amount);
    return total;
  }
  static copyOf(other) {
    const total = new _Total();
    total.include(other);
    return total;
  }
  add(amount) {
    this.#sum += amount;
  }
  lack(reason) {
    this.#namesOf(reason.kind).add(nameOf(reason));
  }
  /** Adds another total so many times over. */
  include(other, times = 1) {
    this.#sum += times * other.#sum;
    if (other.#unknown === null) return;
    for (const [kind, names] of other.#unknown) {
      for (const name of names) this.#namesOf(kind).add(name);
    }
  }
  /** Whether a shape is missing that a run of the model would tell. */
  get isOpen() {
    return this.#unknown?.has("open") === true;
  }
  get value() {
    return this.#unknown !== null || !Number.isSafeInteger(this.#sum) ? null : this.#sum;
  }
  toCount() {
    const { value } = this;
    return { value, reason: value === null ? this.#reason() : null };
  }
  #reason() {
    const missing = KINDS.filter((kind) => this.#unknown?.has(kind) === true);
    if (missing.length === 0) return "more than 2^53";
    return missing.map((kind) => SENTENCES[kind](some([...this.#namesOf(kind)]))).join("; ");
  }
  #namesOf(kind) {
    this.#unknown ??= /* @__PURE__ */ new Map();
    const names = this.#unknown.get(kind) ?? /* @__PURE__ */ new Set();
    this.#unknown.set(kind, names);
    return names;
  }
};
var SENTENCES = {
  "no rule": (names) => `no cost rule for ${names}`,
  unstated: (names) => `no cost stated for ${names}`,
  impossible: (names) => `attributes or shapes beyond any number that can be counted: ${names}`,
  open: (names) => `open shapes: ${names}`,
  untyped: (names) => `values of no known number of bytes: ${names}`,
  unseen: (names) => `weights that cannot be looked into: ${names}`,
  undecided: (names) => `decided at run time, which was not profiled: what runs inside ${names}`
};
var KINDS = Object.keys(SENTENCES);
function nameOf(reason) {
  switch (reason.kind) {
    case "no rule":
    case "unstated":
    case "impossible":
      return quote(reason.op).slice(1, -1);
    case "open":
    case "untyped":
    case "unseen":
      return reason.value;
    case "undecided":
      return `${reason.op} ${quote(reason.node)}`;
  }
}
function some(names) {
  const rest = names.length - SHOWN;
  return names.slice(0, SHOWN).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

// src/onnx/traffic.ts
var SELECTING = new Set(
  `Compress Crop DynamicSlice Gather GatherElements GatherND Slice com.microsoft.GatherND
   com.microsoft.TorchEmbedding`.split(/\s+/)
);
var LOOKING_UP = /* @__PURE__ */ new Map([
  // The scales and zero points of the rows go with them.
  ["com.microsoft.GatherBlockQuantized", { tables: [0, 2, 3], indices: 1 }],
  ["com.microsoft.EmbedLayerNormalization", { tables: [2, 3, 4], indices: 0 }],
  ["com.microsoft.QEmbedLayerNormalization", { tables: [2, 3, 4], indices: 0 }]
]);
var DESCRIBING = new Set(
  "EyeLike RandomNormalLike RandomUniformLike Shape Size".split(" ")
);
function trafficOf(node, bytes, shapeOf2) {
  const { op, inputs, outputs } = node;
  if (ruleOf2(op)?.view) return 0;
  const sum = (names) => names.reduce((all2, name) => name === "" ? all2 : all2 + bytes(name), 0);
  const written2 = sum(outputs);
  if (DESCRIBING.has(op)) return written2;
  if (SELECTING.has(op)) return sum(inputs.slice(1)) + 2 * written2;
  const share2 = lookedUp(node, shapeOf2);
  const read = inputs.reduce((all2, name, place) => all2 + share2(place) * sum([name]), 0);
  return read + written2;
}
function lookedUp({ op, inputs, attributes }, shapeOf2) {
  const { tables, indices } = LOOKING_UP.get(op) ?? { tables: [], indices: 0 };
  const axis = Number(attributes.find(({ name }) => name === "gather_axis")?.i ?? 0);
  return (place) => {
    if (!tables.includes(place)) return 1;
    const rows3 = shapeOf2(inputs[place] ?? "")?.at(axis) ?? 1;
    return elements(shapeOf2(inputs[indices] ?? "") ?? []) / Math.max(1, rows3);
  };
}

// src/onnx/value-types.ts
var UINT8 = elementType2(2);
var DEQUANTIZE = /* @__PURE__ */ new Set(["DequantizeLinear", "com.microsoft.DequantizeLinear"]);
var QUANTIZE = /* @__PURE__ */ new Set(["QuantizeLinear", "com.microsoft.QuantizeLinear", "DynamicQuantizeLinear"]);
function valueTypes(model, inferred, executions) {
  const told2 = toldTypes(model, inferred, executions);
  const conclusions = new Conclusions(told2);
  conclusions.follow(model.graph);
  return { told: told2, stored: conclusions.stored };
}
function bytesOf(shape2, type) {
  return type === void 0 || type.bits === 0 ? void 0 : Math.ceil(elements(shape2) * type.bits / 8);
}
function toldTypes(model, inferred, executions) {
  const types = /* @__PURE__ */ new Map();
  const tell = (name, type) => {
    if (type !== void 0 && !types.has(name)) types.set(name, type);
  };
  for (const { name, type } of model.constants.values()) tell(name, type);
  for (const [name, type] of declaredTypes(model.proto.graph)) tell(name, type);
  for (const { name, type } of inferred) if (type !== null) tell(name, elementTypeNamed(type));
  if (executions === null) return types;
  const first = /* @__PURE__ */ new Map();
  for (const execution of executions) if (!first.has(execution.node)) first.set(execution.node, execution);
  for (const node of nodesWithin(model.graph)) {
    const execution = first.get(node.name);
    if (execution === void 0) continue;
    for (const [name, type] of executedTypes(node, execution, model.constants))
      tell(name, elementTypeNamed(type));
  }
  return types;
}
function declaredTypes({ input, output, node }) {
  const own = [...input, ...output].flatMap(({ name, type }) => {
    const declared = type?.value;
    const isTensor = declared?.case === "tensorType" || declared?.case === "sparseTensorType";
    return isTensor && declared.value.elemType !== 0 ? [[name, elementType2(declared.value.elemType)]] : [];
  });
  return [...own, ...node.flatMap(subgraphsOf).flatMap(declaredTypes)];
}
var Beside = class {
  constructor(others) {
    this.others = others;
  }
  others;
  #own = /* @__PURE__ */ new Map();
  get(name) {
    return (this.#own.size > 0 ? this.#own.get(name) : void 0) ?? this.others.get(name);
  }
  set(name, type) {
    if (this.get(name) !== type) this.#own.set(name, type);
  }
};
var Conclusions = class {
  #actual;
  #stored;
  constructor(told2) {
    this.#actual = new Beside(told2);
    this.#stored = new Beside(this.#actual);
  }
  get stored() {
    return this.#stored;
  }
  follow(graph) {
    for (const node of dataflowOf(graph).order) {
      for (const body of node.bodies) this.follow(body);
      for (const [index, output] of node.outputs.entries()) this.#write(node, index, output);
    }
  }
  #write(node, index, output) {
    const actual = this.#actual.get(output) ?? this.#typeWritten(node, index);
    if (actual === void 0) return;
    this.#actual.set(output, actual);
    this.#stored.set(output, this.#storedBefore(node) ?? actual);
  }
  #typeWritten({ op, inputs, outputs, bodies, attributes }, index) {
    const actual = (position) => this.#actual.get(inputs[position] ?? "");
    const answers = bodies.map((body) => this.#actual.get(body.outputs.at(index - outputs.length) ?? ""));
    if (bodies.length > 0) return answers.find((type) => type !== void 0);
    const named2 = attributes.find(({ name }) => name === "to" || name === "output_dtype");
    if (named2 !== void 0 && named2.i !== 0n) return elementType2(Number(named2.i));
    if (QUANTIZE.has(op)) return actual(2) ?? UINT8;
    if (DEQUANTIZE.has(op) || op === "CastLike") return actual(1);
    const types = inputs.flatMap((name) => this.#actual.get(name) ?? []);
    return types.find((type) => type.class === "floating") ?? types[0];
  }
  #storedBefore({ op, inputs }) {
    const moves = ruleOf2(op)?.passes !== void 0 && !QUANTIZE.has(op) && !op.startsWith("Cast");
    return moves || DEQUANTIZE.has(op) ? this.#stored.get(inputs[0] ?? "") : void 0;
  }
};

// src/onnx/structure.ts
function structureOf(tally) {
  const seen = new Observed(tally);
  const { work } = seen;
  const traffic = seen.traffic();
  return {
    ...seen.reuse(),
    depth: seen.depth(),
    parallelism: over(work, work.value === null ? 0 : seen.criticalWork(), "nothing is computed"),
    memory_traffic_bytes: traffic.toCount(),
    arithmetic_intensity: traffic.value === null ? traffic.toCount() : over(work, traffic.value, "no memory is moved"),
    peak_activation_bytes: seen.peak()
  };
}
function trafficByNode(tally) {
  const seen = new Observed(tally);
  return new Map([...tally.nodes.keys()].map((node) => [node, seen.trafficOf(node).value]));
}
var NO_PARAMETERS = "there are no parameters";
function over(dividend, divisor, none) {
  const { value } = dividend;
  if (value === null) return dividend.toCount();
  return divisor === 0 ? { value: null, reason: none } : { value: value / divisor, reason: null };
}
var Observed = class {
  constructor(tally) {
    this.tally = tally;
    for (const own of tally.nodes.values()) {
      this.#macs.include(own.macs);
      this.work.include(own.macs, 2);
      this.work.include(own.elementwise);
      lacksDecision(own.runs, this.#decided);
    }
  }
  tally;
  /** FLOPs of all nodes together. */
  work = new Total();
  #macs = new Total();
  #known = (name) => this.tally.shapes.get(name);
  /** Zero, or what lets nobody know which nodes run. */
  #decided = new Total();
  /** Computing operators on the longest path. One without a rule may compute, and counts. */
  depth() {
    const total = Total.copyOf(this.#decided);
    const length = ({ op }) => {
      const rule = ruleOf2(op);
      return rule === void 0 || rule.macs !== void 0 || rule.elementwise !== void 0 ? 1 : 0;
    };
    if (total.value !== null) total.add(this.#longest(length));
    return total.toCount();
  }
  /** FLOPs of the dearest path: what cannot be done at the same time, however many processors there are. */
  criticalWork() {
    return this.#longest((node) => {
      const own = this.tally.nodes.get(node);
      const times = own?.runs.times ?? 0;
      return own === void 0 || times === 0 ? 0 : workOf2(own) / times;
    });
  }
  reuse() {
    const { uses, parameters } = parameterUses(this.tally.model, (node) => this.#times(node));
    const all2 = Total.copyOf(this.#decided);
    if (all2.value !== null) all2.add(uses);
    return {
      macs_per_parameter: over(this.#macs, parameters, NO_PARAMETERS),
      parameter_uses: over(all2, parameters, NO_PARAMETERS)
    };
  }
  traffic() {
    const total = new Total();
    for (const node of this.tally.nodes.keys()) total.include(this.trafficOf(node));
    return total;
  }
  /** Of all executions of a node. */
  trafficOf(node) {
    const total = new Total();
    const runs = this.tally.nodes.get(node)?.runs;
    if (runs === void 0 || lacksDecision(runs, total)) return total;
    for (const [shapeOf2, times] of executionsOf(runs, this.#known)) {
      const bytes = (name) => this.#bytes(node, name, shapeOf2(name), total);
      total.add(times * trafficOf(node, bytes, shapeOf2));
    }
    return total;
  }
  peak() {
    const total = Total.copyOf(this.#decided);
    if (total.value === null) return total.toCount();
    const bytes = peakBytes(this.tally.model.graph, {
      runs: (body) => this.#timesOf(body) > 0,
      size: (node, name) => this.#size(node, name, total)
    });
    total.add(bytes);
    return total.toCount();
  }
  /** The largest that a result is in any execution. */
  #size(node, name, total) {
    let largest = { bytes: 0, like: null };
    const { shapes, nodes } = this.tally;
    const runs = nodes.get(node)?.runs;
    for (const [shapeOf2] of runs === void 0 ? [] : executionsOf(runs, this.#known)) {
      const shape2 = shapeOf2(name);
      const bytes = this.#bytes(node, name, shape2, total);
      const inferred = shapes.get(name) ?? [];
      const like = inferred.length === 0 ? null : `${bytes}:${inferred.join("x")}`;
      if (bytes > largest.bytes) largest = { bytes, like };
    }
    return largest;
  }
  #longest(length) {
    return longestPath(this.tally.model.graph, {
      length,
      runs: (body, of2) => {
        const times = this.#times(of2);
        return times === 0 ? 0 : this.#timesOf(body) / times;
      }
    });
  }
  #timesOf({ nodes: [first] }) {
    return first === void 0 ? 0 : this.#times(first);
  }
  #times(node) {
    return this.tally.nodes.get(node)?.runs.times ?? 0;
  }
  #bytes({ op }, name, shape2, total) {
    const bytes = shape2 && bytesOf(shape2, this.tally.types.told.get(name));
    if (shape2 === void 0) total.lack({ kind: "open", value: `${quote(name)} (${op})` });
    else if (bytes === void 0) total.lack({ kind: "untyped", value: `${quote(name)} (${op})` });
    return bytes ?? 0;
  }
};
function workOf2({ macs, elementwise }) {
  const [contracted, rest] = [macs.value, elementwise.value];
  return contracted === null || rest === null ? 0 : 2 * contracted + rest;
}
function lacksDecision(runs, total) {
  if (runs.times === null) total.lack(undecided(runs));
  return runs.times === null;
}

// src/onnx/precision.ts
var UNKNOWN = "unknown";
var FIRST_TWO = [0, 1];
var NAMES = [
  [/^float(64|32|16)$/, "fp$1"],
  [/^bfloat16$/, "bf16"],
  [/^float([48])e.*$/, "fp$1"],
  [/^u?int(\d+)$/, "int$1"]
];
function precisionName({ name }) {
  const found2 = NAMES.find(([pattern]) => pattern.test(name));
  return found2 === void 0 ? name : name.replace(...found2);
}
function precisionOf(node, contracted = FIRST_TWO, typeOf2, constants2) {
  if (typeof contracted === "function")
    return contracted(executionOf(node, (name) => constants2.get(name)?.dims, constants2));
  const types = contracted.flatMap((index) => {
    const name = node.inputs[index] ?? "";
    return name === "" ? [] : [typeOf2(name) ?? elementType2(0)];
  });
  const [first, ...rest] = types;
  if (first === void 0 || types.some(({ bits }) => bits === 0)) return UNKNOWN;
  return precisionName(rest.reduce((least, type) => type.bits < least.bits ? type : least, first));
}

// src/onnx/tally.ts
function tallyModel(model, inferred, executions) {
  const shapes = knownShapes(model, inferred);
  const types = valueTypes(model, inferred, executions);
  const facts = {
    model,
    shapeOf: (name) => shapes.get(name),
    storedType: (name) => types.stored.get(name)
  };
  const nodes = /* @__PURE__ */ new Map();
  for (const runs of nodeRuns(model, executions)) {
    nodes.set(runs.node, tallyOf(runs, facts));
  }
  const source = executions !== null ? "inference and a profiled run" : inferred.length > 0 ? "inference" : "none";
  return { model, shapes, types, nodes, source };
}
function byOperator({ nodes }) {
  const tallies = /* @__PURE__ */ new Map();
  for (const [{ op }, own] of nodes) {
    const row = tallies.get(op) ?? emptyTally();
    tallies.set(op, row);
    row.executions.include(own.executions);
    for (const quantity of QUANTITIES) row[quantity].include(own[quantity]);
  }
  return tallies;
}
function emptyTally() {
  return { executions: new Total(), macs: new Total(), elementwise: new Total(), activations: new Total() };
}
function tallyOf(runs, facts) {
  const { node, times } = runs;
  const rule = ruleOf2(node.op);
  const sum = totaller(runs, facts);
  const unknown = rule === void 0 ? { kind: "no rule", op: node.op } : void 0;
  const macs = sum(unknown ?? stated(node, rule?.macs));
  return {
    runs,
    executions: times === 1 ? ONCE : times === null ? sum(undecided(runs)) : Total.of(times),
    macs,
    elementwise: sum(unknown ?? stated(node, rule?.elementwise)),
    activations: sum(rule?.view ? void 0 : written(node)),
    precisions: times === null ? NONE : precisionsOf(node, macs, sum, facts)
  };
}
var ONCE = Total.of(1);
var NOTHING = new Total();
var NONE = /* @__PURE__ */ new Map();
function totaller(runs, { shapeOf: shapeOf2, model }) {
  const { node, times } = runs;
  const executions = executionsOf(runs, shapeOf2);
  const seen = executions.map(([shapes]) => executionOf(node, shapes, model.constants));
  return (cost) => {
    if (cost === void 0) return NOTHING;
    const total = new Total();
    if (times === null) total.lack(undecided(runs));
    for (const [index, execution] of seen.entries())
      addTo(total, node, cost, execution, executions[index]?.[1] ?? 0);
    return total;
  };
}
function precisionsOf(node, all2, sum, { storedType, model: { constants: constants2 } }) {
  const rule = ruleOf2(node.op);
  if (rule?.macs === void 0 || all2.value === null) return NONE;
  const precisions = /* @__PURE__ */ new Map();
  const add = (contracted, macs, times = 1) => {
    const precision = precisionOf(node, contracted, storedType, constants2);
    const total = precisions.get(precision) ?? new Total();
    total.include(macs, times);
    precisions.set(precision, total);
  };
  add(rule.contracts, all2);
  if (rule.apart === void 0) return precisions;
  const apart = sum(rule.apart.macs);
  add(rule.contracts, apart, -1);
  add(rule.apart.contracts, apart);
  return precisions;
}
var QUANTITIES = ["macs", "elementwise", "activations"];
function stated({ op }, cost) {
  return cost === "unstated" ? { kind: "unstated", op } : cost;
}
function written({ outputs }) {
  return (execution) => outputs.reduce((sum, name, index) => name === "" ? sum : sum + elements(execution.output(index)), 0);
}
function addTo(total, { op }, cost, execution, alike) {
  if (typeof cost !== "function") {
    total.lack(cost);
    return;
  }
  try {
    const operations = cost(execution);
    if (Number.isSafeInteger(operations) && operations >= 0) total.add(alike * operations);
    else total.lack({ kind: "impossible", op });
  } catch (thrown) {
    if (!(thrown instanceof OpenShape)) throw thrown;
    total.lack({ kind: "open", value: `${thrown.value} (${op})` });
  }
}

// src/onnx/weights/non-zero.ts
var PLAIN_ZERO = { bits: [0], stride: 1 };
var FLOATING_WORDS = {
  float32: [2147483647],
  float64: [~0, 2147483647],
  complex64: [2147483647, 2147483647],
  complex128: [~0, 2147483647, ~0, 2147483647]
};
var FLOATING_BITS = {
  float16: 32767,
  bfloat16: 32767,
  float8e4m3fn: 127,
  float8e5m2: 127,
  float4e2m1: 7
};
function markerOf({ name, bits, class: kind }, zero) {
  if (bits === 0 || name === "float8e8m0") return null;
  if (kind === "floating") {
    return bits >= 32 ? words(FLOATING_WORDS[name] ?? []) : narrow(bits, FLOATING_BITS[name] ?? 255, zero);
  }
  return bits === 32 ? words([~0]) : bits < 32 ? narrow(bits, 65535, zero) : null;
}
function words(masks) {
  const [mask = 0, ...others] = masks;
  return (chunk, _first, marks) => {
    const view = new Int32Array(chunk.buffer, chunk.byteOffset, chunk.length >> 2);
    if (others.length === 0) {
      for (let index = 0; index < view.length; index++)
        marks[index] = ((view[index] ?? 0) & mask) === 0 ? 0 : 1;
      return view.length;
    }
    const count = Math.floor(view.length / masks.length);
    for (let index = 0; index < count; index++) {
      const element = view.subarray(index * masks.length);
      marks[index] = masks.some((each2, word) => ((element[word] ?? 0) & each2) !== 0) ? 1 : 0;
    }
    return count;
  };
}
function narrow(bits, mask, { bits: zeros, stride }) {
  const all2 = 2 ** bits - 1;
  const meant = mask & all2;
  const zeroAt = (place) => (zeros[Math.floor(place / stride) % zeros.length] ?? 0) & meant;
  const [only] = zeros.length === 1 ? [zeroAt(0)] : [];
  const perUnit = bits < 8 ? 8 / bits : 1;
  return (chunk, first, marks) => {
    const units = bits === 16 ? new Uint16Array(chunk.buffer, chunk.byteOffset, chunk.length >> 1) : chunk;
    const count = units.length * perUnit;
    for (let index = 0; index < count; index++) {
      const unit = units[perUnit === 1 ? index : Math.floor(index / perUnit)] ?? 0;
      const element = (perUnit === 1 ? unit : unit >> bits * (index % perUnit)) & meant;
      marks[index] = element === (only ?? zeroAt(first + index)) ? 0 : 1;
    }
    return count;
  };
}

// src/onnx/weights/patterns.ts
function axisOf(dims, axis) {
  const at = axis < 0 ? axis + dims.length : axis;
  const size = dims[at];
  return size === void 0 ? void 0 : { size, stride: dims.slice(at + 1).reduce((all2, dim) => all2 * dim, 1) };
}
var GROUP = 4;
var KEPT = 2;
var TwoOfFour = class {
  constructor(axis) {
    this.axis = axis;
    this.#kept = new Uint8Array(axis.stride);
  }
  axis;
  holds = true;
  #along = 0;
  #inner = 0;
  #kept;
  see(marks, count) {
    const { size, stride } = this.axis;
    const kept2 = this.#kept;
    let [along, inner] = [this.#along, this.#inner];
    let most = 0;
    for (let index = 0; index < count && most <= KEPT; index++) {
      const sum = (kept2[inner] ?? 0) + (marks[index] ?? 0);
      if (sum > most) most = sum;
      kept2[inner] = sum;
      if (++inner < stride) continue;
      inner = 0;
      if (++along === size) along = 0;
      if (along % GROUP === 0) kept2.fill(0);
    }
    this.holds &&= most <= KEPT;
    [this.#along, this.#inner] = [along, inner];
  }
};
var ZeroChannels = class {
  constructor(axis) {
    this.axis = axis;
    this.#alive = new Uint8Array(axis.size);
    this.#zero = axis.size;
  }
  axis;
  #along = 0;
  #inner = 0;
  #zero;
  #alive;
  get count() {
    return this.#zero;
  }
  see(marks, count) {
    const { size, stride } = this.axis;
    const alive = this.#alive;
    let [along, inner, zero] = [this.#along, this.#inner, this.#zero];
    for (let index = 0; index < count && zero > 0; ) {
      const end = Math.min(index + stride - inner, count);
      const next = alive[along] === 0 ? nextOne(marks, index, end) : end;
      if (next < end) {
        alive[along] = 1;
        zero--;
      }
      inner += end - index;
      index = end;
      if (inner < stride) continue;
      inner = 0;
      if (++along === size) along = 0;
    }
    [this.#along, this.#inner, this.#zero] = [along, inner, zero];
  }
};
function nextOne(marks, start2, end) {
  let place = start2;
  while (place < end && marks[place] === 0) place++;
  return place;
}

// src/onnx/weights/payload.ts
import path2 from "node:path";

// src/onnx/disk.ts
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from "node:fs";
import path from "node:path";
function refuseIndirection({ file, label }, location) {
  const refusal3 = `${label} needs the external data ${quote(location)}, which cannot be read`;
  let place = path.dirname(file);
  const segments = location.split("/");
  for (const [index, segment] of segments.entries()) {
    place = path.join(place, segment);
    const stats = attemptSystem(refusal3, () => lstatSync(place, { throwIfNoEntry: false }));
    if (stats === void 0) {
      throw new GateError(
        "model",
        `${label} needs the external data ${quote(location)}, which is missing.`,
        "Put the file beside the model as it was exported, or fetch it (git lfs pull)."
      );
    }
    const expected = index < segments.length - 1 ? stats.isDirectory() : stats.isFile();
    if (!expected) {
      throw new FormatFault(
        "invalid",
        `has external data at ${quote(location)}, which is no regular file in its folder`
      );
    }
  }
}
function withFile(file, refusal3, use) {
  const descriptor = attemptSystem(refusal3, () => openSync(file, constants.O_RDONLY | constants.O_NONBLOCK));
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile())
      throw new GateError("model", `${refusal3}: it is no regular file.`, "Give the path of a file.");
    return use(
      stats.size,
      (target, position) => attemptSystem(refusal3, () => readSync(descriptor, target, 0, target.length, position))
    );
  } finally {
    closeSync(descriptor);
  }
}
function attemptSystem(refusal3, action) {
  try {
    return action();
  } catch (cause) {
    const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : void 0;
    const why = code === "ENOENT" ? "there is no such file" : String(code ?? cause);
    throw new GateError("model", `${refusal3}: ${why}.`, "Check the path and the permissions.", { cause });
  }
}

// src/onnx/tensors-of.ts
function* tensorsOf(model) {
  if (model.graph !== void 0) yield* ofGraph(model.graph);
  for (const definition of model.functions) {
    yield* ofNodes(definition.node);
    for (const attribute of definition.attributeProto) yield* ofAttribute(attribute);
  }
}
function* ofGraph(graph) {
  yield* graph.initializer;
  for (const sparse of graph.sparseInitializer) yield* ofSparse(sparse);
  yield* ofNodes(graph.node);
}
function* ofNodes(nodes) {
  for (const node of nodes) {
    for (const attribute of node.attribute) yield* ofAttribute(attribute);
  }
}
function* ofAttribute({
  t,
  tensors,
  sparseTensor,
  sparseTensors,
  g,
  graphs
}) {
  if (t !== void 0) yield t;
  yield* tensors;
  if (sparseTensor !== void 0) yield* ofSparse(sparseTensor);
  for (const sparse of sparseTensors) yield* ofSparse(sparse);
  if (g !== void 0) yield* ofGraph(g);
  for (const graph of graphs) yield* ofGraph(graph);
}
function* ofSparse({ values, indices }) {
  if (values !== void 0) yield values;
  if (indices !== void 0) yield indices;
}

// src/onnx/external-data.ts
function externalPayloads(model) {
  return [...tensorsOf(model)].filter(({ dataLocation }) => dataLocation === EXTERNAL).map(externalPayload);
}
function externalPayload(tensor) {
  refuseOtherKeys(tensor);
  const entries = entriesOf(tensor);
  const length = entries.get("length");
  if (length !== void 0) refuseMisfit(tensor, wholeNumber(length, tensor));
  return {
    tensor,
    location: insideFolder(entries.get("location") ?? ""),
    offset: wholeNumber(entries.get("offset") ?? "0", tensor),
    length: length === void 0 ? payloadBytes(tensor) : wholeNumber(length, tensor)
  };
}
var KNOWN_KEY = /^(location|offset|length|checksum|prepacked_\d+)$/;
function refuseOtherKeys({ externalData, name }) {
  const seen = /* @__PURE__ */ new Set();
  for (const { key } of externalData) {
    const place = `for the external data of ${quote(name)}`;
    if (!KNOWN_KEY.test(key)) throw new FormatFault("invalid", `has the unknown key ${quote(key)} ${place}`);
    if (seen.has(key)) throw new FormatFault("invalid", `has the key ${quote(key)} twice ${place}`);
    seen.add(key);
  }
}
function insideFolder(location) {
  const segments = location.split(/[/\\]/).filter((segment) => segment !== ".");
  const leaves = segments.length === 0 || segments.some((segment) => segment === "" || segment === ".." || segment.includes("\0"));
  if (leaves || /^[a-z]:/i.test(location)) {
    throw new FormatFault(
      "invalid",
      `refers to external data at ${quote(location)}, which is no path inside the model's folder`
    );
  }
  return segments.join("/");
}
function wholeNumber(text, tensor) {
  const place = `a place of the external data of ${quote(tensor.name)}`;
  if (!/^\d{1,20}$/.test(text))
    throw new FormatFault("invalid", `has ${place} that is no number: ${quote(text)}`);
  return exact(BigInt(text), place);
}

// src/onnx/weights/payload.ts
var CHUNK_BYTES = 256 * 1024;
function streamPayload(tensor, { file, label }, take2) {
  const refusal3 = `${label} cannot be read again for its weights`;
  if (tensor.dataLocation === EXTERNAL) {
    const { location, offset, length } = externalPayload(tensor);
    withFile(path2.join(path2.dirname(file), location), refusal3, (size, readAt) => {
      streamBytes(
        readAt,
        { start: offset, end: length === void 0 ? size : offset + length },
        tensor,
        take2
      );
    });
    return;
  }
  const pointer = pointerOf(tensor);
  if (pointer === void 0) {
    streamInline(tensor, take2);
    return;
  }
  const range = { start: pointer.offset, end: pointer.offset + pointer.length };
  withFile(file, refusal3, (size, readAt) => {
    if (pointer.encoding === "bytes") streamBytes(readAt, range, tensor, take2);
    else streamVarints(new WireCursor(new ByteSource(size, readAt)), range, tensor, take2);
  });
}
function streamBytes(readAt, { start: start2, end }, { name }, take2) {
  const chunk = new Uint8Array(Math.min(CHUNK_BYTES, end - start2));
  for (let place = start2; place < end; ) {
    const wanted = chunk.subarray(0, Math.min(chunk.length, end - place));
    for (let filled = 0; filled < wanted.length; ) {
      const read = readAt(wanted.subarray(filled), place + filled);
      if (read === 0) throw new FormatFault("truncated", `ends within the tensor ${quote(name)}`);
      filled += read;
    }
    if (!take2(wanted)) return;
    place += wanted.length;
  }
}
function streamVarints(cursor, { start: start2, end }, tensor, take2) {
  cursor.position = start2;
  streamIntegers(
    function* () {
      while (cursor.position < end) yield cursor.int32(end);
    },
    tensor,
    take2
  );
}
function streamInline(tensor, take2) {
  const { rawData, floatData, doubleData, int32Data } = tensor;
  if (rawData.length > 0) take2(rawData.slice());
  else if (floatData.length > 0) take2(new Uint8Array(Float32Array.from(floatData).buffer));
  else if (doubleData.length > 0) take2(new Uint8Array(Float64Array.from(doubleData).buffer));
  else streamIntegers(() => int32Data, tensor, take2);
}
function streamIntegers(integers, { dataType }, take2) {
  const width = Math.ceil(elementType2(dataType).bits / 8);
  const chunk = new Uint8Array(CHUNK_BYTES);
  let filled = 0;
  for (const integer of integers()) {
    let bits = integer;
    for (let byte = 0; byte < width; byte++) {
      chunk[filled++] = bits & 255;
      bits >>= 8;
    }
    if (filled + width > chunk.length) {
      if (!take2(chunk.subarray(0, filled))) return;
      filled = 0;
    }
  }
  if (filled > 0) take2(chunk.subarray(0, filled));
}

// src/onnx/weights/roles.ts
var CONVOLUTION = { 1: [0, 1] };
var PRODUCT = { 0: [-2, -1], 1: [-1, -2] };
var RECURRENT2 = { 1: [1, 2], 2: [1, 2] };
var PROJECTION = { 1: [-1, -2] };
var LAYOUTS = {
  Conv: CONVOLUTION,
  "com.microsoft.FusedConv": CONVOLUTION,
  ConvInteger: CONVOLUTION,
  DeformConv: CONVOLUTION,
  QLinearConv: { 3: [0, 1] },
  "com.microsoft.QLinearConv": { 3: [0, 1] },
  ConvTranspose: { 1: [1, 0] },
  "com.microsoft.ConvTransposeWithDynamicPads": { 1: [1, 0] },
  MatMul: PRODUCT,
  "com.microsoft.GemmFastGelu": PRODUCT,
  MatMulInteger: PRODUCT,
  "com.microsoft.MatMulInteger16": PRODUCT,
  "com.microsoft.MatMulIntegerToFloat": PRODUCT,
  "com.microsoft.DynamicQuantizeMatMul": { 1: [-1, -2] },
  QLinearMatMul: { 0: [-2, -1], 3: [-1, -2] },
  LSTM: RECURRENT2,
  GRU: RECURRENT2,
  RNN: RECURRENT2,
  "com.microsoft.AttnLSTM": RECURRENT2,
  "com.microsoft.DynamicQuantizeLSTM": { 1: [2, 1], 2: [2, 1] },
  "com.microsoft.Attention": PROJECTION,
  "com.microsoft.DecoderMaskedSelfAttention": PROJECTION,
  "com.microsoft.PackedAttention": PROJECTION,
  "com.microsoft.QAttention": PROJECTION
};
var ZERO_POINTS = {
  QLinearConv: { 3: [5, 0] },
  "com.microsoft.QLinearConv": { 3: [5, 0] },
  "com.ms.internal.nhwc.QLinearConv": { 3: [5, 0] },
  "com.ms.internal.nhwc.QLinearConvTranspose": { 3: [5, 0] },
  ConvInteger: { 1: [3, 0] },
  MatMulInteger: { 0: [2, -2], 1: [3, -1] },
  QLinearMatMul: { 0: [2, -2], 3: [5, -1] },
  "com.microsoft.MatMulIntegerToFloat": { 0: [4, -2], 1: [5, -1] },
  "com.microsoft.DynamicQuantizeMatMul": { 1: [3, -1] },
  "com.microsoft.DynamicQuantizeLSTM": { 1: [9, 0], 2: [11, 0] },
  "com.microsoft.QGemm": { 0: [2, 0] },
  "com.microsoft.QAttention": { 1: [7, -1] },
  "com.microsoft.QEmbedLayerNormalization": {
    2: [13, 0],
    3: [14, 0],
    4: [15, 0],
    5: [16, 0],
    6: [17, 0]
  }
};
var KEEPING = /^(com\.microsoft\.)?(DequantizeLinear|QuantizeLinear)$|^(Cast|CastLike|Clip|Identity)$/;
function rolesOf(model) {
  const readers = /* @__PURE__ */ new Map();
  for (const node of nodesWithin(model.graph)) {
    for (const name of node.inputs) if (!readers.has(name)) readers.set(name, node);
  }
  return (weight) => roleOf(weight, readers, model.constants);
}
function roleOf({ name, dims }, readers, constants2) {
  let zeroPoint;
  let value = name;
  let axes = dims.map((_, axis) => axis);
  const along = (axis) => axisOf(dims, axes.at(axis) ?? dims.length);
  for (let node = readers.get(value); node !== void 0; node = readers.get(value)) {
    const operand = node.inputs.indexOf(value);
    const [place, axis] = zeroPointOf(node, operand);
    const zero = node.inputs[place] ?? "";
    if (zero !== "") zeroPoint ??= { constant: constants2.get(zero), axis: along(axis) };
    if (operand === 0 && node.op === "Transpose") {
      const order = node.attributes.find((attribute) => attribute.name === "perm")?.ints.map(Number);
      axes = order === void 0 ? axes.toReversed() : order.map((from) => axes[from] ?? dims.length);
    } else if (operand !== 0 || !KEEPING.test(node.op)) {
      const layout = layoutOf(node, operand);
      return { outputs: layout && along(layout[0]), summed: layout && along(layout[1]), zeroPoint };
    }
    value = node.outputs[0] ?? "";
  }
  return { outputs: void 0, summed: void 0, zeroPoint };
}
function zeroPointOf({ op, attributes }, operand) {
  if (op.endsWith("DequantizeLinear") && operand === 0) {
    return [2, Number(attributes.find(({ name }) => name === "axis")?.i ?? 1)];
  }
  if (op === "com.microsoft.QGemm" && operand === 3) return [5, isSet(attributes, "transB") ? 0 : 1];
  return ZERO_POINTS[op]?.[operand] ?? [-1, 0];
}
var isSet = (attributes, name) => Number(attributes.find((attribute) => attribute.name === name)?.i ?? 0) !== 0;
var TRANSPOSING = /* @__PURE__ */ new Map([
  ["Gemm", 1],
  ["com.microsoft.FusedGemm", 1],
  ["com.microsoft.GemmFloat8", 1],
  ["com.microsoft.QGemm", 3],
  ["com.microsoft.FusedMatMul", 1],
  ["com.microsoft.FusedMatMulActivation", 1],
  ["com.microsoft.TransposeMatMul", 1]
]);
function layoutOf({ op, attributes }, operand) {
  const second = TRANSPOSING.get(op);
  if (second === void 0) return LAYOUTS[op]?.[operand];
  if (operand !== 0 && operand !== second) return void 0;
  const side = operand === 0 ? "A" : "B";
  if (isSet(attributes, `transBatch${side}`)) return void 0;
  return isSet(attributes, `trans${side}`) === (operand === 0) ? [-1, -2] : [-2, -1];
}

// src/onnx/weights/zero-point.ts
function zeroPointOf2({ zeroPoint }, source) {
  if (zeroPoint === void 0) return PLAIN_ZERO;
  const { constant: constant2, axis } = zeroPoint;
  if (constant2 === void 0) return null;
  const bits = bitsOf(constant2, source);
  const [first = 0] = bits;
  if (bits.every((each2) => each2 === first)) return { bits: [first], stride: 1 };
  return axis?.size === bits.length ? { bits, stride: axis.stride } : null;
}
function bitsOf({ values, elements: elements2, type: { bits: width } }, source) {
  if (values.kind === "listed" || values.tensor === void 0) return [0];
  const bytes = [];
  streamPayload(values.tensor, source, (chunk) => {
    for (const byte of chunk) bytes.push(byte);
    return true;
  });
  const perByte = width < 8 ? 8 / width : 1;
  const step = Math.max(1, width / 8);
  const count = values.kind === "filled" ? 1 : elements2;
  return Array.from(
    { length: count },
    (_, index) => perByte > 1 ? (bytes[Math.floor(index / perByte)] ?? 0) >> width * (index % perByte) & 2 ** width - 1 : (bytes[index * step] ?? 0) | (step > 1 ? (bytes[index * step + 1] ?? 0) << 8 : 0)
  );
}

// src/onnx/weights/count.ts
function unreadWeights(reason) {
  const count = { value: null, reason };
  return { non_zero_parameters: count, two_of_four_parameters: count, zero_channels: count };
}
function weightBytes(model) {
  return [...weightsByNode(model).values()].flatMap(({ constants: constants2 }) => constants2).reduce((sum, { values }) => {
    if (values.kind !== "tensor" && values.kind !== "sparse") return sum;
    return sum + ((values.tensor && payloadBytes(values.tensor)) ?? 0);
  }, 0);
}
function countWeights(model, source) {
  try {
    return new Counter(model, source).count();
  } catch (thrown) {
    throw thrown instanceof FormatFault ? modelError(source.label, thrown) : thrown;
  }
}
var Counter = class {
  constructor(model, source) {
    this.model = model;
    this.source = source;
  }
  model;
  source;
  #nonZero = new Total();
  #twoOfFour = new Total();
  #zeroChannels = new Total();
  #marks = new Uint8Array(4 * CHUNK_BYTES);
  count() {
    const roleOf2 = rolesOf(this.model);
    for (const [{ op }, { constants: constants2 }] of weightsByNode(this.model)) {
      const packed2 = ruleOf2(op)?.weights?.elements !== void 0;
      for (const weight of constants2) {
        if (packed2) this.#lack(weight, `packed for ${op}`);
        else this.#see(weight, roleOf2(weight));
      }
    }
    return {
      non_zero_parameters: this.#nonZero.toCount(),
      two_of_four_parameters: this.#twoOfFour.toCount(),
      zero_channels: this.#zeroChannels.toCount()
    };
  }
  #see(weight, role) {
    const { type, elements: elements2 } = weight;
    const zero = zeroPointOf2(role, this.source);
    const mark = zero === null ? null : markerOf(type, zero);
    if (mark === null) {
      this.#lack(weight, zero === null ? "its zero point is no constant" : type.name);
      return;
    }
    const { outputs, summed } = role;
    const twoOfFour = summed !== void 0 && summed.size >= 4 ? new TwoOfFour(summed) : void 0;
    const channels2 = outputs && new ZeroChannels(outputs);
    const patterns = [twoOfFour, channels2].filter((each2) => each2 !== void 0);
    this.#nonZero.add(this.#count(weight, mark, patterns));
    if (weight.values.kind === "sparse") {
      const unseen = { kind: "unseen", value: `${quote(weight.name)} (sparse)` };
      this.#twoOfFour.lack(unseen);
      this.#zeroChannels.lack(unseen);
      return;
    }
    if (twoOfFour?.holds === true) this.#twoOfFour.add(elements2);
    if (channels2 !== void 0) this.#zeroChannels.add(channels2.count);
  }
  /** @returns how many elements are not zero. */
  #count({ values, elements: elements2 }, mark, patterns) {
    switch (values.kind) {
      case "filled": {
        const filled = values.tensor !== void 0 && this.#stream(values.tensor, 1, mark, []) > 0;
        if (filled) this.#seeOnes(elements2, patterns);
        return filled ? elements2 : 0;
      }
      case "listed":
        return values.floats.filter((float) => float !== 0).length;
      case "sparse":
        return values.tensor === void 0 ? 0 : this.#stream(values.tensor, Infinity, mark, []);
      case "tensor":
        return this.#stream(values.tensor, elements2, mark, patterns);
    }
  }
  #stream(tensor, elements2, mark, patterns) {
    const marks = this.#marks;
    let seen = 0;
    let found2 = 0;
    streamPayload(tensor, this.source, (chunk) => {
      const count = Math.min(mark(chunk, seen, marks), elements2 - seen);
      for (let index = 0; index < count; index++) found2 += marks[index] ?? 0;
      for (const pattern of patterns) pattern.see(marks, count);
      seen += count;
      return seen < elements2;
    });
    return found2;
  }
  #seeOnes(elements2, patterns) {
    const marks = this.#marks.fill(1);
    for (let left = elements2; left > 0; left -= marks.length)
      for (const pattern of patterns) pattern.see(marks, Math.min(left, marks.length));
  }
  #lack({ name }, why) {
    for (const total of [this.#nonZero, this.#twoOfFour, this.#zeroChannels])
      total.lack({ kind: "unseen", value: `${quote(name)} (${why})` });
  }
};

// src/onnx/profile-model.ts
function needsProfiledRun({ model, nodes }) {
  if (model.graph.nodes.some(({ bodies }) => bodies.length > 0)) return true;
  const tallies = [...nodes.values()];
  return tallies.some((row) => row.macs.isOpen || row.elementwise.isOpen || row.activations.isOpen);
}
function profileModel(tally, weights2 = unreadWeights("the weights were not read")) {
  const { model } = tally;
  const tallies = byOperator(tally);
  const parameters = parametersByOperator(model);
  const macs = sumOf(tallies, "macs");
  const flops = sumOf(tallies, "elementwise");
  flops.include(macs, 2);
  return {
    irVersion: model.irVersion,
    opsets: { ...model.opsets },
    producer: model.producer,
    inputs: [...model.inputs],
    outputs: [...model.outputs],
    counts: {
      parameters: exactly([...parameters.values()].reduce((sum, count) => sum + count, 0)),
      model_bytes: exactly(model.bytes),
      macs: macs.toCount(),
      flops: flops.toCount(),
      operators: sumOf(tallies, "executions").toCount(),
      activations: sumOf(tallies, "activations").toCount(),
      ...structureOf(tally),
      ...weights2
    },
    macs_by_precision: macs.value === null ? null : precisionsOf2(tally.nodes.values()),
    coverage: coverageOf(model),
    operators: [...tallies].map(([op, row]) => rowOf(op, row, parameters.get(op) ?? 0)).sort(byCost),
    shapes: tally.source
  };
}
function profileNodes(tally) {
  const { model, nodes } = tally;
  const traffic = trafficByNode(tally);
  const parameters = parametersByNode(model);
  return [...nodes].map(([node, row]) => ({
    name: node.name,
    ...rowOf(node.op, row, parameters.get(node) ?? 0),
    macs_by_precision: row.macs.value === null ? null : precisionsOf2([row]),
    memory_traffic_bytes: traffic.get(node) ?? null
  }));
}
function precisionsOf2(tallies) {
  const sums = /* @__PURE__ */ new Map();
  for (const { precisions } of tallies) {
    for (const [precision, { value }] of precisions)
      sums.set(precision, (sums.get(precision) ?? 0) + (value ?? 0));
  }
  const most = [...sums].filter(([, macs]) => macs > 0).sort(([, one], [, other]) => other - one);
  return Object.fromEntries(most);
}
function exactly(amount) {
  const total = new Total();
  total.add(amount);
  return total.toCount();
}
function sumOf(tallies, quantity) {
  const total = new Total();
  for (const row of tallies.values()) total.include(row[quantity]);
  return total;
}
function parametersByOperator(model) {
  const counts = /* @__PURE__ */ new Map();
  for (const [{ op }, count] of parametersByNode(model)) counts.set(op, (counts.get(op) ?? 0) + count);
  return counts;
}
function coverageOf({ graph }) {
  const ops = [...nodesWithin(graph)].map(({ op }) => op);
  const uncosted = ops.filter((op) => {
    const rule = ruleOf2(op);
    return rule === void 0 || rule.macs === "unstated" || rule.elementwise === "unstated";
  });
  return { costed: ops.length - uncosted.length, total: ops.length, uncosted: [...new Set(uncosted)].sort() };
}
function rowOf(op, row, parameters) {
  return {
    op,
    count: row.executions.value,
    macs: row.macs.value,
    elementwise: row.elementwise.value,
    activations: row.activations.value,
    parameters
  };
}
function byCost(one, other) {
  const cost = ({ macs: macs2, elementwise: elementwise2 }) => [
    macs2 ?? Infinity,
    elementwise2 ?? Infinity
  ];
  const [macs, elementwise] = cost(one);
  const [otherMacs, otherElementwise] = cost(other);
  if (macs !== otherMacs) return otherMacs - macs;
  if (elementwise !== otherElementwise) return otherElementwise - elementwise;
  return one.op < other.op ? -1 : 1;
}

// src/onnx/reader.ts
import path3 from "node:path";

// src/onnx/file-signature.ts
var SNIFFED_BYTES = 512;
var LFS_POINTER = "version https://git-lfs.github.com/spec/v1";
var SIGNATURES = [
  ["PNG", "a PNG image"],
  ["ÿØÿ", "a JPEG image"],
  ["PK", "a ZIP archive (PyTorch saves its checkpoints as such)"],
  ["", "a gzip archive"],
  ["HDF", "an HDF5 file (Keras)"],
  ["GGUF", "a GGUF file"],
  ["%PDF", "a PDF document"]
];
function refuseImpostor(head, size) {
  if (size === 0) throw new FormatFault("foreign", "is empty");
  const text = Buffer.from(head).toString("latin1");
  if (text.startsWith(LFS_POINTER))
    throw new FormatFault("lfs pointer", "is a Git LFS pointer, not the model");
  const known = SIGNATURES.find(([begins]) => text.startsWith(begins));
  if (known !== void 0) throw new FormatFault("foreign", `is not an ONNX model but ${known[1]}`);
  if (isText(head)) throw new FormatFault("foreign", "is not an ONNX model but text");
  if (text.slice(4, 8) === "ORTM") {
    throw new FormatFault("foreign", "is a model in ORT format, which holds no ONNX graph");
  }
}
function isText(head) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return /^[\t\r\n\P{Cc}]*$/u.test(text);
  } catch {
    return false;
  }
}
function isLfsPointer(head) {
  return Buffer.from(head).toString("latin1").startsWith(LFS_POINTER);
}

// src/onnx/reader.ts
function readModel(file, label = file) {
  return attempt(label, () => {
    const { proto, bytes } = readLean({ file, label });
    const external = openExternal({ file, label }, externalPayloads(proto));
    const model = modelOf(proto, { fileName: path3.basename(file), label, bytes: bytes + external });
    refuseCycles(model.graph);
    return model;
  });
}
function externalDataLocations(file, label = file) {
  return attempt(label, () => {
    const { proto } = readLean({ file, label });
    return [...new Set(externalPayloads(proto).map(({ location }) => location))].sort();
  });
}
function attempt(label, read) {
  return new Promise((resolve) => {
    try {
      resolve(read());
    } catch (thrown) {
      throw thrown instanceof FormatFault ? modelError(label, thrown) : thrown;
    }
  });
}
function readLean({ file, label }) {
  const { size, lean } = withFile(file, `${label} cannot be read`, (size2, readAt) => {
    refuseImpostor(headOf(size2, readAt), size2);
    refuseLargerThanMessage(size2);
    return { size: size2, lean: leanCopy(size2, readAt) };
  });
  return { proto: decode(lean), bytes: size };
}
var MOST_BYTES = 2 ** 31;
function refuseLargerThanMessage(size) {
  if (size < MOST_BYTES) return;
  throw new FormatFault("too large", `has ${size} bytes; a model file has less than 2 GiB`);
}
function headOf(size, readAt) {
  const head = new Uint8Array(Math.min(size, SNIFFED_BYTES));
  return head.subarray(0, readAt(head, 0));
}
function decode(lean) {
  try {
    return fromBinary(ModelProtoSchema, lean);
  } catch (cause) {
    const why = messageOf(cause);
    throw new FormatFault("damaged", `is damaged: ${quote(why)}`);
  }
}
function openExternal(source, payloads) {
  const byLocation = /* @__PURE__ */ new Map();
  for (const payload of payloads) {
    const known = byLocation.get(payload.location);
    if (known === void 0) byLocation.set(payload.location, [payload]);
    else known.push(payload);
  }
  let bytes = 0;
  for (const [location, inFile] of byLocation) {
    refuseIndirection(source, location);
    const data = path3.join(path3.dirname(source.file), location);
    const refusal3 = `${source.label} needs the external data ${quote(location)}, which cannot be read`;
    bytes += withFile(data, refusal3, (size, readAt) => {
      if (isLfsPointer(headOf(size, readAt))) {
        throw new FormatFault(
          "lfs pointer",
          `has external data at ${quote(location)} that is a Git LFS pointer`
        );
      }
      for (const payload of inFile) bringIn(payload, size, readAt);
      return size;
    });
  }
  return bytes;
}
function bringIn({ tensor, location, offset, length }, size, readAt) {
  const bytes = length ?? size - offset;
  if (bytes < 0 || offset + bytes > size) {
    const wanted = `${bytes} bytes at ${offset} of the external data ${quote(location)}`;
    throw new FormatFault("invalid", `wants ${wanted}, which has ${size} bytes`);
  }
  if (bytes > INLINE_BYTES) return;
  tensor.rawData = new Uint8Array(bytes);
  readAt(tensor.rawData, offset);
  tensor.externalData = [];
  tensor.dataLocation = 0;
}

// src/probe-file.ts
import { copyFile, link, mkdir, realpath, writeFile } from "node:fs/promises";
import path4 from "node:path";

// src/onnx/profile-probe.ts
function profileProbe(model) {
  const { graph, tensors, sparse } = stripped(model);
  if (sparse.length > 0) return impossible(`sparse constant ${quote(sparse[0] ?? "")}`);
  const packed2 = tensors.find((tensor) => pointerOf(tensor)?.encoding === "varints");
  if (packed2 !== void 0)
    return impossible(`constant ${quote(packed2.name)} with its data in variable-length integers`);
  graph.initializer.push(...tensors.map((tensor) => pointing(tensor, model.fileName)));
  return { status: "possible", bytes: encoded(graph, model) };
}
function impossible(what) {
  return { status: "impossible", reason: `a profiled run cannot be given the ${what}` };
}
function pointing(tensor, fileName) {
  const pointer = pointerOf(tensor);
  if (pointer === void 0) return tensor;
  const { name, dims, dataType } = tensor;
  return create(TensorProtoSchema, {
    name,
    dims,
    dataType,
    dataLocation: EXTERNAL,
    externalData: [
      { key: "location", value: fileName },
      { key: "offset", value: String(pointer.offset) },
      { key: "length", value: String(pointer.length) }
    ]
  });
}

// src/probe-file.ts
async function writeProbeFile(model, file, label, folder) {
  const probe = profileProbe(model);
  if (probe.status === "impossible") {
    throw new GateError("model", `${label}: ${probe.reason}.`, "Save its weights as raw data.");
  }
  for (const name of [path4.basename(file), ...await externalDataLocations(file, label)]) {
    await placeBeside(path4.join(path4.dirname(file), name), path4.join(folder, name));
  }
  const probeFile = path4.join(folder, `${path4.basename(folder)}.profile.onnx`);
  await writeFile(probeFile, probe.bytes);
  return probeFile;
}
async function placeBeside(file, target) {
  await mkdir(path4.dirname(target), { recursive: true });
  const source = await realpath(file);
  await link(source, target).catch(() => copyFile(source, target));
}

// src/inspect.ts
var SURVIVABLE = /* @__PURE__ */ new Set(["model", "input"]);
async function inspectModel(request, executor, folder) {
  try {
    return await inspect(request, executor, folder);
  } catch (thrown) {
    throw thrown instanceof FormatFault ? modelError(request.label, thrown) : thrown;
  }
}
async function inspect(request, executor, folder) {
  const { file, label, settings, inputFolder } = request;
  const model = await readModel(file, label);
  const files = await readFeedFiles(settings, inputFolder);
  const feeds = planFeeds(model.inputs, settings, files);
  const own = await mkdtemp(path5.join(folder, "inspect-"));
  const warnings = [...feeds.warnings.map((warning) => `${label}: ${warning}`)];
  const inferred = await surviving(inferShapes(model, feeds, own, request, executor), () => []);
  const counted = tallyModel(model, inferred, null);
  const executions = needsProfiledRun(counted) ? await surviving(profile(model, feeds, own, request, executor), ({ message }) => {
    warnings.push(`${label}: some shapes stay unknown. ${message}`);
    return null;
  }) : null;
  const tally = executions === null ? counted : tallyModel(model, inferred, executions);
  const { weights: weights2, read } = readWeights(model, request);
  return {
    file,
    label,
    model,
    feeds,
    feedsAt: (batch) => planFeeds(model.inputs, withBatch(model.inputs, settings, batch), files),
    warnings,
    profile: profileModel(tally, weights2),
    nodes: () => profileNodes(tally),
    weightsRead: read
  };
}
function tellWeightsRead({ label, weightsRead }, logger) {
  if (weightsRead === null) return;
  const { bytes, seconds } = weightsRead;
  logger.info(`${label}: read ${formatQuantity(bytes, "bytes")} of weights in ${seconds.toFixed(1)} s.`);
}
var SMALL_BYTES = 64 * 2 ** 20;
function readWeights(model, { file, label, weights: weights2 }) {
  const bytes = weightBytes(model);
  if (weights2 === "when small" && bytes > SMALL_BYTES) {
    const reason = `${formatQuantity(bytes, "bytes")} of weights were not read; --weights reads them`;
    return { weights: unreadWeights(reason), read: null };
  }
  const start2 = performance.now();
  const counts = countWeights(model, { file, label });
  const seconds = (performance.now() - start2) / 1e3;
  return { weights: counts, read: bytes > SMALL_BYTES ? { bytes, seconds } : null };
}
async function surviving(asked, instead) {
  try {
    return await asked;
  } catch (thrown) {
    if (!(thrown instanceof GateError) || !SURVIVABLE.has(thrown.kind)) throw thrown;
    return instead(thrown);
  }
}
async function inferShapes(model, { feeds }, folder, { label }, executor) {
  const shapes = new Map(feeds.map(({ name, shape: shape2 }) => [name, shape2]));
  const simple = model.graph.nodes.length < MANY_NODES ? null : inferSimple(model, shapes);
  if (simple?.open.size === 0) return [...simple.values];
  const probe = path5.join(folder, "shapes.onnx");
  await writeFile2(probe, shapeProbe(model, shapes, simple?.open));
  return [...simple?.values ?? [], ...await inferValues(executor, probe, label)];
}
async function profile(model, { feeds }, folder, { file, label, session, seed }, executor) {
  const modelPath = await writeProbeFile(model, file, label, folder);
  const onCpu = { ...session, provider: "cpu" };
  return profileRun(executor, { modelPath, session: onCpu, feeds, seed }, label);
}

// src/measure/sandbox/limits.ts
import os from "node:os";
var SHARE = 0.8;
var UNUSED_BYTES = 2 * 2 ** 30;
var FILE_BYTES = 4 * 2 ** 30;
var OPEN_FILES = 512;
var CPU_SHARE = 2;
function availableMemory() {
  const constrained = process.constrainedMemory();
  const total = os.totalmem();
  return constrained > 0 && constrained < total ? constrained : total;
}
function memoryLimits(setting, provider, available = availableMemory()) {
  const residentBytes2 = setting === "auto" ? Math.floor(SHARE * available) : setting;
  return { residentBytes: residentBytes2, dataBytes: provider === "cpu" ? residentBytes2 + UNUSED_BYTES : null };
}
function limitsFor(memory, deadlineS, cores = os.availableParallelism()) {
  const cpuS = Math.ceil(CPU_SHARE * deadlineS * cores);
  return { ...memory, cpuS, fileBytes: FILE_BYTES, openFiles: OPEN_FILES };
}

// src/measure/executor.ts
import { spawn } from "node:child_process";
import { mkdtemp as mkdtemp2, rm } from "node:fs/promises";
import path6 from "node:path";

// src/measure/sandbox/find-means.ts
import { execFile } from "node:child_process";

// src/measure/sandbox/launcher.ts
var SHELL = "/bin/sh";
var BLOCK = 512;
var KIB = 1024;
var GRACE_S = 5;
function limitCommands(name, limits) {
  switch (name) {
    case "cpuS":
      return [`ulimit -St ${limits.cpuS}`, `ulimit -Ht ${limits.cpuS + GRACE_S}`];
    case "fileBytes":
      return [`ulimit -f ${Math.ceil(limits.fileBytes / BLOCK)}`];
    case "openFiles":
      return [`ulimit -n ${limits.openFiles}`];
    case "dataBytes":
      return limits.dataBytes === null ? [] : [`ulimit -d ${Math.ceil(limits.dataBytes / KIB)}`];
  }
}
var ALWAYS = ["ulimit -c 0", "echo 1000 > /proc/self/oom_score_adj"];
function commandLine(program, args, limits, means) {
  if (means.limits.size === 0) return { file: program, args };
  const commands = [...ALWAYS, ...[...means.limits].flatMap((name) => limitCommands(name, limits))];
  const script = [...commands.map((command) => `{ ${command}; } 2>/dev/null`), 'exec "$@"'].join("\n");
  return { file: SHELL, args: ["-c", script, "worker", ...means.wrappers, program, ...args] };
}
function sandboxOf(limits, means) {
  const held2 = (name, value) => means.limits.has(name) ? value : null;
  return {
    residentBytes: means.residentMemory ? limits.residentBytes : null,
    dataBytes: held2("dataBytes", limits.dataBytes),
    cpuS: held2("cpuS", limits.cpuS),
    fileBytes: held2("fileBytes", limits.fileBytes),
    openFiles: held2("openFiles", limits.openFiles),
    network: means.network,
    privileges: means.privileges,
    missing: [...means.missing]
  };
}

// src/measure/sandbox/find-means.ts
var LIMITS = {
  cpuS: "limit of CPU time",
  fileBytes: "limit of the size of files",
  openFiles: "limit of open files",
  dataBytes: "limit of private memory"
};
var TRIAL_MS = 5e3;
var OTHERS_HAVE_NONE = "only Linux has it";
var NETWORK_CUTTERS = [
  ["unshare", "--net", "--"],
  ["unshare", "--map-current-user", "--net", "--"],
  ["unshare", "--map-root-user", "--net", "--"]
];
var PRIVILEGE_FIXER = ["setpriv", "--no-new-privs", "--"];
async function findMeans(env, limits, platform = process.platform) {
  const missing = [];
  const settable = await settableLimits(env, limits, platform, missing);
  const wrapped = settable.size > 0 && platform === "linux" ? await wrappersOf(env, missing) : null;
  if (wrapped === null) {
    missing.push({ what: "network namespace", why: OTHERS_HAVE_NONE });
    missing.push({ what: "fixed privileges", why: OTHERS_HAVE_NONE });
  }
  const residentMemory = platform === "linux";
  if (!residentMemory) missing.push({ what: "limit of resident memory", why: OTHERS_HAVE_NONE });
  return {
    limits: settable,
    wrappers: wrapped?.wrappers ?? [],
    network: wrapped?.network ?? "open",
    privileges: wrapped?.privileges ?? "open",
    residentMemory,
    missing
  };
}
async function settableLimits(env, limits, platform, missing) {
  const settable = /* @__PURE__ */ new Set();
  for (const name of Object.keys(LIMITS)) {
    const script = limitCommands(name, limits).join(" && ");
    const fault = platform === "win32" ? "Windows has none" : await faultOf(SHELL, ["-c", script], env);
    if (fault === null) settable.add(name);
    else missing.push({ what: LIMITS[name], why: fault });
  }
  return settable;
}
async function wrappersOf(env, missing) {
  let fault = null;
  let cutter = [];
  for (const candidate of NETWORK_CUTTERS) {
    fault = await faultOf("env", [...candidate, "true"], env);
    cutter = fault === null ? candidate : [];
    if (fault === null) break;
  }
  if (fault !== null) missing.push({ what: "network namespace", why: fault });
  const unfixed = await faultOf("env", [...cutter, ...PRIVILEGE_FIXER, "true"], env);
  if (unfixed !== null) missing.push({ what: "fixed privileges", why: unfixed });
  return {
    wrappers: unfixed === null ? [...cutter, ...PRIVILEGE_FIXER] : cutter,
    network: fault === null ? "none" : "open",
    privileges: unfixed === null ? "fixed" : "open"
  };
}
function faultOf(file, args, env) {
  const options = { env, timeout: TRIAL_MS, encoding: "utf8" };
  return new Promise((resolve) => {
    execFile(file, args, options, (failure, _stdout, stderr) => {
      const said = stderr.trim().split("\n").at(-1) ?? "";
      resolve(failure === null ? null : said === "" ? `${file} fails` : said);
    });
  });
}

// src/measure/worker-environment.ts
var ALLOWED = [
  "PATH",
  "HOME",
  "LANG",
  "TZ",
  "TMPDIR",
  "LD_LIBRARY_PATH",
  "DYLD_LIBRARY_PATH",
  "XDG_RUNTIME_DIR",
  "VK_DRIVER_FILES",
  "VK_ICD_FILENAMES",
  "CUDA_VISIBLE_DEVICES",
  "NVIDIA_VISIBLE_DEVICES",
  "NVIDIA_DRIVER_CAPABILITIES",
  "SYSTEMROOT",
  "TEMP",
  "TMP"
];
var QUIET_RUNTIME = { ORT_DISABLE_TELEMETRY: "1" };
var STEADY_ALLOCATOR = { MALLOC_MMAP_THRESHOLD_: String(128 * 1024) };
function workerEnvironment(env, device) {
  const allowed = ALLOWED.flatMap((name) => env[name] === void 0 ? [] : [[name, env[name]]]);
  const chosen = device === void 0 ? {} : { CUDA_VISIBLE_DEVICES: device };
  return { ...Object.fromEntries(allowed), ...chosen, ...QUIET_RUNTIME, ...STEADY_ALLOCATOR };
}

// src/measure/worker-process.ts
import { once } from "node:events";

// src/measure/protocol.ts
var milliseconds = external_exports.number().positive();
var shape = external_exports.array(external_exports.int().nonnegative());
var inferredValueSchema = external_exports.strictObject({
  name: external_exports.string(),
  /** Lower-case element type; null for what is no tensor. */
  type: external_exports.string().nullable(),
  /**
   * Strings are dynamic dimensions, `?` an unnamed one. Null where the runtime says nothing: it does not tell a
   * scalar from an unknown rank.
   */
  shape: external_exports.array(external_exports.union([external_exports.int().nonnegative(), external_exports.string()])).nullable()
});
var kernelSchema = external_exports.strictObject({
  /** Name of the node; one that has none in the model is named by the runtime. */
  node: external_exports.string(),
  op: external_exports.string(),
  provider: external_exports.string(),
  /** Shapes of the inputs and outputs that are there; absent optional ones are left out. */
  inputs: external_exports.array(shape),
  outputs: external_exports.array(shape),
  /** Their element types in the same order: `float`, `int64`. */
  inputTypes: external_exports.array(external_exports.string()),
  outputTypes: external_exports.array(external_exports.string()),
  durationUs: external_exports.number().nonnegative()
});
var operatorRunsSchema = external_exports.strictObject({
  /** Of the last run; what runs inside an `If` or a `Loop` is left out of the time of that. */
  kernels: external_exports.array(kernelSchema),
  /** Time of each node in each run, microseconds, in the order of its first execution. */
  nodes: external_exports.array(external_exports.strictObject({ node: external_exports.string(), timesUs: external_exports.array(external_exports.number().nonnegative()) })),
  /** Most bytes in use in the runtime's own allocator; null where the profiler does not tell. */
  arenaPeakBytes: external_exports.number().nonnegative().nullable(),
  /** Only where another provider than cpu was asked for. */
  accelerator: external_exports.strictObject({
    provider: external_exports.string(),
    /** Each run from its call to its end, microseconds. */
    runsUs: external_exports.array(external_exports.number().nonnegative()),
    /** Time that the device worked in each run, by its own clock, microseconds; null where nobody tells. */
    deviceUs: external_exports.array(external_exports.number().nonnegative()).nullable()
  }).exactOptional()
});
var replySchemas = {
  describe: external_exports.strictObject({
    runtime: external_exports.string(),
    node: external_exports.string(),
    backends: external_exports.array(external_exports.strictObject({ name: external_exports.string(), bundled: external_exports.boolean() }))
  }),
  load: external_exports.strictObject({ loadMs: milliseconds }),
  first: external_exports.strictObject({ firstMs: milliseconds }),
  warmUp: warmUpSchema.extend({ runMs: milliseconds }),
  block: blockSchema,
  memory: external_exports.strictObject({ peakRssBytes: external_exports.number().positive().nullable() }),
  infer: external_exports.strictObject({ outputs: external_exports.array(inferredValueSchema) }),
  profile: external_exports.strictObject({ kernels: external_exports.array(kernelSchema) }),
  operators: operatorRunsSchema,
  agree: external_exports.union([agreementFiguresSchema, external_exports.strictObject({ reason: external_exports.string() })])
};
var failureSchema = external_exports.strictObject({
  cause: external_exports.enum(["model", "input", "runtime", "provider", "memory"]),
  message: external_exports.string()
});
var answerSchema = external_exports.union([
  external_exports.strictObject({ id: external_exports.int(), reply: external_exports.unknown() }),
  external_exports.strictObject({ id: external_exports.int(), failure: failureSchema })
]);

// src/measure/sandbox/resident-memory.ts
import { readFileSync } from "node:fs";
var INTERVAL_MS = 100;
function residentBytes(pid) {
  try {
    const kib = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1];
    return kib === void 0 ? null : Number(kib) * 1024;
  } catch {
    return null;
  }
}
function watchResident(pid, limitBytes, exceeded) {
  const timer = setInterval(() => {
    if ((residentBytes(pid) ?? 0) <= limitBytes) return;
    clearInterval(timer);
    exceeded();
  }, INTERVAL_MS);
  return () => {
    clearInterval(timer);
  };
}

// src/measure/worker-process.ts
var LAST_WORDS_BYTES = 4096;
var WorkerProcess = class {
  /**
   * @param child Started with the channel and the lifeline of src/measure/channel.ts, leading a process group.
   * @param deadlineS Wall-clock seconds that a request may take before the group is killed.
   * @param limits What else it was started with.
   */
  constructor(child, deadlineS, limits) {
    this.deadlineS = deadlineS;
    this.limits = limits;
    this.#child = child;
    this.#channel = child.stdio[CHANNEL_FD];
    this.#exited = once(child, "close").catch(() => void 0);
    for (const stream of child.stdio) stream?.on("error", () => void 0);
    this.#listen();
  }
  deadlineS;
  limits;
  #child;
  #channel;
  #exited;
  #waiting;
  #end;
  #asked = 0;
  #stderr = "";
  /** Asks for one operation; one at a time. Never throws: every way to fail is an outcome. */
  async request(op, asked) {
    if (this.#end !== void 0) return this.#end;
    if (this.#waiting !== void 0) throw new TypeError("a worker does one thing at a time");
    const id = this.#asked += 1;
    const outcome = await new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#finish({ status: "time-out", afterS: this.deadlineS });
      }, this.deadlineS * 1e3);
      const endWatch = this.#watchMemory();
      this.#waiting = {
        id,
        settle: (end) => {
          clearTimeout(timer);
          endWatch();
          this.#waiting = void 0;
          resolve(end);
        }
      };
      this.#channel.write(`${JSON.stringify({ id, op, with: asked })}
`);
    });
    if (outcome.status !== "ok") return outcome;
    const reply = replySchemas[op].safeParse(outcome.value);
    if (reply.success) return { status: "ok", value: reply.data };
    return this.#finish({ status: "protocol-error", detail: `an answer to ${op} that does not fit` });
  }
  /** Kills the process group and waits until it is gone. */
  async close() {
    this.#finish({ status: "cancelled" });
    await this.#exited;
  }
  /** While it works: a worker that waits takes no more. */
  #watchMemory() {
    const { pid } = this.#child;
    const { residentBytes: residentBytes2 } = this.limits;
    if (pid === void 0) return () => void 0;
    return watchResident(pid, residentBytes2, () => {
      this.#finish({ status: "out-of-memory", exit: "killed at its limit", limitBytes: residentBytes2 });
    });
  }
  #listen() {
    const lines = new LineCutter();
    this.#channel.on("data", (chunk) => {
      try {
        for (const line of lines.feed(chunk)) this.#hear(line);
      } catch (fault) {
        this.#finish({
          status: "protocol-error",
          detail: messageOf(fault)
        });
      }
    });
    this.#child.stderr?.on("data", (chunk) => {
      this.#stderr = (this.#stderr + chunk.toString("utf8")).slice(-LAST_WORDS_BYTES);
    });
    this.#child.on("error", ({ message }) => {
      this.#finish({ status: "crash", exit: "not started", lastWords: message });
    });
    this.#child.on("close", (code, signal) => {
      this.#finish(classifyExit({ code, signal }, this.#stderr, this.limits.cpuS));
    });
  }
  #hear(line) {
    let json;
    try {
      json = JSON.parse(line);
    } catch {
      throw new Error("a line that is not JSON");
    }
    const answer = answerSchema.safeParse(json);
    if (!answer.success || answer.data.id !== this.#waiting?.id)
      throw new Error("an answer that nobody asked for");
    this.#waiting.settle(
      "failure" in answer.data ? { status: "refused", failure: answer.data.failure } : { status: "ok", value: answer.data.reply }
    );
  }
  /** Ends the worker for good; the first reason stands and is returned. */
  #finish(end) {
    if (this.#end === void 0) {
      this.#end = end;
      killGroup(this.#child);
    }
    this.#waiting?.settle(this.#end);
    return this.#end;
  }
};

// src/measure/executor.ts
var DEADLINE_S = 120;
function withBounds(executor, bounds) {
  return {
    launch: (own = {}) => {
      const deadlineS = Math.min(own.deadlineS ?? Infinity, bounds.deadlineS ?? Infinity);
      return executor.launch({ ...bounds, ...own, deadlineS });
    },
    close: () => executor.close()
  };
}
function createExecutor(options) {
  const running = /* @__PURE__ */ new Set();
  const longestS = options.deadlineS ?? DEADLINE_S;
  let means;
  return {
    async launch(bounds = {}) {
      const deadlineS = Math.min(bounds.deadlineS ?? longestS, longestS);
      const memory = bounds.memory ?? memoryLimits("auto", "cpu");
      const limits = { ...limitsFor(memory, deadlineS), ...options.limits };
      means ??= findMeans(workerEnvironment(options.env), limits);
      const ability = await means;
      const folder = await mkdtemp2(path6.join(options.temporaryFolder, "efficiency-gate-worker-"));
      const child = start(options, folder, limits, ability, bounds.device);
      const process2 = new WorkerProcess(child, deadlineS, limits);
      const worker = {
        pid: child.pid,
        sandbox: sandboxOf(limits, ability),
        request: (op, asked) => process2.request(op, asked),
        async close() {
          running.delete(worker);
          await process2.close();
          await rm(folder, { recursive: true, force: true });
        }
      };
      running.add(worker);
      return worker;
    },
    async close() {
      await Promise.all([...running].map((worker) => worker.close()));
    }
  };
}
function start(options, folder, limits, means, device) {
  const stdio = ["ignore", "ignore", "pipe"];
  stdio[CHANNEL_FD] = "pipe";
  stdio[LIFELINE_FD] = "pipe";
  const { file, args } = commandLine(
    options.node,
    [options.workerFile, options.runtimeModules],
    limits,
    means
  );
  return spawn(file, args, {
    cwd: folder,
    env: workerEnvironment(options.env, device),
    stdio,
    // A process group of its own, so that killing reaches whatever it starts.
    detached: true
  });
}

// src/services.ts
import { rm as rm3 } from "node:fs/promises";
import { tmpdir } from "node:os";

// src/measure/disturbance.ts
import { readFile } from "node:fs/promises";
import os2 from "node:os";
var [IDLE, IO_WAIT, STEAL] = [3, 4, 7];
var FIELDS = 8;
function parseCpuTimes(text) {
  const fields = /^cpu\s+([\d ]+)$/m.exec(text)?.[1]?.trim().split(/\s+/).map(Number).slice(0, FIELDS);
  const [idle, ioWait, steal] = [fields?.[IDLE], fields?.[IO_WAIT], fields?.[STEAL]];
  if (fields === void 0 || idle === void 0 || ioWait === void 0 || steal === void 0) return null;
  return { total: fields.reduce((sum, field) => sum + field, 0), idle: idle + ioWait, steal };
}
function parseWaited(text) {
  const microseconds = /^some\s.*\btotal=(\d+)$/m.exec(text)?.[1];
  return microseconds === void 0 ? null : Number(microseconds) / 1e3;
}
async function readDisturbance() {
  const linux = process.platform === "linux";
  const stat = linux ? await readFile("/proc/stat", "utf8").catch(() => "") : "";
  const pressure = linux ? await readFile("/proc/pressure/cpu", "utf8").catch(() => "") : "";
  return {
    atMs: performance.now(),
    cpu: parseCpuTimes(stat),
    waitedMs: parseWaited(pressure),
    load1: process.platform === "win32" ? null : os2.loadavg()[0] ?? null
  };
}
var MARKED = { stealShare: 0.02, waitShare: 0.1, coresOfOthers: 0.5 };
function interference(before2, after, { cores, threads }) {
  const ticks = before2.cpu === null || after.cpu === null ? 0 : after.cpu.total - before2.cpu.total;
  const ofTicks = (field) => before2.cpu === null || after.cpu === null || ticks <= 0 ? null : share((after.cpu[field] - before2.cpu[field]) / ticks);
  const stealShare = ofTicks("steal");
  const idleShare = ofTicks("idle");
  const busyCores = idleShare === null ? null : Number((cores * (1 - idleShare)).toFixed(2));
  const elapsedMs = after.atMs - before2.atMs;
  const waitShare = before2.waitedMs === null || after.waitedMs === null || elapsedMs <= 0 ? null : share((after.waitedMs - before2.waitedMs) / elapsedMs);
  const disturbed = (stealShare ?? 0) > MARKED.stealShare || (waitShare ?? 0) > MARKED.waitShare || (busyCores ?? 0) > threads + MARKED.coresOfOthers;
  return { stealShare, waitShare, busyCores, load1: after.load1, disturbed };
}
var share = (value) => Number(Math.min(1, Math.max(0, value)).toFixed(4));

// src/measure/device/device-lock.ts
import { createConnection, createServer } from "node:net";
import { once as once2 } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
var PATIENCE_MS = 30 * 6e4;
var LOOK_MS = 250;
async function lockDevice(uuid, { logger, signal, patienceMs = PATIENCE_MS }) {
  const name = lockName(uuid);
  const deadline = performance.now() + patienceMs;
  let told2 = false;
  for (; ; ) {
    const lock = await take(name);
    if (lock !== null) return lock;
    const left = deadline - performance.now();
    if (left <= 0 || signal.aborted) break;
    const waited = await holderEnds(name, Math.min(left, 6e4), signal, (holder) => {
      if (!told2)
        logger.info(`The card ${uuid} is in use by process ${holder}, which measures on it: waiting.`);
      told2 = true;
    });
    if (!waited) await pause(LOOK_MS);
  }
  throw new GateError(
    "measurement",
    signal.aborted ? "Waiting for a card was interrupted." : `Another job has measured on the card ${uuid} for more than ${(patienceMs / 6e4).toFixed(0)} minutes.`,
    'Run it again, name another card in "device", or give jobs of one machine a concurrency group.'
  );
}
function holdDevices(services) {
  const held2 = /* @__PURE__ */ new Map();
  return {
    async lock(uuid) {
      if (!held2.has(uuid)) held2.set(uuid, await lockDevice(uuid, services));
    },
    async release() {
      for (const lock of held2.values()) await lock.release();
      held2.clear();
    }
  };
}
function lockName(uuid) {
  const name = `efficiency-gate-${uuid.replaceAll(/[^\w-]/g, "")}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : `\0${name}`;
}
async function take(name) {
  const waiting = /* @__PURE__ */ new Set();
  const server = createServer((socket) => {
    socket.on("error", () => void 0);
    socket.on("close", () => waiting.delete(socket));
    socket.unref();
    waiting.add(socket);
    socket.write(`${process.pid}
`);
  });
  server.listen(name);
  try {
    await once2(server, "listening");
  } catch (thrown) {
    if (thrown.code === "EADDRINUSE") return null;
    throw thrown;
  }
  server.unref();
  return {
    async release() {
      if (!server.listening) return;
      const closed = once2(server, "close");
      server.close();
      for (const socket of waiting) socket.destroy();
      await closed;
    }
  };
}
async function holderEnds(name, limitMs, signal, onHolder) {
  const socket = createConnection(name);
  let heard = false;
  socket.on("data", (chunk) => {
    heard = true;
    onHolder(/^\d{1,10}/.exec(chunk.toString("latin1"))?.[0] ?? "unknown");
  });
  socket.on("error", () => void 0);
  const end = () => void socket.destroy();
  const timer = setTimeout(end, limitMs);
  signal.addEventListener("abort", end, { once: true });
  await new Promise((resolve) => socket.once("close", resolve));
  clearTimeout(timer);
  signal.removeEventListener("abort", end);
  return heard;
}

// src/measure/device/find-device.ts
import { mkdtemp as mkdtemp3, writeFile as writeFile3 } from "node:fs/promises";
import path7 from "node:path";

// src/measure/empty-model.ts
var FIELDS2 = [
  "0808",
  // ir_version: 8
  "3a37",
  // graph, 55 bytes
  "0a100a017812017922084964656e74697479",
  // node: x -> Identity -> y
  "120165",
  // name: e
  "5a0f0a0178120a0a08080112040a020801",
  // input: x, float32 [1]
  "620f0a0179120a0a08080112040a020801",
  // output: y, float32 [1]
  "42040a00100d"
  // opset_import: 13 of the default domain
];
var EMPTY_MODEL = Buffer.from(FIELDS2.join(""), "hex");
var EMPTY_FEEDS = [
  { name: "x", type: "float32", shape: [1], fill: { kind: "normal" } }
];

// src/measure/device/choose-gpu.ts
function chooseGpu(gpus, setting, visible, order) {
  const left = visible === void 0 ? gpus : visibleOf(gpus, visible, order);
  if (setting !== null) {
    const named2 = left.find((gpu) => isNamed(gpu, setting));
    if (named2 !== void 0) return named2;
    throw new GateError(
      "config",
      `There is no card "${setting}" to measure on.`,
      `Set device to one of ${left.map(({ index, name, uuid }) => `${index} (${name}, ${uuid})`).join("; ") || "none: no card is visible"}.`
    );
  }
  const [first, ...others] = left;
  if (first === void 0) {
    throw new GateError(
      "config",
      `CUDA_VISIBLE_DEVICES is "${visible ?? ""}", which leaves no card to measure on.`,
      "Name one by the UUID that nvidia-smi -L lists, or unset it."
    );
  }
  return others.reduce((best, gpu) => used(gpu) < used(best) ? gpu : best, first);
}
var used = ({ memoryUsedBytes }) => memoryUsedBytes ?? Infinity;
function visibleOf(gpus, visible, order) {
  const entries = visible.split(",").map((entry) => entry.trim());
  const alike = new Set(gpus.map(({ name }) => name)).size <= 1;
  if (order !== "PCI_BUS_ID" && !alike && entries.some(isNumber)) {
    throw new GateError(
      "config",
      `CUDA_VISIBLE_DEVICES is "${visible}", and cards of several kinds are here, which CUDA and nvidia-smi may number differently.`,
      "Name them in CUDA_VISIBLE_DEVICES by the UUIDs that nvidia-smi -L lists, or set CUDA_DEVICE_ORDER to PCI_BUS_ID."
    );
  }
  return gpus.filter((gpu) => entries.some((entry) => isNamed(gpu, entry)));
}
var isNumber = (name) => /^\d+$/.test(name);
var isNamed = ({ index, uuid }, name) => isNumber(name) ? Number(name) === index : name.length >= 8 && uuid.startsWith(name);

// src/measure/device/throttle.ts
var REASONS = [
  [4, "power cap"],
  [8, "hardware slowdown"],
  [32, "software thermal slowdown"],
  [64, "hardware thermal slowdown"],
  [128, "power brake"]
];
function throttleReasons(mask) {
  if (!/^0x[0-9a-f]{1,16}$/i.test(mask)) return null;
  const bits = BigInt(mask);
  return REASONS.filter(([bit]) => (bits & BigInt(bit)) !== 0n).map(([, name]) => name);
}

// src/measure/device/nvidia-smi.ts
var FIELDS3 = [
  "index",
  "uuid",
  "name",
  "driver_version",
  "pci.bus_id",
  "clocks.sm",
  "clocks.mem",
  "clocks.max.sm",
  "temperature.gpu",
  "power.draw",
  "power.limit",
  "memory.used",
  "memory.total",
  "utilization.gpu"
];
var THROTTLE_FIELDS = ["clocks_event_reasons.active", "clocks_throttle_reasons.active"];
var MIB = 2 ** 20;
async function queryGpus(run) {
  for (const field of THROTTLE_FIELDS) {
    const query = `--query-gpu=${[...FIELDS3, field].join(",")}`;
    try {
      return parseGpus(await run("nvidia-smi", [query, "--format=csv,noheader,nounits"]));
    } catch (thrown) {
      if (field === THROTTLE_FIELDS.at(-1) || !isUnknownField(thrown)) throw thrown;
    }
  }
  return [];
}
async function queryProcesses(run) {
  const query = "--query-compute-apps=pid,gpu_uuid,used_memory";
  return parseProcesses(await run("nvidia-smi", [query, "--format=csv,noheader,nounits"]));
}
function isUnknownField(thrown) {
  const { stdout = "" } = thrown;
  return stdout.includes("is not a valid field to query");
}
function parseGpus(text) {
  return linesOf(text).map((line) => {
    const fields = line.split(",").map((field) => field.trim());
    if (fields.length !== FIELDS3.length + 1)
      throw new Error(`nvidia-smi says ${JSON.stringify(line.slice(0, 200))}`);
    const text_ = (name) => fields[FIELDS3.indexOf(name)] ?? "";
    const number = (name) => numberOf(text_(name));
    const index = number("index");
    const uuid = text_("uuid");
    if (index === null || !/^(GPU|MIG)-[\w-]+$/.test(uuid))
      throw new Error(`nvidia-smi names no card in ${JSON.stringify(line.slice(0, 200))}`);
    return {
      index,
      uuid,
      name: told(text_("name")) ?? "unnamed NVIDIA card",
      driver: told(text_("driver_version")),
      pciBus: told(text_("pci.bus_id")),
      smClockMhz: number("clocks.sm"),
      memClockMhz: number("clocks.mem"),
      maxSmClockMhz: number("clocks.max.sm"),
      temperatureC: number("temperature.gpu"),
      powerW: number("power.draw"),
      powerLimitW: number("power.limit"),
      memoryUsedBytes: inBytes(number("memory.used")),
      memoryBytes: inBytes(number("memory.total")),
      utilisationPercent: number("utilization.gpu"),
      throttle: throttleReasons(fields.at(-1) ?? "")
    };
  });
}
function parseProcesses(text) {
  return linesOf(text).map((line) => {
    const [pid = "", uuid = "", memory = "", ...more] = line.split(",").map((field) => field.trim());
    if (!/^\d+$/.test(pid) || uuid === "" || more.length > 0)
      throw new Error(`nvidia-smi says ${JSON.stringify(line.slice(0, 200))} of a process`);
    return { pid: Number(pid), uuid, memoryBytes: inBytes(numberOf(memory)) };
  });
}
var linesOf = (text) => text.split(/\r?\n/).filter((line) => line.trim() !== "");
var told = (field) => field === "" || /^\[.*\]$|^N\/A$/.test(field) ? null : field;
var numberOf = (field) => /^-?\d+(\.\d+)?$/.test(field) ? Number(field) : null;
var inBytes = (mebibytes) => mebibytes === null ? null : mebibytes * MIB;

// src/measure/device/find-device.ts
var MAY_USE_NVIDIA = /* @__PURE__ */ new Set([...NVIDIA_PROVIDERS, "webgpu"]);
var MIB2 = 2 ** 20;
var LEAST_GROWTH = 8 * MIB2;
async function findDevice({ provider, setting, visible, order }, { run, executorFor, folder, lock }) {
  if (!MAY_USE_NVIDIA.has(provider)) return null;
  let gpus;
  try {
    gpus = await queryGpus(run);
  } catch (thrown) {
    const missing = thrown.code === "ENOENT";
    return absent(
      missing ? "no NVIDIA driver is here: there is no nvidia-smi" : `nvidia-smi cannot be asked (${lastLine(thrown)})`
    );
  }
  if (gpus.length === 0) return absent("nvidia-smi lists no card");
  if (!NVIDIA_PROVIDERS.has(provider))
    return provenAdapter(provider, gpus, setting, { run, executorFor, folder, lock });
  const gpu = chooseGpu(gpus, setting, visible, order);
  await lock(gpu.uuid);
  const grown = await growthOf(provider, run, executorFor(gpu.uuid), folder);
  const own = typeof grown === "string" ? void 0 : grown.find(({ uuid }) => uuid === gpu.uuid);
  return found(gpu, gpus, own?.listed === true ? "process" : "growth", run);
}
async function provenAdapter(provider, gpus, setting, { run, executorFor, folder, lock }) {
  const grown = await growthOf(provider, run, executorFor(null), folder);
  if (typeof grown === "string") return absent(grown);
  const [own, ...others] = takenBy(grown);
  const gpu = gpus.find(({ uuid }) => uuid === own?.uuid);
  if (gpu === void 0 || own === void 0)
    return absent(`a worker of ${provider} took no memory on an NVIDIA card: it runs elsewhere`);
  if (others.length > 0) {
    return absent(
      `memory grew on ${others.length + 1} cards while a worker of ${provider} started: which of them it runs on is not known`
    );
  }
  if (setting !== null && chooseGpu(gpus, setting, void 0).uuid !== gpu.uuid) {
    throw new GateError(
      "config",
      `${provider} runs on the card ${gpu.index} (${gpu.name}), and device asks for "${setting}".`,
      `Which card ${provider} takes is up to the driver: leave device out, or use the provider cuda.`
    );
  }
  await lock(gpu.uuid);
  return found(gpu, gpus, own.listed ? "process" : "growth", run);
}
function takenBy(grown) {
  const listed = grown.filter((card) => card.listed);
  if (listed.length === 1) return listed;
  return (listed.length === 0 ? grown : listed).filter(({ bytes }) => bytes >= LEAST_GROWTH);
}
async function growthOf(provider, run, executor, folder) {
  const modelPath = path7.join(await mkdtemp3(path7.join(folder, "device-")), "empty.onnx");
  await writeFile3(modelPath, EMPTY_MODEL);
  const subject = { modelPath, session: { provider, threads: 1 }, feeds: EMPTY_FEEDS, seed: 0 };
  try {
    const before2 = await queryGpus(run);
    const worker = await executor.launch();
    try {
      const task = { model: "an empty model", modelPath, provider };
      valueOf(await worker.request("load", subject), task);
      valueOf(await worker.request("first", {}), task);
      const after = await queryGpus(run);
      const processes = await queryProcesses(run);
      return after.map(({ uuid, memoryUsedBytes }) => {
        const earlier = before2.find((gpu) => gpu.uuid === uuid)?.memoryUsedBytes;
        return {
          uuid,
          bytes: Math.max(0, (memoryUsedBytes ?? 0) - (earlier ?? 0)),
          listed: processes.some(
            (process2) => process2.uuid === uuid && process2.pid === worker.pid && process2.memoryBytes !== null
          )
        };
      });
    } finally {
      await worker.close();
    }
  } catch (thrown) {
    return `no worker of ${provider} could be watched on it (${lastLine(thrown)})`;
  }
}
function found(gpu, gpus, memoryBy, run) {
  const { name, uuid, index, driver, pciBus, memoryBytes, powerLimitW, maxSmClockMhz } = gpu;
  const facts = {
    name,
    uuid,
    index,
    driver,
    pciBus,
    memoryBytes,
    powerLimitW,
    maxSmClockMhz,
    cards: gpus.length,
    memoryBy
  };
  return { status: "found", reader: readerOf(facts, run) };
}
function readerOf(facts, run) {
  const { uuid } = facts;
  return {
    facts,
    read: async () => (await queryGpus(run).catch(() => [])).find((gpu) => gpu.uuid === uuid) ?? null,
    processes: async () => {
      const all2 = await queryProcesses(run).catch(() => null);
      const own = all2?.filter((process2) => process2.uuid === uuid);
      return own === void 0 ? null : new Map(own.map(({ pid, memoryBytes }) => [pid, memoryBytes]));
    }
  };
}
var absent = (reason) => ({ status: "absent", reason });
var lastLine = (thrown) => messageOf(thrown).trim().split("\n").at(-1) ?? "";

// src/measure/energy/find-meter.ts
import { readdir, readFile as readFile2 } from "node:fs/promises";
import { setTimeout as pause2 } from "node:timers/promises";

// src/measure/query-command.ts
import { execFile as execFile2 } from "node:child_process";
import { promisify } from "node:util";
var LIMIT = { timeout: 2e4, maxBuffer: 2 ** 20 };
var queryCommand = async (program, args) => (await promisify(execFile2)(program, [...args], LIMIT)).stdout;

// src/measure/energy/meter.ts
var unreadable = (reason) => ({ status: "unreadable", reason });
function describeMeter(found2) {
  if (found2.status === "unreadable") return { reason: found2.reason };
  const { domains, stretchMs } = found2.meter;
  return { domains: domains.map(({ name }) => name), stretchMs };
}
var wattsOf = ({ joules, elapsedMs }) => 1e3 * joules / elapsedMs;
var MICROJOULES = 1e6;
function spentBetween(domains, before2, after) {
  const microjoules2 = domains.reduce(
    (sum, domain, index) => sum + advanceOf(domain, before2.counters[index] ?? 0, after.counters[index] ?? 0),
    0
  );
  return { joules: microjoules2 / MICROJOULES, elapsedMs: after.atMs - before2.atMs };
}
function advanceOf({ wrapsAtUj }, before2, after) {
  if (after >= before2) return after - before2;
  return wrapsAtUj === null ? 0 : after + wrapsAtUj - before2;
}
async function movingDomains(candidate, still) {
  const before2 = await candidate.read();
  await candidate.rest();
  const after = await candidate.read();
  const moving = candidate.domains.flatMap(
    (domain, index) => before2.counters[index] === after.counters[index] ? [] : [{ domain, index }]
  );
  if (moving.length === 0) return unreadable(still);
  const meter = {
    ...candidate,
    domains: moving.map(({ domain }) => domain),
    restingWatts: wattsOf(spentBetween(candidate.domains, before2, after)),
    read: async () => {
      const { atMs, counters } = await candidate.read();
      return { atMs, counters: moving.map(({ index }) => counters[index] ?? 0) };
    }
  };
  return { status: "readable", meter };
}

// src/measure/energy/nvml.ts
var PROGRAM = `
from ctypes import CDLL, byref, c_uint, c_ulonglong, c_void_p
nvml = CDLL("libnvidia-ml.so.1")
assert nvml.nvmlInit_v2() == 0, "nvmlInit failed"
count, card, energy = c_uint(), c_void_p(), c_ulonglong()
nvml.nvmlDeviceGetCount_v2(byref(count))
for index in range(count.value):
    nvml.nvmlDeviceGetHandleByIndex_v2(index, byref(card))
    status = nvml.nvmlDeviceGetTotalEnergyConsumption(card, byref(energy))
    print(index, energy.value if status == 0 else f"error {status}")
`;
var STRETCH_MS = 2e3;
var MICROJOULES2 = 1e3;
var LINE = /^(\d+) (\d+)$/gm;
function parseCards(output) {
  return [...output.matchAll(LINE)].map(([, card = "", millijoules = ""]) => ({
    card,
    microjoules: Number(millijoules) * MICROJOULES2
  }));
}
async function findNvml(run, { now, pause: pause3 }, card = null) {
  const ask = async () => parseCards(await run("python3", ["-c", PROGRAM])).filter(
    (one) => card === null || one.card === String(card)
  );
  try {
    const cards = await ask();
    if (cards.length === 0) return unreadable("no NVIDIA card here counts its energy: those since Volta do");
    const meter = {
      domains: cards.map((one) => ({ name: `gpu-${one.card}`, wrapsAtUj: null })),
      stretchMs: STRETCH_MS,
      read: async () => {
        const current = new Map((await ask()).map((one) => [one.card, one.microjoules]));
        return { atMs: now(), counters: cards.map((one) => current.get(one.card) ?? 0) };
      },
      rest: async () => {
        await pause3(STRETCH_MS);
      }
    };
    return await movingDomains(meter, `the NVIDIA counters stood still for ${STRETCH_MS / 1e3} s`);
  } catch (thrown) {
    const said = messageOf(thrown).trim().split("\n").at(-1) ?? "";
    return unreadable(`NVML cannot be asked through python3 and libnvidia-ml.so.1 (${said})`);
  }
}

// src/measure/energy/rapl.ts
var FOLDER = "/sys/class/powercap";
var ZONE = /^intel-rapl:\d+(:\d+)?$/;
var COUNTED = /^(package-\d+|dram)$/;
var STRETCH_MS2 = 100;
async function findRapl(files, { now, pause: pause3 }) {
  const names = (await files.list(FOLDER).catch(() => [])).filter((name) => ZONE.test(name)).sort();
  const zones = (await Promise.all(names.map((name) => zoneOf(files, name)))).filter((zone) => zone !== null);
  if (zones.length === 0) {
    return unreadable(
      `no RAPL counter in ${FOLDER}: bare-metal Linux on Intel or AMD shows one, most virtual machines do not`
    );
  }
  const meter = {
    domains: zones.map(({ name, wrapsAtUj }) => ({ name, wrapsAtUj })),
    stretchMs: STRETCH_MS2,
    read: async () => {
      const counters = [];
      for (const { file } of zones) counters.push(microjoules(await files.read(file)));
      return { atMs: now(), counters };
    },
    rest: async () => {
      await pause3(STRETCH_MS2);
    }
  };
  try {
    return await movingDomains(meter, `the RAPL counters in ${FOLDER} stood still for ${STRETCH_MS2} ms`);
  } catch (thrown) {
    return unreadable(refusal2(zones[0]?.file ?? FOLDER, thrown));
  }
}
async function zoneOf(files, zone) {
  const text = (name2) => files.read(`${FOLDER}/${zone}/${name2}`);
  const name = (await text("name").catch(() => "")).trim();
  if (!COUNTED.test(name)) return null;
  const range = microjoules(await text("max_energy_range_uj").catch(() => ""));
  const [, number = "0"] = zone.split(":");
  return {
    name: name === "dram" ? `dram-${number}` : name,
    wrapsAtUj: range > 0 ? range : null,
    file: `${FOLDER}/${zone}/energy_uj`
  };
}
var microjoules = (text) => /^\d+$/.test(text.trim()) ? Number(text) : 0;
function refusal2(file, thrown) {
  const { code } = thrown;
  return code === "EACCES" || code === "EPERM" ? `${file} may be read by root only: sudo chmod a+r ${FOLDER}/intel-rapl:*/energy_uj` : `${file} cannot be read (${code ?? String(thrown)})`;
}

// src/measure/energy/find-meter.ts
var FILES = { list: (folder) => readdir(folder), read: (file) => readFile2(file, "utf8") };
async function findMeter(provider, device = null) {
  const timing = { now: () => performance.now(), pause: pause2 };
  if (device?.status === "found") return findNvml(queryCommand, timing, device.reader.facts.index);
  if (NVIDIA_PROVIDERS.has(provider)) return findNvml(queryCommand, timing);
  if (provider === "cpu") return findRapl(FILES, timing);
  const why = device === null ? "" : `: ${device.reason}`;
  return unreadable(`no counter is known for what the provider ${provider} runs on${why}`);
}

// src/measure/environment.ts
import os3 from "node:os";
async function describeEnvironment(executor, env) {
  return describeMachine(env, await describeWorker(executor));
}
function describeMachine(env, { runtime, node, sandbox } = { runtime: "not used", node: process.versions.node }) {
  return {
    cpuModel: os3.cpus()[0]?.model.trim() ?? "unknown",
    cores: os3.availableParallelism(),
    memoryBytes: os3.totalmem(),
    os: `${os3.type()} ${os3.release()}`,
    arch: os3.arch(),
    runner: describeRunner(env),
    node,
    runtime,
    ...sandbox === void 0 ? {} : { sandbox }
  };
}
async function describeWorker(executor) {
  const worker = await executor.launch();
  try {
    const told2 = valueOf(await worker.request("describe", {}), { model: null, modelPath: null });
    return { ...told2, sandbox: worker.sandbox };
  } finally {
    await worker.close();
  }
}
function describeRunner(env) {
  const { RUNNER_NAME, RUNNER_ENVIRONMENT, ImageOS, ImageVersion } = env;
  const image = [ImageOS, ImageVersion].filter(Boolean).join(" ");
  const details = [RUNNER_ENVIRONMENT, image].filter(Boolean).join(", ");
  const words2 = [RUNNER_NAME, details === "" ? void 0 : `(${details})`].filter(Boolean);
  return words2.length === 0 ? null : words2.join(" ");
}

// src/scratch.ts
import { readlinkSync } from "node:fs";
import { lstat, mkdtemp as mkdtemp4, readdir as readdir2, rm as rm2 } from "node:fs/promises";
import os4 from "node:os";
import path8 from "node:path";
var PREFIX = "efficiency-gate-run";
function makeScratch(parent) {
  return mkdtemp4(path8.join(parent, `${PREFIX}-${processSpace()}-${process.pid}-`));
}
async function sweepScratch(parent) {
  const names = await readdir2(parent).catch(() => []);
  const own = new RegExp(`^${PREFIX}-${processSpace()}-(\\d+)-\\w+$`);
  for (const name of names) {
    const pid = own.exec(name)?.[1];
    if (pid === void 0 || isRunning(Number(pid))) continue;
    const folder = path8.join(parent, name);
    const found2 = await lstat(folder).catch(() => null);
    if (found2?.isDirectory() !== true || found2.uid !== process.getuid?.()) continue;
    await rm2(folder, { recursive: true, force: true }).catch(() => void 0);
  }
}
function processSpace() {
  try {
    return readlinkSync("/proc/self/ns/pid").replace(/\D/g, "");
  } catch {
    return os4.hostname().replace(/\W/g, "");
  }
}
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return thrown.code === "EPERM";
  }
}

// src/services.ts
async function withServices({ workerFile, runtimeModules, env, logger, signal, onProgress }, use) {
  await sweepScratch(tmpdir());
  const folder = await makeScratch(tmpdir());
  const devices = holdDevices({ logger, signal });
  const executor = lateExecutor(
    async (provider) => createExecutor({
      workerFile,
      runtimeModules: await runtimeModules(provider),
      node: process.execPath,
      env,
      temporaryFolder: folder
    })
  );
  const endWorkers = () => void executor.close();
  signal.addEventListener("abort", endWorkers, { once: true });
  try {
    return await use({
      executor,
      environment: (uses) => uses?.runtime === false ? Promise.resolve(describeMachine(env)) : describeEnvironment(uses?.executor ?? executor, env),
      readDisturbance,
      findMeter,
      findDevice: (provider, setting) => findDevice(
        { provider, setting, visible: env.CUDA_VISIBLE_DEVICES, order: env.CUDA_DEVICE_ORDER },
        {
          run: queryCommand,
          executorFor: (uuid) => withBounds(executor, {
            provider,
            memory: memoryLimits("auto", provider),
            ...uuid === null ? {} : { device: uuid }
          }),
          folder,
          lock: (uuid) => devices.lock(uuid)
        }
      ),
      logger,
      signal,
      folder,
      clock: () => performance.now(),
      now: () => /* @__PURE__ */ new Date(),
      onProgress
    });
  } finally {
    signal.removeEventListener("abort", endWorkers);
    await executor.close();
    await devices.release();
    await rm3(folder, { recursive: true, force: true });
  }
}
function lateExecutor(create2) {
  const created = /* @__PURE__ */ new Map();
  const executorFor = (provider) => {
    const key = NVIDIA_PROVIDERS.has(provider);
    const executor = created.get(key) ?? create2(provider);
    created.set(key, executor);
    return executor;
  };
  return {
    launch: async (bounds) => (await executorFor(bounds?.provider ?? "cpu")).launch(bounds),
    close: async () => {
      for (const one of created.values()) await (await one.catch(() => null))?.close();
    }
  };
}

export {
  unreadable,
  describeMeter,
  wattsOf,
  spentBetween,
  EMPTY_MODEL,
  EMPTY_FEEDS,
  valueOf,
  interference,
  traceRuns,
  FormatFault,
  plainNodeName,
  readModel,
  externalDataLocations,
  writeProbeFile,
  tallyModel,
  profileNodes,
  inspectModel,
  tellWeightsRead,
  memoryLimits,
  withBounds,
  withServices
};
