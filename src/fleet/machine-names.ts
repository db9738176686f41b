/** How the machine of a report is called, of one as well that no fleet plan names. */
import type { GateReport } from '../report.js';
import type { ReceivedReport } from './received.js';
import { machineNameSchema, type ShardPlace } from './fleet-plan.js';

export interface ShardReport extends ReceivedReport {
  readonly shard: ShardPlace;
}

/** `gpu`, `gpu, 2 of 3`. */
export const shardOf = ({ machine, index, of }: ShardPlace): string =>
  of === 1 ? machine : `${machine}, ${index} of ${of}`;

/** Reports without a shard are each the only one of a machine, which is called after its processor and its provider. */
export function nameMachines(received: readonly ReceivedReport[]): ShardReport[] {
  const taken = new Set(received.flatMap(({ report }) => report.shard?.machine ?? []));
  const named = new Map<string, string>();
  // By file, so that names do not depend on the order in which reports were given.
  for (const { file, report } of received.toSorted(byFile)) {
    if (report.shard !== undefined) continue;
    const name = unique(nameOf(report), taken);
    taken.add(name);
    named.set(file, name);
  }
  return received.map((one) => ({
    ...one,
    shard: one.report.shard ?? { machine: named.get(one.file) ?? 'machine', index: 1, of: 1 },
  }));
}

export const byFile = (one: { readonly file: string }, other: { readonly file: string }): number =>
  one.file < other.file ? -1 : one.file > other.file ? 1 : 0;

const LONGEST = 48;

function nameOf({ environment, models }: GateReport): string {
  const providers = new Set(models.flatMap(({ measurement }) => measurement?.provider ?? []));
  providers.delete('cpu');
  const words = [environment?.cpuModel ?? 'machine', ...providers]
    .join(' ')
    .replace(/\((?:R|TM|C)\)/gi, '')
    .replace(/@.*?GHz/, '')
    .replace(/[^A-Za-z0-9._ -]+/g, ' ')
    .replace(/ +/g, ' ')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, LONGEST)
    .trim();
  return machineNameSchema.safeParse(words).success ? words : 'machine';
}

/** `Xeon`, `Xeon 2`, `Xeon 3`. */
function unique(wanted: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted} ${count}`;
    if (!taken.has(name)) return name;
  }
}
