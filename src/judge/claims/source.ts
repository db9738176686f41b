import type { ClaimSource } from './ruling.js';

/** Where a claim was made, in words. */
export function describeSource({ kind, sha }: ClaimSource): string {
  switch (kind) {
    case 'title':
      return 'title';
    case 'body':
      return 'description';
    case 'commit':
      return `commit ${(sha ?? 'unknown').slice(0, 7)}`;
    case 'text':
      return 'text';
  }
}
