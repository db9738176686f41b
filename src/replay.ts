/** Recorded timings of two models, decided as the gate would have: what `replay` does. Pure. */
import { z } from 'zod';
import { GateError } from './errors.js';
import type { Verdict } from './judge/judgement.js';
import { crossLogRatio } from './stats/cross-log-ratio.js';
import { decideAtFirstProof, type DecisionRule, type Finding } from './stats/decide.js';
import { withoutOrderEffect } from './stats/order-effect.js';

const millisecondsSchema = z.number().positive();

/** A pair of times, milliseconds, of base and head; what follows them says which ran first, and is not needed. */
const pairSchema = z.tuple([millisecondsSchema, millisecondsSchema], z.unknown());

const roundSchema = z.object({
  /** Whether the head's process was launched before the base's. */
  headLaunchedFirst: z.boolean(),
  pairs: z.array(pairSchema).min(1),
});

/** Comparisons, each with a round for every fresh pair of processes. What else a trace says of itself is ignored. */
const traceSchema = z.object({ comparisons: z.array(z.array(roundSchema).min(1)).min(1) });
export type Trace = z.infer<typeof traceSchema>;
export type TraceRound = z.infer<typeof roundSchema>;

export interface ReplayRule {
  /** Fraction of the base's time. */
  readonly tolerance: number;
  readonly alpha: number;
  /** Decisions that alpha is split over. */
  readonly decisions: number;
  /** Rounds of each comparison that may be looked at. */
  readonly mostRounds: number;
}

export interface ReplayedComparison {
  readonly verdict: Verdict;
  /** Head over base. */
  readonly ratio: number;
  /** 0 while the rounds are too few to bound it. */
  readonly low: number;
  /** Null while the rounds are too few to bound it. */
  readonly high: number | null;
  /** Rounds until the verdict, or all of them. */
  readonly rounds: number;
}

/**
 * @param text JSON.
 * @param origin Where it came from, for the message.
 * @throws GateError of kind `report`.
 */
export function parseTrace(text: string, origin: string): Trace {
  const next =
    'Give recorded timings: {"comparisons": [[{"headLaunchedFirst": true, "pairs": [[base, head], ...]}, ...], ...]}.';
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new GateError('report', `${origin} is not JSON.`, next, { cause });
  }
  if (typeof json === 'object' && json !== null && 'schemaVersion' in json)
    throw new GateError(
      'report',
      `${origin} is a report and no trace.`,
      'Judge a report again with efficiency-gate judge.',
    );
  const parsed = traceSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  throw new GateError(
    'report',
    `${origin} is not a trace: ${where}${issue?.message ?? 'unknown fault'}.`,
    next,
  );
}

/** Log-ratios of the rounds of one comparison, freed of the effect of order. */
export function logRatiosOf(rounds: readonly TraceRound[]): readonly number[] {
  return withoutOrderEffect(
    rounds.map(({ pairs }) =>
      crossLogRatio(
        pairs.map(([base]) => base),
        pairs.map(([, head]) => head),
      ),
    ),
    rounds.map(({ headLaunchedFirst }) => headLaunchedFirst),
  );
}

/** Looks after every round of each comparison and stops at its first proof. Times: lower is better. */
export function replay(
  trace: Trace,
  { tolerance, mostRounds, ...certainty }: ReplayRule,
): ReplayedComparison[] {
  const up = Math.log1p(tolerance);
  const rule: DecisionRule = { ...certainty, tolerance: { down: -up, up } };
  return trace.comparisons.map((rounds) => {
    const decision = decideAtFirstProof(logRatiosOf(rounds.slice(0, mostRounds)), rule);
    const { ratio, low, high, verdict } = decision;
    return { verdict: VERDICT_OF[verdict], ratio, low, high, rounds: decision.rounds };
  });
}

const VERDICT_OF: Readonly<Record<Finding | 'undecided', Verdict>> = {
  above: 'regressed',
  below: 'improved',
  within: 'equivalent',
  undecided: 'inconclusive',
};
