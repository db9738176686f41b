/** Importing TypeScript of this project: bundled into .build/ first, since the Node that runs scripts takes none. */
import { build } from 'esbuild';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export const root = path.dirname(import.meta.dirname);

/**
 * @param {string} name of the bundle in .build/
 * @param {import('esbuild').BuildOptions} entry `entryPoints` with one file, or `stdin`
 */
export async function importTypeScript(name, entry) {
  const outfile = path.join(root, '.build', `${name}.mjs`);
  await build({
    ...entry,
    absWorkingDir: root,
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}
