import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startContractServer, type ContractServer } from '../../examples/contract-server/server.js';

let github: ContractServer;
const comments = '/repos/acme/models/issues/7/comments';

function ask(method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`${github.url}${path}`, {
    method,
    headers: { authorization: 'token t', 'content-type': 'application/json', 'user-agent': 'test' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

beforeEach(async () => {
  github = await startContractServer({ repository: 'acme/models', pullRequests: [7] });
});
afterEach(() => github.close());

describe('the contract server', () => {
  it('remembers a comment and its edit, and answers as GitHub describes', async () => {
    const created = await ask('POST', comments, { body: 'first' });
    expect(created.status).toBe(201);
    const { id } = (await created.json()) as { id: number };
    expect((await ask('PATCH', `/repos/acme/models/issues/comments/${id}`, { body: 'second' })).status).toBe(
      200,
    );
    expect(github.comments).toEqual([expect.objectContaining({ body: 'second', edits: 1 })]);
    expect(github.violations).toEqual([]);
  });

  it('records a body that GitHub would not understand', async () => {
    expect((await ask('POST', comments, { text: 'wrong key' })).status).toBe(422);
    expect((await ask('POST', comments, { body: 'right', extra: 1 })).status).toBe(422);
    expect(github.violations).toHaveLength(2);
    expect(github.comments).toEqual([]);
  });

  it('records an operation that nobody said we call', async () => {
    expect((await ask('DELETE', '/repos/acme/models/issues/7/lock')).status).toBe(404);
    expect(github.violations).toHaveLength(1);
  });

  it('refuses a body beyond the limit of 65,536 characters', async () => {
    expect((await ask('POST', comments, { body: 'x'.repeat(65_537) })).status).toBe(422);
    expect((await ask('POST', comments, { body: 'x'.repeat(65_536) })).status).toBe(201);
  });

  it('pages its lists and links the next page', async () => {
    for (let i = 0; i < 5; i += 1) github.say(7, { login: 'someone', type: 'User' }, `comment ${i}`);
    const first = await ask('GET', `${comments}?per_page=3`);
    expect(first.headers.get('link')).toContain('page=2>; rel="next"');
    const second = await ask('GET', `${comments}?per_page=3&page=2`);
    expect(second.headers.get('link')).toBeNull();
    expect(await second.json()).toHaveLength(2);
    expect(github.violations).toEqual([]);
  });

  it('tells a job token that it is no user, and a user who they are', async () => {
    expect((await ask('GET', '/user')).status).toBe(403);
    await github.close();
    const viewer = { login: 'mona', type: 'User' } as const;
    github = await startContractServer({ repository: 'acme/models', pullRequests: [7], viewer });
    expect(await (await ask('GET', '/user')).json()).toMatchObject({ login: 'mona' });
    expect(github.violations).toEqual([]);
  });

  it('plays a fault as often as ordered, before or after carrying the request out', async () => {
    github.faults.push(
      {
        operation: 'issues/create-comment',
        status: 502,
        message: 'Bad Gateway',
        times: 1,
        afterEffect: true,
      },
      { operation: 'issues/list-comments', status: 404, message: 'Not Found' },
    );
    expect((await ask('POST', comments, { body: 'lost answer' })).status).toBe(502);
    expect(github.comments).toHaveLength(1);
    expect((await ask('POST', comments, { body: 'again' })).status).toBe(201);
    expect((await ask('GET', comments)).status).toBe(404);
    expect((await ask('GET', comments)).status).toBe(404);
  });

  it('does not know other repositories or pull requests', async () => {
    expect((await ask('GET', '/repos/acme/other/issues/7/comments')).status).toBe(404);
    expect((await ask('GET', '/repos/acme/models/issues/8/comments')).status).toBe(404);
  });
});
