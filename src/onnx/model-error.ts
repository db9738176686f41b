/** Faults in the bytes of a model, as the user meets them. */
import { GateError } from '../errors.js';
import type { FaultKind, FormatFault } from './format-fault.js';

const NEXT: Readonly<Record<FaultKind, string>> = {
  foreign: 'Give the path of an .onnx file.',
  'lfs pointer': 'Fetch the model with git lfs pull (in a workflow: actions/checkout with lfs: true).',
  truncated: 'Copy or download the file again; its end is missing.',
  damaged: 'Copy or export the model again.',
  'too large': 'Store the weights as tensors or external data, not in text or attributes.',
  invalid: 'Export the model again and check it with onnx.checker.',
};

/** The error of kind `model` for a fault in that file. */
export function modelError(file: string, fault: FormatFault): GateError {
  return new GateError('model', `${file} ${fault.message}.`, NEXT[fault.kind], { cause: fault });
}
