import { describe, expect, it } from '@jest/globals';
import {
  BadAnswer,
  messageIn,
  parseAnswer,
  parseReady,
} from '../../../src/measure/harness/harness-protocol.js';
import type { OwnIndicator } from '../../../src/measure/measurement.js';

const STEP: OwnIndicator = { name: 'step_time', unit: 'ms', better: 'lower' };

describe('a line of a benchmark', () => {
  it.each([
    ['gate: {"ready": true}', ' {"ready": true}'],
    ['  gate:{}', '{}'],
    ['gate: {}\r', ' {}'],
    ['epoch 1 |####  |\rgate: {}', ' {}'],
  ])('%j is for the gate', (line, message) => {
    expect(messageIn(line)).toBe(message);
  });

  it.each(['', 'loading', '{"ready": true}', 'the gate: open', 'gate'])('%j is its own', (line) => {
    expect(messageIn(line)).toBeNull();
  });
});

describe('ready', () => {
  it('declares indicators, or none', () => {
    expect(parseReady(JSON.stringify({ ready: true, indicators: [STEP] }))).toEqual([STEP]);
    expect(parseReady('{"ready": true}')).toEqual([]);
  });

  const many = Array.from({ length: 13 }, (_, i) => ({ ...STEP, name: `n${i}` }));
  it.each([
    ['no JSON', 'ready', /expected \{"ready": true, .* in JSON after gate:, got ready/],
    ['something else', '{"durations_ms": [1]}', /expected \{"ready": true/],
    [
      'a name that is none',
      { ...STEP, name: 'Step time' },
      /indicators\.0\.name: expected a name such as step_time/,
    ],
    ['a name that is too long', { ...STEP, name: 'a'.repeat(41) }, /indicators\.0\.name/],
    ['a unit with markup', { ...STEP, unit: '<b>' }, /expected a unit such as ms/],
    ['no direction', { name: 'a', unit: 'b' }, /indicators\.0\.better/],
    ['a name twice', [STEP, STEP], /expected each name once/],
    ['the name of the durations', { ...STEP, name: 'duration' }, /expected other names than "duration"/],
    ['too many', many, /<=12/],
  ])('is refused with %s', (_, said, message) => {
    const text = typeof said === 'string' ? said : JSON.stringify({ ready: true, indicators: [said].flat() });
    expect(() => parseReady(text)).toThrow(message);
    expect(() => parseReady(text)).toThrow(BadAnswer);
  });
});

describe('an answer', () => {
  const parse = (said: unknown): unknown => parseAnswer(JSON.stringify(said), 2, [STEP]);

  it('has a duration for each run, and a reading for all or for each', () => {
    expect(parse({ durations_ms: [1, 2], readings: { step_time: 3 } })).toEqual({
      runsMs: [1, 2],
      readings: { step_time: [3] },
    });
    expect(parse({ durations_ms: [1, 2], readings: { step_time: [3, 4] } })).toMatchObject({
      readings: { step_time: [3, 4] },
    });
  });

  it.each([
    [{ durations_ms: [1], readings: { step_time: 3 } }, 'expected 2 numbers in durations_ms, got 1'],
    [{ durations_ms: [1, 0], readings: { step_time: 3 } }, /durations_ms\.1: .*>0/],
    [{ durations_ms: [1, 2] }, 'expected step_time among the readings, as ready declared'],
    [{ durations_ms: [1, 2], readings: { step_time: [3] } }, 'expected one number or 2 for step_time, got 1'],
    [{ durations_ms: [1, 2], readings: { step_time: 1, loss: 1 } }, /loss among the readings is none/],
    [{ durations_ms: [1, 2], readings: { step_time: 'fast' } }, /readings\.step_time/],
  ])('%j is refused', (said, message) => {
    expect(() => parse(said)).toThrow(message);
  });
});
