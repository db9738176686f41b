/** Declarations that lie on disk, a file for each side: what belongs to models outside of git. */
import path from 'node:path';
import type { DeclaredFile } from './declared/declaration.js';
import { parseDeclared } from './declared/parse.js';
import type { DeclaredFiles } from './declared/sources.js';
import { readText } from './read-text.js';

/** The files as the user named them; a side without one declares nothing. */
export interface DeclaredPaths {
  readonly base?: string | undefined;
  readonly head?: string | undefined;
}

/** @throws GateError of kind `config` for a file that is not there or makes no sense. */
export async function readDeclared(label: string, cwd: string): Promise<DeclaredFile> {
  return parseDeclared(await readText(path.resolve(cwd, label), 'config', label), label);
}

/** @throws GateError as `readDeclared` does. */
export async function readDeclaredSides({ base, head }: DeclaredPaths, cwd: string): Promise<DeclaredFiles> {
  return {
    base: base === undefined ? null : await readDeclared(base, cwd),
    head: head === undefined ? null : await readDeclared(head, cwd),
  };
}
