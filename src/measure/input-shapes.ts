/** Shapes of a model's inputs, from what the model declares and what the user says. */
import { GateError } from '../errors.js';
import type { InputSettings } from './input-settings.js';
import { quoted } from './quotation.js';

/** A model input as declared. Strings are dynamic dimensions, `?` an unnamed one; an unknown rank is null. */
export interface DeclaredInput {
  readonly name: string;
  readonly type: string;
  readonly shape: readonly (number | string)[] | null;
}

/** A full shape that the user gave for an input, and where. */
export interface GivenShape {
  readonly shape: readonly number[];
  readonly origin: string;
}

export interface ResolvedShapes {
  readonly shapes: ReadonlyMap<string, readonly number[]>;
  readonly warnings: readonly string[];
}

const UNNAMED = '?';

/**
 * Resolves every input to numbers: fixed dimensions stay, given shapes come next and bind the names in them,
 * then the named dimensions that are set; what nobody set is 1, with a warning that names it.
 * @throws GateError of kind `input` where declared and given shapes disagree or no rank is known.
 */
export function resolveShapes(
  inputs: readonly DeclaredInput[],
  dims: InputSettings['dims'],
  given: ReadonlyMap<string, GivenShape>,
): ResolvedShapes {
  const sizes = new Map<string, { size: number; origin: string }>(
    Object.entries(dims).map(([name, size]) => [
      name,
      { size, origin: `the setting of dimension ${quoted(name)}` },
    ]),
  );
  for (const input of inputs) {
    const shape = given.get(input.name);
    if (shape !== undefined) bind(input, shape, sizes);
  }
  const warnings = new Set<string>();
  const shapes = new Map(
    inputs.map((input) => [
      input.name,
      given.get(input.name)?.shape ?? substitute(input, sizes, (warning) => warnings.add(warning)),
    ]),
  );
  return { shapes, warnings: [...warnings] };
}

/** A dimension as declared; exporters also write negative numbers for dynamic ones. */
function dynamicName(dimension: number | string): string | undefined {
  if (typeof dimension === 'string') return dimension === '' ? UNNAMED : dimension;
  return dimension < 0 ? UNNAMED : undefined;
}

function bind(
  input: DeclaredInput,
  { shape, origin }: GivenShape,
  sizes: Map<string, { size: number; origin: string }>,
): void {
  if (input.shape === null) return;
  const disagreement = (detail: string): GateError =>
    new GateError(
      'input',
      `input ${quoted(input.name)} is declared as ${describeShape(input.shape)}, but ${origin} is ${describeShape(shape)}${detail}.`,
      'Give a shape that keeps the fixed dimensions and changes only dynamic ones.',
    );
  if (shape.length !== input.shape.length) throw disagreement('');
  for (const [axis, dimension] of input.shape.entries()) {
    const size = shape[axis] ?? 0;
    const name = dynamicName(dimension);
    if (name === undefined && dimension !== size) throw disagreement('');
    if (name === undefined || name === UNNAMED) continue;
    const bound = sizes.get(name);
    if (bound !== undefined && bound.size !== size) {
      throw disagreement(`, and ${bound.origin} says that ${quoted(name)} is ${bound.size}`);
    }
    sizes.set(name, bound ?? { size, origin: `${origin} of input ${quoted(input.name)}` });
  }
}

function substitute(
  input: DeclaredInput,
  sizes: ReadonlyMap<string, { size: number }>,
  warn: (warning: string) => void,
): readonly number[] {
  const { name, shape } = input;
  if (shape === null) {
    throw new GateError(
      'input',
      `input ${quoted(name)} declares no shape at all.`,
      `Give one in the configuration: inputs: {${JSON.stringify(name)}: {shape: [...]}}.`,
    );
  }
  return shape.map((dimension, axis) => {
    const dynamic = dynamicName(dimension);
    if (dynamic === undefined) return Number(dimension);
    const size = sizes.get(dynamic)?.size;
    if (size !== undefined) return size;
    if (dynamic === UNNAMED) {
      warn(
        `dimension ${axis} of input ${quoted(name)} ${describeShape(shape)} has no name and is set by nobody: 1 is used; set the input's shape in the configuration`,
      );
    } else {
      warn(
        `dimension ${quoted(dynamic)} of input ${quoted(name)} is set by nobody: 1 is used; set it with --dim ${dynamic}=N or under dims in the configuration`,
      );
    }
    return 1;
  });
}

/** A shape as users write it: `[1, ?, 128]`. */
export function describeShape(shape: readonly (number | string)[] | null): string {
  if (shape === null) return 'of unknown shape';
  return `[${shape.map((dimension) => dynamicName(dimension) ?? dimension).join(', ')}]`;
}
