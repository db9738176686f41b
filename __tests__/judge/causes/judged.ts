/** Judged models that state only what a test is about: the rest is alike at base and head. */
import { causesOf } from '../../../src/judge/causes/causes-of.js';
import type { Cause } from '../../../src/judge/causes/cause.js';
import type { JudgedModel } from '../../../src/judge/causes/sides.js';
import type { OperatorTime, OperatorTimes } from '../../../src/measure/operator-profile.js';
import type { StaticProfile } from '../../../src/onnx/profile.js';
import type { Comparison } from '../../../src/judge/judgement.js';
import { counted, measured, operatorRow, staticProfile } from '../../fixtures/report-factory.js';

type Counts = StaticProfile['counts'];

/** One side. Times are milliseconds. */
export interface Given {
  readonly counts?: Partial<Record<keyof Counts, number>>;
  /** Parameters by the operator that uses them first. */
  readonly parametersOf?: Readonly<Record<string, number>>;
  readonly latencyMs?: number;
  /** `undefined` where the side was not profiled. */
  readonly kernels?: readonly OperatorTime[];
}

/** Time of one kind of operator. */
export function kind(
  op: string,
  kernels: number,
  timeMs: number,
  macs: number | null = 0,
  provider = 'CPUExecutionProvider',
): OperatorTime {
  const gmacPerS = macs === null || macs === 0 ? null : macs / timeMs / 1e6;
  return { op, provider, kernels, timeMs, share: 0, macs, flops: null, trafficBytes: null, gmacPerS };
}

const COMPARED = ['parameters', 'non_zero_parameters', 'model_bytes', 'macs'] as const;
const EVEN: Record<(typeof COMPARED)[number], number> = {
  parameters: 1e6,
  non_zero_parameters: 1e6,
  model_bytes: 4e6,
  macs: 10e6,
};

export function judged(
  base: Given,
  head: Given,
  given: { threads?: number; provider?: string; latency?: Partial<Comparison> } = {},
): JudgedModel {
  const { threads = 1, provider = 'cpu', latency = {} } = given;
  const of = (side: Given, id: (typeof COMPARED)[number]): number => side.counts?.[id] ?? EVEN[id];
  const [before, after] = [base.latencyMs ?? 1, head.latencyMs ?? 1];
  return {
    base: { profile: profileOf(base) },
    head: { profile: profileOf(head) },
    measurement: { provider, threads },
    profile: { base: timesOf(base), head: timesOf(head), reason: null },
    comparisons: [
      ...COMPARED.map((id) => counted(id, of(base, id), of(head, id))),
      measured('latency_p50', after / before, {
        base: { value: before, provenance: 'measured', reason: null },
        head: { value: after, provenance: 'measured', reason: null },
        ...latency,
      }),
    ],
  };
}

function profileOf({ counts = {}, parametersOf = {} }: Given): StaticProfile {
  const even = staticProfile();
  const all: Partial<Record<keyof Counts, number>> = { ...EVEN, ...counts };
  return {
    ...even,
    counts: {
      ...even.counts,
      ...Object.fromEntries(Object.entries(all).map(([id, value]) => [id, { value, reason: null }])),
    },
    operators: Object.entries(parametersOf).map(([op, parameters]) => operatorRow({ op, parameters })),
  };
}

function timesOf({ kernels, counts = {} }: Given): OperatorTimes | null {
  if (kernels === undefined) return null;
  const timeMs = kernels.reduce((sum, one) => sum + one.timeMs, 0);
  const executedMacs = kernels.reduce((sum, one) => sum + (one.macs ?? 0), 0);
  const macs = counts.macs ?? EVEN.macs;
  return {
    runs: 30,
    timeMs,
    macs,
    gmacPerS: macs / timeMs / 1e6,
    executedMacs,
    arenaPeakBytes: null,
    operators: [...kernels],
  };
}

export const kindsOf = (model: JudgedModel): Cause['kind'][] => causesOf(model).map((cause) => cause.kind);

/** Names and figures of a cause's evidence: `Gather time 1 2`. */
export const evidenceOf = (model: JudgedModel, which: Cause['kind']): string[] =>
  causesOf(model)
    .filter((cause) => cause.kind === which)
    .flatMap(({ evidence }) =>
      evidence.map(({ name, figure, base, head }) => `${name} ${figure} ${base} ${head}`),
    );
