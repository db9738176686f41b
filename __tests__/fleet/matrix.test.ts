import { expect, it } from '@jest/globals';
import { parseConfig } from '../../src/config.js';
import { matrixOf } from '../../src/fleet/matrix.js';

const { machines } = parseConfig(
  `machines:
  - {name: cpu, shards: 2}
  - {name: gpu, runs-on: [self-hosted, gpu], provider: webgpu, threads: 4, budget: 60, required: false}`,
  'a file',
);
const shard = { models: ['a.onnx'], seconds: 60 };

it('a matrix has one job for each shard of each machine, with what differs between them', () => {
  const plan = {
    machines: [
      { name: 'cpu', required: true, shards: [shard, shard] },
      { name: 'gpu', required: false, shards: [shard] },
    ],
  };
  const empty = { provider: '', threads: '', budget: '' };
  const { include } = matrixOf(plan, machines);
  expect(include).toEqual([
    {
      machine: 'cpu',
      'runs-on': ['ubuntu-24.04'],
      ...empty,
      shard: '1/2',
      artifact: 'efficiency-report-cpu-1-of-2',
    },
    {
      machine: 'cpu',
      'runs-on': ['ubuntu-24.04'],
      ...empty,
      shard: '2/2',
      artifact: 'efficiency-report-cpu-2-of-2',
    },
    {
      machine: 'gpu',
      'runs-on': ['self-hosted', 'gpu'],
      provider: 'webgpu',
      threads: '4',
      budget: '60',
      shard: '1/1',
      artifact: 'efficiency-report-gpu-1-of-1',
    },
  ]);
  // What GitHub refuses in the name of an artifact.
  expect(include.every(({ artifact }) => !/["<>|*?\\/:\r\n]/.test(artifact))).toBe(true);
});

it.each([
  ['two of one name', '[{name: a}, {name: a}]', 'a different name for each'],
  ['more jobs than a matrix may have', '[{name: a, shards: 200}, {name: b, shards: 100}]', 'at most 256'],
  ['a name that would be a path', '[{name: ../a}]', 'letters, digits'],
  ['a label that would be a command', '[{name: a, runs-on: "$(id)"}]', 'a label'],
])('the configuration refuses machines with %s', (_, list, message) => {
  expect(() => parseConfig(`machines: ${list}`, 'a file')).toThrow(message);
});
