/** Operations on models inside a worker; the runtime comes as an argument. */
import { readdir, readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { generate } from './feed.js';
import type { FeedSpec } from './feed.js';
import type { Failure, InferredValue, Kernel, SessionSettings, Subject } from './protocol.js';
import { runtimeNameOf } from './provider.js';
import { rounded } from './run-timing.js';
import type { Run } from './run-timing.js';
import type { Runtime, RuntimeTensor, Session, SessionOptions, ValueMetadata } from './runtime.js';
import { failureAt } from './session-failure.js';
import type { Stage } from './session-failure.js';
import type { TensorData } from './tensor-types.js';

/** Thrown inside a worker for what is the model's, the input's or the runtime's fault: becomes an answer. */
export class StageError extends Error {
  readonly failure: Failure;

  constructor(stage: Stage, thrown: unknown) {
    const failure = failureAt(stage, thrown);
    super(failure.message, { cause: thrown });
    this.failure = failure;
  }
}

/** Runs an action; what it throws becomes a failure of that stage. */
export async function during<T>(stage: Stage, action: () => T | Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (thrown) {
    throw new StageError(stage, thrown);
  }
}

/** Makes the feeds and creates a session. `loadMs` is the time of the latter alone. */
export async function loadModel(
  runtime: Runtime,
  { modelPath, session: settings, feeds: specs, seed }: Subject,
  options: Partial<SessionOptions> = {},
): Promise<{ run: Run; session: Session; loadMs: number }> {
  refuseUnknownProvider(runtime, settings);
  const feeds = await during('making the inputs', () => makeFeeds(runtime, specs, seed));
  const start = performance.now();
  const session = await during('creating the session', () =>
    runtime.createSession(modelPath, { ...sessionOptions(settings), ...options }),
  );
  const loadMs = rounded(performance.now() - start);
  return { run: () => session.run(feeds), session, loadMs };
}

function sessionOptions({ provider, threads }: SessionSettings): SessionOptions {
  return {
    executionProviders: [runtimeNameOf(provider)],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
  };
}

function refuseUnknownProvider(runtime: Runtime, { provider }: SessionSettings): void {
  const known = runtime.backends.map(({ name }) => name);
  if (known.includes(runtimeNameOf(provider))) return;
  throw new StageError(
    'starting the provider',
    new Error(`it is not among those of ONNX Runtime here: ${known.join(', ')}`),
  );
}

/** The tensors that a model is fed. */
export async function makeFeeds(
  runtime: Runtime,
  specs: readonly FeedSpec[],
  seed: number,
): Promise<Record<string, RuntimeTensor>> {
  const feeds: Record<string, RuntimeTensor> = Object.create(null) as Record<string, RuntimeTensor>;
  for (const spec of specs)
    feeds[spec.name] = runtime.createTensor(spec.type, await dataOf(spec, seed), spec.shape);
  return feeds;
}

async function dataOf(spec: FeedSpec, seed: number): Promise<TensorData> {
  if (spec.fill.kind !== 'file') return generate(spec, spec.fill, seed);
  // Imported when needed, since every module costs each worker time and memory.
  const { readTensorFile } = await import('./tensor-file.js');
  return (await readTensorFile(spec.fill.path, spec.fill.label)).data;
}

const UNOPTIMISED = { graphOptimizationLevel: 'disabled' } as const;

/** What the runtime infers of a model's outputs without running it. */
export async function inferOutputs(runtime: Runtime, modelPath: string): Promise<InferredValue[]> {
  const session = await during('creating the session', () =>
    runtime.createSession(modelPath, { ...sessionOptions({ provider: 'cpu', threads: 1 }), ...UNOPTIMISED }),
  );
  return session.outputMetadata.map(inferredValue);
}

function inferredValue({ name, isTensor, type, shape }: ValueMetadata): InferredValue {
  if (!isTensor || type === undefined) return { name, type: null, shape: null };
  const known = shape !== undefined && shape.length > 0;
  return { name, type, shape: known ? shape.map((dimension) => (dimension === '' ? '?' : dimension)) : null };
}

/** Runs a model once, unoptimised, and tells every executed kernel. Writes its trace into `folder`. */
export async function profileModel(runtime: Runtime, subject: Subject, folder: string): Promise<Kernel[]> {
  const { run, session } = await loadModel(runtime, subject, { ...UNOPTIMISED, ...profilingInto(folder) });
  await during('running', run);
  session.endProfiling();
  const { parseTrace } = await import('./profile-trace.js');
  return readTrace(folder, parseTrace);
}

const TRACE_PREFIX = 'profile';

export const profilingInto = (folder: string): Partial<SessionOptions> => ({
  enableProfiling: true,
  profileFilePrefix: `${folder}/${TRACE_PREFIX}`,
});

/** Reads the trace of a session that has ended profiling. */
export function readTrace<Told>(folder: string, parse: (text: string) => Told): Promise<Told> {
  return during('running', async () => {
    const trace = (await readdir(folder)).find((name) => name.startsWith(TRACE_PREFIX));
    if (trace === undefined) throw new Error('the profiler wrote no trace');
    const text = await readFile(`${folder}/${trace}`, 'utf8');
    try {
      return parse(text);
    } catch (cause) {
      throw new Error('the trace that its profiler wrote of a run cannot be read', { cause });
    }
  });
}
