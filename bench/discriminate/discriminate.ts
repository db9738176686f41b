/**
 * Our decision against those of other tools on the same samples of a model against itself: how often a difference is
 * found that is not there, and how often one that was planted, by multiplying the head's times.
 * Usage: npm run bench:discriminate -- [--reports FOLDER] [--sequential FILE]... [--write] TRACE.json...
 * --write puts table and plot into docs/.
 */
import { parseArgs } from 'node:util';
import * as Plot from '@observablehq/plot';
import { sfc32 } from '../../src/measure/random.js';
import { writeFigure } from '../figure.js';
import { describeMachine } from '../machine.js';
import { writeSection } from '../write-section.js';
import { type Answer, type Rule, RULES } from './rules.js';
import { planted, readReports, readSequential, readTrace, type SampleSet } from './samples.js';

const SEED = 1;
/** Head over base. Gains are planted too: they are to be found, or not to be called losses. */
const EFFECTS = [1, 1.03, 1.05, 1.1, 1.2] as const;

interface Row {
  readonly set: string;
  readonly rule: string;
  readonly percent: number;
  readonly comparisons: number;
  readonly worse: number;
  readonly better: number;
}

function count(set: SampleSet, rule: Rule, effect: number): Row {
  const random = sfc32(SEED);
  const answers: Answer[] = set.comparisons.map((rounds) => rule.decide(planted(rounds, effect), random));
  return {
    set: set.name,
    rule: rule.name,
    percent: Math.round(100 * (effect - 1)),
    comparisons: answers.length,
    worse: answers.filter((answer) => answer === 'worse').length,
    better: answers.filter((answer) => answer === 'better').length,
  };
}

function tableOf(name: string, own: readonly Row[], rules: readonly Rule[]): string {
  const of = (rule: string, percent: number): Row | undefined =>
    own.find((row) => row.rule === rule && row.percent === percent);
  const comparisons = own[0]?.comparisons ?? 0;
  const lines = rules.map(({ name: rule }) => {
    const alarms = of(rule, 0);
    const found = [3, 5, 10, 20].map((percent) => String(of(rule, percent)?.worse ?? 0));
    return `| ${rule} | ${(alarms?.worse ?? 0) + (alarms?.better ?? 0)} | ${found.join(' | ')} |`;
  });
  return [
    `**${name}**, ${comparisons} comparisons:`,
    '',
    '| rule | false alarms | found +3 % | +5 % | +10 % | +20 % |',
    '| :-- | --: | --: | --: | --: | --: |',
    ...lines,
  ].join('\n');
}

const { values: flags, positionals } = parseArgs({
  options: {
    reports: { type: 'string' },
    sequential: { type: 'string', multiple: true, default: [] },
    write: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const sets = [
  ...(await Promise.all(positionals.map(readTrace))),
  ...(flags.reports === undefined ? [] : [await readReports(flags.reports)]),
];
const sequential = (await Promise.all(flags.sequential.map(readSequential))).flat();
/** Rules that know of rounds need more than one. */
const OF_SAMPLES = RULES.filter(({ needsRounds }) => !needsRounds);
const rows = rowsOf(sets, RULES);
const tables = tablesOf(sets, rows, RULES);
const sequentialTables = tablesOf(sequential, rowsOf(sequential, OF_SAMPLES), OF_SAMPLES);
console.log(`Seed ${SEED}, on ${describeMachine()}\n\n${tables}\n\n${sequentialTables}`);
if (flags.write) {
  await writeFigure('docs/figures/discriminate.svg', figureOf(rows));
  await writeSection('docs/analysis.md', 'bench:discriminate', tables);
  await writeSection('docs/analysis.md', 'bench:sequential', sequentialTables);
}

function rowsOf(of: readonly SampleSet[], rules: readonly Rule[]): Row[] {
  return of.flatMap((set) => rules.flatMap((rule) => EFFECTS.map((effect) => count(set, rule, effect))));
}

function tablesOf(of: readonly SampleSet[], all: readonly Row[], rules: readonly Rule[]): string {
  const own = (name: string): Row[] => all.filter(({ set }) => set === name);
  return of.map(({ name }) => tableOf(name, own(name), rules)).join('\n\n');
}

/** Share of comparisons with the wrong answer: no difference against twice the tolerance of 5 %. */
function figureOf(all: readonly Row[]): Plot.PlotOptions {
  const share = (rule: string, percent: number, pick: (row: Row) => number): number => {
    const chosen = all.filter((row) => row.rule === rule && row.percent === percent);
    return (
      chosen.reduce((sum, row) => sum + pick(row), 0) / chosen.reduce((sum, row) => sum + row.comparisons, 0)
    );
  };
  const points = RULES.map(({ name }) => ({
    name,
    alarms: 100 * share(name, 0, ({ worse, better }) => worse + better),
    missed: 100 * (1 - share(name, 10, ({ worse }) => worse)),
    ours: name.startsWith('efficiency-gate'),
  }));
  return {
    width: 860,
    height: 460,
    marginRight: 250,
    marginLeft: 55,
    grid: true,
    x: { label: 'false alarms: a model against itself, % of comparisons →', domain: [-2, 100] },
    y: { label: '↑ missed: a planted slowdown of 10 %, % of comparisons', domain: [-4, 104] },
    marks: [
      Plot.dot(points, {
        x: 'alarms',
        y: 'missed',
        r: 6,
        fill: (point: { ours: boolean }) => (point.ours ? '#0a7d38' : '#555'),
      }),
      Plot.text(points, { x: 'alarms', y: 'missed', text: 'name', textAnchor: 'start', dx: 10 }),
    ],
  };
}
