/**
 * Operators that compute nothing: they move, select, rename or describe data, or decide what runs. Their cost is a
 * stated zero, in MACs and in FLOPs. Text is no arithmetic.
 */
import { all, elements, type OperatorRules } from './rule.js';
import { QUANTISATION, each } from './work.js';
import { packedWeights, table } from './weights.js';

export const MOVEMENT: OperatorRules = {
  // The output is the input: nothing is written.
  ...all(
    `Dropout Flatten Identity Reshape Squeeze Unsqueeze com.microsoft.BitmaskDropout com.microsoft.ExpandDims
     com.microsoft.SampleOp`,
    { passes: [0], view: true },
  ),
  // What a branch or body writes is counted there.
  ...all('If Loop Scan SequenceMap', { view: true }),
  Gather: { passes: [0], weights: table(0) },
  'com.microsoft.TorchEmbedding': { passes: [0], weights: table(0) },
  // Looked up, then dequantised; blocks of packed values have one scale each.
  'com.microsoft.GatherBlockQuantized': {
    elementwise: each(QUANTISATION),
    weights: packedWeights(
      (execution) => elements(execution.input(2)) * execution.integer('block_size', 128),
      0,
    ),
  },
  ...all(
    `BitCast Cast CastLike DepthToSpace Expand GatherElements GatherND Slice SpaceToDepth Split Tile Transpose Trilu
     MemcpyFromHost MemcpyToHost com.microsoft.GatherND com.microsoft.Trilu com.microsoft.nchwc.ReorderInput
     com.microsoft.nchwc.ReorderOutput com.ms.internal.nhwc.DepthToSpace com.ms.internal.nhwc.SpaceToDepth`,
    { passes: [0] },
  ),
  Concat: { passes: 'all' },
  ...all(
    `CenterCropPad Compress Constant ConstantOfShape Crop DynamicSlice EyeLike GivenTensorFill MaxUnpool NonZero OneHot
     Pad Range ReverseSequence Scatter ScatterElements ScatterND Shape Size TensorScatter
     Optional OptionalGetElement OptionalHasElement ConcatFromSequence SequenceAt SequenceConstruct SequenceEmpty
     SequenceErase SequenceInsert SequenceLength SplitToSequence
     RegexFullMatch StringConcat StringNormalizer StringSplit com.microsoft.Tokenizer
     com.microsoft.Pad com.microsoft.Range com.microsoft.RemovePadding com.microsoft.RestorePadding
     com.microsoft.UnfoldTensor com.ms.internal.nhwc.MaxUnpool`,
    {},
  ),
};
