/** What can be said instead of a claim: its own indicators first, all others beside them, and the set-up. */
import { type Claim, EFFICIENCY } from '../../claims/claim.js';
import { formatEffect, formatInterval, nounOf } from '../../quantity.js';
import type { Comparison } from '../judgement.js';
import { enumerate, figure, figures } from '../sentence.js';
import { describeSetUp } from '../set-up.js';
import { comparisonsOf, type JudgedModel, type JudgedRun } from './judged-run.js';

/** One sentence, as narrow as what was measured. It never says "more efficient": that is upheld, or not said. */
export function reword(
  { indicators }: Pick<Claim, 'indicators'>,
  { models, environment }: JudgedRun,
): string {
  const measurement = models.find((model) => model.measurement !== null)?.measurement ?? null;
  const several = models.length > 1;
  const statements = models.map(
    (model) => `${several ? `in ${model.name}, ` : ''}${statement(indicators, model)}`,
  );
  const said = statements.length === 0 ? 'no model was compared' : statements.join('; ');
  const setUps = models.flatMap((model) =>
    model.environment === undefined ? [] : [describeSetUp({ ...model, environment: model.environment })],
  );
  const setUp =
    setUps.length === 0 ? describeSetUp({ environment, measurement }) : [...new Set(setUps)].join('; ');
  const sentence = `${said} (set-up: ${setUp}).`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}

function statement(indicators: readonly string[], { comparisons }: JudgedModel): string {
  if (comparisons.length === 0) return 'base and head were not compared';
  const ids = indicators.filter((id) => id !== EFFICIENCY);
  const own = ids.flatMap((id) => comparisonsOf(id, comparisons));
  const others = comparisons.filter((one) => !own.includes(one));
  const missing = ids.filter((id) => comparisonsOf(id, comparisons).length === 0);
  const of = (verdict: Comparison['verdict']): Comparison[] =>
    others.filter((one) => one.verdict === verdict);
  const claimed = own.map(plainly);
  const better = figures(of('improved'), 'gains');
  const worse = figures(of('regressed'), 'losses');
  const lead = claimed.length > 0 ? claimed : better.length > 0 ? better : ['no proven gain'];
  // After losses alone, more of them are no contrast.
  const onlyLosses = own.length > 0 && own.every(({ verdict }) => verdict === 'regressed');
  const beside = [
    ...(onlyLosses && worse.length > 0 ? [`and ${enumerate(worse)}`] : []),
    ...(claimed.length > 0 && better.length > 0
      ? [`${onlyLosses ? 'though also' : 'beside'} ${enumerate(better)}`]
      : []),
    ...(!onlyLosses && worse.length > 0 ? [`but ${enumerate(worse)}`] : []),
  ];
  const rest = [
    ...nouns('no difference beyond the tolerances in', of('equivalent')),
    ...nouns('not decided:', of('inconclusive')),
    ...(missing.length > 0 ? [`not measured: ${enumerate(missing.map((id) => nounOf(id).noun))}`] : []),
  ];
  return [`the head has ${[enumerate(lead), ...beside].join(', ')}`, ...rest].join('; ');
}

/** A figure that says itself what is not proven. */
function plainly(comparison: Comparison): string {
  const { verdict, effect, indicator, kind } = comparison;
  if (verdict === 'improved' || verdict === 'regressed') return figure(comparison);
  const { noun } = nounOf(indicator);
  if (effect === null) return `an undecided ${noun}`;
  const interval = kind === 'measured' ? ` ${formatInterval(effect)}` : '';
  const found = `${formatEffect(indicator, effect.ratio)}${interval}`;
  if (kind === 'counted' && effect.ratio === 1) return found;
  return verdict === 'equivalent'
    ? `${found} (no difference beyond the tolerance)`
    : `${found} (not decided)`;
}

function nouns(words: string, comparisons: readonly Comparison[]): string[] {
  if (comparisons.length === 0) return [];
  return [`${words} ${enumerate(comparisons.map(({ indicator }) => nounOf(indicator).noun))}`];
}
