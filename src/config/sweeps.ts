/** Which batches and thread counts are swept. */
import { z } from 'zod';
import { SWEEP_KINDS, type SweepKind } from '../measure/sweep-result.js';
import { quoted, suggest } from './complaint.js';
import { misuse, scalarOf } from './input-flag.js';
import { threadsSchema } from './scenario.js';

const MOST_POINTS = 12;

const ascending = (values: readonly number[]): boolean =>
  values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0));
const rising = (value: z.ZodInt): z.ZodArray<z.ZodInt> =>
  z.array(value).min(2).max(MOST_POINTS).refine(ascending, 'expected values that rise, such as [1, 2, 4, 8]');

export const sweepsSchema = z.strictObject({
  batch: rising(z.int().min(1).max(65_536))
    .exactOptional()
    .describe('Batches, ascending: [1, 2, 4, 8]. The model must have a dynamic batch dimension.'),
  threads: rising(threadsSchema)
    .exactOptional()
    .describe('Thread counts, ascending: [1, 2, 4]. Those beyond the cores of the machine are left out.'),
});
export type Sweeps = z.infer<typeof sweepsSchema>;

/** Where a flag names no values. */
const USUAL: Readonly<Record<SweepKind, number[]>> = { batch: [1, 2, 4, 8, 16, 32], threads: [1, 2, 4, 8] };

/**
 * Reads `--sweep` flags: `batch`, `threads`, `batch=1,4,16`.
 * @throws GateError of kind `usage`.
 */
export function parseSweeps(flags: readonly string[]): Sweeps {
  return Object.assign({}, ...flags.map(parseSweep)) as Sweeps;
}

function parseSweep(flag: string): Sweeps {
  const [name = '', ...rest] = flag.split('=');
  const kind = SWEEP_KINDS.find((known) => known === name);
  if (kind === undefined) {
    throw misuse(`--sweep ${quoted(flag)} names nothing to sweep.`, suggest(name, SWEEP_KINDS));
  }
  const values = rest.length === 0 ? USUAL[kind] : rest.join('=').split(',').map(scalarOf);
  const parsed = sweepsSchema.safeParse({ [kind]: values });
  if (parsed.success) return parsed.data;
  throw misuse(
    `--sweep ${quoted(flag)} is not understood.`,
    `Write --sweep ${kind}, or with values that rise: --sweep ${kind}=1,2,4.`,
  );
}
