import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Account } from '../../examples/contract-server/conversation.js';
import { JOB_BOT, startContractServer, type ContractServer } from '../../examples/contract-server/server.js';
import { silentLogger } from '../../src/logger.js';
import { publishComment } from '../../src/publish/comment.js';
import { connectGitHub } from '../../src/publish/github-client.js';
import { marker } from '../../src/publish/own-comments.js';

const MONA: Account = { login: 'mona', type: 'User' };
const target = { owner: 'acme', repo: 'models', number: 7, key: 'gate' };
const repository = { repository: 'acme/models', pullRequests: [7] };
let github: ContractServer;

beforeEach(async () => {
  github = await startContractServer(repository);
});
afterEach(async () => {
  await github.close();
  expect(github.violations).toEqual([]);
});

const warnings: string[] = [];
function client() {
  const logger = { ...silentLogger, warning: (text: string) => void warnings.push(text) };
  return connectGitHub({ token: 'secret', apiUrl: github.url, logger, secondMs: 1 });
}
const publish = (body: string, create = true, to = target) =>
  publishComment(client(), to, () => body, create);
const bodies = () => github.comments.map(({ body }) => body);

describe('the comment', () => {
  it('is created once and edited from then on', async () => {
    expect(await publish('first')).toMatchObject({
      status: 'created',
      url: expect.stringContaining('#issuecomment-'),
    });
    expect(await publish('second')).toMatchObject({ status: 'updated' });
    expect(bodies()).toEqual(['<!-- efficiency-gate:gate -->\nsecond']);
  });

  it('is written with what it takes the place of in mind', async () => {
    await publish('first');
    const told: (string | undefined)[] = [];
    const write = (earlier?: string): string => {
      told.push(earlier);
      return 'second';
    };
    await publishComment(client(), target, write, true);
    expect(told).toEqual([`${marker('gate')}\nfirst`]);
  });

  it('is one for each key', async () => {
    await publish('one');
    await publish('two', true, { ...target, key: 'gpu' });
    expect(github.comments).toHaveLength(2);
  });

  it('is found beyond the first page', async () => {
    for (let i = 0; i < 150; i += 1) github.say(7, MONA, `chat ${i}`);
    const ours = github.say(7, JOB_BOT, `${marker('gate')}\nold`);
    expect(await publish('new')).toMatchObject({ status: 'updated' });
    expect(ours.body).toContain('new');
  });

  it('of somebody else is never touched, marker or not', async () => {
    const forged = github.say(7, MONA, `${marker('gate')}\nforged`);
    const quoted = github.say(7, JOB_BOT, `> ${marker('gate')}\nquoted by another bot`);
    expect(await publish('ours')).toMatchObject({ status: 'created' });
    expect([forged.edits, quoted.edits]).toEqual([0, 0]);
  });

  it("with a user's token is that user's, not a bot's", async () => {
    await github.close();
    github = await startContractServer({ ...repository, viewer: MONA });
    const bot = github.say(7, JOB_BOT, `${marker('gate')}\nof the bot`);
    expect(await publish('ours')).toMatchObject({ status: 'created' });
    expect(await publish('ours again')).toMatchObject({ status: 'updated' });
    expect(bot.edits).toBe(0);
  });

  it('is edited but not created when only an edit was asked for', async () => {
    expect(await publish('quiet', false)).toEqual({ status: 'absent' });
    await publish('loud');
    expect(await publish('quiet', false)).toMatchObject({ status: 'updated' });
  });

  it('fits whatever GitHub takes', async () => {
    await publish('| a row of a long table |\n'.repeat(10_000));
    const [body = ''] = bodies();
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(60_000);
    expect(body).toContain('Cut here');
    expect(await publish('short again')).toMatchObject({ status: 'updated' });
  });
});

