/** Where declarations come from: a file that both sides share, or one of each side. */
import type { GateError } from '../errors.js';
import type { Declaration, DeclaredFile, Unevaluated } from './declaration.js';
import { declarationOf, parseDeclared } from './parse.js';

export interface DeclaredSides {
  readonly base: Declaration | null;
  readonly head: Declaration | null;
  /** Left out where the quality command failed on neither side, or there is none. */
  readonly unevaluated?: Unevaluated;
}

/** The files of both sides, as far as they are there. */
export interface DeclaredFiles {
  readonly base: DeclaredFile | null;
  readonly head: DeclaredFile | null;
}

/**
 * @param paths Of the model on either side, as the files name it; null where the side has none.
 * @returns undefined where neither file says anything.
 */
export function declaredSides(
  files: DeclaredFiles,
  paths: { readonly base: string | null; readonly head: string | null },
): DeclaredSides | undefined {
  const of = (side: 'base' | 'head'): Declaration | null => {
    const [file, path] = [files[side], paths[side]];
    return file === null || path === null ? null : declarationOf(file, path);
  };
  const [base, head] = [of('base'), of('head')];
  return base === null && head === null ? undefined : { base, head };
}

/**
 * One file for two models: only what it says of each by name tells them apart. What stands at its top holds for both
 * and would make them equal.
 */
export function namedOnly({ models = {} }: DeclaredFile): DeclaredFile {
  return { models };
}

/** @throws GateError of kind `config` for a text that cannot be read; null has nothing to read. */
export function parseIfAny(text: string | null, origin: string): DeclaredFile | null {
  return text === null ? null : parseDeclared(text, origin);
}

/** What is said where the base's own file is at fault, which no change of the head can mend. */
export const baseFault = ({ message }: GateError): string => `What the base declares is left out. ${message}`;
