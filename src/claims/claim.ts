/** What a pull request says of its own cost: the type that reading claims produces. */
import { z } from 'zod';

export const claimSchema = z.strictObject({
  /** The sentence that makes the claim, as prose. */
  text: z.string(),
  /** Ids of indicators; `efficiency` alone for a claim of efficiency as such. */
  indicators: z.array(z.string()).min(1),
  direction: z.enum(['better', 'worse', 'same']),
  /** Claimed head/base ratio of the indicator's value; null where no size, a range or a bare difference is given. */
  magnitude: z.number().nonnegative().nullable(),
  /** The ratios that the claim's own digits leave open around the magnitude; null without one. */
  rounding: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
});
export type Claim = z.infer<typeof claimSchema>;
export type ClaimedDirection = Claim['direction'];

/** The id that stands for efficiency as such, which no single indicator measures. */
export const EFFICIENCY = 'efficiency';
