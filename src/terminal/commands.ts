/** What each command on files does: make a plan, carry it out, answer. */
import path from 'node:path';
import { judgeAgain } from '../conclude.js';
import { withTolerances } from '../config/overrides.js';
import { type ExitStatus, GateError } from '../errors.js';
import { runGate } from '../gate.js';
import { planFiles } from '../plan-files.js';
import { policyOf } from '../policy.js';
import { readText } from '../read-text.js';
import { parseReport } from '../report.js';
import { takeShard } from '../take-shard.js';
import { answer } from './answer.js';
import type { CommandContext } from './context.js';
import type { Flags } from './flags.js';
import { withMachine } from './machine.js';
import { declaredFor, readConfig } from './settings.js';
import { shardOf } from './shard.js';

/** `compare`: two files. */
export async function compareCommand(
  context: CommandContext,
  base: string,
  head: string,
  flags: Flags,
): Promise<ExitStatus> {
  const config = await readConfig(context, flags);
  const declared = await declaredFor(context, config, flags);
  const plan = planFiles({ base, head, cwd: context.cwd, config, trust: 'own', declared });
  const shard = await shardOf(context, flags);
  const report = await withMachine(context, flags, (services) =>
    runGate(shard === undefined ? plan : takeShard(plan, shard), services),
  );
  const problem = report.models[0]?.problem ?? null;
  if (problem === null || flags.json === true || report.models[0]?.base?.profile != null) {
    return answer(report, flags, context);
  }
  // Nothing is known of the pair but what is wrong with it: one message, and no table of nothing.
  throw new GateError(problem.kind, problem.message, problem.next);
}

/** `judge`: the same evidence under another policy. What is not said anew stays as it was recorded. */
export async function judgeCommand(context: CommandContext, file: string, flags: Flags): Promise<ExitStatus> {
  const report = parseReport(await readText(path.resolve(context.cwd, file), 'report', file), file);
  const recorded = report.policy;
  const policy =
    flags.config === undefined ? recorded : policyOf(await readConfig(context, flags), recorded.decisions);
  const tolerances = withTolerances(policy.tolerances, flags.tolerance ?? []);
  return answer(judgeAgain(report, { ...policy, tolerances }), flags, context);
}
