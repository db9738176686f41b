/** Asking the runtime about a model instead of timing it: inferred shapes, and one run told kernel by kernel. */
import type { Executor } from './executor.js';
import { valueOf } from './outcome.js';
import type {
  InferredValue,
  Kernel,
  Operation,
  OperatorRuns,
  Replies,
  Requests,
  Subject,
  TracedRuns,
} from './protocol.js';

export type { InferredValue, Kernel } from './protocol.js';

/**
 * What ONNX Runtime infers of a model's outputs without running it.
 * @param label The model as the user knows it, for messages.
 * @throws GateError: `model` when the runtime rejects it, `measurement` when it crashes or hangs, `runtime`.
 */
export async function inferValues(
  executor: Executor,
  modelPath: string,
  label: string,
): Promise<InferredValue[]> {
  return (await askOnce(executor, 'infer', { modelPath }, modelPath, label)).outputs;
}

/**
 * Runs a model once, unoptimised, and tells every executed kernel with exact shapes.
 * @throws GateError as `inferValues` does, and `input` when the feeds do not fit.
 */
export async function profileRun(executor: Executor, subject: Subject, label: string): Promise<Kernel[]> {
  return (await askOnce(executor, 'profile', subject, subject.modelPath, label)).kernels;
}

/**
 * Runs a model several times, optimised as when it is timed, and tells how long each kernel took.
 * @throws GateError as `profileRun` does.
 */
export function traceRuns(executor: Executor, runs: OperatorRuns, label: string): Promise<TracedRuns> {
  return askOnce(executor, 'operators', runs, runs.modelPath, label);
}

async function askOnce<Op extends Operation>(
  executor: Executor,
  op: Op,
  asked: Requests[Op],
  modelPath: string,
  model: string,
): Promise<Replies[Op]> {
  const worker = await executor.launch();
  try {
    const provider = 'session' in asked ? asked.session.provider : 'cpu';
    return valueOf(await worker.request(op, asked), { model, modelPath, provider });
  } finally {
    await worker.close();
  }
}
