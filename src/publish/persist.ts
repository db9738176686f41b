/** Asking again after a fault: when, how long to wait before, and when to leave it. */
import type { Logger } from '../logger.js';
import { statusOf } from './http-status.js';
import type { Patience } from './patience.js';

export interface Persistence {
  readonly patience: Patience;
  /** Seconds that it was made for: a wait that GitHub asks for is never longer. */
  readonly patienceS: number;
  /** The length of the second by which waiting times are reckoned, milliseconds. */
  readonly secondMs: number;
  /** Of [0, 1): clients that failed together do not come back together. */
  readonly random: () => number;
  readonly logger: Logger;
}

/** What was asked, as far as it matters here. */
export interface Asked {
  readonly method: string;
  /** 0 forbids to send it again, since its writer looks first what became of it. */
  readonly request?: { readonly retries?: number };
}

const ATTEMPTS = 4;
/** What GitHub asks to wait where a secondary limit comes without a time. */
const UNTOLD_LIMIT_S = 60;

/** @throws what the last attempt threw. */
export async function persist<Answer>(
  send: () => Promise<Answer>,
  { method, request }: Asked,
  { patience, patienceS, secondMs, random, logger }: Persistence,
): Promise<Answer> {
  const again = method !== 'POST' && request?.retries !== 0;
  for (let attempt = 1; ; attempt += 1) {
    if (patience.remainingMs() === 0) throw spent();
    try {
      return await patience.spend(send);
    } catch (thrown) {
      const limitedS = rateLimit(thrown, attempt);
      const askedS = limitedS ?? (again ? serverFault(thrown, attempt, random) : null);
      if (askedS === null || attempt === ATTEMPTS) throw thrown;
      const isLimit = limitedS !== null;
      const waits = askedS <= patienceS && patience.remainingMs() > askedS * secondMs;
      if (isLimit)
        logger.warning(
          `GitHub's rate limit was met; ${waits ? `trying again in ${askedS} s` : `it asks to wait ${askedS} s, which is longer than api-patience allows`}.`,
        );
      if (!waits || !(await patience.wait((isLimit ? askedS + random() : askedS) * secondMs))) throw thrown;
    }
  }
}

const spent = (): Error =>
  Object.assign(new Error('the time for GitHub (api-patience) is used up'), { status: 504 });

/** Seconds to wait for a rate limit to pass; null for any other fault. Nothing was carried out then. */
function rateLimit(thrown: unknown, attempt: number): number | null {
  const status = statusOf(thrown);
  const headers = headersOf(thrown);
  const isLimit =
    status === 429 ||
    (status === 403 &&
      (headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test((thrown as Error).message)));
  if (!isLimit) return null;
  return retryAfter(headers) ?? untilReset(headers) ?? UNTOLD_LIMIT_S * 2 ** (attempt - 1);
}

/** Seconds before the next attempt, doubled each time, of which chance takes up to a half. */
function serverFault(thrown: unknown, attempt: number, random: () => number): number | null {
  if ((statusOf(thrown) ?? 0) < 500) return null;
  return retryAfter(headersOf(thrown)) ?? 2 ** (attempt - 1) * (0.5 + random() / 2);
}

type Headers = Readonly<Record<string, string | number | undefined>>;

function headersOf(thrown: unknown): Headers {
  const response = (thrown as { response?: { headers?: Headers } } | null)?.response;
  return response?.headers ?? {};
}

/** `retry-after`, in seconds or as a date. */
function retryAfter({ 'retry-after': given }: Headers): number | null {
  if (given === undefined || given === '') return null;
  const seconds = Number(given);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const date = Date.parse(String(given));
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - Date.now()) / 1000));
}

/** One second is added, so that the limit has been lifted by then. */
function untilReset(headers: Headers): number | null {
  const reset = Number(headers['x-ratelimit-reset'] ?? NaN);
  if (headers['x-ratelimit-remaining'] !== '0' || !Number.isFinite(reset)) return null;
  return Math.max(0, Math.ceil(reset - Date.now() / 1000)) + 1;
}
