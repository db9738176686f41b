/**
 * Writes docs/reference.md: every input and output of action.yml, every key of the configuration and of the other
 * files, every indicator, from what the code itself reads. Usage: node scripts/reference.js [FILE]
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { markdownTable } from 'markdown-table';
import { parse } from 'yaml';
import { importTypeScript, root } from './import-typescript.js';

/** Of the schema folder: title, file, where the schema lies. */
const FILES = [
  ['Configuration: `.github/efficiency-gate.yml`', 'config.json'],
  ['Waivers: `.github/efficiency-waivers.yml`', 'waivers.json'],
  ['Declarations: `.github/efficiency.json`', 'declared.json'],
];

/** @param {string} schemas Folder of the JSON schemas. */
export async function writeReference(schemas, file = path.join(root, 'docs', 'reference.md')) {
  const action = parse(await readFile(path.join(root, 'action.yml'), 'utf8'));
  const { INDICATORS } = await importTypeScript('indicators', {
    entryPoints: [path.join(root, 'src', 'indicators.ts')],
  });
  const sections = [
    '# Reference',
    'Made by `npm run build` from action.yml, from the schemas that the code validates with, and from its table of indicators.',
    '## Inputs of the action',
    table(
      ['input', 'what it is'],
      Object.entries(action.inputs).map(([name, { description }]) => [code(name), description]),
    ),
    '## Outputs of the action',
    table(
      ['output', 'what it is'],
      Object.entries(action.outputs).map(([name, { description }]) => [code(name), description]),
    ),
    ...(await Promise.all(FILES.map(([title, name]) => fileSection(title, path.join(schemas, name))))),
    '## Indicators',
    'Of a tolerance with two parts, both must be exceeded. An indicator that is not gated is shown and fails nothing; one that is described gets no verdict.',
    table(
      ['indicator', 'unit', 'kind', 'better', 'tolerance', 'gated', 'what it is'],
      INDICATORS.map((each) => [
        code(each.id) + (each.required ? ' \\*' : ''),
        each.unit === '' ? 'none' : each.unit,
        each.descriptive ? 'described' : each.kind,
        each.descriptive ? 'neither' : each.better,
        each.descriptive ? 'none' : toleranceOf(each.tolerance),
        each.gated ? 'yes' : 'no',
        each.definition,
      ]),
    ),
    '\\* required: the relation of base and head rests on these, unless `required:` says otherwise.',
  ];
  await writeFile(file, `${sections.flat().join('\n\n')}\n`);
}

async function fileSection(title, file) {
  const schema = await readFile(file, 'utf8').then(JSON.parse, () => null);
  if (schema === null) return [];
  const rows = [...keysOf(schema, schema)].map(([key, node]) => [
    code(key),
    typeOf(node),
    node.default === undefined || key.includes('.') ? '' : code(JSON.stringify(node.default)),
    node.description ?? '',
  ]);
  return [
    `## ${title}`,
    `${schema.description ?? ''} Its schema for editors is [schema/${path.basename(file)}](../schema/${path.basename(file)}).`,
    table(['key', 'type', 'default', 'what it is'], rows),
  ];
}

/** Keys with their schema, those of objects and of lists of objects under them; alike indicators are not repeated. */
function* keysOf(node, whole, prefix = '', depth = 0) {
  for (const [name, each] of Object.entries(node.properties ?? {})) {
    const key = `${prefix}${name}`;
    // One key for every indicator, which the table of indicators has.
    if (key.startsWith('tolerances.')) continue;
    yield [key, resolved(each, whole)];
    if (depth < 4) yield* keysWithin(resolved(each, whole), whole, key, depth + 1);
  }
}

function* keysWithin(node, whole, key, depth) {
  for (const each of [node, ...(node.anyOf ?? [])].map((one) => resolved(one, whole))) {
    if (each.properties !== undefined) yield* keysOf(each, whole, `${key}.`, depth);
    const items = each.items === false ? undefined : each.items;
    if (items !== undefined) yield* keysWithin(resolved(items, whole), whole, `${key}[]`, depth);
    const named = each.additionalProperties;
    if (named && typeof named === 'object' && named.properties !== undefined)
      yield* keysOf(resolved(named, whole), whole, `${key}.NAME.`, depth);
  }
}

function resolved(node, whole) {
  const [, name] = /^#\/\$defs\/(.+)$/.exec(node?.$ref ?? '') ?? [];
  return name === undefined ? node : { ...whole.$defs[name], ...node };
}

function typeOf(node) {
  if (node.const !== undefined) return code(JSON.stringify(node.const));
  if (node.enum !== undefined) return node.enum.map((value) => code(String(value))).join(', ');
  if (node.anyOf !== undefined)
    return [...new Set(node.anyOf.map(typeOf).filter((type) => type !== 'null'))].join(' or ');
  if (node.type === 'array') return node.items?.type ? `list of ${typeOf(node.items)}s` : 'list';
  if (Array.isArray(node.type)) return node.type.join(' or ');
  const bounds = [node.minimum, node.maximum];
  const within = bounds.every((bound) => Math.abs(bound ?? NaN) < 1e6) ? `, ${bounds.join(' to ')}` : '';
  return `${node.pattern === undefined ? (node.type ?? 'any') : 'text'}${within}`.replace('string', 'text');
}

function toleranceOf({ relative, absolute }) {
  const parts = [
    relative === undefined ? [] : [`${+(relative * 100).toPrecision(6)} %`],
    absolute === undefined ? [] : [String(absolute)],
  ].flat();
  return parts.length === 0 ? 'none' : parts.join(' and ');
}

const code = (text) => `\`${text}\``;

/** In cells a line is one line, and what could mean something to Markdown does not. */
function table(header, rows) {
  const cell = (text) => String(text).replace(/\s+/g, ' ').trim().replaceAll('|', '\\|');
  return markdownTable([header, ...rows.map((row) => row.map(cell))], { alignDelimiters: false });
}

if (process.argv[1] === import.meta.filename)
  await writeReference(
    path.join(root, 'schema'),
    path.resolve(process.argv[2] ?? path.join(root, 'docs', 'reference.md')),
  );
