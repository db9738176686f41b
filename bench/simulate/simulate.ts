/**
 * How often a run of eight decisions errs, and how much it finds, in simulation: rounds of known effect and noise,
 * looked at after every one of 40.
 * Usage: npm run bench:simulate -- [--runs 4000] [--write]; --write puts the table into docs/analysis.md.
 */
import { parseArgs } from 'node:util';
import { verdictOn, type DecisionRule, type Verdict } from '../../src/stats/decide.js';
import { describeMachine } from '../machine.js';
import { writeSection } from '../write-section.js';
import { autocorrelated, heavyTailed, type Noise, normal, skewed, spiked, uniform } from './noise.js';

const { values: flags } = parseArgs({
  options: { runs: { type: 'string', default: '4000' }, write: { type: 'boolean', default: false } },
});
const RUNS = Number(flags.runs);
/** What traces hold, and as many as a run may ever have. */
const ROUNDS = [40, 400] as const;
const SEED = 2026;
/** Standard deviation of a round's log-ratio, or what stands for it: nearly as wide as the tolerance. */
const SCALE = 0.04;
const tau = Math.log(1.05);
const RULE: DecisionRule = { tolerance: { down: -tau, up: tau }, alpha: 0.05, decisions: 8 };

interface Scenario {
  readonly name: string;
  readonly noise: (seed: number) => Noise;
  /** Added to every round of a run, whatever its decision. */
  readonly bias?: number;
}

const SCENARIOS: readonly Scenario[] = [
  { name: 'normal', noise: normal },
  { name: 't, 3 degrees of freedom', noise: heavyTailed },
  { name: 'two skewed times with spikes', noise: spiked },
  { name: 'skewed ratio (lognormal)', noise: skewed },
  { name: 'autocorrelated, 0.5', noise: autocorrelated },
  { name: 'normal, whole job biased by 1 %', noise: normal, bias: 0.01 },
];

type Runs = readonly Verdict['verdict'][][];

/** Runs of eight decisions each, every decision of fresh rounds. */
function simulate({ noise, bias = 0 }: Scenario, effect: number, rounds: number, runs: number): Runs {
  const draw = noise(SEED + rounds);
  const side = uniform(SEED);
  return Array.from({ length: runs }, () => {
    const centre = effect + (side() < 0.5 ? -bias : bias);
    return Array.from({ length: RULE.decisions }, () => {
      const logRatios = Array.from({ length: rounds }, () => centre + SCALE * draw());
      return verdictOn(logRatios, RULE).verdict;
    });
  });
}

const percent = (count: number, of: number): string => `${((100 * count) / of).toFixed(2)} %`;
const withAny = (runs: Runs, verdicts: readonly string[]): string =>
  percent(runs.filter((each) => each.some((verdict) => verdicts.includes(verdict))).length, runs.length);
const shareOf = (runs: Runs, verdict: string): string =>
  percent(runs.flat().filter((each) => each === verdict).length, runs.length * RULE.decisions);

const ANY = ['above', 'below', 'within'];
const lines = SCENARIOS.map((scenario) => {
  const [rounds, most] = ROUNDS;
  const none = simulate(scenario, 0, rounds, RUNS);
  const twice = simulate(scenario, 2 * tau, rounds, RUNS);
  const edges = [tau, -tau].flatMap((edge) => [
    simulate(scenario, edge, rounds, RUNS),
    simulate(scenario, edge, most, Math.ceil(RUNS / 4)),
  ]);
  return `| ${[
    scenario.name,
    withAny(none, ['above', 'below']),
    shareOf(none, 'within'),
    withAny(twice, ['below', 'within']),
    shareOf(twice, 'above'),
    ...edges.map((runs) => withAny(runs, ANY)),
  ].join(' | ')} |`;
});
const [rounds, most] = ROUNDS;
const table = [
  `Runs of ${RULE.decisions} decisions (${RUNS} of ${rounds} rounds, ${Math.ceil(RUNS / 4)} of ${most}), scale ${100 * SCALE} %, seed ${SEED}. Per cent of runs with a false verdict, and of decisions:`,
  '',
  `| noise of a round | no difference: false | equivalent | 2 tau: false | found | at +tau: any verdict | the same, ${most} rounds | at -tau: any verdict | the same, ${most} rounds |`,
  `| :-- |${' --: |'.repeat(8)}`,
  ...lines,
].join('\n');
console.log(`On ${describeMachine()}\n\n${table}`);
if (flags.write) await writeSection('docs/analysis.md', 'bench:simulate', table);
