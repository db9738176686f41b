/** The fleet plan of a pull request: its models counted and spread over the machines of the configuration. */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { MachineSetting } from './config/machines.js';
import { failureOfOne, refuseInterrupted } from './evidence.js';
import { balance } from './fleet/balance.js';
import { expectedSeconds, withUnknowns } from './fleet/expected-seconds.js';
import { FLEET_PLAN_VERSION, type FleetPlan, type PlannedMachine } from './fleet/fleet-plan.js';
import { countSide, openSide } from './model-pair.js';
import type { Plan, PlannedModel } from './plan.js';
import { timingDecisions } from './policy.js';
import type { GateServices } from './services.js';

/** Where the configuration names no machine: one, so that a workflow written for a matrix runs all the same. */
const ONE_MACHINE: MachineSetting = {
  name: 'default',
  runsOn: ['ubuntu-24.04'],
  provider: undefined,
  threads: undefined,
  budget: undefined,
  shards: 1,
  required: true,
};

export interface PlannedFleet {
  readonly plan: FleetPlan;
  /** Settings of all machines of the plan. */
  readonly machines: readonly MachineSetting[];
}

/**
 * Counts what changed and spreads it, longest first. Where nothing is to be measured the first machine alone has a
 * shard, with what there is to say.
 * @param shards Jobs of each machine, over what the configuration says.
 * @throws GateError for what concerns the whole run; a model that cannot be counted weighs as the mean of the others.
 */
export async function planFleet(plan: Plan, services: GateServices, shards?: number): Promise<PlannedFleet> {
  const { config, models, benchmarks = [] } = plan;
  const configured = config.machines.length === 0 ? [ONE_MACHINE] : config.machines;
  const changed = models.filter(({ status }) => status === 'changed');
  const busy = changed.length + benchmarks.length > 0;
  const machines = busy ? configured : configured.slice(0, 1);
  const macs = await countAll(changed, plan, services);
  const names = [...models, ...benchmarks].map(({ name }) => name);
  const planned = machines.map((machine): PlannedMachine => {
    const budget = machine.budget ?? config.budget;
    const measured = withUnknowns([
      ...changed.map((model) => expectedSeconds(macs.get(model) ?? null, budget)),
      ...benchmarks.map(() => expectedSeconds(null, budget)),
    ]);
    // What was added, removed or renamed is said and not measured.
    const of = new Map([...changed, ...benchmarks].map(({ name }, index) => [name, measured[index] ?? 0]));
    const seconds = names.map((name) => of.get(name) ?? 0);
    return {
      name: machine.name,
      required: machine.required,
      shards: balance(seconds, shards ?? machine.shards).map((pieces) => ({
        models: pieces.map((piece) => names[piece] ?? ''),
        seconds: Math.round(pieces.reduce((sum, piece) => sum + (seconds[piece] ?? 0), 0)),
      })),
    };
  });
  return {
    plan: {
      schemaVersion: FLEET_PLAN_VERSION,
      base: plan.base,
      head: plan.head,
      machines: planned,
      // Which machine can meter energy or read its card is not known: as if all could.
      decisions: timingDecisions(changed.length * machines.length, {
        metered: true,
        onDevice: changed.length * machines.length,
      }),
    },
    machines,
  };
}

/** MACs of one inference, of base and head on average. Nothing is timed here: as many at once as there are processors. */
async function countAll(
  models: readonly PlannedModel[],
  plan: Plan,
  services: GateServices,
): Promise<ReadonlyMap<PlannedModel, number>> {
  const counts = new Map<PlannedModel, number>();
  const waiting = [...models.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      refuseInterrupted(services.signal);
      const [index, model] = next;
      const folder = path.join(services.folder, `plan-${index}`);
      const macs = await countPair(model, plan, { ...services, folder });
      if (macs !== null) counts.set(model, macs);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  refuseInterrupted(services.signal);
  return counts;
}

async function countPair(model: PlannedModel, plan: Plan, services: GateServices): Promise<number | null> {
  try {
    const macs: (number | null)[] = [];
    for (const role of ['base', 'head'] as const) {
      const opened = await openSide(model[role], role, services.folder);
      const inspected = await countSide(opened, model, plan, services);
      macs.push(inspected?.profile.counts.macs.value ?? null);
    }
    const [base = null, head = null] = macs;
    return base === null || head === null ? null : (base + head) / 2;
  } catch (thrown) {
    // The job that measures it says what is wrong with it.
    failureOfOne(thrown);
    return null;
  }
}
