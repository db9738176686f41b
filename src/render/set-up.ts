/** The set-up under which a model was measured, as pairs of what and how. Raw text: each medium escapes it. */
import type { FeedSummary, Measurement, Round } from '../measure/measurement.js';
import { formatPercent, formatQuantity } from '../quantity.js';
import type { GateReport, ModelReport } from '../report.js';
import { deviceFacts, placementFacts } from './device.js';
import { plural } from './plural.js';
import { sandboxFacts } from './sandbox.js';

export type Fact = readonly [what: string, how: string];

/** The machine and its software; nothing where nothing was measured. */
export function machineFacts({ environment }: Pick<GateReport, 'environment'>): Fact[] {
  if (environment === null) return [];
  const { cpuModel, cores, memoryBytes, os, arch, runner, node, runtime, sandbox } = environment;
  return [
    ['machine', `${cpuModel}, ${plural(cores, 'core')}, ${formatQuantity(memoryBytes, 'bytes')} of memory`],
    ['system', `${os} ${arch}, Node ${node}`],
    ['runner', runner ?? 'not one of GitHub Actions'],
    ['runtime', `ONNX Runtime ${runtime}`],
    ...(sandbox === undefined ? [] : sandboxFacts(sandbox)),
  ];
}

const ENDINGS: Readonly<Record<Measurement['stopped'], string>> = {
  decided: 'nothing was left to decide',
  rounds: 'more rounds would not have helped',
  budget: 'the budget was spent',
  interrupted: 'it was interrupted',
  failed: 'a worker failed',
};

/** How one model was measured; nothing where it was not. */
export function measurementFacts({
  measurement,
  profile,
}: Pick<ModelReport, 'measurement' | 'profile'>): Fact[] {
  if (measurement === null) return [];
  const { provider, threads, batch, feeds, seed, rounds, plannedRounds, blocksPerRound } = measurement;
  const { budgetS, elapsedS, stopped, harness } = measurement;
  const [base, head] = [describeFeeds(feeds.base), describeFeeds(feeds.head)];
  const inputs: Fact[] =
    base === head
      ? [['inputs', base]]
      : [
          ['inputs of the base', base],
          ['inputs of the head', head],
        ];
  const ran: Fact[] =
    harness === undefined
      ? [['provider', provider], ['threads', String(threads)], ['batch', String(batch)], ...inputs]
      : [['command', harness.command]];
  return [
    ...ran,
    ['seed', String(seed)],
    [
      'rounds',
      `${rounds.length}, ${plannedRounds} planned, ${plural(blocksPerRound, 'block')} each; ended because ${ENDINGS[stopped]}`,
    ],
    ['time spent', `${elapsedS.toFixed(0)} s of a budget of ${budgetS.toFixed(0)} s`],
    ['disturbance', disturbance(rounds)],
    ...placementFacts({ measurement, profile }),
    ...deviceFacts(measurement),
    ...energyFacts(measurement),
  ];
}

/** Which counters energy was read from, and what was subtracted. */
function energyFacts({ meter, rounds }: Measurement): Fact[] {
  if (meter === undefined || 'reason' in meter) return [];
  const idle = rounds.flatMap(({ base, head, control }) =>
    [base, head, control].flatMap(({ energy }) => energy?.idleWatts ?? []),
  );
  const span =
    idle.length === 0 ? 'unknown' : `${Math.min(...idle).toFixed(1)} to ${Math.max(...idle).toFixed(1)} W`;
  return [
    [
      'energy',
      `counters of ${meter.domains.join(', ')}, stretches of ${meter.stretchMs} ms; idle draw of the round subtracted, ${span}`,
    ],
  ];
}

function describeFeeds(feeds: readonly FeedSummary[]): string {
  if (feeds.length === 0) return 'none';
  return feeds
    .map(({ name, type, shape, fill }) => `${name} ${type} [${shape.join(', ')}], ${fill}`)
    .join('; ');
}

/** How busy the machine was with other things. */
function disturbance(rounds: readonly Round[]): string {
  const steal = rounds.flatMap(({ stealShare }) => stealShare ?? []);
  const load = rounds.flatMap(({ load1 }) => load1 ?? []);
  const marked = rounds.filter(({ disturbed }) => disturbed).length;
  return [
    `${marked} of ${plural(rounds.length, 'round')} disturbed by others (marked, not dropped)`,
    steal.length === 0
      ? 'stolen CPU time not measured'
      : `up to ${formatPercent(Math.max(...steal))} of CPU time stolen`,
    load.length === 0 ? 'load not measured' : `load average up to ${Math.max(...load).toFixed(2)}`,
  ].join(', ');
}
