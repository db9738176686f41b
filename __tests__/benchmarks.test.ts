/** Benchmarks of the user's own, from a plan to a report: real processes that claim their times. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { judgeAgain } from '../src/conclude.js';
import { parseConfig } from '../src/config.js';
import { withTolerances } from '../src/config/overrides.js';
import { runGate } from '../src/gate.js';
import { silentLogger } from '../src/logger.js';
import { type MeterSearch, unreadable } from '../src/measure/energy/meter.js';
import { findRapl } from '../src/measure/energy/rapl.js';
import type { PlannedBenchmark } from '../src/plan.js';
import { renderComment } from '../src/render/comment.js';
import { renderTerminal } from '../src/render/terminal.js';
import { gateReportSchema, type GateReport } from '../src/report.js';
import { environment } from './fixtures/report-factory.js';
import { temporaryFolder } from './fixtures/worker-bundle.js';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const fixture = path.join(import.meta.dirname, 'fixtures', 'harness.mjs');

/** Its command is the same on both sides; what it claims is told by a variable of the shell in each folder. */
function benchmark(base: string, head: string): PlannedBenchmark {
  const claims = { base, head };
  const command = `"${process.execPath}" "${fixture}" $(basename "$PWD" | sed 's/_/ /g')`;
  const side = (role: 'base' | 'head') => ({
    sha: role === 'base' ? 'a'.repeat(40) : 'b'.repeat(40),
    open: async () => {
      const { mkdir } = await import('node:fs/promises');
      const own = path.join(folder, role, claims[role].replaceAll(' ', '_'));
      await mkdir(own, { recursive: true });
      return own;
    },
  });
  return { name: 'train', command, timeoutS: 30, env: process.env, base: side('base'), head: side('head') };
}

const NO_METER = unreadable('no counter in this machine');

/** Few rounds suffice for a verdict that may be wrong half of the time; these claims are never. */
async function run(
  given: PlannedBenchmark,
  tolerances = '',
  meter: MeterSearch = NO_METER,
): Promise<GateReport> {
  const text = `alpha: 0.5\nbudget: 120\nbenchmarks: [{name: train, command: c}]\ntolerances: {${tolerances}}`;
  const report = await runGate(
    {
      base: { label: 'main', sha: null },
      head: { label: 'change', sha: null },
      models: [],
      benchmarks: [given],
      config: parseConfig(text, 'a test'),
      inputFolder: folder,
      warnings: [],
    },
    {
      executor: { launch: () => Promise.reject(new Error('launched')), close: () => Promise.resolve() },
      environment: (uses) =>
        Promise.resolve(environment({ runtime: uses?.runtime === false ? 'not used' : '1' })),
      findMeter: () => Promise.resolve(meter),
      readDisturbance: () => Promise.resolve({ atMs: 0, cpu: null, waitedMs: null, load1: 0 }),
      logger: silentLogger,
      signal: new AbortController().signal,
      folder,
      clock: () => performance.now(),
      now: () => new Date(0),
    },
  );
  return gateReportSchema.parse(JSON.parse(JSON.stringify(report)));
}

describe('a benchmark', () => {
  it('that got slower fails the gate, in its own words, without ONNX Runtime', async () => {
    const report = await run(benchmark('2', '2.6'));
    expect(report).toMatchObject({
      environment: { runtime: 'not used' },
      // Its durations and what it reports, and nothing else.
      policy: { decisions: 2 },
      gate: {
        conclusion: 'failed',
        failures: [
          { model: 'train', indicator: 'duration' },
          { model: 'train', indicator: 'items_per_s' },
        ],
      },
    });
    const [model] = report.models;
    expect(model).toMatchObject({
      name: 'train',
      status: 'compared',
      relation: 'dominated',
      base: { profile: null },
      head: { profile: null },
      comparisons: [
        {
          indicator: 'duration',
          unit: 'ms',
          verdict: 'regressed',
          base: { value: 2, provenance: 'measured' },
          effect: { ratio: expect.closeTo(1.3, 6) },
        },
        {
          indicator: 'items_per_s',
          label: 'items per s',
          unit: 'items/s',
          better: 'higher',
          verdict: 'regressed',
          head: { value: expect.closeTo(384.6, 1), provenance: 'measured' },
        },
      ],
    });
    expect(report.gate.summary).toContain(
      'raise the tolerance of benchmarks.train.duration, benchmarks.train.items_per_s',
    );
    expect(model?.sentence).toContain('benchmark train run by');
    const texts = [renderComment(report), renderTerminal(report, { colour: false, width: 120 })];
    for (const text of texts) {
      expect(text).toContain('items per s');
      expect(text).toContain('items/s');
      expect(text).not.toContain('provider');
    }
  });

  it('that is as fast as before is equivalent', async () => {
    const report = await run(benchmark('2', '2'));
    expect(report.models[0]).toMatchObject({ relation: 'equivalent', problem: null });
    expect(report.gate.conclusion).toBe('passed');
  });

  it('is held to the tolerances of the configuration, and can be judged again by others', async () => {
    const generous =
      'benchmarks.train.duration: 50%, benchmarks.train.items_per_s: 50%, benchmarks.train.loss: 1%';
    const report = await run(benchmark('2', '2.6'), generous);
    expect(report.gate.conclusion).toBe('passed');
    expect(report.models[0]?.warnings).toEqual([
      expect.stringContaining('benchmarks.train.loss is of no use'),
    ]);
    const tolerances = { 'benchmarks.train.duration': { relative: 0.1 } };
    const again = judgeAgain(report, { ...report.policy, tolerances });
    expect(again.models[0]?.comparisons[0]).toMatchObject({
      indicator: 'duration',
      tolerance: { relative: 0.1 },
    });
    expect(again.models[0]?.comparisons[0]?.verdict).not.toBe('equivalent');
  });

  it('is held to a tolerance for all timings, also when it is judged again', async () => {
    const report = await run(benchmark('2', '2.6'));
    const wide = withTolerances(report.policy.tolerances, ['50%']);
    const again = judgeAgain(report, { ...report.policy, tolerances: wide });
    expect(again.gate.conclusion).toBe('passed');
    expect(again.models[0]?.comparisons).toMatchObject([
      { indicator: 'duration', tolerance: { relative: 0.5 } },
      { indicator: 'items_per_s', tolerance: { relative: 0.5 } },
    ]);
  });

  it.each([
    ['crashes in the head', benchmark.bind(null, '2', '2 crash'), /train in the head .* ended by itself/],
    [
      'makes no sense in the base',
      benchmark.bind(null, '2 short', '2'),
      /train in the base .* expected 1 numbers/,
    ],
  ])('that %s is incomplete, and says so', async (_, given, message) => {
    const report = await run(given());
    expect(report.models[0]).toMatchObject({
      status: 'failed',
      problem: { message: expect.stringMatching(message) },
    });
    expect(report.gate.conclusion).toBe('incomplete');
  });

  it('that is new has nothing to be compared with', async () => {
    const report = await run({ ...benchmark('2', '2'), base: null });
    expect(report).toMatchObject({
      models: [{ status: 'added', comparisons: [] }],
      gate: { conclusion: 'passed' },
    });
  });
});

