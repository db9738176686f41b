/** The sweeps of one model, if any were asked for. */
import { GateError } from './errors.js';
import type { InspectedModel } from './inspect.js';
import type { Contestant } from './measure/contestant.js';
import type { Executor } from './measure/executor.js';
import type { FeedPlan } from './measure/inputs.js';
import type { Measurement } from './measure/measurement.js';
import { modelContestant } from './measure/model-contestant.js';
import { sfc32, streamOf } from './measure/random.js';
import { runSweep, type SweepTask } from './measure/sweep.js';
import { type Sweep, SWEEP_KINDS, type SweepKind } from './measure/sweep-result.js';
import type { Plan, PlannedModel } from './plan.js';
import type { GateServices } from './services.js';

interface Sides {
  readonly base: InspectedModel;
  readonly head: InspectedModel;
}

/** Each sweep takes at most as long as the model's rounds may. */
export async function sweepPair(
  sides: Sides,
  { name, scenario }: PlannedModel,
  { config }: Plan,
  { budgetS }: Measurement,
  { executor, clock, signal, logger, environment }: GateServices,
): Promise<Sweep[]> {
  const sweeps: Sweep[] = [];
  for (const kind of SWEEP_KINDS) {
    const values = config.sweeps[kind] ?? [];
    if (values.length === 0) continue;
    logger.progress(`${name}: sweep of ${kind}`);
    const { cores } = await environment();
    const taskOf = (value: number): SweepTask =>
      taskAt(kind, value, sides, scenario.session, config.seed, cores, executor);
    const tasks = values.map(taskOf);
    const random = sfc32(config.seed, streamOf(`sweep of ${kind}`));
    sweeps.push(await runSweep(kind, tasks, { clock, random, signal, limitS: budgetS }));
  }
  return sweeps;
}

function taskAt(
  kind: SweepKind,
  value: number,
  sides: Sides,
  session: PlannedModel['scenario']['session'],
  seed: number,
  cores: number,
  executor: Executor,
): SweepTask {
  const none = (reason: string): SweepTask => ({
    value,
    contestants: null,
    batch: { base: 1, head: 1 },
    reason,
  });
  if (kind === 'threads' && value > cores) return none(`the machine has ${cores} cores`);
  const settings = kind === 'threads' ? { ...session, threads: value } : session;
  try {
    const fed = (side: InspectedModel): FeedPlan => (kind === 'batch' ? atBatch(side, value) : side.feeds);
    const [base, head] = [fed(sides.base), fed(sides.head)];
    const contestant = ({ file, label }: InspectedModel, { feeds }: FeedPlan): Contestant =>
      modelContestant(executor, label, { modelPath: file, session: settings, feeds, seed });
    return {
      value,
      contestants: { base: contestant(sides.base, base), head: contestant(sides.head, head) },
      batch: { base: base.batch, head: head.batch },
      reason: null,
    };
  } catch (thrown) {
    if (thrown instanceof GateError) return none(thrown.message);
    throw thrown;
  }
}

/** Says whose batch it is that cannot be set. */
function atBatch({ label, feedsAt }: InspectedModel, batch: number): FeedPlan {
  try {
    return feedsAt(batch);
  } catch (thrown) {
    if (!(thrown instanceof GateError)) throw thrown;
    throw new GateError(thrown.kind, `${label}: ${thrown.message}`, thrown.next);
  }
}
