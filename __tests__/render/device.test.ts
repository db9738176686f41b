import { describe, expect, it } from '@jest/globals';
import type { Measurement, Round } from '../../src/measure/measurement.js';
import { deviceFacts, placementFacts } from '../../src/render/device.js';
import { measurement, modelReport } from '../fixtures/report-factory.js';

const CARD = {
  name: 'NVIDIA H100 80GB HBM3',
  uuid: 'GPU-8f6d',
  index: 0,
  driver: '550.54.15',
  pciBus: '00000000:19:00.0',
  memoryBytes: 81559 * 2 ** 20,
  powerLimitW: 700,
  maxSmClockMhz: 1980,
  cards: 2,
  memoryBy: 'growth',
} as const satisfies Measurement['device'];

const inRound: NonNullable<Round['device']> = {
  smClockMhz: 1980,
  memClockMhz: 2619,
  temperatureC: 40,
  powerW: null,
  memoryUsedBytes: 1e9,
  throttle: [],
  throttled: false,
  otherProcesses: 0,
};

function rounds(...devices: NonNullable<Round['device']>[]): Round[] {
  const [round] = measurement().rounds;
  if (round === undefined) throw new Error('the factory has no round');
  return devices.map((device) => ({ ...round, device }));
}

describe('the card in a report', () => {
  it('is told with its driver, its limits and what it went through', () => {
    const hot = { ...inRound, smClockMhz: 1400, throttle: ['power cap'], throttled: true };
    expect(deviceFacts({ device: CARD, rounds: rounds(inRound, hot) })).toEqual([
      [
        'card',
        "NVIDIA H100 80GB HBM3, number 0 of 2 cards (GPU-8f6d), driver 550.54.15, 85.5 GB of memory, power limit 700 W, clock up to 1980 MHz, memory of a worker by what the card's use grew, since the driver hides processes",
      ],
      [
        'card in the rounds',
        '1 of 2 rounds under throttling (power cap) (marked, not dropped), clock 1400 to 1980 MHz, memory clock 2619 MHz, temperature 40 °C, power not told, other processes on it: 0 at most',
      ],
    ]);
  });

  it('says why none was read, and nothing where a provider has none', () => {
    expect(deviceFacts({ device: { reason: 'no nvidia-smi' }, rounds: [] })).toEqual([
      ['card', 'not read: no nvidia-smi'],
    ]);
    expect(deviceFacts({ rounds: [] })).toEqual([]);
  });
});

describe('placement in a report', () => {
  const model = modelReport({ measurement: measurement({ provider: 'webgpu' }) });

  it('is said not to be known, with the reason, where the profile does not tell', () => {
    const profile = { base: null, head: null, reason: 'the worker crashed' };
    expect(placementFacts({ ...model, profile })).toEqual([
      ['placement of the base', 'not known: the worker crashed'],
      ['placement of the head', 'not known: the worker crashed'],
    ]);
    expect(placementFacts({ ...model, profile: null })[0]?.[1]).toBe('not known: it was not profiled');
  });

  it('has nothing to say on cpu', () => {
    expect(placementFacts(modelReport())).toEqual([]);
  });
});
