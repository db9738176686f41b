import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startContractServer, type ContractServer } from '../../examples/contract-server/server.js';
import type { ActionEvent } from '../../src/action/event.js';
import { hearPullRequest } from '../../src/action/pull-request-state.js';
import { judgeAgain } from '../../src/conclude.js';
import { silentLogger } from '../../src/logger.js';
import { connectGitHub } from '../../src/publish/github-client.js';
import { gateReportSchema, type GateReport } from '../../src/report.js';
import { gateReport, modelReport, modelSide, policy, staticProfile } from '../fixtures/report-factory.js';

const HEAD = 'b'.repeat(40);
const LABEL = 'efficiency-acknowledged';
const BEFORE = '2026-03-01T08:00:00Z';
const PUSHED = '2026-03-01T09:00:00Z';
const AFTER = '2026-03-01T10:00:00Z';

let github: ContractServer;
beforeEach(async () => {
  github = await startContractServer({
    repository: 'acme/models',
    pullRequests: [7],
    pull: {
      title: 'Half the parameters',
      headSha: HEAD,
      permissions: { mona: 'write', max: 'maintain', reader: 'read' },
      pushes: [{ ref: 'refs/heads/smaller', after: HEAD, at: PUSHED }],
    },
  });
});
afterEach(async () => {
  await github.close();
  expect(github.violations).toEqual([]);
});

/** Twice the parameters, counted. */
function worse(): GateReport {
  const { counts } = staticProfile();
  const parameters = { value: 2 * 462_594, reason: null };
  const head = modelSide({
    sha256: 'b'.repeat(64),
    profile: staticProfile({ counts: { ...counts, parameters } }),
  });
  const report = gateReport({ models: [modelReport({ head })] });
  return judgeAgain(report, policy({ acknowledgeLabel: LABEL, claims: 'report' }));
}

type PullRequestEvent = Extract<ActionEvent, { kind: 'pull_request' }>;
const event = (given: Partial<PullRequestEvent> = {}): PullRequestEvent => ({
  kind: 'pull_request',
  number: 7,
  baseRef: 'main',
  baseSha: 'a'.repeat(40),
  headRef: 'smaller',
  headSha: HEAD,
  fork: false,
  isPublic: false,
  headRepository: 'acme/models',
  title: 'A stale title: 3x faster',
  body: '',
  updatedAt: AFTER,
  labelled: null,
  labels: [],
  ...given,
});

async function heard(given: Partial<PullRequestEvent> = {}, { token = true } = {}): Promise<GateReport> {
  const connect = () =>
    Promise.resolve(connectGitHub({ token: 't', apiUrl: github.url, logger: silentLogger, secondMs: 1 }));
  const report = await hearPullRequest(worse(), event(given), {
    owner: 'acme',
    repo: 'models',
    connect: token ? connect : null,
  });
  return gateReportSchema.parse(report);
}

function labelled(login: string, at: string, type: 'User' | 'Bot' = 'User'): void {
  github.pull.labels = [LABEL];
  github.pull.labelled.push({ label: LABEL, actor: { login, type }, at });
}

describe('the text of a pull request', () => {
  it('is as GitHub has it now, and not as the event told', async () => {
    github.pull.body = 'No loss of accuracy.\n\n> 10x smaller';
    const { claims, pullRequest } = await heard();
    expect(claims?.map(({ text, source, ruling }) => [text, source.kind, ruling])).toEqual([
      ['Half the parameters', 'title', 'refuted'],
      ['No loss of accuracy.', 'body', 'unverifiable'],
    ]);
    expect(pullRequest).toEqual({ number: 7, headSha: HEAD });
  });

  it('is as the event told without a token', async () => {
    const { claims } = await heard({}, { token: false });
    expect(claims?.map(({ text }) => text)).toEqual(['A stale title: 3x faster']);
    expect(github.requests).toEqual([]);
  });

  it('is as the event told where GitHub refuses, which costs the gate nothing', async () => {
    github.faults.push({ operation: 'pulls/get', status: 404, message: 'Not Found' });
    const { claims, warnings, gate } = await heard();
    expect(claims?.map(({ text }) => text)).toEqual(['A stale title: 3x faster']);
    expect(warnings.join()).toContain('GitHub did not tell of the pull request');
    expect(gate.conclusion).toBe('failed');
  });
});

