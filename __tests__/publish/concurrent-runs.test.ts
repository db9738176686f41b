/** Many runs that publish to one pull request at once leave one comment, the newest run's. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { JOB_BOT, startContractServer, type ContractServer } from '../../examples/contract-server/server.js';
import { silentLogger } from '../../src/logger.js';
import { publishComment } from '../../src/publish/comment.js';
import { connectGitHub } from '../../src/publish/github-client.js';
import { marker, runMarker } from '../../src/publish/own-comments.js';

const RUNS = 20;
/** `CONCURRENT_REPETITIONS=50` for more. */
const REPETITIONS = Number(process.env.CONCURRENT_REPETITIONS ?? 3);
const target = { owner: 'acme', repo: 'models', number: 7, key: 'gate' };
let github: ContractServer;

beforeEach(async () => {
  github = await startContractServer({ repository: 'acme/models', pullRequests: [7] });
});
afterEach(async () => {
  await github.close();
  expect(github.violations).toEqual([]);
});

function publish(id: number, attempt = 1) {
  // Seconds are short here, and long enough for a request to be answered within them.
  const client = connectGitHub({ token: 't', apiUrl: github.url, logger: silentLogger, secondMs: 250 });
  return publishComment(client, { ...target, run: { id, attempt } }, () => `result ${id}.${attempt}`, true);
}
const textOf = (id: number, attempt = 1) =>
  `${marker('gate')}\n${runMarker({ id, attempt })}\nresult ${id}.${attempt}`;
const bodies = () => github.comments.map(({ body }) => body);

function shuffled(count: number): number[] {
  const ids = Array.from({ length: count }, (_, at) => 1000 + at);
  return ids
    .map((id) => ({ id, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ id }) => id);
}

describe(`${RUNS} runs at once`, () => {
  it.each(Array.from({ length: REPETITIONS }, (_, at) => at + 1))(
    'leave one comment, the newest, time %i',
    async (time) => {
      // Every other time there is a comment of an earlier run.
      if (time % 2 === 0) github.say(7, JOB_BOT, textOf(5));
      const ids = shuffled(RUNS);
      const outcomes = await Promise.all(ids.map((id) => publish(id)));
      expect(bodies()).toEqual([textOf(1000 + RUNS - 1)]);
      expect(outcomes.filter((outcome) => 'message' in outcome)).toEqual([]);
    },
    120_000,
  );
});

describe('a run', () => {
  it('that is older leaves the comment of a newer one alone', async () => {
    await publish(9);
    expect(await publish(8)).toMatchObject({ status: 'outdated' });
    expect(bodies()).toEqual([textOf(9)]);
  });

  it('that was started again is newer than its first attempt', async () => {
    await publish(9);
    expect(await publish(9, 2)).toMatchObject({ status: 'updated' });
    expect(await publish(9, 1)).toMatchObject({ status: 'outdated' });
    expect(bodies()).toEqual([textOf(9, 2)]);
  });

  it('takes away what others left, but for comments of other people', async () => {
    const mona = { login: 'mona', type: 'User' } as const;
    const forged = github.say(7, mona, textOf(99));
    github.say(7, JOB_BOT, textOf(3));
    github.say(7, JOB_BOT, `${marker('gate')}\nof a version that told no run`);
    await publish(9);
    expect(bodies()).toEqual([forged.body, textOf(9)]);
  });

  it('takes no word for a newer run from the text of a comment', async () => {
    github.say(7, JOB_BOT, `${marker('gate')}\nquoted:\n${runMarker({ id: 99, attempt: 1 })}`);
    expect(await publish(9)).toMatchObject({ status: 'updated' });
  });
});
