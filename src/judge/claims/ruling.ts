/** What the evidence says of a claim: the type that judging claims produces. */
import { z } from 'zod';
import { claimSchema } from '../../claims/claim.js';
import { effectSchema, verdictSchema } from '../judgement.js';

/**
 * `upheld`: the intervals support direction and size, and nothing else got worse. `partial`: true of that indicator,
 * but others worsened, or the size is overstated. `refuted`: proven otherwise. `unverifiable`: not measured here, or
 * not decided.
 */
export const RULINGS = ['upheld', 'partial', 'refuted', 'unverifiable'] as const;
export type Ruling = (typeof RULINGS)[number];

/** One indicator of one model, as far as it bears on a claim. */
export const evidenceSchema = z.strictObject({
  model: z.string(),
  indicator: z.string(),
  /** Null where the report has no such indicator. */
  verdict: verdictSchema.nullable(),
  effect: effectSchema.nullable(),
  ruling: z.enum(RULINGS),
  /** In words, with the figure. */
  says: z.string(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

export const ruledClaimSchema = claimSchema.extend({
  ruling: z.enum(RULINGS),
  evidence: z.array(evidenceSchema),
  /** One sentence that the evidence supports, ready to paste; null for a claim that is upheld. */
  rewording: z.string().nullable(),
});
export type RuledClaim = z.infer<typeof ruledClaimSchema>;

/** The claims that have to be reworded or acknowledged. */
export function openClaims(claims: readonly RuledClaim[]): RuledClaim[] {
  return claims.filter(({ ruling }) => ruling !== 'upheld');
}
