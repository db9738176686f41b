import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import {
  defaultConfig,
  parseConfig,
  selectsModel,
  settingsFor,
  withOverrides,
  type Config,
  type Overrides,
} from '../src/config.js';
import { describeFailure, GateError } from '../src/errors.js';
import { INDICATORS } from '../src/indicators.js';

const parse = (text: string): Config => parseConfig(text, 'gate.yml');

function failureOf(act: () => unknown): { kind: string; text: string } {
  try {
    act();
  } catch (thrown) {
    if (!(thrown instanceof GateError)) throw thrown;
    const { message, next } = describeFailure(thrown);
    return { kind: thrown.kind, text: `${message} ${next}` };
  }
  throw new Error('nothing was refused');
}

describe('claims and their acknowledgement', () => {
  it('are reported, and acknowledged by a label, unless the file says otherwise', () => {
    expect(parse('')).toMatchObject({ claims: 'report', acknowledgeLabel: 'efficiency-acknowledged' });
    expect(parse('claims: enforce\nacknowledge-label: null')).toMatchObject({
      claims: 'enforce',
      acknowledgeLabel: null,
    });
    expect(() => parse('claims: enforced')).toThrow('which is not known');
  });

  it('are shown on the lines of the tolerances of a file in the repository', () => {
    const text = 'threads: 1\ntolerances:\n  macs: 2%\n  parameters: 1%\n';
    expect(parseConfig(text, 'it', 'gate.yml').written).toEqual({
      file: 'gate.yml',
      toleranceLines: { macs: 3, parameters: 4 },
    });
    expect(parse(text).written).toBeNull();
  });
});

describe('a configuration without content', () => {
  it('is the defaults', () => {
    expect(parse('# nothing yet\n')).toEqual({ ...defaultConfig(), source: 'gate.yml' });
    expect(defaultConfig().source).toBe('defaults');
  });

  it('takes every .onnx file for a model, and nothing else', () => {
    const config = defaultConfig();
    for (const file of [
      'a.onnx',
      'deep/er/b.onnx',
      '.hidden/c.onnx',
      'new\nline.onnx',
      '!odd.onnx',
      '#1/d.onnx',
    ]) {
      expect([file, selectsModel(config, file)]).toEqual([file, true]);
    }
    for (const file of ['a.onnx.bin', 'onnx', 'a.ONNX/readme.md']) {
      expect([file, selectsModel(config, file)]).toEqual([file, false]);
    }
  });

  it('requires what the indicator table requires, and declared quality', () => {
    expect(defaultConfig().required).toEqual([
      ...INDICATORS.filter(({ required }) => required).map(({ id }) => id),
      'quality',
    ]);
  });

  it('asks for no price and no grid, and looks for declarations in one place', () => {
    expect(defaultConfig()).toMatchObject({
      gridIntensity: null,
      price: null,
      declared: '.github/efficiency.json',
    });
  });
});