describe('without permission', () => {
  it.each([403, 404])('a %i names the missing permission and is no exception', async (status) => {
    github.faults.push({
      operation: 'issues/create-comment',
      status,
      message: 'Resource not accessible by integration',
    });
    expect(await publish('text')).toEqual({
      status: 'denied',
      message: expect.stringMatching(/pull-requests: write.*Resource not accessible/s),
    });
    expect(github.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('to read comments it is the same', async () => {
    github.faults.push({
      operation: 'issues/list-comments',
      status: 403,
      message: 'Resource not accessible by integration',
    });
    expect(await publish('text')).toMatchObject({ status: 'denied' });
  });

  it('a token that GitHub does not know is named as the cause', async () => {
    github.faults.push({ operation: 'users/get-authenticated', status: 401, message: 'Bad credentials' });
    expect(await publish('text')).toMatchObject({
      status: 'denied',
      message: expect.stringContaining('github-token'),
    });
  });
});

describe('when GitHub stumbles', () => {
  it('an answer that was lost makes no second comment', async () => {
    github.faults.push({
      operation: 'issues/create-comment',
      status: 502,
      message: 'Bad Gateway',
      times: 1,
      afterEffect: true,
    });
    expect(await publish('text')).toMatchObject({ status: 'updated' });
    expect(github.comments).toHaveLength(1);
  });

  it('a list that failed is asked for again', async () => {
    github.faults.push({ operation: 'issues/list-comments', status: 500, message: 'oops', times: 2 });
    expect(await publish('text')).toMatchObject({ status: 'created' });
  });

  it.each([409, 410, 422])('a list that is refused with %i makes no comment', async (status) => {
    github.faults.push({ operation: 'issues/list-comments', status, message: 'no list' });
    expect(await publish('text')).toMatchObject({ status: 'failed' });
    expect(github.comments).toEqual([]);
  });

  it('for good, that is said', async () => {
    github.faults.push({ operation: 'issues/list-comments', status: 503, message: 'Service unavailable' });
    expect(await publish('text')).toEqual({ status: 'failed', message: expect.stringContaining('503') });
  });

  it('a rate limit is waited for when it is short', async () => {
    const message = 'You have exceeded a secondary rate limit';
    github.faults.push({
      operation: 'issues/list-comments',
      status: 403,
      message,
      times: 1,
      headers: { 'retry-after': '30' },
    });
    expect(await publish('text')).toMatchObject({ status: 'created' });
    expect(warnings.at(-1)).toContain('trying again in 30 s');
  });

  it('a rate limit that is long is not', async () => {
    const message = 'You have exceeded a secondary rate limit';
    github.faults.push({
      operation: 'issues/list-comments',
      status: 403,
      message,
      headers: { 'retry-after': '3600' },
    });
    expect(await publish('text')).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('rate limit'),
    });
    expect(github.requests.filter(({ operation }) => operation === 'issues/list-comments')).toHaveLength(1);
  });

  it('and cannot be reached, that is no exception either', async () => {
    const unreachable = connectGitHub({
      token: 't',
      apiUrl: 'http://127.0.0.1:1',
      logger: silentLogger,
      secondMs: 1,
    });
    expect(await publishComment(unreachable, target, () => 'text', true)).toMatchObject({ status: 'failed' });
  });
});

describe('a GitHub that never answers', () => {
  it('is given up on', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const apiUrl = `http://127.0.0.1:${port}`;
    const waiting = connectGitHub({ token: 't', apiUrl, logger: silentLogger, secondMs: 1, timeoutMs: 20 });
    expect(await publishComment(waiting, target, () => 'text', true)).toMatchObject({ status: 'failed' });
    silent.closeAllConnections();
    await new Promise((resolve) => silent.close(resolve));
  });
});

describe('the marker', () => {
  it('cannot be ended by its key, and tells keys apart', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(marker(one).indexOf('-->')).toBe(marker(one).length - 3);
        expect(marker(one) === marker(other)).toBe(one === other);
      }),
      { seed: 1 },
    );
  });
});
