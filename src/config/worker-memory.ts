/** How much memory a worker may hold, as it is written: `6GB`, `512MiB`, a number of bytes. */
import { z } from 'zod';

const WRITTEN = /^(\d{1,6}(?:\.\d{1,3})?)\s?([KMG]i?B)$/;
const UNITS: Readonly<Record<string, number>> = {
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
};
/** Node with ONNX Runtime and no model holds some 100 MB. */
const LEAST_BYTES = 256e6;
const MOST_BYTES = 2 ** 44;
const EXPECTED = 'expected an amount of memory such as 6GB, 512MiB or a number of bytes, or auto';

const written = z
  .string()
  .regex(WRITTEN, EXPECTED)
  .transform((text) => {
    const [, amount = '', unit = ''] = WRITTEN.exec(text) ?? [];
    return Math.round(Number(amount) * (UNITS[unit] ?? 1));
  });

const inBounds = z
  .number()
  .min(LEAST_BYTES, 'expected at least 256MB, which a worker holds without any model')
  .max(MOST_BYTES, 'expected at most 16 TiB');

export const workerMemorySchema = z.union(
  [z.literal('auto'), written.pipe(inBounds), z.int().pipe(inBounds)],
  {
    error: EXPECTED,
  },
);