describe('a configuration file', () => {
  it('refuses a tolerance of what is neither an indicator nor a declared metric', () => {
    expect(() => parseConfig('tolerances: {latency_p5: 5%}', 'the file')).toThrow(
      'the file, line 1: unknown key "latency_p5" in tolerances.',
    );
    expect(() => parseConfig('tolerances: {cost_per_million: 5%}', 'the file')).toThrow('unknown key');
  });

  it('is read as the example shows it', async () => {
    const text = await readFile(new URL('../examples/efficiency-gate.yml', import.meta.url), 'utf8');
    const config = parse(text);
    expect(config.tolerances).toEqual({
      latency_p50: { relative: 0.05 },
      parameters: { relative: 0 },
      'quality.top1': { absolute: 0.2 },
    });
    expect(config).toMatchObject({ gridIntensity: 300, price: { perHour: 0.5, currency: 'USD' } });
    expect(settingsFor(config, 'models/nested/a.onnx')).toEqual({
      dims: { batch: 1, sequence: 512 },
      inputs: { sr: { value: 16000 }, tokens: { range: [0, 30521] }, state: { shape: [2, 1, 128] } },
    });
  });

  it('sets everything that it names', () => {
    const config = parse(`
      required: [macs]
      budget: 90
      threads: 4
      provider: cuda
      seed: 7
      alpha: 0.01
      warn-only: true
      fail-on-inconclusive: true
      max-improvement: 50%`);
    expect(config).toMatchObject({
      required: ['macs'],
      budget: 90,
      threads: 4,
      provider: 'cuda',
      seed: 7,
      alpha: 0.01,
    });
    expect(config).toMatchObject({
      warnOnly: true,
      failOnInconclusive: true,
      maxImprovement: 0.5,
    });
  });

  it.each([
    ['5%', { relative: 0.05 }],
    ['"5 %"', { relative: 0.05 }],
    ['0.05', { relative: 0.05 }],
    ['0', { relative: 0 }],
    ['0.7%', { relative: 0.007 }],
    ['150%', { relative: 1.5 }],
    ['{absolute: 1000}', { absolute: 1000 }],
    ['{relative: 5%, absolute: 1000}', { relative: 0.05, absolute: 1000 }],
  ])('understands the tolerance %s', (written, tolerance) => {
    expect(parse(`tolerances: {macs: ${written}}`).tolerances).toEqual({ macs: tolerance });
  });

  it.each(['5', '1', '-1%', '5 percent', '{}', '{relative: 7}', 'null', 'true', '[5%]'])(
    'refuses the tolerance %s, which could mean anything',
    (written) => {
      const { kind, text } = failureOf(() => parse(`tolerances:\n  macs: ${written}`));
      expect(kind).toBe('config');
      expect(text).toMatch(/^gate\.yml, line 2: tolerances\.macs/);
    },
  );

  it.each([
    ['tolerance: {}', 'gate.yml, line 1: unknown key "tolerance". Did you mean "tolerances"?'],
    ['threads: 1\nwarn_only: true', 'gate.yml, line 2: unknown key "warn_only". Did you mean "warn-only"?'],
    [
      'models:\n  - path: a\n    dim: {n: 1}',
      'gate.yml, line 3: unknown key "dim" in models.0. Did you mean "dims"?',
    ],
    [
      'models:\n  - path: a\n    inputs:\n      x: {shap: [1]}',
      'gate.yml, line 4: unknown key "shap" in models.0.inputs.x. Did you mean "shape"?',
    ],
    [
      'tolerances:\n  macs: {rel: 5%}',
      'gate.yml, line 2: unknown key "rel" in tolerances.macs. Did you mean "relative"?',
    ],
    [
      'tolerances:\n  latency_50: 5%',
      'gate.yml, line 2: unknown key "latency_50" in tolerances. Did you mean "latency_p50"?',
    ],
    [
      'required:\n  - macs\n  - parameter',
      'gate.yml, line 3: required.1 is "parameter", which is not known. Did you mean "parameters"?',
    ],
  ])('answers a wrong word with its line and the nearest right one: %j', (written, answer) => {
    expect(failureOf(() => parse(written))).toEqual({ kind: 'config', text: answer });
  });

  it.each([
    ['- a', 'line 1: the configuration is a list: expected a mapping'],
    ['threads: two', 'line 1: threads is "two": expected number'],
    ['budget: soon', 'line 1: budget is "soon": expected seconds, or auto'],
    ['models:\n  - dims: {n: 1}', 'line 2: models.0.path is missing'],
    ['models:\n  - path: ../outside/*.onnx', 'line 2: models.0.path is "../outside/*.onnx": expected a glob'],
    ['models:\n  - path: /etc/*.onnx', 'line 2: models.0.path is "/etc/*.onnx": expected a glob'],
    ['"\\e[31m": 1', String.raw`line 1: unknown key "\u001b[31m"`],
    ['__proto__: 1', 'line 1: unknown key "__proto__"'],
  ])('says what is wrong with %j', (written, fault) => {
    expect(failureOf(() => parse(written)).text).toContain(`gate.yml, ${fault}`);
  });

  it.each([
    ['broken YAML', 'a: ['],
    ['the same key twice', 'threads: 1\nthreads: 2'],
    ['two documents', 'threads: 1\n---\nthreads: 2'],
    ['tags of another language', 'threads: !!python/object 1'],
    ['a file without end', 'x'.repeat(300_000)],
    ['bottomless nesting', '['.repeat(50_000)],
    [
      'a bomb of aliases',
      `a: &a [${'x,'.repeat(9)}]\nb: &b [${'*a,'.repeat(9)}]\nc: &c [${'*b,'.repeat(9)}]\nd: [${'*c,'.repeat(9)}]`,
    ],
  ])('refuses %s', (_, written) => {
    const { kind, text } = failureOf(() => parse(written));
    expect(kind).toBe('config');
    expect(text).toMatch(/^gate\.yml cannot be read: /);
  });
});

