/** Where the commands of the configuration run: a disposable worktree of each revision, built. */
import { commandEnvironment } from './commands/command-environment.js';
import { runCommand } from './commands/run-command.js';
import type { Config } from './config.js';
import type { DeclaredFile } from './declared/declaration.js';
import { parseDeclared } from './declared/parse.js';
import { GateError } from './errors.js';
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
   * The folder of a revision's worktree after the build commands, if there are any. Made when first asked for.
   * @throws GateError of kind `revision`, or `command` when building fails.
   */
  readonly at: (revision: Revision) => Promise<string>;
  /**
   * What the quality command says in a revision's worktree; null when none is named. Run when first asked for.
   * Rejects with a GateError as `at` does, or of kind `config` when what it prints is no declaration.
   */
  readonly evaluate: ((revision: Revision) => Promise<DeclaredFile>) | null;
}

/** Characters of a declaration: 200,000 outcomes of several metrics, and enough for any other. */
const MOST_PRINTED = 64 * 2 ** 20;

export function createWorkshop(
  { commands: { builds, buildTimeoutS, quality, env: named } }: Config,
  { worktrees, env: ours, logger, signal }: CommandServices,
): Workshop {
  const env = commandEnvironment(ours, named);
  const at = onceEach(async ({ sha, label }) => {
    const folder = await worktrees.at(sha);
    const place = placeOf({ sha, label });
    for (const command of builds) {
      logger.info(`Building ${place}: ${command}`);
      await runCommand({
        label: `The build command in ${place}`,
        command,
        folder,
        env,
        timeoutS: buildTimeoutS,
        signal,
      });
    }
    return folder;
  });
  if (quality === null) return { env, at, evaluate: null };
  const { command, timeoutS } = quality;
  const evaluate = onceEach(async (revision) => {
    const folder = await at(revision);
    const place = placeOf(revision);
    const label = `The quality command in ${place}`;
    logger.info(`Evaluating ${place}: ${command}`);
    const printed = printedWithin(MOST_PRINTED);
    await runCommand({ label, command, folder, env, timeoutS, signal, onOutput: printed.add });
    return parseDeclared(printed.text(label), `What the quality command prints in ${place}`);
  });
  return { env, at, evaluate };
}

const placeOf = ({ label, sha }: Revision): string => `${label} (${sha.slice(0, 7)})`;

/** What is done in a revision is done once, and has the same end for everyone who asks. */
function onceEach<Result>(
  work: (revision: Revision) => Promise<Result>,
): (revision: Revision) => Promise<Result> {
  const begun = new Map<string, Promise<Result>>();
  return (revision) => {
    const known = begun.get(revision.sha) ?? work(revision);
    begun.set(revision.sha, known);
    return known;
  };
}

function printedWithin(most: number): {
  readonly add: (text: string) => void;
  readonly text: (label: string) => string;
} {
  let printed = '';
  return {
    add: (text) => {
      if (printed.length <= most) printed += text;
    },
    text: (label) => {
      if (printed.length <= most) return printed;
      throw new GateError(
        'command',
        `${label} printed more than ${most / 2 ** 20} Mi characters.`,
        'Let it print the declaration alone, and its log on standard error.',
      );
    },
  };
}
