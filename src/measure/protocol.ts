/**
 * What the executor asks a worker and what it gets back: one line of JSON each way for each request, in order,
 * on a channel of its own. The executor trusts nothing that a worker says before it fits the schema here; a
 * worker runs whatever its parent asks.
 */
import { z } from 'zod';
import type { FeedSpec } from './feed.js';
import { agreementFiguresSchema } from './agreement.js';
import { blockSchema, warmUpSchema } from './measurement.js';

export interface SessionSettings {
  /** Execution provider of ONNX Runtime as users call it: `cpu`, `webgpu`, `cuda`, `directml`. */
  readonly provider: string;
  /** Intra-op and inter-op threads. */
  readonly threads: number;
}

/** A model file, how to run it and what to feed it. */
export interface Subject {
  readonly modelPath: string;
  readonly session: SessionSettings;
  readonly feeds: readonly FeedSpec[];
  readonly seed: number;
}

/** Profiled runs of an optimised model. */
export interface OperatorRuns extends Subject {
  /** That are told. */
  readonly runs: number;
  /** Before those, to warm up. */
  readonly discarded: number;
  /** Where the optimised model is to be written; null: nowhere. */
  readonly optimisedPath: string | null;
}

type Nothing = Record<string, never>;

/** What each operation is asked with. */
export interface Requests {
  /** Versions; loads the runtime. */
  describe: Nothing;
  /** Makes the feeds and creates the session. */
  load: Subject;
  /** The first inference after `load`. */
  first: Nothing;
  /** Runs until the times no longer fall, bounded. */
  warmUp: Nothing;
  /** Runs untimed for the lead-in, then for at least that long, each run timed. */
  block: { readonly minimumMs: number; readonly leadInMs: number };
  /** Peak resident memory so far. */
  memory: Nothing;
  /** Types and shapes of a model's outputs as the runtime infers them, without running it. */
  infer: { readonly modelPath: string };
  /** One run, unoptimised, told kernel by kernel. */
  profile: Subject;
  /** Several runs, optimised as when they are timed, told kernel by kernel. */
  operators: OperatorRuns;
  /** Runs both models on the same inputs, one input for each seed, and compares what comes out. */
  agree: {
    readonly base: Subject;
    readonly head: Subject;
    readonly seeds: readonly number[];
    /** No further input is begun after this. */
    readonly limitMs: number;
  };
}

const milliseconds = z.number().positive();
const shape = z.array(z.int().nonnegative());

/** An output of a model as ONNX Runtime infers it. */
export const inferredValueSchema = z.strictObject({
  name: z.string(),
  /** Lower-case element type; null for what is no tensor. */
  type: z.string().nullable(),
  /**
   * Strings are dynamic dimensions, `?` an unnamed one. Null where the runtime says nothing: it does not tell a
   * scalar from an unknown rank.
   */
  shape: z.array(z.union([z.int().nonnegative(), z.string()])).nullable(),
});
export type InferredValue = z.infer<typeof inferredValueSchema>;

/** One executed kernel, in order of completion: what runs inside an `If` or a `Loop` comes before it. */
export const kernelSchema = z.strictObject({
  /** Name of the node; one that has none in the model is named by the runtime. */
  node: z.string(),
  op: z.string(),
  provider: z.string(),
  /** Shapes of the inputs and outputs that are there; absent optional ones are left out. */
  inputs: z.array(shape),
  outputs: z.array(shape),
  /** Their element types in the same order: `float`, `int64`. */
  inputTypes: z.array(z.string()),
  outputTypes: z.array(z.string()),
  durationUs: z.number().nonnegative(),
});
export type Kernel = z.infer<typeof kernelSchema>;

/** What the profiler tells of several runs. */
export const operatorRunsSchema = z.strictObject({
  /** Of the last run; what runs inside an `If` or a `Loop` is left out of the time of that. */
  kernels: z.array(kernelSchema),
  /** Time of each node in each run, microseconds, in the order of its first execution. */
  nodes: z.array(z.strictObject({ node: z.string(), timesUs: z.array(z.number().nonnegative()) })),
  /** Most bytes in use in the runtime's own allocator; null where the profiler does not tell. */
  arenaPeakBytes: z.number().nonnegative().nullable(),
  /** Only where another provider than cpu was asked for. */
  accelerator: z
    .strictObject({
      provider: z.string(),
      /** Each run from its call to its end, microseconds. */
      runsUs: z.array(z.number().nonnegative()),
      /** Time that the device worked in each run, by its own clock, microseconds; null where nobody tells. */
      deviceUs: z.array(z.number().nonnegative()).nullable(),
    })
    .exactOptional(),
});
export type TracedRuns = z.infer<typeof operatorRunsSchema>;

export const replySchemas = {
  describe: z.strictObject({
    runtime: z.string(),
    node: z.string(),
    backends: z.array(z.strictObject({ name: z.string(), bundled: z.boolean() })),
  }),
  load: z.strictObject({ loadMs: milliseconds }),
  first: z.strictObject({ firstMs: milliseconds }),
  warmUp: warmUpSchema.extend({ runMs: milliseconds }),
  block: blockSchema,
  memory: z.strictObject({ peakRssBytes: z.number().positive().nullable() }),
  infer: z.strictObject({ outputs: z.array(inferredValueSchema) }),
  profile: z.strictObject({ kernels: z.array(kernelSchema) }),
  operators: operatorRunsSchema,
  agree: z.union([agreementFiguresSchema, z.strictObject({ reason: z.string() })]),
} as const satisfies Record<keyof Requests, z.ZodType>;

export type Operation = keyof Requests;
export type Replies = { [Op in Operation]: z.infer<(typeof replySchemas)[Op]> };

export type Request = { [Op in Operation]: { id: number; op: Op; with: Requests[Op] } }[Operation];

/** Why a worker could not do what it was asked, by who can do something about it. */
export const failureSchema = z.strictObject({
  cause: z.enum(['model', 'input', 'runtime', 'provider', 'memory']),
  message: z.string(),
});
export type Failure = z.infer<typeof failureSchema>;

/** A worker's line: the reply of the operation under `reply`, checked by its own schema, or a failure. */
export const answerSchema = z.union([
  z.strictObject({ id: z.int(), reply: z.unknown() }),
  z.strictObject({ id: z.int(), failure: failureSchema }),
]);
export type Answer = z.infer<typeof answerSchema>;
