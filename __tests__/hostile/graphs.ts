/** Graphs that make no sense, tensors that cannot be, and models that take all there is. */
import {
  type AttributeInit,
  constant,
  floats,
  type GraphInit,
  int64s,
  integer,
  integers,
  node,
  type NodeInit,
  subgraph,
  TYPE,
  value,
} from '../onnx/fixtures/model-file.js';
import { graphRow, type HostileModel } from './row.js';

const [one] = [value('x', [1])];
const HUGE = 2 ** 40;

/** A model `x -> y` of one-element tensors around these nodes. */
const around = (nodes: NodeInit[], rest: GraphInit = {}): GraphInit => ({
  input: [value('x', [1])],
  output: [value('y')],
  node: nodes,
  ...rest,
});

const real = (name: string, f: number): AttributeInit => ({ name, type: 1, f });

/** Runs `nodes`, which make `w` of `v`, as often as `trips` says. */
function loop(trips: number | bigint, nodes: NodeInit[], more: GraphInit = {}): GraphInit {
  const body: GraphInit = {
    name: 'body',
    node: [node('Identity', ['go_on'], ['goes_on']), ...nodes],
    input: [value('i', [], TYPE.int64), value('go_on', [], TYPE.bool), value('v')],
    output: [value('goes_on', [], TYPE.bool), value('w')],
  };
  return around([node('Loop', ['trips', '', 'x'], ['y'], [subgraph('body', body)])], {
    initializer: [{ name: 'trips', dataType: TYPE.int64, int64Data: [BigInt(trips)] }],
    ...more,
  });
}

/** Brings a tensor of any size down to one element, so that nothing of it is an output. */
const reduced = (nodes: NodeInit[], rest: GraphInit = {}): GraphInit =>
  around([...nodes, node('ReduceMax', ['big'], ['y'], [integer('keepdims', 0)])], rest);

const MEMORY = 'out-of-memory';
const REFUSED = /memory|refuses/;
/** Memory grows with every turn: which limit a loop meets first is the machine's to say. */
const ENDLESS = ['time-out', MEMORY] as const;
const RUNS_ON = /did not answer within 2 s|more than the .* of memory/;

