import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { declaredIndicators, harnessContestant } from '../../../src/measure/harness/harness-contestant.js';
import type { HarnessCommand } from '../../../src/measure/harness/harness-process.js';
import { blockSchema } from '../../../src/measure/measurement.js';

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const fixture = path.join(root, '__tests__', 'fixtures', 'harness.mjs');

const harness = (args: string, given: Partial<HarnessCommand> = {}): HarnessCommand => ({
  label: 'train in the head',
  command: `${JSON.stringify(process.execPath)} ${JSON.stringify(fixture)} ${args}`,
  folder: root,
  env: process.env,
  timeoutS: 20,
  ...given,
});
const never = new AbortController().signal;

describe('a benchmark', () => {
  it('says what it reports', async () => {
    expect(await declaredIndicators(harness('2'), never)).toEqual([
      { name: 'items_per_s', unit: 'items/s', better: 'higher' },
    ]);
  });

  it('is warmed up and gives blocks of at least 10 ms', async () => {
    const ready = await harnessContestant(harness('2'), never).launch();
    const block = await ready.block();
    await ready.close();
    expect(blockSchema.parse(block)).toEqual(block);
    expect(block).toMatchObject({ runsMs: [2, 2, 2, 2, 2], cpuMs: null, readings: { items_per_s: [500] } });
    expect(ready.readings).toMatchObject({ firstMs: 2, peakRssBytes: null });
    expect(ready.readings.loadMs).toBeGreaterThan(1);
  });

  it('has what else it prints passed on', async () => {
    const stray: string[] = [];
    await declaredIndicators(harness('2', { onStray: (line) => void stray.push(line) }), never);
    expect(stray).toEqual(['a line of its own']);
  });

  it.each([
    ['does not start', '2 crash', /\(exit status 1\); its last words: /],
    ['ends in between', '2 ends', /ended by itself \(exit status 7\)/],
    ['tells too few times', '2 short', /did not answer "run 1" .*expected 1 numbers in durations_ms, got 0/],
    ['answers unasked', '2 eager', /answered when nothing was asked/],
  ])('that %s is told by what it did', async (_, args, message) => {
    await expect(harnessContestant(harness(args), never).launch()).rejects.toMatchObject({
      kind: 'measurement',
      message: expect.stringMatching(message),
    });
  });

  it('that says nothing is killed in time', async () => {
    const silent = harness('2 silent', { timeoutS: 1 });
    await expect(harnessContestant(silent, never).launch()).rejects.toThrow(
      /did not say that it is ready within 1 s and was killed; its last words: a line of its own/,
    );
  });

  it('is killed when the run is interrupted', async () => {
    const abort = new AbortController();
    const launching = harnessContestant(harness('2 silent'), abort.signal).launch();
    setTimeout(() => {
      abort.abort();
    }, 200);
    await expect(launching).rejects.toThrow(/interrupted/);
  });

  it('takes what it started along', async () => {
    const marked = 31_536_123;
    const command = `sleep ${marked} & exec ${harness('2').command}`;
    await declaredIndicators(harness('2', { command }), never);
    const running = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
    expect(running).not.toContain(`sleep ${marked}`);
  });

  it('may be a Python script, such as the example', async () => {
    try {
      execFileSync('python3', ['--version'], { stdio: 'pipe' });
    } catch (cause) {
      throw new Error('This test needs python3 on the machine.', { cause });
    }
    const plain = harness('', { command: 'python3 examples/harness/plain.py' });
    const ready = await harnessContestant(plain, never).launch();
    const { readings, runsMs } = await ready.block();
    await ready.close();
    expect(readings?.words_per_s).toHaveLength(runsMs.length);
  });

  it('may be a script for Node, such as the example', async () => {
    const plain = harness('', { command: `${JSON.stringify(process.execPath)} examples/harness/plain.mjs` });
    const ready = await harnessContestant(plain, never).launch();
    const { readings, runsMs } = await ready.block();
    await ready.close();
    expect(readings?.numbers_per_s).toHaveLength(runsMs.length);
  });
});
