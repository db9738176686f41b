import { describe, expect, it } from '@jest/globals';
import { parseTrace } from '../../src/measure/profile-trace.js';

const kernel = (given: object): object => ({
  cat: 'Node',
  name: 'conv_kernel_time',
  dur: 17,
  ts: 3,
  ph: 'X',
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
      { cat: 'Session', name: 'model_run', dur: 5, args: {} },
      kernel({}),
      kernel({
        name: 'scalar_kernel_time',
        args: { op_name: 'Neg', provider: 'P', output_type_shape: [{ int64: [] }] },
      }),
      { cat: 'Node', name: 'conv_fence_before', dur: 0, args: { op_name: 'Conv' } },
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
        durationUs: 17,
      },
      { node: 'scalar', op: 'Neg', provider: 'P', inputs: [], outputs: [[]], durationUs: 17 },
    ]);
  });

  it.each(['', '{}', '[{"cat": "Node"}]', '[1'])('that is none is refused: %s', (text) => {
    expect(() => parseTrace(text)).toThrow();
  });
});
