/** The dimension of a model's inputs that is its batch. Pure. */
import { GateError } from '../errors.js';
import type { InputSettings } from './input-settings.js';
import type { DeclaredInput } from './input-shapes.js';

const NAMES_A_BATCH = /batch|^(n|b|bs)$/i;
const IMAGE_RANK = 4;

/** Where the batch of the inputs is read: the first leading dimension whose name says so, else that of an image or volume. */
export function batchedInput(inputs: readonly DeclaredInput[]): DeclaredInput | undefined {
  const named = inputs.find(({ shape }) => {
    const leading = shape?.[0];
    return typeof leading === 'string' && NAMES_A_BATCH.test(leading);
  });
  return named ?? inputs.find(({ shape }) => (shape?.length ?? 0) >= IMAGE_RANK);
}

/**
 * The settings of a model with another batch.
 * @throws GateError of kind `input` where the model has no batch dimension that is dynamic and has a name.
 */
export function withBatch(
  inputs: readonly DeclaredInput[],
  { dims, inputs: settings }: InputSettings,
  batch: number,
): InputSettings {
  const leading = batchedInput(inputs)?.shape?.[0];
  if (typeof leading !== 'string' || leading === '' || leading === '?') {
    throw new GateError(
      'input',
      leading === undefined || typeof leading === 'string'
        ? 'no input has a named dynamic dimension that is its batch.'
        : `the batch is fixed at ${leading}.`,
      'Export the model with a dynamic first dimension called batch.',
    );
  }
  const fitted = inputs.map(({ name, shape: declared }) => {
    const given = Object.hasOwn(settings, name) ? settings[name] : undefined;
    if (given?.shape === undefined) return [name, given] as const;
    const shape = given.shape.map((size, axis) => (declared?.[axis] === leading ? batch : size));
    return [name, { ...given, shape }] as const;
  });
  return {
    dims: { ...dims, [leading]: batch },
    inputs: {
      ...settings,
      ...Object.fromEntries(fitted.flatMap(([name, given]) => (given === undefined ? [] : [[name, given]]))),
    },
  };
}
