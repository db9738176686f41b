/**
 * The trace that ONNX Runtime writes of a profiled run: a JSON list of events, of which those of category `Node`
 * whose name ends in `_kernel_time` tell of one executed kernel each.
 */
import { z } from 'zod';
import type { Kernel } from './protocol.js';

const SUFFIX = '_kernel_time';

const shapes = z.array(z.record(z.string(), z.array(z.int())));
const eventSchema = z.object({
  cat: z.string(),
  name: z.string(),
  ts: z.number().default(0),
  dur: z.number(),
  args: z.looseObject({
    op_name: z.string().optional(),
    provider: z.string().optional(),
    mem_in_use_peak: z.coerce.number().optional(),
    input_type_shape: shapes.optional(),
    output_type_shape: shapes.optional(),
  }),
});

/** Names of nodes are written as they are, quotes and line breaks included, which is no JSON (ONNX Runtime 1.30). */
const BARE_NAME = /"name" *: *"([\s\S]*?)", *"args" *:/g;

export type TraceEvent = z.infer<typeof eventSchema>;

/**
 * All events, in the trace's order.
 * @throws Error when the trace is not what the runtime documents.
 */
export function readEvents(text: string): TraceEvent[] {
  return z.array(eventSchema).parse(JSON.parse(quoteNames(text)));
}

/**
 * One entry for each executed kernel, in the trace's order.
 * @throws Error as `readEvents` does.
 */
export function parseTrace(text: string): Kernel[] {
  return readEvents(text).filter(isKernel).map(kernelOf);
}

export function isKernel({ cat, name }: TraceEvent): boolean {
  return cat === 'Node' && name.endsWith(SUFFIX);
}

export function kernelOf({ name, dur, args }: TraceEvent): Kernel {
  return {
    node: name.slice(0, -SUFFIX.length),
    op: args.op_name ?? '',
    provider: args.provider ?? '',
    inputs: (args.input_type_shape ?? []).map(dimensions),
    outputs: (args.output_type_shape ?? []).map(dimensions),
    inputTypes: (args.input_type_shape ?? []).map(elementType),
    outputTypes: (args.output_type_shape ?? []).map(elementType),
    durationUs: dur,
  };
}

function quoteNames(text: string): string {
  return text.replace(BARE_NAME, (_match, name: string) => `"name": ${JSON.stringify(name)}, "args":`);
}

/** Each shape comes under its element type: `{"float": [1, 128]}`. */
function dimensions(typed: Readonly<Record<string, number[]>>): number[] {
  return Object.values(typed)[0] ?? [];
}

function elementType(typed: Readonly<Record<string, number[]>>): string {
  return Object.keys(typed)[0] ?? '';
}
