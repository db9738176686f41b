/** The two sides of one benchmark, taken through the stages: opened, asked what it reports, measured. */
import { createHash } from 'node:crypto';
import type { ModelEvidence } from './conclude.js';
import type { Config } from './config.js';
import { refuseInterrupted, withFailure, withMeasurement } from './evidence.js';
import { Ledger } from './judge/ledger.js';
import { ownDecisions, ownIndicators, ownPolicy, toleranceKeyOf } from './judge/own-indicators.js';
import { deadlineOf } from './measure/budget.js';
import { declaredIndicators } from './measure/harness/harness-contestant.js';
import type { HarnessCommand } from './measure/harness/harness-process.js';
import { measureHarness, unitedIndicators } from './measure/harness/measure-harness.js';
import { quoted } from './measure/quotation.js';
import type { Harness } from './measure/measurement.js';
import type { BenchmarkSource, PlannedBenchmark } from './plan.js';
import type { ModelSide, Policy } from './report.js';
import type { GateServices, MeteredServices } from './services.js';
import { minimumRounds } from './stats/certainty.js';

/** What is known of a benchmark before it is measured. */
export interface OpenedBenchmark {
  readonly evidence: ModelEvidence;
  /** Null when there is nothing to measure, or no way to. */
  readonly ready: {
    readonly harness: Harness;
    readonly base: HarnessCommand;
    readonly head: HarnessCommand;
  } | null;
}

/** How many decisions it takes part in: known before anything is measured, since it says what it reports. */
export const decisionsOf = ({ ready }: OpenedBenchmark, metered: boolean): number =>
  ready === null ? 0 : ownDecisions(ready.harness, metered);

/** Starts a benchmark once on each side to hear what it reports. What fails is recorded with it. */
export async function openBenchmark(
  benchmark: PlannedBenchmark,
  config: Config,
  { signal, logger }: Pick<GateServices, 'signal' | 'logger'>,
): Promise<OpenedBenchmark> {
  const { name, command, env } = benchmark;
  const timeoutS = benchmark.timeoutS ?? deadlineOf(config.budget);
  const evidence: ModelEvidence = {
    name,
    scenario: null,
    status: benchmark.base === null ? 'added' : 'compared',
    base: benchmark.base === null ? null : sideOf(benchmark.base, command),
    head: sideOf(benchmark.head, command),
    measurement: null,
    profile: null,
    sweeps: [],
    problem: null,
    warnings: [],
  };
  if (benchmark.base === null) return { evidence, ready: null };
  const open = async (source: BenchmarkSource, side: 'base' | 'head'): Promise<HarnessCommand> => ({
    label: `${name} in the ${side}`,
    command,
    folder: await source.open(),
    env,
    timeoutS,
    onStray: boundedLog(`${name} in the ${side}`, (line) => {
      logger.info(line);
    }),
  });
  try {
    refuseInterrupted(signal);
    const base = await open(benchmark.base, 'base');
    const head = await open(benchmark.head, 'head');
    const indicators = unitedIndicators(
      name,
      await declaredIndicators(base, signal),
      await declaredIndicators(head, signal),
    );
    const harness = { name, command, indicators };
    return {
      evidence: { ...evidence, warnings: idleTolerances(harness, config) },
      ready: { harness, base, head },
    };
  } catch (thrown) {
    return { evidence: withFailure(evidence, thrown), ready: null };
  }
}

/** Measures both sides by turns until everything is decided or the budget ends. */
export async function gatherBenchmark(
  { evidence, ready }: OpenedBenchmark,
  { seed, budget }: Config,
  run: Policy,
  services: MeteredServices,
): Promise<ModelEvidence> {
  if (ready === null) return evidence;
  const { harness, base, head } = ready;
  const policy = ownPolicy(run, harness);
  const context = { batch: 1, emptyWorkerRssBytes: null };
  const ledger = new Ledger(context, policy, ownIndicators(harness, services.energy.status === 'readable'));
  try {
    refuseInterrupted(services.signal);
    await services.environment();
    const outcome = await measureHarness(
      {
        harness,
        base,
        head,
        seed,
        budget,
        minimumRounds: minimumRounds(policy),
        subject: `${evidence.base?.sha256 ?? ''} ${evidence.head?.sha256 ?? ''} ${harness.name}`,
        decided: (round) => {
          ledger.add(round);
          return ledger.settled;
        },
      },
      services,
    );
    return withMeasurement(evidence, outcome);
  } catch (thrown) {
    return withFailure(evidence, thrown);
  }
}

/** A benchmark is what its command does in its commit: there is no file to digest. */
const sideOf = ({ sha }: BenchmarkSource, command: string): ModelSide => ({
  path: command,
  sha256: createHash('sha256').update(`${sha}\n${command}`).digest('hex'),
  profile: null,
});

/** A tolerance for what nobody reports is a slip of the pen, or left over. */
function idleTolerances(harness: Harness, { tolerances }: Config): string[] {
  const known = ownIndicators(harness, true).map(({ id }) => toleranceKeyOf(id, harness));
  return Object.keys(tolerances)
    .filter((key) => key.startsWith(toleranceKeyOf('', harness)) && !known.includes(key))
    .map((key) => `The tolerance ${key} is of no use: the benchmark reports nothing of that name.`);
}

const LOGGED_LINES = 20;

/** Every round starts three processes that print the same: a line is shown once, and not more than some of them. */
function boundedLog(label: string, log: (line: string) => void): (line: string) => void {
  const shown = new Set<string>();
  return (line) => {
    if (shown.size >= LOGGED_LINES || shown.has(line) || line.trim() === '') return;
    shown.add(line);
    log(`${quoted(label)}: ${line}`);
    if (shown.size === LOGGED_LINES) log(`${quoted(label)}: what else it prints is not shown.`);
  };
}
