/**
 * Models against others of the same graph, measured and judged as a user would: nothing differs but the weights, so a
 * verdict of `regressed` or `improved` on a measured indicator is a false alarm. Every other run shares the machine
 * with a process that keeps one core busy at random times.
 * Usage: npm run bench:live -- [--runs 100] [--budget 30] [--out FOLDER] [--seed 1]; reports are kept in FOLDER.
 */
import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { lstm, mobileNetV2, seeded, squeezeNet, type WeightSource } from '../examples/zoo/index.js';
import { VERDICTS, type Verdict } from '../src/judge/judgement.js';
import { parseReport } from '../src/report.js';
import { describeMachine } from './machine.js';

const { values: flags } = parseArgs({
  options: {
    runs: { type: 'string', default: '100' },
    budget: { type: 'string', default: '30' },
    out: { type: 'string', default: '.build/live' },
    seed: { type: 'string', default: '1' },
    cli: { type: 'string', default: 'dist/cli.js' },
  },
});

const MODELS: Readonly<Record<string, (weights: WeightSource) => Uint8Array>> = {
  'squeezenet-128': (weights) => squeezeNet({ image: 128, weights }),
  'squeezenet-224': (weights) => squeezeNet({ image: 224, weights }),
  'mobilenet-v2-224': (weights) => mobileNetV2({ image: 224, weights }),
  lstm: (weights) => lstm({ weights, steps: 50 }),
};

/** Keeps a core busy and idle for random stretches of up to two seconds, until it is ended. */
const BUSY = `for (;;) {
  const until = Date.now() + 2000 * Math.random();
  while (Date.now() < until);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2000 * Math.random());
}`;

const folder = path.resolve(flags.out);
await mkdir(folder, { recursive: true });
const names = Object.keys(MODELS);
for (const name of names) {
  for (const side of [1, 2])
    await writeFile(path.join(folder, `${name}-${side}.onnx`), MODELS[name]?.(seeded(side)) ?? '');
}

console.log(`${flags.runs} runs of ${flags.budget} s, seed ${flags.seed}, on ${describeMachine()}`);
const tallies = new Map<string, Record<Verdict, number>>();
const seconds: Record<string, number[]> = {};
for (let run = 0; run < Number(flags.runs); run++) {
  const name = names[Math.floor(run / 2) % names.length] ?? 'lstm';
  const crowd = run % 2 === 1 ? 'beside a busy process' : 'alone';
  const busy = run % 2 === 1 ? spawn(process.execPath, ['-e', BUSY], { stdio: 'ignore' }) : null;
  const out = path.join(folder, `run-${run}`);
  const startedAt = performance.now();
  try {
    await compare(name, run, out);
  } finally {
    busy?.kill('SIGKILL');
  }
  (seconds[crowd] ??= []).push((performance.now() - startedAt) / 1000);
  const [model] = parseReport(await readFile(path.join(out, 'report.json'), 'utf8'), out).models;
  const measured = (model?.comparisons ?? []).filter(({ kind }) => kind === 'measured');
  const verdicts = measured.map(({ indicator, verdict, effect }) => {
    const key = `${indicator}, ${crowd}`;
    const tally = tallies.get(key) ?? { improved: 0, equivalent: 0, regressed: 0, inconclusive: 0 };
    if (verdict !== null) tally[verdict] += 1;
    tallies.set(key, tally);
    return `${indicator} ${verdict ?? 'described'}${effect === null ? '' : ` ${effect.ratio.toFixed(3)}`}`;
  });
  console.log(`${run + 1} ${name} ${crowd}: ${verdicts.join(', ') || (model?.problem?.message ?? '')}`);
}

console.log(`\n| indicator | ${VERDICTS.join(' | ')} |\n| --- | ${VERDICTS.map(() => '---:').join(' | ')} |`);
for (const [key, tally] of [...tallies].sort(([one], [other]) => one.localeCompare(other)))
  console.log(`| ${key} | ${VERDICTS.map((verdict) => tally[verdict]).join(' | ')} |`);
for (const [crowd, times] of Object.entries(seconds))
  console.log(`${crowd}: ${(times.reduce((sum, time) => sum + time, 0) / times.length).toFixed(1)} s a run`);

function compare(name: string, run: number, out: string): Promise<void> {
  const sides = [1, 2].map((side) => path.join(folder, `${name}-${side}.onnx`));
  const seed = String(Number(flags.seed) * 1000 + run);
  const child = spawn(
    process.execPath,
    [path.resolve(flags.cli), 'compare', ...sides, '--budget', flags.budget, '--seed', seed, '--out', out],
    { stdio: 'ignore' },
  );
  return new Promise((resolve, reject) =>
    child.on('error', reject).on('close', () => {
      resolve();
    }),
  );
}
