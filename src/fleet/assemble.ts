/**
 * The reports of many machines become the evidence of one run. Pure. What is wrong with a report is named and keeps the
 * gate from being complete; what was measured is kept, but of other commits or models.
 */
import type { ModelEvidence, RunEvidence } from '../conclude.js';
import { GateError } from '../errors.js';
import type { FleetMachine } from '../judge/fleet/fleet.js';
import { onMachine, subjectOf } from '../judge/fleet/on-machine.js';
import type { ShardFault } from '../judge/fleet/shard-fault.js';
import type { Policy } from '../report.js';
import type { Expectation } from './expectation.js';
import { nameMachines, shardOf } from './machine-names.js';
import { onePolicy } from './one-policy.js';
import { ofOneRun } from './one-run.js';
import { placeShards, type Placed } from './place-shards.js';
import type { ReceivedReport } from './received.js';

export interface Fleet {
  readonly evidence: RunEvidence & Required<Pick<RunEvidence, 'machines' | 'shardFaults'>>;
  /** The first report's, with the timing decisions of all. */
  readonly policy: Policy;
}

/**
 * @param received In the order in which they were given: without a plan or a pull request, the first decides which
 * commits the others are to be of, and its policy is the one by which all are judged.
 * @throws GateError of kind `report` where no report is left.
 */
export function assembleFleet(
  received: readonly ReceivedReport[],
  expectation: Expectation = {},
  unreadable: readonly ShardFault[] = [],
): Fleet {
  const { kept, faults: foreign } = ofOneRun(received, expectation);
  const [first] = kept;
  if (first === undefined) throw nothingToMerge([...unreadable, ...foreign]);
  const placed = placeShards(nameMachines(kept), expectation.plan);
  const { policy, warnings } = onePolicy(first, placed.shards);
  const machines = machinesOf(placed, expectation);
  const { models, faults: repeated } = modelsOf(placed);
  const { base, head, pullRequest } = first.report;
  const claims = placed.shards.find(({ report }) => report.claims !== undefined)?.report.claims;
  const acknowledgements = placed.shards.find(({ report }) => report.acknowledgements !== undefined)?.report
    .acknowledgements;
  // The same commits leave the same models as they are.
  const { unchanged, unchangedLeftOut } =
    placed.shards.find(({ report }) => report.unchanged !== undefined)?.report ?? first.report;
  return {
    evidence: {
      base,
      head,
      ...(pullRequest === undefined ? {} : { pullRequest }),
      models,
      ...(claims === undefined ? {} : { claims }),
      ...(acknowledgements === undefined ? {} : { acknowledgements }),
      ...(unchanged === undefined ? {} : { unchanged }),
      ...(unchangedLeftOut === undefined ? {} : { unchangedLeftOut }),
      environment: null,
      machines,
      shardFaults: [
        ...placed.faults,
        ...unmentioned(models, machines),
        ...repeated,
        ...foreign,
        ...unreadable,
      ].toSorted(bySubject),
      warnings: [...warnings, ...unlikeHosts(placed), ...warningsOf(placed)],
      // The last: what had expired by then answers for nothing.
      createdAt: new Date(Math.max(...kept.map(({ report }) => Date.parse(report.createdAt)))),
    },
    policy,
  };
}

/** As many reasons are told in one message. */
const NAMED = 3;

/** Why nothing can be merged, in one message. */
export function nothingToMerge(faults: readonly ShardFault[]): GateError {
  const more = faults.length - NAMED;
  const told = faults.slice(0, NAMED).map(({ subject, reason }) => `${subject}: ${reason}`);
  return new GateError(
    'report',
    ['There is no report to merge.', ...told, ...(more > 0 ? [`And ${more} more.`] : [])].join(' '),
    'Give the report.json files of one run, or a folder that holds them, each in a sub-folder of its own.',
  );
}

/**
 * The machines that a configuration requires: missing ones are named, and the relation rests on these alone.
 * @param names Undefined where it names none. Where there was nothing to measure, nothing is asked of them.
 */
export function requireMachines(fleet: Fleet, names: readonly string[] | undefined): Fleet {
  const { machines, models, shardFaults } = fleet.evidence;
  if (names === undefined || !models.some(isMeasured)) return fleet;
  const there = new Set(machines.map(({ name }) => name));
  const missing = names.filter((name) => !there.has(name));
  return {
    ...fleet,
    evidence: {
      ...fleet.evidence,
      machines: [
        ...machines.map((machine) => ({ ...machine, required: names.includes(machine.name) })),
        ...missing.map((name) => ({ name, required: true, environment: null, shards: { of: 1, merged: 0 } })),
      ],
      shardFaults: [
        ...shardFaults,
        ...missing.map((name): ShardFault => ({
          kind: 'missing',
          subject: name,
          reason: 'The configuration requires this machine, and no report of it is there.',
        })),
      ],
    },
  };
}

