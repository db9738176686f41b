import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  during,
  loadModel,
  makeFeeds
} from "./chunk-ZV4GBGM6.js";
import {
  fromHalfBits
} from "./chunk-I5A5EWR2.js";
import "./chunk-N4FG3KBG.js";
import "./chunk-SY7WQYOX.js";
import "./chunk-JL2467QE.js";
import "./chunk-K3FV7RGY.js";
import "./chunk-NV5WPINZ.js";

// src/measure/output-distance.ts
var MOST_AXES_OF_CLASSES = 3;
var DistanceTally = class {
  #maxAbsolute = 0;
  #maxRelative = 0;
  #minCosine = 1;
  #rows = 0;
  #agreeing = 0;
  #notFinite = 0;
  add(base, head) {
    const [before, after] = [numbersOf(base), numbersOf(head)];
    let [difference, magnitude, product, ownSquares, otherSquares] = [0, 0, 0, 0, 0];
    for (let i = 0; i < before.length; i++) {
      const [one, other] = [Number(before[i]), Number(after[i])];
      if (!Number.isFinite(one) || !Number.isFinite(other)) {
        if (!Object.is(one, other)) this.#notFinite += 1;
        continue;
      }
      difference = Math.max(difference, Math.abs(other - one));
      magnitude = Math.max(magnitude, Math.abs(one));
      product += one * other;
      ownSquares += one * one;
      otherSquares += other * other;
    }
    this.#maxAbsolute = Math.max(this.#maxAbsolute, difference);
    if (difference > 0) this.#maxRelative = Math.max(this.#maxRelative, difference / magnitude);
    if (ownSquares > 0 || otherSquares > 0) {
      const cosine = difference === 0 ? 1 : product / Math.sqrt(ownSquares * otherSquares);
      this.#minCosine = Math.min(this.#minCosine, cosine);
    }
    this.#compareRows(base.dims, before, after);
  }
  get total() {
    return {
      maxAbsolute: this.#maxAbsolute,
      maxRelative: finiteOrNull(this.#maxRelative),
      minCosine: finiteOrNull(Math.max(this.#minCosine, -1)),
      top1Agreement: this.#rows === 0 ? null : this.#agreeing / this.#rows,
      notFinite: this.#notFinite
    };
  }
  #compareRows(dims, before, after) {
    const classes = dims.at(-1) ?? 1;
    if (classes < 2 || dims.length > MOST_AXES_OF_CLASSES) return;
    for (let row = 0; row < before.length; row += classes) {
      this.#rows += 1;
      if (largestAt(before, row, classes) === largestAt(after, row, classes)) this.#agreeing += 1;
    }
  }
};
function numbersOf({ type, data }) {
  if (type === "float16") return Float64Array.from(data, fromHalfBits);
  return data;
}
function largestAt(values, from, count) {
  let best = 0;
  for (let i = 1; i < count; i++) if ((values[from + i] ?? 0) > (values[from + best] ?? 0)) best = i;
  return best;
}
var finiteOrNull = (value) => Number.isFinite(value) ? value : null;

// src/measure/compare-outputs.ts
async function compareOutputs(runtime, { base, head, seeds, limitMs }) {
  const { session: before } = await loadModel(runtime, base);
  const { session: after } = await loadModel(runtime, head);
  const pairs = pairsOf(before, after);
  if (typeof pairs === "string") return { reason: pairs };
  const tally = new DistanceTally();
  const startedAt = performance.now();
  let inputs = 0;
  for (const seed of seeds) {
    if (inputs > 0 && performance.now() - startedAt > limitMs) break;
    const left = await outputsOf(runtime, before, base, seed);
    const right = await outputsOf(runtime, after, head, seed);
    for (const [name, counterpart] of pairs) {
      const [one, other] = [left[name], right[counterpart]];
      const fault = faultOf(name, one, other);
      if (fault !== null) return { reason: fault };
      if (one !== void 0 && other !== void 0) tally.add(one, other);
    }
    inputs += 1;
  }
  return { inputs, outputs: pairs.length, ...tally.total };
}
async function outputsOf(runtime, session, { feeds }, seed) {
  const made = await makeFeeds(runtime, feeds, seed);
  return await during("running", () => session.run(made));
}
function pairsOf(before, after) {
  const names = before.outputMetadata.map(({ name }) => name);
  const others = after.outputMetadata.map(({ name }) => name);
  if (names.length !== others.length) {
    return `the base has ${names.length} outputs and the head ${others.length}`;
  }
  const byName = names.every((name) => others.includes(name));
  return names.map((name, index) => [name, byName ? name : others[index] ?? ""]);
}
function faultOf(name, one, other) {
  if (one === void 0 || other === void 0 || !isNumeric(one) || !isNumeric(other)) {
    return `output ${JSON.stringify(name)} is no tensor of numbers`;
  }
  if (one.dims.join() === other.dims.join()) return null;
  return `output ${JSON.stringify(name)} has the shape [${one.dims.join(", ")}] in the base and [${other.dims.join(", ")}] in the head`;
}
var isNumeric = ({ type, data }) => type !== "string" && ArrayBuffer.isView(data);
export {
  compareOutputs
};
