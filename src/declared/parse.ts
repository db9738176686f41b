import { mean } from 'simple-statistics';
import { complain } from '../config/complaint.js';
import { GateError, messageOf } from '../errors.js';
import { type Declaration, type DeclaredFile, declaredFileSchema, type Metric } from './declaration.js';

/**
 * Reads a declaration: a file of the repository, or what a command that evaluates a model prints.
 * @param text JSON.
 * @param origin Where it came from, in words, for messages.
 * @throws GateError of kind `config`.
 */
export function parseDeclared(text: string, origin: string): DeclaredFile {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw new GateError('config', `${origin} is not JSON: ${messageOf(cause)}.`, 'Correct it.', { cause });
  }
  const parsed = declaredFileSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (issue === undefined) throw parsed.error;
  const { fault, next } = complain(issue, data, declaredFileSchema, 'schema/declared.json');
  throw new GateError('config', `${origin}: ${fault}.`, next);
}

/**
 * What a file says of one model.
 * @param path As the file names it.
 * @returns null when it says nothing of it.
 */
export function declarationOf(file: DeclaredFile, path: string): Declaration | null {
  const { models = {} } = file;
  const { training, quality } = Object.hasOwn(models, path) ? (models[path] ?? {}) : file;
  if (training === undefined && quality === undefined) return null;
  return {
    training: training ?? null,
    quality: Object.fromEntries(
      Object.entries(quality ?? {}).map(([name, { value, outcomes, better, unit, tolerance }]) => {
        const shown: Metric = {
          value: value ?? mean(outcomes ?? [NaN]),
          better,
          unit,
          tolerance,
          outcomes: outcomes ?? null,
        };
        return [name, shown];
      }),
    ),
  };
}
