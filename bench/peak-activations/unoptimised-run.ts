/** One unoptimised run of ONNX Runtime, told kernel by kernel, with the memory that its operators hold. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { InferenceSession, type Tensor } from 'onnxruntime-node';
import { parseTrace } from '../../src/measure/profile-trace.js';
import type { Kernel } from '../../src/measure/protocol.js';

interface Event {
  readonly cat: string;
  readonly args: Readonly<Record<string, string>>;
}

/** @param folder Where the trace is written. */
export async function runUnoptimised(
  model: string,
  feeds: Readonly<Record<string, Tensor>>,
  folder: string,
): Promise<{ kernels: Kernel[]; peakBytes: number }> {
  const session = await InferenceSession.create(model, {
    graphOptimizationLevel: 'disabled',
    enableProfiling: true,
    profileFilePrefix: path.join(folder, 'trace'),
    intraOpNumThreads: 1,
    logSeverityLevel: 3,
  });
  await session.run(feeds);
  session.endProfiling();
  const trace = readdirSync(folder).find((name) => name.startsWith('trace')) ?? '';
  const text = readFileSync(path.join(folder, trace), 'utf8');
  const held = (JSON.parse(text) as Event[])
    .filter(({ cat, args }) => cat === 'Node' && 'mem_bytes_requested_in_use' in args)
    .map(({ args }) => ({
      bytes: Number(args.mem_bytes_requested_in_use),
      grown: Number(args.mem_requested_in_use_delta),
    }));
  // Weights that kernels packed into a form of their own were there before the first operator ran.
  const before = (held[0]?.bytes ?? 0) - (held[0]?.grown ?? 0);
  return { kernels: parseTrace(text), peakBytes: Math.max(...held.map(({ bytes }) => bytes)) - before };
}
