import { formatPercent } from '../../quantity.js';
import { counts, type Found, profiled } from './evidence.js';
import { extraTime, kernelsInWords, kernelsOf, type KindTime, sum } from './kernel-time.js';
import type { Sides } from './sides.js';

/** Operators that only change how numbers are written. */
const CONVERTING = /(^|\.)(QuantizeLinear|DequantizeLinear|DynamicQuantizeLinear|Cast)$/;

export const isConverting = ({ op }: Pick<KindTime, 'op'>): boolean => CONVERTING.test(op);

/** Time goes into writing numbers in another precision, not into computing with them. */
export function quantisation(sides: Sides): Found | null {
  const time = extraTime(sides);
  if (time === null) return null;
  const converting = (kinds: readonly KindTime[]): KindTime[] => kinds.filter(isConverting);
  const [own, other] = [converting(time.dear), converting(time.cheap)];
  if (!time.matters(sum(own) - sum(other))) return null;
  const { dear, cheap } = sides;
  const share = (kinds: readonly KindTime[], all: readonly KindTime[]): string =>
    formatPercent(sum(kinds) / sum(all));
  return {
    sentence: `Quantise and dequantise overhead: ${share(own, time.dear)} of the ${dear.name}'s time goes into ${kernelsInWords(kernelsOf(own))} that only convert numbers (${[...new Set(own.map(({ op }) => op))].join(', ')}), of the ${cheap.name}'s ${other.length === 0 ? 'none' : share(other, time.cheap)}.`,
    evidence: [...counts(sides, 'operators'), ...profiled(sides, [...own, ...other], 'time', 'kernels')],
  };
}
