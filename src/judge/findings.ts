/** What the gate looks for in the comparisons of a run. */
import type { FailureKind } from '../errors.js';
import type { Unevaluated } from '../declared/declaration.js';
import type { Harness } from '../measure/measurement.js';
import type { Comparison } from './judgement.js';
import { subjectOf } from './fleet/on-machine.js';
import { problemOfFault, type ShardFault } from './fleet/shard-fault.js';
import { toleranceKeyOf } from './own-indicators.js';

/** What concluding needs to know of a model; a model report fits. */
export interface GatedModel {
  readonly name: string;
  /** Left out where one machine measured all. */
  readonly machine?: string;
  readonly status: 'compared' | 'identical' | 'added' | 'removed' | 'failed';
  readonly comparisons: readonly Comparison[];
  readonly problem: Problem | null;
  /** Of it only why the quality command said nothing of a side. */
  readonly declared?: { readonly unevaluated?: Unevaluated };
  /** Of it only where it lies; left out for benchmarks. */
  readonly head?: { readonly path: string } | null;
  /** Of it only what tells whose indicators these are. */
  readonly measurement?: { readonly harness?: Harness | undefined } | null;
}

/** Why something planned could not be done, and what to do about it. */
export interface Problem {
  readonly kind: FailureKind;
  readonly message: string;
  readonly next: string;
}

/** A comparison that the conclusion speaks of. */
export interface Finding {
  readonly model: string;
  /** The model without its machine. */
  readonly subject: string;
  /** Of the head's file; the subject where there is none. */
  readonly path: string;
  readonly comparison: Comparison;
  /** What the configuration calls the indicator's tolerance. */
  readonly toleranceKey: string;
}

/** Everything that a conclusion rests on. */
export interface Findings {
  /** Proven regressions of gated indicators. */
  readonly regressed: readonly Finding[];
  /** Gated indicators that could not be decided. */
  readonly undecided: readonly Finding[];
  /** Gains too good to be true, gated or not. */
  readonly suspicious: readonly Finding[];
  /** Models that could not be compared, and what is wrong with the reports that were merged. */
  readonly problems: readonly { readonly model: string; readonly problem: Problem }[];
}

const UNEXPLAINED: Problem = {
  kind: 'measurement',
  message: 'it could not be compared.',
  next: 'Look at the log of the run.',
};

/**
 * @param maxImprovement Relative gain beyond which an improvement is suspicious; null: never.
 * @param faults What is wrong with the reports of a fleet.
 */
export function findingsOf(
  models: readonly GatedModel[],
  maxImprovement: number | null,
  faults: readonly ShardFault[] = [],
): Findings {
  const where = (matches: (comparison: Comparison) => boolean): Finding[] =>
    models.flatMap((model) => {
      const { name, comparisons, measurement, head } = model;
      const subject = subjectOf(model);
      return comparisons.filter(matches).map((comparison) => ({
        model: name,
        subject,
        path: head?.path ?? subject,
        comparison,
        toleranceKey: toleranceKeyOf(comparison.indicator, measurement?.harness),
      }));
    });
  return {
    regressed: where(({ gated, verdict }) => gated && verdict === 'regressed'),
    undecided: where(({ gated, verdict }) => gated && verdict === 'inconclusive'),
    suspicious: where((comparison) => isSuspicious(comparison, maxImprovement)),
    problems: [
      ...faults.map((fault) => ({ model: fault.subject, problem: problemOfFault(fault) })),
      ...models.flatMap((model) => problemsOf(model).map((problem) => ({ model: model.name, problem }))),
    ],
  };
}

function problemsOf({ status, problem, declared }: GatedModel): Problem[] {
  const own = problem ?? (status === 'failed' ? UNEXPLAINED : null);
  const { base = null, head = null } = declared?.unevaluated ?? {};
  const open = base ?? head;
  return [...(own === null ? [] : [own]), ...(open === null ? [] : [unevaluated(open)])];
}

/** Quality that was to be evaluated and was not is missing, as a timing is that could not be taken. */
const unevaluated = (reason: string): Problem => ({
  kind: 'measurement',
  message: `its quality is not known: ${reason}.`,
  next: 'Look at the log of the run for what the quality command printed.',
});

function isSuspicious({ verdict, effect, kind }: Comparison, maxImprovement: number | null): boolean {
  if (maxImprovement === null || effect === null || kind === 'derived') return false;
  return verdict === 'improved' && Math.abs(effect.ratio - 1) > maxImprovement;
}
