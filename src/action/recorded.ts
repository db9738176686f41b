/** What other jobs recorded, of one machine or of many. */
import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { GateError } from '../errors.js';
import { assembleFleet, type Fleet, nothingToMerge } from '../fleet/assemble.js';
import type { Expectation } from '../fleet/expectation.js';
import type { FleetPlan } from '../fleet/fleet-plan.js';
import { gatherReports } from '../fleet/gather-reports.js';
import { readFleetPlan } from '../fleet/read-plan.js';
import type { ShardFault } from '../judge/fleet/shard-fault.js';
import { readRecordedReport } from '../recorded-report.js';
import type { GateReport } from '../report.js';
import type { Inputs } from './inputs.js';

export interface Recorded {
  /** Those that could be read; at least one. */
  readonly reports: readonly [GateReport, ...GateReport[]];
  /** Whether they are to be merged, or there is but one, of a machine that stands alone. */
  readonly isFleet: boolean;
  /** @throws GateError of kind `report` where none is of what is expected. */
  readonly assemble: (expectation: Omit<Expectation, 'plan'>) => Fleet;
}

/**
 * A folder, a plan beside a report, or a report that says to be a part of something: any of these is a fleet.
 * @throws GateError of kind `report` where none can be read; of several, each fault is named in the fleet.
 */
export async function readRecorded(
  { report: label = '', plan }: Pick<Inputs, 'report' | 'plan'>,
  workspace: string,
): Promise<Recorded> {
  const file = path.resolve(workspace, label);
  if (plan === undefined && !(await isFolder(file))) {
    const report = await readRecordedReport(file, label);
    return {
      reports: [report],
      isFleet: report.shard !== undefined,
      assemble: (expectation) => assembleFleet([{ file: label, report }], expectation),
    };
  }
  const { received, faults } = await gatherReports([{ file, label }]);
  const [first, ...others] = received.map(({ report }) => report);
  if (first === undefined) throw nothingToMerge(faults);
  const { plan: known, faults: unread } =
    plan === undefined ? { faults: [] } : await readPlan(plan, workspace);
  return {
    reports: [first, ...others],
    isFleet: true,
    assemble: (expectation) =>
      assembleFleet(received, { ...expectation, ...(known === undefined ? {} : { plan: known }) }, [
        ...faults,
        ...unread,
      ]),
  };
}

/** Without its plan a fleet is not complete, but what was measured is worth no less. */
async function readPlan(
  label: string,
  workspace: string,
): Promise<{ plan?: FleetPlan; faults: ShardFault[] }> {
  try {
    return { plan: await readFleetPlan(path.resolve(workspace, label), label), faults: [] };
  } catch (thrown) {
    if (!(thrown instanceof GateError)) throw thrown;
    return { faults: [{ kind: 'corrupt', subject: label, reason: thrown.message }] };
  }
}

async function isFolder(file: string): Promise<boolean> {
  return lstat(file).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
