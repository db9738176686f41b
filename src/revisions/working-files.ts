/** The files of a worktree as they lie there, committed or made since. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Holds nobody's own models. */
const SKIPPED = new Set(['.git', 'node_modules', 'site-packages']);

/** Paths of regular files relative to the folder, with slashes, sorted. Symbolic links are not followed. */
export async function filesIn(folder: string, below = ''): Promise<string[]> {
  const entries = await readdir(path.join(folder, below), { withFileTypes: true });
  const files: string[] = [];
  for (const entry of entries) {
    const place = path.posix.join(below, entry.name);
    if (entry.isFile()) files.push(place);
    else if (entry.isDirectory() && !SKIPPED.has(entry.name)) files.push(...(await filesIn(folder, place)));
  }
  return files.sort();
}
