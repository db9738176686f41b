/** Counting one model: read its graph, ask the runtime for shapes, run it once if those do not settle it. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type FailureKind, GateError } from './errors.js';
import type { Logger } from './logger.js';
import { withBatch } from './measure/batch-dimension.js';
import type { Executor } from './measure/executor.js';
import type { InputSettings } from './measure/input-settings.js';
import { type FeedPlan, planFeeds } from './measure/inputs.js';
import { inferValues, type Kernel, profileRun } from './measure/probe.js';
import type { SessionSettings } from './measure/protocol.js';
import { readFeedFiles } from './measure/tensor-file.js';
import { FormatFault } from './onnx/format-fault.js';
import type { Model } from './onnx/graph.js';
import { modelError } from './onnx/model-error.js';
import type { InferredValue } from './onnx/observed.js';
import { inferSimple, MANY_NODES } from './onnx/inference/infer.js';
import { needsProfiledRun, profileModel, profileNodes } from './onnx/profile-model.js';
import type { NodeRow, StaticProfile } from './onnx/profile.js';
import { readModel } from './onnx/reader.js';
import { shapeProbe } from './onnx/shape-probe.js';
import { tallyModel } from './onnx/tally.js';
import { countWeights, unreadWeights, weightBytes, type WeightCounts } from './onnx/weights/count.js';
import { writeProbeFile } from './probe-file.js';
import { formatQuantity } from './quantity.js';

export interface InspectRequest {
  readonly file: string;
  /** The model as the user knows it. */
  readonly label: string;
  readonly settings: InputSettings;
  /** What the tensor files that the settings name are relative to. */
  readonly inputFolder: string;
  readonly session: SessionSettings;
  readonly seed: number;
  /** `when small`: those of large models are left unread, and what only they tell is not known. */
  readonly weights: 'read' | 'when small';
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
  /** What reading the weights of a large model took; null: they were not read, or are few. */
  readonly weightsRead: { readonly bytes: number; readonly seconds: number } | null;
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
  try {
    return await inspect(request, executor, folder);
  } catch (thrown) {
    // What is wrong with a graph may show only where its nodes are put in order, or its weights are read.
    throw thrown instanceof FormatFault ? modelError(request.label, thrown) : thrown;
  }
}

async function inspect(request: InspectRequest, executor: Executor, folder: string): Promise<InspectedModel> {
  const { file, label, settings, inputFolder } = request;
  const model = await readModel(file, label);
  const files = await readFeedFiles(settings, inputFolder);
  const feeds = planFeeds(model.inputs, settings, files);
  const own = await mkdtemp(path.join(folder, 'inspect-'));
  const warnings = [...feeds.warnings.map((warning) => `${label}: ${warning}`)];
  const inferred = await surviving(inferShapes(model, feeds, own, request, executor), () => []);
  const counted = tallyModel(model, inferred, null);
  // What inference could not tell, a run may: only when that fails too is there something to warn of.
  const executions = needsProfiledRun(counted)
    ? await surviving(profile(model, feeds, own, request, executor), ({ message }) => {
        warnings.push(`${label}: some shapes stay unknown. ${message}`);
        return null;
      })
    : null;
  const tally = executions === null ? counted : tallyModel(model, inferred, executions);
  const { weights, read } = readWeights(model, request);
  return {
    file,
    label,
    model,
    feeds,
    feedsAt: (batch) => planFeeds(model.inputs, withBatch(model.inputs, settings, batch), files),
    warnings,
    profile: profileModel(tally, weights),
    nodes: () => profileNodes(tally),
    weightsRead: read,
  };
}

/** Says how long reading the weights took, where anybody could have noticed. */
export function tellWeightsRead({ label, weightsRead }: InspectedModel, logger: Logger): void {
  if (weightsRead === null) return;
  const { bytes, seconds } = weightsRead;
  logger.info(`${label}: read ${formatQuantity(bytes, 'bytes')} of weights in ${seconds.toFixed(1)} s.`);
}

/** Read within a fraction of the time that a worker takes to start. */
const SMALL_BYTES = 64 * 2 ** 20;

function readWeights(
  model: Model,
  { file, label, weights }: InspectRequest,
): { weights: WeightCounts; read: InspectedModel['weightsRead'] } {
  const bytes = weightBytes(model);
  if (weights === 'when small' && bytes > SMALL_BYTES) {
    const reason = `${formatQuantity(bytes, 'bytes')} of weights were not read; --weights reads them`;
    return { weights: unreadWeights(reason), read: null };
  }
  const start = performance.now();
  const counts = countWeights(model, { file, label });
  const seconds = (performance.now() - start) / 1000;
  return { weights: counts, read: bytes > SMALL_BYTES ? { bytes, seconds } : null };
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
  const shapes = new Map(feeds.map(({ name, shape }) => [name, shape]));
  const simple = model.graph.nodes.length < MANY_NODES ? null : inferSimple(model, shapes);
  if (simple?.open.size === 0) return [...simple.values];
  const probe = path.join(folder, 'shapes.onnx');
  await writeFile(probe, shapeProbe(model, shapes, simple?.open));
  return [...(simple?.values ?? []), ...(await inferValues(executor, probe, label))];
}

async function profile(
  model: Model,
  { feeds }: FeedPlan,
  folder: string,
  { file, label, session, seed }: InspectRequest,
  executor: Executor,
): Promise<Kernel[]> {
  const modelPath = await writeProbeFile(model, file, label, folder);
  // Shapes are the model's own. Only the CPU's kernels tell all of them, and every runtime has it.
  const onCpu = { ...session, provider: 'cpu' };
  return profileRun(executor, { modelPath, session: onCpu, feeds, seed }, label);
}
