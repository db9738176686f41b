/** The messages of the commits between base and head. */
import { GateError } from '../errors.js';
import { ask } from './commits.js';
import { GitFailure, type Git } from './git.js';

const MOST_COMMITS = 250;
const MOST_BYTES = 512 * 1024;

export interface CommitMessage {
  /** Full commit id. */
  readonly sha: string;
  /** Subject and body. */
  readonly text: string;
}

export interface CommitMessages {
  /** Newest first, without merges: what they say, git says. */
  readonly messages: readonly CommitMessage[];
  /** Why some are not among them; null when all are. */
  readonly missing: string | null;
}

/**
 * @param base Full id of the commit up to which the head's history is not of interest; null for all of it.
 * @param head Full commit id.
 */
export async function commitMessages(git: Git, base: string | null, head: string): Promise<CommitMessages> {
  const parameters = [
    'log',
    '-z',
    '--no-merges',
    '--no-color',
    '--no-show-signature',
    '--no-notes',
    '--encoding=UTF-8',
    '--format=%H %P%n%B',
    `--max-count=${MOST_COMMITS + 1}`,
    head,
    ...(base === null ? [] : [`^${base}`]),
    '--',
  ];
  try {
    const { stdout } = await git(parameters, { maxBytes: MOST_BYTES });
    const found = stdout
      .toString('utf8')
      .split('\0')
      .filter((entry) => entry !== '')
      .map(parseEntry);
    const messages = found.slice(0, MOST_COMMITS).map(({ sha, text }) => ({ sha, text }));
    if (found.length > MOST_COMMITS)
      return { messages, missing: `there are more than ${MOST_COMMITS} commits` };
    // Where a shallow clone is cut off, commits seem to have no parents.
    const cutOff = found.some(({ parents }) => parents === '') && (await isShallow(git));
    return { messages, missing: cutOff ? SHALLOW : null };
  } catch (thrown) {
    if (thrown instanceof GitFailure) return { messages: [], missing: thrown.message };
    // Bounded output; an interruption is nobody's to catch here.
    if (thrown instanceof GateError && thrown.kind === 'revision')
      return { messages: [], missing: thrown.message };
    throw thrown;
  }
}

const SHALLOW = 'the clone is shallow; with fetch-depth: 0 all are read';

/** `SHA PARENTS`, a line break, the message. */
function parseEntry(entry: string): CommitMessage & { readonly parents: string } {
  const end = entry.indexOf('\n');
  const [sha = '', ...parents] = entry.slice(0, end).trim().split(' ');
  return { sha, parents: parents.join(' '), text: entry.slice(end + 1).trim() };
}

const isShallow = async (git: Git): Promise<boolean> =>
  (await ask(git, ['rev-parse', '--is-shallow-repository'])) === 'true';
