/** Runs that are killed at any moment: what was finished is there, and nothing else is left. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { CONFIG_PATH } from '../src/config.js';
import { sfc32 } from '../src/measure/random.js';
import { parseReport } from '../src/report.js';
import { killAfter, readText, scratchFolders, type Killed } from './fixtures/killed-run.js';
import { matrixProduct } from './fixtures/matrix-product.js';
import { installProgram, type Program } from './fixtures/program.js';
import { Repository, removeTemporaryFolders, temporaryFolder } from './revisions/repository.js';

/** More of them by hand: KILLS=50. */
const KILLS = Number(process.env.KILLS ?? '10');
const SEED = 6;

const CONFIG = `
alpha: 0.5
budget: 1
env: [NODE]
benchmarks: [{ name: train, command: '"$NODE" harness.mjs 2' }]
`;

let program: Program;
let repository: Repository;
let env: Record<string, string> & { TMPDIR: string };
let out: string;
beforeAll(async () => {
  const home = temporaryFolder();
  program = await installProgram(path.join(home, 'installed'));
  repository = Repository.create(path.join(home, 'repository'));
  const harness = readFileSync(path.join(import.meta.dirname, 'fixtures', 'harness.mjs'), 'utf8');
  const models = (size: number): Record<string, Uint8Array> =>
    Object.fromEntries(['a', 'b', 'c'].map((name) => [`${name}.onnx`, matrixProduct(size)]));
  repository.commit({ [CONFIG_PATH]: CONFIG, 'harness.mjs': harness, ...models(16) });
  repository.run('switch', '--quiet', '--create', 'change');
  repository.commit(models(32));
  const TMPDIR = path.join(home, 'temporary');
  mkdirSync(TMPDIR);
  env = { PATH: process.env.PATH ?? '', HOME: home, TMPDIR, NODE: process.execPath };
  out = path.join(home, 'out');
});
afterAll(removeTemporaryFolders);

const ARGUMENTS = ['pr', '--base', 'main'];

/** Names of models that had their turn; null when there is no report. */
function finishedIn(folder: string): string[] | null {
  const text = readText(folder, 'report.json');
  if (text === null) return null;
  const { models, gate, warnings } = parseReport(text, 'report.json');
  const left = models.filter(
    ({ problem }) => problem?.message.startsWith('It was still to be measured') === true,
  );
  if (left.length > 0) {
    expect(gate.conclusion).not.toBe('passed');
    for (const { name } of left) expect(warnings[0]).toContain(name);
  }
  return models.filter((model) => !left.includes(model)).map(({ name }) => name);
}

it('leaves no process and a readable report of what was finished, and the next run is clean', async () => {
  const begun = performance.now();
  const whole = await program.run([...ARGUMENTS, '--out', out], repository.folder, env);
  const tookMs = performance.now() - begun;
  expect({ status: whole.status, said: whole.stderr }).toEqual({ status: 1, said: expect.any(String) });
  expect(finishedIn(out)).toEqual(['a.onnx', 'b.onnx', 'c.onnx', 'train']);

  const random = sfc32(SEED);
  const killed: (Killed & { finished: number | null })[] = [];
  // A run may end before its moment comes, on a machine that has become faster.
  for (let tries = 0; killed.length < KILLS && tries < 3 * KILLS; tries += 1) {
    rmSync(out, { recursive: true, force: true });
    const args = [program.file, ...ARGUMENTS, '--out', out];
    const one = await killAfter(random() * tookMs, args, repository.folder, env);
    const finished = finishedIn(out)?.length ?? null;
    if (!one.ended) killed.push({ ...one, finished });
  }
  expect(killed).toHaveLength(KILLS);
  expect(killed.map(({ orphans }) => orphans)).toEqual(killed.map(() => 0));
  // The moments must fall into the run, before and after something was finished.
  expect(killed.some(({ alive }) => alive > 1)).toBe(true);
  expect(new Set(killed.map(({ finished }) => finished)).size).toBeGreaterThan(2);
  if (process.env.KILLS !== undefined) console.log(JSON.stringify(killed));

  const next = await program.run([...ARGUMENTS, '--out', out], repository.folder, env);
  expect(next.status).toBe(1);
  expect(finishedIn(out)).toHaveLength(4);
  expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
  expect(scratchFolders(env.TMPDIR)).toEqual([]);
}, 1_800_000);
