/** The reusable workflow hands to each job what the action takes, and to none of them more than it needs. */
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { INPUT_NAMES, readInputs } from '../../src/action/inputs.js';
import { matrixOf } from '../../src/fleet/matrix.js';
import { PLAN_OUTPUTS } from '../../src/publish/outputs.js';

const root = path.resolve(import.meta.dirname, '../..');
const text = readFileSync(path.join(root, '.github/workflows/fleet.yml'), 'utf8');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
}
interface Job {
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}
const { permissions, jobs } = parse(text) as { permissions: object; jobs: Record<string, Job> };

const ours = ({ steps }: Job): Readonly<Record<string, string>> =>
  steps.find(({ uses }) => uses?.startsWith('efficiency-gate/efficiency-gate@') === true)?.with ?? {};

const [job] = matrixOf(
  { machines: [{ name: 'gpu', required: true, shards: [{ models: [], seconds: 0 }] }] },
  [{ name: 'gpu', runsOn: ['gpu'], provider: 'webgpu', threads: 2, budget: 60, shards: 1, required: true }],
).include;

/** As GitHub would: of the matrix what the plan has, of everything else some text. */
function filledIn(template: string): string {
  return template.replace(/\$\{\{ *([\w.-]+) *\}\}/g, (_, name: string) =>
    name.startsWith('matrix.')
      ? String(job?.[name.slice('matrix.'.length) as keyof typeof job])
      : name.startsWith('inputs.')
        ? ''
        : 'x',
  );
}

describe('the workflow of a fleet', () => {
  it.each(['plan', 'measure', 'report'])(
    'gives the job that does %s inputs that the action takes',
    (mode) => {
      const given = ours(jobs[mode]!);
      expect(given.mode).toBe(mode);
      expect(Object.keys(given).filter((name) => !INPUT_NAMES.some((known) => known === name))).toEqual([]);
      const read = readInputs((name) => filledIn(given[name] ?? ''));
      expect(read.mode).toBe(mode);
      if (mode === 'measure')
        expect(read).toMatchObject({ label: 'gpu', threads: 2, budget: 60, shard: { index: 1, of: 1 } });
    },
  );

  it('uses of the matrix and of the plan only what there is', () => {
    const used = [...text.matchAll(/\bmatrix\.([\w-]+)/g)].map(([, name]) => name);
    expect(used.filter((name) => !Object.keys(job ?? {}).includes(name ?? ''))).toEqual([]);
    const outputs = [...text.matchAll(/steps\.plan\.outputs\.([\w-]+)/g)].map(([, name]) => name);
    expect(outputs.filter((name) => !PLAN_OUTPUTS.some((known) => known === name))).toEqual([]);
  });

  it('lets one job alone write, and none that runs models see a token', () => {
    expect(permissions).toEqual({});
    expect(jobs.plan?.permissions).toEqual({ contents: 'read' });
    expect(jobs.measure?.permissions).toEqual({ contents: 'read' });
    expect(jobs.report?.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' });
    for (const { steps } of Object.values(jobs)) {
      for (const { uses, with: given } of steps)
        if (uses?.startsWith('actions/checkout@') === true)
          expect(given?.['persist-credentials']).toBe(false);
    }
    expect(ours(jobs.plan!)['github-token']).toBe('');
    expect(ours(jobs.measure!)['github-token']).toBe('');
  });

  it('pins the actions of others to commits, and puts nothing of a pull request into a shell', () => {
    const steps = Object.values(jobs).flatMap((one) => one.steps);
    const foreign = steps.flatMap(({ uses = '' }) => (uses.startsWith('efficiency-gate/') ? [] : [uses]));
    expect(foreign.filter((uses) => !/@[0-9a-f]{40}$/.test(uses))).toEqual([]);
    expect(steps.filter(({ run }) => run !== undefined)).toEqual([]);
  });
});
