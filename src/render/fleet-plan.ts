/** The fleet plan for people: which machine measures how much. */
import type { FleetPlan } from '../fleet/fleet-plan.js';
import { htmlCode, markdownCode } from './escape.js';
import { folded, paragraphs, table } from './markdown.js';
import { plural } from './plural.js';
import { type Column, grid } from './terminal-layout.js';

const HEADINGS = ['machine', 'shard', 'models and benchmarks', 'expected time'] as const;
const NAMED = 100;

interface Row {
  readonly machine: string;
  readonly shard: string;
  readonly models: readonly string[];
  readonly time: string;
}

function rowsOf({ machines }: FleetPlan): Row[] {
  return machines.flatMap(({ name, shards }) =>
    shards.map(({ models, seconds }, index) => ({
      machine: name,
      shard: `${index + 1}/${shards.length}`,
      models,
      time: `about ${Math.ceil(seconds / 60)} min`,
    })),
  );
}

/** How many jobs measure how many models. */
export function planInWords(plan: FleetPlan): string {
  const rows = rowsOf(plan);
  const names = new Set(rows.flatMap(({ models }) => models));
  const machines = plural(plan.machines.length, 'machine');
  return names.size === 0
    ? 'No model changed: one job says so.'
    : `${plural(rows.length, 'job')} on ${machines} for ${plural(names.size, 'model or benchmark', 'models or benchmarks')}.`;
}

/** For a terminal. */
export function planTable(plan: FleetPlan): string {
  const columns = HEADINGS.map((heading, index): Column => ({
    heading,
    align: index < 2 ? 'left' : 'right',
  }));
  const rows = rowsOf(plan).map(({ machine, shard, models, time }) =>
    [machine, shard, String(models.length), time].map((text) => ({ text })),
  );
  return `${[planInWords(plan), '', ...grid(columns, rows, { indent: '', heading: (text) => text })].join('\n')}\n`;
}

/** For the summary of a job: the table, and folded which models each job has. */
export function planSummary(plan: FleetPlan): string {
  const rows = rowsOf(plan);
  const body = rows.map(({ machine, shard, models, time }) => [
    markdownCode(machine),
    shard,
    String(models.length),
    time,
  ]);
  const named = rows
    .filter(({ models }) => models.length > 0)
    .slice(0, NAMED)
    .map(({ machine, shard, models }) => {
      const shown = models.slice(0, NAMED).map((name) => `- ${markdownCode(name)}`);
      const more = models.length > NAMED ? [`- ${models.length - NAMED} more, in plan.json`] : [];
      return folded(`${htmlCode(machine)} ${shard}`, [[...shown, ...more].join('\n')]);
    });
  return `${paragraphs(['### efficiency-gate: plan', planInWords(plan), table(HEADINGS, body, 'llrr'), ...named])}\n`;
}
