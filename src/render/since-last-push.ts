/** What a push changed in the verdicts of the comment that it updates. */
import { nounOf } from '../quantity.js';
import type { GateReport, ModelReport } from '../report.js';
import { htmlCode, markdownCode, markdownLabel } from './escape.js';
import { bullets, cut, folded } from './markdown.js';
import { readVerdicts, type PastModel, type PastVerdicts } from './past-verdicts.js';
import { plural } from './plural.js';

/** Lines that are shown; the rest is counted. */
const MOST_CHANGES = 20;

/**
 * A folded list of verdicts that are not what they were, or one line that says that none is. Proven regressions and
 * improvements come first: what is inconclusive comes and goes with the noise of the machine.
 * @param earlier The comment as it is before this report.
 * @returns nothing where there is no earlier report to compare with.
 */
export function sinceLastPush(report: GateReport, earlier: string | undefined, rest: string): string[] {
  const past = earlier === undefined ? null : readVerdicts(earlier);
  if (past === null) return [];
  const when = whenOf(past, report);
  const changes = report.models
    .flatMap((model) => changesOf(model, past.models.get(model.name)))
    .toSorted((one, other) => Number(PROVEN.test(other)) - Number(PROVEN.test(one)));
  const names = new Set(report.models.map(({ name }) => name));
  const gone = [...past.models.keys()]
    .filter((name) => !names.has(name))
    .map((name) => `${markdownCode(name)}: no longer among the changed models`);
  const lines = [...changes, ...gone];
  if (lines.length === 0) return [`<sub>${when}: no verdict changed.</sub>`];
  const { shown, more } = cut(lines, MOST_CHANGES, 'change', rest);
  return [folded(`${when}: ${plural(lines.length, 'change')}`, [bullets(shown), more])];
}

const PROVEN = /(improved|regressed)/;

function whenOf({ head }: PastVerdicts, report: GateReport): string {
  if (head === null) return 'Since the last run';
  if (head === report.head.sha) return 'Since the last run on the same commit';
  return `Since the last push (${htmlCode(head.slice(0, 10))})`;
}

function changesOf({ name, comparisons }: ModelReport, past: PastModel | undefined): string[] {
  if (past === undefined) return [`${markdownCode(name)}: new among the changed models`];
  return comparisons.flatMap(({ indicator, verdict }) => {
    const before = past.get(indicator);
    if (verdict === null || before === undefined || before === verdict) return [];
    return [`${markdownCode(name)}: ${markdownLabel(nounOf(indicator).noun)} ${before} → ${verdict}`];
  });
}
