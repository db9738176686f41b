/** What becomes of each model of a run, and of the run when something is wrong with one. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { defaultConfig } from '../src/config.js';
import { GateError } from '../src/errors.js';
import { runGate } from '../src/gate.js';
import { MEASURED } from '../src/indicators.js';
import type { GateServices } from '../src/services.js';
import { silentLogger } from '../src/logger.js';
import type { ModelSource, Plan, PlannedModel } from '../src/plan.js';
import { gateReportSchema } from '../src/report.js';
import { writeExternal } from './fixtures/bad-models.js';
import { matrixProduct } from './fixtures/matrix-product.js';
import { environment } from './fixtures/report-factory.js';
import { temporaryFolder } from './fixtures/worker-bundle.js';
import { inMemory, type InMemory } from './fixtures/worker-in-memory.js';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A model with `size * size` weights, in a file that is there already. */
function product(size: number): ModelSource {
  const file = path.join(folder, `product-${size}.onnx`);
  writeFileSync(file, matrixProduct(size));
  return { path: `product-${size}.onnx`, open: () => Promise.resolve(file) };
}

/** Cannot be had. */
const lost = (failure: Error): ModelSource => ({ path: 'lost.onnx', open: () => Promise.reject(failure) });

function changed(name: string, base: ModelSource, head: ModelSource): PlannedModel {
  const session = { provider: 'cpu', threads: 1 };
  const scenario = { name: null, settings: { dims: {}, inputs: {} }, session };
  return { name, scenario, status: 'changed', base, head, warnings: [] };
}

const plan = (...models: PlannedModel[]): Plan => ({
  base: { label: 'main', sha: null },
  head: { label: 'wider', sha: null },
  models,
  config: defaultConfig(),
  inputFolder: folder,
  warnings: ['Told by the plan.'],
});

const COSTS = { load: 400, warmUp: 100, block: 200 };
const machine = (): InMemory => inMemory({ costMs: COSTS });

const services = ({ executor, clock }: InMemory, given: Partial<GateServices> = {}): GateServices => ({
  executor,
  clock,
  environment: () => Promise.resolve(environment()),
  findMeter: () => Promise.resolve({ status: 'unreadable', reason: 'this machine has no counter' }),
  readDisturbance: () => Promise.resolve({ atMs: 0, cpu: null, waitedMs: null, load1: 0 }),
  logger: silentLogger,
  signal: new AbortController().signal,
  folder,
  now: () => new Date('2026-03-01T09:30:00Z'),
  ...given,
});

