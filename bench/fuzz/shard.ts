/**
 * Tries mutants one after another and tells of each before and after, a line of JSON each: whatever ends this process,
 * the last line says which mutant it was. Started by supervise.ts.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { createExecutor } from '../../src/measure/executor.js';
import { mutants } from './mutant.js';
import { sharedWorkers } from './shared-workers.js';
import { OUTSIDE } from './specimens.js';
import type { ShardRequest, Told } from './supervise.js';
import { countAlone, endingOf, inspectAndRun } from './trial.js';

/** Models that one worker process sees. */
const USES = 150;
const DEADLINE_S = 2;

const request = JSON.parse(process.argv[2] ?? '') as ShardRequest;
const { seed, first, count, folder } = request;
const own = mkdtempSync(path.join(folder, 'shard-'));
const file = path.join(own, 'mutant.onnx');
writeFileSync(path.join(own, OUTSIDE.name), OUTSIDE.bytes);

const tell = (told: Told): void => void writeSync(1, `${JSON.stringify(told)}\n`);

const { worker } = request;
const executor =
  worker === null
    ? null
    : sharedWorkers(
        createExecutor({ ...worker, env: process.env, temporaryFolder: own, deadlineS: DEADLINE_S }),
        USES,
      );

const make = mutants(seed);
for (let index = first; index < first + count; index += 1) {
  tell({ index });
  writeFileSync(file, make(index));
  const scratch = path.join(own, 'scratch');
  if (executor !== null) mkdirSync(scratch);
  const startMs = performance.now();
  try {
    const ending = await endingOf(() =>
      executor === null ? countAlone(file) : inspectAndRun(file, executor, scratch),
    );
    tell({ index, ending, tookMs: performance.now() - startMs });
  } catch (thrown) {
    const fault = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    tell({ index, fault, tookMs: performance.now() - startMs });
  }
  if (executor !== null) rmSync(scratch, { recursive: true });
}
await executor?.close();
tell({ peakRssBytes: process.resourceUsage().maxRSS * 1024 });
rmSync(own, { recursive: true });
