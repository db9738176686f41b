/** Output agreement: how far base and head part ways on the same inputs. It describes; it does not judge. */
import { z } from 'zod';

export const agreementFiguresSchema = z.strictObject({
  /** Inputs that both were run on. */
  inputs: z.int().positive(),
  /** Tensors compared for each input. */
  outputs: z.int().positive(),
  maxAbsolute: z.number().nonnegative(),
  /** Over the largest magnitude of the base's tensor; null where that is 0. */
  maxRelative: z.number().nonnegative().nullable(),
  /** Of the two tensors that point apart most; null where one of two is zero. */
  minCosine: z.number().min(-1).max(1).nullable(),
  /** Share of rows with the same largest element, 0 to 1; null where no output has rows of classes. */
  top1Agreement: z.number().min(0).max(1).nullable(),
  /** Elements that are finite on one side only. */
  notFinite: z.int().nonnegative(),
});
export type AgreementFigures = z.infer<typeof agreementFiguresSchema>;

export const agreementSchema = z.union([
  agreementFiguresSchema.extend({
    indicator: z.literal('output_agreement'),
    provenance: z.literal('measured'),
  }),
  z.strictObject({
    indicator: z.literal('output_agreement'),
    provenance: z.literal('not-measured'),
    reason: z.string(),
  }),
]);
export type Agreement = z.infer<typeof agreementSchema>;
