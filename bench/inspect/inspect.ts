/**
 * Time and memory of `inspect` against the bytes of weights and the number of nodes.
 * Usage: npm run bench:inspect   Writes docs/inspect.svg and prints the tables of docs/analysis.md.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { markdownTable } from 'markdown-table';
import { formatQuantity } from '../../src/quantity.js';
import { logPlots } from '../plot/log-plot.js';
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

const external = await swept(BYTES, writeExternal);
const inline = await swept(BYTES, writeInline);
const nodes = await swept(NODES, writeNodes);

const points = (rows: readonly Row[], of: (row: Row) => number) =>
  rows.map((row) => [row.size, of(row)] as const);
const seconds = (row: Row): number => row.seconds;
const megabytes = (row: Row): number => row.peakBytes / 1e6;
const weights = (of: (row: Row) => number) => [
  { name: 'external data', points: points(external, of) },
  { name: 'in the protobuf', points: points(inline, of) },
];
writeFileSync(
  'docs/inspect.svg',
  logPlots([
    { title: 'time against weights', x: 'bytes of weights', y: 'seconds', series: weights(seconds) },
    { title: 'memory against weights', x: 'bytes of weights', y: 'MB', series: weights(megabytes) },
    {
      title: 'time and memory against nodes',
      x: 'nodes',
      y: 'seconds, GB',
      series: [
        { name: 'seconds', points: points(nodes, seconds) },
        { name: 'GB', points: points(nodes, (row) => row.peakBytes / 1e9) },
      ],
    },
  ]),
);
console.log(
  `${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}, ${process.platform}`,
);
console.log(`Median of ${REPEATS} runs; models without random weights, so no seed.\n`);
const size = (row: Row): string => formatQuantity(row.size, 'bytes');
console.log(`${tableOf('weights, external', external, size)}\n`);
console.log(`${tableOf('weights, in the protobuf', inline, size)}\n`);
console.log(tableOf('nodes', nodes, (row) => row.size.toLocaleString('en-US')));
