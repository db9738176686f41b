import { describe, expect, it } from '@jest/globals';
import { parseTrace } from '../../src/measure/profile-trace.js';

/** An event with its fields in the runtime's order. */
const kernel = (given: object): object => ({
  cat: 'Node',
  dur: 17,
  ts: 3,
  ph: 'X',
  name: 'conv_kernel_time',
  args: {
    op_name: 'Conv',
    provider: 'CPUExecutionProvider',
    node_index: '4',
    input_type_shape: [{ float: [1, 3, 8, 8] }, { float: [4, 3, 3, 3] }],
    output_type_shape: [{ float: [1, 4, 8, 8] }],
  },
  ...given,
});

describe('a trace', () => {
  it('has one entry for each executed kernel, in order', () => {
    const trace = [
      { cat: 'Session', dur: 5, name: 'model_run', args: {} },
      kernel({}),
      kernel({
        name: 'scalar_kernel_time',
        args: { op_name: 'Neg', provider: 'P', output_type_shape: [{ int64: [] }] },
      }),
      { cat: 'Node', dur: 0, name: 'conv_fence_before', args: { op_name: 'Conv' } },
    ];
    expect(parseTrace(JSON.stringify(trace))).toEqual([
      {
        node: 'conv',
        op: 'Conv',
        provider: 'CPUExecutionProvider',
        inputs: [
          [1, 3, 8, 8],
          [4, 3, 3, 3],
        ],
        outputs: [[1, 4, 8, 8]],
        inputTypes: ['float', 'float'],
        outputTypes: ['float'],
        durationUs: 17,
      },
      {
        node: 'scalar',
        op: 'Neg',
        provider: 'P',
        inputs: [],
        outputs: [[]],
        inputTypes: [],
        outputTypes: ['int64'],
        durationUs: 17,
      },
    ]);
  });

  it('may name nodes with characters that the runtime forgets to escape', () => {
    const name = 'a"b\\c\nd';
    const text = JSON.stringify([kernel({ name: 'NAME_kernel_time' })]).replace('NAME', () => name);
    expect(() => JSON.parse(text) as unknown).toThrow();
    expect(parseTrace(text)).toMatchObject([{ node: name, op: 'Conv' }]);
  });

  it.each(['', '{}', '[{"cat": "Node"}]', '[1'])('that is none is refused: %s', (text) => {
    expect(() => parseTrace(text)).toThrow();
  });
});
