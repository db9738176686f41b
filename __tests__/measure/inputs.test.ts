import { describe, expect, it } from '@jest/globals';
import { GateError } from '../../src/errors.js';
import type { InputSettings } from '../../src/measure/input-settings.js';
import type { DeclaredInput } from '../../src/measure/input-shapes.js';
import { planFeeds } from '../../src/measure/inputs.js';
import type { TensorFile } from '../../src/measure/fills.js';

const settings = (given: Partial<InputSettings>): InputSettings => ({ dims: {}, inputs: {}, ...given });
const input = (given: Partial<DeclaredInput>): DeclaredInput => ({
  name: 'x',
  type: 'float32',
  shape: [1],
  ...given,
});
const file = (given: Partial<TensorFile>): ReadonlyMap<string, TensorFile> =>
  new Map([['x.npy', { path: '/data/x.npy', type: 'float32', shape: [2], ...given }]]);

function refusal(action: () => unknown): GateError {
  try {
    action();
  } catch (thrown) {
    if (thrown instanceof GateError) return thrown;
    throw thrown;
  }
  throw new Error('nothing was refused');
}

describe('shapes', () => {
  it('take fixed dimensions as declared and named ones as set', () => {
    const plan = planFeeds(
      [input({ shape: ['batch', 3, 'side'] })],
      settings({ dims: { batch: 8, side: 224 } }),
    );
    expect(plan.feeds[0]?.shape).toEqual([8, 3, 224]);
    expect(plan.warnings).toEqual([]);
  });

  it('take 1 for a named dimension that nobody set, with one warning that names it', () => {
    const inputs = [input({ shape: ['batch', 'seq'] }), input({ name: 'mask', shape: ['batch', 'seq'] })];
    const plan = planFeeds(inputs, settings({ dims: { batch: 2 } }));
    expect(plan.feeds.map(({ shape }) => shape)).toEqual([
      [2, 1],
      [2, 1],
    ]);
    expect(plan.warnings[0]).toBe(
      'dimension `seq` of input `x` is set by nobody: 1 is used; set it with --dim seq=N or under dims in the configuration',
    );
  });

  it.each([['?'], [''], [-1]])(
    'take 1 for an unnamed dimension declared as %j, with a warning',
    (dimension) => {
      const plan = planFeeds([input({ shape: [2, dimension] })], settings({}));
      expect(plan.feeds[0]?.shape).toEqual([2, 1]);
      expect(plan.warnings).toEqual([expect.stringContaining('dimension 1 of input `x` [2, ?] has no name')]);
    },
  );

  it('take a given shape for unnamed dimensions', () => {
    const plan = planFeeds([input({ shape: ['?', '?'] })], settings({ inputs: { x: { shape: [1, 512] } } }));
    expect(plan).toMatchObject({ feeds: [{ shape: [1, 512] }], warnings: [] });
  });

  it('bind the names in a given shape for the other inputs', () => {
    const inputs = [input({ name: 'mask', shape: ['batch', 'seq'] }), input({ shape: ['batch', 'seq'] })];
    const plan = planFeeds(inputs, settings({ inputs: { x: { shape: [4, 10] } } }));
    expect(plan).toMatchObject({ feeds: [{ shape: [4, 10] }, { shape: [4, 10] }], warnings: [] });
  });

  it('refuse a given shape that contradicts a fixed dimension, naming both', () => {
    const refused = refusal(() =>
      planFeeds([input({ shape: [2, '?'] })], settings({ inputs: { x: { shape: [3, 4] } } })),
    );
    expect(refused.kind).toBe('input');
    expect(refused.message).toBe('input `x` is declared as [2, ?], but the given shape is [3, 4].');
  });

  it('refuse a given shape of another rank', () => {
    expect(
      refusal(() => planFeeds([input({ shape: ['?'] })], settings({ inputs: { x: { shape: [1, 1] } } })))
        .message,
    ).toContain('[1, 1]');
  });

  it('refuse a given shape that contradicts a dimension that is set', () => {
    const contradicting = settings({ dims: { batch: 2 }, inputs: { x: { shape: [3] } } });
    expect(refusal(() => planFeeds([input({ shape: ['batch'] })], contradicting)).message).toContain(
      'the setting of dimension `batch` says that `batch` is 2',
    );
  });

  it('are asked for where the model declares none', () => {
    expect(refusal(() => planFeeds([input({ shape: null })], settings({}))).next).toContain('shape: [...]');
    const plan = planFeeds([input({ shape: null })], settings({ inputs: { x: { shape: [2, 2] } } }));
    expect(plan.feeds[0]?.shape).toEqual([2, 2]);
  });

  it('are refused before anything so large is made', () => {
    const large = settings({ dims: { n: 2 ** 31 } });
    const refused = refusal(() => planFeeds([input({ shape: ['n', 'n', 'n'] })], large));
    expect(refused).toMatchObject({ kind: 'input', message: expect.stringContaining('1024 MiB') });
  });

  it('are not confused by a dimension named like a property of objects', () => {
    expect(planFeeds([input({ shape: ['constructor'] })], settings({})).feeds[0]?.shape).toEqual([1]);
  });
});

