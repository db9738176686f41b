import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/render/signs.ts
var VERDICTS = {
  improved: { sign: "✓", word: "improved", tone: "good" },
  equivalent: { sign: "≈", word: "equivalent", tone: "quiet" },
  regressed: { sign: "✗", word: "regressed", tone: "bad" },
  inconclusive: { sign: "?", word: "inconclusive", tone: "unsure" }
};
var DESCRIBED = { sign: "·", word: "described", tone: "quiet" };
var STANDINGS = {
  failed: { sign: "!", word: "not compared", tone: "bad" },
  unmeasured: { sign: "!", word: "not fully measured", tone: "bad" },
  dominated: { sign: "✗", word: "dominated", tone: "bad" },
  "trade-off": { sign: "±", word: "trade-off", tone: "mixed" },
  inconclusive: { sign: "?", word: "inconclusive", tone: "unsure" },
  removed: { sign: "−", word: "removed", tone: "quiet" },
  added: { sign: "+", word: "added", tone: "quiet" },
  equivalent: { sign: "≈", word: "equivalent", tone: "quiet" },
  dominates: { sign: "✓", word: "dominates", tone: "good" },
  identical: { sign: "=", word: "identical", tone: "quiet" }
};
var FROM_LEAST_FAVOURABLE = Object.keys(STANDINGS);
var verdictMark = (verdict) => verdict === null ? DESCRIBED : VERDICTS[verdict];
function standingOf({ relation, status }) {
  if (status === "failed" && relation !== null) return "unmeasured";
  if (status !== "compared") return status;
  return relation ?? "inconclusive";
}
var standingMark = (model) => STANDINGS[standingOf(model)];
function leastFavourableFirst(models) {
  const rank = (model) => FROM_LEAST_FAVOURABLE.indexOf(standingOf(model));
  return models.toSorted((one, other) => rank(one) - rank(other));
}
var signed = ({ sign, word }) => `${sign} ${word}`;

export {
  verdictMark,
  standingOf,
  standingMark,
  leastFavourableFirst,
  signed
};
