/** The GitHub client: bounded in time, patient with rate limits, and careful not to send a write twice. */
import { getOctokit } from '@actions/github';
import { defaults } from '@actions/github/lib/utils';
import type { Logger } from '../logger.js';
import { createPatience } from './patience.js';
import { type Asked, persist } from './persist.js';
import { wholeAnswers } from './whole-answers.js';

/** Waiting for others, out of the same time as the requests. */
export interface Pausing {
  /** @returns false, at once, when there is not so much time left. */
  pause(seconds: number): Promise<boolean>;
}

export type GitHubClient = ReturnType<typeof getOctokit> & Pausing;

export interface GitHubConnection {
  readonly token: string;
  /** `GITHUB_API_URL`. */
  readonly apiUrl: string;
  readonly logger: Logger;
  /** How long all requests and waits together may take, seconds: whatever GitHub does, a gate ends. */
  readonly patienceS?: number | undefined;
  /** How long one request may take. */
  readonly timeoutMs?: number;
  /** The length of the second by which waiting times are reckoned, milliseconds. */
  readonly secondMs?: number;
  /** Of [0, 1). */
  readonly random?: () => number;
}

const PATIENCE_S = 120;
const TIMEOUT_MS = 20_000;
/** GitHub asks for a second between writes. */
const BETWEEN_WRITES_S = 1;

/** Connects; sends nothing yet. */
export function connectGitHub(connection: GitHubConnection): GitHubClient {
  const { token, apiUrl, logger, patienceS = PATIENCE_S, timeoutMs = TIMEOUT_MS } = connection;
  const { secondMs = 1000, random = Math.random } = connection;
  const patience = createPatience(patienceS * 1000);
  const send = defaults.request?.fetch as typeof fetch;
  const octokit = getOctokit(token, {
    baseUrl: apiUrl,
    request: {
      ...defaults.request,
      fetch: wholeAnswers(send, () => Math.min(timeoutMs, patience.remainingMs())),
    },
    // Otherwise every attempt is told on the console.
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  });
  let written = -Infinity;
  octokit.hook.wrap('request', async (request, options) => {
    if (options.method !== 'GET') {
      await patience.wait(Math.max(0, written + BETWEEN_WRITES_S * secondMs - performance.now()));
      written = performance.now();
    }
    const persistence = { patience, patienceS, secondMs, random, logger };
    return persist(async () => request(options), options as Asked, persistence);
  });
  return Object.assign(octokit, { pause: (seconds: number) => patience.wait(seconds * secondMs) });
}

const ignore = (): void => undefined;
