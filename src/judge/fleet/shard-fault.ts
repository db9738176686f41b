/** What is wrong with the reports of a fleet: each fault is named, and none lets the gate be complete. */
import { z } from 'zod';

export const SHARD_FAULTS = [
  'missing',
  'duplicate',
  'corrupt',
  'foreign',
  'other-schema',
  'unplanned',
] as const;

export const shardFaultSchema = z.strictObject({
  /**
   * `missing`: a report or a planned model that is not there; `duplicate`: two reports of one shard; `corrupt`: no report
   * of one machine; `foreign`: of other commits or models; `other-schema`: of another version; `unplanned`: of no shard of
   * the plan.
   */
  kind: z.enum(SHARD_FAULTS),
  /** The file as it was given, else the machine and its shard: `gpu, 2 of 3`. */
  subject: z.string(),
  /** A whole sentence. */
  reason: z.string(),
});
export type ShardFault = z.infer<typeof shardFaultSchema>;

const NEXT: Readonly<Record<ShardFault['kind'], string>> = {
  missing: 'Look at the job that was to write it.',
  duplicate:
    'Give each measuring job a machine and a shard of its own, and remove what an earlier attempt left.',
  corrupt: 'Look at the job that wrote it, and upload its report.json unchanged.',
  foreign: 'Merge the reports of one run on one head.',
  'other-schema': 'Use one version of efficiency-gate in all jobs.',
  unplanned: 'Measure by the plan that is given, or give the plan that was measured by.',
};

/** The fault as the gate's summary tells it. */
export const problemOfFault = ({
  kind,
  reason,
}: ShardFault): { kind: 'measurement'; message: string; next: string } => ({
  kind: 'measurement',
  message: `${kind}: ${reason}`,
  next: NEXT[kind],
});
