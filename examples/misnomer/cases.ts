/**
 * The four ways in which cost indicators part ways, after "The Efficiency Misnomer" (Dehghani et al., ICLR 2022), each
 * as the pull request of a proud author: two models of the zoo, and what the author claims of the head.
 */
import type { Declaration } from '../../src/declared/declaration.js';
import { declarationOf, parseDeclared } from '../../src/declared/parse.js';
import {
  albert,
  bert,
  deepNarrow,
  denseConvolutions,
  denseTwinOfExperts,
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
  /** What both sides declare of their quality, where it is published: base, head. Percent. */
  readonly quality?: Readonly<Record<string, readonly [base: number, head: number]>>;
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
    // Lan et al. 2020 (arXiv 1909.11942), table 2: MNLI of BERT-base and of ALBERT-base.
    quality: { mnli: [84.5, 81.6] },
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
];

/** What both sides of a case declare, as `.github/efficiency.json` would say it; null where that is nothing. */
export function declaredOf({
  quality,
}: MisnomerCase): { readonly base: Declaration | null; readonly head: Declaration | null } | null {
  if (quality === undefined) return null;
  const [base, head] = [0, 1].map((side) => {
    const metrics = Object.entries(quality).map(([name, values]) => [
      name,
      { value: values[side], unit: '%', tolerance: 0.2 },
    ]);
    const text = JSON.stringify({ quality: Object.fromEntries(metrics) as unknown });
    return declarationOf(parseDeclared(text, 'the declared quality'), '');
  });
  return { base: base ?? null, head: head ?? null };
}
