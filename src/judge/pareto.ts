/**
 * The Pareto front of cost against quality: the models to which no other is preferable in both, before and after a
 * change. It describes what there is to choose from; which of them to choose is nobody's to say but the user's.
 */
import { z } from 'zod';
import type { Declaration } from '../declared/declaration.js';
import { COUNTED, type Indicator, MEASURED, QUALITY_PREFIX } from '../indicators.js';
import type { StaticProfile } from '../onnx/profile.js';
import { subjectOf } from './fleet/on-machine.js';
import type { Comparison } from './judgement.js';

/** A front of more is nobody's choice, and counting them all would keep a change waiting. */
export const MOST_UNCHANGED = 100;
const MOST_METRICS = 50;

const sidesSchema = z.strictObject({ base: z.number().nullable(), head: z.number().nullable() });

/** A model that the change leaves as it is, with what is counted and declared of it: part of what there is to choose from. */
export const unchangedModelSchema = z.strictObject({
  name: z.string(),
  scenario: z.string().nullable(),
  /** By indicator; null where it is not known. */
  counts: z.record(z.string(), z.number().nullable()),
  /** By metric. Its bytes stay, but what is declared of it may change. */
  quality: z
    .record(
      z.string(),
      z.strictObject({ ...sidesSchema.shape, better: z.enum(['higher', 'lower']), unit: z.string() }),
    )
    .refine(
      (metrics) => Object.keys(metrics).length <= MOST_METRICS,
      `expected at most ${MOST_METRICS} metrics`,
    ),
});
export type UnchangedModel = z.infer<typeof unchangedModelSchema>;

export const frontSchema = z.strictObject({
  /** Name of the declared metric. */
  metric: z.string(),
  /** Id of the cost indicator. */
  indicator: z.string(),
  scenario: z.string().nullable(),
  /** Set where several machines measured. */
  machine: z.string().exactOptional(),
  /** Models with both numbers on either side. */
  models: z.int().positive(),
  /** Names on the front, cheapest first. */
  base: z.array(z.string()),
  head: z.array(z.string()),
  /** On the head's front, and beyond what the base had to offer: no model of the base was as good in both. */
  gained: z.array(z.string()),
  /** On the base's front, and no longer offered: no model of the head is as good in both. */
  lost: z.array(z.string()),
});
export type Front = z.infer<typeof frontSchema>;

/** What is asked of a model; a model report fits. */
export interface FrontModel {
  readonly name: string;
  readonly scenario: string | null;
  readonly machine?: string;
  readonly base: { readonly profile: StaticProfile | null } | null;
  readonly head: { readonly profile: StaticProfile | null } | null;
  readonly declared?: { readonly base: Declaration | null; readonly head: Declaration | null };
  readonly comparisons: readonly Comparison[];
}

/** Costs are so oriented that less is better, quality that more is. */
interface Point {
  readonly name: string;
  readonly cost: number;
  readonly quality: number;
}

interface Candidate {
  readonly name: string;
  readonly scenario: string | null;
  readonly machine: string | undefined;
  cost(indicator: Indicator, side: Side): number | null;
  quality(metric: string, side: Side): { readonly value: number; readonly better: 'higher' | 'lower' } | null;
}

type Side = 'base' | 'head';
const FEWEST_MODELS = 2;
/** Fronts of what describes a model and is neither better nor worse say nothing. */
const COUNTED_COSTS = COUNTED.filter(({ descriptive }) => descriptive !== true);

/**
 * The front of every declared metric against every cost, where at least two models of one scenario (and machine) have
 * both numbers. What no test tells apart, base and head of a model, counts as the same: noise moves no front. Measured
 * values of different models are compared as they are: no test was made between them.
 */
export function frontsOf(models: readonly FrontModel[], unchanged: readonly UnchangedModel[] = []): Front[] {
  const metrics = new Set([
    ...models.flatMap(({ declared }) =>
      [declared?.base, declared?.head].flatMap((said) => Object.keys(said?.quality ?? {})),
    ),
    ...unchanged.flatMap(({ quality }) => Object.keys(quality)),
  ]);
  return groupsOf(models.map(candidateOf), unchanged.map(unchangedCandidate)).flatMap((group) =>
    [...metrics].flatMap((metric) => group.costs.flatMap((indicator) => frontOf(group, metric, indicator))),
  );
}

interface Group {
  readonly scenario: string | null;
  /** Undefined where costs do not depend on it. */
  readonly machine: string | undefined;
  readonly candidates: readonly Candidate[];
  readonly costs: readonly Indicator[];
}

/**
 * Models under different conditions are no choice between each other. What is counted is the same on all machines; what
 * is measured is not, and models that did not change are not measured.
 */
