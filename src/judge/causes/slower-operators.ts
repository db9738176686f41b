import { formatQuantity } from '../../quantity.js';
import { enumerate } from '../sentence.js';
import { counts, type Found, profiled } from './evidence.js';
import { extraTime, isDisturbed, type KindTime, multiplying, rateOf } from './kernel-time.js';
import type { Side, Sides } from './sides.js';

/** Rate at which an operator counts as slower, of the other side's. */
const SLOWER = 0.9;

/** MACs are done by operators that achieve fewer a second: depthwise convolutions, small matrix products. */
export function slowerOperators(sides: Sides): Found | null {
  if (isDisturbed(sides.dear) || isDisturbed(sides.cheap)) return null;
  const time = extraTime(sides);
  const rate = time === null ? null : rateOf(multiplying(time.cheap));
  if (time === null || rate === null) return null;
  const slow = multiplying(time.dear).filter((kind) => (rateOf([kind]) ?? Infinity) <= SLOWER * rate);
  const lost = slow.reduce((all, { timeMs, macs }) => all + timeMs - (macs ?? 0) / rate / 1e6, 0);
  if (slow.length === 0 || !time.matters(lost)) return null;

  const { dear, cheap } = sides;
  const profiledRate = ({ times }: Side, kinds: readonly KindTime[]): number =>
    rateOf((times?.operators ?? []).filter((row) => kinds.some((one) => isSameKind(one, row)))) ?? 0;
  const [own, other] = [profiledRate(dear, slow), profiledRate(cheap, multiplying(time.cheap))];
  // What is deducted for the profiler must not make the difference.
  if (own > SLOWER * other) return null;
  const [slowest, usual] = [own, other].map((value) => formatQuantity(value, 'GMAC/s', 3));
  const names = [...new Set(slow.map(({ op }) => op))];
  return {
    sentence: `Work at a lower rate: ${enumerate(names)} of the ${dear.name} ${names.length === 1 ? 'achieves' : 'achieve'} ${slowest ?? ''}, the operators that multiply in the ${cheap.name} ${usual ?? ''}.`,
    evidence: [
      ...counts(sides, 'macs'),
      ...profiled(sides, [...slow, ...multiplying(time.cheap)], 'time', 'rate'),
    ],
  };
}

const isSameKind = (one: KindTime, other: KindTime): boolean =>
  one.op === other.op && one.provider === other.provider;
