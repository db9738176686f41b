/** Which files differ between two commits. */
import type { Git } from './git.js';
import { decodePath } from './tree.js';

/** Paths from the root, with slashes. @param base Full commit ids, both. */
export async function changedFiles(git: Git, base: string, head: string): Promise<string[]> {
  const { stdout } = await git([
    ...['diff-tree', '-r', '-z', '--name-only', '--no-renames', '--no-ext-diff', '--no-textconv'],
    ...['--end-of-options', base, head],
  ]);
  const paths: string[] = [];
  for (let start = 0; start < stdout.length;) {
    const end = stdout.indexOf(0, start);
    paths.push(decodePath(stdout.subarray(start, end)));
    start = end + 1;
  }
  return paths;
}