export const GRAPHS: readonly HostileModel[] = [
  graphRow('two nodes that wait for each other', 'model', /nodes that wait for each other/, () =>
    around([node('Add', ['x', 'b'], ['a']), node('Neg', ['a'], ['b']), node('Neg', ['a'], ['y'])]),
  ),
  graphRow('a node that waits for itself', 'model', /nodes that wait for each other/, () =>
    around([node('Add', ['x', 'y'], ['y'])]),
  ),
  graphRow('a value that two nodes write', 'model', /writes the value "y" twice/, () =>
    around([node('Neg', ['x'], ['y']), node('Abs', ['x'], ['y'])]),
  ),
  graphRow('a value that nothing writes', 'model', /which nothing writes/, () =>
    around([node('Neg', ['ghost'], ['y'])]),
  ),
  graphRow('an output that nothing writes', 'model', /which nothing writes/, () => around([])),
  graphRow('an operator that there is not', 'model', /refuses/, () =>
    around([node('Mystery', ['x'], ['y'])]),
  ),
  graphRow('an operator named like a property of every object', 'model', /refuses/, () =>
    around([node('constructor', ['x'], ['y'])]),
  ),
  graphRow('an operator of a library that is not loaded', 'model', /refuses/, () =>
    around([node('evil.ops:Run', ['x'], ['y'])]),
  ),
  graphRow('an operator without a name', 'model', /refuses/, () => around([node('', ['x'], ['y'])])),
  graphRow('values named like properties of every object', 'ok', /./, () => ({
    input: [value('__proto__', [1])],
    output: [value('constructor', [1])],
    node: [node('Neg', ['__proto__'], ['toString']), node('Abs', ['toString'], ['constructor'])],
  })),
  graphRow('names of control characters and commands', 'ok', /./, () => ({
    input: [value('\u001b[31m::error::x\n', [1])],
    output: [value('y\u202e', [1])],
    node: [{ ...node('Neg', ['\u001b[31m::error::x\n'], ['y\u202e']), name: '"}]\n::set-output name=a::b' }],
  })),
  graphRow('a name of ten million characters', 'model', /a name of 10000000 characters/, () => {
    const name = 'n'.repeat(10_000_000);
    return around([node('Neg', ['x'], [name]), node('Abs', [name], ['y'])]);
  }),
  graphRow('a chain of 10,000 nodes', 'ok', /./, () => {
    const links = Array.from({ length: 10_000 }, (_, index) => node('Neg', [`v${index}`], [`v${index + 1}`]));
    return { input: [value('v0', [1])], output: [value('v10000', [1])], node: links };
  }),
  graphRow('two initializers of one name', ['ok', 'model'], /./, () =>
    around([node('Add', ['x', 'w'], ['y'])], { initializer: [floats('w', [1]), floats('w', [1])] }),
  ),
  graphRow('no output', ['ok', 'model'], /./, () => ({ input: [one], node: [node('Neg', ['x'], ['y'])] })),
  graphRow(
    'a function that calls itself',
    'model',
    /calls itself/,
    () => around([node('own:F', ['x'], ['y'])]),
    {
      functions: [
        { name: 'F', domain: 'own', input: ['a'], output: ['b'], node: [node('own:F', ['a'], ['b'])] },
      ],
    },
  ),
  graphRow(
    'functions that double 40 times',
    'model',
    /more than 300000 nodes/,
    () => around([node('own:F0', ['x'], ['y'])]),
    {
      functions: Array.from({ length: 40 }, (_, index) => ({
        name: `F${index}`,
        domain: 'own',
        input: ['a'],
        output: ['b'],
        node: [node(`own:F${index + 1}`, ['a'], ['m']), node(`own:F${index + 1}`, ['m'], ['b'])],
      })),
    },
  ),
  graphRow(
    'a large function that is called a thousand times',
    'model',
    /repeats large functions/,
    () =>
      around(
        Array.from({ length: 1000 }, (_, index) => node('own:F', ['x'], [index === 0 ? 'y' : `y${index}`])),
      ),
    {
      functions: [
        {
          name: 'F',
          domain: 'own',
          input: ['a'],
          output: ['b'],
          node: [
            node(
              'Neg',
              ['a'],
              ['b'],
              [
                integers(
                  'large',
                  Array.from({ length: 100_000 }, () => 1),
                ),
              ],
            ),
          ],
        },
      ],
    },
  ),
  graphRow('branches of other types than each other', 'model', /refuses/, () =>
    around([
      node('Cast', ['x'], ['c'], [integer('to', TYPE.bool)]),
      node(
        'If',
        ['c'],
        ['y'],
        [
          subgraph('then_branch', { node: [node('Neg', ['x'], ['t'])], output: [value('t')] }),
          subgraph('else_branch', {
            node: [node('Shape', ['x'], ['e'])],
            output: [value('e', null, TYPE.int64)],
          }),
        ],
      ),
    ]),
  ),

  graphRow('a tensor of 2^124 elements', 'model', /beyond 2\^53/, () =>
    around([node('Add', ['x', 'w'], ['y'])], {
      initializer: [{ name: 'w', dataType: 1, dims: [2n ** 62n, 2n ** 62n] }],
    }),
  ),
  graphRow('a tensor of 2^64 elements', 'model', /more than 2\^53 elements/, () =>
    around([node('Add', ['x', 'w'], ['y'])], {
      initializer: [{ name: 'w', dataType: 1, dims: [2n ** 32n, 2n ** 32n] }],
    }),
  ),
  graphRow('a tensor of 2^52 elements and no data', ['model', 'out-of-memory'], /./, () =>
    around([node('Add', ['x', 'w'], ['y'])], {
      initializer: [{ name: 'w', dataType: 1, dims: [2n ** 52n] }],
    }),
  ),
  graphRow('a negative dimension', 'model', /negative dimension/, () =>
    around([node('Add', ['x', 'w'], ['y'])], { initializer: [{ name: 'w', dataType: 1, dims: [-4n] }] }),
  ),
  graphRow('less data than dimensions', 'model', /whose dimensions take 400/, () =>
    around([node('Add', ['x', 'w'], ['y'])], {
      initializer: [{ name: 'w', dataType: 1, dims: [100n], rawData: new Uint8Array(4) }],
    }),
  ),
  graphRow('a type that there is not', 'model', /refuses|type/, () =>
    around([node('Add', ['x', 'w'], ['y'])], {
      initializer: [{ name: 'w', dataType: 99, dims: [1n], rawData: new Uint8Array(4) }],
    }),
  ),
  graphRow('a type other than the operator takes', 'model', /refuses/, () =>
    around([node('Add', ['x', 'w'], ['y'])], { initializer: [int64s('w', [1])] }),
  ),
  graphRow('data in a place that there is not', 'model', /unknown data location 7/, () =>
    around([node('Add', ['x', 'w'], ['y'])], {
      initializer: [{ name: 'w', dataType: 1, dims: [1n], dataLocation: 7 }],
    }),
  ),
  graphRow('data in two places', 'model', /several places|refuses/, () =>
    around([node('Add', ['x', 'w'], ['y'])], {
      initializer: [{ name: 'w', dataType: 1, dims: [2000n], rawData: new Uint8Array(8000), floatData: [1] }],
    }),
  ),
  graphRow('an input of a million million elements', 'input', /larger than \d+ MiB/, () => ({
    input: [value('x', [HUGE])],
    output: [value('y')],
    node: [node('Neg', ['x'], ['y'])],
  })),
  graphRow('an input of 2^80 elements', 'model', /more than 2\^53 elements/, () => ({
    input: [value('x', [HUGE, HUGE])],
    output: [value('y')],
    node: [node('Neg', ['x'], ['y'])],
  })),
  graphRow('an input of a hundred dimensions', 'model', /has 100 dimensions/, () => ({
    input: [
      value(
        'x',
        Array.from({ length: 100 }, () => 1),
      ),
    ],
    output: [value('y')],
    node: [node('Neg', ['x'], ['y'])],
  })),
  graphRow('an input of no shape', 'input', /declares no shape/, () =>
    around([node('Neg', ['x'], ['y'])], { input: [value('x')] }),
  ),
  graphRow('an input of no known type', 'input', /does not take/, () =>
    around([node('Neg', ['x'], ['y'])], { input: [value('x', [1], 77)] }),
  ),

  graphRow('attributes that are no number', 'ok', /./, () =>
    around([node('LeakyRelu', ['x'], ['y'], [real('alpha', NaN)])]),
  ),
  graphRow('infinite attributes', 'ok', /./, () =>
    around([node('Elu', ['x'], ['y'], [real('alpha', -Infinity)])]),
  ),
  graphRow('an attribute of another type', 'model', /refuses/, () =>
    around([node('LeakyRelu', ['x'], ['y'], [{ name: 'alpha', type: 3, s: new Uint8Array(3) }])]),
  ),
  graphRow('a convolution in no groups', ['model', 'crash'], /refuses|crashed/, () => ({
    input: [value('x', [1, 1, 4, 4])],
    output: [value('y')],
    node: [node('Conv', ['x', 'w'], ['y'], [integer('group', 0)])],
    initializer: [floats('w', [1, 1, 2, 2])],
  })),
  graphRow('a convolution that steps by nothing', ['model', 'crash'], /refuses|crashed/, () => ({
    input: [value('x', [1, 1, 4, 4])],
    output: [value('y')],
    node: [node('Conv', ['x', 'w'], ['y'], [integers('strides', [0, 0])])],
    initializer: [floats('w', [1, 1, 2, 2])],
  })),
  graphRow('an axis far away', ['ok', 'model'], /./, () =>
    around([node('Softmax', ['x'], ['y'], [integer('axis', 2 ** 40)])]),
  ),
  graphRow('a permutation that is none', 'model', /refuses/, () =>
    around([node('Transpose', ['x'], ['y'], [integers('perm', [0, 0, 7])])]),
  ),
  graphRow('a table looked up beyond its end', 'model', /refuses/, () =>
    around([node('Gather', ['x', 'far'], ['y'])], { initializer: [int64s('far', [2 ** 40])] }),
  ),
  graphRow('an integer divided by zero', ['crash', 'model', 'ok'], /./, () => ({
    input: [value('x', [1], TYPE.int64)],
    output: [value('y')],
    node: [node('Sub', ['x', 'x'], ['zero']), node('Div', ['x', 'zero'], ['y'])],
  })),

  graphRow('8.6 gigabytes of one constant', MEMORY, REFUSED, () =>
    reduced([node('ConstantOfShape', ['shape'], ['big'])], { initializer: [int64s('shape', [2 ** 31])] }),
  ),
  graphRow('a constant of 2^50 elements', ['out-of-memory', 'model'], REFUSED, () =>
    reduced([node('ConstantOfShape', ['shape'], ['big'])], { initializer: [int64s('shape', [2 ** 50])] }),
  ),
  graphRow(
    'ten constants that are more elements than can be counted',
    ['out-of-memory', 'model'],
    /./,
    () => {
      const names = Array.from({ length: 10 }, (_, index) => `c${index}`);
      return around(
        [
          ...names.map((name) => node('ConstantOfShape', ['shape'], [name])),
          node('Sum', ['x', ...names], ['y']),
        ],
        {
          initializer: [int64s('shape', [2 ** 52])],
        },
      );
    },
  ),
  graphRow('one element expanded to 2^33', MEMORY, REFUSED, () =>
    reduced([node('Expand', ['x', 'shape'], ['big'])], { initializer: [int64s('shape', [2 ** 33])] }),
  ),
  graphRow('one element repeated 2^33 times', ['out-of-memory', 'model'], REFUSED, () =>
    reduced([node('Tile', ['x', 'times'], ['big'])], { initializer: [int64s('times', [2 ** 33])] }),
  ),
  graphRow('a range of 2^40', ['out-of-memory', 'model'], REFUSED, () => ({
    input: [one],
    output: [value('y', null, TYPE.int64), value('z')],
    node: [
      node('Range', ['from', 'to', 'by'], ['big']),
      node('ReduceMax', ['big'], ['y'], [integer('keepdims', 0)]),
      node('Neg', ['x'], ['z']),
    ],
    initializer: [int64s('from', [0], []), int64s('to', [HUGE], []), int64s('by', [1], [])],
  })),
  graphRow('an image resized to 2^40 times its size', ['out-of-memory', 'model'], REFUSED, () => ({
    input: [value('x', [1, 1, 2, 2])],
    output: [value('y')],
    node: [
      node('Resize', ['x', '', 'scales'], ['big']),
      node('ReduceMax', ['big'], ['y'], [integer('keepdims', 0)]),
    ],
    initializer: [{ name: 'scales', dataType: 1, dims: [4n], floatData: [1, 1, 2 ** 16, 2 ** 16] }],
  })),
  graphRow('padding of 2^40', ['out-of-memory', 'model'], REFUSED, () =>
    reduced([node('Pad', ['x', 'pads'], ['big'])], { initializer: [int64s('pads', [0, HUGE])] }),
  ),
  graphRow('random numbers without end', ['out-of-memory', 'model'], REFUSED, () =>
    reduced([
      node('RandomNormal', [], ['big'], [integers('shape', [2 ** 33])]),
      node('Neg', ['x'], ['other']),
    ]),
  ),
  graphRow('one hot of 2^40', ['out-of-memory', 'model'], REFUSED, () =>
    reduced([node('OneHot', ['where', 'depth', 'pair'], ['big']), node('Neg', ['x'], ['other'])], {
      initializer: [int64s('where', [0]), int64s('depth', [HUGE], []), floats('pair', [2])],
    }),
  ),
  graphRow('memory that grows run by run', ['out-of-memory', 'time-out'], /memory|within/, () =>
    loop(64, [
      { opType: 'Concat', input: ['v', 'v'], output: ['w'], name: 'double', attribute: [integer('axis', 0)] },
    ]),
  ),
  graphRow('memory that fills up slowly', ['out-of-memory', 'time-out'], /memory|within/, () =>
    loop(2n ** 40n, [node('Concat', ['v', 'more'], ['w'], [integer('axis', 0)])], {
      initializer: [
        { name: 'trips', dataType: TYPE.int64, int64Data: [2n ** 40n] },
        floats('more', [250_000]),
      ],
    }),
  ),
  graphRow('text that doubles', ['out-of-memory', 'time-out', 'model'], /memory|within|refuses/, () => ({
    input: [one],
    output: [value('y', null, 8), value('z')],
    node: [
      node('Expand', ['word', 'shape'], ['big']),
      node('Gather', ['big', 'first'], ['y']),
      node('Neg', ['x'], ['z']),
    ],
    initializer: [
      { name: 'word', dataType: 8, dims: [1n], stringData: [new TextEncoder().encode('w'.repeat(1000))] },
      int64s('shape', [2 ** 30]),
      int64s('first', [0]),
    ],
  })),
  graphRow('a loop of 2^40 turns', ENDLESS, RUNS_ON, () => loop(2n ** 40n, [node('Neg', ['v'], ['w'])])),
  graphRow('a loop without end', ENDLESS, RUNS_ON, () => loop(2n ** 63n - 1n, [node('Neg', ['v'], ['w'])])),
  graphRow('a loop in a loop', ENDLESS, RUNS_ON, () => {
    const inner: GraphInit = {
      name: 'inner',
      node: [node('Identity', ['ci'], ['co']), node('Neg', ['vi'], ['vo'])],
      input: [value('j', [], TYPE.int64), value('ci', [], TYPE.bool), value('vi')],
      output: [value('co', [], TYPE.bool), value('vo')],
    };
    return loop(1_000_000, [
      node('Constant', [], ['inner_trips'], [constant('value', int64s('', [1_000_000], []))]),
      node('Loop', ['inner_trips', '', 'v'], ['w'], [subgraph('body', inner)]),
    ]);
  }),
  graphRow('a product of matrices that takes hours', ['out-of-memory', 'time-out'], /memory|within/, () => ({
    input: [value('x', [6000, 6000])],
    output: [value('y')],
    node: Array.from({ length: 40 }, (_, index) =>
      node('MatMul', [index === 0 ? 'x' : `m${index}`, 'x'], [index === 39 ? 'y' : `m${index + 1}`]),
    ),
  })),
];