describe('a run', () => {
  it('becomes a report that fits its schema and leaves no worker', async () => {
    const workers = machine();
    const report = await runGate(plan(changed('a.onnx', product(8), product(16))), services(workers));
    expect(gateReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
    expect(report).toMatchObject({
      createdAt: '2026-03-01T09:30:00.000Z',
      base: { label: 'main' },
      head: { label: 'wider' },
      warnings: ['Told by the plan.'],
      environment: environment(),
      models: [{ status: 'compared', measurement: { rounds: expect.any(Array) }, problem: null }],
      gate: { conclusion: 'failed' },
    });
    expect(workers.running()).toBe(0);
  });

  it('shares its probability of error among the models that it measures', async () => {
    const one = plan(changed('a.onnx', product(8), product(16)));
    const three = plan(...['a', 'b', 'c'].map((name) => changed(name, product(8), product(8))));
    const decisions = async (given: Plan) => (await runGate(given, services(machine()))).policy.decisions;
    expect(await decisions(three)).toBe(3 * (await decisions(one)));
  });

  it('compares a model once for each scenario, with its own threads', async () => {
    const model = changed('a.onnx', product(8), product(16));
    const under = (name: string, threads: number): PlannedModel => ({
      ...model,
      name: `a.onnx (${name})`,
      scenario: { ...model.scenario, name, session: { provider: 'cpu', threads } },
    });
    const report = await runGate(plan(under('one', 1), under('two', 2)), services(machine()));
    expect(report.policy.decisions).toBe(2 * MEASURED.length);
    expect(report.models.map(({ name, scenario }) => [name, scenario])).toEqual([
      ['a.onnx (one)', 'one'],
      ['a.onnx (two)', 'two'],
    ]);
    expect(report.models.map(({ measurement }) => measurement?.threads)).toEqual([1, 2]);
    expect(gateReportSchema.parse(report)).toEqual(report);
  });

  it('of no model needs no worker and passes', async () => {
    const workers = machine();
    const report = await runGate(plan(), services(workers));
    expect(report).toMatchObject({ environment: null, models: [], gate: { conclusion: 'passed' } });
    expect(workers.events).toEqual([]);
  });
});

describe('models of the same bytes', () => {
  it('are equivalent without a worker', async () => {
    const launch = () => Promise.reject(new Error('launched'));
    const executor = { launch, close: () => Promise.resolve() };
    const given = plan(changed('a.onnx', product(8), product(8)));
    const report = await runGate(given, services(machine(), { executor }));
    expect(report).toMatchObject({
      environment: null,
      models: [{ status: 'identical', relation: 'equivalent', measurement: null }],
      gate: { conclusion: 'passed' },
    });
  });
});

describe('a model of one side only', () => {
  it.each(['added', 'removed'] as const)('that was %s is counted and passes', async (status) => {
    const side = { base: null, head: null, [status === 'added' ? 'head' : 'base']: product(8) };
    const model = { ...changed('a.onnx', product(8), product(8)), ...side, status };
    const report = await runGate(plan(model), services(machine()));
    expect(report).toMatchObject({ models: [{ status, comparisons: [] }], gate: { conclusion: 'passed' } });
    const counted = report.models[0]?.[status === 'added' ? 'head' : 'base'];
    expect(counted?.profile?.counts.parameters.value).toBe(64);
  });
});

describe('what is wrong with one model', () => {
  it('costs no other its result', async () => {
    const text = path.join(folder, 'text.onnx');
    writeFileSync(text, 'not a model');
    const bad: ModelSource = { path: 'text.onnx', open: () => Promise.resolve(text) };
    const missing = new GateError('revision', 'It is not here.', 'Fetch it.');
    const report = await runGate(
      plan(
        changed('bad.onnx', product(8), bad),
        changed('lost.onnx', lost(missing), product(8)),
        changed('good.onnx', product(16), product(8)),
      ),
      services(machine()),
    );
    expect(report.models).toMatchObject([
      { name: 'bad.onnx', status: 'failed', problem: { kind: 'model' }, base: { path: 'product-8.onnx' } },
      { name: 'lost.onnx', status: 'failed', problem: { kind: 'revision', next: 'Fetch it.' }, base: null },
      { name: 'good.onnx', status: 'compared', problem: null },
    ]);
    expect(report.models[2]?.measurement?.rounds.length).toBeGreaterThan(0);
    expect(report.gate.conclusion).toBe('error');
  });

  it('may be that we fail on it ourselves, which the report says and which costs no other its result', async () => {
    const deep = new RangeError('Maximum call stack size exceeded');
    const models = [
      changed('deep.onnx', product(8), lost(deep)),
      changed('good.onnx', product(16), product(8)),
    ];
    const report = await runGate(plan(...models), services(machine()));
    expect(report.models).toMatchObject([
      {
        status: 'failed',
        problem: { kind: 'defect', message: 'Unexpected: Maximum call stack size exceeded' },
      },
      { status: 'compared', problem: null },
    ]);
    expect(report.gate.conclusion).not.toBe('passed');
    expect(gateReportSchema.parse(report)).toEqual(report);
  });

  it('is external data that is not there', async () => {
    const file = writeExternal(folder);
    const source: ModelSource = { path: 'external.onnx', open: () => Promise.resolve(file) };
    const report = await runGate(plan(changed('external.onnx', source, source)), services(machine()));
    expect(report.models[0]?.problem).toMatchObject({
      kind: 'model',
      message: expect.stringContaining('needs the external data "weights.bin", which is missing'),
    });
  });

  it('keeps what was counted before measuring failed', async () => {
    const crash = { status: 'crash', exit: 'signal SIGSEGV', lastWords: '' } as const;
    const workers = inMemory({ fail: (_worker, op) => (op === 'block' ? crash : undefined) });
    const report = await runGate(plan(changed('a.onnx', product(8), product(16))), services(workers));
    expect(report.models[0]).toMatchObject({
      status: 'failed',
      problem: { kind: 'crash' },
      measurement: null,
      comparisons: expect.arrayContaining([
        expect.objectContaining({ indicator: 'parameters', verdict: 'regressed' }),
        expect.objectContaining({ indicator: 'latency_p50', verdict: 'inconclusive' }),
      ]),
    });
    expect(workers.running()).toBe(0);
  });
});

describe('what is wrong with the whole run ends it', () => {
  const models = () => [
    changed('a.onnx', product(8), product(16)),
    changed('b.onnx', product(8), product(4)),
  ];

  it('when the runtime cannot be had', async () => {
    const missing = new GateError('runtime', 'Not installed.', 'Install it.');
    const executor = { launch: () => Promise.reject(missing), close: () => Promise.resolve() };
    await expect(runGate(plan(...models()), services(machine(), { executor }))).rejects.toBe(missing);
  });

  it('when a worker cannot load the runtime', async () => {
    const failure = { cause: 'runtime', message: 'wrong platform' } as const;
    const workers = inMemory({ fail: () => ({ status: 'refused', failure }) });
    const running = runGate(plan(...models()), services(workers));
    await expect(running).rejects.toMatchObject({ kind: 'runtime', exitStatus: 3 });
    expect(workers.running()).toBe(0);
  });

  it('when it is a defect of ours that no model is known to bring about', async () => {
    const defect = new Error('x is undefined');
    const given = plan(changed('a.onnx', lost(defect), product(8)));
    await expect(runGate(given, services(machine()))).rejects.toBe(defect);
  });
});

describe('an interruption', () => {
  it('leaves what was measured until then, and is no pass', async () => {
    const interruption = new AbortController();
    let begun = 0;
    const logger = {
      ...silentLogger,
      progress: () => {
        begun += 1;
      },
    };
    const workers = inMemory({
      costMs: COSTS,
      fail: (_worker, op) => {
        if (begun === 4 && op === 'block') interruption.abort();
        return undefined;
      },
    });
    const models = [changed('a.onnx', product(8), product(7)), changed('b.onnx', product(8), product(4))];
    const { signal } = interruption;
    const report = await runGate(plan(...models), services(workers, { logger, signal }));
    expect(report.models).toMatchObject([
      {
        status: 'failed',
        measurement: { stopped: 'interrupted' },
        problem: { message: 'Measuring was interrupted after 3 of about 26 rounds.' },
      },
      { status: 'failed', measurement: null, problem: { kind: 'measurement' } },
    ]);
    expect(report.models[0]?.measurement?.rounds).toHaveLength(3);
    expect(report.gate.conclusion).toBe('incomplete');
    expect(workers.running()).toBe(0);
  });
});
