import { describe, expect, it } from '@jest/globals';
import type { Kernel } from '../src/measure/probe.js';
import type { NodeRow } from '../src/onnx/profile.js';
import { operatorTimes } from '../src/operator-times.js';

const kernel = (node: string, op: string): Kernel => ({
  node,
  op,
  provider: 'P',
  inputs: [],
  outputs: [],
  inputTypes: [],
  outputTypes: [],
  durationUs: 1,
});
const cost = (name: string, op: string, macs: number | null): [string, NodeRow] => [
  name,
  {
    name,
    op,
    macs,
    count: 1,
    elementwise: 10,
    activations: 0,
    parameters: 0,
    macs_by_precision: null,
    memory_traffic_bytes: 500,
  },
];

const TRACED = {
  kernels: [kernel('c1', 'Conv'), kernel('r', 'Relu'), kernel('c2', 'Conv')],
  nodes: [
    { node: 'c1', timesUs: [1000, 1100, 9000] },
    { node: 'r', timesUs: [500, 400, 450] },
    { node: 'c2', timesUs: [2000, 1900, 1000] },
  ],
  arenaPeakBytes: 64,
};
const COSTS = new Map([cost('c1', 'x.Conv', 3e6), cost('c2', 'x.Conv', 9e6), cost('r', 'Relu', 0)]);

describe('times by operator', () => {
  it('are medians over runs of what all kernels of a kind took, longest first, with the MACs they do', () => {
    expect(operatorTimes(TRACED, COSTS, 6.9e6)).toEqual({
      runs: 3,
      timeMs: 3.45,
      macs: 6.9e6,
      gmacPerS: 2,
      executedMacs: 12e6,
      arenaPeakBytes: 64,
      operators: [
        // Of 3000, 3000 and 10,000 microseconds.
        {
          op: 'x.Conv',
          provider: 'P',
          kernels: 2,
          timeMs: 3,
          share: 3 / 3.45,
          macs: 12e6,
          flops: 24e6 + 20,
          trafficBytes: 1000,
          gmacPerS: 4,
        },
        {
          op: 'Relu',
          provider: 'P',
          kernels: 1,
          timeMs: 0.45,
          share: 0.45 / 3.45,
          macs: 0,
          flops: 10,
          trafficBytes: 500,
          gmacPerS: null,
        },
      ],
    });
  });

  it('have no MACs, FLOPs or traffic where a node of the kind is not known, and none in all', () => {
    const { operators, executedMacs } = operatorTimes(TRACED, new Map([cost('c1', 'Conv', 3e6)]), null);
    expect(
      operators.map(({ op, macs, flops, trafficBytes, gmacPerS }) => [
        op,
        macs,
        flops,
        trafficBytes,
        gmacPerS,
      ]),
    ).toEqual([
      ['Conv', null, null, null, null],
      ['Relu', null, null, null, null],
    ]);
    expect(executedMacs).toBeNull();
  });

  it('count the executions of a node in a loop, and its MACs once: they are those of all executions', () => {
    const looped = {
      ...TRACED,
      kernels: [kernel('c1', 'Conv'), kernel('c1', 'Conv')],
      nodes: [{ node: 'c1', timesUs: [4000] }],
    };
    expect(operatorTimes(looped, COSTS, null).operators).toMatchObject([
      { kernels: 2, macs: 3e6, timeMs: 4 },
    ]);
  });
});
