/** Which report is which part of the fleet's work: what is missing, what is there twice, what nobody planned. */
import type { ShardFault } from '../judge/fleet/shard-fault.js';
import type { FleetPlan, ShardPlace } from './fleet-plan.js';
import { byFile, shardOf, type ShardReport } from './machine-names.js';

export interface Placed {
  /** In the plan's order, then by name, with the number of reports that each is to have. */
  readonly machines: readonly { readonly name: string; readonly of: number }[];
  /** One report for each machine and index, in the order of the machines. */
  readonly shards: readonly ShardReport[];
  readonly faults: readonly ShardFault[];
}

export function placeShards(reports: readonly ShardReport[], plan?: FleetPlan): Placed {
  const planned = plan?.machines.map(({ name }) => name) ?? [];
  const others = new Set(reports.map(({ shard }) => shard.machine).filter((name) => !planned.includes(name)));
  const machines = [...planned, ...[...others].toSorted()].map((name) => ({
    name,
    of: shardsOf(name, reports, plan),
  }));
  const shards: ShardReport[] = [];
  const faults: ShardFault[] = reports.flatMap((one) => unplanned(one, plan));
  for (const { name, of } of machines) {
    const own = reports.filter(({ shard }) => shard.machine === name);
    const indices = new Set([
      ...Array.from({ length: of }, (_, at) => at + 1),
      ...own.map(({ shard }) => shard.index),
    ]);
    for (const index of [...indices].toSorted((one, other) => one - other)) {
      const [newest, ...older] = own.filter(({ shard }) => shard.index === index).toSorted(newestFirst);
      const subject = shardOf({ machine: name, index, of });
      if (newest === undefined) {
        faults.push({ kind: 'missing', subject, reason: 'No report of it is there.' });
        continue;
      }
      shards.push(newest);
      faults.push(...older.map((one) => twice(subject, newest, one)), ...leftOut(subject, newest, plan));
    }
  }
  return { machines, shards, faults };
}

/** By the plan, else by what its own reports say; where they differ, the most. */
function shardsOf(name: string, reports: readonly ShardReport[], plan: FleetPlan | undefined): number {
  const planned = plan?.machines.find((machine) => machine.name === name)?.shards.length;
  if (planned !== undefined) return planned;
  return Math.max(...reports.filter(({ shard }) => shard.machine === name).map(({ shard }) => shard.of));
}

function unplanned({ file, shard }: ShardReport, plan: FleetPlan | undefined): ShardFault[] {
  if (plan === undefined) return isWithin(shard) ? [] : [stray(file, `It says to be ${shardOf(shard)}.`)];
  const planned = plan.machines.find(({ name }) => name === shard.machine)?.shards.length;
  if (planned === undefined) return [stray(file, `The plan has no machine ${shard.machine}.`)];
  if (shard.of === planned && isWithin(shard)) return [];
  return [stray(file, `It says to be ${shardOf(shard)}; the plan has ${planned} of ${shard.machine}.`)];
}

const isWithin = ({ index, of }: ShardPlace): boolean => index <= of;
const stray = (file: string, reason: string): ShardFault => ({ kind: 'unplanned', subject: file, reason });

/** The older ones come last; of the same time, by file. */
const newestFirst = (one: ShardReport, other: ShardReport): number =>
  Date.parse(other.report.createdAt) - Date.parse(one.report.createdAt) || byFile(one, other);

const twice = (subject: string, newest: ShardReport, older: ShardReport): ShardFault => ({
  kind: 'duplicate',
  subject,
  reason: `${newest.file} and ${older.file} are both of it; the figures of ${newest.file} are shown.`,
});

/** Planned models that a report does not mention. */
function leftOut(subject: string, { shard, report }: ShardReport, plan: FleetPlan | undefined): ShardFault[] {
  const planned =
    plan?.machines.find(({ name }) => name === shard.machine)?.shards[shard.index - 1]?.models ?? [];
  const there = new Set(report.models.map(({ name }) => name));
  return planned
    .filter((model) => !there.has(model))
    .map((model) => ({
      kind: 'missing',
      subject,
      reason: `Its report has nothing of ${model}, which is planned.`,
    }));
}
