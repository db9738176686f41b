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
/** Head over base. A gain is planted too: it is not to be called a loss, nor a loss a gain. */
const EFFECTS = [1 / 1.1, 1, 1.03, 1.05, 1.1, 1.2] as const;

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
    const wrongWay =
      (of(rule, -9)?.worse ?? 0) +
      [3, 5, 10, 20].reduce((sum, percent) => sum + (of(rule, percent)?.better ?? 0), 0);
    return `| ${rule} | ${(alarms?.worse ?? 0) + (alarms?.better ?? 0)} | ${wrongWay} | ${found.join(' | ')} |`;
  });
  return [
    `**${name}**, ${comparisons} comparisons:`,
    '',
    '| rule | false alarms | wrong way | found +3 % | +5 % | +10 % | +20 % |',
    '| :-- | --: | --: | --: | --: | --: | --: |',
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
const sequentialRows = rowsOf(sequential, OF_SAMPLES);
const sequentialTables = tablesOf(sequential, sequentialRows, OF_SAMPLES);
console.log(`Seed ${SEED}, on ${describeMachine()}\n\n${tables}\n\n${sequentialTables}`);
if (flags.write) {
  await writeFigure(
    'docs/figures/discriminate.svg',
    figureOf({
      'rounds of fresh processes': rows,
      'base first, then head, one pair of processes': sequentialRows.filter(({ set }) =>
        set.includes('first'),
      ),
    }),
  );
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

/** For each rule, how often it errs: where there is no difference, and where there is twice the tolerance of 5 %. */
function figureOf(panels: Readonly<Record<string, readonly Row[]>>): Plot.PlotOptions {
  const shareOf = (chosen: readonly Row[], pick: (row: Row) => number): number =>
    (100 * chosen.reduce((sum, row) => sum + pick(row), 0)) /
    chosen.reduce((sum, row) => sum + row.comparisons, 0);
  const points = Object.entries(panels).flatMap(([panel, all]) =>
    RULES.flatMap(({ name }) => {
      const own = (percent: number): Row[] =>
        all.filter((row) => row.rule === name && row.percent === percent);
      if (own(0).length === 0) return [];
      return [
        { panel, name, error: 'false alarm', share: shareOf(own(0), ({ worse, better }) => worse + better) },
        { panel, name, error: 'missed', share: shareOf(own(10), (row) => row.comparisons - row.worse) },
      ];
    }),
  );
  const colour = ({ error }: { error: string }): string => (error === 'missed' ? '#4a6fa5' : '#c0392b');
  return {
    width: 900,
    height: 380,
    marginLeft: 290,
    marginTop: 40,
    marginBottom: 40,
    grid: true,
    fx: { label: null, domain: Object.keys(panels) },
    x: { label: '% of comparisons →', domain: [0, 100] },
    y: { label: null, domain: RULES.map(({ name }) => name) },
    marks: [
      Plot.ruleY(points, { y: 'name', fx: 'panel', stroke: '#eee' }),
      Plot.dot(points, {
        x: 'share',
        y: 'name',
        fx: 'panel',
        r: 5,
        fill: colour,
        symbol: ({ error }: { error: string }) => (error === 'missed' ? 'circle' : 'triangle'),
      }),
    ],
  };
}
