/**
 * Normalisation, counted as its graph written out. For each value: mean, difference, square, mean of squares,
 * quotient, then scale and shift where there are some; for each group of values an epsilon and a root.
 */
import { all, dimension, elements, type Cost, type Execution, type OperatorRules } from './rule.js';
import { added, eachOf, QUANTISATION, SILU, together } from './work.js';
import { quantisedWeights, weights } from './weights.js';

/** Without a mean to subtract: square, mean of squares, quotient. */
const OF_ROOT_MEAN_SQUARE = 3;
const OF_VARIANCE = 5;

type Groups = (execution: Execution) => number;

/** @param affine Operands that scale and shift. */
const norm =
  (perValue: number, groups: Groups, affine: readonly number[]): Cost =>
  (execution) => {
    const learned = affine.filter((index) => execution.has(index)).length;
    return (perValue + learned) * elements(execution.output(0)) + 2 * groups(execution);
  };

/** All axes before the one from which values are normalised together. */
const before: Groups = (execution) => {
  const shape = execution.output(0);
  const axis = execution.integer('axis', -1);
  return elements(shape.slice(0, axis < 0 ? shape.length + axis : axis));
};
const rows: Groups = (execution) => elements(execution.output(0).slice(0, -1));
/** Each channel of each image. */
const channels: Groups = (execution) => elements(execution.output(0).slice(0, 2));
const lastChannels: Groups = (execution) =>
  dimension(execution.output(0), 0) * dimension(execution.output(0), -1);
/** As many values as there are scales. */
const ofScale: Groups = (execution) =>
  elements(execution.output(0)) / Math.max(1, elements(execution.input(1)));
const grouped =
  (attribute: string): Groups =>
  (execution) =>
    dimension(execution.output(0), 0) * execution.integer(attribute, 1);

/** Axes that are averaged over leave one group for each place on the others. */
const acrossAxes: Groups = (execution) => {
  const shape = execution.output(0);
  const axes = execution.integers('axes') ?? [0, 2, 3];
  return elements(shape) / elements(axes.map((axis) => dimension(shape, axis)));
};
/** Square, sum, quotient; a root for each group. */
const unitLength: Cost = (execution) => {
  const shape = execution.output(0);
  return 3 * elements(shape) + elements(shape) / dimension(shape, execution.integer('axis', -1));
};

/** SiLU of each value where `activation` is 1. */
const activation: Cost = (execution) =>
  execution.integer('activation', 0) === 0 ? 0 : SILU * elements(execution.output(0));
/** Embeddings of word, position and segment are summed; the mask is summed to a length. */
const embedded =
  (segment: number, mask: number): Cost =>
  (execution) =>
    (execution.has(segment) ? 2 : 1) * elements(execution.output(0)) +
    (execution.has(mask) ? elements(execution.input(mask)) : 0);

const layer = norm(OF_VARIANCE, before, [1, 2]);
const rootMeanSquare = norm(OF_ROOT_MEAN_SQUARE, before, [1]);
/** Running statistics fold into a scale and a shift. */
const folded = { elementwise: eachOf(0, 2), weights: weights(1, 2) };

export const NORMALISATION: OperatorRules = {
  ...all('BatchNormalization com.ms.internal.nhwc.BatchNormalization', folded),
  InstanceNormalization: { elementwise: norm(OF_VARIANCE, channels, [1, 2]), weights: weights(1, 2) },
  'com.ms.internal.nhwc.InstanceNormalization': {
    elementwise: norm(OF_VARIANCE, lastChannels, [1, 2]),
    weights: weights(1, 2),
  },
  LayerNormalization: { elementwise: layer, weights: weights(1, 2) },
  ...all('RMSNormalization SimplifiedLayerNormalization', {
    elementwise: rootMeanSquare,
    weights: weights(1, 2),
  }),
  GroupNormalization: {
    elementwise: norm(OF_VARIANCE, grouped('num_groups'), [1, 2]),
    weights: weights(1, 2),
  },
  LpNormalization: { elementwise: unitLength },
  MeanVarianceNormalization: { elementwise: norm(OF_VARIANCE, acrossAxes, []) },
  'com.microsoft.SkipLayerNormalization': {
    elementwise: together(added(1, 4), norm(OF_VARIANCE, rows, [2, 3])),
    weights: weights(2, 3, 4),
  },
  'com.microsoft.SkipSimplifiedLayerNormalization': {
    elementwise: together(added(1, 3), norm(OF_ROOT_MEAN_SQUARE, rows, [2])),
    weights: weights(2, 3),
  },
  'com.microsoft.GatedRMSNorm': {
    elementwise: together(norm(OF_ROOT_MEAN_SQUARE, ofScale, [1]), eachOf(2, SILU + 1)),
    weights: weights(1),
  },
  'com.microsoft.GroupNorm': {
    elementwise: together(norm(OF_VARIANCE, grouped('groups'), [1, 2]), activation),
    weights: weights(1, 2),
  },
  'com.microsoft.SkipGroupNorm': {
    elementwise: together(added(3, 4), norm(OF_VARIANCE, grouped('groups'), [1, 2]), activation),
    weights: weights(1, 2, 4),
  },
  'com.microsoft.EmbedLayerNormalization': {
    elementwise: together(embedded(4, 7), norm(OF_VARIANCE, rows, [5, 6])),
    weights: weights(2, 3, 4, 5, 6),
  },
  'com.microsoft.QEmbedLayerNormalization': {
    elementwise: together(embedded(4, 7), norm(OF_VARIANCE, rows, [5, 6])),
    weights: quantisedWeights(2, 3, 4, 5, 6),
  },
  'com.microsoft.QOrderedLayerNormalization': {
    elementwise: together(norm(OF_VARIANCE, before, [2, 3]), eachOf(0, QUANTISATION)),
    weights: weights(2, 3),
  },
};
