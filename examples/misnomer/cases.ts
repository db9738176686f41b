/**
 * The four ways in which cost indicators part ways, after "The Efficiency Misnomer" (Dehghani et al., ICLR 2022), each
 * as the pull request of a proud author: two models of the zoo, and what the author claims of the head.
 */
import {
  albert,
  bert,
  deepNarrow,
  denseConvolutions,
  denseTwinOfExperts,
  depthwiseConvolutions,
  mixtureOfExperts,
  separableConvolutions,
  shallowWide,
  type WeightSource,
} from '../zoo/index.js';

export interface MisnomerCase {
  /** Short, for file names. */
  readonly id: string;
  readonly name: string;
  /** Of the pull request, as its author would write it. */
  readonly title: string;
  readonly body: string;
  readonly base: (weights: WeightSource) => Uint8Array;
  readonly head: (weights: WeightSource) => Uint8Array;
  /** Flags of `efficiency-gate compare` that the models need. */
  readonly flags: readonly string[];
}

const TOKENS = ['--input', 'input_ids=range:0..29999', '--input', 'token_type_ids=range:0..1'];
const EXPERTS = { tokens: 64, width: 256, hidden: 1024 };
const CONVOLUTIONS = { layers: 8, image: 56 };

export const MISNOMER_CASES: readonly MisnomerCase[] = [
  {
    id: 'albert',
    name: 'parameter sharing: BERT-base becomes ALBERT-base, 128 tokens',
    title: 'Share layers (ALBERT): 9x fewer parameters, more efficient',
    body: 'All twelve layers use the same weights. The model is 9x smaller and inference is faster.',
    base: (weights) => bert({ weights }),
    head: (weights) => albert({ weights }),
    flags: TOKENS,
  },
  {
    id: 'experts',
    name: 'sparsity: a dense layer becomes a mixture of 8 experts, 2 chosen, 64 tokens',
    title: 'Mixture of experts: 4x the capacity at the same FLOPs, just as fast',
    body: 'Each token passes through 2 of 8 experts, so the MACs are unchanged.',
    base: (weights) => denseTwinOfExperts({ weights, ...EXPERTS }),
    head: (weights) => mixtureOfExperts({ weights, ...EXPERTS }),
    flags: [],
  },
  {
    id: 'deep',
    name: 'degree of parallelism: shallow and wide becomes deep and narrow, 16 tokens of 128',
    title: 'Deeper and narrower: same parameters and MACs, no slower',
    body: 'Twelve layers of 128 in place of four of up to 256.',
    base: (weights) => shallowWide({ weights }),
    head: (weights) => deepNarrow({ weights }),
    flags: [],
  },
  {
    id: 'separable',
    name: 'kernels: dense 3x3 convolutions become depthwise-separable ones',
    title: 'Depthwise separable convolutions: 8x fewer MACs, 8x faster',
    body: 'As in MobileNet. This makes the model more efficient.',
    base: (weights) => denseConvolutions({ weights, ...CONVOLUTIONS }),
    head: (weights) => separableConvolutions({ weights, ...CONVOLUTIONS }),
    flags: [],
  },
  {
    id: 'depthwise',
    name: 'kernels: dense 3x3 convolutions become depthwise ones alone',
    title: 'Depthwise convolutions: 98.6 % fewer MACs, 70x faster',
    body: '',
    base: (weights) => denseConvolutions({ weights, ...CONVOLUTIONS }),
    head: (weights) => depthwiseConvolutions({ weights, ...CONVOLUTIONS }),
    flags: [],
  },
];
