/** The part of ONNX Runtime that a worker uses, so that only src/measure/worker.ts needs to import it. */
import type { TensorData, TensorType } from './tensor-types.js';

/** A tensor of the runtime; opaque here. */
export type RuntimeTensor = object;

export interface ValueMetadata {
  readonly name: string;
  readonly isTensor: boolean;
  readonly type?: string;
  readonly shape?: readonly (number | string)[];
}

export interface Session {
  readonly outputMetadata: readonly ValueMetadata[];
  run(feeds: Readonly<Record<string, RuntimeTensor>>): Promise<unknown>;
  endProfiling(): void;
}

export interface SessionOptions {
  readonly executionProviders: readonly string[];
  readonly intraOpNumThreads: number;
  readonly interOpNumThreads: number;
  readonly graphOptimizationLevel?: 'disabled' | 'all';
  /** Where the runtime writes the model as it has optimised it. */
  readonly optimizedModelFilePath?: string;
  readonly enableProfiling?: boolean;
  readonly profileFilePrefix?: string;
  /** 3: errors only. */
  readonly logSeverityLevel: 3;
}

export interface Runtime {
  readonly version: string;
  readonly backends: readonly { readonly name: string; readonly bundled: boolean }[];
  createTensor(type: TensorType, data: TensorData, shape: readonly number[]): RuntimeTensor;
  createSession(modelPath: string, options: SessionOptions): Promise<Session>;
}
