/** Comparisons of a model with itself, from traces and from reports of live runs, in one form. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { median } from 'simple-statistics';
import type { Block } from '../../src/measure/measurement.js';
import { parseTrace, type TraceRound } from '../../src/replay.js';
import { parseReport } from '../../src/report.js';

export interface SampleSet {
  readonly name: string;
  readonly comparisons: readonly (readonly TraceRound[])[];
}

export async function readTrace(file: string): Promise<SampleSet> {
  const { comparisons } = parseTrace(await readFile(file, 'utf8'), file);
  return { name: path.basename(file, '.json'), comparisons };
}

/**
 * Samples of one pair of processes, base first and then head (`seq`), or by turns (`int`): each comparison becomes a
 * single round, from which our rule decides nothing.
 */
export async function readSequential(file: string): Promise<SampleSet[]> {
  type Comparisons = readonly (readonly [base: number[], head: number[]])[];
  const recorded = JSON.parse(await readFile(file, 'utf8')) as {
    readonly seq: Comparisons;
    readonly int: Comparisons;
  };
  const name = path.basename(file, '.json').replace('sequential-', '');
  const asRounds = (comparisons: Comparisons): SampleSet['comparisons'] =>
    comparisons.map(([base, head]) => [
      {
        headLaunchedFirst: false,
        pairs: paired(base, head),
      },
    ]);
  return [
    { name: `${name}, base first and then head`, comparisons: asRounds(recorded.seq) },
    { name: `${name}, by turns`, comparisons: asRounds(recorded.int) },
  ];
}

function paired(base: readonly number[], head: readonly number[]): [number, number][] {
  return base.map((time, index) => {
    const other = head[index];
    if (other === undefined)
      throw new RangeError(`${base.length} times of the base, ${head.length} of the head`);
    return [time, other];
  });
}

/** The reports below a folder, each a comparison of latencies. */
export async function readReports(folder: string): Promise<SampleSet> {
  const files = (await readdir(folder, { recursive: true })).filter(
    (file) => path.basename(file) === 'report.json',
  );
  const comparisons: TraceRound[][] = [];
  for (const file of files.sort()) {
    const { models } = parseReport(await readFile(path.join(folder, file), 'utf8'), file);
    for (const { measurement } of models) {
      if (measurement !== null && measurement.rounds.length > 0)
        comparisons.push(
          measurement.rounds.map(({ launchOrder, base, head }) => ({
            headLaunchedFirst: launchOrder.indexOf('head') < launchOrder.indexOf('base'),
            pairs: base.blocks.flatMap((block, index) => {
              const partner = head.blocks[index];
              return partner === undefined ? [] : [[typical(block), typical(partner)] as [number, number]];
            }),
          })),
        );
    }
  }
  return { name: 'live', comparisons };
}

const typical = ({ runsMs }: Block): number => median([...runsMs]);

/** The same comparison with the head's times multiplied. */
export function planted(rounds: readonly TraceRound[], factor: number): TraceRound[] {
  return rounds.map(({ headLaunchedFirst, pairs }) => ({
    headLaunchedFirst,
    pairs: pairs.map(([base, head]) => [base, factor * head] as [number, number]),
  }));
}
