/** A pull request's models, spread over machines by one command and taken up by others, as a user runs them. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CONFIG_PATH } from '../src/config.js';
import { type FleetPlan, fleetPlanSchema } from '../src/fleet/fleet-plan.js';
import { gateReportSchema } from '../src/report.js';
import { matrixProduct } from './fixtures/matrix-product.js';
import { type Finished, installProgram, type Program } from './fixtures/program.js';
import { Repository, removeTemporaryFolders, temporaryFolder } from './revisions/repository.js';

let program: Program;
let repository: Repository;
let planned: Finished;
let plan: FleetPlan;
const file = (): string => path.join(repository.folder, 'fleet', 'plan.json');

beforeAll(async () => {
  program = await installProgram(path.join(temporaryFolder(), 'installed'));
  repository = Repository.create(path.join(temporaryFolder(), 'repository'));
  repository.commit({
    // Too little to measure anything: what is taken up is what is told here.
    [CONFIG_PATH]: 'budget: 1\nmachines: [{name: cpu, shards: 2}, {name: gpu, provider: webgpu}]\n',
    'a.onnx': matrixProduct(4),
    'b.onnx': matrixProduct(5),
    'old.onnx': matrixProduct(6),
    'same.onnx': matrixProduct(7),
  });
  repository.run('switch', '--quiet', '--create', 'change');
  repository.commit({ 'a.onnx': matrixProduct(8), 'b.onnx': 'no model', 'old.onnx': null });
  planned = await program.run(['plan', '--base', 'main', '--out', 'fleet', '--json'], repository.folder);
  plan = fleetPlanSchema.parse(JSON.parse(planned.stdout));
});
afterAll(removeTemporaryFolders);

const measure = (...args: string[]): Promise<Finished> =>
  program.run(['pr', '--base', 'main', '--json', ...args], repository.folder);

describe('a fleet plan', () => {
  it('has each model that was touched once for each machine, one that cannot be read too', () => {
    expect(planned.status).toBe(0);
    for (const { shards } of plan.machines) {
      const names = shards.flatMap(({ models }) => models);
      expect(names.sort()).toEqual(['a.onnx', 'b.onnx', 'old.onnx']);
    }
    expect(plan.machines.map(({ name, shards }) => [name, shards.length])).toEqual([
      ['cpu', 2],
      ['gpu', 1],
    ]);
  });

  it('lies beside the matrix for the jobs', () => {
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual(plan);
    const { include } = JSON.parse(readFileSync(path.join(path.dirname(file()), 'matrix.json'), 'utf8')) as {
      include: object[];
    };
    expect(include).toMatchObject([
      { machine: 'cpu', shard: '1/2' },
      { machine: 'cpu', shard: '2/2' },
      { machine: 'gpu', shard: '1/1', provider: 'webgpu' },
    ]);
  });

  it('gives a job its part, and a share of the error probability that is split over all', async () => {
    const { stdout, status } = await measure(
      '--plan',
      'fleet/plan.json',
      '--machine',
      'cpu',
      '--shard',
      '2/2',
    );
    const report = gateReportSchema.parse(JSON.parse(stdout));
    expect(report.models.map(({ name }) => name)).toEqual(plan.machines[0]?.shards[1]?.models);
    expect(report.shard).toMatchObject({ machine: 'cpu', index: 2, of: 2 });
    expect(report.policy.decisions).toBe(plan.decisions);
    expect(plan.decisions).toBeGreaterThanOrEqual(2 * 2 * (report.shard?.decisions ?? Infinity));
    // Nothing fits a budget of a second.
    expect(status).not.toBe(0);
  });

  it.each([
    [
      'another head',
      { head: { label: 'x', sha: 'f'.repeat(40) } },
      ['--machine', 'cpu', '--shard', '1/2'],
      'ffffffffff for its head',
    ],
    ['a machine that it has not', {}, ['--machine', 'tpu'], 'no machine tpu, only cpu, gpu'],
    [
      'a shard that it has not',
      {},
      ['--machine', 'cpu', '--shard', '1/3'],
      '2 shards for cpu; shard 1/3 was asked for',
    ],
    ['no word of which shard', {}, ['--machine', 'cpu'], 'no shard was named'],
    [
      'models that did not change',
      { machines: [{ name: 'cpu', required: true, shards: [{ models: ['same.onnx'], seconds: 1 }] }] },
      ['--machine', 'cpu'],
      'same.onnx, which this job does not find changed',
    ],
    [
      'another version',
      { schemaVersion: 2 },
      ['--machine', 'cpu'],
      'plan schema version 2; this efficiency-gate reads version 1',
    ],
  ])('is refused by a job with %s', async (_, change, args, message) => {
    writeFileSync(path.join(repository.folder, 'other.json'), JSON.stringify({ ...plan, ...change }));
    const { status, stdout, stderr } = await measure('--plan', 'other.json', ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('of a change that touches no model is one job that says so', async () => {
    repository.run('switch', '--quiet', '--create', 'docs', 'main');
    repository.commit({ 'README.md': 'new' });
    const { stdout } = await program.run(['plan', '--base', 'main', '--json'], repository.folder);
    expect(fleetPlanSchema.parse(JSON.parse(stdout)).machines).toEqual([
      { name: 'cpu', required: true, shards: [{ models: [], seconds: 0 }] },
    ]);
    repository.run('switch', '--quiet', 'change');
  });
});
