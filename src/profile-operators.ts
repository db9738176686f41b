/** Profiling both sides after they were timed: where the time goes, and how well MACs are done. */
import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { GateError } from './errors.js';
import type { InspectedModel } from './inspect.js';
import type { Executor } from './measure/executor.js';
import type { Measurement, Round } from './measure/measurement.js';
import type { OperatorProfile, OperatorTimes } from './measure/operator-profile.js';
import { traceRuns } from './measure/probe.js';
import type { OperatorRuns, TracedRuns } from './measure/protocol.js';
import { FormatFault } from './onnx/format-fault.js';
import { plainNodeName } from './onnx/names.js';
import { profileNodes } from './onnx/profile-model.js';
import type { NodeRow } from './onnx/profile.js';
import { tallyModel } from './onnx/tally.js';
import { readModel } from './onnx/reader.js';
import { operatorTimes } from './operator-times.js';
import { writeProbeFile } from './probe-file.js';

/** Part of the model's budget that profiling both sides may take beyond their rounds, starts not counted. */
export const PROFILE_SHARE = 0.05;
const LEAST_RUNS = 4;
const MOST_RUNS = 40;
/** Every kernel of every run is an event of the trace, some 500 bytes long. */
const MOST_EVENTS = 40_000;
/** Part of the runs that only warm up. */
const DISCARDED_SHARE = 0.25;
/** The runtime writes weights into the optimised model, up to the 2 GiB that one message may have. */
const MOST_BYTES = 1e9;

/**
 * Profiles base and head, one process each. What was measured before is not touched: a failure is told as the
 * reason why there are no times.
 */
export async function profileOperators(
  sides: { readonly base: InspectedModel; readonly head: InspectedModel },
  measurement: Measurement,
  executor: Executor,
  folder: string,
): Promise<OperatorProfile> {
  const profile: OperatorProfile = { base: null, head: null, reason: null };
  try {
    for (const role of ['base', 'head'] as const)
      profile[role] = await profileSide(sides[role], role, measurement, executor, folder);
  } catch (thrown) {
    if (!(thrown instanceof GateError)) throw thrown;
    profile.reason = thrown.message;
  }
  return profile;
}

async function profileSide(
  { file, label, model, feeds, profile }: InspectedModel,
  role: 'base' | 'head',
  { provider, threads, seed, budgetS, rounds }: Measurement,
  executor: Executor,
  folder: string,
): Promise<OperatorTimes> {
  const own = await mkdtemp(path.join(folder, 'operators-'));
  const modelPath = await writeProbeFile(model, file, label, own);
  const optimisedPath = model.bytes > MOST_BYTES ? null : path.join(own, 'optimised.onnx');
  const limitMs = (budgetS * 1000 * PROFILE_SHARE) / 2;
  const runs = runsWithin(limitMs / shortestRun(rounds, role), model.graph.nodes.length);
  const subject = { modelPath, session: { provider, threads }, feeds: feeds.feeds, seed };
  const traced = withPlainNames(await traceRuns(executor, { ...subject, ...runs, optimisedPath }, label));
  const costs = optimisedPath === null ? new Map<string, NodeRow>() : await costsOf(optimisedPath, traced);
  return operatorTimes(traced, costs, profile.counts.macs.value);
}

/** As the reader calls the nodes of the optimised graph. */
function withPlainNames({ kernels, nodes, ...told }: TracedRuns): TracedRuns {
  const plain = <Named extends { readonly node: string }>(named: Named): Named => ({
    ...named,
    node: plainNodeName(named.node),
  });
  return { kernels: kernels.map(plain), nodes: nodes.map(plain), ...told };
}

function runsWithin(fitting: number, nodes: number): Pick<OperatorRuns, 'runs' | 'discarded'> {
  const all = Math.min(Math.max(Math.floor(fitting), LEAST_RUNS), MOST_RUNS);
  const bounded = Math.max(Math.min(all, Math.floor(MOST_EVENTS / Math.max(nodes, 1))), LEAST_RUNS);
  const discarded = Math.ceil(bounded * DISCARDED_SHARE);
  return { runs: bounded - discarded, discarded };
}

function shortestRun(rounds: readonly Round[], role: 'base' | 'head'): number {
  const times = rounds.map((round) => round[role].blocks[0]?.runsMs[0] ?? Infinity);
  return Math.min(...times, Infinity);
}

/** What each node of the optimised graph costs on the shapes that it ran on, by name; unknown where it cannot be read. */
async function costsOf(optimised: string, { kernels }: TracedRuns): Promise<Map<string, NodeRow>> {
  try {
    const model = await readModel(optimised, 'the optimised model');
    return new Map(profileNodes(tallyModel(model, [], kernels)).map((row) => [row.name, row]));
  } catch (thrown) {
    if (thrown instanceof FormatFault || (thrown instanceof GateError && thrown.kind === 'model'))
      return new Map();
    throw thrown;
  }
}
