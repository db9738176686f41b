/** Why the indicators of a model disagree: all that the profile shows, and nothing else. Pure. */
import { formatRatio } from '../../quantity.js';
import type { Cause, CauseEvidence, CAUSES } from './cause.js';
import type { Found } from './evidence.js';
import { fallback } from './fallback.js';
import { inflation, isDisturbed } from './kernel-time.js';
import { launchOverhead } from './launch-overhead.js';
import { lessParallelism } from './less-parallelism.js';
import { lowerIntensity } from './lower-intensity.js';
import { type Parting, type PartingKind, partingsOf } from './partings.js';
import { quantisation } from './quantisation.js';
import { selectedParameters } from './selected-parameters.js';
import { sharedParameters } from './shared-parameters.js';
import { type JudgedModel, type Sides, sidesOf } from './sides.js';
import { slowerOperators } from './slower-operators.js';
import { unusedSparsity } from './unused-sparsity.js';

interface Candidate {
  readonly kind: (typeof CAUSES)[number];
  readonly explains: readonly PartingKind[];
  readonly find: (sides: Sides) => Found | null;
  /** Rests on what kernels take, which an accelerator's profile does not tell: its times are those of launching. */
  readonly timesKernels?: true;
}

const TIME = ['compute and time', 'size and time'] as const;

/** THE list of causes. */
const CANDIDATES: readonly Candidate[] = [
  {
    kind: 'shared-parameters',
    explains: ['parameters and compute', 'size and time'],
    find: sharedParameters,
  },
  { kind: 'selected-parameters', explains: ['parameters and compute'], find: selectedParameters },
  { kind: 'unused-sparsity', explains: ['zeros and compute'], find: unusedSparsity },
  { kind: 'less-parallelism', explains: TIME, find: lessParallelism },
  { kind: 'slower-operators', explains: TIME, find: slowerOperators, timesKernels: true },
  { kind: 'lower-intensity', explains: TIME, find: lowerIntensity, timesKernels: true },
  { kind: 'quantisation', explains: TIME, find: quantisation, timesKernels: true },
  { kind: 'fallback', explains: TIME, find: fallback },
  { kind: 'launch-overhead', explains: TIME, find: launchOverhead, timesKernels: true },
];

/** Empty where no indicators part ways beyond doubt. */
export function causesOf(model: JudgedModel): Cause[] {
  if (model.measurement?.harness !== undefined) return [];
  return partingsOf(model).flatMap((parting) => {
    const sides = sidesOf(model, parting.dear);
    const causes = sides === null ? [] : causesOfParting(parting, sides);
    return causes.length === 0 ? [notShown(parting, model, sides)] : causes;
  });
}

function causesOfParting({ kind, indicators, words }: Parting, sides: Sides): Cause[] {
  const launchedOnly = isAccelerated(sides);
  return CANDIDATES.filter(
    ({ explains, timesKernels }) => explains.includes(kind) && !(launchedOnly && timesKernels),
  ).flatMap(({ kind: cause, find }) => {
    const found = find(sides);
    if (found === null) return [];
    const { sentence, evidence } = found;
    return [{ kind: cause, indicators: [...indicators], parting: words, sentence, evidence: [...evidence] }];
  });
}

function notShown(
  { kind, indicators, words }: Parting,
  { comparisons }: JudgedModel,
  sides: Sides | null,
): Cause {
  const evidence = comparisons
    .filter(({ indicator }) => indicators.includes(indicator))
    .map(({ indicator, unit, base, head }): CauseEvidence => ({
      of: 'indicator',
      name: indicator,
      figure: 'value',
      unit,
      base: base.value,
      head: head.value,
    }));
  const why = isOfTime(kind) ? whyNotShown(sides) : '';
  const sentence = `The profile shows no cause${why}.`;
  return { kind: 'not-shown', indicators: [...indicators], parting: words, sentence, evidence };
}

const isAccelerated = ({ dear, cheap }: Sides): boolean =>
  dear.times?.placement !== undefined || cheap.times?.placement !== undefined;

const isOfTime = (kind: PartingKind): boolean => TIME.some((one) => one === kind);

/** What kept the profile from showing more, where that is known. */
function whyNotShown(sides: Sides | null): string {
  const unprofiled = [sides?.dear, sides?.cheap].flatMap((side) => (side?.times === null ? side.name : []));
  if (unprofiled.length > 0) return `: the ${unprofiled.join(' and the ')} was not profiled`;
  if (sides !== null && isAccelerated(sides))
    return ': of kernels on an accelerator the profiler tells how long launching took, not how long they ran';
  const disturbed = [sides?.dear, sides?.cheap].flatMap((side) =>
    side !== undefined && isDisturbed(side)
      ? `those of the ${side.name} ${formatRatio(inflation(side) ?? 0)} times the median latency`
      : [],
  );
  if (disturbed.length === 0) return '';
  return `: under the profiler kernels take far longer, ${disturbed.join(', ')}`;
}
