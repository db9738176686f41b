/** The figures that show a cause, base and head beside each other whichever is dearer. */
import { indicator } from '../../indicators.js';
import type { OperatorTime } from '../../measure/operator-profile.js';
import type { CauseEvidence } from './cause.js';
import type { CountId, Side, Sides } from './sides.js';

/** Kinds of operators that are named for one cause: those that take the most time. */
const NAMED = 4;

export interface Found {
  readonly sentence: string;
  readonly evidence: readonly CauseEvidence[];
}

const bothSides = (
  { dear, cheap }: Sides,
  figure: (side: Side) => number | null,
): Pick<CauseEvidence, 'base' | 'head'> => {
  const [base, head] = dear.name === 'base' ? [dear, cheap] : [cheap, dear];
  return { base: figure(base), head: figure(head) };
};

export function counts(sides: Sides, ...ids: readonly CountId[]): CauseEvidence[] {
  return ids.map((id) => ({
    of: 'indicator',
    name: id,
    figure: 'value',
    unit: indicator(id).unit,
    ...bothSides(sides, ({ counted }) => counted.counts[id].value),
  }));
}

export function latency(sides: Sides): CauseEvidence {
  return {
    of: 'indicator',
    name: 'latency_p50',
    figure: 'value',
    unit: indicator('latency_p50').unit,
    ...bothSides(sides, ({ latencyMs }) => latencyMs),
  };
}

/** A kind of operator under one provider, as the profile has it: what the tables of times name. */
export type Kind = Pick<OperatorTime, 'op' | 'provider'>;

const FIGURES = {
  time: { unit: 'ms', read: ({ timeMs }: OperatorTime) => timeMs },
  kernels: { unit: 'count', read: ({ kernels }: OperatorTime) => kernels },
  rate: { unit: 'GMAC/s', read: ({ gmacPerS }: OperatorTime) => gmacPerS },
} as const;

/** Rows of the profile, as profiled; each kind once, the first few of them. */
export function profiled(
  sides: Sides,
  kinds: readonly Kind[],
  ...figures: readonly (keyof typeof FIGURES)[]
): CauseEvidence[] {
  const distinct = new Map(kinds.map((kind) => [`${kind.op} ${kind.provider}`, kind]));
  return [...distinct.values()].slice(0, NAMED).flatMap(({ op, provider }) =>
    figures.map((figure): CauseEvidence => {
      const { unit, read } = FIGURES[figure];
      const own = ({ times }: Side): number | null => {
        const row = times?.operators.find((one) => one.op === op && one.provider === provider);
        return row === undefined ? null : read(row);
      };
      return { of: 'operator', name: op, provider, figure, unit, ...bothSides(sides, own) };
    }),
  );
}

/** Parameters that operators of a type are the first to use. */
export function parametersOf(sides: Sides, ops: readonly string[]): CauseEvidence[] {
  return ops.map((op) => ({
    of: 'operator',
    name: op,
    figure: 'parameters',
    unit: 'count',
    ...bothSides(sides, ({ counted }) => counted.operators.find((row) => row.op === op)?.parameters ?? null),
  }));
}
