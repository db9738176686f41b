/**
 * Peak activation bytes as they are counted, against the peak that ONNX Runtime tells of one unoptimised run.
 * Usage: npm run bench:peak -- [--dim NAME=N] [--input NAME=VALUE] [--open] [MODEL.onnx...]
 * The zoo is measured in any case. Input shapes are written into the models first; with --open they stay as declared.
 */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { create } from '@bufbuild/protobuf';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { IMAGE_CLASSIFIERS, lstm, shapesOnly } from '../../examples/zoo/index.js';
import { parseInputFlags } from '../../src/config/input-flag.js';
import { type FeedSpec, type Fill, generate } from '../../src/measure/feed.js';
import { planFeeds } from '../../src/measure/inputs.js';
import type { InputSettings } from '../../src/measure/input-settings.js';
import { TensorShapeProtoSchema } from '../../src/onnx/generated/onnx_pb.js';
import type { Model } from '../../src/onnx/graph.js';
import type { InferredValue } from '../../src/onnx/observed.js';
import { profileModel } from '../../src/onnx/profile-model.js';
import { tallyModel } from '../../src/onnx/tally.js';
import { profileProbe } from '../../src/onnx/profile-probe.js';
import { readModel } from '../../src/onnx/reader.js';
import { shapeProbe } from '../../src/onnx/shape-probe.js';
import { runUnoptimised } from './unoptimised-run.js';
import { storeWeights } from './stored-weights.js';

const SEED = 1;

async function compare(name: string, file: string, settings: InputSettings): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'peak-'));
  try {
    const model = await readModel(file);
    const { feeds } = planFeeds(model.inputs, settings, new Map());
    copyFileSync(file, path.join(folder, model.fileName));
    const inferred = await infer(
      model,
      path.join(folder, 'shapes.onnx'),
      new Map(feeds.map((feed) => [feed.name, feed.shape])),
    );
    if (values.open !== true) bindInputs(model, feeds);
    storeWeights(model, folder);
    const probe = profileProbe(model);
    if (probe.status === 'impossible') throw new Error(probe.reason);
    const runnable = path.join(folder, 'run.onnx');
    writeFileSync(runnable, probe.bytes);
    const tensors = feeds.map((feed) => {
      const data = generate(feed, feed.fill as Fill, SEED);
      return [feed.name, new Tensor(feed.type as 'float32', data as Float32Array, feed.shape)] as const;
    });
    const { kernels, peakBytes } = await runUnoptimised(runnable, Object.fromEntries(tensors), folder);
    const counted = profileModel(tallyModel(model, inferred, kernels)).counts.peak_activation_bytes;
    print(name, counted.value ?? NaN, peakBytes);
    if (counted.reason !== null) console.log(`  ${counted.reason}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Writes the shapes of the inputs into the model: the runtime plans no reuse where it does not know a size. */
function bindInputs({ proto }: Model, feeds: readonly FeedSpec[]): void {
  for (const { name, type } of proto.graph.input) {
    const feed = feeds.find((each) => each.name === name);
    if (feed === undefined || type?.value.case !== 'tensorType') continue;
    const dim = feed.shape.map((size) => ({ value: { case: 'dimValue' as const, value: BigInt(size) } }));
    type.value.value.shape = create(TensorShapeProtoSchema, { dim });
  }
}

async function infer(
  model: Model,
  file: string,
  shapes: ReadonlyMap<string, readonly number[]>,
): Promise<InferredValue[]> {
  writeFileSync(file, shapeProbe(model, shapes));
  const session = await InferenceSession.create(file, {
    graphOptimizationLevel: 'disabled',
    logSeverityLevel: 3,
  });
  return session.outputMetadata.map((value) =>
    value.isTensor
      ? { name: value.name, type: value.type, shape: value.shape.map((dim) => (dim === '' ? '?' : dim)) }
      : { name: value.name, type: null, shape: null },
  );
}

function print(name: string, counted: number, runtime: number): void {
  const bytes = (value: number): string => value.toLocaleString('en-US').padStart(14);
  const apart = (100 * (counted - runtime)) / runtime;
  console.log(`${name.padEnd(24)} ${bytes(counted)} ${bytes(runtime)} ${apart.toFixed(1).padStart(7)} %`);
}

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: {
    open: { type: 'boolean' },
    dim: { type: 'string', multiple: true },
    input: { type: 'string', multiple: true },
  },
});
const settings = parseInputFlags(values.dim ?? [], values.input ?? []);
console.log(`${'model'.padEnd(24)} ${'counted'.padStart(14)} ${'runtime'.padStart(14)}   apart`);
const own = mkdtempSync(path.join(tmpdir(), 'zoo-'));
const zoo = { ...IMAGE_CLASSIFIERS, lstm };
for (const [name, build] of Object.entries(zoo)) {
  const file = path.join(own, `${name}.onnx`);
  writeFileSync(file, build({ weights: shapesOnly }));
  await compare(name, file, settings);
}
rmSync(own, { recursive: true });
for (const file of positionals) await compare(path.basename(file, '.onnx'), path.resolve(file), settings);
