/** The gate: one conclusion over all models of a run, and what to do next. */
import { EXIT, exitStatusOf } from '../errors.js';
import { type Acknowledgement, countingLabel, isAcknowledged } from './acknowledgement.js';
import { type ReportedClaim, openClaims } from './claims/ruling.js';
import { type GatedModel, findingsOf } from './findings.js';
import type { ShardFault } from './fleet/shard-fault.js';
import { summaryOf } from './gate-summary.js';
import type { Conclusion, Gate } from './judgement.js';

export type { GatedModel } from './findings.js';

export interface GatePolicy {
  /** Turn a failure into a warning. */
  readonly warnOnly: boolean;
  /** Fail also when a gated indicator could not be decided. */
  readonly failOnInconclusive: boolean;
  /** Relative gain beyond which an improvement is flagged as too good to be true; null: never. */
  readonly maxImprovement: number | null;
  /** What becomes of claims that do not stand; left out: they are reported. */
  readonly claims?: 'report' | 'enforce' | 'off';
  /** Label that acknowledges what was found; null or left out: none does. */
  readonly acknowledgeLabel?: string | null;
}

/** What is said of the models, and who answers for them, beside the models themselves. */
export interface Statements {
  readonly claims?: readonly ReportedClaim[];
  readonly acknowledgements?: readonly Acknowledgement[];
  /** Whether there is a pull request, on which a label could be put. */
  readonly inPullRequest?: boolean;
  /** What is wrong with the reports of a fleet: none of it lets the gate be complete. */
  readonly shardFaults?: readonly ShardFault[];
}

/**
 * Concludes over all models. A proven regression of a gated indicator that nobody acknowledged fails the gate,
 * whatever else is missing, and so does a claim that has to stand and does not; without one, a model that is wrong
 * itself makes it an error, and one that could not be measured incomplete. `warnOnly` lets a failure pass and says
 * so; neither it nor an acknowledgement makes an incomplete run complete.
 */
export function concludeGate(
  models: readonly GatedModel[],
  policy: GatePolicy,
  { claims = [], acknowledgements = [], inPullRequest = false, shardFaults = [] }: Statements = {},
): Gate {
  const found = findingsOf(models, policy.maxImprovement, shardFaults);
  const label = countingLabel(acknowledgements);
  const failing = {
    regressed: found.regressed.filter((finding) => !isAcknowledged(finding, acknowledgements)),
    undecided: policy.failOnInconclusive && label === undefined ? found.undecided : [],
    claims: label === undefined ? enforced(claims, policy) : [],
  };
  const fails = Object.values(failing).some((those) => those.length > 0);
  const incomplete = found.problems.length > 0;
  const wrong = found.problems.some(({ problem }) => exitStatusOf(problem.kind) === EXIT.misuse);
  const warnOnly = fails && policy.warnOnly;
  const open: Conclusion = wrong ? 'error' : incomplete ? 'incomplete' : 'passed';
  const remedy = inPullRequest ? (policy.acknowledgeLabel ?? null) : null;
  const outcome = { fails, warnOnly, wrong, incomplete, remedy };
  return {
    conclusion: fails && !warnOnly ? 'failed' : open,
    summary: summaryOf(models, found, { failing, acknowledgements, outcome }),
    failures: found.regressed.map(({ model, comparison }) => ({ model, indicator: comparison.indicator })),
    missing: found.problems.map(({ model, problem }) => ({ model, reason: problem.message })),
    warnOnly,
  };
}

/** What nobody could verify fails a gate only where what is not decided does, too. */
function enforced(
  claims: readonly ReportedClaim[],
  { claims: policy, failOnInconclusive }: GatePolicy,
): ReportedClaim[] {
  if (policy !== 'enforce') return [];
  return openClaims(claims).filter(({ ruling }) => ruling !== 'unverifiable' || failOnInconclusive);
}