describe('the label', () => {
  it.each(['mona', 'max'])('put on after the push by someone who may write counts: %s', async (login) => {
    labelled(login, AFTER);
    const { gate, acknowledgements, models } = await heard();
    expect(gate.conclusion).toBe('passed');
    expect(gate.summary).toContain(`Acknowledged by ${login}`);
    expect(acknowledgements).toEqual([
      {
        kind: 'label',
        label: LABEL,
        by: login,
        at: AFTER,
        head: HEAD,
        fault: null,
        covers: expect.arrayContaining([{ model: 'models/vad.onnx', indicator: 'parameters' }]),
      },
    ]);
    const parameters = models[0]?.comparisons.find(({ indicator }) => indicator === 'parameters');
    expect(parameters?.verdict).toBe('regressed');
  });

  it.each([
    [
      'a reader',
      () => {
        labelled('reader', AFTER);
      },
      'reader, who put it on, has no write access',
    ],
    [
      'a stranger',
      () => {
        labelled('stranger', AFTER);
      },
      'whether stranger has write access',
    ],
    [
      'a bot',
      () => {
        labelled('sly[bot]', AFTER, 'Bot');
      },
      'which is no person',
    ],
    [
      'someone before the last push',
      () => {
        labelled('mona', BEFORE);
      },
      'it was put on before the last push',
    ],
    [
      'nobody that GitHub knows of',
      () => {
        github.pull.labels = [LABEL];
      },
      'GitHub does not tell who put it on',
    ],
  ])('put on by %s does not count, and the report says why', async (_, put, reason) => {
    put();
    const { gate, acknowledgements } = await heard();
    expect(gate.conclusion).toBe('failed');
    expect(acknowledgements).toEqual([
      expect.objectContaining({ covers: [], head: null, fault: expect.stringContaining(reason) }),
    ]);
  });

  it('that was put on again by another is theirs', async () => {
    labelled('mona', AFTER);
    labelled('reader', '2026-03-01T11:00:00Z');
    expect((await heard()).gate.conclusion).toBe('failed');
  });

  it('is looked for on every page of what happened', async () => {
    for (let count = 0; count < 120; count += 1)
      github.pull.labelled.push({ label: 'other', actor: { login: 'mona', type: 'User' }, at: AFTER });
    labelled('mona', AFTER);
    expect((await heard()).gate.conclusion).toBe('passed');
  });

  it('that was taken off again does not count', async () => {
    labelled('mona', AFTER);
    github.pull.labels = [];
    const { gate, acknowledgements } = await heard();
    expect({ conclusion: gate.conclusion, acknowledgements }).toEqual({
      conclusion: 'failed',
      acknowledgements: [],
    });
  });

  it('does not count for a head that was measured before a newer push', async () => {
    labelled('mona', AFTER);
    github.pull.headSha = 'c'.repeat(40);
    const { acknowledgements } = await heard();
    expect(acknowledgements).toMatchObject([{ fault: expect.stringContaining('a newer head') }]);
  });

  it('goes by the event where GitHub does not tell of pushes, as in a private fork', async () => {
    labelled('mona', AFTER);
    github.faults.push({ operation: 'repos/list-activities', status: 404, message: 'Not Found' });
    expect((await heard({ updatedAt: PUSHED })).gate.conclusion).toBe('passed');
    expect((await heard({ updatedAt: '2026-03-01T11:00:00Z' })).gate.conclusion).toBe('failed');
    expect((await heard({ updatedAt: null })).gate.conclusion).toBe('failed');
    expect((await heard({ updatedAt: null, labelled: LABEL })).gate.conclusion).toBe('passed');
    expect((await heard({ updatedAt: null, labelled: 'other' })).gate.conclusion).toBe('failed');
  });

  it('does not count without a token, since nobody can tell who put it on', async () => {
    const { gate, acknowledgements } = await heard({ labels: [LABEL] }, { token: false });
    expect(gate.conclusion).toBe('failed');
    expect(acknowledgements).toMatchObject([{ by: null, fault: expect.stringContaining('github-token') }]);
  });
});
