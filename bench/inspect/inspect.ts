/**
 * Time and memory of `inspect` against the bytes of weights and the number of nodes.
 * Usage: npm run bench:inspect [-- --write]   With --write, into docs/analysis.md and docs/figures.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as Plot from '@observablehq/plot';
import { markdownTable } from 'markdown-table';
import { formatQuantity } from '../../src/quantity.js';
import { writeFigure } from '../figure.js';
import { describeMachine } from '../machine.js';
import { writeSection } from '../write-section.js';
import { writeExternal, writeInline, writeNodes } from './models.js';
import { type Cost, costOf } from './process-tree.js';

const REPEATS = 5;
/** Powers of ten, and 2 GiB less what the graph takes: the most that a protobuf may hold. */
const BYTES = [1e7, 1e8, 1e9, 2 ** 31 - 2 ** 16];
const NODES = [100, 1000, 10_000, 100_000];

interface Row extends Cost {
  readonly size: number;
}

async function measured(file: string, size: number): Promise<Row> {
  const runs: Cost[] = [];
  for (let run = 0; run < REPEATS; run++) {
    runs.push(await costOf(process.execPath, ['dist/cli.js', 'inspect', file]));
  }
  const median = (of: (cost: Cost) => number): number =>
    runs.map(of).sort((a, b) => a - b)[REPEATS >> 1] ?? NaN;
  return { size, seconds: median(({ seconds }) => seconds), peakBytes: median(({ peakBytes }) => peakBytes) };
}

async function swept(
  sizes: readonly number[],
  write: (folder: string, size: number) => string,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of sizes) {
    const folder = mkdtempSync(path.join(tmpdir(), 'bench-inspect-'));
    try {
      rows.push(await measured(write(folder, size), size));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  return rows;
}

function tableOf(heading: string, rows: readonly Row[], size: (row: Row) => string): string {
  const body = rows.map((row) => [
    size(row),
    `${row.seconds.toFixed(2)} s`,
    formatQuantity(row.peakBytes, 'bytes'),
  ]);
  return markdownTable([[heading, 'time', 'memory'], ...body], { align: ['r', 'r', 'r'] });
}

/** Seconds and gigabytes, which are of one size here, on axes of powers of ten. */
function figureOf(x: string, panels: Readonly<Record<string, readonly Row[]>>): Plot.PlotOptions {
  const points = Object.entries(panels).flatMap(([panel, rows]) =>
    rows.flatMap(({ size, seconds, peakBytes }) => [
      { panel, size, cost: 'seconds', amount: seconds },
      { panel, size, cost: 'GB', amount: peakBytes / 1e9 },
    ]),
  );
  const names = Object.keys(panels);
  const largest = Math.max(...points.map(({ size }) => size));
  const channels = { x: 'size', y: 'amount', fx: 'panel' };
  // Okabe and Ito (2008): told apart by colour-blind readers.
  const colour = ({ cost }: { cost: string }): string => (cost === 'seconds' ? '#0072B2' : '#D55E00');
  return {
    width: 120 + 330 * names.length,
    height: 300,
    marginRight: 60,
    marginBottom: 40,
    grid: true,
    fx: { label: null, domain: names },
    x: { type: 'log', label: `${x} →`, tickFormat: '~s' },
    y: { type: 'log', label: '↑ seconds, GB of memory', domain: [0.1, 10], tickFormat: '~g' },
    marks: [
      Plot.line(points, { ...channels, z: 'cost', stroke: colour, strokeWidth: 2 }),
      Plot.dot(points, { ...channels, fill: colour, r: 3 }),
      Plot.text(
        points.filter(({ size }) => size === largest),
        { ...channels, text: 'cost', fill: colour, textAnchor: 'start', dx: 6 },
      ),
    ],
  };
}

const { values: flags } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const external = await swept(BYTES, writeExternal);
const inline = await swept(BYTES, writeInline);
const nodes = await swept(NODES, writeNodes);
const size = (row: Row): string => formatQuantity(row.size, 'bytes');
const tables = [
  tableOf('weights, external', external, size),
  tableOf('weights, in the protobuf', inline, size),
  tableOf('nodes', nodes, (row) => row.size.toLocaleString('en-US')),
  `Median of ${REPEATS} runs on ${describeMachine()}. There are no random weights, so no seed.`,
].join('\n\n');
console.log(tables);
if (flags.write) {
  await writeSection('docs/analysis.md', 'bench:inspect', tables);
  const weights = { 'weights in external data': external, 'weights in the protobuf': inline };
  await writeFigure('docs/figures/inspect-weights.svg', figureOf('bytes of weights', weights));
  await writeFigure('docs/figures/inspect-nodes.svg', figureOf('nodes', { nodes }));
}
