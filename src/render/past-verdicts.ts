/**
 * The verdicts of a report, small enough to travel in the comment that shows them, so that the next push can say what
 * changed. Whoever may edit comments may have edited these: they are checked as anything from outside, and nothing but
 * that sentence rests on them.
 */
import { z } from 'zod';
import type { Verdict } from '../judge/judgement.js';
import type { GateReport } from '../report.js';

const LETTERS = { improved: 'i', equivalent: 'e', regressed: 'r', inconclusive: 'u' } as const;
const UNJUDGED = '-';
const VERDICT_OF: ReadonlyMap<string, Verdict> = new Map(
  (Object.keys(LETTERS) as Verdict[]).map((verdict) => [LETTERS[verdict], verdict]),
);

const pastSchema = z.strictObject({
  /** Commit of the head; null outside of a repository. */
  head: z.string().max(64).nullable(),
  indicators: z.array(z.string().max(200)).max(500),
  models: z
    .array(
      z.strictObject({
        name: z.string().max(1000),
        /** One letter for each of `indicators`. */
        verdicts: z
          .string()
          .regex(/^[ieru-]*$/)
          .max(500),
      }),
    )
    .max(1000),
});
type Past = z.infer<typeof pastSchema>;

/** By indicator. */
export type PastModel = ReadonlyMap<string, Verdict>;

export interface PastVerdicts {
  readonly head: string | null;
  readonly models: ReadonlyMap<string, PastModel>;
}

const OPENING = '<!-- efficiency-gate-verdicts:';
/** Of the whole line. */
export const MOST_BYTES = 6000;

/** A line of Markdown that shows nothing. Models that do not fit are left out. */
export function writeVerdicts({ head, models }: Pick<GateReport, 'head' | 'models'>): string {
  const changed = models.filter(({ status }) => status !== 'identical');
  for (let kept = changed.length; kept > 0; kept = Math.floor(kept / 2)) {
    const line = lineOf(head.sha, changed.slice(0, kept));
    if (line.length <= MOST_BYTES) return line;
  }
  return '';
}

function lineOf(head: string | null, models: GateReport['models']): string {
  const indicators = [
    ...new Set(models.flatMap(({ comparisons }) => comparisons.map(({ indicator }) => indicator))),
  ];
  const past: Past = {
    head,
    indicators,
    models: models.map(({ name, comparisons }) => {
      const verdicts = new Map(comparisons.map(({ indicator, verdict }) => [indicator, verdict]));
      const letter = (indicator: string): string => {
        const verdict = verdicts.get(indicator);
        return verdict == null ? UNJUDGED : LETTERS[verdict];
      };
      return { name, verdicts: indicators.map(letter).join('') };
    }),
  };
  // In this alphabet nothing can end an HTML comment.
  return `${OPENING}${Buffer.from(JSON.stringify(past)).toString('base64')} -->`;
}

/** @returns null where the comment holds none, or none that can be read. */
export function readVerdicts(comment: string): PastVerdicts | null {
  const [, code] = /^<!-- efficiency-gate-verdicts:([A-Za-z0-9+/=]{1,6000}) -->$/m.exec(comment) ?? [];
  if (code === undefined) return null;
  const parsed = pastSchema.safeParse(jsonOf(Buffer.from(code, 'base64').toString('utf8')));
  if (!parsed.success) return null;
  const { head, indicators, models } = parsed.data;
  const verdictsOf = (letters: string): ReadonlyMap<string, Verdict> =>
    new Map(
      indicators.flatMap((indicator, index): [string, Verdict][] => {
        const verdict = VERDICT_OF.get(letters.charAt(index));
        return verdict === undefined ? [] : [[indicator, verdict]];
      }),
    );
  return {
    head,
    models: new Map(models.map(({ name, verdicts }) => [name, verdictsOf(verdicts)])),
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
