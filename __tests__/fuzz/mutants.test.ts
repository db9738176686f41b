import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromBinary } from '@bufbuild/protobuf';
import { limitedNode } from '../../bench/fuzz/limited-node.js';
import { mutants } from '../../bench/fuzz/mutant.js';
import { OUTSIDE, specimens } from '../../bench/fuzz/specimens.js';
import { supervise, type Findings } from '../../bench/fuzz/supervise.js';
import { inspectAndRun } from '../../bench/fuzz/trial.js';
import { parseTree, writeTree } from '../../bench/fuzz/wire-tree.js';
import { createExecutor } from '../../src/measure/executor.js';
import { ModelProtoSchema } from '../../src/onnx/generated/onnx_pb.js';
import { bundle, bundleWorker, RUNTIME_MODULES } from '../fixtures/worker-bundle.js';

/** Of the process that reads: Node with a heap of its own takes a tenth of a gigabyte, and the heap is bounded too. */
const MOST_BYTES = 2 ** 30;

const SEED = 1;

const folder = mkdtempSync(path.join(os.tmpdir(), 'fuzz-test-'));
let shard: string;
let worker: { workerFile: string; runtimeModules: string; node: string };

beforeAll(async () => {
  shard = await bundle('bench/fuzz/shard.ts', path.join(folder, 'shard'));
  const workerFile = await bundleWorker(path.join(folder, 'worker'));
  worker = { workerFile, runtimeModules: RUNTIME_MODULES, node: limitedNode(folder) };
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function fuzzed(stage: 'reader' | 'worker', count: number): Promise<Findings> {
  const request = { seed: SEED, first: 0, count, folder, worker: stage === 'worker' ? worker : null };
  return supervise(request, shard);
}

const total = ({ endings }: Findings): number =>
  Object.values(endings).reduce((sum, count) => sum + count, 0);

describe('a mutant of a model', () => {
  it('ends counted or with an error of the closed set, 5,000 times, in little memory', async () => {
    const findings = await fuzzed('reader', 5000);
    expect(findings.faults).toEqual([]);
    expect(total(findings)).toBe(5000);
    expect(findings.peakRssBytes).toBeLessThan(MOST_BYTES);
    // Most must get past the decoder, or the fuzzer tries nothing but the decoder.
    expect(findings.endings.ok).toBeGreaterThan(2000);
  }, 300_000);

  it('ends measured or with an error that concerns it alone, 2,000 times, in real workers', async () => {
    const findings = await fuzzed('worker', 2000);
    expect(findings.faults).toEqual([]);
    expect(total(findings)).toBe(2000);
    expect(findings.peakRssBytes).toBeLessThan(MOST_BYTES);
    expect(findings.endings.ok).toBeGreaterThan(300);
  }, 300_000);
});

describe('the fuzzer', () => {
  it.each(Object.entries(specimens()))('begins from %s, which ends well', async (_, bytes) => {
    const own = mkdtempSync(path.join(folder, 'specimen-'));
    const file = path.join(own, 'model.onnx');
    writeFileSync(file, bytes);
    writeFileSync(path.join(own, OUTSIDE.name), OUTSIDE.bytes);
    const executor = createExecutor({ ...worker, env: process.env, temporaryFolder: own });
    await expect(inspectAndRun(file, executor, own)).resolves.toBeUndefined();
  });

  it.each(Object.entries(specimens()))('writes %s back as it was', (_, bytes) => {
    const again = writeTree(parseTree(ModelProtoSchema, bytes));
    expect(fromBinary(ModelProtoSchema, again)).toEqual(fromBinary(ModelProtoSchema, bytes));
  });

  it('makes the same mutant of the same seed, and another of another', () => {
    const [one, same, other] = [mutants(3), mutants(3), mutants(4)];
    expect(same(17)).toEqual(one(17));
    expect(other(17)).not.toEqual(one(17));
  });

  it('notices what is uncaught, what ends the process and what hangs', async () => {
    const told = path.join(import.meta.dirname, '..', 'fixtures', 'shard-misbehaving.mjs');
    const request = { seed: SEED, first: 0, count: 4, folder, worker: null };
    const { endings, faults } = await supervise(request, told, { jobs: 1, silenceMs: 2000 });
    expect(endings).toEqual({ ok: 1 });
    expect(faults).toEqual([
      { index: 1, fault: 'TypeError: nobody thought of this' },
      { index: 2, fault: expect.stringContaining('exit 7') },
      { index: 3, fault: expect.stringContaining('hung') },
    ]);
  });
});
