/** A report of a run that has not ended: what was finished, and by name what was not. */
import type { ModelEvidence } from './conclude.js';

/** What takes its turn in a run: a model or a benchmark. */
export interface Turn {
  readonly name: string;
  readonly scenario: string | null;
}

/** Evidence of what was not reached: nothing, which makes the gate's conclusion `incomplete`. */
export function unreached({ name, scenario }: Turn): ModelEvidence {
  return {
    name,
    scenario,
    status: 'failed',
    base: null,
    head: null,
    measurement: null,
    profile: null,
    sweeps: [],
    problem: {
      kind: 'measurement',
      message: 'It was still to be measured when this report was written.',
      next: 'Wait for the run to end, or run it again if it was killed.',
    },
    warnings: [],
  };
}

const NAMED = 20;

/** @returns nothing where nothing is left. */
export function interimWarnings(left: readonly Turn[]): string[] {
  if (left.length === 0) return [];
  const names = left.slice(0, NAMED).map(({ name }) => name);
  const others = left.length > NAMED ? [`${left.length - NAMED} more`] : [];
  return [
    `This report is incomplete: it was written before the run had ended. Still to be measured: ${[...names, ...others].join(', ')}.`,
  ];
}
