/** Where indicators of one model part ways: only where both are known, and apart beyond doubt. */
import { formatEffect, formatInterval } from '../../quantity.js';
import type { Comparison, Verdict } from '../judgement.js';
import { relativeTolerance } from '../policy.js';
import type { JudgedModel, Side } from './sides.js';
import { sidesOf } from './sides.js';
import { zeroShare } from './unused-sparsity.js';

export type PartingKind =
  'parameters and compute' | 'zeros and compute' | 'compute and time' | 'size and time';

export interface Parting {
  readonly kind: PartingKind;
  readonly indicators: readonly string[];
  /** With figures. */
  readonly words: string;
  readonly dear: Side['name'];
}

/** How much less the latency must have moved than the MACs, where both moved one way. */
const LAG = 1.1;
/** Rise of the part of parameters that are zero. */
const MORE_ZEROS = 0.1;

export function partingsOf(model: JudgedModel): Parting[] {
  const found = (id: string): Comparison | undefined =>
    model.comparisons.find(({ indicator }) => indicator === id);
  return [
    parametersAndCompute(found),
    zerosAndCompute(model, found),
    computeAndTime(found),
    sizeAndTime(found),
  ].flatMap((parting) => parting ?? []);
}

type Finder = (id: string) => Comparison | undefined;

/** Fewer parameters without fewer MACs, or more without more. */
function parametersAndCompute(found: Finder): Parting | null {
  const [parameters, macs] = [found('parameters'), found('macs')];
  const [one, other] = [decided(parameters), decided(macs)];
  if (parameters === undefined || macs === undefined || one === null || other === null) return null;
  if (one === 'equivalent' || one === other) return null;
  return parted('parameters and compute', one === 'improved' ? 'head' : 'base', [parameters], [macs]);
}

/** More zeros among the parameters, which neither MACs nor latency show. */
function zerosAndCompute(model: JudgedModel, found: Finder): Parting | null {
  const [nonZero, macs, latency] = [found('non_zero_parameters'), found('macs'), found('latency_p50')];
  const sides = sidesOf(model, 'head');
  if (sides === null || nonZero === undefined || macs === undefined || latency === undefined) return null;
  const [after, before] = [zeroShare(sides.dear), zeroShare(sides.cheap)];
  if (after === null || before === null || after - before < MORE_ZEROS) return null;
  if (decided(nonZero) !== 'improved' || !isNoGain(macs) || !isNoGain(latency)) return null;
  return parted('zeros and compute', 'head', [nonZero], [macs, latency]);
}

/** The interval of the latency's ratio lies apart from the ratio of the MACs. */
function computeAndTime(found: Finder): Parting | null {
  const [macs, latency] = [found('macs'), found('latency_p50')];
  const dear = apartFrom(macs, latency);
  if (macs === undefined || latency === undefined || dear === null) return null;
  // What else promised a gain that did not come.
  const smaller =
    dear === 'head' && decided(latency) === 'regressed'
      ? [found('model_bytes')].flatMap((one) => (one !== undefined && decided(one) === 'improved' ? one : []))
      : [];
  return parted('compute and time', dear, [...smaller, macs], [latency]);
}

function apartFrom(macs: Comparison | undefined, latency: Comparison | undefined): Side['name'] | null {
  if (macs?.effect == null || macs.effect.ratio === 0 || !isTrusted(latency)) return null;
  const { ratio } = macs.effect;
  const { low, high } = latency.effect;
  const moved = latency.effect.ratio;
  const margin = 1 + relativeTolerance(latency.base.value, latency.tolerance);
  // A tenth of the way is no news where both fell or both rose.
  const together = (ratio < 1 && moved < 1) || (ratio > 1 && moved > 1);
  const apart = together && decided(macs) !== 'equivalent' ? Math.max(margin, LAG) : margin;
  if (low > apart * ratio) return 'head';
  return high !== null && high < ratio / apart ? 'base' : null;
}

/** Where MACs are not known: fewer parameters or bytes that are proven not to be faster. */
function sizeAndTime(found: Finder): Parting | null {
  const [macs, latency] = [found('macs'), found('latency_p50')];
  if (decided(macs) !== null || latency === undefined || !isTrusted(latency) || !isNoGain(latency))
    return null;
  const smaller = [found('parameters'), found('model_bytes')].filter(
    (one): one is Comparison => decided(one) === 'improved',
  );
  return smaller.length === 0 ? null : parted('size and time', 'head', smaller, [latency]);
}

/** A verdict that says something; null for none, an open one, and no comparison. */
function decided(comparison: Comparison | undefined): Exclude<Verdict, 'inconclusive'> | null {
  const verdict = comparison?.verdict ?? null;
  return verdict === 'inconclusive' ? null : verdict;
}

const isNoGain = (comparison: Comparison): boolean =>
  ['equivalent', 'regressed'].includes(decided(comparison) ?? '');

type Trusted = Comparison & {
  readonly base: { readonly value: number };
  readonly effect: NonNullable<Comparison['effect']>;
};

/** Measured, and the control did not differ from the base. */
function isTrusted(comparison: Comparison | undefined): comparison is Trusted {
  if (comparison?.effect == null || comparison.verdict === null || !(comparison.base.value ?? 0))
    return false;
  return comparison.kind === 'measured' && comparison.control?.differs !== true;
}

function parted(
  kind: PartingKind,
  dear: Side['name'],
  promising: readonly Comparison[],
  others: readonly Comparison[],
): Parting {
  return {
    kind,
    indicators: [...promising, ...others].map(({ indicator }) => indicator),
    words: [promising, others].map((group) => group.map(inWords).join(' and ')).join(', but '),
    dear,
  };
}

function inWords({ indicator, effect, kind }: Comparison): string {
  if (effect === null) return indicator;
  return `${formatEffect(indicator, effect.ratio)}${kind === 'measured' ? ` ${formatInterval(effect)}` : ''}`;
}
