/** Good and hostile models in one run: the good one is measured as if it were alone. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { defaultConfig } from '../../src/config.js';
import { runGate } from '../../src/gate.js';
import { silentLogger } from '../../src/logger.js';
import { withBounds } from '../../src/measure/executor.js';
import type { Plan, PlannedModel } from '../../src/plan.js';
import { copyModel } from '../../src/private-copy.js';
import { gateReportSchema } from '../../src/report.js';
import { withServices } from '../../src/services.js';
import { matrixProduct } from '../fixtures/matrix-product.js';
import { bundleWorker, isAlive, RUNTIME_MODULES, temporaryFolder } from '../fixtures/worker-bundle.js';
import { EXTERNAL, LINKED } from './external.js';
import { FILES } from './files.js';
import { GRAPHS } from './graphs.js';

const SECRET = 'canary-51c0de';
const AMONG = [
  'a loop without end',
  '8.6 gigabytes of one constant',
  'two nodes that wait for each other',
  'an operator of a library that is not loaded',
  'data that is a hard link to a file outside',
  'data at an absolute path',
  'a link to a secret',
  'half a model',
];

let root: string;
beforeAll(() => {
  root = temporaryFolder();
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

function planned(name: string, head: string): PlannedModel {
  const base = path.join(root, 'base.onnx');
  const scenario = {
    name: null,
    settings: { dims: {}, inputs: {} },
    session: { provider: 'cpu', threads: 1 },
  };
  return {
    name,
    scenario,
    status: 'changed',
    base: { path: 'base.onnx', open: () => Promise.resolve(base) },
    head: {
      path: name,
      open: (folder) => copyModel(path.dirname(head), path.basename(head), folder),
    },
    warnings: [],
  };
}

function hostile(name: string): PlannedModel {
  const found = [...FILES, ...EXTERNAL, ...LINKED, ...GRAPHS].find((row) => row.name === name);
  if (found === undefined) throw new Error(`no row ${name}`);
  const place = mkdtempSync(path.join(root, 'place-'));
  mkdirSync(path.join(place, 'models'));
  const canary = path.join(place, 'canary');
  writeFileSync(canary, SECRET);
  return planned(name, found.make(path.join(place, 'models'), canary));
}

it('costs the good model nothing, and each of the others has its own failure in the report', async () => {
  writeFileSync(path.join(root, 'base.onnx'), matrixProduct(32));
  const good = path.join(mkdtempSync(path.join(root, 'good-')), 'good.onnx');
  writeFileSync(good, matrixProduct(64));
  const half = AMONG.length / 2;
  const models = [
    ...AMONG.slice(0, half).map(hostile),
    planned('good.onnx', good),
    ...AMONG.slice(half).map(hostile),
  ];
  const plan: Plan = {
    base: { label: 'main', sha: null },
    head: { label: 'hostile', sha: null },
    models,
    config: { ...defaultConfig(), budget: 40, workerMemory: 2 ** 30, alpha: 0.5 },
    inputFolder: root,
    warnings: [],
  };
  const pids: (number | undefined)[] = [];
  const workerFile = await bundleWorker(root);
  const before = readdirSync(root);
  const report = await withServices(
    {
      workerFile,
      runtimeModules: () => Promise.resolve(RUNTIME_MODULES),
      env: { ...process.env, GITHUB_TOKEN: SECRET },
      logger: silentLogger,
      signal: new AbortController().signal,
    },
    (services) => {
      const hasty = withBounds(services.executor, { deadlineS: 3 });
      const executor: typeof hasty = {
        close: () => hasty.close(),
        launch: async (bounds) => {
          const worker = await hasty.launch(bounds);
          pids.push(worker.pid);
          return worker;
        },
      };
      return runGate(plan, { ...services, executor });
    },
  );
  expect(gateReportSchema.parse(report)).toEqual(report);
  const ends = Object.fromEntries(
    report.models.map(({ name, status, problem }) => [name, problem?.kind ?? status]),
  );
  expect(ends).toEqual({
    // Its memory grows with every turn: which limit it meets first is the machine's to say.
    'a loop without end': expect.stringMatching(/^(time-out|out-of-memory)$/),
    '8.6 gigabytes of one constant': 'out-of-memory',
    'two nodes that wait for each other': 'model',
    'an operator of a library that is not loaded': 'model',
    'good.onnx': 'compared',
    'data that is a hard link to a file outside': 'model',
    'data at an absolute path': 'model',
    'a link to a secret': 'model',
    'half a model': 'model',
  });
  const measured = report.models.find(({ name }) => name === 'good.onnx');
  expect(measured?.measurement?.rounds.length).toBeGreaterThan(5);
  expect(measured?.comparisons).toContainEqual(
    expect.objectContaining({ indicator: 'parameters', verdict: 'regressed' }),
  );
  expect(report.models.every(({ problem }) => problem?.next !== '')).toBe(true);
  expect(report.environment?.sandbox?.residentBytes).toBe(2 ** 30);
  expect(JSON.stringify(report)).not.toContain(SECRET);
  expect(pids.length).toBeGreaterThan(20);
  expect(pids.filter(isAlive)).toEqual([]);
  expect(readdirSync(root)).toEqual(before);
}, 180_000);
