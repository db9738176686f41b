/** What a cause is looked for in: the two sides of a parting, told apart by which of them is dearer. */
import type { OperatorProfile, OperatorTimes } from '../../measure/operator-profile.js';
import type { Measurement } from '../../measure/measurement.js';
import type { StaticProfile } from '../../onnx/profile.js';
import type { Comparison } from '../judgement.js';

/** A judged model; a model's report fits. */
export interface JudgedModel {
  readonly base: { readonly profile: StaticProfile | null } | null;
  readonly head: { readonly profile: StaticProfile | null } | null;
  readonly measurement: Pick<Measurement, 'provider' | 'threads' | 'harness'> | null;
  readonly profile: OperatorProfile | null;
  readonly comparisons: readonly Comparison[];
}

export interface Side {
  readonly name: 'base' | 'head';
  readonly counted: StaticProfile;
  /** Null where the side was not profiled. */
  readonly times: OperatorTimes | null;
  /** Median without the profiler, milliseconds; null where it was not measured. */
  readonly latencyMs: number | null;
}

export interface Sides {
  /** Costs more of one indicator for what it has of the other. */
  readonly dear: Side;
  readonly cheap: Side;
  /** Null where nothing was measured. */
  readonly setUp: { readonly provider: string; readonly threads: number } | null;
}

/** Null for a model whose sides were not both counted. */
export function sidesOf(model: JudgedModel, dear: Side['name']): Sides | null {
  const latency = model.comparisons.find(({ indicator }) => indicator === 'latency_p50');
  const side = (name: Side['name']): Side | null => {
    const counted = model[name]?.profile ?? null;
    return counted === null
      ? null
      : {
          name,
          counted,
          times: model.profile?.[name] ?? null,
          latencyMs: latency?.[name].value ?? null,
        };
  };
  const [base, head] = [side('base'), side('head')];
  if (base === null || head === null) return null;
  const { measurement: setUp } = model;
  return dear === 'head' ? { dear: head, cheap: base, setUp } : { dear: base, cheap: head, setUp };
}

export type CountId = keyof StaticProfile['counts'];

export const countOf = ({ counted }: Side, id: CountId): number | null => counted.counts[id].value;

/** A count of the dearer side over that of the cheaper one; null where either is not known or is 0. */
export function ratioOf({ dear, cheap }: Sides, id: CountId): number | null {
  const [above, below] = [countOf(dear, id), countOf(cheap, id)];
  return above === null || below === null || above === 0 || below === 0 ? null : above / below;
}
