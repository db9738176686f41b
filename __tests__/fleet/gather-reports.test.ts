import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gatherReports } from '../../src/fleet/gather-reports.js';
import { parseFleetPlan, readFleetPlan } from '../../src/fleet/read-plan.js';
import { fleetPlan, shardReport } from '../fixtures/fleet.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gather-'));
});
afterEach(() => rm(folder, { recursive: true }));

const report = shardReport('cpu');
async function put(name: string, content: unknown = report): Promise<void> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
}
const named = (...labels: string[]) => labels.map((label) => ({ file: path.join(folder, label), label }));
async function gathered(labels: string[], limits?: Parameters<typeof gatherReports>[1]) {
  const { received, faults } = await gatherReports(named(...labels), limits);
  return {
    files: received.map(({ file }) => file),
    faults: faults.map(({ kind, subject }) => `${kind} ${subject}`),
  };
}

describe('reports are taken', () => {
  it('from a folder as artifacts are downloaded into it: one sub-folder each, others left alone', async () => {
    await Promise.all(
      ['in/b/report.json', 'in/a/report.json', 'in/plan/plan.json', 'in/a/deep/report.json'].map((name) =>
        put(name),
      ),
    );
    expect(await gathered(['in'])).toEqual({ files: ['in/a/report.json', 'in/b/report.json'], faults: [] });
  });

  it('and a sub-folder that has none is named', async () => {
    await Promise.all([put('in/a/report.json'), put('in/b/nested/report.json')]);
    expect(await gathered(['in'])).toEqual({ files: ['in/a/report.json'], faults: ['corrupt in/b'] });
  });

  it('from files and from folders that hold one, each once', async () => {
    await Promise.all([put('in/report.json'), put('other.json')]);
    expect(await gathered(['other.json', 'in', 'in/report.json'])).toEqual({
      files: ['other.json', 'in/report.json'],
      faults: [],
    });
  });
});

describe('what cannot be read is named, and costs the others nothing:', () => {
  it.each<[string, () => Promise<void>, string]>([
    ['no JSON', () => put('in/bad/report.json', '{'), 'corrupt in/bad/report.json'],
    ['no report', () => put('in/bad/report.json', { schemaVersion: 1 }), 'corrupt in/bad/report.json'],
    [
      'nested without end',
      () => put('in/bad/report.json', '['.repeat(100_000)),
      'corrupt in/bad/report.json',
    ],
    [
      'another schema',
      () => put('in/bad/report.json', { ...report, schemaVersion: 2 }),
      'other-schema in/bad/report.json',
    ],
    [
      'a folder of that name',
      () => mkdir(path.join(folder, 'in/bad/report.json'), { recursive: true }).then(() => undefined),
      'corrupt in/bad/report.json',
    ],
    [
      'a link to a report',
      async () => {
        await put('secret.json');
        await mkdir(path.join(folder, 'in/bad'), { recursive: true });
        await symlink(path.join(folder, 'secret.json'), path.join(folder, 'in/bad/report.json'));
      },
      'corrupt in/bad/report.json',
    ],
    [
      'a link to a folder',
      async () => {
        await put('secret/report.json');
        await symlink(path.join(folder, 'secret'), path.join(folder, 'in/bad'));
      },
      'corrupt in/bad',
    ],
  ])('%s', async (_case, prepare, fault) => {
    await put('in/good/report.json');
    await prepare();
    expect(await gathered(['in'])).toEqual({ files: ['in/good/report.json'], faults: [fault] });
  });

  it('a file that is not there', async () => {
    await put('a/report.json');
    expect(await gathered(['a', 'b'])).toEqual({ files: ['a/report.json'], faults: ['corrupt b'] });
  });

  it.each([
    ['reports', { reports: 1, bytes: 1e9, models: 10 }],
    ['bytes', { reports: 10, bytes: 1.5 * JSON.stringify(report).length, models: 10 }],
    ['models', { reports: 10, bytes: 1e9, models: 1 }],
  ])('more %s than there may be', async (_case, limits) => {
    await Promise.all([put('in/a/report.json'), put('in/b/report.json')]);
    expect(await gathered(['in'], limits)).toEqual({
      files: ['in/a/report.json'],
      faults: ['corrupt in/b/report.json'],
    });
  });
});

describe('a fleet plan', () => {
  it('is read as it was written', async () => {
    const plan = fleetPlan(['cpu', 'gpu']);
    await put('plan.json', plan);
    expect(await readFleetPlan(path.join(folder, 'plan.json'), 'plan.json')).toEqual(plan);
  });

  it.each([
    ['{', 'plan.json is not JSON.'],
    ['{"schemaVersion": 9}', 'plan.json has plan schema version 9; this efficiency-gate reads version 1.'],
    ['{"schemaVersion": 1}', /plan\.json is no plan: /],
  ])('is refused: %s', (text, message) => {
    expect(() => parseFleetPlan(text, 'plan.json')).toThrow(message);
  });

  it('that is not there is said to be missing', async () => {
    await expect(readFleetPlan(path.join(folder, 'plan.json'), 'plan.json')).rejects.toThrow(
      'There is no file plan.json.',
    );
  });
});

it('a plan is read through no link', async () => {
  await put('real.json', fleetPlan(['cpu']));
  await symlink(path.join(folder, 'real.json'), path.join(folder, 'plan.json'));
  await expect(readFleetPlan(path.join(folder, 'real.json'), 'real.json')).resolves.toMatchObject({
    schemaVersion: 1,
  });
  await expect(readFleetPlan(path.join(folder, 'plan.json'), 'plan.json')).rejects.toThrow(
    'plan.json is a link',
  );
});
