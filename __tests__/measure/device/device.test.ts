import { describe, expect, it } from '@jest/globals';
import { chooseGpu } from '../../../src/measure/device/choose-gpu.js';
import { type DeviceReading, deviceWarnings, roundDevice } from '../../../src/measure/device/device.js';
import type { Gpu } from '../../../src/measure/device/nvidia-smi.js';

const reading = (overrides: Partial<DeviceReading> = {}): DeviceReading => ({
  smClockMhz: 1980,
  memClockMhz: 2619,
  temperatureC: 40,
  powerW: 300,
  memoryUsedBytes: 1e9,
  throttle: [],
  ...overrides,
});

describe('a card in a round', () => {
  it('is described by what it was after the last block, and others by what was there before the first', () => {
    const before = reading({ smClockMhz: 210 });
    expect(roundDevice(before, reading(), 1)).toEqual({
      smClockMhz: 1980,
      memClockMhz: 2619,
      temperatureC: 40,
      powerW: 300,
      memoryUsedBytes: 1e9,
      throttle: [],
      throttled: false,
      otherProcesses: 1,
    });
  });

  it('is marked when either reading says that clocks were held down, and not when nobody tells', () => {
    const hot = reading({ throttle: ['power cap'] });
    expect(roundDevice(hot, reading(), 0)).toMatchObject({ throttled: true, throttle: ['power cap'] });
    expect(roundDevice(reading(), hot, 0)).toMatchObject({ throttled: true });
    const untold = reading({ throttle: null });
    expect(roundDevice(untold, untold, null)).toMatchObject({
      throttled: false,
      throttle: null,
      otherProcesses: null,
    });
  });

  it('is warned of: rounds under throttling with their reasons, and other processes', () => {
    const fine = { device: roundDevice(reading(), reading(), 0) };
    const hot = {
      device: roundDevice(reading(), reading({ throttle: ['power cap'] }), 1),
    };
    expect(deviceWarnings([fine, {}])).toEqual([]);
    expect(deviceWarnings([fine, hot, hot])).toEqual([
      expect.stringContaining('in 2 of 3 rounds (power cap)'),
      expect.stringContaining('Up to 1 other process computed'),
    ]);
  });
});

describe('which card is measured on', () => {
  const gpu = (index: number, memoryUsedBytes: number | null): Gpu => ({
    ...reading(),
    index,
    uuid: `GPU-${index}0000000-1111`,
    name: `card ${index}`,
    driver: null,
    pciBus: null,
    maxSmClockMhz: null,
    powerLimitW: null,
    memoryBytes: null,
    utilisationPercent: null,
    memoryUsedBytes,
  });
  const cards = [gpu(0, 5e9), gpu(1, 1e9), gpu(2, 1e9), gpu(3, null)];

  it('is the one with the least memory in use, the first of those alike', () => {
    expect(chooseGpu(cards, null, undefined).index).toBe(1);
    expect(chooseGpu(cards.slice(3), null, undefined).index).toBe(3);
  });

  it('is the one that is named, by number or by UUID', () => {
    expect(chooseGpu(cards, '0', undefined).index).toBe(0);
    expect(chooseGpu(cards, 'GPU-20000000', undefined).index).toBe(2);
  });

  it('is one of those that the environment leaves', () => {
    expect(chooseGpu(cards, null, '0', 'PCI_BUS_ID').index).toBe(0);
    expect(chooseGpu(cards, null, 'GPU-20000000-1111,GPU-30000000').index).toBe(2);
    expect(() => chooseGpu(cards, '1', '0', 'PCI_BUS_ID')).toThrow('There is no card "1"');
    expect(() => chooseGpu(cards, null, '-1')).toThrow('leaves no card');
    expect(() => chooseGpu(cards, null, '')).toThrow('leaves no card');
  });

  it('is not told by a number that CUDA may give to another card: it counts the fastest first', () => {
    for (const order of [undefined, 'FASTEST_FIRST'])
      expect(() => chooseGpu(cards, null, '0', order)).toThrow(
        expect.objectContaining({ kind: 'config', next: expect.stringContaining('UUID') }),
      );
    const alike = cards.map((card) => ({ ...card, name: 'card' }));
    expect(chooseGpu(alike, null, '3').index).toBe(3);
  });

  it('is none that there is not, and the error lists those that there are', () => {
    expect(() => chooseGpu(cards, '9', undefined)).toThrow(
      expect.objectContaining({
        kind: 'config',
        next: expect.stringContaining('0 (card 0, GPU-00000000-1111)'),
      }),
    );
  });
});
