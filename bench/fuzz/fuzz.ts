/**
 * Feeds the reader and the worker spoilt models by the thousand.
 * Usage: npm run fuzz -- [--reader N] [--worker N] [--seed S] [--from INDEX] [--jobs N] [--keep FOLDER]
 * Ends with 1 when anything was uncaught; the mutants that did it are written to the folder that --keep names.
 */
import { build } from 'esbuild';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { limitedNode } from './limited-node.js';
import { mutants } from './mutant.js';
import { supervise, type Findings } from './supervise.js';

type Stage = 'reader' | 'worker';

const option = (preset: string): { type: 'string'; default: string } => ({ type: 'string', default: preset });
const { values } = parseArgs({
  options: {
    reader: option('5000'),
    worker: option('2000'),
    seed: option('1'),
    from: option('0'),
    jobs: option('2'),
    keep: { type: 'string' },
  },
});

const folder = mkdtempSync(path.join(tmpdir(), 'fuzz-'));

async function bundled(entry: string): Promise<string> {
  const outdir = path.join(folder, path.basename(entry, '.ts'));
  await build({
    entryPoints: [entry],
    outdir,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outExtension: { '.js': '.mjs' },
    external: ['onnxruntime-node'],
    logLevel: 'error',
  });
  return path.join(outdir, `${path.basename(entry, '.ts')}.mjs`);
}

async function fuzz(stage: Stage, count: number): Promise<boolean> {
  if (count === 0) return true;
  const seed = Number(values.seed);
  const worker = {
    workerFile: await bundled('src/measure/worker.ts'),
    runtimeModules: path.resolve('node_modules'),
    node: limitedNode(folder),
  };
  const startMs = performance.now();
  const request = { seed, first: Number(values.from), count, folder };
  const findings = await supervise(
    { ...request, worker: stage === 'worker' ? worker : null },
    await bundled('bench/fuzz/shard.ts'),
    { jobs: Number(values.jobs) },
  );
  tell(stage, count, (performance.now() - startMs) / 1000, findings);
  if (values.keep !== undefined) keep(findings, values.keep, stage, mutants(seed));
  return findings.faults.length === 0;
}

function tell(
  stage: Stage,
  count: number,
  seconds: number,
  { endings, faults, slowest, peakRssBytes }: Findings,
): void {
  const each = Object.entries(endings).map(([ending, times]) => `${ending} ${times}`);
  console.log(
    `${stage}: ${count} mutants in ${seconds.toFixed(0)} s: ${each.join(', ')}; uncaught ${faults.length}`,
  );
  console.log(
    `  slowest: ${slowest.tookMs.toFixed(0)} ms (mutant ${slowest.index}); memory ${(peakRssBytes / 2 ** 20).toFixed(0)} MiB`,
  );
  for (const { index, fault } of distinct(faults)) console.log(`  mutant ${index}: ${fault}`);
}

const SHOWN_LINES = 4;

/** One of each: what begins alike is the same fault. */
function distinct(faults: Findings['faults']): Findings['faults'] {
  const shown = faults.map(({ index, fault }) => ({
    index,
    fault: fault.split('\n').slice(0, SHOWN_LINES).join('\n'),
  }));
  return [...new Map(shown.map((one) => [one.fault, one])).values()];
}

function keep({ faults }: Findings, where: string, stage: Stage, make: (index: number) => Uint8Array): void {
  mkdirSync(where, { recursive: true });
  for (const { index } of faults) writeFileSync(path.join(where, `${stage}-${index}.onnx`), make(index));
}

try {
  const sound = [await fuzz('reader', Number(values.reader)), await fuzz('worker', Number(values.worker))];
  process.exitCode = sound.every(Boolean) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
