import { describe, expect, it } from '@jest/globals';
import { declarationOf, parseDeclared } from '../../src/declared/parse.js';
import { declaredSides, namedOnly } from '../../src/declared/sources.js';

const parsed = (data: unknown) => parseDeclared(JSON.stringify(data), 'efficiency.json of the head');
const of = (data: unknown, path = 'models/a.onnx') => declarationOf(parsed(data), path);

describe('a declaration', () => {
  it('may give a metric as one number, higher is better and no difference is tolerated', () => {
    expect(of({ quality: { top1: 76.1 } })?.quality).toEqual({
      top1: { value: 76.1, better: 'higher', unit: '', tolerance: { absolute: 0 }, outcomes: null },
    });
  });

  it('takes a metric for the mean of its outcomes', () => {
    expect(of({ quality: { top1: { outcomes: [1, 0, 1, 1] } } })?.quality.top1).toMatchObject({
      value: 0.75,
      outcomes: [1, 0, 1, 1],
    });
  });

  it('reads a plain tolerance in the unit of the metric, and a percentage as a part of the base', () => {
    const { quality } = of({
      quality: {
        a: { value: 1, tolerance: 0.2 },
        b: { value: 1, tolerance: '0.5%' },
        c: { value: 1, tolerance: 3 },
      },
    })!;
    expect(Object.values(quality).map(({ tolerance }) => tolerance)).toEqual([
      { absolute: 0.2 },
      { relative: 0.005 },
      { absolute: 3 },
    ]);
  });

  it('of a model by its path stands in place of the one for all', () => {
    const data = { quality: { f1: 0.5 }, models: { 'models/a.onnx': { training: { steps: 7 } } } };
    expect(of(data)).toEqual({ training: { steps: 7 }, quality: {} });
    expect(of(data, 'models/b.onnx')?.quality.f1?.value).toBe(0.5);
    expect(of({ models: { 'models/a.onnx': {} } })).toBeNull();
  });

  it('that two models share tells only what it says of either by its path', () => {
    const file = namedOnly(
      parsed({ quality: { f1: 0.5 }, models: { 'new.onnx': { quality: { f1: 0.7 } } } }),
    );
    const sides = declaredSides({ base: file, head: file }, { base: 'old.onnx', head: 'new.onnx' });
    expect(sides).toMatchObject({ base: null, head: { quality: { f1: { value: 0.7 } } } });
    expect(declaredSides({ base: file, head: file }, { base: 'x', head: 'y' })).toBeUndefined();
  });

  it.each<[unknown, string]>([
    [{ qualty: {} }, 'efficiency.json of the head: unknown key "qualty".'],
    [{ training: { device_hours: -1 } }, 'training.device_hours is -1'],
    [{ training: { reached: { metric: 'a b', value: 1 } } }, 'training.reached.metric is "a b"'],
    [{ quality: { top1: { value: 1, outcomes: [1, 0] } } }, 'quality.top1 is a mapping'],
    [{ quality: { top1: {} } }, 'quality.top1 is a mapping'],
    [{ quality: { top1: 'good' } }, 'quality.top1 is "good"'],
    [{ quality: { '<b>': 1 } }, 'quality.<b> is'],
  ])('%j is refused in words that name the place', (data, fault) => {
    expect(() => parsed(data)).toThrow(fault);
  });

  it('that is no JSON is refused with where it came from', () => {
    expect(() => parseDeclared('{', 'what evaluate.sh printed')).toThrow(
      /^what evaluate.sh printed is not JSON/,
    );
  });
});
