import { formatQuantity } from '../../quantity.js';
import { counts, type Found, profiled } from './evidence.js';
import { extraTime, kernelsInWords, kernelsOf, type KindTime, macsOf, sum } from './kernel-time.js';
import { isConverting } from './quantisation.js';
import type { Sides } from './sides.js';

/** How many more kernels there are, and how many fewer MACs each has. */
const LEAST_RATIO = 1.25;
/** Mean milliseconds of a kernel that is about as long as what it takes to start it. */
const SHORT_MS = 0.02;

/** More and smaller kernels, and the time goes into short ones that multiply nothing. */
export function launchOverhead(sides: Sides): Found | null {
  const time = extraTime(sides);
  if (time === null) return null;
  const [kernels, before] = [kernelsOf(time.dear), kernelsOf(time.cheap)];
  const [each, eachBefore] = [(macsOf(time.dear) ?? NaN) / kernels, (macsOf(time.cheap) ?? NaN) / before];
  if (!(kernels >= LEAST_RATIO * before && each <= eachBefore / LEAST_RATIO)) return null;
  const [own, other] = [time.dear, time.cheap].map((kinds) => kinds.filter(isShort));
  if (own === undefined || other === undefined || !time.matters(sum(own) - sum(other))) return null;
  const { dear, cheap } = sides;
  return {
    sentence: `Launch overhead: the ${dear.name} runs ${kernelsInWords(kernels)} of ${formatQuantity(each, 'count', 3)} MACs on average, the ${cheap.name} ${before} of ${formatQuantity(eachBefore, 'count', 3)}; much of the extra time is in short ones that multiply nothing.`,
    evidence: [
      ...counts(sides, 'operators', 'macs'),
      ...profiled(sides, [...own, ...other], 'time', 'kernels'),
    ],
  };
}

/** Conversions are a cause of their own. */
const isShort = (kind: KindTime): boolean =>
  kind.macs === 0 && kind.timeMs / kind.kernels <= SHORT_MS && !isConverting(kind);
