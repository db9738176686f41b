/** Whom a failure inside a worker concerns, told by what ONNX Runtime says. */
import { GateError, messageOf } from '../errors.js';
import type { Failure } from './protocol.js';
import { firstLine } from './quotation.js';

export type Stage =
  'starting the runtime' | 'starting the provider' | 'making the inputs' | 'creating the session' | 'running';

const OUT_OF_MEMORY = /bad_alloc|failed to allocate|out of memory|array buffer allocation failed/i;
const NO_PROVIDER =
  /execution ?provider|WebGPU adapter|failed to load (shared )?library|no available backend/i;
const WRONG_FEED =
  /invalid (dimensions|rank) for input|invalid input name|unexpected input data type|input '.*' is missing/i;

/** Where in its own source ONNX Runtime failed: a file with a line and a function's signature. */
const SOURCE_LOCATION = /\S*onnxruntime_src\/\S+:\d+ [^)]*\)(?:\S*\)\S*)? /g;

/** The failure that a worker answers with, for whatever was thrown at that stage. */
export function failureAt(stage: Stage, thrown: unknown): Failure {
  const said = messageOf(thrown);
  const message = firstLine(said.replace(SOURCE_LOCATION, ''));
  return { cause: causeOf(stage, message, thrown), message };
}

function causeOf(stage: Stage, message: string, thrown: unknown): Failure['cause'] {
  if (OUT_OF_MEMORY.test(message)) return 'memory';
  if (stage === 'starting the runtime') return 'runtime';
  if (stage === 'starting the provider') return 'provider';
  if (stage === 'making the inputs' || thrown instanceof GateError) return 'input';
  if (stage === 'creating the session') return NO_PROVIDER.test(message) ? 'provider' : 'model';
  return WRONG_FEED.test(message) ? 'input' : 'model';
}
