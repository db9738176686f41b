/** From what a model declares and what the user says to the tensors that the model is fed. Pure. */
import { GateError } from '../errors.js';
import { batchedInput } from './batch-dimension.js';
import type { FeedSpec } from './feed.js';
import { chosenFill, DEFAULT_INTEGERS, defaultFill, fileOf } from './fills.js';
import type { TensorFile } from './fills.js';
import type { InputSetting, InputSettings } from './input-settings.js';
import { describeShape, resolveShapes } from './input-shapes.js';
import type { DeclaredInput, GivenShape } from './input-shapes.js';
import { quoted } from './quotation.js';
import { elementCount, elementType, isTensorType, MAX_FEED_BYTES, TENSOR_TYPES } from './tensor-types.js';
import type { TensorType } from './tensor-types.js';

export interface FeedPlan {
  readonly feeds: readonly FeedSpec[];
  /** Inferences that one run stands for. */
  readonly batch: number;
  readonly warnings: readonly string[];
}

/**
 * Plans the feeds of a model: every declared input once, in the declared order. Settings for inputs and
 * dimensions that the model does not have are ignored, since base and head may differ.
 * @param inputs What the model asks for; initializers are not inputs.
 * @param files The tensor files that the settings name, by the name they have there.
 * @throws GateError of kind `input`.
 */
export function planFeeds(
  inputs: readonly DeclaredInput[],
  settings: InputSettings,
  files: ReadonlyMap<string, TensorFile> = new Map(),
): FeedPlan {
  const settingOf = new Map(Object.entries(settings.inputs));
  const given = new Map(
    inputs.flatMap(({ name }) => {
      const shape = givenShape(name, settingOf.get(name) ?? {}, files);
      return shape === undefined ? [] : [[name, shape] as const];
    }),
  );
  const { shapes, warnings } = resolveShapes(inputs, settings.dims, given);
  const defaults: string[] = [];
  const feeds = inputs.map((input): FeedSpec => {
    const { name } = input;
    const type = supportedType(input);
    const setting = settingOf.get(name) ?? {};
    const chosen = chosenFill(name, type, setting, files);
    if (chosen === undefined && elementType(type).kind === 'integer') {
      defaults.push(
        `integer input ${quoted(name)} is set by nobody: ${DEFAULT_INTEGERS.low} to ${DEFAULT_INTEGERS.high} is used; set its value or range in the configuration if the model's work depends on it`,
      );
    }
    return { name, type, shape: shapes.get(name) ?? [], fill: chosen ?? defaultFill(type) };
  });
  refuseTooLarge(feeds);
  return { feeds, batch: batchOf(inputs, feeds), warnings: [...warnings, ...defaults] };
}

function givenShape(
  name: string,
  setting: InputSetting,
  files: ReadonlyMap<string, TensorFile>,
): GivenShape | undefined {
  const file = setting.file === undefined ? undefined : fileOf(setting.file, files);
  if (file === undefined) return setting.shape && { shape: setting.shape, origin: 'the given shape' };
  if (setting.shape !== undefined && describeShape(setting.shape) !== describeShape(file.shape)) {
    throw new GateError(
      'input',
      `input ${quoted(name)} is given the shape ${describeShape(setting.shape)}, but ${setting.file ?? ''} holds ${describeShape(file.shape)}.`,
      'Leave out the shape: the file has one.',
    );
  }
  return { shape: file.shape, origin: `the tensor in ${setting.file ?? ''}` };
}

function supportedType({ name, type }: DeclaredInput): TensorType {
  if (isTensorType(type)) return type;
  throw new GateError(
    'input',
    `input ${quoted(name)} is of type ${quoted(type)}, which ONNX Runtime does not take from Node.`,
    `Export the model with inputs of one of these types: ${TENSOR_TYPES.join(', ')}.`,
  );
}

function refuseTooLarge(feeds: readonly FeedSpec[]): void {
  let bytes = 0;
  for (const { name, type, shape } of feeds) {
    bytes += elementCount(shape) * elementType(type).bytes;
    if (bytes > MAX_FEED_BYTES) {
      throw new GateError(
        'input',
        `input ${quoted(name)} of shape ${describeShape(shape)} makes the inputs larger than ${MAX_FEED_BYTES / 2 ** 20} MiB.`,
        'Set smaller dimensions.',
      );
    }
  }
}

/** What is fed for the batch; 1 of a model that has none. */
function batchOf(inputs: readonly DeclaredInput[], feeds: readonly FeedSpec[]): number {
  const at = inputs.findIndex((input) => input === batchedInput(inputs));
  return Math.max(1, feeds[at]?.shape[0] ?? 1);
}
