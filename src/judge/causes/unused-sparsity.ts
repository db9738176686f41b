import { formatPercent } from '../../quantity.js';
import { counts, type Found, latency, profiled } from './evidence.js';
import { countOf, type Side, type Sides } from './sides.js';

/** Executed MACs that may be missing before some kernel counts as skipping zeros. */
const SAME = 0.99;

/** More weights are zero, and the kernels multiply by them all the same. */
export function unusedSparsity(sides: Sides): Found | null {
  const { dear, cheap } = sides;
  const [after, before] = [dear.times?.executedMacs ?? null, cheap.times?.executedMacs ?? null];
  if (after === null || before === null || after < SAME * before) return null;
  const kinds = (dear.times?.operators ?? []).filter(({ macs }) => macs !== null && macs > 0);
  return {
    sentence: `Sparsity that no kernel uses: ${formatPercent(zeroShare(dear) ?? 0)} of the ${dear.name}'s parameters are zero (${formatPercent(zeroShare(cheap) ?? 0)} of the ${cheap.name}'s), and its kernels do every multiply-accumulate all the same.`,
    evidence: [
      ...counts(sides, 'non_zero_parameters', 'parameters', 'macs'),
      latency(sides),
      ...profiled(sides, kinds, 'time', 'rate'),
    ],
  };
}

/** Part of a side's parameters that are zero; null where it is not known. */
export function zeroShare(side: Side): number | null {
  const [all, other] = [countOf(side, 'parameters'), countOf(side, 'non_zero_parameters')];
  return all === null || other === null || all === 0 ? null : 1 - other / all;
}
