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
export function openClaims<Claim extends Pick<RuledClaim, 'ruling'>>(claims: readonly Claim[]): Claim[] {
  return claims.filter(({ ruling }) => ruling !== 'upheld');
}

/** Where a claim was made: the pull request's title or description, a commit message, or a text that was handed over. */
export const claimSourceSchema = z.strictObject({
  kind: z.enum(['title', 'body', 'commit', 'text']),
  /** Full id of the commit; null for what is no commit message. */
  sha: z
    .string()
    .regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)
    .nullable(),
});
export type ClaimSource = z.infer<typeof claimSourceSchema>;

/** A claim before anybody rules on it. */
export type SourcedClaim = z.infer<typeof claimSchema> & {
  readonly source: ClaimSource;
  /** Where the same is claimed again. */
  readonly repeatedIn: ClaimSource[];
};

/** What a report holds of a claim: enough to rule on it again. */
export const reportedClaimSchema = ruledClaimSchema.extend({
  source: claimSourceSchema,
  repeatedIn: z.array(claimSourceSchema),
  /** Of a claim that is upheld: the same with all other indicators beside it, and the set-up; else null. */
  inFull: z.string().nullable(),
});
export type ReportedClaim = z.infer<typeof reportedClaimSchema>;
