/** What the elements of an input are: as the settings say, else by its type. */
import { GateError } from '../errors.js';
import type { Fill, FileFill } from './feed.js';
import type { InputSetting } from './input-settings.js';
import { quoted } from './quotation.js';
import { elementType } from './tensor-types.js';
import type { TensorType } from './tensor-types.js';

/** What is known of a tensor file before a model is fed with it (src/measure/tensor-file.ts reads it). */
export interface TensorFile {
  /** Where it lies, absolute. */
  readonly path: string;
  readonly type: TensorType;
  readonly shape: readonly number[];
}

/** Every model that looks integers up in a table accepts these. */
export const DEFAULT_INTEGERS = { low: 0, high: 1 } as const;

/** What a tensor holds when nobody says. */
export function defaultFill(type: TensorType): Fill {
  switch (elementType(type).kind) {
    case 'float':
      return { kind: 'normal' };
    case 'integer':
    case 'bool':
      return { kind: 'uniform', ...DEFAULT_INTEGERS };
    case 'string':
      return { kind: 'constant', value: 'text' };
  }
}

/**
 * The fill that a setting asks for, checked against the type; undefined when it asks for none.
 * @throws GateError of kind `input`.
 */
export function chosenFill(
  name: string,
  type: TensorType,
  setting: InputSetting,
  files: ReadonlyMap<string, TensorFile>,
): Fill | FileFill | undefined {
  const { value, range, file } = setting;
  if ([value, range, file].filter((choice) => choice !== undefined).length > 1) {
    throw new GateError(
      'input',
      `input ${quoted(name)} is given more than one of value, range and file.`,
      'Keep one of them.',
    );
  }
  const misfit = (what: string): GateError =>
    new GateError(
      'input',
      `input ${quoted(name)} is of type ${type}, which cannot hold ${what}.`,
      'Give what fits the type.',
    );
  if (file !== undefined) {
    const { path, type: held } = fileOf(file, files);
    if (held !== type) throw misfit(`the ${held} tensor in ${file}`);
    return { kind: 'file', path, label: file };
  }
  if (range !== undefined) {
    const [low, high] = range;
    if (low > high) throw misfit(`a range from ${low} down to ${high}`);
    if (!holds(type, low) || !holds(type, high)) throw misfit(`the range from ${low} to ${high}`);
    return { kind: 'uniform', low, high };
  }
  if (value === undefined) return undefined;
  if (!holds(type, value)) throw misfit(`the value ${JSON.stringify(value)}`);
  return { kind: 'constant', value };
}

function holds(type: TensorType, value: number | string | boolean): boolean {
  const { kind, bounds } = elementType(type);
  if (kind === 'string') return typeof value === 'string';
  if (typeof value === 'boolean') return kind === 'bool';
  if (typeof value === 'string') return false;
  return bounds === undefined || (Number.isInteger(value) && value >= bounds[0] && value <= bounds[1]);
}

/** The tensor file that a setting names; the caller has read them all. */
export function fileOf(label: string, files: ReadonlyMap<string, TensorFile>): TensorFile {
  const file = files.get(label);
  if (file === undefined) throw new TypeError(`tensor file ${label} was not read before planning`);
  return file;
}
