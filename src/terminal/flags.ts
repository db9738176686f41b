/** The flags that all commands share, as the user typed them. What they mean is the configuration's business. */
import { type Command, InvalidArgumentError } from 'commander';

export interface Flags {
  readonly config?: string;
  readonly dim?: string[];
  readonly input?: string[];
  readonly tolerance?: string[];
  readonly budget?: string;
  readonly sweep?: string[];
  readonly threads?: string;
  readonly provider?: string;
  readonly device?: string;
  readonly seed?: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly weights?: boolean;
  readonly nodes?: boolean;
  readonly declaredBase?: string;
  readonly declaredHead?: string;
  readonly onnxruntimePath?: string;
  readonly base?: string;
  readonly head?: string;
  readonly textFile?: string;
  readonly report?: string;
  readonly plan?: string;
  readonly machine?: string;
  readonly shard?: string;
  readonly shards?: string;
}

const repeated = (value: string, earlier: string[] = []): string[] => [...earlier, value];

function text(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It is empty.');
  return value;
}

/** Which flags a command takes: none that it would not heed. */
export const FLAGS = {
  config: (command: Command) =>
    command.option(
      '--config <file>',
      'configuration (default: .github/efficiency-gate.yml when it is there)',
      text,
    ),
  feeding: (command: Command) =>
    command
      .option('--dim <name=n>', 'size of a named dynamic dimension; repeatable', repeated)
      .option(
        '--input <name=value>',
        'an input: 16000, range:0..100, shape:1,512, file:x.npy; repeatable',
        repeated,
      )
      .option('--seed <n>', 'seed of the inputs and of the random orders', text),
  judging: (command: Command) =>
    command.option(
      '--tolerance <[id=]amount>',
      '5% for all timings, or for one indicator: latency_p50=3%; repeatable',
      repeated,
    ),
  measuring: (command: Command) =>
    command
      .option('--budget <seconds>', 'time to measure each model, or "auto"', text)
      .option(
        '--sweep <kind[=values]>',
        'also measure at several batches or threads: batch, threads, batch=1,4,16; repeatable',
        repeated,
      ),
  running: (command: Command) =>
    command
      .option('--threads <n>', 'threads of ONNX Runtime (default: 1)', text)
      .option('--provider <name>', 'execution provider: cpu, webgpu, cuda, ... (default: cpu)', text)
      .option('--device <card>', 'NVIDIA card, by number or UUID (default: the one least used)', text)
      .option(
        '--onnxruntime-path <folder>',
        'node_modules that holds onnxruntime-node, if not our own',
        text,
      ),
  weights: (command: Command) =>
    command.option('--weights', 'read the weights of a large model too, to count those that are not zero'),
  replaying: (command: Command) =>
    command
      .option('--decisions <n>', 'timing decisions that share the error probability (default: 8)', text)
      .option('--alpha <probability>', 'error probability of all of them together (default: 0.05)', text)
      .option('--rounds <n>', 'rounds of each comparison to look at, at most (default: all)', text),
  fleet: (command: Command) =>
    command.option('--machine <name>', 'what a merged report calls this machine', text),
  shard: (command: Command) =>
    command
      .option('--plan <file>', 'a plan.json: measure what it has for --machine', text)
      .option('--shard <n/of>', 'which part of that: 2/3', text),
  writing: (command: Command) =>
    command.option(
      '--out <folder>',
      'also write report.json, report.html, comment.md and the badge there',
      text,
    ),
  json: (command: Command) =>
    command.option('--json', 'one JSON document on standard output, nothing else there'),
} as const;

export function withFlags(command: Command, ...groups: (keyof typeof FLAGS)[]): Command {
  return groups.reduce((flagged, group) => FLAGS[group](flagged), command);
}
