/** Every fault of GitHub's API in every operation, through the bundle: the result stands, and the run ends in time. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Fault } from '../examples/contract-server/conversation.js';
import { JOB_BOT, startContractServer, type ContractServer } from '../examples/contract-server/server.js';
import { type Finished, runStep } from './fixtures/action-step.js';
import { recordedReport } from './fixtures/recorded-report.js';

const HEAD = 'b'.repeat(40);
const MARKER = '<!-- efficiency-gate:gate -->';
/** `api-patience`, and what a process may take beside it on a busy machine; without a bound it would be more than both. */
const PATIENCE_S = 5;
const BESIDE_S = 60;
const LONGER_S = '25';
const AT_ONCE = 6;

/** What a run asks, and what has to be there for it to be asked. */
const OPERATIONS: Partial<Record<Fault['operation'], (github: ContractServer) => void>> = {
  'pulls/get': () => undefined,
  'users/get-authenticated': () => undefined,
  'issues/list-comments': () => undefined,
  'issues/create-comment': () => undefined,
  'issues/update-comment': (github) => {
    github.say(7, JOB_BOT, `${MARKER}\nolder`);
  },
  'checks/list-for-ref': () => undefined,
  'checks/create': () => undefined,
  'checks/update': earlierCheck,
};

function earlierCheck({ checks }: ContractServer): void {
  checks.push({
    id: 1,
    name: 'efficiency-gate',
    headSha: HEAD,
    externalId: 'efficiency-gate:gate',
    conclusion: 'success',
    title: '',
    summary: '',
    annotations: [],
    updates: 0,
  });
}

const refusal = (status: number, message: string, headers = {}): Omit<Fault, 'operation'> => ({
  status,
  message,
  headers,
});
const network = (kind: NonNullable<Fault['network']>, afterEffect = false): Omit<Fault, 'operation'> => ({
  status: 200,
  message: '',
  network: kind,
  afterEffect,
});

const FAULTS: Readonly<Record<string, Omit<Fault, 'operation'>>> = {
  '401': refusal(401, 'Bad credentials'),
  '403, no permission': refusal(403, 'Resource not accessible by integration'),
  '403, secondary rate limit': refusal(403, 'You have exceeded a secondary rate limit', {
    'retry-after': '1',
  }),
  '404': refusal(404, 'Not Found'),
  '409': refusal(409, 'Conflict'),
  '410': refusal(410, 'Gone'),
  '422': refusal(422, 'Validation Failed'),
  '429 with retry-after': refusal(429, 'Too many requests', { 'retry-after': '1' }),
  '429 without retry-after': refusal(429, 'Too many requests'),
  '500': refusal(500, 'Server Error'),
  '502': refusal(502, '<html><b>Bad Gateway</b></html>'),
  '503': refusal(503, 'Service unavailable', { 'retry-after': '3600' }),
  '504': refusal(504, 'Gateway Timeout'),
  'no answer': network('silence'),
  'a stall in the body': network('stall', true),
  'a reset before it acted': network('reset'),
  'a reset after it acted': network('reset', true),
  'truncated JSON': network('truncated', true),
  'an HTML page': network('html'),
  'a redirect to elsewhere': refusal(302, '', { location: 'http://127.0.0.2:9/' }),
};

/** `FAULTS_OF=checks/create` plays those of one operation alone. */
const played = Object.keys(OPERATIONS).filter((one) => one === (process.env.FAULTS_OF ?? one));
const CELLS = played.flatMap((operation) =>
  Object.keys(FAULTS).map((fault) => ({ operation: operation as Fault['operation'], fault })),
);

interface Cell extends Finished {
  readonly operation: string;
  readonly fault: string;
  readonly comments: number;
  readonly asked: boolean;
  readonly violations: readonly string[];
}

let home: string;
const ended = new Map<string, Cell>();
const name = ({ operation, fault }: Pick<Cell, 'operation' | 'fault'>): string => `${operation}: ${fault}`;

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'faults-'));
  await writeFile(path.join(home, 'report.json'), JSON.stringify(recordedReport(7, HEAD)));
  const open = [...CELLS];
  const pull = { headSha: HEAD };
  const options = { repository: 'acme/models', pullRequests: [7], pull };
  // All of them first: while one starts, no other answers.
  const servers = await Promise.all(Array.from({ length: AT_ONCE }, () => startContractServer(options)));
  await Promise.all(
    servers.map(async (github) => {
      // The first request of a kind takes a server long, as it prepares to check them.
      await play({ operation: 'checks/update', fault: 'none' }, github, '120');
      await play({ operation: 'issues/create-comment', fault: 'none' }, github, '120');
      for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
        const played = await play(cell, github);
        // On a busy machine the patience may end before the fault is met: then nothing was tried yet.
        ended.set(name(cell), played.asked ? played : await play(cell, github, LONGER_S));
      }
      await github.close();
    }),
  );
}, 900_000);
afterAll(() => rm(home, { recursive: true }));

async function play(
  { operation, fault }: (typeof CELLS)[number],
  github: ContractServer,
  patience = String(PATIENCE_S),
): Promise<Cell> {
  for (const remembered of [
    github.comments,
    github.checks,
    github.faults,
    github.requests,
    github.violations,
  ])
    remembered.length = 0;
  OPERATIONS[operation]?.(github);
  const played = FAULTS[fault];
  if (played !== undefined) github.faults.push({ operation, ...played });
  const base = { ref: 'main', sha: 'a'.repeat(40), repo: { full_name: 'acme/models' } };
  const event = {
    name: 'pull_request',
    payload: {
      pull_request: { number: 7, title: 'Wider', base, head: { ...base, ref: 'wider', sha: HEAD } },
    },
  };
  const inputs = { mode: 'report', report: 'report.json', check: 'true', 'api-patience': patience };
  const finished = await runStep(home, { event, apiUrl: github.url, inputs, workspace: home });
  const comments = github.comments.filter(({ body }) => body.startsWith(MARKER)).length;
  const asked = github.requests.some((request) => request.operation === operation);
  return { operation, fault, ...finished, comments, asked, violations: [...github.violations] };
}

describe("GitHub's faults", () => {
  it.each(CELLS)('$operation: $fault', (cell) => {
    const { status, log, summary, seconds, comments, asked, violations } = ended.get(name(cell))!;
    expect({ status, log }).toEqual({ status: 1, log: expect.stringContaining('::error::') });
    expect(summary).toContain('efficiency-gate: failed');
    expect(comments).toBeLessThanOrEqual(1);
    expect(seconds).toBeLessThan(PATIENCE_S + BESIDE_S);
    expect({ asked, violations }).toEqual({ asked: true, violations: [] });
    expect(log).not.toMatch(/^\s+at |Unexpected/m);
    // What did not reach GitHub is said where the result is.
    const written = /The comment was (created|updated)|a newer run/.test(log);
    if (!written || comments === 0) expect(summary).toContain('Not published');
  });
});