describe('energy of a benchmark', () => {
  let counter: string;
  beforeEach(() => {
    counter = path.join(folder, 'energy_uj');
    writeFileSync(counter, '1000\n');
  });

  /** The counter of a package in a file, which an idle machine moves by a microjoule in every pause. */
  const rapl = () => {
    const zone: Readonly<Record<string, () => string>> = {
      name: () => 'package-0\n',
      max_energy_range_uj: () => '262143328850\n',
      energy_uj: () => readFileSync(counter, 'utf8'),
    };
    const files = {
      list: () => Promise.resolve(['intel-rapl:0']),
      read: (file: string) => Promise.resolve(zone[path.basename(file)]?.() ?? ''),
    };
    const pause = (ms: number) => {
      writeFileSync(counter, `${Number(readFileSync(counter, 'utf8')) + 1}\n`);
      return new Promise((resolve) => setTimeout(resolve, ms));
    };
    return findRapl(files, { now: () => performance.now(), pause });
  };
  const counting = (base: string, head: string): PlannedBenchmark => ({
    ...benchmark(base, head),
    env: { ...process.env, COUNTER: counter },
  });

  it('is that of one run above what the idle machine draws, and fails the gate when it rose', async () => {
    const report = await run(counting('2 spends 300', '2 spends 450'), '', await rapl());
    const [model] = report.models;
    expect(model?.comparisons).toMatchObject([
      { indicator: 'duration', verdict: 'equivalent' },
      { indicator: 'items_per_s', verdict: 'equivalent' },
      {
        indicator: 'energy_per_run',
        unit: 'J',
        verdict: 'regressed',
        required: false,
        base: { value: expect.closeTo(300e-6, 6), provenance: 'measured' },
        effect: { ratio: expect.closeTo(1.5, 2) },
      },
    ]);
    expect(report.policy.decisions).toBe(3);
    expect(report.gate.failures).toEqual([{ model: 'train', indicator: 'energy_per_run' }]);
    expect(report.gate.summary).toContain('raise the tolerance of benchmarks.train.energy_per_run');
    expect(model).not.toHaveProperty('unmeasured');
    expect(renderTerminal(report, { colour: false, width: 120 })).toContain('counters of package-0');
    expect(judgeAgain(report, report.policy)).toEqual(report);
  });

  it('is not measured a second time beside a reading of its own', async () => {
    const report = await run(counting('2 reads 300', '2 reads 300'), '', await rapl());
    const [model] = report.models;
    expect(model?.comparisons.map(({ indicator }) => indicator)).toEqual([
      'duration',
      'items_per_s',
      'joules',
    ]);
    expect(model).not.toHaveProperty('unmeasured');
    expect(report.policy.decisions).toBe(3);
  });

  it('is not measured where no counter can be read, and the report says why', async () => {
    const report = await run(counting('2', '2'));
    expect(report.models[0]?.unmeasured).toEqual([
      { indicator: 'energy_per_run', provenance: 'not-measured', reason: 'no counter in this machine' },
    ]);
    const text = renderTerminal(report, { colour: false, width: 120 });
    expect(text).toContain('not measured: energy per run (no counter in this machine)');
  });
});
