/** A machine of a fleet beside others, and what it has of one model. */
import type { Comparison, Relation } from '../judgement.js';
import type { FleetModel } from './fleet.js';
import type { NamedModel } from './on-machine.js';

/** A judged model, of one machine. */
export interface ModelOnMachine extends NamedModel {
  readonly status: Exclude<FleetModel['machines'][number]['status'], 'absent'>;
  readonly comparisons: readonly Comparison[];
  readonly relation: Relation | null;
  readonly sentence: string;
  /** Indicators that its relation needs. */
  readonly needed: readonly string[];
  /** Null where nothing was measured. */
  readonly setUp: string | null;
}

/** A machine that measured a model or was to; `model` is null where no report has it. */
export interface Member {
  readonly machine: string;
  readonly required: boolean;
  readonly model: ModelOnMachine | null;
}
