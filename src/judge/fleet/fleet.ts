/** What the machines of a fleet say together of each model. The type that fleet judgement owns. */
import { z } from 'zod';
import { machineNameSchema } from '../../fleet/fleet-plan.js';
import { environmentSchema } from '../../measure/measurement.js';
import { relationSchema } from '../judgement.js';

/** A machine of a fleet, whether its reports are there or not. */
export const fleetMachineSchema = z.strictObject({
  /** Unique in a report. */
  name: machineNameSchema,
  /** Whether the relation of base and head over the fleet rests on it. */
  required: z.boolean(),
  /** Of the first of its reports that is there; null where nothing was measured. */
  environment: environmentSchema.nullable(),
  /** Reports that belong to it, and how many of them were merged. */
  shards: z.strictObject({ of: z.int().min(1), merged: z.int().nonnegative() }),
  /** Models that it was to measure; left out where no plan tells: then all. */
  models: z.array(z.string()).exactOptional(),
});
export type FleetMachine = z.infer<typeof fleetMachineSchema>;

/**
 * What the machines say of one indicator. `same`: it is no measurement, and one figure for all; `agree`: one verdict on
 * all; `contradict`: improved on some and regressed on others; `part`: neither, decided on some; `open`: decided on none.
 */
export const agreementSchema = z.strictObject({
  indicator: z.string(),
  agreement: z.enum(['same', 'agree', 'contradict', 'part', 'open']),
  /** What each machine found, in words. */
  sentence: z.string(),
});
export type Agreement = z.infer<typeof agreementSchema>;

/** One model over all machines. */
export const fleetModelSchema = z.strictObject({
  /** Without a machine. Unique. */
  model: z.string(),
  /** Over the required indicators of the required machines together; null where no machine had anything to relate. */
  relation: relationSchema.nullable(),
  sentence: z.string(),
  /** Machines that measured it or were to, in the report's order. */
  machines: z.array(
    z.strictObject({
      machine: machineNameSchema,
      required: z.boolean(),
      /** `absent`: no report of the machine has the model. */
      status: z.enum(['compared', 'identical', 'added', 'removed', 'failed', 'absent']),
      relation: relationSchema.nullable(),
      /** Null where nothing was measured. */
      setUp: z.string().nullable(),
    }),
  ),
  agreements: z.array(agreementSchema),
  warnings: z.array(z.string()),
});
export type FleetModel = z.infer<typeof fleetModelSchema>;
