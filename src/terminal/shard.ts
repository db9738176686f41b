/** Which part of a fleet's work a command does, from its flags. */
import path from 'node:path';
import { GateError } from '../errors.js';
import { machineNameSchema, shardPositionSchema } from '../fleet/fleet-plan.js';
import { readFleetPlan } from '../fleet/read-plan.js';
import type { ShardRequest } from '../take-shard.js';
import type { CommandContext } from './context.js';
import type { Flags } from './flags.js';

/**
 * @returns undefined where no machine was named, and there is no fleet.
 * @throws GateError of kind `usage`.
 */
export async function shardOf(
  { cwd }: CommandContext,
  { machine, plan, shard }: Flags,
): Promise<ShardRequest | undefined> {
  if (machine === undefined) {
    if (plan === undefined && shard === undefined) return undefined;
    throw misuse(
      '--plan and --shard need --machine.',
      'Name the machine of the plan whose part is to be measured.',
    );
  }
  if (!machineNameSchema.safeParse(machine).success)
    throw misuse(
      `--machine ${JSON.stringify(machine)} is no name.`,
      'Give at most 64 letters, digits, spaces, dots, dashes.',
    );
  const fleet = plan === undefined ? null : await readFleetPlan(path.resolve(cwd, plan), plan);
  return { machine, position: positionOf(shard), fleet };
}

function positionOf(shard: string | undefined): ShardRequest['position'] {
  if (shard === undefined) return null;
  const position = shardPositionSchema.safeParse(shard);
  if (position.success) return position.data;
  throw misuse(
    `--shard ${JSON.stringify(shard)} is not understood.`,
    'Write which part of how many: --shard 2/3.',
  );
}

export const misuse = (message: string, next: string): GateError => new GateError('usage', message, next);
