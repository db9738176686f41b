import { describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseEvent, readEvent } from '../../src/action/event.js';

const A = 'a'.repeat(40);
const B = 'b'.repeat(40);
const NONE = '0'.repeat(40);

function pullRequest(headRepository: string | null) {
  return {
    pull_request: {
      number: 7,
      title: 'Smaller',
      base: { ref: 'main', sha: A, repo: { full_name: 'acme/models' } },
      head: { ref: 'smaller', sha: B, repo: headRepository === null ? null : { full_name: headRepository } },
    },
  };
}

describe('the event', () => {
  it('of a pull request is its number and both revisions', () => {
    expect(parseEvent('pull_request', pullRequest('acme/models'))).toEqual({
      kind: 'pull_request',
      number: 7,
      baseRef: 'main',
      baseSha: A,
      headRef: 'smaller',
      headSha: B,
      fork: false,
      isPublic: false,
      headRepository: 'acme/models',
      title: 'Smaller',
      body: '',
      updatedAt: null,
      labelled: null,
      labels: [],
    });
  });

  it('of a label tells which one was put on', () => {
    const { pull_request: told } = pullRequest('acme/models');
    const labels = [{ name: 'a' }, { name: 'b' }];
    const payload = {
      action: 'labeled',
      label: { name: 'b' },
      pull_request: { ...told, labels, body: 'Why', updated_at: '2026-03-01T09:30:00Z' },
    };
    expect(parseEvent('pull_request', payload)).toMatchObject({
      labelled: 'b',
      labels: ['a', 'b'],
      body: 'Why',
      updatedAt: '2026-03-01T09:30:00Z',
    });
    expect(parseEvent('pull_request', { ...payload, action: 'unlabeled' })).toMatchObject({ labelled: null });
  });

  it('tells a fork by its repository, a deleted one included', () => {
    expect(parseEvent('pull_request', pullRequest('someone/models'))).toMatchObject({ fork: true });
    expect(parseEvent('pull_request', pullRequest(null))).toMatchObject({ fork: true });
  });

  it('of a push knows new and deleted branches', () => {
    const push = { ref: 'refs/heads/main', before: A, after: B };
    expect(parseEvent('push', push)).toEqual({
      kind: 'push',
      ref: 'refs/heads/main',
      beforeSha: A,
      afterSha: B,
      onDefaultBranch: false,
    });
    const of = (branch: string) => parseEvent('push', { ...push, repository: { default_branch: branch } });
    expect(of('main')).toMatchObject({ onDefaultBranch: true });
    expect(of('trunk')).toMatchObject({ onDefaultBranch: false });
    expect(parseEvent('push', { ...push, before: NONE })).toMatchObject({ beforeSha: null });
    expect(parseEvent('push', { ...push, after: NONE })).toMatchObject({ afterSha: null });
  });

  it('of a merge queue is the group that would be merged', () => {
    const group = { base_ref: 'refs/heads/main', base_sha: A, head_ref: 'refs/heads/queue/1', head_sha: B };
    expect(parseEvent('merge_group', { merge_group: group })).toMatchObject({ baseSha: A, headSha: B });
  });

  it('started by hand is a branch', () => {
    expect(parseEvent('workflow_dispatch', { ref: 'refs/heads/x' })).toEqual({
      kind: 'workflow_dispatch',
    });
  });

  it.each([undefined, 'schedule', 'issue_comment', 'constructor'])(
    'tells of no revisions when it is %s',
    (name) => {
      expect(parseEvent(name, {})).toEqual({ kind: 'none' });
    },
  );

  it('pull_request_target is refused', () => {
    expect(() => parseEvent('pull_request_target', pullRequest('acme/models'))).toThrow(
      expect.objectContaining({ kind: 'usage', next: expect.stringContaining('on: pull_request') }),
    );
  });

  it.each([
    ['an empty payload', {}],
    ['no payload', null],
    ['a commit that is an option', { ref: 'refs/heads/x', before: '--upload-pack=x', after: A }],
    ['a ref with a line break', { ref: 'refs/heads/x\n::error::', before: A, after: B }],
  ])('is not believed with %s', (_, payload) => {
    expect(() => parseEvent('push', payload)).toThrow(expect.objectContaining({ kind: 'usage' }));
  });

  it('is read from the file that the runner names', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'event-'));
    try {
      const file = path.join(folder, 'event.json');
      await writeFile(file, JSON.stringify(pullRequest('acme/models')));
      const env = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: file };
      expect(await readEvent(env)).toMatchObject({ kind: 'pull_request', number: 7 });
      expect(await readEvent({})).toEqual({ kind: 'none' });
      await writeFile(file, '{');
      await expect(readEvent(env)).rejects.toMatchObject({
        kind: 'usage',
        message: expect.stringContaining(file),
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
