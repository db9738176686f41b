/** The files of a commit, read from git objects: nothing is checked out, so nothing runs. */
import type { Git } from './git.js';

/** A regular file, one that is executable, a symbolic link, or the commit of a submodule. */
export type EntryKind = 'file' | 'symlink' | 'submodule';

export interface TreeEntry {
  /** From the root, with slashes. Bytes that are not UTF-8 are shown as `\xNN`. */
  readonly path: string;
  readonly kind: EntryKind;
  /** Object id of the content, hexadecimal. */
  readonly oid: string;
}

/** Entries by path. */
export type Tree = ReadonlyMap<string, TreeEntry>;

/**
 * Lists a commit. Sizes are not asked for: in a partial clone git would fetch every file to tell them.
 * @param sha A full commit id.
 */
export async function readTree(git: Git, sha: string): Promise<Tree> {
  const { stdout } = await git(['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', sha]);
  return parseTree(stdout);
}

/** Parses `git ls-tree -z`: `MODE TYPE OID<tab>PATH<NUL>`, any byte but NUL in a path. */
export function parseTree(listing: Buffer): Tree {
  const entries = new Map<string, TreeEntry>();
  for (let start = 0; start < listing.length;) {
    const end = listing.indexOf(0, start);
    const tab = listing.indexOf('\t', start);
    const [mode = '', , oid = ''] = listing.toString('latin1', start, tab).split(' ');
    const path = decodePath(listing.subarray(tab + 1, end));
    entries.set(path, { path, kind: kindOf(mode), oid });
    start = end + 1;
  }
  return entries;
}

function kindOf(mode: string): EntryKind {
  if (mode === '120000') return 'symlink';
  return mode === '160000' ? 'submodule' : 'file';
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function decodePath(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return Array.from(bytes, (byte) =>
      byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16)}`,
    ).join('');
  }
}
