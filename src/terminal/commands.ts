/** What each command does: make a plan, carry it out, answer. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { judgeAgain } from '../conclude.js';
import {
  CONFIG_PATH,
  type Config,
  defaultConfig,
  type Overrides,
  parseConfig,
  settingsFor,
  withOverrides,
} from '../config.js';
import { withTolerances } from '../config/overrides.js';
import { type DeclaredFiles, namedOnly } from '../declared/sources.js';
import { EXIT, type ExitStatus, GateError } from '../errors.js';
import { runGate } from '../gate.js';
import { gatePullRequest } from '../gate-pull-request.js';
import { inspectModel, tellWeightsRead } from '../inspect.js';
import { documentOf } from '../json-document.js';
import { withBounds } from '../measure/executor.js';
import { memoryLimits } from '../measure/sandbox/limits.js';
import { planFiles } from '../plan-files.js';
import { policyOf } from '../policy.js';
import type { SourcedText } from '../pull-request-claims.js';
import { renderInspection } from '../render/inspection.js';
import { readDeclared, readDeclaredSides } from '../read-declared.js';
import { readText } from '../read-text.js';
import { writeProgress } from '../publish/files.js';
import { type GateReport, parseReport } from '../report.js';
import { type GateServices, withServices } from '../services.js';
import { answer } from './answer.js';
import type { CommandContext } from './context.js';
import type { Flags } from './flags.js';
import { inspectionDocument } from './inspection-document.js';
import { runtimeModules } from './runtime.js';

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
  const report = await withMachine(context, flags, (services) => runGate(plan, services));
  const problem = report.models[0]?.problem ?? null;
  if (problem === null || flags.json === true || report.models[0]?.base?.profile != null) {
    return answer(report, flags, context);
  }
  // Nothing is known of the pair but what is wrong with it: one message, and no table of nothing.
  throw new GateError(problem.kind, problem.message, problem.next);
}

/** `pr`: every model that a branch changes. */
export async function pullRequestCommand(context: CommandContext, flags: Flags): Promise<ExitStatus> {
  const { cwd, env } = context;
  const request = {
    repository: cwd,
    event: { kind: 'none' },
    explicit: { base: flags.base, head: flags.head },
    configFile: undefined,
    // A file that is named on the command line is the user's own word.
    config: flags.config === undefined ? undefined : await readConfigFile(context, flags),
    overrides: overridesOf(flags),
    texts: await readTexts(context, flags),
  } as const;
  const report = await withMachine(context, flags, (services) => gatePullRequest(request, env, services));
  return answer(report, flags, context);
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

async function readTexts({ cwd }: CommandContext, { textFile }: Flags): Promise<SourcedText[]> {
  if (textFile === undefined) return [];
  const text = await readText(path.resolve(cwd, textFile), 'usage', textFile);
  return [{ source: { kind: 'text', sha: null }, text }];
}

function withMachine<Result>(
  { bundle, env, logger, signal, cwd }: CommandContext,
  { onnxruntimePath, out }: Flags,
  use: (services: GateServices) => Promise<Result>,
): Promise<Result> {
  const workerFile = path.join(bundle, 'worker.js');
  const modules = (): Promise<string> => Promise.resolve(runtimeModules(onnxruntimePath, bundle));
  const onProgress =
    out === undefined ? undefined : (report: GateReport) => writeProgress(path.resolve(cwd, out), report);
  return withServices({ workerFile, runtimeModules: modules, env, logger, signal, onProgress }, use);
}

function overridesOf({ dim, input, tolerance, sweep, ...plain }: Flags): Overrides {
  const { budget, threads, provider, device, seed } = plain;
  const repeatable = { dims: dim, inputs: input, tolerances: tolerance, sweeps: sweep };
  return { ...repeatable, budget, threads, provider, device, seed };
}

async function readConfig(context: CommandContext, flags: Flags): Promise<Config> {
  return withOverrides(await readConfigFile(context, flags), overridesOf(flags));
}

/** A file of each side where flags name them, else one that says of each model by its path what it is. */
async function declaredFor(
  { cwd }: CommandContext,
  { declared }: Config,
  { declaredBase, declaredHead }: Flags,
): Promise<DeclaredFiles> {
  if (declaredBase !== undefined || declaredHead !== undefined)
    return readDeclaredSides({ base: declaredBase, head: declaredHead }, cwd);
  if (!existsSync(path.resolve(cwd, declared))) return { base: null, head: null };
  const shared = namedOnly(await readDeclared(declared, cwd));
  return { base: shared, head: shared };
}

/** The file that a flag names, else the one in its usual place, else the defaults. */
async function readConfigFile({ cwd }: CommandContext, { config: named }: Flags): Promise<Config> {
  const label = named ?? CONFIG_PATH;
  const file = path.resolve(cwd, label);
  if (named === undefined && !existsSync(file)) return defaultConfig();
  return parseConfig(await readText(file, 'config', label), label);
}
