/**
 * GitHub on localhost, for tests and the demo: it remembers comments and holds every request and every answer
 * of its own against GitHub's API description. What does not fit is a violation, kept in `violations`.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OpenAPIBackend, type ParsedRequest, type Request } from 'openapi-backend';
import { answerTo, type Answer, type ValidRequest } from './answers.js';
import type { CheckRun } from './check-runs.js';
import { emptyDatabase, type GitDatabase } from './branches.js';
import type { Account, Comment, Fault } from './conversation.js';
import { loadDescription } from './description.js';
import { pullRequestState, type PullRequestState } from './pull-request.js';

export interface ContractServerOptions {
  /** `owner/name` of the one repository there is. */
  readonly repository: string;
  /** Numbers of the pull requests that exist. */
  readonly pullRequests: readonly number[];
  /** What they are like. */
  readonly pull?: Partial<PullRequestState>;
  /** Who the token belongs to; the job token's bot when left out. */
  readonly viewer?: Account;
  readonly faults?: Fault[];
}

export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly operation: string | null;
  readonly status: number;
}

export interface ContractServer {
  /** What `GITHUB_API_URL` is to be set to. */
  readonly url: string;
  readonly comments: Comment[];
  /** To be changed as people would. */
  readonly pull: PullRequestState;
  readonly checks: CheckRun[];
  readonly git: GitDatabase;
  readonly faults: Fault[];
  /** What did not fit GitHub's description, in words. */
  readonly violations: string[];
  readonly requests: RecordedRequest[];
  /** Adds a comment as if somebody had written it. */
  say(issue: number, user: Account, body: string): Comment;
  close(): Promise<void>;
}

/** What contents are sent as that were asked for as they are. */
const RAW = 'application/vnd.github.raw+json';

export const JOB_BOT: Account = { login: 'github-actions[bot]', type: 'Bot' };

/** Starts on a free port of this machine. */
export async function startContractServer(options: ContractServerOptions): Promise<ContractServer> {
  const api = new OpenAPIBackend({
    definition: await loadDescription(),
    quick: true,
    // Formats such as int64 and uri are unknown to the validator without another package; types are checked.
    ajvOpts: { strict: false, validateFormats: false },
  });
  await api.init();
  const comments: Comment[] = [];
  const faults = [...(options.faults ?? [])];
  const violations: string[] = [];
  const requests: RecordedRequest[] = [];
  let said = 999;
  const say = (issue: number, user: Account, body: string): Comment => {
    const comment = { id: (said += 1), issue, user, body, edits: 0 };
    comments.push(comment);
    return comment;
  };
  const pull = pullRequestState(options.pull);
  const checks: CheckRun[] = [];
  const sample = (operation: string): unknown => api.mockResponseForOperation(operation).mock;
  const viewer = options.viewer ?? JOB_BOT;
  const git = emptyDatabase();
  const state = { ...options, viewer, pull, checks, git, sample, comments, faults, say };

  async function respond(incoming: IncomingMessage, apiUrl: string): Promise<Answer> {
    const request = await readRequest(incoming);
    const parsed = api.router.parseRequest(request);
    const operation = api.router.matchOperation(parsed);
    const where = `${request.method} ${request.path}`;
    if (operation === undefined) {
      violations.push(`${where}: not an operation that efficiency-gate is known to call`);
      return { operation: null, status: 404, body: { message: 'Not Found' } };
    }
    const fault = validationFault(api, parsed, operation.operationId ?? '');
    if (fault !== null) {
      violations.push(`${where}: ${fault}`);
      return {
        operation: operation.operationId ?? null,
        status: 422,
        body: { message: 'Validation Failed' },
      };
    }
    const parts: Pick<ParsedRequest, 'params' | 'query'> & { requestBody?: unknown } =
      api.router.parseRequest(request, operation);
    const valid: ValidRequest = {
      path: request.path,
      headers: request.headers,
      params: parts.params as ValidRequest['params'],
      query: parts.query as ValidRequest['query'],
      body: parts.requestBody,
    };
    const answer = answerTo(operation.operationId ?? '', valid, state, apiUrl);
    // Contents that were asked for as they are have no schema, and an answer that is lost is none.
    const described =
      answer.network === undefined &&
      typeof answer.body !== 'string' &&
      operation.responses?.[String(answer.status)] !== undefined;
    const checked = described
      ? api.validator.validateResponse(answer.body, operation, answer.status)
      : undefined;
    if (checked !== undefined && !checked.valid) {
      violations.push(
        `${where}: our answer ${answer.status} does not fit: ${JSON.stringify(checked.errors)}`,
      );
    }
    return answer;
  }

  const server = createServer((incoming, outgoing) => {
    const apiUrl = `http://${incoming.headers.host ?? 'localhost'}`;
    respond(incoming, apiUrl).then(
      (answer) => {
        const { operation, status } = answer;
        requests.push({ method: incoming.method ?? '', path: incoming.url ?? '', operation, status });
        send(answer, outgoing);
      },
      (thrown: unknown) => {
        violations.push(`the contract server itself failed: ${String(thrown)}`);
        outgoing.writeHead(500).end();
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    comments,
    pull,
    checks,
    git,
    faults,
    violations,
    requests,
    say,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => {
          if (error === undefined) resolve();
          else reject(error);
        });
        server.closeAllConnections();
      }),
  };
}

/** The answer as it arrives, or what a fault of the network makes of it. */
function send({ status, body, headers, network }: Answer, outgoing: ServerResponse): void {
  if (network === 'silence') return;
  if (network === 'reset') {
    outgoing.socket?.resetAndDestroy();
    return;
  }
  const [type, text] =
    network === 'html'
      ? ['text/html', '<html><body><h1>Bad <b>proxy</b></h1></body></html>']
      : typeof body === 'string'
        ? [RAW, body]
        : ['application/json', JSON.stringify(body)];
  const half = text.slice(0, Math.ceil(text.length / 2));
  const length = network === 'stall' ? { 'content-length': Buffer.byteLength(text) + 1 } : {};
  outgoing.writeHead(status, { 'content-type': `${type}; charset=utf-8`, ...headers, ...length });
  if (network === 'stall') outgoing.write(half);
  else outgoing.end(network === 'truncated' ? half : text);
}

async function readRequest(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const [path = '/', query = ''] = (incoming.url ?? '/').split('?');
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).filter(
      (entry): entry is [string, string | string[]] => entry[1] !== undefined,
    ),
  );
  const request = { method: incoming.method ?? 'GET', path, headers, query };
  return text === '' ? request : { ...request, body: text };
}

function validationFault(api: OpenAPIBackend, request: Request, operationId: string): string | null {
  if (request.headers['user-agent'] === undefined) return 'GitHub refuses requests without a user agent';
  const checked = api.validator.validateRequest(request, operationId);
  return checked.valid ? null : JSON.stringify(checked.errors);
}
