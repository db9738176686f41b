/** What each command on files does: make a plan, carry it out, answer. */
import path from 'node:path';
import { judgeAgain } from '../conclude.js';
import { settingsFor } from '../config.js';
import { withTolerances } from '../config/overrides.js';
import { EXIT, type ExitStatus, GateError } from '../errors.js';
import { runGate } from '../gate.js';
import { inspectModel, tellWeightsRead } from '../inspect.js';
import { documentOf } from '../json-document.js';
import { withBounds } from '../measure/executor.js';
import { memoryLimits } from '../measure/sandbox/limits.js';
import { planFiles } from '../plan-files.js';
import { policyOf } from '../policy.js';
import { renderInspection } from '../render/inspection.js';
import { readText } from '../read-text.js';
import { parseReport } from '../report.js';
import { takeShard } from '../take-shard.js';
import { answer } from './answer.js';
import type { CommandContext } from './context.js';
import type { Flags } from './flags.js';
import { inspectionDocument } from './inspection-document.js';
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

/** `inspect`: count one model. */
export async function inspectCommand(
  context: CommandContext,
  model: string,
  flags: Flags,
): Promise<ExitStatus> {
  const config = await readConfig(context, flags);
  const { threads, provider, seed, workerMemory } = config;
  const memory = memoryLimits(workerMemory, provider);
  const inspected = await withMachine(context, flags, ({ executor, folder }) =>
    inspectModel(
      {
        file: path.resolve(context.cwd, model),
        label: model,
        settings: settingsFor(config, model),
        inputFolder: context.cwd,
        session: { threads, provider },
        seed,
        weights: flags.weights === true ? 'read' : 'when small',
      },
      withBounds(executor, { memory }),
      folder,
    ),
  );
  for (const warning of inspected.warnings) context.logger.warning(warning);
  tellWeightsRead(inspected, context.logger);
  const { profile, feeds, nodes } = inspected;
  const { colour, width, stdout } = context;
  const answered =
    flags.json === true
      ? documentOf(inspectionDocument(inspected))
      : renderInspection(profile, {
          colour,
          width,
          name: model,
          batch: feeds.batch,
          nodes: flags.nodes === true ? nodes() : [],
        });
  stdout.write(answered);
  return EXIT.passed;
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
