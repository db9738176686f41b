import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rmSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { silentLogger } from '../../src/logger.js';
import { readDisturbance } from '../../src/measure/disturbance.js';
import type { FeedSpec } from '../../src/measure/feed.js';
import { measureModels } from '../../src/measure/measure-models.js';
import type { MeasureRequest, MeasureServices } from '../../src/measure/measure-models.js';
import { measurementSchema, ROLES } from '../../src/measure/measurement.js';
import { bundleWorker, executorOf, temporaryFolder } from '../fixtures/worker-bundle.js';
import { inMemory } from '../fixtures/worker-in-memory.js';
import type { Behaviour, InMemory } from '../fixtures/worker-in-memory.js';
import { writeArithmetic } from '../fixtures/worker-models.js';

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const FEEDS: FeedSpec[] = [{ name: 'x', type: 'float32', shape: [2, 4], fill: { kind: 'normal' } }];

const request = (given: Partial<MeasureRequest> = {}): MeasureRequest => ({
  base: { label: 'a.onnx', modelPath: '/base.onnx', feeds: FEEDS },
  head: { label: 'a.onnx', modelPath: '/head.onnx', feeds: FEEDS },
  session: { provider: 'cpu', threads: 1 },
  seed: 1,
  budget: 'auto',
  batch: 1,
  minimumRounds: 11,
  subject: 'a b',
  ...given,
});

/** A round of these takes 3 x 0.5 s to start and 7 x 3 x 0.2 s to run. */
const COSTS: Behaviour = { costMs: { load: 400, warmUp: 100, block: 200 } };
const BLOCKS = 7;

/** True with the round of that number. */
const afterRounds = (count: number): (() => boolean) => {
  let seen = 0;
  return () => (seen += 1) === count;
};

function services(machine: InMemory, given: Partial<MeasureServices> = {}): MeasureServices {
  return {
    executor: machine.executor,
    clock: machine.clock,
    logger: silentLogger,
    readDisturbance: () => Promise.resolve({ atMs: 0, cpu: null, waitedMs: null, load1: 0.5 }),
    folder,
    signal: new AbortController().signal,
    ...given,
  };
}

describe('measuring', () => {
  it('goes on to the end of the budget when nothing ends it before', async () => {
    const machine = inMemory(COSTS);
    const { measurement, problem } = await measureModels(request(), services(machine));
    expect(measurement).toMatchObject({
      stopped: 'budget',
      plannedRounds: 26,
      blocksPerRound: BLOCKS,
      threads: 1,
    });
    expect(measurement.rounds.length).toBeGreaterThanOrEqual(25);
    expect(problem).toBeNull();
    expect(measurementSchema.parse(measurement)).toEqual(measurement);
    expect(machine.running()).toBe(0);
  });

  it('ends once all is decided', async () => {
    const decided = request({ onRound: afterRounds(3) });
    const { measurement } = await measureModels(decided, services(inMemory(COSTS)));
    expect(measurement.stopped).toBe('decided');
    expect(measurement.rounds).toHaveLength(3);
  });

  it('tells after every round what an empty worker takes', async () => {
    const told: (number | null)[] = [];
    const telling = request({ onRound: (_round, empty) => told.push(empty) === 2 });
    await measureModels(telling, services(inMemory(COSTS)));
    expect(told).toEqual([100 * 2 ** 20, 100 * 2 ** 20]);
  });

  it('ends with the budget when rounds take longer than rehearsed', async () => {
    const slowing = { load: 400, warmUp: 100, block: 200 };
    const slowDown = (): boolean => {
      slowing.load = 2000;
      return false;
    };
    const machine = inMemory({ costMs: slowing });
    const { measurement } = await measureModels(
      request({ budget: 60, onRound: slowDown }),
      services(machine),
    );
    expect(measurement.stopped).toBe('budget');
    expect(measurement.elapsedS).toBeLessThanOrEqual(60);
  });

  it('gives every round a fresh process for the head and two for the base', async () => {
    const machine = inMemory(COSTS);
    await measureModels(request({ onRound: () => true }), services(machine));
    const loads = machine.events.filter(({ op }) => op === 'load').map(({ model }) => model);
    const [rehearsal, round] = [loads.slice(3, 5), loads.slice(5)];
    expect(rehearsal).toEqual(['/base.onnx', '/head.onnx']);
    expect(round.toSorted()).toEqual(['/base.onnx', '/base.onnx', '/head.onnx']);
  });

  it('runs blocks only after all processes of the round are ready', async () => {
    const machine = inMemory(COSTS);
    await measureModels(request({ onRound: () => true }), services(machine));
    const round = machine.events.slice(machine.events.length - 3 * (4 + BLOCKS + 1)).map(({ op }) => op);
    expect(round.slice(0, 12).filter((op) => op === 'block')).toEqual([]);
    expect(round.slice(12, 12 + 3 * BLOCKS)).toEqual(new Array(3 * BLOCKS).fill('block'));
    expect(round.slice(12 + 3 * BLOCKS)).toEqual(new Array(3).fill('close'));
  });

  it('tells how far it is', async () => {
    const lines: string[] = [];
    const logger = { ...silentLogger, progress: (line: string) => void lines.push(line) };
    await measureModels(request({ onRound: afterRounds(2) }), services(inMemory(COSTS), { logger }));
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^`a\.onnx`: round 2 of about 26, \d+ s of \d+ s$/);
  });
});

