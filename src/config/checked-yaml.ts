/** A file in YAML held against its schema; what is wrong is told with its line and the nearest right word. */
import type { z } from 'zod';
import { GateError } from '../errors.js';
import { complain } from './complaint.js';
import { parseYaml, type YamlDocument, YamlFault } from './yaml-document.js';

/** What messages say of such a file. */
export interface YamlFile {
  /** Where the text came from, in words. */
  readonly origin: string;
  /** The schema as the repository publishes it. */
  readonly schemaFile: string;
  /** Where an example is. */
  readonly example: string;
}

/** @throws GateError of kind `config` with the line and the nearest right word. */
export function parseCheckedYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  { origin, schemaFile, example }: YamlFile,
): { readonly data: z.output<Schema>; readonly document: YamlDocument } {
  const document = readYaml(text, origin, example);
  const data = document.data ?? {};
  const parsed = schema.safeParse(data);
  if (parsed.success) return { data: parsed.data, document };
  const [issue] = parsed.error.issues;
  if (issue === undefined) throw parsed.error;
  const { path, fault, next } = complain(issue, data, schema, schemaFile);
  throw new GateError('config', `${origin}, line ${document.lineOf(path)}: ${fault}.`, next);
}

function readYaml(text: string, origin: string, example: string): YamlDocument {
  try {
    return parseYaml(text);
  } catch (cause) {
    if (!(cause instanceof YamlFault)) throw cause;
    throw new GateError(
      'config',
      `${origin} cannot be read: ${cause.message}.`,
      `Correct the YAML; an example is in ${example}.`,
      { cause },
    );
  }
}
