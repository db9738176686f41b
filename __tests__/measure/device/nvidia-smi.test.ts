/**
 * Written after the tool's documentation (nvidia-smi --help-query-gpu) for several generations of drivers: what a
 * card, a driver or a virtual machine does not tell stands in brackets.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseGpus, parseProcesses, queryGpus } from '../../../src/measure/device/nvidia-smi.js';
import { throttleReasons } from '../../../src/measure/device/throttle.js';

const H100 =
  '0, GPU-8f6d2c1e-0000-4a5b-9c3d-111122223333, NVIDIA H100 80GB HBM3, 550.54.15, 00000000:19:00.0, 1980, 2619, 1980, 34, 118.37, 700.00, 537, 81559, 0, 0x0000000000000001';
/** As the tool of driver 580 wrote it of a card at rest, and beside three workers of WebGPU; the UUID is made up. */
const RECORDED = [
  '0, GPU-5a1ab64a-0000-4a5b-9c3d-111122223333, NVIDIA H100 80GB HBM3, 580.159.04, 00000000:00:06.0, 345, 2619, 1980, 35, 72.26, 700.00, 0, 81559, 0, 0x0000000000000001',
  '0, GPU-5a1ab64a-0000-4a5b-9c3d-111122223333, NVIDIA H100 80GB HBM3, 580.159.04, 00000000:00:06.0, 1980, 2619, 1980, 39, 122.80, 700.00, 1418, 81559, 0, 0x0000000000000001',
];
const RECORDED_PROCESSES = `958, GPU-5a1ab64a-0000-4a5b-9c3d-111122223333, 407
985, GPU-5a1ab64a-0000-4a5b-9c3d-111122223333, 407
`;

/** A card of a desktop with an older driver, throttled. */
const GTX =
  '1, GPU-0a1b2c3d-1111-2222-3333-444455556666, NVIDIA GeForce GTX 1080, 470.223.02, 00000000:01:00.0, 1455, 5005, 1911, 83, 179.51, 180.00, 3120, 8119, 99, 0x0000000000000024';
/** A share of a card in a virtual machine. */
const VGPU =
  '0, GPU-aaaa0000-0000-0000-0000-000000000000, GRID V100D-8Q, 535.129.03, 00000000:02:01.0, [N/A], [Unknown Error], [N/A], [N/A], [N/A], [N/A], 560, 8192, [N/A], [Not Supported]';

describe("NVIDIA's tool", () => {
  it('tells what a card is and how it stands', () => {
    expect(parseGpus(`${H100}\n`)).toEqual([
      {
        index: 0,
        uuid: 'GPU-8f6d2c1e-0000-4a5b-9c3d-111122223333',
        name: 'NVIDIA H100 80GB HBM3',
        driver: '550.54.15',
        pciBus: '00000000:19:00.0',
        smClockMhz: 1980,
        memClockMhz: 2619,
        maxSmClockMhz: 1980,
        temperatureC: 34,
        powerW: 118.37,
        powerLimitW: 700,
        memoryUsedBytes: 537 * 2 ** 20,
        memoryBytes: 81559 * 2 ** 20,
        utilisationPercent: 0,
        throttle: [],
      },
    ]);
  });

  it('is read as an H100 was seen to tell of itself', () => {
    expect(RECORDED.flatMap((line) => parseGpus(`${line}\n`))).toMatchObject([
      { smClockMhz: 345, powerW: 72.26, memoryUsedBytes: 0, throttle: [] },
      { smClockMhz: 1980, powerW: 122.8, memoryUsedBytes: 1418 * 2 ** 20, throttle: [] },
    ]);
    expect(parseProcesses(RECORDED_PROCESSES).map(({ pid, memoryBytes }) => [pid, memoryBytes])).toEqual([
      [958, 407 * 2 ** 20],
      [985, 407 * 2 ** 20],
    ]);
  });

  it('tells several cards, each with its own', () => {
    const [, second] = parseGpus(`${H100}\r\n${GTX}\r\n`);
    expect(second).toMatchObject({ index: 1, throttle: ['power cap', 'software thermal slowdown'] });
  });

  it('leaves out what it does not know: null, and not 0', () => {
    expect(parseGpus(VGPU)).toMatchObject([
      {
        name: 'GRID V100D-8Q',
        smClockMhz: null,
        memClockMhz: null,
        temperatureC: null,
        powerW: null,
        powerLimitW: null,
        memoryUsedBytes: 560 * 2 ** 20,
        throttle: null,
      },
    ]);
  });

  it('is not believed when it says something else', () => {
    expect(() => parseGpus('No devices were found')).toThrow('nvidia-smi says');
    expect(() => parseGpus(H100.replace('GPU-', 'XPU-'))).toThrow('names no card');
    expect(() => parseProcesses('a, b, c')).toThrow('of a process');
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          expect(parseGpus(text).every(({ uuid }) => /^(GPU|MIG)-/.test(uuid))).toBe(true);
        } catch (thrown) {
          expect((thrown as Error).message).toMatch(/^nvidia-smi/);
        }
      }),
    );
  });

  it('is asked by the older name of a field when it does not know the newer', async () => {
    const asked: string[] = [];
    const run = (_program: string, [query = '']: readonly string[]): Promise<string> => {
      asked.push(query);
      return query.includes('clocks_event_reasons')
        ? Promise.reject(
            Object.assign(new Error('exit code 2'), {
              stdout: 'Field "clocks_event_reasons.active" is not a valid field to query.\n',
            }),
          )
        : Promise.resolve(GTX);
    };
    expect(await queryGpus(run)).toHaveLength(1);
    expect(asked).toHaveLength(2);
    const broken = (): Promise<string> => Promise.reject(new Error('driver/library version mismatch'));
    await expect(queryGpus(broken)).rejects.toThrow('mismatch');
  });

  it('lists processes with their memory, where the driver does not hide it', () => {
    expect(parseProcesses('4242, GPU-8f6d, 1204\n4243, GPU-8f6d, [N/A]\n')).toEqual([
      { pid: 4242, uuid: 'GPU-8f6d', memoryBytes: 1204 * 2 ** 20 },
      { pid: 4243, uuid: 'GPU-8f6d', memoryBytes: null },
    ]);
    expect(parseProcesses('\n')).toEqual([]);
  });
});

describe('reasons why clocks are held down', () => {
  it.each([
    ['0x0000000000000000', []],
    ['0x0000000000000001', []],
    ['0x0000000000000113', []],
    ['0x0000000000000004', ['power cap']],
    ['0x0000000000000048', ['hardware slowdown', 'hardware thermal slowdown']],
    ['0x00000000000000A0', ['software thermal slowdown', 'power brake']],
    ['[N/A]', null],
    ['Active', null],
  ])('%s', (mask, reasons) => {
    expect(throttleReasons(mask)).toEqual(reasons);
  });
});
