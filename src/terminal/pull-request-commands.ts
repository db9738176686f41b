/** The commands on a git repository: measure what a branch changes, or say which machine measures what of it. */
import path from 'node:path';
import { EXIT, type ExitStatus } from '../errors.js';
import { MOST_JOBS } from '../fleet/fleet-plan.js';
import { matrixOf } from '../fleet/matrix.js';
import { gatePullRequest, planFleetOfPullRequest } from '../gate-pull-request.js';
import { documentOf } from '../json-document.js';
import type { PullRequestRequest } from '../plan-pull-request.js';
import { writeDocuments } from '../publish/files.js';
import type { SourcedText } from '../pull-request-claims.js';
import { readText } from '../read-text.js';
import { planTable } from '../render/fleet-plan.js';
import { answer } from './answer.js';
import type { CommandContext } from './context.js';
import type { Flags } from './flags.js';
import { withMachine } from './machine.js';
import { overridesOf, readConfigFile } from './settings.js';
import { misuse, shardOf } from './shard.js';

/** `pr`: every model that a branch changes. */
export async function pullRequestCommand(context: CommandContext, flags: Flags): Promise<ExitStatus> {
  const request = await requestOf(context, flags);
  const shard = await shardOf(context, flags);
  const report = await withMachine(context, flags, (services) =>
    gatePullRequest(request, context.env, services, shard),
  );
  return answer(report, flags, context);
}

/** `plan`: the same models, spread over the machines of a fleet. */
export async function planCommand(context: CommandContext, flags: Flags): Promise<ExitStatus> {
  const { cwd, env, stdout, logger } = context;
  const { json = false, out, ...others } = flags;
  const request = await requestOf(context, flags);
  const shards = shardsOf(flags);
  const { plan, machines } = await withMachine(context, others, (services) =>
    planFleetOfPullRequest(request, env, services, shards),
  );
  stdout.write(json ? documentOf(plan) : planTable(plan));
  if (out !== undefined) {
    const folder = path.resolve(cwd, out);
    await writeDocuments(folder, { 'plan.json': plan, 'matrix.json': matrixOf(plan, machines) });
    logger.info(`Written: ${path.join(folder, 'plan.json')}, ${path.join(folder, 'matrix.json')}`);
  }
  return EXIT.passed;
}

async function requestOf(
  context: CommandContext,
  flags: Flags,
): Promise<Omit<PullRequestRequest, 'commands'>> {
  return {
    repository: context.cwd,
    event: { kind: 'none' },
    explicit: { base: flags.base, head: flags.head },
    configFile: undefined,
    // A file that is named on the command line is the user's own word.
    config: flags.config === undefined ? undefined : await readConfigFile(context, flags),
    overrides: overridesOf(flags),
    texts: await readTexts(context, flags),
  };
}

async function readTexts({ cwd }: CommandContext, { textFile }: Flags): Promise<SourcedText[]> {
  if (textFile === undefined) return [];
  const text = await readText(path.resolve(cwd, textFile), 'usage', textFile);
  return [{ source: { kind: 'text', sha: null }, text }];
}

function shardsOf({ shards }: Flags): number | undefined {
  if (shards === undefined) return undefined;
  const count = /^\d{1,3}$/.test(shards) ? Number(shards) : 0;
  if (count >= 1 && count <= MOST_JOBS) return count;
  throw misuse(
    `--shards ${JSON.stringify(shards)} is not understood.`,
    `Give a whole number from 1 to ${MOST_JOBS}.`,
  );
}
