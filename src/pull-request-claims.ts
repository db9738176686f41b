/** The claims of a pull request: those of its title, its description and its commit messages, each once. */
import { readClaims } from './claims/read-claims.js';
import type { ClaimSource, SourcedClaim } from './judge/claims/ruling.js';

/** Something that the author wrote, in Markdown. */
export interface SourcedText {
  readonly source: ClaimSource;
  readonly text: string;
}

/** Nobody claims more of one change. */
const MOST_CLAIMS = 100;

export const claimsOfTexts = (texts: readonly SourcedText[]): SourcedClaim[] =>
  eachOnce(
    texts.flatMap(({ source, text }) =>
      readClaims(text).map((claim): SourcedClaim => ({ ...claim, source, repeatedIn: [] })),
    ),
  );

/** @param claims In the order of their standing: a claim of the title that a commit repeats is the title's. */
export function eachOnce(claims: readonly SourcedClaim[]): SourcedClaim[] {
  const found = new Map<string, SourcedClaim>();
  for (const claim of claims) {
    const { direction, magnitude, indicators, source, repeatedIn } = claim;
    const key = JSON.stringify([direction, magnitude, indicators]);
    const earlier = found.get(key);
    if (earlier === undefined && found.size === MOST_CLAIMS) continue;
    const more = earlier === undefined ? repeatedIn : [...earlier.repeatedIn, source, ...repeatedIn];
    found.set(key, { ...(earlier ?? claim), repeatedIn: more });
  }
  return [...found.values()];
}

/** What the commits alone claim: it stays when title and description are written anew. */
export function ofCommits(claims: readonly SourcedClaim[]): SourcedClaim[] {
  return claims.flatMap((claim) => {
    const [source, ...repeatedIn] = [claim.source, ...claim.repeatedIn].filter(
      ({ kind }) => kind === 'commit',
    );
    return source === undefined ? [] : [{ ...claim, source, repeatedIn }];
  });
}