describe('fills', () => {
  it.each([
    ['float32', { kind: 'normal' }],
    ['float16', { kind: 'normal' }],
    ['int64', { kind: 'uniform', low: 0, high: 1 }],
    ['bool', { kind: 'uniform', low: 0, high: 1 }],
    ['string', { kind: 'constant', value: 'text' }],
  ])('default by type: %s', (type, fill) => {
    expect(planFeeds([input({ type })], settings({})).feeds[0]?.fill).toEqual(fill);
  });

  it('warn of integers that nobody set, since much can hang on them', () => {
    expect(planFeeds([input({ name: 'sr', type: 'int64', shape: [] })], settings({})).warnings).toEqual([
      expect.stringContaining('integer input `sr` is set by nobody: 0 to 1 is used'),
    ]);
  });

  it('take a value or a range', () => {
    const plan = planFeeds(
      [input({ name: 'sr', type: 'int64', shape: [] }), input({ name: 'tokens', type: 'int64', shape: [4] })],
      settings({ inputs: { sr: { value: 16000 }, tokens: { range: [0, 30521] } } }),
    );
    expect(plan.feeds.map(({ fill }) => fill)).toEqual([
      { kind: 'constant', value: 16000 },
      { kind: 'uniform', low: 0, high: 30521 },
    ]);
    expect(plan.warnings).toEqual([]);
  });

  it.each([
    ['int64', { value: 1.5 }],
    ['int8', { value: 128 }],
    ['uint8', { range: [-1, 3] }],
    ['int32', { range: [0, 0.5] }],
    ['float32', { range: [2, 1] }],
    ['float32', { value: 'text' }],
    ['int64', { value: true }],
    ['string', { value: 3 }],
    ['bool', { value: 2 }],
  ] as const)('refuse for %s what it cannot hold: %j', (type, setting) => {
    const one = 'range' in setting ? { range: [...setting.range] as [number, number] } : setting;
    expect(refusal(() => planFeeds([input({ type })], settings({ inputs: { x: one } }))).kind).toBe('input');
  });

  it('refuse more than one way to fill', () => {
    const both = settings({ inputs: { x: { value: 1, range: [0, 1] } } });
    expect(refusal(() => planFeeds([input({})], both)).message).toContain('more than one');
  });

  it('take a file with its shape', () => {
    const plan = planFeeds(
      [input({ shape: ['n'] })],
      settings({ inputs: { x: { file: 'x.npy' } } }),
      file({}),
    );
    expect(plan.feeds[0]).toEqual({
      name: 'x',
      type: 'float32',
      shape: [2],
      fill: { kind: 'file', path: '/data/x.npy', label: 'x.npy' },
    });
  });

  it.each([
    ['of another type', file({ type: 'int32' })],
    ['of another shape', file({ shape: [7] })],
  ])('refuse a file %s', (_what, files) => {
    const given = settings({ inputs: { x: { file: 'x.npy' } } });
    expect(refusal(() => planFeeds([input({ shape: [2] })], given, files)).message).toContain('x.npy');
  });

  it('refuse types that the runtime does not take', () => {
    expect(refusal(() => planFeeds([input({ type: 'bfloat16' })], settings({}))).message).toContain(
      '`bfloat16`',
    );
  });
});

describe('base and head', () => {
  const both = settings({
    dims: { batch: 1, sequence: 512 },
    inputs: { sr: { value: 16000 }, input: { shape: [1, 512] } },
  });

  it('each take what they know from one configuration', () => {
    const base = planFeeds(
      [
        input({ name: 'input', shape: ['batch', 'sequence'] }),
        input({ name: 'sr', type: 'int64', shape: [] }),
        input({ name: 'h', shape: [2, 'batch', 64] }),
      ],
      both,
    );
    const head = planFeeds([input({ name: 'input', shape: ['?', '?'] })], both);
    expect(base.feeds.map(({ shape }) => shape)).toEqual([[1, 512], [], [2, 1, 64]]);
    expect(head.feeds.map(({ shape }) => shape)).toEqual([[1, 512]]);
    expect([...base.warnings, ...head.warnings]).toEqual([]);
  });
});

describe('the batch', () => {
  it.each([
    [8, input({ shape: ['batch_size', 10] })],
    [4, input({ shape: [4, 3, 8, 8] })],
    [1, input({ shape: [512, 80] })],
    [1, input({ shape: [] })],
  ])('is %i', (batch, declared) => {
    expect(planFeeds([declared], settings({ dims: { batch_size: 8 } })).batch).toBe(batch);
  });
});
