/** Only reports of one run are merged: of one pull request, of the same commits and of the same models. */
import type { ShardFault } from '../judge/fleet/shard-fault.js';
import type { GateReport, ModelReport } from '../report.js';
import type { Expectation } from './expectation.js';
import type { ReceivedReport } from './received.js';

interface Sorted {
  readonly kept: readonly ReceivedReport[];
  readonly faults: readonly ShardFault[];
}

type Revisions = Pick<GateReport, 'base' | 'head'>;

/** Whatever is not known beforehand, the first report decides. */
export function ofOneRun(received: readonly ReceivedReport[], expectation: Expectation): Sorted {
  const kept: ReceivedReport[] = [];
  const faults: ShardFault[] = [];
  const models = new Map<string, { readonly model: ModelReport; readonly file: string }>();
  const { plan, planTrusted = false } = expectation;
  let revisions: Revisions | undefined = planTrusted ? plan : undefined;
  for (const one of received) {
    const { file, report } = one;
    const fault = faultOf(report, expectation, revisions) ?? otherModel(report, models);
    if (fault !== null) {
      faults.push({ ...fault, subject: file });
      continue;
    }
    revisions ??= report;
    for (const model of report.models) if (!models.has(model.name)) models.set(model.name, { model, file });
    kept.push(one);
  }
  return { kept, faults };
}

type Fault = Pick<ShardFault, 'kind' | 'reason'> | null;

function faultOf(report: GateReport, { pullRequest }: Expectation, revisions: Revisions | undefined): Fault {
  if (report.machines !== undefined)
    return { kind: 'corrupt', reason: 'It is merged itself, and not of one machine.' };
  const said = report.pullRequest;
  if (
    pullRequest !== undefined &&
    (said?.number !== pullRequest.number || said.headSha !== pullRequest.headSha)
  ) {
    const is =
      said === undefined ? 'of no pull request' : `of pull request ${said.number} at ${short(said.headSha)}`;
    return foreign(
      `It is ${is}; this is pull request ${pullRequest.number} at ${short(pullRequest.headSha)}.`,
    );
  }
  if (revisions === undefined) return null;
  for (const side of ['base', 'head'] as const) {
    const [is, wanted] = [report[side].sha, revisions[side].sha];
    if (is !== wanted) return foreign(`Its ${side} is ${short(is)}, and not ${short(wanted)}.`);
  }
  return null;
}

/** The same name with other bytes is another model. */
function otherModel(
  report: GateReport,
  models: ReadonlyMap<string, { readonly model: ModelReport; readonly file: string }>,
): Fault {
  for (const model of report.models) {
    const known = models.get(model.name);
    for (const side of ['base', 'head'] as const) {
      const [is, wanted] = [model[side]?.sha256, known?.model[side]?.sha256];
      if (is !== undefined && wanted !== undefined && is !== wanted)
        return foreign(`Its ${side} of ${model.name} has other bytes than that of ${known?.file ?? ''}.`);
    }
  }
  return null;
}

const foreign = (reason: string): Fault => ({ kind: 'foreign', reason });
const short = (sha: string | null): string => (sha === null ? 'no commit' : sha.slice(0, 10));
