/**
 * Operators that compute nothing: they move, select, rename or describe data, or decide what runs. Their cost is a
 * stated zero, in MACs and in FLOPs.
 */
import { all, type OperatorRules } from './rule.js';

export const MOVEMENT: OperatorRules = {
  // The output is the input: nothing is written.
  ...all('Dropout Flatten Identity Reshape Squeeze Unsqueeze', { passes: [0], view: true }),
  // What a branch or body writes is counted there.
  ...all('If Loop Scan SequenceMap', { view: true }),
  // A table that is looked up is a weight: the embeddings of a language model.
  ...all('Gather', { passes: [0], weights: { operands: [0], single: false, quantised: false } }),
  ...all(
    'Cast CastLike DepthToSpace Expand GatherElements GatherND Slice SpaceToDepth Split Tile Transpose Trilu',
    {
      passes: [0],
    },
  ),
  ...all('Concat', { passes: 'all' }),
  ...all(
    `CenterCropPad Compress Constant ConstantOfShape EyeLike NonZero OneHot Pad
     Range ReverseSequence Scatter ScatterElements ScatterND Shape Size TensorScatter com.microsoft.QLinearConcat
     Optional OptionalGetElement OptionalHasElement ConcatFromSequence SequenceAt SequenceConstruct SequenceEmpty
     SequenceErase SequenceInsert SequenceLength SplitToSequence`,
    {},
  ),
};
