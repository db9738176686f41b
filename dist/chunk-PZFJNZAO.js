import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  formatPercent,
  formatQuantity,
  median
} from "./chunk-75NMW4LC.js";
import {
  external_exports
} from "./chunk-ERHK3PZI.js";

// src/measure/placement.ts
var placementSchema = external_exports.strictObject({
  /** As it was asked for. */
  provider: external_exports.string(),
  /** Of one inference, copies between devices not counted. */
  kernels: external_exports.int().nonnegative(),
  onProvider: external_exports.int().nonnegative(),
  /** Of tensors between devices, which the runtime adds where a neighbour runs elsewhere. */
  copies: external_exports.int().nonnegative(),
  /** What ran elsewhere, most kernels first. */
  elsewhere: external_exports.array(external_exports.strictObject({ op: external_exports.string(), provider: external_exports.string(), kernels: external_exports.int().positive() })),
  /** Of those in one inference, milliseconds: the median over the profiled runs. */
  elsewhereMs: external_exports.number().nonnegative(),
  /** Of one inference under the profiler, as a user waits for it, milliseconds: the median. */
  inferenceMs: external_exports.number().nonnegative(),
  /** Time that the device itself worked in one inference, by its own clock, milliseconds: the median; null: not known. */
  deviceMs: external_exports.number().nonnegative().nullable()
});
var COPY = /^Memcpy(To|From)Host$/;
function ranOn(ran, asked) {
  const word = asked.toLowerCase();
  return ran.replace(/ExecutionProvider$/, "").toLowerCase() === (word === "directml" ? "dml" : word);
}
function placementOf({ kernels, nodes, accelerator }) {
  if (accelerator === void 0) return null;
  const { provider, runsUs, deviceUs } = accelerator;
  const computing = kernels.filter(({ op }) => !COPY.test(op));
  const away = computing.filter((kernel) => !ranOn(kernel.provider, provider));
  const groups = /* @__PURE__ */ new Map();
  for (const { op, provider: where } of away) {
    const key = `${op} ${where}`;
    groups.set(key, { op, provider: where, kernels: (groups.get(key)?.kernels ?? 0) + 1 });
  }
  const names = new Set(away.map(({ node }) => node));
  const times = nodes.filter(({ node }) => names.has(node)).map(({ timesUs }) => timesUs);
  const elsewhereUs = runsUs.map((_, run) => times.reduce((sum, ofNode) => sum + (ofNode[run] ?? 0), 0));
  return {
    provider,
    kernels: computing.length,
    onProvider: computing.length - away.length,
    copies: kernels.length - computing.length,
    elsewhere: [...groups.values()].sort((one, other) => other.kernels - one.kernels),
    elsewhereMs: medianMs(elsewhereUs),
    inferenceMs: medianMs(runsUs),
    deviceMs: deviceUs === null ? null : medianMs(deviceUs)
  };
}
var medianMs = (timesUs) => timesUs.length === 0 ? 0 : median([...timesUs]) / 1e3;
var NAMED = 6;
function placementInWords(placement) {
  const { provider, kernels, onProvider, elsewhere, copies } = placement;
  const on = `${onProvider} of ${kernels} kernel${kernels === 1 ? "" : "s"} on ${provider}`;
  const between = copies === 0 ? "" : `, ${copies} cop${copies === 1 ? "y" : "ies"} between devices`;
  if (elsewhere.length === 0) return `${on}${between}`;
  const where = [...new Set(elsewhere.map((group) => providerName(group.provider)))].join(" and ");
  return `${on}; ${kernels - onProvider} on ${where} with ${shareElsewhere(placement)} of the time of an inference (${operators(elsewhere)})${between}`;
}
function shareElsewhere({ elsewhereMs, inferenceMs }) {
  return inferenceMs === 0 ? "a share that is not known" : formatPercent(Math.min(1, elsewhereMs / inferenceMs));
}
function operators(elsewhere) {
  const named = elsewhere.slice(0, NAMED).map(({ op, kernels }) => `${op} ×${kernels}`);
  const more = elsewhere.length - named.length;
  return [...named, ...more > 0 ? [`${more} other operators`] : []].join(", ");
}
var providerName = (provider) => provider.replace(/ExecutionProvider$/, "");
function devicePartInWords({ provider, deviceMs, inferenceMs }) {
  if (deviceMs === null) {
    return `not known: ONNX Runtime's profiler gives no time of the device itself for ${provider} here, and its kernel times are those of launching`;
  }
  const all = `of ${formatQuantity(inferenceMs, "ms")} under the profiler, ${formatQuantity(deviceMs, "ms")} in kernels by the device's own clock`;
  return deviceMs > inferenceMs ? `${all}: more than the whole, so that this clock is not to be trusted` : `${all}; the rest is transfers, launches and waiting`;
}

export {
  placementSchema,
  ranOn,
  placementOf,
  placementInWords,
  devicePartInWords
};
