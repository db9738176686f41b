/** What describes a model beside its indicators and decides nothing: tables that every medium draws in its own way. */
import type { ModelReport } from '../report.js';
import { causeSupplements } from './causes.js';
import { operatorTimesSupplement } from './operator-times.js';
import type { Supplement } from './supplement.js';
import { sweepSupplements } from './sweep-table.js';

export function supplementsOf(model: ModelReport): Supplement[] {
  return [...causeSupplements(model), ...profileSupplements(model)];
}

/** Without the causes, for where those have a place of their own. */
export function profileSupplements(model: ModelReport): Supplement[] {
  return [...operatorTimesSupplement(model), ...sweepSupplements(model)];
}
