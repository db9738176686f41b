/** What becomes of one model or benchmark whose turn did not go to its end. */
import type { ModelEvidence } from './conclude.js';
import { defectOf, type FailureKind, GateError, systemFailure } from './errors.js';
import type { Measurement } from './measure/measurement.js';

/** Kinds of failure that concern one of them and leave the others their chance. */
const OF_ONE_ALONE: ReadonlySet<FailureKind> = new Set([
  'model',
  'input',
  'revision',
  'command',
  'out-of-memory',
  'time-out',
  'crash',
  'protocol-error',
  'measurement',
]);

/**
 * What was had before a failure is kept, with the failure.
 * @throws what concerns the whole run.
 */
export function withFailure(evidence: ModelEvidence, thrown: unknown): ModelEvidence {
  return failed(evidence, failureOfOne(thrown));
}

/**
 * A failure that concerns one model alone. A defect of ours that one model brings to light costs the others nothing
 * either: whoever finds one could else silence a whole run.
 * @throws what concerns the whole run.
 */
export function failureOfOne(thrown: unknown): GateError {
  if (thrown instanceof RangeError || thrown instanceof TypeError) return defectOf(thrown);
  const failure = thrown instanceof GateError ? thrown : systemFailure(thrown);
  if (failure === null || !OF_ONE_ALONE.has(failure.kind)) throw thrown;
  return failure;
}

/** @param problem What made measuring fail after some rounds; null when nothing did. */
export function withMeasurement(
  evidence: ModelEvidence,
  { measurement, problem }: { readonly measurement: Measurement; readonly problem: GateError | null },
): ModelEvidence {
  const found = problem ?? interruption(measurement);
  return found === null ? { ...evidence, measurement } : failed({ ...evidence, measurement }, found);
}

/** @throws GateError when the run was interrupted: nothing new is begun then. */
export function refuseInterrupted(signal: AbortSignal): void {
  if (signal.aborted) throw new GateError('measurement', 'The run was interrupted.', 'Run it again.');
}

/** Who interrupts a run has not seen all that was planned: without a proof of worse, that is no pass. */
function interruption({ stopped, rounds, plannedRounds }: Measurement): GateError | null {
  if (stopped !== 'interrupted') return null;
  return new GateError(
    'measurement',
    `Measuring was interrupted after ${rounds.length} of about ${plannedRounds} rounds.`,
    'Run it again.',
  );
}

function failed(evidence: ModelEvidence, { kind, message, next }: GateError): ModelEvidence {
  return { ...evidence, status: 'failed', problem: { kind, message, next } };
}
