/** What is declared of one model: what the files say, and over it what the quality command says in base and head. */
import type { Declaration } from './declared/declaration.js';
import { declarationOf } from './declared/parse.js';
import type { DeclaredSides } from './declared/sources.js';
import { GateError } from './errors.js';
import type { PlannedModel } from './plan.js';

/** Runs the quality command on either side, if there is one. What fails is told and costs nothing else. */
export async function declarationsOf({
  declared,
  evaluate,
  base,
  head,
}: Pick<PlannedModel, 'declared' | 'evaluate' | 'base' | 'head'>): Promise<{
  readonly declared: DeclaredSides | undefined;
  readonly warnings: readonly string[];
}> {
  if (evaluate === undefined) return { declared, warnings: [] };
  const said = {
    base: await saidBy(evaluate.base, base?.path, 'base'),
    head: await saidBy(evaluate.head, head?.path, 'head'),
  };
  const failed = said.base.failure !== null || said.head.failure !== null;
  const of = (side: 'base' | 'head', other: 'base' | 'head'): Declaration | null =>
    together(declared?.[side] ?? null, said[side], said[other]);
  return {
    declared: {
      base: of('base', 'head'),
      head: of('head', 'base'),
      ...(failed ? { unevaluated: { base: said.base.failure, head: said.head.failure } } : {}),
    },
    warnings: [...said.base.warnings, ...said.head.warnings],
  };
}

interface Said {
  readonly declaration: Declaration | null;
  /** In a few words; null when the command came to its end. */
  readonly failure: string | null;
  readonly warnings: readonly string[];
}

async function saidBy(
  evaluate: NonNullable<PlannedModel['evaluate']>['base'],
  path: string | undefined,
  side: string,
): Promise<Said> {
  try {
    const declaration = path === undefined ? null : declarationOf(await evaluate(), path);
    return { declaration, failure: null, warnings: [] };
  } catch (thrown) {
    if (!(thrown instanceof GateError)) throw thrown;
    return {
      declaration: null,
      failure: `the quality command failed in the ${side}`,
      warnings: [`Quality is not known of the ${side}. ${thrown.message} ${thrown.next}`],
    };
  }
}

/**
 * The command has the last word. Where it failed, the file does not speak in its place: what the command evaluates on
 * the other side was evaluated there and only claimed here.
 */
function together(file: Declaration | null, own: Said, other: Said): Declaration | null {
  if (file === null) return own.declaration;
  const quality = Object.entries({ ...file.quality, ...own.declaration?.quality }).filter(
    ([name]) => own.failure === null || !Object.hasOwn(other.declaration?.quality ?? {}, name),
  );
  return { training: own.declaration?.training ?? file.training, quality: Object.fromEntries(quality) };
}
