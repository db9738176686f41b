/** Every hostile model ends as it should, within its limits, and takes nobody with it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { digestModel } from '../../src/digest.js';
import { GateError } from '../../src/errors.js';
import { inspectModel } from '../../src/inspect.js';
import { type Executor, withBounds } from '../../src/measure/executor.js';
import { modelContestant } from '../../src/measure/model-contestant.js';
import { memoryLimits } from '../../src/measure/sandbox/limits.js';
import { copyModel } from '../../src/private-copy.js';
import { bundleWorker, executorOf, isAlive, temporaryFolder } from '../fixtures/worker-bundle.js';
import { EXTERNAL, LINKED } from './external.js';
import { FILES } from './files.js';
import { GRAPHS } from './graphs.js';
import type { HostileModel } from './row.js';

const SECRET = 'canary-7f3a91';
const BOUNDS = { deadlineS: 2, memory: memoryLimits(400 * 2 ** 20, 'cpu') };
/** Far above what any takes: a deadline for each of three workers. */
const SLOWEST_MS = 60_000;

let root: string;
let work: string;
let executor: Executor;
let pids: (number | undefined)[];
beforeAll(async () => {
  root = temporaryFolder();
  work = path.join(root, 'work');
  mkdirSync(work);
  const workerFile = await bundleWorker(root);
  const real = withBounds(executorOf({ workerFile, temporaryFolder: work }), BOUNDS);
  executor = {
    close: () => real.close(),
    launch: async (bounds) => {
      const worker = await real.launch(bounds);
      pids.push(worker.pid);
      return worker;
    },
  };
});
afterAll(async () => {
  await executor.close();
  rmSync(root, { recursive: true });
});

interface Ended {
  readonly end: string;
  readonly said: string;
}

/** Through every stage that a model passes until it can be timed. */
async function examine(file: string): Promise<Ended> {
  const own = mkdtempSync(path.join(work, 'inspect-'));
  const label = 'head.onnx';
  const session = { provider: 'cpu', threads: 1 };
  try {
    await digestModel(file, label);
    const { feeds, nodes, profile } = await inspectModel(
      {
        file,
        label,
        settings: { dims: {}, inputs: {} },
        inputFolder: own,
        session,
        seed: 1,
        weights: 'read',
      },
      executor,
      own,
    );
    const subject = { modelPath: file, session, feeds: feeds.feeds, seed: 1 };
    const ready = await modelContestant(executor, label, subject).launch();
    await ready.block();
    await ready.close();
    return { end: 'ok', said: JSON.stringify([profile, nodes().slice(0, 100)]) };
  } catch (thrown) {
    // Anything else is a defect of ours.
    if (!(thrown instanceof GateError)) throw thrown;
    return { end: thrown.kind, said: `${thrown.message} ${thrown.next}` };
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

/** @param judge What is done with the model. */
async function endOf(
  hostile: HostileModel,
  judge: (file: string, folder: string) => Promise<Ended>,
): Promise<void> {
  pids = [];
  const place = mkdtempSync(path.join(root, 'place-'));
  const folder = path.join(place, 'models');
  const canary = path.join(place, 'canary');
  mkdirSync(folder);
  writeFileSync(canary, SECRET);
  const { end, said } = await judge(hostile.make(folder, canary), folder);
  expect({ end, said }).toEqual({ end: expect.any(String), said: expect.stringMatching(hostile.says) });
  expect([hostile.ends].flat()).toContain(end);
  expect(said).not.toContain(SECRET);
  expect(said.length).toBeLessThan(end === 'ok' ? 1e6 : 2000);
  expect(end === 'ok' ? '' : said).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(pids.filter(isAlive)).toEqual([]);
  expect(readdirSync(work)).toEqual([]);
  expect(readFileSync(canary, 'utf8')).toBe(SECRET);
  rmSync(place, { recursive: true });
}

const named = (models: readonly HostileModel[]): [string, HostileModel][] =>
  models.map((hostile) => [`${hostile.name}: ${[hostile.ends].flat().join(' or ')}`, hostile]);

describe('a file in place of a model', () => {
  it.each(named(FILES))('%s', (_name, hostile) => endOf(hostile, examine), SLOWEST_MS);
});

describe('external data', () => {
  it.each(named(EXTERNAL))('%s', (_name, hostile) => endOf(hostile, examine), SLOWEST_MS);
});

describe('a model of a pull request, which is copied first', () => {
  it.each(named(LINKED))('%s', (_name, hostile) =>
    endOf(hostile, async (file, folder) => {
      const own = mkdtempSync(path.join(root, 'copy-'));
      try {
        return await examine(await copyModel(folder, path.relative(folder, file), own));
      } catch (thrown) {
        if (!(thrown instanceof GateError)) throw thrown;
        return { end: thrown.kind, said: `${thrown.message} ${thrown.next}` };
      } finally {
        expect(
          readdirSync(own)
            .map((name) => readFileSync(path.join(own, name), 'utf8'))
            .join(),
        ).not.toContain(SECRET);
        rmSync(own, { recursive: true });
      }
    }),
  );
});

describe('a graph', () => {
  it.each(named(GRAPHS))('%s', (_name, hostile) => endOf(hostile, examine), SLOWEST_MS);
});

it('the corpus has more than a hundred models, each with a name of its own', () => {
  const all = [...FILES, ...EXTERNAL, ...LINKED, ...GRAPHS].map(({ name }) => name);
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(100);
});
