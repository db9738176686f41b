/** Claims for people at a terminal: each with its ruling, the evidence, and what can be said instead. */
import type { RuledClaim } from '../judge/claims/ruling.js';
import { formatRatio } from '../quantity.js';
import { terminalText } from '../render/escape.js';

export type ReadClaim = Omit<RuledClaim, 'ruling'> & { readonly ruling: RuledClaim['ruling'] | null };

/** @param claims With a ruling of null where there was no report to rule by. */
export function claimsText(claims: readonly ReadClaim[]): string {
  if (claims.length === 0) return 'No claim about cost or efficiency was found.\n';
  return claims.map((claim) => `${linesOf(claim).join('\n')}\n`).join('\n');
}

function linesOf({
  text,
  indicators,
  direction,
  magnitude,
  ruling,
  evidence,
  rewording,
}: ReadClaim): string[] {
  const size = magnitude === null ? '' : `, ${formatRatio(magnitude)} times`;
  return [
    `${ruling ?? 'claimed'}: "${terminalText(text)}"`,
    `  ${indicators.join(', ')}: ${direction}${size}`,
    ...evidence.map(({ model, says }) => `  ${terminalText(model)}: ${terminalText(says)}`),
    ...(rewording === null ? [] : [`  instead: ${terminalText(rewording)}`]),
  ];
}
