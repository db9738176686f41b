/** Branches with their files, as GitHub's git database and contents know them: whole trees, for they are small. */
import { createHash } from 'node:crypto';
import type { Sample } from './pull-request.js';

export interface Commit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
}

export interface GitDatabase {
  /** Path to content, by the tree's SHA. */
  readonly trees: Map<string, ReadonlyMap<string, string>>;
  readonly commits: Map<string, Commit>;
  /** `heads/NAME` to a commit's SHA. */
  readonly refs: Map<string, string>;
}

export const emptyDatabase = (): GitDatabase => ({ trees: new Map(), commits: new Map(), refs: new Map() });

const shaOf = (value: unknown): string => createHash('sha1').update(JSON.stringify(value)).digest('hex');

/** What is answered: a status, and a body in the shape that GitHub describes. */
export interface Told {
  readonly status: number;
  readonly body: unknown;
}

const refused = (status: number, message: string): Told => ({
  status,
  body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) },
});

interface GitRequest {
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
}

/** Carries out what concerns the git database; null for any other operation. */
export function carryOutGit(
  operation: string,
  { params, query, body }: GitRequest,
  database: GitDatabase,
  sample: Sample,
): Told | null {
  switch (operation) {
    case 'git/get-ref':
      return refAnswer(200, params.ref ?? '', database, sample);
    case 'git/get-commit':
      return commitAnswer(200, params.commit_sha ?? '', database, sample);
    case 'git/create-tree':
      return createTree(body as TreeRequest, database, sample);
    case 'git/create-commit':
      return createCommit(body as CommitRequest, database, sample);
    case 'git/create-ref':
      return createRef(body as { ref: string; sha: string }, database, sample);
    case 'git/update-ref':
      return updateRef(params.ref ?? '', body as { sha: string; force?: boolean }, database, sample);
    case 'repos/get-content':
      return contentAnswer(params.path ?? '', query.ref ?? '', database);
    default:
      return null;
  }
}

function refAnswer(status: number, ref: string, { refs }: GitDatabase, sample: Sample): Told {
  const sha = refs.get(ref);
  if (sha === undefined) return refused(404, 'Not Found');
  const document = sample('git/get-ref') as { object: object };
  return {
    status,
    body: { ...document, ref: `refs/${ref}`, object: { ...document.object, type: 'commit', sha } },
  };
}

function commitAnswer(status: number, sha: string, { commits }: GitDatabase, sample: Sample): Told {
  const commit = commits.get(sha);
  if (commit === undefined) return refused(404, 'Not Found');
  const document = sample('git/get-commit') as { tree: object };
  return {
    status,
    body: { ...document, sha, message: commit.message, tree: { ...document.tree, sha: commit.tree } },
  };
}

interface TreeRequest {
  readonly base_tree?: string;
  readonly tree: readonly { readonly path: string; readonly content: string }[];
}

function createTree({ base_tree: base, tree }: TreeRequest, { trees }: GitDatabase, sample: Sample): Told {
  const files = new Map(base === undefined ? [] : trees.get(base));
  for (const { path, content } of tree) files.set(path, content);
  const sha = shaOf([...files].sort());
  trees.set(sha, files);
  return { status: 201, body: { ...(sample('git/create-tree') as object), sha } };
}

interface CommitRequest {
  readonly message: string;
  readonly tree: string;
  readonly parents?: readonly string[];
}

function createCommit(
  { message, tree, parents = [] }: CommitRequest,
  database: GitDatabase,
  sample: Sample,
): Told {
  if (!database.trees.has(tree)) return refused(422, 'Tree SHA does not exist');
  const sha = shaOf({ message, tree, parents, count: database.commits.size });
  database.commits.set(sha, { sha, tree, parents, message });
  return commitAnswer(201, sha, database, sample);
}

function createRef({ ref, sha }: { ref: string; sha: string }, database: GitDatabase, sample: Sample): Told {
  const name = ref.replace(/^refs\//, '');
  if (database.refs.has(name)) return refused(422, 'Reference already exists');
  database.refs.set(name, sha);
  return refAnswer(201, name, database, sample);
}

/** Only forward, unless forced. */
function updateRef(
  ref: string,
  { sha, force = false }: { sha: string; force?: boolean },
  database: GitDatabase,
  sample: Sample,
): Told {
  const tip = database.refs.get(ref);
  if (tip === undefined) return refused(422, 'Reference does not exist');
  if (!force && !isAncestor(tip, sha, database)) return refused(422, 'Update is not a fast forward');
  database.refs.set(ref, sha);
  return refAnswer(200, ref, database, sample);
}

function isAncestor(ancestor: string, of: string, { commits }: GitDatabase): boolean {
  const open = [of];
  for (let sha = open.pop(); sha !== undefined; sha = open.pop()) {
    if (sha === ancestor) return true;
    open.push(...(commits.get(sha)?.parents ?? []));
  }
  return false;
}

function contentAnswer(path: string, ref: string, { refs, commits, trees }: GitDatabase): Told {
  const commit = commits.get(ref) ?? commits.get(refs.get(`heads/${ref}`) ?? '');
  const content = trees.get(commit?.tree ?? '')?.get(path);
  return content === undefined ? refused(404, 'Not Found') : { status: 200, body: content };
}
