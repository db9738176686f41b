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
const ROUNDS = 40;
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

/** The verdicts of one run's decisions. */
function run(noise: Noise, effect: number): Verdict['verdict'][] {
  return Array.from({ length: RULE.decisions }, () => {
    const rounds = Array.from({ length: ROUNDS }, () => effect + SCALE * noise());
    return verdictOn(rounds, RULE).verdict;
  });
}

const percent = (count: number, of: number): string => `${((100 * count) / of).toFixed(2)} %`;

const lines = SCENARIOS.map(({ name, noise, bias = 0 }) => {
  const outcomes = [0, tau, 2 * tau].map((effect, index) => {
    const draw = noise(SEED + index);
    const side = uniform(SEED + 10 + index);
    return Array.from({ length: RUNS }, () => run(draw, effect + (side() < 0.5 ? -bias : bias)));
  });
  const [none = [], edge = [], twice = []] = outcomes;
  const withAny = (runs: readonly Verdict['verdict'][][], verdicts: readonly string[]): number =>
    runs.filter((each) => each.some((verdict) => verdicts.includes(verdict))).length;
  const share = (runs: readonly Verdict['verdict'][][], verdict: string): string =>
    percent(runs.flat().filter((each) => each === verdict).length, runs.length * RULE.decisions);
  return `| ${[
    name,
    percent(withAny(none, ['above', 'below']), RUNS),
    share(none, 'within'),
    percent(withAny(edge, ['above', 'below', 'within']), RUNS),
    percent(withAny(twice, ['below', 'within']), RUNS),
    share(twice, 'above'),
  ].join(' | ')} |`;
});
const table = [
  `${RUNS} runs of ${RULE.decisions} decisions, ${ROUNDS} rounds each, scale ${100 * SCALE} %, seed ${SEED}:`,
  '',
  '| noise of a round | effect 0: runs with a false verdict | decisions proven equivalent | effect tau: runs with any verdict | effect 2 tau: runs with a false verdict | decisions found |',
  '| :-- | --: | --: | --: | --: | --: |',
  ...lines,
].join('\n');
console.log(`On ${describeMachine()}\n\n${table}`);
if (flags.write) await writeSection('docs/analysis.md', 'bench:simulate', table);
