/** How asking a worker can end, as data; and what of it a user is told. Pure. */
import { type FailureKind, GateError } from '../errors.js';
import { formatQuantity } from '../quantity.js';
import { adviceFor } from './provider.js';
import type { Failure } from './protocol.js';
import { firstLine, quoted } from './quotation.js';

export type Outcome<T> =
  | { readonly status: 'ok'; readonly value: T }
  /** The worker lives and says why it cannot. */
  | { readonly status: 'refused'; readonly failure: Failure }
  /** `of` is left out for the wall clock. */
  | { readonly status: 'time-out'; readonly afterS: number; readonly of?: 'CPU time' }
  | { readonly status: 'crash'; readonly exit: string; readonly lastWords: string }
  /** `limitBytes` is what we hold workers to, when that was it and not the system. */
  | { readonly status: 'out-of-memory'; readonly exit: string; readonly limitBytes?: number }
  | { readonly status: 'protocol-error'; readonly detail: string }
  /** We ended the worker while it was working. */
  | { readonly status: 'cancelled' };

/** How a process ended: by a signal or with a code. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

const HEAP_EXHAUSTED = /out of memory|bad_alloc|cannot allocate memory|allocation failed|failed to allocate/i;

/** What a shell ends with that cannot run what it is to become (POSIX, XCU 2.8.2). */
const NOT_STARTED: ReadonlySet<number | null> = new Set([126, 127]);

/**
 * Names the end of a worker that we did not end.
 * @param stderr The last of what it wrote there.
 * @param cpuS Its limit of CPU time, seconds.
 */
export function classifyExit({ code, signal }: Exit, stderr: string, cpuS: number): Outcome<never> {
  const started = !NOT_STARTED.has(code);
  const exit =
    signal !== null ? `signal ${signal}` : started ? `exit code ${code ?? 'unknown'}` : 'not started';
  if (signal === 'SIGXCPU') return { status: 'time-out', afterS: cpuS, of: 'CPU time' };
  // Only the kernel's out-of-memory killer, or a person, sends SIGKILL to a process that we still wait for.
  if (signal === 'SIGKILL' || HEAP_EXHAUSTED.test(stderr)) return { status: 'out-of-memory', exit };
  return { status: 'crash', exit, lastWords: firstLine(stderr.trim().split('\n').at(-1) ?? '') };
}

/** What a worker was doing, for messages. */
export interface Task {
  /** The model as the user knows it; null when the worker was asked about itself. */
  readonly model: string | null;
  /** Where the worker has it; replaced by `model` in what the runtime says. */
  readonly modelPath: string | null;
  /** Execution provider that it runs on; left out where it loads no model. */
  readonly provider?: string;
}

/**
 * The value of an answer.
 * @throws GateError for every other outcome: `model`, `input`, `runtime` or `measurement`.
 */
export function valueOf<T>(outcome: Outcome<T>, task: Task): T {
  if (outcome.status === 'ok') return outcome.value;
  throw failureOf(outcome, task);
}

const MORE_MEMORY =
  'Give it smaller inputs, raise worker-memory in the configuration, or use a machine with more memory.';

function failureOf(outcome: Exclude<Outcome<unknown>, { status: 'ok' }>, task: Task): GateError {
  const subject = task.model === null ? 'the worker' : quoted(task.model);
  const failure = (kind: FailureKind, what: string, next: string): GateError =>
    new GateError(kind, `${subject} ${what}.`, next);
  switch (outcome.status) {
    case 'refused':
      return refusal(outcome.failure, task, subject);
    case 'time-out':
      return failure(
        'time-out',
        outcome.of === undefined
          ? `did not answer within ${outcome.afterS} s and was killed`
          : `used more than ${outcome.afterS} s of ${outcome.of} and was killed`,
        'Check the model for a loop that does not end, or give it smaller inputs; a small budget shortens the wait.',
      );
    case 'crash':
      return failure(
        'crash',
        `crashed ONNX Runtime's process (${outcome.exit}${outcome.lastWords === '' ? '' : `: ${outcome.lastWords}`})`,
        'Run the model with ONNX Runtime alone to see why.',
      );
    case 'out-of-memory':
      return failure(
        'out-of-memory',
        outcome.limitBytes === undefined
          ? `was ended for want of memory (${outcome.exit})`
          : `took more than the ${formatQuantity(outcome.limitBytes, 'bytes')} of memory that a worker may have and was killed`,
        MORE_MEMORY,
      );
    case 'protocol-error':
      return failure(
        'protocol-error',
        `made its process answer what no worker says (${outcome.detail})`,
        'Run the model with ONNX Runtime alone; if it does well there, report this.',
      );
    case 'cancelled':
      return failure('measurement', 'was being measured when it was interrupted', 'Run it again.');
  }
}

function refusal(
  { cause, message }: Failure,
  { model, modelPath, provider = 'cpu' }: Task,
  subject: string,
): GateError {
  const said = model === null || modelPath === null ? message : message.replaceAll(modelPath, model);
  const sentence = `${said.replace(/\.$/, '')}.`;
  switch (cause) {
    case 'model':
      return new GateError(
        'model',
        `ONNX Runtime refuses ${subject}: ${sentence}`,
        'Check or export the model again.',
      );
    case 'input':
      return new GateError(
        'input',
        `${subject} cannot be fed: ${sentence}`,
        "Set the inputs' shapes and values in the configuration, or with --dim and --input.",
      );
    case 'runtime':
      return new GateError(
        'runtime',
        `ONNX Runtime cannot be used: ${sentence}`,
        'Install onnxruntime-node for this platform beside efficiency-gate.',
      );
    case 'provider':
      return new GateError(
        'measurement',
        `The provider ${provider} cannot start for ${subject}, and nothing was run on another in its place: ${sentence}`,
        adviceFor(provider),
      );
    case 'memory':
      return new GateError(
        'out-of-memory',
        `${subject} needs more memory than there is, or than a worker may have: ${sentence}`,
        MORE_MEMORY,
      );
  }
}
