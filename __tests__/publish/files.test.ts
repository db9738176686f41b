import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeFiles } from '../../src/publish/files.js';
import { parseReport } from '../../src/report.js';
import { gateReport } from './gate-report.js';

const rendered = {
  html: '<!doctype html>',
  comment: '# comment',
  badge: { svg: '<svg/>', endpoint: { schemaVersion: 1 } },
  badges: [{ path: 'repository.svg', content: '<svg>all</svg>' }],
};
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'files-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the files for later steps', () => {
  it('are the report, its page, the comment and the badge, in a folder made for them', async () => {
    const out = path.join(folder, 'new', 'folder');
    const files = await writeFiles(out, gateReport(), rendered);
    expect((await readdir(out)).sort()).toEqual([
      'badge.json',
      'badge.svg',
      'badges',
      'comment.md',
      'report.html',
      'report.json',
    ]);
    expect(await readFile(files.html, 'utf8')).toBe('<!doctype html>');
    expect(parseReport(await readFile(files.report, 'utf8'), 'report')).toEqual(gateReport());
    expect(await readFile(files.comment, 'utf8')).toBe('# comment');
    expect(await readFile(files.badge, 'utf8')).toBe('<svg/>');
    expect(JSON.parse(await readFile(files.badgeEndpoint, 'utf8'))).toEqual({ schemaVersion: 1 });
    expect(await readFile(path.join(out, 'badges', 'repository.svg'), 'utf8')).toBe('<svg>all</svg>');
  });

  it('replace those of an earlier run and leave others alone', async () => {
    await writeFile(path.join(folder, 'mine.txt'), 'mine');
    await writeFiles(folder, gateReport(), rendered);
    await writeFiles(folder, gateReport(), { ...rendered, comment: 'second' });
    expect(await readFile(path.join(folder, 'comment.md'), 'utf8')).toBe('second');
    expect(await readdir(folder)).toHaveLength(7);
  });

  it('name the folder that cannot be written', async () => {
    const file = path.join(folder, 'file');
    await writeFile(file, '');
    await expect(writeFiles(file, gateReport(), rendered)).rejects.toMatchObject({
      kind: 'publish',
      message: expect.stringContaining(file),
      next: expect.stringContaining('output-folder'),
    });
  });
});