/** Whether it is to be measured, on each machine: not what was added, removed or renamed. */
const isMeasured = ({ status }: ModelEvidence): boolean => status === 'compared' || status === 'failed';

/** Models that one machine has and another, whose reports are all there, says nothing of; a plan tells by itself. */
function unmentioned(models: readonly ModelEvidence[], machines: readonly FleetMachine[]): ShardFault[] {
  const subjects = new Set(models.filter(isMeasured).map(subjectOf));
  return machines
    .filter(
      ({ required, models: planned, shards: { of, merged } }) =>
        required && planned === undefined && merged === of,
    )
    .flatMap(({ name }) => {
      const own = new Set(models.filter(({ machine }) => machine === name).map(subjectOf));
      return [...subjects]
        .filter((subject) => !own.has(subject))
        .map((subject): ShardFault => ({
          kind: 'missing',
          subject: name,
          reason: `Its report has nothing of ${subject}, which another machine measured.`,
        }));
    });
}

const bySubject = (one: ShardFault, other: ShardFault): number =>
  compareText(one.subject, other.subject) || compareText(one.reason, other.reason);

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function machinesOf(
  { machines, shards }: Placed,
  { plan, planTrusted = false }: Expectation,
): FleetMachine[] {
  return machines.map(({ name, of }) => {
    const own = shards.filter(({ shard }) => shard.machine === name);
    const planned = plan?.machines.find((machine) => machine.name === name);
    const environment = own.find(({ report }) => report.environment !== null)?.report.environment ?? null;
    return {
      name,
      required: plan === undefined || (planned !== undefined && (planned.required || !planTrusted)),
      environment,
      shards: { of, merged: own.length },
      ...(planned === undefined || !planTrusted
        ? {}
        : { models: planned.shards.flatMap(({ models }) => models) }),
    };
  });
}

/** Each model of each machine once: one that was measured before one that was not, then the newer. */
function modelsOf({ shards }: Placed): { models: ModelEvidence[]; faults: ShardFault[] } {
  const faults: ShardFault[] = [];
  const found = new Map<string, { model: ModelEvidence; file: string; createdAt: string }>();
  for (const { file, report, shard } of shards) {
    for (const model of report.models) {
      const name = onMachine(model.name, shard.machine);
      const own = { ...model, name, machine: shard.machine, environment: report.environment };
      const entry = { model: own, file, createdAt: report.createdAt };
      const before = found.get(name);
      if (before === undefined) {
        found.set(name, entry);
        continue;
      }
      const both = before.model.measurement !== null && model.measurement !== null;
      if (both) {
        faults.push({
          kind: 'duplicate',
          subject: name,
          reason: `It is in ${before.file} and in ${file}; the newer is shown.`,
        });
      }
      const newer = Date.parse(report.createdAt) > Date.parse(before.createdAt);
      if (both ? newer : before.model.measurement === null && model.measurement !== null)
        found.set(name, entry);
    }
  }
  return { models: [...found.values()].map(({ model }) => model), faults };
}

/** A warning that all reports have is the run's; of others it is told which machine gave it. */
function warningsOf({ shards }: Placed): string[] {
  const all = [...new Set(shards.flatMap(({ report }) => report.warnings))];
  return all.flatMap((warning) => {
    const of = shards.filter(({ report }) => report.warnings.includes(warning));
    if (of.length === shards.length) return [warning];
    return of.map(({ shard }) => `${shardOf(shard)}: ${warning}`);
  });
}

/** Shards of one machine are to run on machines alike: what is said of it holds for each of them. */
function unlikeHosts({ machines, shards }: Placed): string[] {
  return machines.flatMap(({ name }) => {
    const own = shards.flatMap(({ shard, report }) =>
      shard.machine === name && report.environment !== null ? [report.environment] : [],
    );
    const hosts = new Set(
      own.map(({ cpuModel, cores, arch, runtime }) => [cpuModel, cores, arch, runtime].join(', ')),
    );
    if (hosts.size < 2) return [];
    return [
      `Reports of ${name} are of unlike machines: ${[...hosts].toSorted().join('; ')}. Each model tells its own.`,
    ];
  });
}
