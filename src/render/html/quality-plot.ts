/** What quality costs: every model's step from base to head, for each declared metric against each cost. */
import * as Plot from '@observablehq/plot';
import { QUALITY_PREFIX } from '../../indicators.js';
import { subjectOf } from '../../judge/fleet/on-machine.js';
import type { Front, UnchangedModel } from '../../judge/pareto.js';
import { formatQuantity, nounOf } from '../../quantity.js';
import type { GateReport, ModelReport } from '../../report.js';
import { HALO, nameWithin, smallFigure, smallFigures } from './drawing.js';
import { markup, type Markup } from './markup.js';

interface Step {
  readonly name: string;
  /** Without its machine. */
  readonly subject: string;
  readonly machine: string | undefined;
  readonly cost: readonly [base: number, head: number];
  readonly quality: readonly [base: number, head: number];
}

interface Point {
  readonly cost: number;
  readonly quality: number;
}

/** Costs that quality is drawn against, where they are known. */
const COSTS = ['latency_p50', 'macs', 'parameters', 'peak_rss_bytes'] as const;
const FEWEST_MODELS = 2;

/** Nothing where fewer than two models declare a metric. */
export function qualityPlots({ models, unchanged = [], fronts = [] }: GateReport): Markup | null {
  const metrics = [
    ...new Set(models.flatMap(({ comparisons }) => comparisons.map(({ indicator }) => indicator))),
  ].filter((id) => id.startsWith(QUALITY_PREFIX));
  const figures = metrics.flatMap((metric, at) =>
    COSTS.flatMap((cost) => {
      const steps = [
        ...models.flatMap((model) => stepOf(model, cost, metric)),
        ...unchanged.flatMap((model) => standing(model, cost, metric)),
      ];
      return steps.length < FEWEST_MODELS
        ? []
        : [
            plot(steps, frontLinesOf(fronts, steps, cost, metric), {
              cost,
              metric,
              unit: unitOf(models, cost),
              id: `quality-${at}-${cost}`,
            }),
          ];
    }),
  );
  if (figures.length === 0) return null;
  return markup`${smallFigures(figures)}<p class="note">One line for each model that has both numbers, from base (○) to head (●); the steps are the front at the head: no model is as good in both and better in one. Quality is what the repository declares. Scales of cost are logarithmic.</p>`;
}

function valuesOf({ comparisons }: ModelReport, id: string): readonly [number, number] | null {
  const row = comparisons.find(({ indicator }) => indicator === id);
  return row?.base.value == null || row.head.value === null ? null : [row.base.value, row.head.value];
}

function stepOf(model: ModelReport, costId: string, metric: string): Step[] {
  const [cost, quality] = [valuesOf(model, costId), valuesOf(model, metric)];
  return cost === null || quality === null || Math.min(...cost) <= 0
    ? []
    : [{ name: model.name, subject: subjectOf(model), machine: model.machine, cost, quality }];
}

/** A model that did not change stays where it is, if what is declared of it does. */
function standing({ name, counts, quality }: UnchangedModel, cost: string, metric: string): Step[] {
  const value = counts[cost] ?? null;
  const { base = null, head = null } = quality[metric.slice(QUALITY_PREFIX.length)] ?? {};
  return value === null || value <= 0 || base === null || head === null
    ? []
    : [{ name, subject: name, machine: undefined, cost: [value, value], quality: [base, head] }];
}

/** The points of each front at the head, cheapest first. */
function frontLinesOf(
  fronts: readonly Front[],
  steps: readonly Step[],
  cost: string,
  metric: string,
): Point[][] {
  return fronts
    .filter((front) => front.indicator === cost && `${QUALITY_PREFIX}${front.metric}` === metric)
    .map(({ head, machine }) =>
      head.flatMap((name): Point[] => {
        const step = steps.find(
          (one) => one.subject === name && (machine === undefined || one.machine === machine),
        );
        return step === undefined ? [] : [{ cost: step.cost[1], quality: step.quality[1] }];
      }),
    );
}

const unitOf = (models: readonly ModelReport[], id: string): string =>
  models.flatMap(({ comparisons }) => comparisons).find(({ indicator }) => indicator === id)?.unit ?? '';

interface Subject {
  readonly cost: string;
  readonly metric: string;
  readonly unit: string;
  readonly id: string;
}

function plot(
  steps: readonly Step[],
  fronts: readonly Point[][],
  { cost, metric, unit, id }: Subject,
): Markup {
  const noun = nounOf(cost).noun;
  const quality = nounOf(metric).noun;
  const text = (value: number): string => formatQuantity(value, unit, 3);
  return smallFigure(
    {
      id,
      title: `${quality} against ${noun}`,
      description: steps
        .map(
          ({ name, cost: [from, to], quality: [before, after] }) =>
            `${name}: ${text(from)} and ${before}, then ${text(to)} and ${after}`,
        )
        .join('; '),
      caption: null,
    },
    {
      height: 250,
      marginLeft: 44,
      marginRight: 24,
      marginTop: 24,
      marginBottom: 40,
      x: { type: 'log', axis: null, inset: 36 },
      y: { label: nameWithin(quality, 30), labelArrow: 'none', grid: true, ticks: 5, inset: 14 },
      marks: [
        // Drawn as text: an axis leaves labels out of a logarithmic scale as it sees fit.
        Plot.text(endsOf(steps), { x: (cost: number) => cost, text, frameAnchor: 'bottom', dy: 16 }),
        Plot.text([noun], { frameAnchor: 'bottom', dy: 34 }),
        ...fronts.map((points) =>
          Plot.line(points, {
            x: ({ cost: at }: Point) => at,
            y: ({ quality: at }: Point) => at,
            curve: 'step-after',
            stroke: 'var(--head)',
            strokeOpacity: 0.45,
            strokeWidth: 1.5,
          }),
        ),
        Plot.arrow(steps, {
          x1: ({ cost: [from] }: Step) => from,
          x2: ({ cost: [, to] }: Step) => to,
          y1: ({ quality: [from] }: Step) => from,
          y2: ({ quality: [, to] }: Step) => to,
          stroke: 'var(--faint)',
          headLength: 0,
        }),
        Plot.dot(steps, {
          x: ({ cost: [from] }: Step) => from,
          y: ({ quality: [from] }: Step) => from,
          r: 3.5,
          stroke: 'var(--base)',
          strokeWidth: 2,
        }),
        Plot.dot(steps, {
          x: ({ cost: [, to] }: Step) => to,
          y: ({ quality: [, to] }: Step) => to,
          r: 4,
          fill: 'var(--head)',
        }),
        ...(steps.length > MOST_NAMED
          ? []
          : [
              Plot.text(steps, {
                x: ({ cost: [, to] }: Step) => to,
                y: ({ quality: [, to] }: Step) => to,
                text: ({ name }: Step) => nameWithin(name.split('/').at(-1) ?? name, 22),
                dy: -12,
                ...HALO,
                fontSize: 11,
              }),
            ]),
      ],
    },
  );
}

/** Names beside more points would lie on each other; the description and the tables have them. */
const MOST_NAMED = 8;

/** The least and the greatest cost: a logarithmic scale of a small factor has no round numbers. */
function endsOf(steps: readonly Step[]): number[] {
  const costs = steps.flatMap(({ cost }) => cost);
  return [Math.min(...costs), Math.max(...costs)];
}
