import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  formatApart,
  formatDifference,
  formatEstimate,
  formatQuantity,
  formatRatio
} from "./chunk-75NMW4LC.js";

// src/render/interval.ts
var STRIP_WIDTH = 19;
var STRIP_LEGEND = [
  ["[ ]", "tolerance"],
  ["│", "no change"],
  ["●", "estimate"],
  ["├─┤", "its interval"],
  ["< >", "beyond the scale"]
];
var BAND_SHARE = 0.3;
var ROUNDING = 1e-12;
var FINEST_TOLERANCE = 0.01;
function intervalStrip({ ratio, low, high }, { tolerance, better, width = STRIP_WIDTH }) {
  const half = Math.floor(width / 2);
  const band = Math.round(half * BAND_SHARE);
  const cellsPerLog = band / Math.log1p(Math.max(tolerance, FINEST_TOLERANCE));
  const edge = tolerance === 0 ? 0 : band;
  const place = (value) => {
    const logRatio = Math.log(value);
    const offset = Math.abs(logRatio) * cellsPerLog;
    const beyond = Math.abs(logRatio) > Math.log1p(tolerance) + ROUNDING;
    const cells2 = beyond ? Math.max(Math.round(offset), edge + 1) : Math.round(offset);
    return logRatio > 0 === (better === "lower") ? cells2 : -cells2;
  };
  const ends = [place(low), place(high ?? Infinity)];
  const [best, worst, estimate] = [Math.min(...ends), Math.max(...ends), place(ratio)];
  const cells = Array.from({ length: 2 * half + 1 }, (_, index) => {
    const at = index - half;
    const inside = at >= best && at <= worst && best !== worst;
    if (edge > 0 && Math.abs(at) === edge) return at < 0 ? "[" : "]";
    if (at === 0) return inside ? "┼" : "│";
    return inside ? "─" : "·";
  });
  const draw = (at, character) => {
    if (Math.abs(at) <= half) cells[at + half] = character;
  };
  if (best !== worst) {
    draw(best, "├");
    draw(worst, "┤");
  }
  const leftmost = best < -half ? 1 - half : -half;
  const rightmost = worst > half ? half - 1 : half;
  if (best < -half) draw(-half, "<");
  if (worst > half) draw(half, ">");
  draw(Math.min(Math.max(estimate, leftmost), rightmost), "●");
  return cells.join("");
}

// src/render/comparison-cells.ts
var NOT_MEASURED = "not measured";
function comparisonCells(comparison, stripWidth) {
  const [base, head] = values(comparison);
  return { base, head, change: change(comparison), strip: strip(comparison, stripWidth) };
}
function values({ base, head, effect, kind, unit }) {
  const exact = kind === "counted" || kind === "declared" || kind === "derived" && isExact(effect);
  if (exact && base.value !== null && head.value !== null) {
    return formatApart(base.value, head.value, unit);
  }
  const text = ({ value }) => value === null ? NOT_MEASURED : formatQuantity(value, unit);
  return [text(base), text(head)];
}
var isExact = (effect) => effect !== null && effect.low === effect.high;
function change({ base, head, effect, kind, difference, unit }) {
  if (difference !== void 0)
    return difference.value === 0 && isExact(effect) ? "the same" : formatDifference(difference, unit);
  if (effect === null) {
    if (base.value !== 0 || head.value === null) return "unknown";
    return head.value === 0 ? "the same" : "no ratio to 0";
  }
  if (kind === "measured" || !isExact(effect)) {
    return formatEstimate(effect.ratio, effect.low, effect.high).replace(" ", " times ");
  }
  return effect.ratio === 1 ? "the same" : `${formatRatio(effect.ratio)} times`;
}
function openReason({ base, head, reason, verdict, kind }) {
  if (kind === "derived") return null;
  const missing = [base, head].find(({ value }) => value === null);
  if (missing === void 0 && verdict !== "inconclusive") return null;
  return reason ?? missing?.reason ?? "the reason is not recorded";
}
function strip(comparison, width) {
  const { effect, base, tolerance, better, verdict } = comparison;
  if (effect === null || verdict === null) return null;
  const { relative = 0, absolute = 0 } = tolerance;
  const bound = absolute === 0 || base.value === null ? relative : Math.max(relative, absolute / base.value);
  return intervalStrip(effect, { tolerance: bound, better, ...width === void 0 ? {} : { width } });
}

export {
  STRIP_LEGEND,
  NOT_MEASURED,
  comparisonCells,
  openReason
};
