/**
 * What measuring costs beside the inferences that it is for: the share of its time that is spent inside inference, and
 * what the harness adds to a run, seen on a model that does nothing.
 * Usage: npm run bench:overhead -- [--budget auto] [--write]; --write puts the table into docs/analysis.md.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { median } from 'simple-statistics';
import { mobileNetV2, resNet18, seeded, squeezeNet } from '../../examples/zoo/index.js';
import { silentLogger } from '../../src/logger.js';
import { readDisturbance } from '../../src/measure/disturbance.js';
import { EMPTY_FEEDS, EMPTY_MODEL } from '../../src/measure/empty-model.js';
import { createExecutor } from '../../src/measure/executor.js';
import type { FeedSpec } from '../../src/measure/feed.js';
import { measureModels } from '../../src/measure/measure-models.js';
import { type Measurement, ROLES } from '../../src/measure/measurement.js';
import { timeBlock } from '../../src/measure/run-timing.js';
import { describeMachine } from '../machine.js';
import { writeSection } from '../write-section.js';

const { values: flags } = parseArgs({
  options: { budget: { type: 'string', default: 'auto' }, write: { type: 'boolean', default: false } },
});
const SEED = 1;
const IMAGE: FeedSpec[] = [
  { name: 'image', type: 'float32', shape: [1, 3, 224, 224], fill: { kind: 'normal' } },
];
const MODELS: readonly (readonly [name: string, model: Uint8Array, feeds: readonly FeedSpec[]])[] = [
  ['a model that does nothing', EMPTY_MODEL, EMPTY_FEEDS],
  ['SqueezeNet 1.1, 224', squeezeNet({ image: 224, weights: seeded(SEED) }), IMAGE],
  ['MobileNetV2, 224', mobileNetV2({ image: 224, weights: seeded(SEED) }), IMAGE],
  ['ResNet-18, 224', resNet18({ image: 224, weights: seeded(SEED) }), IMAGE],
];

const folder = await mkdtemp(path.join(tmpdir(), 'efficiency-gate-overhead-'));
const executor = createExecutor({
  workerFile: path.resolve('dist/worker.js'),
  runtimeModules: path.resolve('node_modules'),
  node: process.execPath,
  env: process.env,
  temporaryFolder: folder,
});

async function measure(model: Uint8Array, feeds: readonly FeedSpec[]): Promise<Measurement> {
  const modelPath = path.join(folder, 'model.onnx');
  await writeFile(modelPath, model);
  const side = { label: 'model.onnx', modelPath, feeds };
  const { measurement } = await measureModels(
    {
      base: side,
      head: side,
      session: { provider: 'cpu', threads: 1 },
      seed: SEED,
      subject: '',
      budget: flags.budget === 'auto' ? 'auto' : Number(flags.budget),
      batch: 1,
      minimumRounds: 11,
    },
    {
      executor,
      logger: silentLogger,
      readDisturbance,
      signal: new AbortController().signal,
      clock: () => performance.now(),
      folder,
    },
  );
  return measurement;
}

/** Seconds inside inference: in timed blocks, and in first runs and warming up. */
function insideS({ rounds }: Measurement): { readonly blocks: number; readonly before: number } {
  const processes = rounds.flatMap((round) => ROLES.map((role) => round[role]));
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0) / 1000;
  return {
    blocks: sum(processes.flatMap(({ blocks }) => blocks.flatMap(({ runsMs }) => runsMs))),
    before: sum(processes.map(({ firstMs, warmUp }) => firstMs + warmUp.elapsedMs)),
  };
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

try {
  const lines: string[] = [];
  for (const [name, model, feeds] of MODELS) {
    const measurement = await measure(model, feeds);
    const { rounds, blocksPerRound, elapsedS } = measurement;
    const { blocks, before } = insideS(measurement);
    const run = median(rounds.flatMap(({ base }) => base.blocks.map(({ runsMs }) => median([...runsMs]))));
    const cells = [
      name,
      `${run < 1 ? run.toFixed(3) : run.toFixed(1)} ms`,
      `${rounds.length} x ${blocksPerRound}`,
      `${elapsedS.toFixed(0)} s`,
      percent((blocks + before) / elapsedS),
      percent(blocks / elapsedS),
    ];
    lines.push(`| ${cells.join(' | ')} |`);
    console.error(lines.at(-1));
  }
  const nothing = await timeBlock(() => Promise.resolve(), 100);
  const table = [
    '| model | median run | rounds x blocks | measuring | inside inference | in timed blocks alone |',
    '| :-- | --: | --: | --: | --: | --: |',
    ...lines,
    '',
    `Timing a run that is nothing at all reads ${(1000 * median(nothing.runsMs)).toFixed(1)} microseconds: what the harness adds to every run.`,
  ].join('\n');
  console.log(`Seed ${SEED}, budget ${flags.budget}, on ${describeMachine()}\n\n${table}`);
  if (flags.write) await writeSection('docs/analysis.md', 'bench:overhead', table);
} finally {
  await executor.close();
  await rm(folder, { recursive: true, force: true });
}
