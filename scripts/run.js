/** Runs a TypeScript file of this project: bundles it into .build/ and imports it. Usage: node scripts/run.js FILE [ARGUMENTS] */
import { build } from 'esbuild';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.dirname(import.meta.dirname);
const [file, ...rest] = process.argv.slice(2);
const outfile = path.join(root, '.build', `${path.basename(file, '.ts')}.mjs`);
await build({
  entryPoints: [path.resolve(file)],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
});
process.argv = [process.argv[0], outfile, ...rest];
await import(pathToFileURL(outfile).href);
