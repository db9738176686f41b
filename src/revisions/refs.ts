/** Which commits an event and the user ask to compare, before anything is looked up. Pure. */

/** What of the event matters here; src/action/event.ts reads more. */
export type RevisionEvent =
  | {
      readonly kind: 'pull_request';
      readonly number: number;
      readonly baseRef: string;
      readonly baseSha: string;
      readonly headRef: string;
      readonly headSha: string;
    }
  | {
      readonly kind: 'push';
      readonly ref: string;
      /** Null for a new branch. */
      readonly beforeSha: string | null;
      /** Null for a deleted branch. */
      readonly afterSha: string | null;
    }
  | {
      readonly kind: 'merge_group';
      readonly baseRef: string;
      readonly baseSha: string;
      readonly headRef: string;
      readonly headSha: string;
    }
  | { readonly kind: 'workflow_dispatch' }
  | { readonly kind: 'none' };

/** Branches, tags or commits that the user names. */
export interface ExplicitRefs {
  readonly base?: string | undefined;
  readonly head?: string | undefined;
}

/** The commit that is checked out. */
export interface CheckedOut {
  readonly sha: string;
  readonly parents: readonly string[];
}

/** A commit by its id, or by a name that has yet to be looked up. `label` is what the reader calls it. */
export type WantedCommit =
  { readonly sha: string; readonly label: string } | { readonly ref: string; readonly label: string };

export type WantedBase =
  | { readonly how: 'exactly'; readonly commit: WantedCommit }
  /** Where the head left this one, as in a pull request. */
  | { readonly how: 'merge base'; readonly commit: WantedCommit }
  | { readonly how: 'merge base with the default branch' }
  /** What was there before a push, else (the push rewrote history) the first parent. */
  | { readonly how: 'before the push'; readonly commit: WantedCommit }
  | { readonly how: 'first parent' };

export interface WantedRange {
  readonly head: WantedCommit | null;
  readonly base: WantedBase;
}

/**
 * A named base stands for the branch that the head would be merged into: the two are compared from where they
 * parted, so that what only the base has gained does not read as lost in the head.
 * @returns `head` is null when a deleted branch leaves nothing to judge.
 */
export function planRange(event: RevisionEvent, explicit: ExplicitRefs, checkedOut: CheckedOut): WantedRange {
  const byEvent = eventRange(event, checkedOut);
  const head = explicit.head === undefined ? byEvent.head : named(explicit.head);
  if (explicit.base !== undefined) return { head, base: { how: 'merge base', commit: named(explicit.base) } };
  if (explicit.head === undefined) return byEvent;
  return { head, base: event.kind === 'pull_request' ? mergeBase(event) : DEFAULT_BASE };
}

const DEFAULT_BASE: WantedBase = { how: 'merge base with the default branch' };

const named = (ref: string): WantedCommit => ({ ref, label: ref });

function eventRange(event: RevisionEvent, { sha, parents }: CheckedOut): WantedRange {
  switch (event.kind) {
    case 'pull_request': {
      const { baseRef, headRef, headSha } = event;
      const [into, merged] = parents;
      // Actions checks out a merge of the pull request into its base, made for this purpose.
      if (parents.length === 2 && into !== undefined && merged === headSha) {
        return {
          head: { sha, label: `${headRef} merged into ${baseRef}` },
          base: { how: 'exactly', commit: { sha: into, label: baseRef } },
        };
      }
      return { head: { sha: headSha, label: headRef }, base: mergeBase(event) };
    }
    case 'push': {
      const { ref, beforeSha, afterSha } = event;
      const label = ref.replace(/^refs\/(heads|tags)\//, '');
      return {
        head: afterSha === null ? null : { sha: afterSha, label },
        base:
          beforeSha === null
            ? { how: 'first parent' }
            : { how: 'before the push', commit: { sha: beforeSha, label: `${label} before the push` } },
      };
    }
    case 'merge_group':
      return {
        head: { sha: event.headSha, label: event.headRef },
        base: { how: 'exactly', commit: { sha: event.baseSha, label: event.baseRef } },
      };
    case 'workflow_dispatch':
    case 'none':
      return { head: { sha, label: 'HEAD' }, base: DEFAULT_BASE };
  }
}

const mergeBase = ({ baseSha, baseRef }: { baseSha: string; baseRef: string }): WantedBase => ({
  how: 'merge base',
  commit: { sha: baseSha, label: baseRef },
});
