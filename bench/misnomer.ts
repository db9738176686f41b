/**
 * The four ways in which cost indicators part ways, after "The Efficiency Misnomer" (Dehghani et al. 2022), measured
 * on models of the zoo, and what the gate makes of the claims of a proud author (examples/misnomer/cases.ts).
 * Usage: npm run bench:misnomer -- [--budget auto] [--reports FOLDER] [--write]; --reports keeps each report in a folder
 * and judges those again that are there, without measuring; --write puts the page into docs/misnomer.md.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { declaredOf, MISNOMER_CASES, type MisnomerCase } from '../examples/misnomer/cases.js';
import { seeded } from '../examples/zoo/index.js';
import { judgeAgain } from '../src/conclude.js';
import type { IndicatorId } from '../src/indicators.js';
import type { Comparison } from '../src/judge/judgement.js';
import { claimsOfTexts } from '../src/pull-request-claims.js';
import { formatEstimate, formatQuantity, formatRatio } from '../src/quantity.js';
import { type GateReport, type ModelReport, parseReport } from '../src/report.js';
import { claimsBlock } from '../src/render/claims.js';
import { describeMachine } from './machine.js';
import { writeSection } from './write-section.js';

const { values: flags } = parseArgs({
  options: {
    budget: { type: 'string', default: 'auto' },
    reports: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const weights = seeded(1);
const scratch = await mkdtemp(path.join(tmpdir(), 'efficiency-gate-misnomer-'));
const reports = path.resolve(flags.reports ?? scratch);

try {
  const rows: string[] = [];
  const sections: string[] = [];
  for (const each of MISNOMER_CASES) {
    const report = judged(each, await recorded(each));
    const [model] = report.models;
    if (model === undefined) throw new Error('no model was compared');
    rows.push(`| ${rowOf(each.name, model).join(' | ')} |`);
    sections.push(...sectionOf(each, report, model));
    console.error(rows.at(-1));
  }
  const page = [
    '| case | parameters | MACs | median latency | achieved GMAC/s | relation |',
    '| :-- | --: | --: | --: | --: | :-- |',
    ...rows,
    '',
    ...sections,
    `Measured on ${describeMachine()}, ONNX Runtime on CPU, one thread; weights of seed 1.`,
  ].join('\n');
  console.log(page);
  if (flags.write) await writeSection('docs/misnomer.md', 'bench:misnomer', page);
} finally {
  await rm(scratch, { recursive: true, force: true });
}

/** The report of a case: that of an earlier run where there is one, else measured now. */
async function recorded({ id, base, head, flags: given }: MisnomerCase): Promise<GateReport> {
  const out = path.join(reports, id);
  const file = path.join(out, 'report.json');
  if (!existsSync(file)) {
    const models = path.join(scratch, id);
    const [before, after] = [path.join(models, 'base.onnx'), path.join(models, 'head.onnx')];
    await mkdir(models, { recursive: true });
    await writeFile(before, base(weights));
    await writeFile(after, head(weights));
    spawnSync(
      process.execPath,
      ['dist/cli.js', 'compare', before, after, '--budget', flags.budget, '--out', out, ...given],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
  }
  return parseReport(await readFile(file, 'utf8'), file);
}

/** The same evidence, with what the pull request claims and declares. */
function judged(one: MisnomerCase, report: GateReport): GateReport {
  const claims = claimsOfTexts([
    { source: { kind: 'title', sha: null }, text: one.title },
    { source: { kind: 'body', sha: null }, text: one.body },
  ]);
  const declared = declaredOf(one);
  const models = report.models.map((model) => ({ ...model, ...(declared === null ? {} : { declared }) }));
  return judgeAgain({ ...report, models }, report.policy, { claims });
}

/** What the gate says of a case: its sentence, the claims with rulings and rewordings, and the causes. */
function sectionOf({ name, title, body }: MisnomerCase, report: GateReport, model: ModelReport): string[] {
  const causes = (model.causes ?? []).map(({ parting, sentence }) => `- Of ${parting}: ${sentence}`);
  return [
    `## ${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    '',
    `The pull request: **${title}**${body === '' ? '' : ` “${body}”`}`,
    '',
    `The gate: ${model.sentence}`,
    '',
    ...claimsBlock(report, { rows: Infinity, rest: '' }).map((block) => block.replace(/^####/m, '###')),
    '',
    '### Why the indicators disagree',
    '',
    ...(causes.length === 0 ? ['They do not part ways beyond doubt.'] : causes),
    '',
  ];
}

/** Head over base of each indicator, and the rate at which either side computes. */
function rowOf(name: string, { comparisons, relation }: ModelReport): string[] {
  const of = (id: IndicatorId): Comparison | undefined =>
    comparisons.find(({ indicator }) => indicator === id);
  const counted = (id: IndicatorId): string => {
    const { base, head, effect } = of(id) ?? {};
    if (base?.value == null || head?.value == null || effect == null) return 'unknown';
    return `${formatRatio(effect.ratio)} times (${formatQuantity(base.value, 'count')} to ${formatQuantity(head.value, 'count')})`;
  };
  const latency = of('latency_p50');
  const rate = (side: 'base' | 'head'): string => {
    const [macs, ms] = [of('macs')?.[side].value, latency?.[side].value];
    return macs == null || ms == null ? 'unknown' : (macs / ms / 1e6).toFixed(1);
  };
  const { effect } = latency ?? {};
  const times =
    effect == null
      ? 'not measured'
      : `${formatEstimate(effect.ratio, effect.low, effect.high)} times, ${latency?.verdict ?? ''}`;
  return [
    name,
    counted('parameters'),
    counted('macs'),
    times,
    `${rate('base')} to ${rate('head')}`,
    relation ?? 'none',
  ];
}
