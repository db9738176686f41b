import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { describeFailure, EXIT, GateError } from '../src/errors.js';
import { interimWarnings } from '../src/progress.js';
import { writeProgress } from '../src/publish/files.js';
import { parseReport } from '../src/report.js';
import { makeScratch, sweepScratch } from '../src/scratch.js';
import { gateReport } from './publish/gate-report.js';

const root = mkdtempSync(path.join(os.tmpdir(), 'progress-test-'));
const folderOf = (name: string): string => {
  const folder = path.join(root, name);
  mkdirSync(folder);
  return folder;
};
afterAll(() => {
  rmSync(root, { recursive: true });
});

const systemFault = (code: string): Error => Object.assign(new Error(`${code}: no, write`), { code });

describe('a report in progress', () => {
  it('replaces what an earlier run left, and drafts of one that was killed', async () => {
    const folder = folderOf('earlier');
    for (const name of ['report.json', 'report.html', 'comment.md', 'notes.txt'])
      writeFileSync(path.join(folder, name), 'earlier');
    mkdirSync(path.join(folder, '.draft-AbCdEf'));
    await writeProgress(folder, gateReport());
    expect(readdirSync(folder).sort()).toEqual(['notes.txt', 'report.json']);
    expect(parseReport(readFileSync(path.join(folder, 'report.json'), 'utf8'), 'it').schemaVersion).toBe(1);
  });

  it('stays whole when the disk is full, which is said with what to do', async () => {
    const folder = folderOf('full');
    await writeProgress(folder, gateReport());
    const before = readFileSync(path.join(folder, 'report.json'), 'utf8');
    const full = async (file: string): Promise<void> => {
      writeFileSync(file, 'half of');
      await Promise.reject(systemFault('ENOSPC'));
    };
    await expect(writeProgress(folder, gateReport(), full)).rejects.toMatchObject({
      kind: 'publish',
      message: expect.stringContaining('the disk is full'),
      next: expect.stringContaining('Free space'),
    });
    expect(readFileSync(path.join(folder, 'report.json'), 'utf8')).toBe(before);
    expect(readdirSync(folder)).toEqual(['report.json']);
  });

  it('names what is left, and how many more', () => {
    const turns = Array.from({ length: 25 }, (_, index) => ({ name: `m${index}`, scenario: null }));
    expect(interimWarnings([])).toEqual([]);
    expect(interimWarnings(turns)[0]).toMatch(/Still to be measured: m0, m1, .*m19, 5 more\.$/);
  });
});

describe('what the system refuses', () => {
  it.each(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EMFILE', 'ENFILE'])(
    'as %s is no defect of ours',
    (code) => {
      const { message, next, exitStatus } = describeFailure(systemFault(code));
      expect(message).not.toContain('Unexpected');
      expect(message).toContain(code);
      expect(next).not.toContain('defect');
      expect(exitStatus).toBe(EXIT.unmeasured);
    },
  );

  it('keeps the word of whoever knows better', () => {
    const error = new GateError('publish', 'No.', 'Try.', { cause: systemFault('ENOSPC') });
    expect(describeFailure(error)).toMatchObject({ message: 'No.', next: 'Try.' });
  });
});

describe('folders of a run', () => {
  it('are removed by the next run when their own has ended, and only then', async () => {
    const parent = folderOf('scratch');
    const alive = await makeScratch(parent);
    const [, space = ''] = /efficiency-gate-run-(\w+)-\d+-/.exec(alive) ?? [];
    const dead = path.join(parent, `efficiency-gate-run-${space}-${2 ** 22 + 1}-AbCdEf`);
    const elsewhere = path.join(parent, `efficiency-gate-run-x${space}-${2 ** 22 + 1}-AbCdEf`);
    for (const folder of [dead, elsewhere]) mkdirSync(path.join(folder, 'models'), { recursive: true });
    await sweepScratch(parent);
    expect([alive, dead, elsewhere].map((folder) => existsSync(folder))).toEqual([true, false, true]);
  });

  it('that are not there are nothing to sweep', async () => {
    await expect(sweepScratch(path.join(root, 'nowhere'))).resolves.toBeUndefined();
  });
});
