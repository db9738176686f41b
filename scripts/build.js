/**
 * Bundles src/ into dist/: what the action runs and what the package ships. Same bytes for the same source and
 * lockfile; CI compares. Usage: node scripts/build.js [FOLDER]
 */
import { build } from 'esbuild';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeLicenses } from './licenses.js';
import { writeReference } from './reference.js';
import { writeRuntimeLock } from './runtime-lock.js';
import { writeSchemas } from './schema.js';

const root = path.dirname(import.meta.dirname);
const out = path.resolve(root, process.argv[2] ?? 'dist');
const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const result = await build({
  absWorkingDir: root,
  entryPoints: ['src/index.ts', 'src/cli.ts', 'src/measure/worker.ts'],
  entryNames: '[name]',
  chunkNames: 'chunk-[hash]',
  outdir: out,
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  charset: 'utf8',
  legalComments: 'none',
  external: ['onnxruntime-node'],
  define: { EFFICIENCY_GATE_BUILD: JSON.stringify(version) },
  // Some bundled packages are CommonJS and ask for Node's built-in modules with require.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
  },
  metafile: true,
  logLevel: 'warning',
});
await writeFile(path.join(out, 'package.json'), `${JSON.stringify({ type: 'module' }, null, 2)}\n`);
await writeLicenses(root, Object.keys(result.metafile.inputs), path.join(out, 'licenses.txt'));
await writeRuntimeLock(root, path.join(out, 'runtime'));
if (out === path.join(root, 'dist')) {
  await writeSchemas(path.join(root, 'schema'));
  await writeReference(path.join(root, 'schema'));
}
