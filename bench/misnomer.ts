/**
 * The four ways in which cost indicators part ways, after "The Efficiency Misnomer" (Dehghani et al. 2022), measured
 * on models of the zoo: parameter sharing, a mixture of experts, depth against width, and depthwise convolutions.
 * Usage: npm run bench:misnomer -- [--budget auto] [--write]; --write puts the table into docs/misnomer.md.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  albert,
  bert,
  deepNarrow,
  denseConvolutions,
  denseTwinOfExperts,
  depthwiseConvolutions,
  mixtureOfExperts,
  seeded,
  separableConvolutions,
  shallowWide,
} from '../examples/zoo/index.js';
import type { IndicatorId } from '../src/indicators.js';
import type { Comparison } from '../src/judge/judgement.js';
import { formatEstimate, formatQuantity, formatRatio } from '../src/quantity.js';
import { type ModelReport, parseReport } from '../src/report.js';
import { describeMachine } from './machine.js';
import { writeSection } from './write-section.js';

const { values: flags } = parseArgs({
  options: { budget: { type: 'string', default: 'auto' }, write: { type: 'boolean', default: false } },
});
const weights = seeded(1);

interface Case {
  readonly name: string;
  readonly base: () => Uint8Array;
  readonly head: () => Uint8Array;
  readonly flags?: readonly string[];
}

const TOKENS = ['--input', 'input_ids=range:0..29999', '--input', 'token_type_ids=range:0..1'];
const CASES: readonly Case[] = [
  {
    name: 'parameter sharing: BERT-base becomes ALBERT-base, 128 tokens',
    base: () => bert({ weights }),
    head: () => albert({ weights }),
    flags: TOKENS,
  },
  {
    name: 'sparsity: a dense layer becomes a mixture of 8 experts, 2 chosen, 64 tokens',
    base: () => denseTwinOfExperts({ weights, tokens: 64, width: 256, hidden: 1024 }),
    head: () => mixtureOfExperts({ weights, tokens: 64, width: 256, hidden: 1024 }),
  },
  {
    name: 'degree of parallelism: shallow and wide becomes deep and narrow',
    base: () => shallowWide({ weights, tokens: 64, width: 256 }),
    head: () => deepNarrow({ weights, tokens: 64, width: 256 }),
  },
  {
    name: 'kernels: dense 3x3 convolutions become depthwise-separable ones',
    base: () => denseConvolutions({ weights, layers: 8, image: 56 }),
    head: () => separableConvolutions({ weights, layers: 8, image: 56 }),
  },
  {
    name: 'kernels: dense 3x3 convolutions become depthwise ones alone',
    base: () => denseConvolutions({ weights, layers: 8, image: 56 }),
    head: () => depthwiseConvolutions({ weights, layers: 8, image: 56 }),
  },
];

const folder = await mkdtemp(path.join(tmpdir(), 'efficiency-gate-misnomer-'));
try {
  const rows: string[] = [];
  const sentences: string[] = [];
  for (const each of CASES) {
    const model = await compare(each);
    rows.push(`| ${rowOf(each.name, model).join(' | ')} |`);
    sentences.push(`- **${each.name}**: ${model.sentence}`);
    console.error(rows.at(-1));
  }
  const table = [
    '| case | parameters | MACs | median latency | achieved GMAC/s | relation |',
    '| :-- | --: | --: | --: | --: | :-- |',
    ...rows,
    '',
    'What the gate says of each:',
    '',
    ...sentences,
    '',
    `Measured on ${describeMachine()}, ONNX Runtime on CPU, one thread; weights of seed 1.`,
  ].join('\n');
  console.log(table);
  if (flags.write) await writeSection('docs/misnomer.md', 'bench:misnomer', table);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function compare({ base, head, flags: given = [] }: Case): Promise<ModelReport> {
  const [before, after] = [path.join(folder, 'base.onnx'), path.join(folder, 'head.onnx')];
  await writeFile(before, base());
  await writeFile(after, head());
  const out = path.join(folder, 'out');
  spawnSync(
    process.execPath,
    ['dist/cli.js', 'compare', before, after, '--budget', flags.budget, '--out', out, ...given],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const [model] = parseReport(await readFile(path.join(out, 'report.json'), 'utf8'), out).models;
  if (model === undefined) throw new Error('no model was compared');
  return model;
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
