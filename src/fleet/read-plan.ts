/** Reading the fleet plan that another job wrote. */
import { GateError } from '../errors.js';
import { readRegularFile } from '../regular-file.js';
import { FLEET_PLAN_VERSION, type FleetPlan, fleetPlanSchema } from './fleet-plan.js';

const MOST_BYTES = 4 * 1024 * 1024;
const NEXT = 'Give the plan.json that efficiency-gate wrote, unchanged.';

/**
 * @param file Absolute.
 * @param label The file as the user named it.
 * @throws GateError of kind `report`.
 */
export async function readFleetPlan(file: string, label: string): Promise<FleetPlan> {
  // A link is not followed: whoever wrote the archive would choose the file that is read.
  const text = await readRegularFile(file, label, {
    mostBytes: MOST_BYTES,
    unlike: NEXT,
    unreadable: 'Check the path, and that the job that planned uploaded its plan.',
  });
  return parseFleetPlan(text, label);
}

/**
 * @param text JSON.
 * @param origin Where it came from, for the message.
 * @throws GateError of kind `report`.
 */
export function parseFleetPlan(text: string, origin: string): FleetPlan {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new GateError('report', `${origin} is not JSON.`, NEXT, { cause });
  }
  const version = (json as { schemaVersion?: unknown } | null)?.schemaVersion;
  if (version !== undefined && version !== FLEET_PLAN_VERSION) {
    throw new GateError(
      'report',
      `${origin} has plan schema version ${JSON.stringify(version)}; this efficiency-gate reads version ${FLEET_PLAN_VERSION}.`,
      'Plan again, or use the version of efficiency-gate that wrote the plan.',
    );
  }
  const parsed = fleetPlanSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new GateError(
    'report',
    `${origin} is no plan: ${first === undefined ? 'unknown fault' : `${first.path.join('.')}: ${first.message}`}.`,
    NEXT,
  );
}
