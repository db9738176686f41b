/** The matrix of a workflow: one job for each shard of each machine. Pure. */
import type { MachineSetting } from '../config/machines.js';
import type { FleetPlan } from './fleet-plan.js';

/** One entry of `strategy.matrix.include`. What is not set is empty, which the action takes for left out. */
export interface MatrixJob {
  readonly machine: string;
  /** Labels of the runner. */
  readonly 'runs-on': readonly string[];
  readonly provider: string;
  readonly threads: string;
  readonly budget: string;
  /** `2/3` */
  readonly shard: string;
  /** Name for the artifact of its report, which no other job has. */
  readonly artifact: string;
}

export interface Matrix {
  readonly include: readonly MatrixJob[];
}

/** @param settings Of all machines of the plan. */
export function matrixOf(
  { machines }: Pick<FleetPlan, 'machines'>,
  settings: readonly MachineSetting[],
): Matrix {
  const jobs = machines.flatMap(({ name, shards }) => {
    const setting = settings.find((one) => one.name === name);
    if (setting === undefined) throw new TypeError(`the machine ${name} has no settings`);
    const { runsOn, provider, threads, budget } = setting;
    return shards.map((_shard, index): MatrixJob => ({
      machine: name,
      'runs-on': runsOn,
      provider: provider ?? '',
      threads: String(threads ?? ''),
      budget: String(budget ?? ''),
      shard: `${index + 1}/${shards.length}`,
      artifact: `efficiency-report-${name}-${index + 1}-of-${shards.length}`,
    }));
  });
  return { include: jobs };
}
