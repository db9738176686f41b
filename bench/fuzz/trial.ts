/** What becomes of one model: counted without the runtime, or inspected and run by a worker. */
import { GateError, type FailureKind } from '../../src/errors.js';
import { inspectModel } from '../../src/inspect.js';
import type { Executor } from '../../src/measure/executor.js';
import { planFeeds } from '../../src/measure/inputs.js';
import { valueOf } from '../../src/measure/outcome.js';
import { inferSimple } from '../../src/onnx/inference/infer.js';
import { profileModel, profileNodes } from '../../src/onnx/profile-model.js';
import { profileProbe } from '../../src/onnx/profile-probe.js';
import { staticProfileSchema } from '../../src/onnx/profile.js';
import { externalDataLocations, readModel } from '../../src/onnx/reader.js';
import { shapeProbe } from '../../src/onnx/shape-probe.js';
import { tallyModel } from '../../src/onnx/tally.js';
import { countWeights } from '../../src/onnx/weights/count.js';

/** The kinds of failure that concern a model alone: any other would end the run of all models. */
const OF_A_MODEL: ReadonlySet<FailureKind> = new Set([
  'model',
  'input',
  'out-of-memory',
  'time-out',
  'crash',
  'protocol-error',
  'measurement',
]);

export type Ending = 'ok' | FailureKind;

const LABEL = 'mutant.onnx';
const SETTINGS = { dims: {}, inputs: {} };
const SESSION = { provider: 'cpu', threads: 1 };

/** @throws whatever is no failure of the closed set that concerns the model alone. */
export async function endingOf(trial: () => Promise<void>): Promise<Ending> {
  try {
    await trial();
    return 'ok';
  } catch (thrown) {
    if (thrown instanceof GateError && OF_A_MODEL.has(thrown.kind) && thrown.next !== '') return thrown.kind;
    throw thrown;
  }
}

/** All that is done with a model before a worker sees it, and with what a worker would say nothing of. */
export async function countAlone(file: string): Promise<void> {
  await externalDataLocations(file, LABEL);
  const model = await readModel(file, LABEL);
  const { feeds } = planFeeds(model.inputs, SETTINGS);
  const shapes = new Map(feeds.map(({ name, shape }) => [name, shape]));
  shapeProbe(model, shapes);
  profileProbe(model);
  const { values } = inferSimple(model, shapes);
  const tally = tallyModel(model, [...values], null);
  staticProfileSchema.parse(profileModel(tally, countWeights(model, { file, label: LABEL })));
  profileNodes(tally);
}

/** Inspects a model as the gate does, then loads and runs it as measuring does. */
export async function inspectAndRun(file: string, executor: Executor, folder: string): Promise<void> {
  const { feeds, nodes } = await inspectModel(
    {
      file,
      label: LABEL,
      settings: SETTINGS,
      inputFolder: folder,
      session: SESSION,
      seed: 1,
      weights: 'read',
    },
    executor,
    folder,
  );
  nodes();
  const worker = await executor.launch();
  const task = { model: LABEL, modelPath: file };
  try {
    const subject = { modelPath: file, session: SESSION, feeds: feeds.feeds, seed: 1 };
    valueOf(await worker.request('load', subject), task);
    valueOf(await worker.request('first', {}), task);
  } finally {
    await worker.close();
  }
}