describe('the settings of a model', () => {
  const config = parse(`
    models:
      - {path: models/small/**, dims: {batch: 1}}
      - {path: ./models/*/*.onnx, dims: {batch: 8}}`);

  it('are those of the first entry that matches', () => {
    expect(settingsFor(config, 'models/small/a.onnx').dims).toEqual({ batch: 1 });
    expect(settingsFor(config, 'models/large/a.onnx').dims).toEqual({ batch: 8 });
    expect(settingsFor(config, './models/large/a.onnx').dims).toEqual({ batch: 8 });
  });

  it('are empty for a file that no entry names', () => {
    expect(selectsModel(config, 'other.onnx')).toBe(false);
    expect(settingsFor(config, 'other.onnx')).toEqual({ dims: {}, inputs: {} });
  });
});

describe('overrides', () => {
  const settings = (...inputs: string[]) =>
    settingsFor(withOverrides(defaultConfig(), { inputs }), 'a.onnx').inputs;

  it('leave a configuration alone when there are none', () => {
    const config = defaultConfig();
    expect(withOverrides(config, { dims: [], budget: undefined })).toBe(config);
  });

  it('are named in the source', () => {
    const config = withOverrides(defaultConfig(), { threads: '2', tolerances: ['3%'] });
    expect(config.source).toBe('defaults, with threads, tolerances set for this run');
  });

  it('go over what the file says of inputs, and keep the rest', () => {
    const config = parse(
      'models: [{path: "*.onnx", dims: {batch: 1, time: 9}, inputs: {x: {shape: [2], range: [0, 1]}}}]',
    );
    const overridden = withOverrides(config, { dims: ['batch=4'], inputs: ['x=7', 'y=true'] });
    expect(settingsFor(overridden, 'a.onnx')).toEqual({
      dims: { batch: 4, time: 9 },
      inputs: { x: { shape: [2], value: 7 }, y: { value: true } },
    });
    expect(settingsFor(overridden, 'elsewhere/a.onnx').dims).toEqual({ batch: 4 });
    expect(settingsFor(config, 'a.onnx').dims).toEqual({ batch: 1, time: 9 });
  });

  it.each([
    ['sr=16000', { sr: { value: 16000 } }],
    ['x=-1.5e3', { x: { value: -1500 } }],
    ['x=false', { x: { value: false } }],
    ['x=value:shape:1', { x: { value: 'shape:1' } }],
    ['x=value:a=b', { x: { value: 'a=b' } }],
    ['serving:0=shape:1,512', { 'serving:0': { shape: [1, 512] } }],
    ['x=shape:', { x: { shape: [] } }],
    ['x=range:0..30521', { x: { range: [0, 30521] } }],
    ['x=range:-1.5..-.5', { x: { range: [-1.5, -0.5] } }],
    ['x=file:test data/input_0.pb', { x: { file: 'test data/input_0.pb' } }],
    ['__proto__x=1', { __proto__x: { value: 1 } }],
  ])('read --input %s', (flag, expected) => {
    expect(settings(flag)).toEqual(expected);
  });

  it('add up for one input, the later over the earlier where both cannot hold', () => {
    expect(settings('x=shape:1,512', 'x=range:0..9')).toEqual({ x: { shape: [1, 512], range: [0, 9] } });
    expect(settings('x=range:0..9', 'x=shape:3', 'x=2')).toEqual({ x: { shape: [3], value: 2 } });
    expect(settings('x=shape:3', 'x=file:a.npy')).toEqual({ x: { file: 'a.npy' } });
  });

  it('set one tolerance for all timings, and a special one over it whatever the order', () => {
    const { tolerances } = withOverrides(parse('tolerances: {macs: 0%, cpu_time: 1%}'), {
      tolerances: ['latency_p50=3%', '0.1'],
    });
    const tenth = { relative: 0.1 };
    expect(tolerances).toEqual({
      macs: { relative: 0 },
      latency_p50: { relative: 0.03 },
      latency_p90: tenth,
      throughput: tenth,
      cpu_time: tenth,
      load_time: tenth,
      first_inference: tenth,
      timings: tenth,
    });
  });

  it('set one tolerance for the durations of benchmarks too, and leave what else they report', () => {
    const text = `
benchmarks: [{name: a, command: c}, {name: b, command: c}]
tolerances: {benchmarks.a.duration: 1%, benchmarks.a.loss: 2%, benchmarks.b.duration: 3%}`;
    const given = ['10%', 'benchmarks.b.duration=4%'];
    expect(withOverrides(parse(text), { tolerances: given }).tolerances).toMatchObject({
      'benchmarks.a.loss': { relative: 0.02 },
      'benchmarks.b.duration': { relative: 0.04 },
      timings: { relative: 0.1 },
    });
    const { tolerances } = withOverrides(parse(text), { tolerances: given });
    expect(tolerances).not.toHaveProperty(['benchmarks.a.duration']);
  });

  it('take numbers as text and as numbers', () => {
    const given: Overrides = { budget: '90', threads: 2, seed: '3', provider: 'cuda', warnOnly: true };
    expect(withOverrides(defaultConfig(), given)).toMatchObject({
      budget: 90,
      threads: 2,
      seed: 3,
      provider: 'cuda',
      warnOnly: true,
    });
    expect(withOverrides(parse('budget: 90'), { budget: 'auto' }).budget).toBe('auto');
  });

  it.each<[Overrides, string]>([
    [{ dims: ['batch'] }, '--dim "batch" has no NAME=VALUE'],
    [{ dims: ['batch=one'] }, '--dim "batch=one" does not end in a whole number'],
    [{ dims: ['=1'] }, '--dim "=1" has no NAME=VALUE'],
    [{ inputs: ['x=1x512'] }, '--input "x=1x512" is not understood'],
    [{ inputs: ['x=shape:1,,2'] }, '--input "x=shape:1,,2" is not understood'],
    [{ inputs: ['x=range:0'] }, '--input "x=range:0" is not understood'],
    [{ inputs: ['x=rnage:0..1'] }, '--input "x=rnage:0..1" is not understood'],
    [{ inputs: ['x=constructor:1'] }, '--input "x=constructor:1" is not understood'],
    [{ tolerances: ['5'] }, '--tolerance "5" is not understood'],
    [{ tolerances: ['latency=5%'] }, 'Did you mean "latency_p50"?'],
    [{ threads: '0' }, 'threads is 0'],
    [{ budget: 'soon' }, 'budget is "soon"'],
    [{ provider: 'cpu; rm' }, 'provider is "cpu; rm"'],
  ])('refuse %j as a misuse of the command line', (given, message) => {
    const { kind, text } = failureOf(() => withOverrides(defaultConfig(), given));
    expect(kind).toBe('usage');
    expect(text).toContain(message);
  });
});
