/**
 * The closed set of failures that a user can meet. Each message says what is wrong and where; `next` says
 * what to do about it. Everything else that is thrown is a defect of ours and is reported as one.
 */

/** Exit statuses of the command line and the action (docs/architecture.md). */
export const EXIT = { passed: 0, failed: 1, misuse: 2, unmeasured: 3 } as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** What kind of thing went wrong; decides the exit status. */
export type FailureKind =
  | 'usage' // the command line or an action input
  | 'config' // the configuration file
  | 'model' // a file that is no usable ONNX model
  | 'input' // the inputs that a model is to be fed
  | 'revision' // git: refs, missing commits, LFS
  | 'runtime' // ONNX Runtime missing or not loadable
  | 'measurement' // a worker crashed, hung or ran out of memory or budget
  | 'report' // a report file that cannot be read
  | 'publish'; // GitHub refused or could not be reached

const EXIT_OF_KIND: Record<FailureKind, ExitStatus> = {
  usage: EXIT.misuse,
  config: EXIT.misuse,
  model: EXIT.misuse,
  input: EXIT.misuse,
  revision: EXIT.misuse,
  report: EXIT.misuse,
  publish: EXIT.misuse,
  runtime: EXIT.unmeasured,
  measurement: EXIT.unmeasured,
};

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
    return EXIT_OF_KIND[this.kind];
  }
}

/** The text that a user sees for anything thrown: never a stack trace. */
export function describeFailure(thrown: unknown): { message: string; next: string; exitStatus: ExitStatus } {
  if (thrown instanceof GateError) {
    return { message: thrown.message, next: thrown.next, exitStatus: thrown.exitStatus };
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return {
    message: `Unexpected: ${message}`,
    next: 'This is a defect of efficiency-gate. Please report it with the command and the model, if you can share it.',
    exitStatus: EXIT.misuse,
  };
}
