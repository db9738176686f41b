/**
 * What somebody answers for: a label on the pull request, or a waiver in the repository. An acknowledged regression
 * stays a regression; only the gate's conclusion changes.
 */
import { z } from 'zod';
import { matchesAny } from '../config.js';
import { formatEffect, formatPercent, formatQuantity, nounOf } from '../quantity.js';
import type { Finding } from './findings.js';
import type { Comparison } from './judgement.js';

const coveredSchema = z.strictObject({ model: z.string(), indicator: z.string() });

/** Both parts hold where both are given. */
export const waiverBoundSchema = z.strictObject({
  /** How much worse than the base, as a part of the base's value. */
  relative: z.number().nonnegative().exactOptional(),
  /** The worst value that the head may have, in the indicator's unit. */
  value: z.number().nonnegative().exactOptional(),
});

/** A standing case: who accepts how much of what, why, and until when. */
export const waiverSchema = z.strictObject({
  /** As the configuration calls its tolerance. */
  indicator: z.string(),
  /** Glob of paths of models, or of names of benchmarks. */
  model: z.string(),
  bound: waiverBoundSchema,
  reason: z.string(),
  by: z.string(),
  /** The last day on which it counts, UTC. */
  expires: z.iso.date(),
});
export type Waiver = z.infer<typeof waiverSchema>;

/** A label that is on the pull request. It stands for everything that was found at one head. */
export const labelSchema = z.strictObject({
  label: z.string(),
  /** Login of whoever put it on; null when GitHub did not tell. */
  by: z.string().nullable(),
  at: z.iso.datetime().nullable(),
  /** The head that it was put on; null when it does not count. */
  head: z.string().nullable(),
  /** Why it does not count; null when it does. */
  fault: z.string().nullable(),
});
export type AcknowledgingLabel = z.infer<typeof labelSchema>;

export const acknowledgementSchema = z.discriminatedUnion('kind', [
  labelSchema.extend({ kind: z.literal('label'), covers: z.array(coveredSchema) }),
  waiverSchema.extend({
    kind: z.literal('waiver'),
    covers: z.array(coveredSchema),
    /** Why it does not count for what it names; null when it does, and when nothing it names got worse. */
    fault: z.string().nullable(),
  }),
]);
export type Acknowledgement = z.infer<typeof acknowledgementSchema>;

/** An acknowledgement before it is held against what was found. */
export type GivenAcknowledgement =
  (AcknowledgingLabel & { readonly kind: 'label' }) | (Waiver & { readonly kind: 'waiver' });

/**
 * @param given What a report holds does as well: what an earlier judgement added is found anew.
 * @param regressed Proven regressions of gated indicators.
 * @param on When the models were compared: what had expired by then does not count.
 */
export function judgeAcknowledgements(
  given: readonly GivenAcknowledgement[],
  regressed: readonly Finding[],
  on: Date,
): Acknowledgement[] {
  return given.map((one) =>
    one.kind === 'label'
      ? { ...pickLabel(one), covers: one.fault === null ? regressed.map(named) : [] }
      : judgeWaiver(one, regressed, on),
  );
}

/** Whether anybody answers for a regression. */
export function isAcknowledged(
  { model, comparison }: Finding,
  acknowledgements: readonly Acknowledgement[],
): boolean {
  return acknowledgements.some(({ covers }) =>
    covers.some((one) => one.model === model && one.indicator === comparison.indicator),
  );
}

/** The label that answers for all that was found, claims and what is not decided included; undefined for none. */
export function countingLabel(
  acknowledgements: readonly Acknowledgement[],
): Extract<Acknowledgement, { kind: 'label' }> | undefined {
  return acknowledgements.find((one) => one.kind === 'label' && one.fault === null) as
    Extract<Acknowledgement, { kind: 'label' }> | undefined;
}

const named = ({ model, comparison }: Finding): z.infer<typeof coveredSchema> => ({
  model,
  indicator: comparison.indicator,
});

const pickLabel = ({
  label,
  by,
  at,
  head,
  fault,
}: AcknowledgingLabel): AcknowledgingLabel & { kind: 'label' } => ({
  kind: 'label',
  label,
  by,
  at,
  head,
  fault,
});

function judgeWaiver(
  { indicator, model, bound, reason, by, expires }: Waiver,
  regressed: readonly Finding[],
  on: Date,
): Acknowledgement {
  const waiver = { kind: 'waiver', indicator, model, bound, reason, by, expires } as const;
  const meant = regressed.filter(
    (finding) =>
      finding.toleranceKey === indicator &&
      ([finding.model, finding.subject].includes(model) || matchesAny([model], finding.path)),
  );
  if (meant.length > 0 && on.toISOString().slice(0, 10) > expires)
    return { ...waiver, covers: [], fault: `it expired on ${expires}` };
  const excesses = meant.flatMap((finding) => excessOf(finding, bound));
  return {
    ...waiver,
    covers: meant.filter((finding) => excessOf(finding, bound).length === 0).map(named),
    fault: excesses.length === 0 ? null : `exceeded: ${excesses.join('; ')}`,
  };
}

/** How a regression goes beyond a bound, in words; nothing where it does not. */
function excessOf({ model, comparison }: Finding, { relative, value }: Waiver['bound']): string[] {
  const { indicator, effect, head, unit, better } = comparison;
  const { noun } = nounOf(indicator);
  const beyond: string[] = [];
  if (relative !== undefined && isBeyond(comparison, relative)) {
    const found = effect === null ? `${noun} without a ratio` : formatEffect(indicator, effect.ratio);
    beyond.push(`${found} in ${model}, beyond ${formatPercent(relative)}`);
  }
  if (
    value !== undefined &&
    (head.value === null || (better === 'lower' ? head.value > value : head.value < value))
  ) {
    const found = head.value === null ? 'unknown' : formatQuantity(head.value, unit);
    beyond.push(`${noun} ${found} in ${model}, beyond ${formatQuantity(value, unit)}`);
  }
  return beyond;
}

/** As the gate fails on what is proven alone, a bound is exceeded by what is proven to lie beyond it. */
function isBeyond({ effect, better, kind }: Comparison, relative: number): boolean {
  if (effect === null) return true;
  if (better === 'lower') return effect.low > 1 + relative;
  return (effect.high ?? Infinity) < (kind === 'measured' ? 1 / (1 + relative) : 1 - relative);
}
