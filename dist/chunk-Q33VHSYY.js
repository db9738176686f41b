import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  external_exports
} from "./chunk-ERHK3PZI.js";

// src/measure/profile-trace.ts
var SUFFIX = "_kernel_time";
var shapes = external_exports.array(external_exports.record(external_exports.string(), external_exports.array(external_exports.int())));
var eventSchema = external_exports.object({
  cat: external_exports.string(),
  name: external_exports.string(),
  ts: external_exports.number().default(0),
  dur: external_exports.number(),
  args: external_exports.looseObject({
    op_name: external_exports.string().optional(),
    provider: external_exports.string().optional(),
    mem_in_use_peak: external_exports.coerce.number().optional(),
    input_type_shape: shapes.optional(),
    output_type_shape: shapes.optional()
  })
});
var BARE_NAME = /"name" *: *"([\s\S]*?)", *"args" *:/g;
function readEvents(text) {
  return external_exports.array(eventSchema).parse(JSON.parse(quoteNames(text)));
}
function parseTrace(text) {
  return readEvents(text).filter(isKernel).map(kernelOf);
}
function isKernel({ cat, name }) {
  return cat === "Node" && name.endsWith(SUFFIX);
}
function kernelOf({ name, dur, args }) {
  return {
    node: name.slice(0, -SUFFIX.length),
    op: args.op_name ?? "",
    provider: args.provider ?? "",
    inputs: (args.input_type_shape ?? []).map(dimensions),
    outputs: (args.output_type_shape ?? []).map(dimensions),
    inputTypes: (args.input_type_shape ?? []).map(elementType),
    outputTypes: (args.output_type_shape ?? []).map(elementType),
    durationUs: dur
  };
}
function quoteNames(text) {
  return text.replace(BARE_NAME, (_match, name) => `"name": ${JSON.stringify(name)}, "args":`);
}
function dimensions(typed) {
  return Object.values(typed)[0] ?? [];
}
function elementType(typed) {
  return Object.keys(typed)[0] ?? "";
}

export {
  readEvents,
  parseTrace,
  isKernel,
  kernelOf
};
