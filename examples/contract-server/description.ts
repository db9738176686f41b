/**
 * GitHub's own OpenAPI description, cut to the operations that efficiency-gate calls and what they refer to.
 * The whole description has about a thousand operations; preparing all of them would take minutes.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Document } from 'openapi-backend';

/** The operations that efficiency-gate may call; anything else is a violation. */
export const OPERATIONS = [
  'issues/list-comments',
  'issues/create-comment',
  'issues/update-comment',
  'issues/delete-comment',
  'users/get-authenticated',
  'pulls/get',
  'pulls/list',
  'issues/list-events',
  'repos/get-collaborator-permission-level',
  'repos/list-activities',
  'checks/list-for-ref',
  'checks/create',
  'checks/update',
  'checks/list-annotations',
  'git/get-ref',
  'git/get-commit',
  'git/create-tree',
  'git/create-commit',
  'git/create-ref',
  'git/update-ref',
  'repos/get-content',
] as const;
export type Operation = (typeof OPERATIONS)[number];

type Json = null | boolean | number | string | Json[] | JsonObject;
interface JsonObject {
  [key: string]: Json;
}

/** Prose and samples: not needed for validating, and samples refer to more samples. */
const LEFT_OUT = new Set([
  'description',
  'summary',
  'example',
  'examples',
  'externalDocs',
  'tags',
  'x-github',
]);

/**
 * @returns an OpenAPI 3.0 document with `OPERATIONS` alone. Stricter than the original in one way: a request
 * body may hold only the properties that the description names, so that a misspelt one is found.
 */
export async function loadDescription(): Promise<Document> {
  const file = createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json');
  const whole = JSON.parse(await readFile(file, 'utf8')) as JsonObject;
  const paths = cutPaths(asObject(whole.paths));
  const cut: JsonObject = {
    openapi: whole.openapi ?? '3.0.3',
    info: { title: 'GitHub', version: '1' },
    paths,
  };
  cut.components = referredComponents(whole, paths);
  return cut as unknown as Document;
}

function cutPaths(paths: JsonObject): JsonObject {
  const wanted = new Set<Json | undefined>(OPERATIONS);
  const kept: JsonObject = {};
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(asObject(methods))) {
      if (!wanted.delete(asObject(operation).operationId)) continue;
      kept[path] = { ...asObject(kept[path]), [method]: closeRequestBody(withoutProse(operation)) };
    }
  }
  if (wanted.size > 0) throw new Error(`GitHub's description lacks ${JSON.stringify([...wanted])}`);
  return kept;
}

/** Everything under `components` that the paths refer to, directly or through others. */
function referredComponents(whole: JsonObject, paths: JsonObject): JsonObject {
  const components: JsonObject = {};
  const open = references(paths);
  const seen = new Set<string>();
  for (let reference = open.pop(); reference !== undefined; reference = open.pop()) {
    if (seen.has(reference)) continue;
    seen.add(reference);
    const [, , kind, name] = reference.split('/');
    if (kind === undefined || name === undefined) throw new Error(`unexpected reference ${reference}`);
    const component = withoutProse(asObject(asObject(whole.components)[kind])[name] ?? null);
    components[kind] = { ...asObject(components[kind]), [name]: component };
    open.push(...references(component));
  }
  return components;
}

function references(node: Json): string[] {
  if (Array.isArray(node)) return node.flatMap(references);
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [value] : references(value),
  );
}

/** A copy without prose. A schema's property may be called `description` too: names of properties are kept. */
function withoutProse(node: Json, areNames = false): Json {
  if (Array.isArray(node)) return node.map((item) => withoutProse(item));
  if (node === null || typeof node !== 'object') return node;
  const kept = Object.entries(node).filter(([key]) => areNames || !LEFT_OUT.has(key));
  return Object.fromEntries(
    kept.map(([key, value]) => [key, withoutProse(value, key === 'properties' && !areNames)]),
  );
}

function closeRequestBody(operation: Json): Json {
  const content = asObject(asObject(asObject(operation).requestBody).content);
  const schema = asObject(asObject(content['application/json']).schema);
  if (schema.type === 'object') schema.additionalProperties = false;
  return operation;
}

/** The object itself, or an empty one for what is none. */
function asObject(node: Json | undefined): JsonObject {
  return node !== null && typeof node === 'object' && !Array.isArray(node) ? node : {};
}
