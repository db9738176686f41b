import { ranOn } from '../../measure/placement.js';
import { type Found, profiled } from './evidence.js';
import { extraTime, kernelsInWords, kernelsOf, type KindTime, sum } from './kernel-time.js';
import type { Sides } from './sides.js';

/** Kernels that the provider which was asked for does not have run on another one, and their operands are copied. */
export function fallback(sides: Sides): Found | null {
  const { dear, cheap, setUp } = sides;
  const time = extraTime(sides);
  if (time === null || setUp === null) return null;
  const elsewhere = (kinds: readonly KindTime[]): KindTime[] =>
    kinds.filter(({ provider }) => !ranOn(provider, setUp.provider));
  const [own, other] = [elsewhere(time.dear), elsewhere(time.cheap)];
  if (kernelsOf(own) <= kernelsOf(other) || !time.matters(sum(own) - sum(other))) return null;
  const where = [...new Set(own.map(({ provider }) => provider))].join(', ');
  return {
    sentence: `Nodes that fell back to another provider: ${kernelsInWords(kernelsOf(own))} of the ${dear.name} on ${where} and not on ${setUp.provider}; of the ${cheap.name} ${kernelsOf(other)}.`,
    evidence: profiled(sides, [...own, ...other], 'time', 'kernels'),
  };
}
