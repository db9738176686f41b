/** A trace of several runs, taken apart into them. Pure. */
import { isKernel, kernelOf, readEvents, type TraceEvent } from './profile-trace.js';
import type { Kernel, TracedRuns } from './protocol.js';

/** The runtime writes this event at the end of each run. */
const END_OF_RUN = 'model_run';

/**
 * @param discarded Runs at the beginning that only warmed up.
 * @throws Error when the trace is not what the runtime documents, or has no run beyond those.
 */
export function parseRuns(text: string, discarded: number): TracedRuns {
  const events = readEvents(text);
  const runs = splitRuns(events).slice(discarded).map(withOwnTimes);
  const last = runs.at(-1);
  if (last === undefined) throw new Error(`it tells of no run beyond ${discarded}`);
  const times = new Map<string, number[]>();
  for (const [index, kernels] of runs.entries()) {
    for (const { node, durationUs } of kernels) {
      const ofNode = times.get(node) ?? new Array<number>(runs.length).fill(0);
      ofNode[index] = (ofNode[index] ?? 0) + durationUs;
      times.set(node, ofNode);
    }
  }
  const peaks = events.flatMap(({ args }) => args.mem_in_use_peak ?? []);
  return {
    kernels: last,
    nodes: [...times].map(([node, timesUs]) => ({ node, timesUs })),
    arenaPeakBytes: peaks.length === 0 ? null : peaks.reduce((most, peak) => Math.max(most, peak), 0),
  };
}

function splitRuns(events: readonly TraceEvent[]): TraceEvent[][] {
  const runs: TraceEvent[][] = [];
  let current: TraceEvent[] = [];
  for (const event of events) {
    if (isKernel(event)) current.push(event);
    if (event.name !== END_OF_RUN) continue;
    runs.push(current);
    current = [];
  }
  return runs;
}

/** The time of an `If` or a `Loop` has that of its body in it, whose kernels come first: it is taken off. */
function withOwnTimes(run: readonly TraceEvent[]): Kernel[] {
  const told: TraceEvent[] = [];
  return run.map((event) => {
    let inside = 0;
    for (let last = told.at(-1); last !== undefined && last.ts >= event.ts; last = told.at(-1)) {
      inside += last.dur;
      told.pop();
    }
    told.push(event);
    return { ...kernelOf(event), durationUs: Math.max(event.dur - inside, 0) };
  });
}
