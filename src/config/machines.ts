/** The machines of a fleet, for a matrix of jobs: which runners, and what differs between them. */
import { z } from 'zod';
import { machineNameSchema, MOST_JOBS, MOST_MACHINES } from '../fleet/fleet-plan.js';
import { providerSchema, threadsSchema } from './scenario.js';

const runnerLabel = z
  .string()
  .min(1)
  .max(256)
  .regex(/^[\w.@/ -]+$/, 'expected the label of a runner, such as ubuntu-24.04');

const machineEntry = z.strictObject({
  name: machineNameSchema.describe('What the report calls it. Unique.'),
  'runs-on': z
    .union([runnerLabel.transform((label) => [label]), z.array(runnerLabel).min(1).max(20)], {
      error: 'expected a label, or a list of labels',
    })
    .default(['ubuntu-24.04'])
    .describe('Label of the runner, or labels that it must all have: [self-hosted, gpu].'),
  provider: providerSchema
    .exactOptional()
    .describe('Execution provider of ONNX Runtime there. Left out: as for all.'),
  threads: threadsSchema.exactOptional().describe('Threads that one inference may use there.'),
  budget: z
    .union([z.literal('auto'), z.number().positive().max(86_400)], { error: 'expected seconds, or auto' })
    .exactOptional()
    .describe('Seconds of measuring for each model there.'),
  shards: z
    .int()
    .min(1)
    .max(MOST_JOBS)
    .default(1)
    .describe('Jobs of this kind of machine that the models are spread over, at most.'),
  required: z
    .boolean()
    .default(true)
    .describe('Whether the relation of base and head over all machines rests on it, too.'),
});

export const machinesSchema = z
  .array(machineEntry)
  .max(MOST_MACHINES)
  .refine(
    (machines) => new Set(machines.map(({ name }) => name)).size === machines.length,
    'expected a different name for each',
  )
  .refine(
    (machines) => machines.reduce((sum, { shards }) => sum + shards, 0) <= MOST_JOBS,
    `expected at most ${MOST_JOBS} shards together, which is what a matrix may have`,
  );

/** One kind of machine that models are measured on. */
export interface MachineSetting {
  readonly name: string;
  readonly runsOn: readonly string[];
  /** These three are undefined where they are as for all. */
  readonly provider: string | undefined;
  readonly threads: number | undefined;
  readonly budget: 'auto' | number | undefined;
  readonly shards: number;
  readonly required: boolean;
}

export function machinesOf(entries: z.infer<typeof machinesSchema>): MachineSetting[] {
  return entries.map(({ name, 'runs-on': runsOn, provider, threads, budget, shards, required }) => ({
    name,
    runsOn,
    provider,
    threads,
    budget,
    shards,
    required,
  }));
}
