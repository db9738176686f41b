/**
 * Writes the JSON schemas of the configuration file and of the report, from the schemas that the code validates
 * with. Usage: node scripts/schema.js [FOLDER]
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { importTypeScript, root } from './import-typescript.js';

const SOURCE = `
  import { z } from 'zod';
  import { configFileSchema } from './src/config/schema.ts';
  import { declaredFileSchema } from './src/declared/declaration.ts';
  import { fleetPlanSchema } from './src/fleet/fleet-plan.ts';
  import { gateReportSchema } from './src/report.ts';
  import { waiversFileSchema } from './src/waivers.ts';
  export const schemas = {
    'config.json': {
      title: 'efficiency-gate configuration',
      description: '.github/efficiency-gate.yml: which models are compared, what they are fed, and what fails the check.',
      ...z.toJSONSchema(configFileSchema, { io: 'input' }),
    },
    'declared.json': {
      title: 'efficiency-gate declaration',
      description: '.github/efficiency.json: what training took and which quality was reached; also what a command that evaluates a model prints.',
      ...z.toJSONSchema(declaredFileSchema, { io: 'input' }),
    },
    'waivers.json': {
      title: 'efficiency-gate waivers',
      description: '.github/efficiency-waivers.yml: standing cases in which an indicator may be worse, each with a bound and an expiry. Read from the base branch.',
      ...z.toJSONSchema(waiversFileSchema, { io: 'input' }),
    },
    'plan.json': {
      title: 'efficiency-gate fleet plan',
      description: 'plan.json: which machine measures which models, written by one job and read by those that measure and by the one that merges.',
      ...z.toJSONSchema(fleetPlanSchema),
    },
    'report.json': {
      title: 'efficiency-gate report',
      description: 'report.json: everything that was counted, measured and judged, with every raw sample.',
      ...z.toJSONSchema(gateReportSchema),
    },
  };`;

/** @param {string} folder */
export async function writeSchemas(folder) {
  const { schemas } = await importTypeScript('schemas', {
    stdin: { contents: SOURCE, resolveDir: root, loader: 'ts' },
  });
  await mkdir(folder, { recursive: true });
  for (const [name, schema] of Object.entries(schemas)) {
    await writeFile(path.join(folder, name), `${JSON.stringify(schema, null, 2)}\n`);
  }
}

if (process.argv[1] === import.meta.filename) {
  await writeSchemas(path.resolve(process.argv[2] ?? path.join(root, 'schema')));
}
