/** Counting one model: read its graph, ask the runtime for shapes, run it once if those do not settle it. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type FailureKind, GateError } from './errors.js';
import { withBatch } from './measure/batch-dimension.js';
import type { Executor } from './measure/executor.js';
import type { InputSettings } from './measure/input-settings.js';
import { type FeedPlan, planFeeds } from './measure/inputs.js';
import { inferValues, type InferredValue, type Kernel, profileRun } from './measure/probe.js';
import type { SessionSettings } from './measure/protocol.js';
import { readFeedFiles } from './measure/tensor-file.js';
import type { Model } from './onnx/graph.js';
import { needsProfiledRun, profileModel, profileNodes } from './onnx/profile-model.js';
import type { NodeRow, StaticProfile } from './onnx/profile.js';
import { readModel } from './onnx/reader.js';
import { shapeProbe } from './onnx/shape-probe.js';
import { writeProbeFile } from './probe-file.js';

export interface InspectRequest {
  readonly file: string;
  /** The model as the user knows it. */
  readonly label: string;
  readonly settings: InputSettings;
  /** What the tensor files that the settings name are relative to. */
  readonly inputFolder: string;
  readonly session: SessionSettings;
  readonly seed: number;
}

export interface InspectedModel {
  readonly file: string;
  readonly label: string;
  /** Its graph, for those who look closer. */
  readonly model: Model;
  readonly feeds: FeedPlan;
  /** The same at another batch; throws a GateError of kind `input` where the model fixes it. */
  readonly feedsAt: (batch: number) => FeedPlan;
  readonly profile: StaticProfile;
  /** The breakdown by node, made when it is asked for: it grows with the graph. */
  readonly nodes: () => NodeRow[];
  readonly warnings: readonly string[];
}

/** What leaves shapes open and nothing worse; a model that hangs or crashes once is not asked again. */
const SURVIVABLE: ReadonlySet<FailureKind> = new Set(['model', 'input']);

/**
 * Counts what a model is, at the input shapes that the settings give it.
 * @param folder A private folder, on the model's own disk where that can be had: a profiled run puts a link to the
 * model there, or a copy.
 * @throws GateError: `model` when the file cannot be read, `input` when the settings do not fit it, `measurement`
 * when it hangs or crashes, `runtime`. A model that the runtime refuses is counted as far as its graph tells, with a
 * warning.
 */
export async function inspectModel(
  request: InspectRequest,
  executor: Executor,
  folder: string,
): Promise<InspectedModel> {
  const { file, label, settings, inputFolder } = request;
  const model = await readModel(file, label);
  const files = await readFeedFiles(settings, inputFolder);
  const feeds = planFeeds(model.inputs, settings, files);
  const own = await mkdtemp(path.join(folder, 'inspect-'));
  const warnings = [...feeds.warnings.map((warning) => `${label}: ${warning}`)];
  const inferred = await surviving(inferShapes(model, feeds, own, request, executor), () => []);
  // What inference could not tell, a run may: only when that fails too is there something to warn of.
  const executions = needsProfiledRun(model, inferred)
    ? await surviving(profile(model, feeds, own, request, executor), ({ message }) => {
        warnings.push(`${label}: some shapes stay unknown. ${message}`);
        return null;
      })
    : null;
  return {
    file,
    label,
    model,
    feeds,
    feedsAt: (batch) => planFeeds(model.inputs, withBatch(model.inputs, settings, batch), files),
    warnings,
    profile: profileModel(model, inferred, executions),
    nodes: () => profileNodes(model, inferred, executions),
  };
}

async function surviving<Answer, Instead>(
  asked: Promise<Answer>,
  instead: (failure: GateError) => Instead,
): Promise<Answer | Instead> {
  try {
    return await asked;
  } catch (thrown) {
    if (!(thrown instanceof GateError) || !SURVIVABLE.has(thrown.kind)) throw thrown;
    return instead(thrown);
  }
}

async function inferShapes(
  model: Model,
  { feeds }: FeedPlan,
  folder: string,
  { label }: InspectRequest,
  executor: Executor,
): Promise<InferredValue[]> {
  const probe = path.join(folder, 'shapes.onnx');
  await writeFile(probe, shapeProbe(model, new Map(feeds.map(({ name, shape }) => [name, shape]))));
  return inferValues(executor, probe, label);
}

async function profile(
  model: Model,
  { feeds }: FeedPlan,
  folder: string,
  { file, label, session, seed }: InspectRequest,
  executor: Executor,
): Promise<Kernel[]> {
  const modelPath = await writeProbeFile(model, file, label, folder);
  return profileRun(executor, { modelPath, session, feeds, seed }, label);
}
