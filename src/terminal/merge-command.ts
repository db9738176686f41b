/** `merge`: the reports of many machines become one, judged by one policy. */
import path from 'node:path';
import { conclude } from '../conclude.js';
import { withTolerances } from '../config/overrides.js';
import type { ExitStatus } from '../errors.js';
import { assembleFleet, requireMachines } from '../fleet/assemble.js';
import { gatherReports } from '../fleet/gather-reports.js';
import { readFleetPlan } from '../fleet/read-plan.js';
import { policyOf } from '../policy.js';
import { answer } from './answer.js';
import { readConfig } from './settings.js';
import type { CommandContext } from './context.js';
import type { Flags } from './flags.js';

/** @throws GateError where there is no report, and for a plan or a configuration that cannot be read. */
export async function mergeCommand(
  context: CommandContext,
  given: readonly string[],
  flags: Flags,
): Promise<ExitStatus> {
  const { cwd } = context;
  const plan =
    flags.plan === undefined ? undefined : await readFleetPlan(path.resolve(cwd, flags.plan), flags.plan);
  const named = given.map((label) => ({ file: path.resolve(cwd, label), label }));
  const { received, faults } = await gatherReports(named);
  const expectation = plan === undefined ? {} : { plan, planTrusted: true };
  const assembled = assembleFleet(received, expectation, faults);
  const config = flags.config === undefined ? null : await readConfig(context, flags);
  const policy = config === null ? assembled.policy : policyOf(config, assembled.policy.decisions);
  const fleet = requireMachines(assembled, policy.machines);
  const tolerances = withTolerances(policy.tolerances, flags.tolerance ?? []);
  return answer(conclude(fleet.evidence, { ...policy, tolerances }), flags, context);
}
