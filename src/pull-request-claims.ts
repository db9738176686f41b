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
  eachOnce(texts.flatMap(({ source, text }) => readClaims(text).map((claim) => ({ ...claim, source }))));

/** @param claims In the order of their standing: a claim of the title that a commit repeats is the title's. */
export function eachOnce<Claim extends SourcedClaim>(claims: readonly Claim[]): Claim[] {
  const keys = claims.map(({ direction, magnitude, indicators }) =>
    JSON.stringify([direction, magnitude, indicators]),
  );
  return claims.filter((_, index) => keys.indexOf(keys[index] ?? '') === index).slice(0, MOST_CLAIMS);
}
