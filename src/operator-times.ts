/** Times by kind of operator: what the profiler told of kernels, joined with what their nodes cost. Pure. */
import { median } from 'simple-statistics';
import type { OperatorTime, OperatorTimes } from './measure/operator-profile.js';
import { placementOf, ranOn } from './measure/placement.js';
import type { TracedRuns } from './measure/protocol.js';
import type { NodeRow } from './onnx/profile.js';

interface Group {
  readonly op: string;
  readonly provider: string;
  kernels: number;
  /** One for each run, microseconds. */
  readonly timesUs: number[];
  readonly nodes: Set<string>;
}

/**
 * @param costs Of the nodes of the graph that ran, by their names in the trace; empty where they are not known.
 * @param macs Of the model's own graph.
 */
export function operatorTimes(
  traced: TracedRuns,
  costs: ReadonlyMap<string, NodeRow>,
  macs: number | null,
): OperatorTimes {
  const { kernels, nodes, arenaPeakBytes } = traced;
  const placement = placementOf(traced);
  const timesOf = new Map(nodes.map(({ node, timesUs }) => [node, timesUs]));
  const groups = new Map<string, Group>();
  for (const { node, op: type, provider } of kernels) {
    const op = costs.get(node)?.op ?? type;
    const key = `${op} ${provider}`;
    const group = groups.get(key) ?? { op, provider, kernels: 0, timesUs: [], nodes: new Set() };
    groups.set(key, group);
    group.kernels += 1;
    if (group.nodes.has(node)) continue;
    group.nodes.add(node);
    for (const [run, time] of (timesOf.get(node) ?? []).entries())
      group.timesUs[run] = (group.timesUs[run] ?? 0) + time;
  }
  const timed = [...groups.values()].map((group) => ({
    ...group,
    timeMs: group.timesUs.length === 0 ? 0 : median(group.timesUs) / 1000,
    macs: sumOrNull([...group.nodes].map((node) => costs.get(node)?.macs ?? null)),
    flops: sumOrNull([...group.nodes].map((node) => flopsOf(costs.get(node)))),
    trafficBytes: sumOrNull([...group.nodes].map((node) => costs.get(node)?.memory_traffic_bytes ?? null)),
  }));
  const timeMs = timed.reduce((sum, group) => sum + group.timeMs, 0);
  return {
    runs: nodes[0]?.timesUs.length ?? 1,
    timeMs,
    macs,
    gmacPerS: placement === null ? rate(macs, timeMs) : null,
    executedMacs: sumOrNull(timed.map((group) => group.macs)),
    arenaPeakBytes,
    operators: timed
      .map(
        ({ op, provider, kernels: count, timeMs: time, macs: own, flops, trafficBytes }): OperatorTime => ({
          op,
          provider,
          kernels: count,
          timeMs: time,
          share: timeMs === 0 ? 0 : time / timeMs,
          macs: own,
          flops,
          trafficBytes,
          // Of an accelerator the profiler tells how long launching took: no rate follows from that.
          gmacPerS: placement === null || ranOn(provider, 'cpu') ? rate(own, time) : null,
        }),
      )
      .sort((one, other) => other.timeMs - one.timeMs),
    ...(placement === null ? {} : { placement }),
  };
}

function flopsOf(row: NodeRow | undefined): number | null {
  if (row === undefined || row.macs === null || row.elementwise === null) return null;
  return 2 * row.macs + row.elementwise;
}

function sumOrNull(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>(
    (sum, value) => (sum === null || value === null ? null : sum + value),
    0,
  );
}

/** 10^9 MACs a second; null for an operator that multiplies nothing, and for a time too short to be told. */
function rate(macs: number | null, timeMs: number): number | null {
  return macs === null || macs === 0 || timeMs === 0 ? null : macs / timeMs / 1e6;
}
