import { formatQuantity, formatRatio } from '../../quantity.js';
import { counts, type Found, profiled } from './evidence.js';
import { extraTime, kernelsInWords, kernelsOf, macsOf, multiplying, sum } from './kernel-time.js';
import { countOf, ratioOf, type Sides } from './sides.js';

/** How much deeper, or less parallel, the graph is. */
const LEAST_RATIO = 1.5;
/** How many more kernels share the MACs, each with as many fewer. */
const FINER = 2;
/** Mean milliseconds of a kernel on one thread, beyond which its size hardly matters. */
const SMALL_MS = 0.1;

/**
 * The same work in more steps, one after the other, each smaller: deep and narrow against shallow and wide. With more
 * threads a smaller step keeps fewer busy; with one it fills the units of a core less well.
 */
export function lessParallelism(sides: Sides): Found | null {
  const { dear, cheap, setUp } = sides;
  const [deeper, parallel] = [ratioOf(sides, 'depth') ?? 1, ratioOf(sides, 'parallelism') ?? 1];
  if (deeper < LEAST_RATIO && parallel > 1 / LEAST_RATIO) return null;

  const time = extraTime(sides);
  if (time === null || setUp === null) return null;
  const [own, other] = [multiplying(time.dear), multiplying(time.cheap)];
  const [kernels, before] = [kernelsOf(own), kernelsOf(other)];
  const [each, eachBefore] = [(macsOf(own) ?? 0) / kernels, (macsOf(other) ?? 0) / before];
  if (!(kernels >= FINER * before && each <= eachBefore / FINER)) return null;
  const sizeMatters = setUp.threads > 1 || setUp.provider !== 'cpu' || sum(own) / kernels <= SMALL_MS;
  if (!sizeMatters || !time.matters(sum(own) - sum(other) * time.macsRatio)) return null;

  const depth = (side: typeof dear): string => formatQuantity(countOf(side, 'depth') ?? 0, 'count');
  return {
    sentence: `Lower degree of parallelism: the ${dear.name} is ${depth(dear)} operators deep, the ${cheap.name} ${depth(cheap)}; its MACs are spread over ${kernelsInWords(kernels)}, one after the other, those of the ${cheap.name} over ${before}: ${formatRatio(each / eachBefore)} times the MACs in each.`,
    evidence: [
      ...counts(sides, 'macs', 'depth', 'parallelism', 'operators'),
      ...profiled(sides, [...own, ...other], 'time', 'kernels', 'rate'),
    ],
  };
}
