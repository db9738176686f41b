/** The static profile: what a model is, counted from its graph. The type that the onnx stage owns. */
import { z } from 'zod';

/**
 * A counted number. `value` is null when it cannot be known, and `reason` then says why (an operator without
 * a cost rule, a dimension that stayed open).
 */
export const countSchema = z.strictObject({
  value: z.number().nonnegative().nullable(),
  reason: z.string().nullable(),
});
export type Count = z.infer<typeof countSchema>;

export const operatorRowSchema = z.strictObject({
  /** Domain and type, as in the graph: `Conv`, `com.microsoft.FusedConv`. */
  op: z.string(),
  /** Executions in one inference; null when control flow decides and no run was profiled. */
  count: z.int().nonnegative().nullable(),
  /** Multiply-accumulates; null when any execution of this operator could not be costed. */
  macs: z.number().nonnegative().nullable(),
  /** Elementwise and reduction operations; null likewise. */
  elementwise: z.number().nonnegative().nullable(),
  /** Elements written; null when an output shape stayed open. */
  activations: z.number().nonnegative().nullable(),
  /** Parameters first used by this operator. */
  parameters: z.number().nonnegative(),
});
export type OperatorRow = z.infer<typeof operatorRowSchema>;

/** MACs by the precision of what is multiplied (`fp32`, `int8`), most first; they sum to all MACs. */
const macsByPrecisionSchema = z.record(z.string(), z.number().positive());

/** What one node costs; not part of a report, which would grow with the graph. */
export interface NodeRow extends OperatorRow {
  /** Unique in the model. */
  readonly name: string;
  /** Null where the MACs are. */
  readonly macs_by_precision: z.infer<typeof macsByPrecisionSchema> | null;
  /** Bytes read and written, as if no cache kept anything; null when a shape or a type stayed open. */
  readonly memory_traffic_bytes: number | null;
}

/** A model input or output as declared: symbolic dimensions keep their name, unnamed ones are `?`. */
export const valueDeclarationSchema = z.strictObject({
  name: z.string(),
  /** ONNX element type in lower case: `float32`, `int64`, `bool`, `string`, `bfloat16`. */
  type: z.string(),
  /** Undefined rank is null. */
  shape: z.array(z.union([z.int(), z.string()])).nullable(),
});
export type ValueDeclaration = z.infer<typeof valueDeclarationSchema>;

export const staticProfileSchema = z.strictObject({
  irVersion: z.int(),
  opsets: z.record(z.string(), z.int()),
  producer: z.string(),
  inputs: z.array(valueDeclarationSchema),
  outputs: z.array(valueDeclarationSchema),
  counts: z.strictObject({
    parameters: countSchema,
    non_zero_parameters: countSchema,
    two_of_four_parameters: countSchema,
    zero_channels: countSchema,
    model_bytes: countSchema,
    macs: countSchema,
    flops: countSchema,
    operators: countSchema,
    activations: countSchema,
    macs_per_parameter: countSchema,
    parameter_uses: countSchema,
    depth: countSchema,
    parallelism: countSchema,
    memory_traffic_bytes: countSchema,
    arithmetic_intensity: countSchema,
    peak_activation_bytes: countSchema,
  }),
  /** Null where the MACs are not known. */
  macs_by_precision: macsByPrecisionSchema.nullable(),
  /** Operators in the graph (all branches), how many have a stated cost, and the types that have none. */
  coverage: z.strictObject({
    costed: z.int().nonnegative(),
    total: z.int().nonnegative(),
    uncosted: z.array(z.string()),
  }),
  /** One row for each operator type, dearest first. */
  operators: z.array(operatorRowSchema),
  /** Where the shapes came from, for provenance. */
  shapes: z.enum(['inference', 'inference and a profiled run', 'none']),
});
export type StaticProfile = z.infer<typeof staticProfileSchema>;
