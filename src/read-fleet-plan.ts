/** A fleet plan that another job wrote: held against the schema before it is believed. */
import { GateError } from './errors.js';
import { type FleetPlan, FLEET_PLAN_VERSION, fleetPlanSchema } from './fleet/fleet-plan.js';
import { readText } from './read-text.js';

/**
 * @param file Absolute.
 * @param label The file as the user named it.
 * @throws GateError of kind `usage`.
 */
export async function readFleetPlan(file: string, label: string): Promise<FleetPlan> {
  const text = await readText(file, 'usage', label);
  const parsed = fleetPlanSchema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  const [fault] = parsed.error.issues;
  throw new GateError(
    'usage',
    `${label} is no fleet plan of version ${FLEET_PLAN_VERSION}: ${fault === undefined ? 'unknown fault' : `${fault.path.join('.')}: ${fault.message}`}.`,
    'Give the plan.json that efficiency-gate plan, or mode: plan, wrote.',
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
