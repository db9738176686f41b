import type { Comparison } from '../../judge/judgement.js';
import { verdictMark, type Mark } from '../signs.js';

/** The page's colour of a tone; every place that has one has the sign and the word as well. */
export const toneColour = ({ tone }: Mark): string => `var(--${tone})`;

export const verdictColour = ({ verdict }: Pick<Comparison, 'verdict'>): string =>
  toneColour(verdictMark(verdict));
