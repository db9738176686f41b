/** What ruling on claims reads of a report; a report fits. */
import type { Environment, Measurement } from '../../measure/measurement.js';
import type { Comparison, Relation } from '../judgement.js';

export interface JudgedModel {
  readonly name: string;
  /** The machine that it was measured on, where that is not the run's. */
  readonly environment?: Environment | null;
  readonly comparisons: readonly Comparison[];
  /** Null where there was nothing to relate. */
  readonly relation: Relation | null;
  readonly measurement: Pick<Measurement, 'provider' | 'threads' | 'batch' | 'feeds'> | null;
}

export interface JudgedRun {
  readonly models: readonly JudgedModel[];
  readonly environment: Environment | null;
}

/** The comparisons of an indicator; `quality` stands for every metric of quality that the user declares. */
export function comparisonsOf(id: string, comparisons: readonly Comparison[]): Comparison[] {
  return comparisons.filter(({ indicator }) => indicator === id || indicator.startsWith(`${id}.`));
}

export const environmentOf = (model: JudgedModel, run: JudgedRun): Environment | null =>
  model.environment === undefined ? run.environment : model.environment;
