import { describe, expect, it } from '@jest/globals';
import { parseWaivers } from '../src/waivers.js';

const FILE = `waivers:
  - indicator: latency_p50
    model: models/large/*.onnx
    bound: 10%
    reason: Kernels for it are on their way
    by: mona
    expires: 2027-03-31
`;
const replaced = (line: string, by: string): string => FILE.replace(line, by);

describe('the waiver file', () => {
  it('holds who accepts how much of what, why, and until when', () => {
    expect(parseWaivers(FILE, 'it')).toEqual([
      {
        indicator: 'latency_p50',
        model: 'models/large/*.onnx',
        bound: { relative: 0.1 },
        reason: 'Kernels for it are on their way',
        by: 'mona',
        expires: '2027-03-31',
      },
    ]);
  });

  it('may bound the value of the head itself', () => {
    expect(parseWaivers(replaced('10%', '{value: 40}'), 'it')[0]?.bound).toEqual({ value: 40 });
    expect(parseWaivers(replaced('10%', '{value: 40, relative: 5%}'), 'it')[0]?.bound).toEqual({
      value: 40,
      relative: 0.05,
    });
  });

  it('waives nothing when it is empty', () => {
    expect(parseWaivers('', 'it')).toEqual([]);
    expect(parseWaivers('waivers: []', 'it')).toEqual([]);
  });

  it.each([
    ['latency_p50', 'latency', /line 2: .*expected the id of an indicator/],
    ['10%', '10', /line 4: .*expected a percentage/],
    ['10%', '{}', /line 4: .*expected/],
    ['2027-03-31', 'soon', /line 7: .*expected a date/],
    ['2027-03-31', '2027-02-31', /line 7: .*expected a date/],
    ['    by: mona\n', '', /by is missing/],
    ['    reason: Kernels for it are on their way\n', '', /reason is missing/],
    ['    expires: 2027-03-31\n', '', /expires is missing/],
    ['expires', 'expire', /unknown key "expire"|expires is missing/],
    ['waivers', 'waiver', /unknown key "waiver"/],
  ])('is refused with %j as %j', (line, by, message) => {
    expect(() => parseWaivers(replaced(line, by), 'the file')).toThrow(
      expect.objectContaining({ kind: 'config', message: expect.stringMatching(message) }),
    );
  });

  it('names benchmarks and declared metrics as the configuration does', () => {
    for (const id of ['quality.top1', 'benchmarks.train-step.duration'])
      expect(parseWaivers(replaced('latency_p50', id), 'it')[0]?.indicator).toBe(id);
  });
});
