import { describe, expect, it } from '@jest/globals';
import { planRange, type CheckedOut, type RevisionEvent } from '../../src/revisions/refs.js';

const checkedOut = (...parents: string[]): CheckedOut => ({ sha: 'checked out', parents });
const pullRequest: RevisionEvent = {
  kind: 'pull_request',
  number: 7,
  baseRef: 'main',
  baseSha: 'base tip',
  headRef: 'smaller',
  headSha: 'head tip',
};

describe('a pull request', () => {
  it('is judged as Actions merged it, against the first parent of the merge', () => {
    expect(planRange(pullRequest, {}, checkedOut('newer base', 'head tip'))).toEqual({
      head: { sha: 'checked out', label: 'smaller merged into main' },
      base: { how: 'exactly', commit: { sha: 'newer base', label: 'main' } },
    });
  });

  it.each([
    ['the head itself is checked out', ['some parent']],
    ['a merge of something else is checked out', ['newer base', 'another head']],
    ['an octopus is checked out', ['newer base', 'head tip', 'third']],
  ])('is judged at its head, against where it left its base, when %s', (_, parents) => {
    expect(planRange(pullRequest, {}, checkedOut(...parents))).toEqual({
      head: { sha: 'head tip', label: 'smaller' },
      base: { how: 'merge base', commit: { sha: 'base tip', label: 'main' } },
    });
  });

  it('is judged against a base that the user names', () => {
    expect(planRange(pullRequest, { base: 'v1' }, checkedOut('newer base', 'head tip'))).toEqual({
      head: { sha: 'checked out', label: 'smaller merged into main' },
      base: { how: 'merge base', commit: { ref: 'v1', label: 'v1' } },
    });
  });

  it('keeps its base for a head that the user names', () => {
    expect(planRange(pullRequest, { head: 'other' }, checkedOut('newer base', 'head tip'))).toEqual({
      head: { ref: 'other', label: 'other' },
      base: { how: 'merge base', commit: { sha: 'base tip', label: 'main' } },
    });
  });
});

describe('a push', () => {
  const push = { kind: 'push', ref: 'refs/heads/main', beforeSha: 'before', afterSha: 'after' } as const;

  it('is judged against what was there before', () => {
    expect(planRange(push, {}, checkedOut())).toEqual({
      head: { sha: 'after', label: 'main' },
      base: { how: 'before the push', commit: { sha: 'before', label: 'main before the push' } },
    });
  });

  it('of a new branch is judged against its first parent', () => {
    expect(planRange({ ...push, beforeSha: null }, {}, checkedOut()).base).toEqual({ how: 'first parent' });
  });

  it('that deletes a branch leaves nothing to judge', () => {
    expect(planRange({ ...push, afterSha: null }, {}, checkedOut()).head).toBeNull();
  });
});

it('a merge group is judged against its base', () => {
  const group = {
    kind: 'merge_group',
    baseRef: 'main',
    baseSha: 'b',
    headRef: 'queue',
    headSha: 'h',
  } as const;
  expect(planRange(group, {}, checkedOut())).toEqual({
    head: { sha: 'h', label: 'queue' },
    base: { how: 'exactly', commit: { sha: 'b', label: 'main' } },
  });
});

describe.each([{ kind: 'workflow_dispatch' }, { kind: 'none' }] as const)('the event %j', (event) => {
  it('is judged at what is checked out, against the default branch', () => {
    expect(planRange(event, {}, checkedOut())).toEqual({
      head: { sha: 'checked out', label: 'HEAD' },
      base: { how: 'merge base with the default branch' },
    });
  });

  it('is judged between what the user names', () => {
    expect(planRange(event, { base: 'a', head: 'b' }, checkedOut())).toEqual({
      head: { ref: 'b', label: 'b' },
      base: { how: 'merge base', commit: { ref: 'a', label: 'a' } },
    });
  });
});
