import { formatQuantity, formatRatio } from '../../quantity.js';
import { counts, type Found, latency, profiled } from './evidence.js';
import { extraTime } from './kernel-time.js';
import { countOf, ratioOf, type Sides } from './sides.js';

/** Arithmetic intensity, of the other side's. */
const LOWER = 0.8;
/**
 * FLOPs for each byte below which memory can be the limit: a core does some ten in the time that a byte takes to come
 * from memory (the ridge of the roofline: Williams, Waterman, Patterson 2009).
 */
const RIDGE = 10;

/** Fewer operations for each byte that is moved, and time that grew no more than the bytes did. */
export function lowerIntensity(sides: Sides): Found | null {
  const { dear, cheap } = sides;
  const [intensity, traffic] = [
    ratioOf(sides, 'arithmetic_intensity'),
    ratioOf(sides, 'memory_traffic_bytes'),
  ];
  const [own, other] = [countOf(dear, 'arithmetic_intensity'), countOf(cheap, 'arithmetic_intensity')];
  if (intensity === null || traffic === null || own === null || other === null) return null;
  if (intensity > LOWER || own >= RIDGE) return null;

  const time = extraTime(sides);
  if (time === null || dear.latencyMs === null || cheap.latencyMs === null) return null;
  // Bytes move slower than on the other side: something else is the limit.
  const slower = dear.latencyMs / cheap.latencyMs;
  if (slower > traffic) return null;
  const perByte = (value: number): string => formatQuantity(value, 'FLOPs/byte', 2);
  return {
    sentence: `Lower arithmetic intensity: the ${dear.name} does ${perByte(own)}, the ${cheap.name} ${perByte(other)}; it moves ${formatRatio(traffic)} times the bytes in ${formatRatio(slower)} times the time. Below some ${RIDGE} FLOPs/byte, memory rather than arithmetic tends to set the pace.`,
    evidence: [
      ...counts(sides, 'arithmetic_intensity', 'memory_traffic_bytes'),
      latency(sides),
      ...profiled(sides, time.dear, 'time'),
    ],
  };
}
