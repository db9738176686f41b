/**
 * `fetch` for GitHub's API that gives whole answers or none. The client below takes a body that broke off, or a page in
 * HTML, for an answer of success; and `fetch` makes a GET of a write that is redirected.
 */

/** GitHub's largest answers, lists of 100 comments, are below 7 MB. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_REDIRECTS = 3;
const NO_BODY = new Set([204, 205, 304]);

/**
 * @param send The toolkit's `fetch`, which knows the proxy.
 * @param timeoutMs How long the next request may take: connecting, headers and body together.
 */
export function wholeAnswers(send: typeof fetch, timeoutMs: () => number): typeof fetch {
  return async (resource, options = {}) => {
    const signal = AbortSignal.timeout(Math.max(1, Math.ceil(timeoutMs())));
    const response = await follow(send, new URL(resource), { ...options, signal });
    const body = await readBody(response);
    const { status, headers } = response;
    if (response.ok && !isRaw(options)) refuseUnreadable(body, headers.get('content-type') ?? '', status);
    const answer = NO_BODY.has(status) ? null : body;
    return new Response(answer, { status, headers: [...headers.entries()] });
  };
}

/** The same request again where GitHub says so, as it asks its clients to do; never to another host. */
async function follow(send: typeof fetch, url: URL, options: RequestInit): Promise<Response> {
  let to = url;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const response = await send(to.href, { ...options, redirect: 'manual' });
    const location = isRedirect(response) ? response.headers.get('location') : null;
    if (location === null) return response;
    await response.body?.cancel();
    to = new URL(location, to);
    if (to.origin !== url.origin)
      throw new Error(`the API redirects to another host (${to.host}), which is not followed`);
  }
  throw new Error(`the API redirects more than ${MOST_REDIRECTS} times`);
}

const isRedirect = ({ status }: Response): boolean => status >= 300 && status < 400 && status !== 304;

async function readBody(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) throw new Error('the answer is larger than 32 MiB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Contents that were asked for as they are. */
const isRaw = ({ headers }: RequestInit): boolean =>
  (new Headers(headers).get('accept') ?? '').includes('.raw');

function refuseUnreadable(body: Buffer, type: string, status: number): void {
  if (NO_BODY.has(status)) return;
  if (!/\bjson\b/.test(type))
    throw new Error(`the answer is no JSON but ${/^[\w/+.-]{1,60}/.exec(type)?.[0] ?? 'of no type'}`);
  try {
    JSON.parse(body.toString('utf8'));
  } catch (cause) {
    throw new Error('the answer is damaged JSON, as when it broke off', { cause });
  }
}
