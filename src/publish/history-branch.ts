/** The history on a branch of its own: appended through the API, read by whoever judges a pull request. */
import { appendRecords, HISTORY_FILE } from '../history/lines.js';
import type { HistoryRecord } from '../history/record.js';
import {
  type BranchTarget,
  readBranchFile,
  updateBranch,
  type WriteFailure,
  writeFailure,
} from './branch.js';
import type { GitHubClient } from './github-client.js';

/** What became of the lines: data, never an exception, since it says nothing of the models. */
export type HistoryOutcome =
  { readonly status: 'appended'; readonly dropped: number } | { readonly status: 'unchanged' } | WriteFailure;

/** Runs that append at once lose nothing, and a run that is started again adds nothing. */
export async function appendToBranch(
  client: GitHubClient,
  target: BranchTarget,
  records: readonly HistoryRecord[],
  waiting: { readonly random: () => number; readonly waitMs?: number },
): Promise<HistoryOutcome> {
  const last = { dropped: 0 };
  try {
    const commit = await updateBranch(
      client,
      target,
      async (read) => {
        const before = (await read(HISTORY_FILE)) ?? '';
        const { text, dropped } = appendRecords(before, records);
        last.dropped = dropped;
        return text === before ? [] : [{ path: HISTORY_FILE, content: text }];
      },
      `History of ${records[0]?.commit ?? 'a run'}`,
      waiting,
    );
    return commit === null ? { status: 'unchanged' } : { status: 'appended', dropped: last.dropped };
  } catch (thrown) {
    return writeFailure(thrown, 'The history was not written.');
  }
}

/** The file of the branch; null where there is none. @throws GateError of kind `publish`. */
export function readHistoryBranch(client: GitHubClient, target: BranchTarget): Promise<string | null> {
  return readBranchFile(client, target, HISTORY_FILE);
}
