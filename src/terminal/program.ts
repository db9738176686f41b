/** The command line: what can be asked, with which flags, and what each exit status means. */
import { Command, CommanderError } from 'commander';
import pc from 'picocolors';
import { describeFailure, EXIT, type ExitStatus } from '../errors.js';
import type { CommandContext } from './context.js';
import { type Flags, withFlags } from './flags.js';
import type { HistoryFlags } from './history-command.js';
import { terminalLogger, type TerminalStream } from './logger.js';
import type { ReplayFlags } from './replay-command.js';
import { EFFICIENCY_GATE_VERSION } from '../version.js';

export interface Terminal {
  readonly stdout: TerminalStream;
  readonly stderr: TerminalStream;
  readonly env: Readonly<NodeJS.ProcessEnv>;
  readonly cwd: string;
  /** The folder of the bundle, where worker.js lies. */
  readonly bundle: string;
}

const EXIT_HELP = `
Exit status:
  0  passed: nothing got provably worse beyond its tolerance
  1  failed: a proven regression
  2  the command, the configuration or a model is wrong
  3  something could not be measured`;

const EXAMPLES = `
Examples:
  efficiency-gate compare old.onnx new.onnx --dim batch=1 --dim sequence=512
  efficiency-gate compare v4.onnx v5.onnx --input sr=16000 --input input=shape:1,512
  efficiency-gate pr --base origin/main
  efficiency-gate plan --base origin/main --shards 4 --out fleet
  efficiency-gate inspect model.onnx
  efficiency-gate judge report.json --tolerance latency_p50=3%
  efficiency-gate merge shards/ --plan plan.json
  efficiency-gate claims --text-file pull-request.md --report report.json
  efficiency-gate history --indicator latency_p50 --out history`;

