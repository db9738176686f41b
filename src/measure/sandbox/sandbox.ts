/** How workers were confined, for the report. Its own file, since the schema of the environment is part of it. */
import { z } from 'zod';

const limit = z.number().positive().nullable();

/** Limits of one worker process; null where it had none. */
export const sandboxSchema = z.strictObject({
  /** Resident memory, watched from outside. */
  residentBytes: limit,
  /** Private memory that it may ask for, used or not. */
  dataBytes: limit,
  /** Of all threads together. */
  cpuS: limit,
  /** Of any file that it writes. */
  fileBytes: limit,
  openFiles: limit,
  /** `none`: in a network namespace of its own, without any interface that is up. */
  network: z.enum(['none', 'open']),
  /** `fixed`: no program that it starts can gain any, by sudo for instance. */
  privileges: z.enum(['fixed', 'open']),
  /** What this system could not do, and why. */
  missing: z.array(z.strictObject({ what: z.string(), why: z.string() })),
});
export type Sandbox = z.infer<typeof sandboxSchema>;
