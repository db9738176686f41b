/** The step outputs: the conclusion, where the files are, and one for each key figure. */
import { COUNTED, type Indicator, MEASURED, METERED, ON_DEVICE } from '../indicators.js';
import type { GateReport, ModelReport } from '../report.js';
import type { WrittenFiles } from './files.js';

type Relation = NonNullable<ModelReport['relation']>;

/** From the least favourable to the most: the relation of a run is the least favourable of its models'. */
const LEAST_FAVOURABLE_FIRST: readonly Relation[] = [
  'dominated',
  'trade-off',
  'inconclusive',
  'equivalent',
  'dominates',
];

/** `latency_p50` is given as `latency-p50-ratio`. */
export const ratioOutput = ({ id }: Indicator): string => `${id.replaceAll('_', '-')}-ratio`;

/** What is derived or declared is in the report. */
const WITH_RATIO = [...COUNTED, ...MEASURED, ...ON_DEVICE, ...METERED];

/** Of mode: plan alone. */
export const PLAN_OUTPUTS = ['matrix', 'plan-path'] as const;

/** Every output that a run can set, in the order of action.yml. */
export const OUTPUT_NAMES: readonly string[] = [
  'conclusion',
  'report-path',
  'html-path',
  'comment-path',
  'badge-path',
  'badge-endpoint-path',
  'comment-url',
  'relation',
  'regressed',
  'improved',
  ...WITH_RATIO.map(ratioOutput),
  ...PLAN_OUTPUTS,
];

/** Where the files are, absolute. */
export function fileOutputs(files: WrittenFiles): Record<string, string> {
  return {
    'report-path': files.report,
    'html-path': files.html,
    'comment-path': files.comment,
    'badge-path': files.badge,
    'badge-endpoint-path': files.badgeEndpoint,
  };
}

/**
 * `relation` is `none` when no model was compared; `regressed` and `improved` are indicator ids with commas;
 * a ratio is head over base of the changed model that fares worst, or `not-measured`.
 */
export function figureOutputs(report: GateReport): Record<string, string> {
  // A model of the same bytes, such as one that was renamed, hides nothing of those that changed.
  const changed = report.models.filter(({ status }) => status !== 'identical');
  const models = changed.some(({ relation }) => relation !== null) ? changed : report.models;
  const relations = new Set((changedOverFleet(report) ?? models).map(({ relation }) => relation));
  const comparisons = models.flatMap((model) => model.comparisons);
  const withVerdict = (verdict: string): string =>
    [...new Set(comparisons.filter((one) => one.verdict === verdict).map((one) => one.indicator))].join(',');
  const ratios = WITH_RATIO.map((indicator): [string, string] => {
    const known = comparisons.flatMap(({ indicator: id, effect }) =>
      id === indicator.id && effect !== null ? [effect.ratio] : [],
    );
    const worst = indicator.better === 'lower' ? Math.max(...known) : Math.min(...known);
    return [ratioOutput(indicator), known.length === 0 ? 'not-measured' : shortNumber(worst)];
  });
  return {
    conclusion: report.gate.conclusion,
    relation: LEAST_FAVOURABLE_FIRST.find((relation) => relations.has(relation)) ?? 'none',
    regressed: withVerdict('regressed'),
    improved: withVerdict('improved'),
    ...(Object.fromEntries(ratios) as Record<string, string>),
  };
}

/** Of many machines, what they say together. */
function changedOverFleet({ fleet }: GateReport): GateReport['fleet'] {
  const changed = fleet?.filter(({ machines }) => machines.some(({ status }) => status !== 'identical'));
  return changed?.some(({ relation }) => relation !== null) === true ? changed : fleet;
}

const SIGNIFICANT_DIGITS = 6;
const shortNumber = (value: number): string => String(Number(value.toPrecision(SIGNIFICANT_DIGITS)));