describe('a budget that is too small', () => {
  it('is refused after the rehearsal, with the one that would do', async () => {
    const machine = inMemory(COSTS);
    await expect(measureModels(request({ budget: 10 }), services(machine))).rejects.toMatchObject({
      kind: 'measurement',
      message: expect.stringContaining('the budget is 10 s'),
    });
    expect(machine.clock()).toBeLessThan(6000);
    expect(machine.running()).toBe(0);
  });
});

describe('a failure', () => {
  /** Workers before the first round: three with an empty model, one of each side. */
  const REHEARSED = 5;
  const crash = { status: 'crash', exit: 'signal SIGSEGV', lastWords: '' } as const;

  it('of a model that does not run at all is thrown', async () => {
    const machine = inMemory({ fail: (worker, op) => (worker === 4 && op === 'first' ? crash : undefined) });
    await expect(measureModels(request(), services(machine))).rejects.toMatchObject({ kind: 'crash' });
    expect(machine.running()).toBe(0);
  });

  it('in a later round keeps what was measured and says what happened', async () => {
    const inThirdRound = REHEARSED + 2 * 3 + 1;
    const machine = inMemory({
      ...COSTS,
      fail: (worker, op) => (worker === inThirdRound && op === 'load' ? crash : undefined),
    });
    const { measurement, problem } = await measureModels(request(), services(machine));
    expect(measurement.stopped).toBe('failed');
    expect(measurement.rounds).toHaveLength(2);
    expect(problem?.message).toContain('signal SIGSEGV');
    expect(machine.running()).toBe(0);
  });
});

describe('an interruption', () => {
  it('between rounds keeps what was measured', async () => {
    const abort = new AbortController();
    const machine = inMemory(COSTS);
    const second = afterRounds(2);
    const interrupting = request({
      onRound: () => {
        if (second()) abort.abort();
        return false;
      },
    });
    const { measurement } = await measureModels(interrupting, services(machine, { signal: abort.signal }));
    expect(measurement).toMatchObject({ stopped: 'interrupted' });
    expect(measurement.rounds).toHaveLength(2);
  });

  it('within a round drops that round and ends its processes', async () => {
    const abort = new AbortController();
    let blocks = 0;
    const machine = inMemory({
      ...COSTS,
      fail: (_worker, op) => {
        // Ten of the pilot, those of the first round, some of the second.
        if (op === 'block' && (blocks += 1) === 10 + 3 * BLOCKS + 5) abort.abort();
        return undefined;
      },
    });
    const { measurement, problem } = await measureModels(
      request(),
      services(machine, { signal: abort.signal }),
    );
    expect(measurement.stopped).toBe('interrupted');
    expect(measurement.rounds).toHaveLength(1);
    expect(problem).toBeNull();
    expect(machine.running()).toBe(0);
  });
});

describe('with real processes', () => {
  it('yields readings of every role that fit the schema', async () => {
    const workerFile = await bundleWorker(folder);
    const modelPath = writeArithmetic(folder);
    const side = { label: 'arithmetic.onnx', modelPath, feeds: FEEDS };
    const executor = executorOf({ workerFile, temporaryFolder: folder });
    const { measurement } = await measureModels(
      request({ base: side, head: side, onRound: afterRounds(2) }),
      { ...services(inMemory()), executor, clock: () => performance.now(), readDisturbance },
    );
    expect(measurementSchema.parse(measurement)).toEqual(measurement);
    expect(measurement.stopped).toBe('decided');
    expect(measurement.emptyWorkerRssBytes).toBeGreaterThan(2 ** 20);
    for (const round of measurement.rounds) {
      for (const role of ROLES) expect(round[role].blocks).toHaveLength(measurement.blocksPerRound);
    }
  });
});
