/** What mode: plan leaves: the matrix for the jobs that follow, the plan for all of them, a summary for people. */
import path from 'node:path';
import { matrixOf } from '../fleet/matrix.js';
import type { Logger } from '../logger.js';
import type { PlannedFleet } from '../plan-fleet.js';
import { writeDocuments } from '../publish/files.js';
import { fit, SUMMARY_BYTES } from '../publish/fit.js';
import type { StepResults } from '../publish/publish-report.js';
import { planInWords, planSummary } from '../render/fleet-plan.js';

interface Places {
  /** Absolute. */
  readonly folder: string;
  readonly step: StepResults;
  readonly logger: Logger;
}

/** @throws GateError of kind `publish` when the folder cannot be written. */
export async function publishPlan(
  { plan, machines }: PlannedFleet,
  { folder, step, logger }: Places,
): Promise<void> {
  const matrix = matrixOf(plan, machines);
  await writeDocuments(folder, { 'plan.json': plan, 'matrix.json': matrix });
  step.setOutput('matrix', JSON.stringify(matrix));
  step.setOutput('plan-path', path.join(folder, 'plan.json'));
  logger.info(planInWords(plan));
  await step.writeSummary(fit(planSummary(plan), SUMMARY_BYTES, 'The rest is in plan.json.'));
}
