/** What GitHub would answer to a request that fits its description. */
import {
  annotationDocuments,
  annotationsIn,
  checkDocument,
  type CheckRun,
  createCheck,
  MOST_ANNOTATIONS,
  updateCheck,
} from './check-runs.js';
import { carryOutGit, type GitDatabase } from './branches.js';
import {
  accountDocument,
  commentDocument,
  viewerDocument,
  type Account,
  type Comment,
  type Fault,
  type NetworkFault,
} from './conversation.js';
import {
  activityDocuments,
  eventDocuments,
  listedPullRequest,
  permissionDocument,
  pullRequestDocument,
  type PullRequestState,
  type Sample,
} from './pull-request.js';

/** GitHub's limit of a comment's body, in characters; its description does not tell. */
export const BODY_LIMIT = 65_536;

/** A request that has passed validation. */
export interface ValidRequest {
  readonly path: string;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

export interface Answer {
  readonly operation: string | null;
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly network?: NetworkFault;
}

export interface ServerState {
  readonly repository: string;
  readonly pullRequests: readonly number[];
  readonly viewer: Account;
  readonly comments: Comment[];
  readonly faults: Fault[];
  /** What all pull requests that exist are like. */
  readonly pull: PullRequestState;
  readonly checks: CheckRun[];
  readonly git: GitDatabase;
  readonly sample: Sample;
  readonly say: (issue: number, user: Account, body: string) => Comment;
}

/** Carries out the request, unless a fault was ordered for it. */
export function answerTo(
  operation: string,
  request: ValidRequest,
  state: ServerState,
  apiUrl: string,
): Answer {
  const fault = state.faults.find((one) => one.operation === operation && (one.times ?? 1) > 0);
  if (fault?.times !== undefined) fault.times -= 1;
  const carriedOut = fault === undefined || fault.afterEffect === true;
  const answer = carriedOut ? { operation, ...carryOut(operation, request, state, apiUrl) } : null;
  if (fault === undefined) return answer ?? { operation, ...notFound };
  const { network } = fault;
  if (network !== undefined) return { operation, status: fault.status, body: answer?.body ?? {}, network };
  return {
    operation,
    status: fault.status,
    body: {
      message: fault.message,
      documentation_url: 'https://docs.github.com/rest',
      status: String(fault.status),
    },
    ...(fault.headers === undefined ? {} : { headers: fault.headers }),
  };
}

type Plain = Omit<Answer, 'operation'>;
const notFound: Plain = { status: 404, body: { message: 'Not Found', status: '404' } };

function carryOut(operation: string, request: ValidRequest, state: ServerState, apiUrl: string): Plain {
  if (request.headers.authorization === undefined) return refusal(401, 'Requires authentication');
  const { owner, repo, issue_number: issue, comment_id: id } = request.params;
  if (operation === 'users/get-authenticated') {
    return state.viewer.type === 'Bot'
      ? refusal(403, 'Resource not accessible by integration')
      : { status: 200, body: viewerDocument(state.viewer, apiUrl) };
  }
  if (`${owner ?? ''}/${repo ?? ''}` !== state.repository) return notFound;
  if (operation === 'issues/update-comment' || operation === 'issues/delete-comment') {
    const at = state.comments.findIndex((one) => String(one.id) === id);
    const comment = state.comments[at];
    if (comment === undefined) return notFound;
    if (operation === 'issues/update-comment') return edit(comment, request, state, apiUrl);
    state.comments.splice(at, 1);
    return { status: 204, body: '' };
  }
  if (operation === 'pulls/list') return pullRequests(request, state, apiUrl);
  const git = carryOutGit(operation, request, state.git, state.sample);
  if (git !== null) return git;
  if (operation.startsWith('checks/')) return carryOutCheck(operation, request, state);
  if (operation === 'repos/list-activities')
    return { status: 200, body: activityDocuments(state.pull, request.query.ref, state.sample) };
  if (operation === 'repos/get-collaborator-permission-level') return permission(request, state, apiUrl);
  const number = Number(issue ?? request.params.pull_number);
  if (!state.pullRequests.includes(number)) return notFound;
  switch (operation) {
    case 'pulls/get':
      return { status: 200, body: pullRequestDocument(number, state.pull, state.sample) };
    case 'issues/list-events':
      return pageOf(
        eventDocuments(state.pull, (account) => accountDocument(account, apiUrl)),
        request,
        apiUrl,
      );
    case 'issues/create-comment':
      return create(number, request, state, apiUrl);
    default:
      return list(number, request, state, apiUrl);
  }
}

function carryOutCheck(operation: string, request: ValidRequest, state: ServerState): Plain {
  const { checks, repository, sample } = state;
  const documentOf = (check: CheckRun): object => checkDocument(check, repository, sample);
  if (operation === 'checks/list-for-ref') {
    const { ref } = request.params;
    const { check_name: name } = request.query;
    const found = checks.filter(
      (check) => check.headSha === ref && (name === undefined || check.name === name),
    );
    return { status: 200, body: { total_count: found.length, check_runs: found.map(documentOf) } };
  }
  if (annotationsIn(request.body) > MOST_ANNOTATIONS) return refusal(422, 'Validation Failed');
  if (operation === 'checks/create')
    return { status: 201, body: documentOf(createCheck(checks, request.body)) };
  const check = checks.find(({ id }) => String(id) === request.params.check_run_id);
  if (check === undefined) return notFound;
  return operation === 'checks/update'
    ? { status: 200, body: documentOf(updateCheck(check, request.body)) }
    : { status: 200, body: annotationDocuments(check) };
}

/** Those of one branch, as its filter asks; all of them come from the branch that the state names. */
function pullRequests(request: ValidRequest, state: ServerState, apiUrl: string): Plain {
  const { headRepository = state.repository, headRef, isOpen } = state.pull;
  const isAsked = isOpen && request.query.head === `${headRepository.split('/')[0] ?? ''}:${headRef}`;
  const documents = state.pullRequests.map((number) =>
    listedPullRequest(number, state.pull, state.repository, state.sample),
  );
  return pageOf(isAsked ? documents : [], request, apiUrl);
}

function permission({ params }: ValidRequest, { pull }: ServerState, apiUrl: string): Plain {
  const { username = '' } = params;
  const role = pull.permissions[username];
  if (role === undefined) return notFound;
  return {
    status: 200,
    body: permissionDocument(role, {
      ...accountDocument({ login: username, type: 'User' }, apiUrl),
      role_name: role,
    }),
  };
}

function create(issue: number, request: ValidRequest, state: ServerState, apiUrl: string): Plain {
  const body = bodyOf(request);
  if (body.length > BODY_LIMIT) return tooLong;
  const comment = state.say(issue, state.viewer, body);
  return { status: 201, body: commentDocument(comment, apiUrl, state.repository) };
}

function edit(comment: Comment, request: ValidRequest, state: ServerState, apiUrl: string): Plain {
  const body = bodyOf(request);
  if (body.length > BODY_LIMIT) return tooLong;
  comment.body = body;
  comment.edits += 1;
  return { status: 200, body: commentDocument(comment, apiUrl, state.repository) };
}

/** One page, with the `Link` header by which clients find the next. */
function list(issue: number, request: ValidRequest, state: ServerState, apiUrl: string): Plain {
  const all = state.comments.filter((comment) => comment.issue === issue);
  return pageOf(
    all.map((comment) => commentDocument(comment, apiUrl, state.repository)),
    request,
    apiUrl,
  );
}

function pageOf(all: readonly object[], request: ValidRequest, apiUrl: string): Plain {
  const size = Math.min(Number(request.query.per_page ?? 30), 100);
  const page = Number(request.query.page ?? 1);
  const last = Math.max(1, Math.ceil(all.length / size));
  const address = (to: number): string => `<${apiUrl}${request.path}?per_page=${size}&page=${to}>`;
  const link = `${address(page + 1)}; rel="next", ${address(last)}; rel="last"`;
  return {
    status: 200,
    body: all.slice((page - 1) * size, page * size),
    ...(page < last ? { headers: { link } } : {}),
  };
}

const bodyOf = (request: ValidRequest): string => (request.body as { body: string }).body;

function refusal(status: number, message: string): Plain {
  return {
    status,
    body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) },
  };
}

const tooLong: Plain = {
  status: 422,
  body: {
    message: 'Validation Failed',
    errors: [
      {
        resource: 'IssueComment',
        code: 'unprocessable',
        field: 'data',
        message: `Body is too long (maximum is ${BODY_LIMIT} characters)`,
      },
    ],
    documentation_url: 'https://docs.github.com/rest',
  },
};
