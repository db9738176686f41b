/**
 * Operators whose cost the graph does not tell: the data decide, or it is hidden in a compiled part. They are named
 * as uncosted; those that never contract have zero MACs all the same.
 */
import { all, type OperatorRules } from './rule.js';
import { weights } from './weights.js';

export const UNDECIDED: OperatorRules = {
  // How many boxes, values or regions there are, and how large. No sums of products.
  ...all(
    `NonMaxSuppression RoiAlign MaxRoiPool Unique ImageDecoder com.microsoft.Unique EfficientNMS_TRT
     MultilevelCropAndResize_TRT PyramidROIAlign_TRT`,
    { elementwise: 'unstated' },
  ),
  // Searches: what their decoders compute is counted there, as often as they ran.
  ...all(
    `com.microsoft.BeamSearch com.microsoft.GreedySearch com.microsoft.Sampling com.microsoft.WhisperBeamSearch
     com.microsoft.BifurcationDetector com.microsoft.NGramRepeatBlock com.microsoft.NGramHashMapping`,
    { elementwise: 'unstated' },
  ),
  // Which pairs of positions meet: global tokens, blocks of a mask, pages of a cache, flags.
  ...all('com.microsoft.LongformerAttention', {
    macs: 'unstated',
    elementwise: 'unstated',
    weights: weights(1, 2, 4, 5),
  }),
  ...all('com.microsoft.QOrderedLongformerAttention', {
    macs: 'unstated',
    elementwise: 'unstated',
    weights: { operands: [2, 4, 8, 10], single: true, quantised: true },
  }),
  ...all('com.microsoft.DecoderAttention', {
    macs: 'unstated',
    elementwise: 'unstated',
    weights: weights(2, 3, 4),
  }),
  ...all('com.microsoft.SparseAttention com.microsoft.PagedAttention', {
    macs: 'unstated',
    elementwise: 'unstated',
  }),
  // How many values of the sparse matrix are there.
  'com.microsoft.SparseToDenseMatMul': { macs: 'unstated', elementwise: 'unstated', weights: weights(0, 1) },
  // Compiled for one device, nothing of it in the graph.
  ...all('com.microsoft.EPContext com.microsoft.Snpe', { macs: 'unstated', elementwise: 'unstated' }),
};
