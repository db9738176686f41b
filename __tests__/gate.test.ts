import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { judgeAgain } from '../src/conclude.js';
import { defaultConfig } from '../src/config.js';
import { GateError } from '../src/errors.js';
import { runGate } from '../src/gate.js';
import { gateReportSchema } from '../src/report.js';
import type { GateServices } from '../src/services.js';
import { silentLogger } from '../src/logger.js';
import type { EnergyMeter, MeterSearch } from '../src/measure/energy/meter.js';
import type { DeviceReader, DeviceSearch } from '../src/measure/device/device.js';
import type { Bounds } from '../src/measure/executor.js';
import type { Environment } from '../src/measure/measurement.js';
import type { Plan } from '../src/plan.js';
import { planFiles } from '../src/plan-files.js';
import { matrixProduct } from './fixtures/matrix-product.js';
import { temporaryFolder } from './fixtures/worker-bundle.js';
import { inMemory, type InMemory } from './fixtures/worker-in-memory.js';

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
  const model = Buffer.from(matrixProduct(2)).toString('latin1');
  writeFileSync(path.join(folder, 'base.onnx'), model, 'latin1');
  // As costly, and not the same bytes.
  writeFileSync(path.join(folder, 'head.onnx'), model.replace('product', 'another'), 'latin1');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const ENVIRONMENT: Environment = {
  cpuModel: 'a CPU',
  cores: 2,
  memoryBytes: 2 ** 34,
  os: 'an OS',
  arch: 'x64',
  runner: null,
  node: '24.0.0',
  runtime: '1.30.0',
};

const pair = (config: Partial<Plan['config']> = {}): Plan =>
  planFiles({ base: 'base.onnx', head: 'head.onnx', cwd: folder, config: { ...defaultConfig(), ...config } });

const COSTS = { costMs: { load: 400, warmUp: 100, block: 200 } };

function services(machine: InMemory, given: Partial<GateServices> = {}): GateServices {
  return {
    executor: machine.executor,
    environment: () => Promise.resolve(ENVIRONMENT),
    findMeter: () => Promise.resolve({ status: 'unreadable', reason: 'this machine has no counter' }),
    readDisturbance: () => Promise.resolve({ atMs: 0, cpu: null, waitedMs: null, load1: null }),
    logger: silentLogger,
    signal: new AbortController().signal,
    folder,
    clock: machine.clock,
    now: () => new Date(0),
    ...given,
  };
}

