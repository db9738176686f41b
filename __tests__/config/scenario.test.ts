import { describe, expect, it } from '@jest/globals';
import { parseConfig, scenariosFor, withOverrides } from '../../src/config.js';

const TEXT = `
models:
  - path: vad.onnx
    dims: {batch: 1}
    inputs: {sr: {value: 16000}, x: {range: [0, 9]}}
    scenarios:
      - name: 8 kHz
        inputs: {sr: {value: 8000}}
      - name: long
        dims: {sequence: 512}
        threads: 2
  - path: plain.onnx
    dims: {batch: 4}
`;
const config = parseConfig(TEXT, 'test');

describe('scenarios', () => {
  it('inherit from their entry what they do not say themselves', () => {
    expect(scenariosFor(config, 'vad.onnx')).toEqual([
      {
        name: '8 kHz',
        settings: { dims: { batch: 1 }, inputs: { sr: { value: 8000 }, x: { range: [0, 9] } } },
        session: { threads: 1, provider: 'cpu' },
      },
      {
        name: 'long',
        settings: {
          dims: { batch: 1, sequence: 512 },
          inputs: { sr: { value: 16000 }, x: { range: [0, 9] } },
        },
        session: { threads: 2, provider: 'cpu' },
      },
    ]);
  });

  it('are one without a name where an entry has none', () => {
    expect(scenariosFor(config, 'plain.onnx')).toMatchObject([
      { name: null, settings: { dims: { batch: 4 } } },
    ]);
    expect(scenariosFor(config, 'unmatched.onnx')).toMatchObject([{ name: null, settings: { dims: {} } }]);
  });

  it('give way to what is said for one run', () => {
    const overridden = withOverrides(config, { threads: 3, dims: ['sequence=8'], inputs: ['sr=4000'] });
    const scenarios = scenariosFor(overridden, 'vad.onnx');
    expect(scenarios.map(({ session }) => session.threads)).toEqual([3, 3]);
    expect(scenarios.map(({ settings }) => settings.dims.sequence)).toEqual([8, 8]);
    expect(scenarios.map(({ settings }) => settings.inputs.sr)).toEqual([{ value: 4000 }, { value: 4000 }]);
  });

  it.each([
    ['[{name: a}, {name: a}]', 'scenarios is a list: expected a different name for each'],
    ['[{dims: {n: 1}}]', 'scenarios.0.name is missing'],
    ['[{name: a, thread: 2}]', 'unknown key "thread" in models.0.scenarios.0'],
    ['[{name: "a|b"}]', 'scenarios.0.name is "a|b": expected a name of letters'],
    ['[{name: a, threads: 0}]', 'scenarios.0.threads is 0'],
    ['[]', 'scenarios is a list'],
  ])('that are wrong are answered with what is wrong: %s', (scenarios, fault) => {
    expect(() => parseConfig(`models: [{path: a.onnx, scenarios: ${scenarios}}]`, 'test')).toThrow(fault);
  });
});
