/** A sign and a word for every outcome. Colour only repeats what they say. */
import type { Verdict } from '../judge/judgement.js';
import type { ModelReport } from '../report.js';

/** `mixed` is what is neither good nor bad news; `quiet` is no news. */
export type Tone = 'good' | 'bad' | 'mixed' | 'unsure' | 'quiet';

export interface Mark {
  readonly sign: string;
  readonly word: string;
  readonly tone: Tone;
}

/** No arrows: up is worse for latency and better for throughput. */
const VERDICTS: Readonly<Record<Verdict, Mark>> = {
  improved: { sign: '✓', word: 'improved', tone: 'good' },
  equivalent: { sign: '≈', word: 'equivalent', tone: 'quiet' },
  regressed: { sign: '✗', word: 'regressed', tone: 'bad' },
  inconclusive: { sign: '?', word: 'inconclusive', tone: 'unsure' },
};

/** What says how a model is, and is not judged. */
const DESCRIBED: Mark = { sign: '·', word: 'described', tone: 'quiet' };

type Standing =
  NonNullable<ModelReport['relation']> | Exclude<ModelReport['status'], 'compared'> | 'unmeasured';

/** From the least favourable to the most, as models are listed. */
const STANDINGS: Readonly<Record<Standing, Mark>> = {
  failed: { sign: '!', word: 'not compared', tone: 'bad' },
  unmeasured: { sign: '!', word: 'not fully measured', tone: 'bad' },
  dominated: { sign: '✗', word: 'dominated', tone: 'bad' },
  'trade-off': { sign: '±', word: 'trade-off', tone: 'mixed' },
  inconclusive: { sign: '?', word: 'inconclusive', tone: 'unsure' },
  removed: { sign: '−', word: 'removed', tone: 'quiet' },
  added: { sign: '+', word: 'added', tone: 'quiet' },
  equivalent: { sign: '≈', word: 'equivalent', tone: 'quiet' },
  dominates: { sign: '✓', word: 'dominates', tone: 'good' },
  identical: { sign: '=', word: 'identical', tone: 'quiet' },
};
const FROM_LEAST_FAVOURABLE = Object.keys(STANDINGS);

export const verdictMark = (verdict: Verdict | null): Mark =>
  verdict === null ? DESCRIBED : VERDICTS[verdict];

/** How a model stands: the relation of head and base where there is one, else its status. */
export function standingOf({ relation, status }: Pick<ModelReport, 'relation' | 'status'>): Standing {
  if (status === 'failed' && relation !== null) return 'unmeasured';
  if (status !== 'compared') return status;
  return relation ?? 'inconclusive';
}

export const standingMark = (model: Pick<ModelReport, 'relation' | 'status'>): Mark =>
  STANDINGS[standingOf(model)];

/** The models, least favourable first, so that what is cut from a long list matters least. */
export function leastFavourableFirst<Model extends Pick<ModelReport, 'relation' | 'status'>>(
  models: readonly Model[],
): Model[] {
  const rank = (model: Model): number => FROM_LEAST_FAVOURABLE.indexOf(standingOf(model));
  return models.toSorted((one, other) => rank(one) - rank(other));
}

export const signed = ({ sign, word }: Mark): string => `${sign} ${word}`;
