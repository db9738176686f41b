import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  decideAtFirstProof,
  withoutOrderEffect
} from "./chunk-236FJYZ2.js";
import {
  readText
} from "./chunk-W7DE7VIJ.js";
import {
  defaultConfig,
  documentOf,
  parseSetting,
  parseTolerances
} from "./chunk-7PLQM42J.js";
import {
  VERDICTS
} from "./chunk-GPSE6RVV.js";
import "./chunk-JL2467QE.js";
import {
  EXIT,
  GateError
} from "./chunk-K3FV7RGY.js";
import {
  grid,
  paletteFor
} from "./chunk-WNL3H32J.js";
import {
  crossLogRatio,
  plural
} from "./chunk-27W33HEA.js";
import {
  signed,
  verdictMark
} from "./chunk-SPJ2DEWU.js";
import {
  formatPercent,
  indicator
} from "./chunk-75NMW4LC.js";
import {
  external_exports
} from "./chunk-ERHK3PZI.js";
import "./chunk-I7XCBISX.js";
import "./chunk-NV5WPINZ.js";

// src/terminal/replay-command.ts
import path from "node:path";

// src/render/replay.ts
var COLUMNS = [
  { heading: "comparison", align: "right" },
  { heading: "head / base", align: "left" },
  { heading: "rounds", align: "right" },
  { heading: "verdict", align: "left" }
];
function renderReplay(comparisons, { tolerance, alpha, decisions }, colour) {
  const palette = paletteFor(colour);
  const rows = comparisons.map(({ verdict, ratio, low, high, rounds }, index) => {
    const mark = verdictMark(verdict);
    return [
      { text: String(index + 1) },
      { text: `${ratio.toFixed(3)} [${low.toFixed(3)}, ${high === null ? "∞" : high.toFixed(3)}]` },
      { text: String(rounds) },
      { text: signed(mark), paint: palette[mark.tone] }
    ];
  });
  const counts = VERDICTS.map(
    (verdict) => [comparisons.filter((each) => each.verdict === verdict).length, verdict]
  );
  const summary = counts.filter(([count2]) => count2 > 0).map(([count2, verdict]) => `${count2} ${verdict}`);
  return `${[
    ...grid(COLUMNS, rows, { indent: "", heading: palette.faint }),
    "",
    `${plural(comparisons.length, "comparison")}: ${summary.join(", ")}`,
    `tolerance ${formatPercent(tolerance)}: head / base from ${(1 / (1 + tolerance)).toFixed(3)} to ${(1 + tolerance).toFixed(3)}; any error in ${plural(decisions, "decision")} at most ${formatPercent(alpha)}`
  ].join("\n")}
`;
}

// src/replay.ts
var millisecondsSchema = external_exports.number().positive();
var pairSchema = external_exports.tuple([millisecondsSchema, millisecondsSchema], external_exports.unknown());
var roundSchema = external_exports.object({
  /** Whether the head's process was launched before the base's. */
  headLaunchedFirst: external_exports.boolean(),
  pairs: external_exports.array(pairSchema).min(1)
});
var traceSchema = external_exports.object({ comparisons: external_exports.array(external_exports.array(roundSchema).min(1)).min(1) });
function parseTrace(text, origin) {
  const next = 'Give recorded timings: {"comparisons": [[{"headLaunchedFirst": true, "pairs": [[base, head], ...]}, ...], ...]}.';
  let json;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new GateError("report", `${origin} is not JSON.`, next, { cause });
  }
  if (typeof json === "object" && json !== null && "schemaVersion" in json)
    throw new GateError(
      "report",
      `${origin} is a report and no trace.`,
      "Judge a report again with efficiency-gate judge."
    );
  const parsed = traceSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue === void 0 || issue.path.length === 0 ? "" : `${issue.path.join(".")}: `;
  throw new GateError(
    "report",
    `${origin} is not a trace: ${where}${issue?.message ?? "unknown fault"}.`,
    next
  );
}
function logRatiosOf(rounds) {
  return withoutOrderEffect(
    rounds.map(
      ({ pairs }) => crossLogRatio(
        pairs.map(([base]) => base),
        pairs.map(([, head]) => head)
      )
    ),
    rounds.map(({ headLaunchedFirst }) => headLaunchedFirst)
  );
}
function replay(trace, { tolerance, mostRounds, ...certainty }) {
  const up = Math.log1p(tolerance);
  const rule = { ...certainty, tolerance: { down: -up, up } };
  return trace.comparisons.map((rounds) => {
    const decision = decideAtFirstProof(logRatiosOf(rounds.slice(0, mostRounds)), rule);
    const { ratio, low, high, verdict } = decision;
    return { verdict: VERDICT_OF[verdict], ratio, low, high, rounds: decision.rounds };
  });
}
var VERDICT_OF = {
  above: "regressed",
  below: "improved",
  within: "equivalent",
  undecided: "inconclusive"
};

// src/terminal/replay-command.ts
var DECISIONS = 8;
async function replayCommand({ cwd, stdout, colour }, file, flags) {
  for (const given of flags.tolerance ?? []) {
    if (given.includes("=") && !given.startsWith("latency_p50="))
      throw new GateError(
        "usage",
        `A trace holds latencies and no ${given.split("=")[0] ?? ""}.`,
        "Write --tolerance 5%."
      );
  }
  const { latency_p50 } = parseTolerances(flags.tolerance ?? []);
  const alpha = flags.alpha === void 0 ? defaultConfig().alpha : parseSetting("alpha", flags.alpha);
  const rule = {
    tolerance: (latency_p50 ?? indicator("latency_p50").tolerance).relative ?? 0,
    alpha,
    decisions: count("--decisions", flags.decisions) ?? DECISIONS,
    mostRounds: count("--rounds", flags.rounds) ?? Infinity
  };
  const comparisons = replay(parseTrace(await readText(path.resolve(cwd, file), "report", file), file), rule);
  stdout.write(flags.json === true ? documentOf({ comparisons }) : renderReplay(comparisons, rule, colour));
  return EXIT.passed;
}
function count(flag, text) {
  if (text === void 0) return void 0;
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new GateError("usage", `${flag} must be a whole number of at least 1.`, `Write ${flag} 8.`);
}
export {
  replayCommand
};
