/** Runs a TypeScript file of this project. Usage: node scripts/run.js FILE [ARGUMENTS] */
import path from 'node:path';
import { importTypeScript } from './import-typescript.js';

const [node, , file, ...rest] = process.argv;
process.argv = [node, file, ...rest];
await importTypeScript(path.basename(file, '.ts'), { entryPoints: [path.resolve(file)] });