describe('the gate', () => {
  it('lets no worker take longer for one answer than the budget that was given', async () => {
    const machine = inMemory(COSTS);
    const deadlines: (number | undefined)[] = [];
    const executor: GateServices['executor'] = {
      ...machine.executor,
      launch: (bounds) => {
        deadlines.push(bounds?.deadlineS);
        return machine.executor.launch();
      },
    };
    await runGate(pair({ budget: 60 }), services(machine, { executor }));
    expect(new Set(deadlines)).toEqual(new Set([60]));
  });

  it('measures nothing on a machine that cannot be described', async () => {
    const machine = inMemory(COSTS);
    const environment = (): Promise<never> =>
      Promise.reject(new GateError('runtime', 'ONNX Runtime cannot be used.', 'Install it.'));
    await expect(runGate(pair(), services(machine, { environment }))).rejects.toMatchObject({
      kind: 'runtime',
    });
    expect(machine.events.filter(({ op }) => op === 'block')).toEqual([]);
  });

  it('reads counters of energy where there are some, and shares the error with one more decision', async () => {
    const machine = inMemory(COSTS);
    let reading = 0;
    const meter: EnergyMeter = {
      domains: [{ name: 'package-0', wrapsAtUj: null }],
      restingWatts: 1,
      stretchMs: 100,
      read: () => Promise.resolve({ atMs: 100 * reading, counters: [reading++ * 1e6] }),
      rest: () => Promise.resolve(),
    };
    const findMeter = (): Promise<MeterSearch> => Promise.resolve({ status: 'readable', meter });
    const plain = await runGate(pair(), services(inMemory(COSTS)));
    const metered = await runGate(pair(), services(machine, { findMeter }));
    expect(metered.policy.decisions).toBe(plain.policy.decisions + 1);
    const [model] = metered.models;
    expect(model?.measurement?.meter).toEqual({ domains: ['package-0'], stretchMs: 100 });
    expect(model?.measurement?.rounds[0]?.head.energy).toMatchObject({ elapsedMs: 100, runs: 3 });
    expect(model?.comparisons.map(({ indicator }) => indicator)).toContain('energy_per_inference');
    expect(plain.models[0]?.measurement?.rounds[0]?.head.energy).toBeUndefined();
    expect(plain.models[0]?.unmeasured).toContainEqual({
      indicator: 'energy_per_inference',
      provenance: 'not-measured',
      reason: 'this machine has no counter',
    });
  });

  it('reads the card in every round where there is one, and shares the error with one more decision', async () => {
    const machine = inMemory(COSTS);
    let used = 1e9;
    const reader: DeviceReader = {
      facts: {
        name: 'a card',
        uuid: 'GPU-1',
        index: 0,
        driver: null,
        pciBus: null,
        memoryBytes: null,
        powerLimitW: null,
        maxSmClockMhz: null,
        cards: 1,
        memoryBy: 'growth',
      },
      read: () =>
        Promise.resolve({
          smClockMhz: 1000,
          memClockMhz: null,
          temperatureC: 80,
          powerW: null,
          memoryUsedBytes: (used += 2e8),
          throttle: ['power cap'],
        }),
      processes: () => Promise.resolve(null),
    };
    const bounds: Bounds[] = [];
    const executor: GateServices['executor'] = {
      ...machine.executor,
      launch: (given = {}) => {
        bounds.push(given);
        return machine.executor.launch();
      },
    };
    const findDevice = (): Promise<DeviceSearch> => Promise.resolve({ status: 'found', reader });
    const plain = await runGate(pair(), services(inMemory(COSTS)));
    const report = await runGate(pair(), services(machine, { executor, findDevice }));
    expect(gateReportSchema.parse(report)).toEqual(report);
    expect(report.policy.decisions).toBe(plain.policy.decisions + 1);
    const [model] = report.models;
    expect(model?.measurement?.device).toMatchObject({ uuid: 'GPU-1' });
    expect(model?.measurement?.rounds[0]).toMatchObject({
      device: { throttled: true, otherProcesses: null },
      base: { deviceMemoryBytes: 2e8 },
    });
    expect(model?.comparisons.find(({ indicator }) => indicator === 'device_memory_bytes')).toMatchObject({
      verdict: 'equivalent',
      head: { value: 2e8, provenance: 'measured' },
    });
    expect(model?.warnings).toContainEqual(expect.stringContaining('held its clocks down'));
    expect(new Set(bounds.map(({ device }) => device))).toEqual(new Set(['GPU-1']));
    expect(plain.models[0]?.comparisons.map(({ indicator }) => indicator)).not.toContain(
      'device_memory_bytes',
    );
    expect(plain.models[0]?.unmeasured?.map(({ indicator }) => indicator)).not.toContain(
      'device_memory_bytes',
    );
  });

  it('tells of unchanged models how many were not counted, also when it is judged again', async () => {
    const plan = pair();
    const [good] = plan.models;
    if (good === undefined) throw new Error('no model');
    const head = {
      path: 'gone.onnx',
      open: () => Promise.reject(new GateError('model', 'It is gone.', 'Bring it back.')),
    };
    const gone = Array.from({ length: 101 }, (_, at) => ({ ...good, name: `gone-${at}.onnx`, head }));
    const report = await runGate({ ...plan, models: [], unchanged: [good, ...gone] }, services(inMemory()));
    expect(report.unchanged?.map(({ name }) => name)).toEqual([good.name]);
    expect(report.unchangedLeftOut).toBe(101);
    expect(judgeAgain(gateReportSchema.parse(report), report.policy).unchangedLeftOut).toBe(101);
  });

  it('keeps what was measured when it is interrupted, begins nothing more and does not pass', async () => {
    const abort = new AbortController();
    let described = 0;
    const machine = inMemory({
      ...COSTS,
      fail: () => {
        // In the third round of the first model: a pilot of ten blocks, rounds of 21.
        if (machine.events.filter(({ op }) => op === 'block').length === 10 + 2 * 21 + 5) abort.abort();
        return undefined;
      },
    });
    const plan = pair();
    const twice = { ...plan, models: [...plan.models, ...plan.models] };
    const environment = (): Promise<Environment> => Promise.resolve({ ...ENVIRONMENT, cores: ++described });
    const report = await runGate(twice, services(machine, { signal: abort.signal, environment }));
    const [first, second] = report.models;
    expect(first).toMatchObject({ status: 'failed', measurement: { stopped: 'interrupted' } });
    expect(first?.measurement?.rounds).toHaveLength(2);
    expect(second).toMatchObject({ status: 'failed', base: null, measurement: null });
    expect(report.gate.conclusion).toBe('incomplete');
    expect(described).toBe(1);
    expect(machine.running()).toBe(0);
  });
});
