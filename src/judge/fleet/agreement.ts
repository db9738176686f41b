/** What the machines of a fleet say of each indicator: whether they agree, and in which words. */
import { formatEstimate, formatQuantity, formatRatio, nounOf } from '../../quantity.js';
import type { Comparison, Verdict } from '../judgement.js';
import { enumerate } from '../sentence.js';
import type { Agreement } from './fleet.js';
import { everyOne } from './on-machine.js';

interface Machine {
  readonly machine: string;
  /** Null where no report has the model. */
  readonly model: { readonly comparisons: readonly Comparison[] } | null;
}

interface Finding {
  readonly machine: string;
  readonly comparison: Comparison | undefined;
}

/** For every indicator that is judged on any machine, over those that compared the model, in the order of the tables. */
export function agreementsOf(all: readonly Machine[]): Agreement[] {
  const machines = all.filter(({ model }) => (model?.comparisons.length ?? 0) > 0);
  const rows = machines.flatMap(({ model }) => model?.comparisons ?? []);
  const judged = new Set(rows.filter(({ verdict }) => verdict !== null).map(({ indicator }) => indicator));
  return [...judged].map((indicator) => {
    const findings = machines.map(({ machine, model }) => ({
      machine,
      comparison: model?.comparisons.find((one) => one.indicator === indicator),
    }));
    const agreement = agreementOf(findings);
    return { indicator, agreement, sentence: sentenceOf(indicator, agreement, findings) };
  });
}

function agreementOf(findings: readonly Finding[]): Agreement['agreement'] {
  if (isOneFigure(findings)) return 'same';
  const verdicts = new Set(findings.map(verdictOf));
  if (verdicts.has('improved') && verdicts.has('regressed')) return 'contradict';
  if (verdicts.size > 1) return 'part';
  return verdicts.has('inconclusive') ? 'open' : 'agree';
}

const verdictOf = ({ comparison }: Finding): Verdict => comparison?.verdict ?? 'inconclusive';

/** What is no measurement, and is the same wherever it is known. */
function isOneFigure(findings: readonly Finding[]): boolean {
  const known = findings.flatMap(({ comparison }) => comparison ?? []);
  const figures = new Set(
    known.map(({ base, head, verdict }) => JSON.stringify([base.value, head.value, verdict])),
  );
  return figures.size === 1 && known.every(({ kind, rounds }) => kind !== 'measured' && rounds === null);
}

/** As many machines are named in one sentence; the table and the report have the others. */
const NAMED = 6;

const WORDS: readonly (readonly [Verdict, string])[] = [
  ['improved', 'better'],
  ['regressed', 'worse'],
  ['equivalent', 'no difference'],
  ['inconclusive', 'not decided'],
];

/** `median latency: 0.71 [0.69, 0.73] on cpu, 1.32 [1.30, 1.34] on gpu: better on cpu, worse on gpu.` */
function sentenceOf(
  indicator: string,
  agreement: Agreement['agreement'],
  findings: readonly Finding[],
): string {
  const { noun } = nounOf(indicator);
  const [first] = findings.flatMap(({ comparison }) => comparison ?? []);
  if (agreement === 'same')
    return `${noun}: ${first === undefined ? 'not known' : ratioOf(first)} on every machine.`;
  const figures = listed(findings.map((one) => `${ratioOf(one.comparison)} on ${one.machine}`));
  const said = WORDS.flatMap(([verdict, word]) => {
    const on = findings.filter((one) => verdictOf(one) === verdict).map(({ machine }) => machine);
    if (on.length === 0) return [];
    return [
      `${word} on ${on.length === findings.length && on.length > 1 ? everyOne(on.length) : enumerate(shortened(on))}`,
    ];
  });
  return `${noun}: ${figures}: ${said.join(', ')}.`;
}

/** Head over base: an interval where there is one. */
function ratioOf(comparison: Comparison | undefined): string {
  if (comparison === undefined) return 'not measured';
  const { effect, head, kind } = comparison;
  if (effect === null) return head.value === null ? 'not known' : 'no ratio';
  return effect.low === effect.high && kind !== 'measured'
    ? formatRatio(effect.ratio)
    : formatEstimate(effect.ratio, effect.low, effect.high);
}

const listed = (items: readonly string[]): string => shortened(items).join(', ');

function shortened(items: readonly string[]): readonly string[] {
  if (items.length <= NAMED) return items;
  return [...items.slice(0, NAMED), `${items.length - NAMED} more`];
}

/**
 * A counted figure does not depend on the machine: where two machines count differently, one of them had other bytes,
 * other shapes or another version.
 */
export function countedDifferently(
  machines: readonly { readonly machine: string; readonly comparisons: readonly Comparison[] }[],
): string[] {
  const known = machines.flatMap(({ machine, comparisons }) =>
    comparisons.filter(({ kind }) => kind === 'counted').map((comparison) => ({ machine, comparison })),
  );
  const indicators = new Set(known.map(({ comparison }) => comparison.indicator));
  return [...indicators].flatMap((indicator) => {
    const rows = known.filter(({ comparison }) => comparison.indicator === indicator);
    const [first] = rows;
    const other = rows.find(({ comparison }) => figuresOf(comparison) !== figuresOf(first?.comparison));
    if (first === undefined || other === undefined) return [];
    return [
      `${first.machine} and ${other.machine} count ${nounOf(indicator).noun} differently: ${figuresOf(first.comparison)}, and ${figuresOf(other.comparison)}. They had other bytes, other shapes or another version of efficiency-gate.`,
    ];
  });
}

function figuresOf(comparison: Comparison | undefined): string {
  if (comparison === undefined) return 'unknown';
  const { base, head, unit } = comparison;
  const [before, after] = [base.value, head.value].map((value) =>
    value === null ? 'unknown' : formatQuantity(value, unit, 17),
  );
  return `${before} in the base and ${after} in the head`;
}
