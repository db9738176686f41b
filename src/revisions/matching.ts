/** Finds counterparts among the models of two commits. Pure. */
import { posix } from 'node:path';

/** A model file in a commit. */
export interface ModelRef {
  /** From the root, with slashes. */
  readonly path: string;
  /** Object id of the file. */
  readonly oid: string;
  /** Full id of the commit. */
  readonly sha: string;
}

export interface Match {
  readonly base: ModelRef;
  readonly head: ModelRef;
}

/** Models that have no counterpart yet. */
export interface Matching {
  readonly matches: readonly Match[];
  readonly removed: readonly ModelRef[];
  readonly added: readonly ModelRef[];
}

/**
 * By path, then by content (of the same file name first), then by file name; the last only where one file alone
 * comes into question on each side.
 */
export function matchModels(base: readonly ModelRef[], head: readonly ModelRef[]): Matching {
  const rules: readonly Rule[] = [
    { key: ({ path }) => path, ambiguous: 'leave' },
    { key: ({ path, oid }) => `${oid} ${posix.basename(path)}`, ambiguous: 'in order' },
    { key: ({ oid }) => oid, ambiguous: 'in order' },
    { key: ({ path }) => posix.basename(path), ambiguous: 'leave' },
  ];
  return rules.reduce<Matching>((open, rule) => withMatches(open, counterparts(open, rule)), {
    matches: [],
    removed: base,
    added: head,
  });
}

/** Adds matches that were found otherwise. */
export function withMatches({ matches, removed, added }: Matching, found: readonly Match[]): Matching {
  const taken = new Set(found.flatMap(({ base, head }) => [base, head]));
  const open = (models: readonly ModelRef[]): ModelRef[] => models.filter((model) => !taken.has(model));
  return { matches: [...matches, ...found], removed: open(removed), added: open(added) };
}

interface Rule {
  readonly key: (model: ModelRef) => string;
  /** Where several come into question, `in order` is right for files of the same content. */
  readonly ambiguous: 'leave' | 'in order';
}

function counterparts({ removed, added }: Matching, { key, ambiguous }: Rule): Match[] {
  const candidates = groupBy(added, key);
  return [...groupBy(removed, key)].flatMap(([shared, bases]) => {
    const heads = candidates.get(shared) ?? [];
    if (ambiguous === 'leave' && (bases.length > 1 || heads.length > 1)) return [];
    return bases.flatMap((base, index) => {
      const head = heads[index];
      return head === undefined ? [] : [{ base, head }];
    });
  });
}

function groupBy(models: readonly ModelRef[], key: Rule['key']): Map<string, ModelRef[]> {
  const groups = new Map<string, ModelRef[]>();
  for (const model of models) groups.set(key(model), [...(groups.get(key(model)) ?? []), model]);
  return groups;
}
