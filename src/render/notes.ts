/** What a reader must know to read the numbers rightly: where they came from, how far they can be trusted. Raw text. */
import type { Comparison, Provenance } from '../judge/judgement.js';
import { formatEstimate, formatPercent, formatTolerance, nounOf } from '../quantity.js';
import type { ModelReport, Policy } from '../report.js';
import { plural } from './plural.js';

/** Where a comparison's numbers came from: the head's, unless only the base has one. */
export function provenanceOf({ base, head }: Comparison): Provenance {
  return head.provenance === 'not-measured' ? base.provenance : head.provenance;
}

/** What is said of each provenance that a table holds. */
export type ProvenanceNotes = ReadonlyMap<Provenance, string>;

/** The provenances among the comparisons, in words, in the order in which they first appear. */
export function provenanceNotes({ comparisons, measurement }: ModelReport): ProvenanceNotes {
  const rounds = measurement === null ? 'rounds' : plural(measurement.rounds.length, 'round');
  const words: Readonly<Record<Provenance, string>> = {
    counted: 'counted from the graph and the file, exact',
    measured: `measured in ${rounds} of fresh processes, side by side; interval in brackets`,
    derived: 'derived from other numbers of this report',
    estimated: 'estimated by a model of cost, not measured',
    declared: 'declared by the author, not checked',
    'not-measured': 'not measured, for the reason given',
  };
  return new Map(
    comparisons.map((comparison) => [provenanceOf(comparison), words[provenanceOf(comparison)]]),
  );
}

/** What the base measured against its own copy says of this machine. */
export function controlNote({ comparisons }: ModelReport): string {
  const controls = comparisons.flatMap(({ indicator, control }) =>
    control?.effect == null ? [] : [{ indicator, differs: control.differs, effect: control.effect }],
  );
  if (controls.length === 0) return 'The base was not measured against its own copy.';
  const differing = controls.filter(({ differs }) => differs);
  const found = (differing.length > 0 ? differing : [farthest(controls)])
    .map(
      ({ indicator, effect: { ratio, low, high } }) =>
        `${nounOf(indicator).noun} ${formatEstimate(ratio, low, high)}`,
    )
    .join(', ');
  return differing.length > 0
    ? `The base differs from its own copy in ${found}: no difference of the head is claimed there.`
    : `The base against its own copy: no difference found in ${plural(controls.length, 'indicator')}; the farthest is ${found}.`;
}

function farthest<Control extends { readonly effect: { readonly ratio: number } }>(
  controls: readonly Control[],
): Control {
  const distance = ({ effect }: Control): number => Math.abs(Math.log(effect.ratio));
  return controls.reduce((one, other) => (distance(other) > distance(one) ? other : one));
}

const DESCRIBED = 'described, not judged:';

/** Which differences do not matter, indicators of one tolerance together: `1 % for parameters, bytes; 5 % for load time`. */
export function toleranceNote(comparisons: readonly Comparison[]): string {
  const nouns = new Map<string, string[]>();
  for (const { indicator, tolerance, unit, kind, verdict } of comparisons) {
    if (kind === 'derived') continue;
    const words = verdict === null ? DESCRIBED : `${formatTolerance(tolerance, unit)} for`;
    nouns.set(words, [...(nouns.get(words) ?? []), nounOf(indicator).noun]);
  }
  return [...nouns].map(([words, names]) => `${words} ${names.join(', ')}`).join('; ');
}

/** The method, in two sentences. */
export function methodNote({ alpha, decisions }: Policy): string {
  return (
    'Every round starts fresh processes for the base, the head and a copy of the base (the control) on the same ' +
    'machine, in random order, and only rounds count as independent evidence. Each measured ratio is tested against ' +
    'its tolerance, never against zero, by a test that may be looked at after every round; all ' +
    `${plural(decisions, 'timing decision')} together are wrong with a probability of at most ${formatPercent(alpha)}.`
  );
}

/** `2026-03-01 09:30 UTC`. */
export function formatDate(iso: string): string {
  return `${new Date(iso).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** What went wrong with a model and what to do about it; a sentence that stands alone has told the first already. */
export function problemNote({ problem, comparisons, measurement }: ModelReport): string | null {
  if (problem === null) return null;
  const next = `Next: ${problem.next}`;
  if (comparisons.length === 0) return next;
  return `${measurement === null ? 'Not measured' : 'Not measured to the end'}: ${problem.message} ${next}`;
}
