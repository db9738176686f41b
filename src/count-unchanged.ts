/** What there is to choose from beside the models of a change: counted as they are, never measured. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { failureOfOne } from './evidence.js';
import { MOST_UNCHANGED, type UnchangedModel, unchangedModel } from './judge/pareto.js';
import { countSide, openSide } from './model-pair.js';
import type { Plan } from './plan.js';
import type { GateServices } from './services.js';

export interface CountedUnchanged {
  readonly counted: readonly UnchangedModel[];
  /** How many are not among them, for whatever reason. */
  readonly leftOut: number;
}

/** One that cannot be counted is left out: it is no part of the change. */
export async function countUnchanged(plan: Plan, services: GateServices): Promise<CountedUnchanged> {
  const planned = plan.unchanged ?? [];
  const counted: UnchangedModel[] = [];
  for (const [index, model] of planned.slice(0, MOST_UNCHANGED).entries()) {
    if (services.signal.aborted) break;
    const folder = path.join(services.folder, `unchanged-${index}`);
    try {
      await mkdir(folder);
      const opened = await openSide(model.head, 'head', folder);
      const inspected = await countSide(opened, model, plan, { ...services, folder });
      const { base = null, head = null } = model.declared ?? {};
      const called = { name: model.name, scenario: model.scenario.name };
      if (inspected !== null) counted.push(unchangedModel(called, inspected.profile, { base, head }));
    } catch (thrown) {
      services.logger.info(`${model.name}: no part of cost against quality. ${failureOfOne(thrown).message}`);
    }
  }
  return { counted, leftOut: planned.length - counted.length };
}
