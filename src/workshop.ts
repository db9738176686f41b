/** Where the commands of the configuration run: a disposable worktree of each revision, built. */
import { commandEnvironment } from './commands/command-environment.js';
import { runCommand } from './commands/run-command.js';
import type { Config } from './config.js';
import type { Logger } from './logger.js';
import type { Revision } from './revisions/range.js';
import type { Worktrees } from './revisions/worktrees.js';

/** What it takes to run commands of a repository. */
export interface CommandServices {
  readonly worktrees: Worktrees;
  /** Our own environment, of which commands see a part. */
  readonly env: Readonly<NodeJS.ProcessEnv>;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

export interface Workshop {
  /** What commands may see of our environment. */
  readonly env: NodeJS.ProcessEnv;
  /**
   * The folder of a revision's worktree after the build command, if there is one. Made when first asked for.
   * @throws GateError of kind `revision`, or `command` when building fails.
   */
  readonly at: (revision: Revision) => Promise<string>;
}

export function createWorkshop(
  { commands: { build, buildTimeoutS, env: named } }: Config,
  { worktrees, env: ours, logger, signal }: CommandServices,
): Workshop {
  const env = commandEnvironment(ours, named);
  const ready = new Map<string, Promise<string>>();
  const prepare = async ({ sha, label }: Revision): Promise<string> => {
    const folder = await worktrees.at(sha);
    if (build === null) return folder;
    const place = `${label} (${sha.slice(0, 7)})`;
    logger.info(`Building ${place}: ${build}`);
    await runCommand({
      label: `The build command in ${place}`,
      command: build,
      folder,
      env,
      timeoutS: buildTimeoutS,
      signal,
    });
    return folder;
  };
  return {
    env,
    at: (revision) => {
      const known = ready.get(revision.sha) ?? prepare(revision);
      ready.set(revision.sha, known);
      return known;
    },
  };
}