/**
 * Runs one command.
 * @param args What follows the program's name.
 * @returns the exit status (src/errors.ts); nothing is thrown and no stack trace printed.
 */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const colors = pc.createColors(wantsColour(terminal.stderr, terminal.env));
  const logger = terminalLogger(terminal.stderr, colors, () => performance.now());
  const interruption = new AbortController();
  const context: CommandContext = {
    ...terminal,
    logger,
    signal: interruption.signal,
    colour: wantsColour(terminal.stdout, terminal.env),
    width: terminal.stdout.columns ?? DEFAULT_WIDTH,
  };
  const release = onInterruption(interruption, logger);
  let status: ExitStatus = EXIT.passed;
  const program = buildProgram(terminal, context, (ended) => {
    status = ended;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (thrown) {
    // Commander has printed its own message; help and version end with 0.
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? EXIT.passed : EXIT.misuse;
    const { message, next, exitStatus } = describeFailure(thrown);
    logger.error(`${message}\n  ${next}`);
    return exitStatus;
  } finally {
    release();
  }
}

const DEFAULT_WIDTH = 100;

/** NO_COLOR and FORCE_COLOR as their conventions have it; else colour on terminals alone. */
function wantsColour(stream: TerminalStream, env: Terminal['env']): boolean {
  if ((env.NO_COLOR ?? '') !== '') return false;
  if ((env.FORCE_COLOR ?? '') !== '') return env.FORCE_COLOR !== '0';
  return stream.isTTY === true && env.TERM !== 'dumb';
}

/** The first interruption ends measuring and reports what there is; the second ends the program. */
function onInterruption(
  interruption: AbortController,
  logger: { notice(message: string): void },
): () => void {
  const interrupt = (): void => {
    if (interruption.signal.aborted) process.exit(EXIT.unmeasured);
    logger.notice('Interrupted: reporting what was measured. Once more ends at once.');
    interruption.abort();
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  return () => void process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
}

/** What `compare` and `pr` both heed: all there is. */
const COMPARING = ['config', 'feeding', 'judging', 'measuring', 'running', 'writing', 'json'] as const;

function buildProgram(
  { stdout, stderr }: Terminal,
  context: CommandContext,
  end: (status: ExitStatus) => void,
): Command {
  const program = new Command('efficiency-gate')
    .description(
      'Compare ONNX models on every cost indicator, side by side, with verdicts that hold on a noisy machine.',
    )
    .version(EFFICIENCY_GATE_VERSION)
    .exitOverride()
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text) })
    .showHelpAfterError('Run efficiency-gate --help to see the commands.')
    .addHelpText('after', `${EXAMPLES}\n${EXIT_HELP}`);
  withFlags(
    program
      .command('compare')
      .description('Measure and judge two model files.')
      .argument('<base>', 'the model as it was')
      .argument('<head>', 'the model as it would be')
      .option('--declared-base <file>', 'JSON that declares training and quality of the base')
      .option('--declared-head <file>', 'the same of the head'),
    ...COMPARING,
    'fleet',
  ).action(async (base: string, head: string, flags: Flags) => {
    const { compareCommand } = await import('./commands.js');
    end(await compareCommand(context, base, head, flags));
  });
  withFlags(
    program
      .command('pr')
      .description(
        'The same for every model that a branch changes, from a git repository, as the action does.',
      )
      .option(
        '--base <ref>',
        'compare with where the head left this branch or commit (default: the default branch)',
      )
      .option('--head <ref>', 'the commit to judge (default: HEAD)')
      .option(
        '--text-file <file>',
        'what the change says of itself, in Markdown: its claims are ruled on beside those of its commits',
      ),
    ...COMPARING,
    'fleet',
    'shard',
  ).action(async (flags: Flags) => {
    const { pullRequestCommand } = await import('./pull-request-commands.js');
    end(await pullRequestCommand(context, flags));
  });
  withFlags(
    program
      .command('plan')
      .description('Spread the models that a branch changes over the machines of the configuration.')
      .option('--base <ref>', 'as for pr')
      .option('--head <ref>', 'as for pr')
      .option('--shards <n>', 'jobs of each machine (default: as the configuration says)')
      .option('--out <folder>', 'write plan.json and matrix.json there'),
    'config',
    'feeding',
    'running',
    'json',
  ).action(async (flags: Flags) => {
    const { planCommand } = await import('./pull-request-commands.js');
    end(await planCommand(context, flags));
  });
  withFlags(
    program
      .command('inspect')
      .description('Count one model: parameters, MACs, FLOPs, memory, structure, per operator.')
      .argument('<model>', 'an ONNX file')
      .option('--nodes', 'also every node, in the order of the file (--json always has them)'),
    'config',
    'feeding',
    'running',
    'weights',
    'json',
  ).action(async (model: string, flags: Flags) => {
    const { inspectCommand } = await import('./inspect-command.js');
    end(await inspectCommand(context, model, flags));
  });
  withFlags(
    program
      .command('judge')
      .description('Judge a recorded report again, with other tolerances. Nothing is measured.')
      .argument('<report>', 'a report.json'),
    'config',
    'judging',
    'writing',
    'json',
  ).action(async (report: string, flags: Flags) => {
    const { judgeCommand } = await import('./commands.js');
    end(await judgeCommand(context, report, flags));
  });
  withFlags(
    program
      .command('merge')
      .description('Merge reports of many machines into one, and judge them together. Nothing is measured.')
      .argument('<reports...>', 'report.json files, or folders of which each sub-folder holds one')
      .option('--plan <file>', 'plan.json, which tells what reports there are to be'),
    'config',
    'judging',
    'writing',
    'json',
  ).action(async (reports: string[], flags: Flags) => {
    const { mergeCommand } = await import('./merge-command.js');
    end(await mergeCommand(context, reports, flags));
  });
  withFlags(
    program
      .command('replay')
      .description('Decide recorded timings of two models, round by round, as the gate would have.')
      .argument('<trace>', 'a JSON file of comparisons, rounds and pairs of times'),
    'judging',
    'replaying',
    'json',
  ).action(async (trace: string, flags: ReplayFlags) => {
    const { replayCommand } = await import('./replay-command.js');
    end(await replayCommand(context, trace, flags));
  });
  withFlags(
    program
      .command('claims')
      .description("Read what a pull request's text claims of cost and quality, and rule on it by a report.")
      .requiredOption('--text-file <file>', 'title, description and commit messages, in Markdown')
      .option('--report <file>', 'a report.json to rule by (default: claims are read only)'),
    'json',
  ).action(async (flags: Flags) => {
    const { claimsCommand } = await import('./claims-command.js');
    end(await claimsCommand(context, flags));
  });
  withFlags(
    program
      .command('history')
      .description('Show what models cost over commits, from the history that pushes append to.')
      .option('--folder <folder>', 'folder that holds history.jsonl')
      .option('--file <file>', 'a history.jsonl')
      .option('--branch <name>', 'branch that holds it (default: efficiency-history)')
      .option('--model <name>', 'one model alone')
      .option('--indicator <id>', 'one indicator alone')
      .option('--append <report>', 'first add the figures of a report.json to the history of --folder')
      .option('--out <folder>', 'also write history.html there, a page that opens offline'),
    'json',
  ).action(async (flags: HistoryFlags) => {
    const { historyCommand } = await import('./history-command.js');
    end(await historyCommand(context, flags));
  });
  return program;
}
