/** The GitHub client: bounded in time, patient with rate limits, and careful not to send a write twice. */
import { randomUUID } from 'node:crypto';
import { getOctokit } from '@actions/github';
import { defaults } from '@actions/github/lib/utils';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import Bottleneck from 'bottleneck/light.js';
import type { Logger } from '../logger.js';

export type GitHubClient = ReturnType<typeof getOctokit>;

export interface GitHubConnection {
  readonly token: string;
  /** `GITHUB_API_URL`. */
  readonly apiUrl: string;
  readonly logger: Logger;
  /** How long one request may take. */
  readonly timeoutMs?: number;
  /** The length of the second by which waiting times are reckoned, milliseconds. */
  readonly secondMs?: number;
}

const TIMEOUT_MS = 20_000;
/** A gate does not wait longer than this for a rate limit to pass: the comment can be had by a new run. */
const LONGEST_WAIT_S = 60;
const RATE_LIMIT_RETRIES = 2;

/** Answers that asking again does not change. 429 is the throttling plugin's to handle. */
const FINAL = [400, 401, 403, 404, 410, 422, 429, 451];

/** Connects; sends nothing yet. */
export function connectGitHub(connection: GitHubConnection): GitHubClient {
  const { token, apiUrl, logger, timeoutMs = TIMEOUT_MS, secondMs = 1000 } = connection;
  const waits =
    (kind: string) =>
    (afterS: number, _request: unknown, _client: unknown, count: number): boolean => {
      const again = afterS <= LONGEST_WAIT_S && count < RATE_LIMIT_RETRIES;
      logger.warning(
        `GitHub's ${kind} rate limit was met; ${again ? `trying again in ${afterS} s` : `it asks to wait ${afterS} s, which is too long`}.`,
      );
      return again;
    };
  return getOctokit(
    token,
    {
      baseUrl: apiUrl,
      request: {
        ...defaults.request,
        fetch: timeLimited(defaults.request?.fetch as typeof fetch, timeoutMs),
      },
      // Otherwise every attempt is told on the console.
      log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
      retry: { doNotRetry: FINAL, retryAfterBaseValue: secondMs },
      throttle: {
        // Whoever connects twice is two clients to the limiter, as two jobs are.
        id: randomUUID(),
        retryAfterBaseValue: secondMs,
        write: spaced('write', secondMs),
        notifications: spaced('notifications', NOTIFICATION_SECONDS * secondMs),
        onRateLimit: waits('primary'),
        onSecondaryRateLimit: waits('secondary'),
      },
    },
    retry,
    throttling,
  );
}

/** As far apart as the plugin has them, which GitHub asks for of writes, and more of those that notify people. */
const NOTIFICATION_SECONDS = 3;
const spaced = (id: string, minTime: number): Bottleneck.Group =>
  new Bottleneck.Group({ id: `efficiency-gate-${id}`, maxConcurrent: 1, minTime, timeout: GROUP_TIMEOUT_MS });
const GROUP_TIMEOUT_MS = 120_000;

const ignore = (): void => undefined;

/** The toolkit's fetch, which knows the proxy, given up after a while. */
function timeLimited(send: typeof fetch, timeoutMs: number): typeof fetch {
  return (resource, options) => {
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = options?.signal == null ? timeout : AbortSignal.any([options.signal, timeout]);
    return send(resource, { ...options, signal });
  };
}
