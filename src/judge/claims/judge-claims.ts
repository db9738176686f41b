/** The claims of a pull request against everything that was compared in it. Pure: a report's claims are ruled on again. */
import { EFFICIENCY } from '../../claims/claim.js';
import { otherSetUp } from './claimed-set-up.js';
import { comparisonsOf, type JudgedModel, type JudgedRun } from './judged-run.js';
import { reword } from './rewording.js';
import { ruleOnClaims } from './rule.js';
import type { ReportedClaim, SourcedClaim } from './ruling.js';

/** @param run What was compared: what was added or removed has nothing that a claim could be held against. */
export function judgeClaims(claims: readonly SourcedClaim[], run: JudgedRun): ReportedClaim[] {
  return claims.flatMap(({ text, indicators, direction, magnitude, rounding, source, repeatedIn }) => {
    const claim = { text, indicators, direction, magnitude, rounding };
    const concerned = { ...run, models: concernedBy(claim, run.models) };
    return ruleOnClaims([claim], concerned).map((ruled) => ({
      ...ruled,
      source,
      repeatedIn,
      // No indicator is repeated without the others, and least of all one that got better.
      inFull: ruled.ruling === 'upheld' ? reword(claim, concerned) : null,
    }));
  });
}

/**
 * Models that have a claimed indicator: a benchmark of training says nothing of FLOPs, for or against. Of a fleet, the
 * machines that the claim speaks of, where it speaks of any that is there.
 */
function concernedBy(
  { indicators, text }: Pick<SourcedClaim, 'indicators' | 'text'>,
  all: readonly JudgedModel[],
): readonly JudgedModel[] {
  const meant = all.filter(
    ({ environment, measurement }) =>
      environment == null || otherSetUp(text, { environment, measurement }) === null,
  );
  const models = meant.length === 0 ? all : meant;
  if (indicators.includes(EFFICIENCY)) return models;
  const concerned = models.filter(({ comparisons }) =>
    indicators.some((id) => comparisonsOf(id, comparisons).length > 0),
  );
  return concerned.length === 0 ? models : concerned;
}
