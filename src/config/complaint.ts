/** What is wrong with settings, in one sentence, with the nearest right word. */
import { z } from 'zod';
import { nearestOf } from '../nearest.js';

export interface Complaint {
  /** Where in the settings; for an unknown key the key itself. */
  readonly path: readonly PropertyKey[];
  /** What is wrong, such as `unknown key "thread"`. */
  readonly fault: string;
  readonly next: string;
}

type Issue = z.core.$ZodIssue;
type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * Words the first issue that a schema has with data.
 * @param schema The schema that was violated, for the names that it knows.
 * @param described Where it is described.
 */
export function complain(
  issue: Issue,
  data: unknown,
  schema: z.ZodType,
  described = 'schema/config.json',
): Complaint {
  if (issue.code === 'unrecognized_keys') {
    const [wrong = ''] = issue.keys;
    const known = keysAt(z.toJSONSchema(schema, { io: 'input' }), issue.path);
    return {
      path: [...issue.path, wrong],
      fault: `unknown key ${quoted(wrong)}${inPlace(issue.path)}`,
      next: suggest(wrong, known),
    };
  }
  const given = valueAt(data, issue.path);
  const what = inWords(given);
  const place = issue.path.length === 0 ? 'the configuration' : issue.path.map(String).join('.');
  if (given === undefined && issue.path.length > 0) {
    return {
      path: issue.path,
      fault: `${place} is missing`,
      next: `Add it: the file is described in ${described}.`,
    };
  }
  if (issue.code === 'invalid_value' && typeof given === 'string') {
    return {
      path: issue.path,
      fault: `${place} is ${what}, which is not known`,
      next: suggest(given, issue.values.map(String)),
    };
  }
  return {
    path: issue.path,
    fault: `${place} is ${what}: ${expectation(issue.message)}`,
    next: 'Correct the value.',
  };
}

/** "Did you mean X?", else all that is known. */
export function suggest(wrong: string, known: readonly string[]): string {
  const nearest = nearestOf(wrong, known);
  if (nearest !== undefined) return `Did you mean ${quoted(nearest)}?`;
  return known.length === 0 ? 'Leave it out.' : `Known here: ${known.join(', ')}.`;
}

const MOST_QUOTED = 60;

/** In quotation marks, control characters escaped, cut when long. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED)}...` : text);
}

const inPlace = (path: readonly PropertyKey[]): string =>
  path.length === 0 ? '' : ` in ${path.map(String).join('.')}`;

/** What a value should have been; what it is has been said. */
const expectation = (message: string): string =>
  message
    .replace(/^(Invalid input|Too small|Too big): /, '')
    .replace(/, received .*$/s, '')
    .replace('expected object', 'expected a mapping');

function inWords(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'empty';
  if (typeof value === 'number') return String(value);
  return typeof value === 'boolean' ? JSON.stringify(value) : 'a mapping';
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<PropertyKey, unknown>)[step]
        : undefined,
    data,
  );
}

/** The keys that a schema knows at a path. */
function keysAt(schema: JsonSchema, path: readonly PropertyKey[]): string[] {
  const [step, ...rest] = path;
  return alternatives(schema).flatMap((alternative) => {
    const { properties = {}, additionalProperties, items } = alternative;
    if (step === undefined) return Object.keys(properties);
    const below = typeof step === 'number' ? items : (properties[String(step)] ?? additionalProperties);
    return isSchema(below) ? keysAt(below, rest) : [];
  });
}

const alternatives = (schema: JsonSchema): JsonSchema[] => [schema, ...(schema.anyOf ?? []).filter(isSchema)];

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
