/**
 * How well cost indicators agree among the models of a table: rank correlations, and how often one contradicts another.
 * Usage: npm run evidence -- --table FILE.csv [--column HEADER=ID[@MACHINE]]... [--write]
 * --write puts tables and figure into docs/evidence.md and the rates where the comment takes them from.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { markdownTable } from 'markdown-table';
import * as prettier from 'prettier';
import { sampleRankCorrelation } from 'simple-statistics';
import { writeFigure } from '../../bench/figure.js';
import { writeSection } from '../../bench/write-section.js';
import { nounOf } from '../../src/quantity.js';
import type { ContradictionRates, Subject } from '../../src/render/contradiction-rates.js';
import { type Apart, contradiction } from './contradiction.js';
import { type Cell, figureOf, STYLE } from './figure.js';
import { type Column, type IndicatorTable, readIndicatorTable } from './indicator-table.js';
import { kendallTau } from './kendall.js';
import { machineName, SOURCE } from './source.js';

const ALL: Apart = { least: 1, most: Infinity };
const NEAR: Apart = { least: 1.05, most: 1.5 };
const RATES_FILE = 'src/render/image-model-rates.ts';

const { values: flags } = parseArgs({
  options: {
    table: { type: 'string' },
    column: { type: 'string', multiple: true, default: [] },
    write: { type: 'boolean', default: false },
  },
});
if (flags.table === undefined) throw new Error('Which table? --table FILE.csv');

const mapping = new Map(
  flags.column.map((flag) => {
    const [header = '', ...meaning] = flag.split('=');
    return [header, meaning.join('=')];
  }),
);
const table = readIndicatorTable(await readFile(flags.table, 'utf8'), mapping);
const report = reportOf(table);
console.log(report);
if (table.ignored.length > 0) console.error(`Not used: ${table.ignored.join(', ')}`);
if (flags.write) {
  await writeSection('docs/evidence.md', 'evidence', report);
  const names = table.columns.map(nameOf);
  const panels = ['pairs 1.05 to 1.5 times apart', 'all pairs'];
  const cells = [NEAR, ALL].flatMap((apart, at) => cellsOf(table, apart, panels[at] ?? ''));
  await writeFigure('docs/figures/contradictions.svg', figureOf(cells, names, panels), STYLE);
  await writeRates(ratesOf(table));
}

function nameOf({ indicator, machine }: Column): string {
  const noun = { latency_p50: 'latency', macs: 'MACs' }[indicator as string] ?? nounOf(indicator).noun;
  return machine === null ? noun : `${noun}, ${machineName(machine)}`;
}

function reportOf({ models, columns }: IndicatorTable): string {
  const matrix = (cell: (one: Column, other: Column) => string): string =>
    markdownTable(
      [
        ['', ...columns.map(nameOf)],
        ...columns.map((one) => [
          nameOf(one),
          ...columns.map((other) => (one === other ? '–' : cell(one, other))),
        ]),
      ],
      { align: ['l', ...columns.map(() => 'r')] },
    );
  const rates = (apart: Apart): string =>
    matrix((one, other) => {
      const { share } = contradiction(one, other, apart);
      return share === null ? 'no pairs' : `${(share * 100).toFixed(1)} %`;
    });
  return [
    `**Rank correlation** over ${models} models, those with both values: Spearman's rho / Kendall's tau-b, of costs (more throughput is less cost).`,
    matrix((one, other) => {
      const [x, y] = bothKnown(one, other);
      return `${sampleRankCorrelation(x, y).toFixed(2)} / ${kendallTau(x, y).toFixed(2)}`;
    }),
    '**Contradictions, near pairs**: of two models that are 1.05 to 1.5 times apart by the indicator of the row, how often the cheaper one is dearer by the indicator of the column.',
    rates(NEAR),
    '**Contradictions, all pairs** that the indicator of the row tells apart.',
    rates(ALL),
  ].join('\n\n');
}

function bothKnown(one: Column, other: Column): [number[], number[]] {
  const cost = ({ better }: Column, value: number): number => (better === 'lower' ? value : -value);
  const pairs = one.values.flatMap((value, at) => {
    const beside = other.values[at] ?? null;
    return value === null || beside === null ? [] : [[cost(one, value), cost(other, beside)] as const];
  });
  return [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
}

function cellsOf({ columns }: IndicatorTable, apart: Apart, panel: string): Cell[] {
  return columns.flatMap((one) =>
    columns.map((other) => ({
      panel,
      cheaper: nameOf(one),
      dearer: nameOf(other),
      share: one === other ? null : contradiction(one, other, apart).share,
    })),
  );
}

function ratesOf({ models, columns }: IndicatorTable): ContradictionRates {
  const subject = ({ indicator, machine }: Column): Subject => ({
    indicator,
    machine: machine === null ? null : machineName(machine),
  });
  const rates = columns.flatMap((one) =>
    columns.flatMap((other) => {
      const { share, pairs } = contradiction(one, other, NEAR);
      if (one === other || share === null) return [];
      return [{ cheaper: subject(one), dearer: subject(other), share: Number(share.toFixed(4)), pairs }];
    }),
  );
  return { models, apart: NEAR, source: SOURCE, rates };
}

async function writeRates(rates: ContradictionRates): Promise<void> {
  const text = [
    '/** Written by `npm run evidence -- --table FILE.csv --write` (docs/evidence.md); not to be edited. */',
    "import type { ContradictionRates } from './contradiction-rates.js';",
    '',
    `export const IMAGE_MODEL_RATES: ContradictionRates = ${JSON.stringify(rates)};`,
  ].join('\n');
  const options = (await prettier.resolveConfig(RATES_FILE)) ?? {};
  await writeFile(RATES_FILE, await prettier.format(text, { ...options, parser: 'typescript' }));
}
