/** Rules on claims: each against every model of a report, with the evidence, and a rewording where it does not stand. */
import { type Claim, EFFICIENCY } from '../../claims/claim.js';
import type { Environment } from '../../measure/measurement.js';
import { nounOf } from '../../quantity.js';
import type { Comparison } from '../judgement.js';
import { enumerate, figure, figures } from '../sentence.js';
import { otherSetUp } from './claimed-set-up.js';
import { efficiencySupport } from './efficiency.js';
import { comparisonsOf, environmentOf, type JudgedModel, type JudgedRun } from './judged-run.js';
import { reword } from './rewording.js';
import type { Evidence, RuledClaim, Ruling } from './ruling.js';
import { type Support, supportOf } from './support.js';

/** Rules on each claim. All models must support a claim for it to stand. Pure. */
export function ruleOnClaims(claims: readonly Claim[], run: JudgedRun): RuledClaim[] {
  return claims.map((claim) => {
    const evidence = run.models.flatMap((model) => evidenceOf(claim, model, environmentOf(model, run)));
    const rulings = run.models.map(({ name }) => together(evidence.filter(({ model }) => model === name)));
    const ruling = overModels(rulings);
    return { ...claim, ruling, evidence, rewording: ruling === 'upheld' ? null : reword(claim, run) };
  });
}

function evidenceOf(claim: Claim, model: JudgedModel, environment: Environment | null): Evidence[] {
  return claim.indicators.flatMap((id) => {
    const found = comparisonsOf(id, model.comparisons);
    if (id === EFFICIENCY) return [evidence(model, id, undefined, efficiencySupport(claim, model))];
    if (found.length === 0) {
      const says = `${nounOf(id).noun}: not measured here`;
      return [evidence(model, id, undefined, { ruling: 'unverifiable', says })];
    }
    return found.map((comparison) => {
      const elsewhere =
        comparison.kind === 'measured'
          ? otherSetUp(claim.text, { environment, measurement: model.measurement })
          : null;
      const support: Support =
        elsewhere === null
          ? supportOf(claim, comparison)
          : { ruling: 'unverifiable', says: `${figure(comparison)}; ${elsewhere}` };
      return evidence(model, comparison.indicator, comparison, besideOthers(claim, support, model));
    });
  });
}

function evidence(
  { name }: JudgedModel,
  indicator: string,
  comparison: Comparison | undefined,
  support: Support,
): Evidence {
  const { verdict = null, effect = null } = comparison ?? {};
  return { model: name, indicator, verdict, effect, ...support };
}

/** What holds of one indicator is only part of the truth where another one got worse. */
function besideOthers(
  { direction, indicators }: Claim,
  support: Support,
  { comparisons }: JudgedModel,
): Support {
  if (support.ruling !== 'upheld' || direction === 'worse') return support;
  const own = indicators.flatMap((id) => comparisonsOf(id, comparisons));
  const worse = comparisons.filter((one) => one.verdict === 'regressed' && !own.includes(one));
  if (worse.length === 0) return support;
  return { ruling: 'partial', says: `${support.says}; but ${enumerate(figures(worse, 'losses'))}` };
}

/** Several indicators of one claim on one model. */
function together(evidence: readonly Evidence[]): Ruling {
  const rulings = new Set(evidence.map(({ ruling }) => ruling));
  const [only = 'unverifiable'] = rulings;
  if (rulings.size < 2) return only;
  return rulings.has('refuted') || rulings.has('partial') ? 'partial' : 'unverifiable';
}

/** One model against a claim refutes it for all; where others support it, it is true in part. */
function overModels(rulings: readonly Ruling[]): Ruling {
  const found = new Set(rulings);
  if (found.has('refuted')) return found.has('upheld') || found.has('partial') ? 'partial' : 'refuted';
  if (found.has('unverifiable') || found.size === 0) return 'unverifiable';
  return found.has('partial') ? 'partial' : 'upheld';
}
