/** How tolerances are written: `5%`, `0.05`, `{relative: 5%, absolute: 1000}`. */
import { z } from 'zod';
import type { Tolerance } from '../indicators.js';

const PERCENTAGE = /^(\d{1,4}(?:\.\d{1,12})?)\s?%$/;

const percentage = z
  .string()
  .regex(PERCENTAGE, 'expected a percentage such as 5%')
  // Shifting the decimal point in the text keeps the nearest number: 0.7 / 100 would not be 0.007.
  .transform((text) => Number(`${PERCENTAGE.exec(text)?.[1] ?? ''}e-2`));

/** A part of the base's value. A plain number of 1 or more is refused: whoever writes 5 means 5 %. */
export const fractionSchema = z.union(
  [
    percentage,
    z
      .number()
      .nonnegative('expected no less than 0')
      .lt(1, 'a plain number is a fraction below 1; write 5% for five percent'),
  ],
  { error: 'expected a percentage such as 5%, or a fraction below 1 such as 0.05' },
);

const floors = z
  .strictObject({
    relative: fractionSchema.optional().describe("Part of the base's value: 5% or 0.05."),
    absolute: z.number().nonnegative().optional().describe("In the indicator's unit."),
  })
  .refine(
    ({ relative, absolute }) => relative !== undefined || absolute !== undefined,
    'expected relative, absolute or both',
  );

/** A relative tolerance, or an object that may hold an absolute one as well. */
export const toleranceSettingSchema = z.union(
  [fractionSchema.transform((relative): Tolerance => ({ relative })), floors],
  { error: 'expected a percentage such as 5%, a fraction below 1 such as 0.05, or {absolute: N}' },
);

/** Of a declared metric: a plain number is in the metric's own unit, `0.5%` a part of the base's value. */
export const qualityToleranceSchema = z.union(
  [
    z
      .number()
      .nonnegative()
      .transform((absolute): Tolerance => ({ absolute })),
    percentage.transform((relative): Tolerance => ({ relative })),
    floors,
  ],
  { error: "expected a number in the metric's unit, or a percentage such as 0.5%" },
);
