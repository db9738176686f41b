import { describe, expect, it } from '@jest/globals';
import { parseEvent } from '../../src/action/event.js';
import { exposedRunner, refusePrivilegedMeasuring } from '../../src/action/refusals.js';

const SHA = 'a'.repeat(40);
const ended = parseEvent('workflow_run', {
  workflow_run: {
    id: 1,
    event: 'pull_request',
    head_sha: SHA,
    head_branch: 'smaller',
    head_repository: { full_name: 'stranger/models', owner: { login: 'stranger' } },
    updated_at: '2026-03-02T10:00:00Z',
  },
  repository: { default_branch: 'main' },
});
const pullRequest = (isPrivate: boolean, from = 'stranger/models') => {
  const base = { ref: 'main', sha: SHA, repo: { full_name: 'acme/models', private: isPrivate } };
  return parseEvent('pull_request', {
    pull_request: { number: 7, base, head: { ...base, repo: { full_name: from } } },
  });
};
const selfHosted = { RUNNER_ENVIRONMENT: 'self-hosted' };

describe('a workflow that another run started', () => {
  it.each(['gate', 'measure'] as const)('is refused to measure, in mode %s', (mode) => {
    expect(() => {
      refusePrivilegedMeasuring(ended, mode);
    }).toThrow(expect.objectContaining({ kind: 'usage', next: expect.stringContaining('docs/forks.md') }));
  });

  it('may publish what that run measured', () => {
    expect(() => {
      refusePrivilegedMeasuring(ended, 'report');
    }).not.toThrow();
  });
});

describe('a self-hosted runner of a public repository', () => {
  it('is warned of, most of all for a fork', () => {
    expect(exposedRunner(pullRequest(false), 'measure', selfHosted)).toContain('comes from a fork');
    expect(exposedRunner(pullRequest(false, 'acme/models'), 'gate', selfHosted)).toContain(
      'Anybody may open',
    );
  });

  it.each([
    ['of a private repository', pullRequest(true), 'gate', selfHosted],
    ['that is hosted', pullRequest(false), 'gate', { RUNNER_ENVIRONMENT: 'github-hosted' }],
    ['that only publishes', pullRequest(false), 'report', selfHosted],
  ] as const)('is nothing to warn of when it is one %s', (_, event, mode, env) => {
    expect(exposedRunner(event, mode, env)).toBeNull();
  });
});
