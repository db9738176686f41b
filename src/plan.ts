/** The plan: which models, which base and head, under which configuration. What `gate.ts` carries out. */
import type { Config, Scenario } from './config.js';
import type { DeclaredFile } from './declared/declaration.js';
import type { DeclaredSides } from './declared/sources.js';
import type { ShardPlace } from './fleet/fleet-plan.js';
import type { Waiver } from './judge/acknowledgement.js';
import type { SourcedClaim } from './judge/claims/ruling.js';

/** Where one side of a model can be had. */
export interface ModelSource {
  /** As the user knows it: a path in the repository or on disk. */
  readonly path: string;
  /**
   * Puts the model and the external data beside it where the runtime can load them.
   * @param folder A private folder that the source may write to.
   * @returns the path of the model file.
   */
  readonly open: (folder: string) => Promise<string>;
}

/** `changed` models are counted and measured; of the others at most one side is counted. */
export type PlannedStatus = 'changed' | 'identical' | 'added' | 'removed';

export interface PlannedModel {
  /** The head's path, or the base's when the model was removed, with the scenario. Unique in a plan. */
  readonly name: string;
  /** How it is fed and run; base and head each take of the inputs what they know. */
  readonly scenario: Scenario;
  readonly status: PlannedStatus;
  readonly base: ModelSource | null;
  readonly head: ModelSource | null;
  /** What is declared of its training and quality; left out where nothing is. */
  readonly declared?: DeclaredSides | undefined;
  /** The quality command in base and head, run when first asked; left out where none is named. */
  readonly evaluate?: Readonly<Record<'base' | 'head', () => Promise<DeclaredFile>>>;
  readonly warnings: readonly string[];
}

/** One side of a benchmark. */
export interface BenchmarkSource {
  /** Full commit id. */
  readonly sha: string;
  /** The folder to run it in. */
  readonly open: () => Promise<string>;
}

/** A command of the user's own, to be measured in base and head. */
export interface PlannedBenchmark {
  readonly name: string;
  readonly command: string;
  /** Seconds for any answer; null: as the budget has it. */
  readonly timeoutS: number | null;
  readonly env: Readonly<NodeJS.ProcessEnv>;
  /** Null when there is nothing to compare with. */
  readonly base: BenchmarkSource | null;
  readonly head: BenchmarkSource;
}

export interface Plan {
  readonly base: RevisionLabel;
  readonly head: RevisionLabel;
  readonly models: readonly PlannedModel[];
  /** Models of declared quality that are the same in base and head: counted, never measured. None when left out. */
  readonly unchanged?: readonly PlannedModel[];
  /** None when left out. */
  readonly benchmarks?: readonly PlannedBenchmark[];
  /** What the commits claim; left out where nobody read them. */
  readonly claims?: readonly SourcedClaim[];
  /** What is waived in the base; left out where nobody looked. */
  readonly waivers?: readonly Waiver[];
  readonly config: Config;
  /** What the tensor files that the configuration names are relative to. */
  readonly inputFolder: string;
  readonly warnings: readonly string[];
  /** Which part of a fleet's work it is; left out where there is no fleet. */
  readonly shard?: PlannedShard;
}

export interface PlannedShard extends ShardPlace {
  /** Timing decisions of the whole fleet; null where nobody planned it. */
  readonly fleetDecisions: number | null;
}

/** What was compared, in words, with the commit where there is one. */
export interface RevisionLabel {
  readonly label: string;
  readonly sha: string | null;
}
