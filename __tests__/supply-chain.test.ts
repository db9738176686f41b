import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

interface Locked {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
}
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
const packages = Object.entries(lock.packages).filter(([key]) => key !== '');

describe('the lockfile', () => {
  it('has a strong integrity hash for every package', () => {
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter(([, { integrity }]) => !(integrity ?? '').startsWith('sha512-'))).toEqual([]);
  });

  it('holds no address to download from, and neither does that of the runtime', () => {
    expect(packages.filter(([, { resolved, link }]) => resolved !== undefined || link === true)).toEqual([]);
    expect(read('dist/runtime/package-lock.json')).not.toContain('"resolved"');
  });

  it('is installed without running what packages bring along', () => {
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
  });
});

describe('the code in dist/', () => {
  /** Those that ask for no more than to be named. */
  const ALLOWED = /^\(?(MIT|ISC|Apache-2\.0|BSD-[23]-Clause|BlueOak-1\.0\.0|CC0-1\.0|0BSD|Unlicense)\b/;

  it('comes under licences that let it be passed on, each with its text', () => {
    const entries = read('dist/licenses.txt').split(`\n\n${'-'.repeat(80)}\n\n`);
    expect(entries.length).toBeGreaterThan(20);
    for (const entry of entries) {
      const [name = '', licence = ''] = entry.split('\n');
      expect({ name, licence }).toEqual({ name, licence: expect.stringMatching(ALLOWED) });
      for (const part of licence.split(/ AND | OR |[()]/).filter((one) => one !== ''))
        expect({ name, part }).toEqual({ name, part: expect.stringMatching(ALLOWED) });
    }
  });
});

describe('the release workflow', () => {
  const workflow = parse(read('.github/workflows/release.yml')) as {
    on: { push: { tags: string[] } };
    permissions: object;
    jobs: Record<string, { permissions: Record<string, string>; steps: { run?: string; uses?: string }[] }>;
  };

  it('grants what attesting and publishing need, and stores no secret', () => {
    expect(workflow.permissions).toEqual({});
    expect(Object.values(workflow.jobs).map(({ permissions }) => permissions)).toEqual([
      { contents: 'write', 'id-token': 'write', attestations: 'write' },
    ]);
    expect(read('.github/workflows/release.yml')).not.toContain('secrets.');
  });

  it('checks everything before it publishes', () => {
    const commands = Object.values(workflow.jobs).flatMap(({ steps }) => steps.map(({ run }) => run ?? ''));
    const at = (part: string): number => commands.findIndex((command) => command.includes(part));
    expect(at('.ci/run')).toBeGreaterThan(-1);
    expect(at('npm publish')).toBeGreaterThan(at('.ci/run'));
    expect(commands[at('npm publish')]).toContain('--provenance');
  });
});
