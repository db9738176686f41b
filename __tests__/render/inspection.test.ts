import { describe, expect, it } from '@jest/globals';
import { operatorRow, staticProfile } from '../fixtures/report-factory.js';
import { HOSTILE_TEXTS } from '../fixtures/hostile-texts.js';
import { renderInspection } from '../../src/render/inspection.js';

const inspect = (overrides: Parameters<typeof staticProfile>[0] = {}, name = 'vad.onnx'): string =>
  renderInspection(staticProfile(overrides), {
    colour: false,
    width: 80,
    name,
    batch: 1,
    nodes:
      name === 'vad.onnx'
        ? []
        : [{ ...operatorRow({ op: name }), name, macs_by_precision: null, memory_traffic_bytes: null }],
  });

describe('an inspected model', () => {
  it('is shown with its interface, its counts, their coverage and its operators', () => {
    expect(inspect().split('\n')).toEqual([
      'vad.onnx',
      '  ONNX IR 8, operator sets ai.onnx 16, made by pytorch 2.1',
      '  input   input float32 [1, 512]',
      '  output  output float32 [1, 1]',
      '',
      '  indicator                           exact            rounded  provenance',
      '  parameters                        462,594            462.6 k  counted',
      '  parameters that are not zero      462,594            462.6 k  counted',
      '  parameters in 2:4 sparsity              0                  0  counted',
      '  zero channels                           0                  0  counted',
      '  model size                    1,000,000 B            1.00 MB  counted',
      '  MACs (multiply-accumulates)       563,968            564.0 k  counted',
      '  FLOPs                           1,200,000            1.200 M  counted',
      '  operators                              12                 12  counted',
      '  MACs for each parameter              1.25              1.250  counted',
      '  uses of a parameter                     1                  1  counted',
      '  depth                                   6                  6  counted',
      '  parallelism                           1.5              1.500  counted',
      '  activations                        40,000            40.00 k  counted',
      '  peak activations                 64,000 B            64.0 kB  counted',
      '  memory traffic                2,000,000 B            2.00 MB  counted',
      '  arithmetic intensity                  0.6  0.6000 FLOPs/byte  counted',
      '  training FLOPs per example      3,600,000            3.600 M  estimated',
      '',
      'MACs by precision: fp32 563,968.',
      '',
      '12 of 12 operators have a stated cost; shapes from inference.',
      '',
      '  operator  executions     MACs  elementwise  activations  parameters',
      '  Conv               4  564.0 k            0      40.00 k     462.6 k',
      '',
    ]);
  });

  it('is shown node by node where that was asked for', () => {
    const nodes = [
      { ...operatorRow(), name: 'stem', macs_by_precision: { int8: 563_968 }, memory_traffic_bytes: 64 },
    ];
    const text = renderInspection(staticProfile(), {
      colour: false,
      width: 80,
      name: 'vad.onnx',
      batch: 1,
      nodes,
    });
    expect(text.split('\n').slice(-3)).toEqual([
      '  node  operator  executions     MACs  elementwise  activations  parameters  precision',
      '  stem  Conv               4  564.0 k            0      40.00 k     462.6 k  int8',
      '',
    ]);
  });

  it('says what is not known, and why', () => {
    const { counts } = staticProfile();
    const text = inspect({
      counts: { ...counts, macs: { value: null, reason: 'operators without a stated cost: Mystery' } },
      coverage: { costed: 11, total: 12, uncosted: ['Mystery'] },
      operators: [operatorRow({ op: 'Mystery', macs: null })],
    });
    expect(text).toMatch(/MACs \(multiply-accumulates\) +unknown +unknown +not measured/);
    expect(text).toContain('? MACs (multiply-accumulates): operators without a stated cost: Mystery');
    expect(text).toContain(
      '11 of 12 operators have a stated cost; shapes from inference. Without one:\nMystery.',
    );
    expect(text).toMatch(/Mystery +4 +unknown/);
  });

  it('sums up operators beyond the dearest twenty', () => {
    const operators = Array.from({ length: 25 }, (_, index) => operatorRow({ op: `Op${index}` }));
    expect(inspect({ operators })).toContain('and 5 more operator types; --json shows all');
  });

  it.each(HOSTILE_TEXTS)('controls no terminal: %j', (text) => {
    const value = { name: text, type: text, shape: [text] };
    const rendered = inspect(
      {
        producer: text,
        opsets: { [text]: 1 },
        inputs: [value],
        outputs: [value],
        coverage: { costed: 0, total: 1, uncosted: [text] },
        operators: [operatorRow({ op: text })],
      },
      text,
    );
    expect(rendered.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
  });
});
