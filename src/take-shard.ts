/** One job's part of a fleet plan: what of a plan made anew it measures. Pure. */
import { GateError } from './errors.js';
import type { FleetPlan } from './fleet/fleet-plan.js';
import type { Plan } from './plan.js';

export interface ShardRequest {
  readonly machine: string;
  /** Which one of its shards, from 1, and of how many, as the fleet plan has it; null: the only one. */
  readonly position: { readonly index: number; readonly of: number } | null;
  /** Null: nobody planned, and the machine measures everything. */
  readonly fleet: FleetPlan | null;
}

/**
 * @returns the plan with the models and benchmarks of the shard alone.
 * @throws GateError of kind `usage` when the fleet plan is of other commits, or does not fit.
 */
export function takeShard(plan: Plan, { machine, position, fleet }: ShardRequest): Plan {
  if (fleet === null) {
    if (position !== null && position.of > 1) {
      throw misfit(
        'Nobody said which models a shard has.',
        'Name the plan, too: plan in a workflow, --plan on the command line.',
      );
    }
    return { ...plan, shard: { machine, index: 1, of: 1, fleetDecisions: null } };
  }
  const remedy = 'Give every job the plan that this run of the workflow made (docs/fleet.md).';
  for (const side of ['base', 'head'] as const) {
    if (fleet[side].sha !== plan[side].sha) {
      const [planned, own] = [fleet[side].sha, plan[side].sha].map((sha) => sha?.slice(0, 10) ?? 'no commit');
      throw misfit(`The fleet plan has ${planned} for its ${side}, this job has ${own}.`, remedy);
    }
  }
  const planned = fleet.machines.find(({ name }) => name === machine);
  if (planned === undefined) {
    const names = fleet.machines.map(({ name }) => name).join(', ');
    throw misfit(`The fleet plan has no machine ${machine}, only ${names}.`, remedy);
  }
  const { index, of } = position ?? { index: 1, of: planned.shards.length };
  const shard = planned.shards[index - 1];
  if (shard === undefined || of !== planned.shards.length || (position === null && of > 1)) {
    const asked = position === null ? 'no shard was named' : `shard ${index}/${of} was asked for`;
    throw misfit(`The fleet plan has ${planned.shards.length} shards for ${machine}; ${asked}.`, remedy);
  }
  const wanted = new Set(shard.models);
  const models = plan.models.filter(({ name }) => wanted.has(name));
  const benchmarks = (plan.benchmarks ?? []).filter(({ name }) => wanted.has(name));
  const found = new Set([...models, ...benchmarks].map(({ name }) => name));
  const lost = shard.models.find((name) => !found.has(name));
  if (lost !== undefined)
    throw misfit(`The fleet plan has ${lost}, which this job does not find changed.`, remedy);
  return {
    ...plan,
    models,
    benchmarks,
    shard: { machine, index, of, fleetDecisions: fleet.decisions },
  };
}

const misfit = (message: string, next: string): GateError => new GateError('usage', message, next);
