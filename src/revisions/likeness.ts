/** Renamed and edited at once: git's own similarity of contents tells. */
import { blobSize } from './blob.js';
import type { Git } from './git.js';
import type { Match, ModelRef } from './matching.js';
import { decodePath } from './tree.js';

/** Git compares contents in memory. */
const MAX_COMPARED_BYTES = 256 * 2 ** 20;
/** Together on one command line. */
const MAX_COMPARED_MODELS = 100;
/** Least share of contents in common. Two LFS pointers have about a third in common, whatever they point to. */
const SIMILARITY = '50%';

/** Pairs of a removed and an added model that share most of their content. */
export async function alikeModels(
  git: Git,
  removed: readonly ModelRef[],
  added: readonly ModelRef[],
): Promise<Match[]> {
  const [before] = removed;
  const [after] = added;
  const candidates = [...removed, ...added];
  if (before === undefined || after === undefined || candidates.length > MAX_COMPARED_MODELS) return [];
  for (const { oid } of candidates) if ((await blobSize(git, oid)) > MAX_COMPARED_BYTES) return [];
  const { stdout } = await git([
    ...['diff-tree', '-r', '-z', '--name-status', '--no-ext-diff', '--no-textconv', '--diff-filter=R'],
    ...[`--find-renames=${SIMILARITY}`, before.sha, after.sha, '--', ...candidates.map(({ path }) => path)],
  ]);
  return parseRenames(stdout).flatMap(([from, to]) => {
    const base = removed.find(({ path }) => path === from);
    const head = added.find(({ path }) => path === to);
    return base === undefined || head === undefined ? [] : [{ base, head }];
  });
}

/** Parses `R<similarity><NUL><from><NUL><to><NUL>`, repeated. */
function parseRenames(listing: Buffer): [from: string, to: string][] {
  const fields = splitAtNul(listing);
  const renames: [string, string][] = [];
  for (let at = 0; at + 2 < fields.length; at += 3)
    renames.push([fields[at + 1] ?? '', fields[at + 2] ?? '']);
  return renames;
}

function splitAtNul(listing: Buffer): string[] {
  const fields: string[] = [];
  for (let start = 0; start < listing.length;) {
    const end = listing.indexOf(0, start);
    fields.push(decodePath(listing.subarray(start, end)));
    start = end + 1;
  }
  return fields;
}
