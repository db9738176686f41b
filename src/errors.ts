/**
 * The closed set of failures that a user can meet. Each message says what is wrong and where; `next` says
 * what to do about it. Everything else that is thrown is a defect of ours and is reported as one.
 */

/** Exit statuses of the command line and the action (docs/architecture.md). */
export const EXIT = { passed: 0, failed: 1, misuse: 2, unmeasured: 3 } as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** What kind of thing went wrong, and the exit status that it calls for. */
const EXIT_OF_KIND = {
  /** The command line or an action input. */
  usage: EXIT.misuse,
  /** The configuration file. */
  config: EXIT.misuse,
  /** A file that is no usable ONNX model. */
  model: EXIT.misuse,
  /** The inputs that a model is to be fed. */
  input: EXIT.misuse,
  /** Git: refs, missing commits, LFS. */
  revision: EXIT.misuse,
  /** A report file that cannot be read. */
  report: EXIT.misuse,
  /** GitHub refused or could not be reached. */
  publish: EXIT.misuse,
  /** ONNX Runtime missing or not loadable. */
  runtime: EXIT.unmeasured,
  /** A command of the configuration, such as the build command, failed. */
  command: EXIT.unmeasured,
  /** A worker wanted more memory than it may have, or than there is. */
  'out-of-memory': EXIT.unmeasured,
  /** A worker did not answer in time, or used more of the processors than it may. */
  'time-out': EXIT.unmeasured,
  /** A worker's process ended by itself. */
  crash: EXIT.unmeasured,
  /** A worker answered what none says. */
  'protocol-error': EXIT.unmeasured,
  /** We failed on one model, and nobody but us can tell why. */
  defect: EXIT.misuse,
  /** Measuring was interrupted, did not fit its budget, or a benchmark failed. */
  measurement: EXIT.unmeasured,
} as const satisfies Record<string, ExitStatus>;

export type FailureKind = keyof typeof EXIT_OF_KIND;
export const FAILURE_KINDS = Object.keys(EXIT_OF_KIND) as FailureKind[];

export function exitStatusOf(kind: FailureKind): ExitStatus {
  return EXIT_OF_KIND[kind];
}

/** A failure that the user can act on. `message` names the cause and the place, `next` the next step. */
export class GateError extends Error {
  override readonly name = 'GateError';

  constructor(
    readonly kind: FailureKind,
    message: string,
    readonly next: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  get exitStatus(): ExitStatus {
    return exitStatusOf(this.kind);
  }
}

/** What anything thrown says of itself: JavaScript can throw what is no error. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** What the system says no to, wherever it does, and what can be done about it. */
const SYSTEM_FAULTS: ReadonlyMap<string, readonly [what: string, next: string]> = new Map([
  ['ENOSPC', ['The disk is full', 'Free space, or name a temporary folder with more room in TMPDIR.']],
  ['EDQUOT', ['The disk quota is used up', 'Free space, or name a temporary folder elsewhere in TMPDIR.']],
  ['EROFS', ['A folder is read-only', 'Name a temporary folder that can be written in TMPDIR.']],
  ['EACCES', ['Permission was denied', 'Run as a user who may, or name another temporary folder in TMPDIR.']],
  ['EMFILE', ['Too many files are open', 'Raise the limit of open files (ulimit -n).']],
  ['ENFILE', ['Too many files are open on this machine', 'End other programs, or raise the limit.']],
]);

/** @returns null for what is no fault of the system. */
export function systemFailure(thrown: unknown): GateError | null {
  const { code } = thrown instanceof Error ? (thrown as NodeJS.ErrnoException) : {};
  const fault = SYSTEM_FAULTS.get(code ?? '');
  if (fault === undefined) return null;
  const [what, next] = fault;
  return new GateError('measurement', `${what}: ${messageOf(thrown)}.`, next, { cause: thrown });
}

/** The text that a user sees for anything thrown: never a stack trace. */
export function describeFailure(thrown: unknown): { message: string; next: string; exitStatus: ExitStatus } {
  const failure = thrown instanceof GateError ? thrown : systemFailure(thrown);
  if (failure !== null) {
    return { message: failure.message, next: failure.next, exitStatus: failure.exitStatus };
  }
  const { message, next } = defectOf(thrown);
  return { message, next, exitStatus: EXIT.misuse };
}

/** The failure that stands for anything that was not meant to be thrown. */
export function defectOf(thrown: unknown): GateError {
  return new GateError(
    'defect',
    `Unexpected: ${messageOf(thrown)}`,
    'This is a defect of efficiency-gate. Please report it with the command and the model, if you can share it.',
    { cause: thrown },
  );
}