function groupsOf(models: readonly Candidate[], unchanged: readonly Candidate[]): Group[] {
  const scenarios = new Set([...models, ...unchanged].map(({ scenario }) => scenario));
  return [...scenarios].flatMap((scenario): Group[] => {
    const own = models.filter((one) => one.scenario === scenario);
    const machines = [...new Set(own.map(({ machine }) => machine))];
    const [first] = machines;
    const onFirst = own.filter(({ machine }) => machine === first);
    const others = unchanged.filter((one) => one.scenario === scenario);
    return [
      { scenario, machine: undefined, candidates: [...onFirst, ...others], costs: COUNTED_COSTS },
      ...machines.map((machine) => ({
        scenario,
        machine,
        candidates: own.filter((one) => one.machine === machine),
        costs: MEASURED,
      })),
    ];
  });
}

function frontOf({ scenario, machine, candidates }: Group, metric: string, indicator: Indicator): Front[] {
  const [base = [], head = []] = (['base', 'head'] as const).map((side) =>
    pointsOf(candidates, metric, indicator, side),
  );
  const names = new Set([...base, ...head].map(({ name }) => name));
  if (names.size < FEWEST_MODELS) return [];
  const [before, after] = [preferable(base), preferable(head)];
  return [
    {
      metric,
      indicator: indicator.id,
      scenario,
      ...(machine === undefined ? {} : { machine }),
      models: names.size,
      base: before.map(({ name }) => name),
      head: after.map(({ name }) => name),
      gained: after.filter((point) => !base.some((other) => isAsGood(other, point))).map(({ name }) => name),
      lost: before.filter((point) => !head.some((other) => isAsGood(other, point))).map(({ name }) => name),
    },
  ];
}

function pointsOf(group: readonly Candidate[], metric: string, indicator: Indicator, side: Side): Point[] {
  return group.flatMap((candidate) => {
    const cost = candidate.cost(indicator, side);
    const quality = candidate.quality(metric, side);
    if (cost === null || quality === null) return [];
    return [
      {
        name: candidate.name,
        cost: indicator.better === 'lower' ? cost : -cost,
        quality: quality.better === 'higher' ? quality.value : -quality.value,
      },
    ];
  });
}

const isAsGood = (one: Point, than: Point): boolean => one.cost <= than.cost && one.quality >= than.quality;

/** The points to which no other is preferable, cheapest first. Of equal ones all. */
function preferable(points: readonly Point[]): Point[] {
  return points
    .filter((point) => !points.some((other) => isAsGood(other, point) && !isAsGood(point, other)))
    .sort((one, other) => one.cost - other.cost || (one.name < other.name ? -1 : 1));
}

function candidateOf({ name, scenario, machine, declared, comparisons, ...sides }: FrontModel): Candidate {
  return {
    name: subjectOf({ name, ...(machine === undefined ? {} : { machine }) }),
    scenario,
    machine,
    cost: ({ id, kind }, side) =>
      kind === 'counted'
        ? (countIn(sides[side]?.profile ?? null, id) ?? null)
        : provenValue(comparisons, id, side),
    quality: (metric, side) => {
      const said = declared?.[side]?.quality[metric];
      if (said === undefined) return null;
      const value = provenValue(comparisons, `${QUALITY_PREFIX}${metric}`, side) ?? said.value;
      return { value, better: said.better };
    },
  };
}

/** The head's value where it is proven to be another than the base's. */
function provenValue(comparisons: readonly Comparison[], id: string, side: Side): number | null {
  const row = comparisons.find(({ indicator }) => indicator === id);
  if (row === undefined) return null;
  const differs = row.verdict === 'improved' || row.verdict === 'regressed' || row.base.value === null;
  return (differs ? row[side] : row.base).value;
}

function countIn(profile: StaticProfile | null, id: string): number | null | undefined {
  const counts: Readonly<Record<string, { readonly value: number | null }>> = profile?.counts ?? {};
  return counts[id]?.value;
}

function unchangedCandidate({ name, scenario, counts, quality }: UnchangedModel): Candidate {
  return {
    name,
    scenario,
    machine: undefined,
    cost: ({ id }) => counts[id] ?? null,
    quality: (metric, side) => {
      const said = quality[metric];
      const value = said?.[side] ?? null;
      return said === undefined || value === null ? null : { value, better: said.better };
    },
  };
}

/** What is kept of a model that the change leaves as it is. */
export function unchangedModel(
  { name, scenario }: Pick<UnchangedModel, 'name' | 'scenario'>,
  profile: StaticProfile,
  { base, head }: { readonly base: Declaration | null; readonly head: Declaration | null },
): UnchangedModel {
  const metrics = [...new Set([...Object.keys(base?.quality ?? {}), ...Object.keys(head?.quality ?? {})])];
  return {
    name,
    scenario,
    counts: Object.fromEntries(COUNTED.map(({ id }) => [id, countIn(profile, id) ?? null])),
    quality: Object.fromEntries(
      metrics.map((metric) => {
        const [before, after] = [base?.quality[metric], head?.quality[metric]];
        const { better, unit } = after ?? before ?? { better: 'higher' as const, unit: '' };
        return [metric, { base: before?.value ?? null, head: after?.value ?? null, better, unit }];
      }),
    ),
  };
}
