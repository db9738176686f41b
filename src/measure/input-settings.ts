/** What a user says about the tensors that a model is fed. The measure stage owns it; the config embeds it. */
import { z } from 'zod';

const dimension = z
  .int()
  .nonnegative()
  .max(2 ** 31);

export const inputSettingSchema = z.strictObject({
  shape: z
    .array(dimension)
    .max(32)
    .optional()
    .describe('Full shape, for unnamed dynamic dimensions; every dimension a number.'),
  value: z.union([z.number(), z.string(), z.boolean()]).optional().describe('Every element is this.'),
  range: z
    .tuple([z.number(), z.number()])
    .optional()
    .describe('Elements are drawn uniformly from this closed range; whole numbers for integer tensors.'),
  file: z.string().min(1).optional().describe('A tensor from a file: .npy or ONNX test data .pb.'),
});
export type InputSetting = z.infer<typeof inputSettingSchema>;

export const inputSettingsSchema = z.strictObject({
  /** Sizes of named dynamic dimensions, for all inputs. */
  dims: z.record(z.string(), dimension).default({}),
  /** Settings by input name; a model ignores names that it does not have. */
  inputs: z.record(z.string(), inputSettingSchema).default({}),
});
export type InputSettings = z.infer<typeof inputSettingsSchema>;
