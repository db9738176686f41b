/** A trace of several runs, taken apart into them. Pure. */
import { isKernel, kernelOf, readEvents, type TraceEvent } from './profile-trace.js';
import type { Kernel, TracedRuns } from './protocol.js';

/** The runtime writes this event at the end of each run. */
const END_OF_RUN = 'model_run';

/**
 * Category of the events that a device's own clock took, by provider, one for each kernel in the order of the runs.
 * WebGPU: timestamp queries (onnxruntime, webgpu_context.cc, CollectProfilingData), which the trace calls `Api`. CUDA:
 * CUPTI's kernels, in builds that have it; those of npm do not.
 */
const DEVICE_EVENTS: Readonly<Record<string, string>> = { webgpu: 'Api', cuda: 'Kernel', tensorrt: 'Kernel' };

/**
 * @param discarded Runs at the beginning that only warmed up.
 * @param provider That was asked for.
 * @throws Error when the trace is not what the runtime documents, or has no run beyond those.
 */
export function parseRuns(text: string, discarded: number, provider = 'cpu'): TracedRuns {
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
    ...(provider === 'cpu' ? {} : { accelerator: acceleratorOf(events, discarded, provider) }),
  };
}

function acceleratorOf(
  events: readonly TraceEvent[],
  discarded: number,
  provider: string,
): NonNullable<TracedRuns['accelerator']> {
  const runsUs = events.filter(({ name }) => name === END_OF_RUN).map(({ dur }) => dur);
  const category = DEVICE_EVENTS[provider];
  const onDevice = events.filter(({ cat }) => cat === category).map(({ dur }) => dur);
  const ofEach = onDevice.length / runsUs.length;
  // They come without the run that they belong to: as long as all runs have as many, their order tells.
  const known = onDevice.length > 0 && Number.isInteger(ofEach);
  return {
    provider,
    runsUs: runsUs.slice(discarded),
    deviceUs: known
      ? runsUs.map((_, run) => sum(onDevice.slice(run * ofEach, (run + 1) * ofEach))).slice(discarded)
      : null,
  };
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

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
