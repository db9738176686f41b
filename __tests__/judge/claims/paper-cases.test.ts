/**
 * The four ways in which "The Efficiency Misnomer" (arXiv 2110.12894, sections 2 and 3) shows indicators to part, each
 * as a report, with what a proud author would claim of it. Figures have the proportions of the published models.
 */
import { describe, expect, it } from '@jest/globals';
import { readClaims } from '../../../src/claims/read-claims.js';
import { judgeModel } from '../../../src/judge/judge-model.js';
import type { JudgedRun } from '../../../src/judge/claims/judged-run.js';
import { ruleOnClaims } from '../../../src/judge/claims/rule.js';
import type { Comparison } from '../../../src/judge/judgement.js';
import { counted, environment, measured, measurement, policy } from '../../fixtures/report-factory.js';

/** BERT-base and ALBERT-base: one layer's weights used twelve times, all of the compute, and lower quality. */
const PARAMETER_SHARING = [
  counted('parameters', 108_000_000, 12_000_000),
  counted('model_bytes', 433_000_000, 47_000_000),
  counted('macs', 22_500_000_000, 22_600_000_000),
  measured('peak_rss_bytes', 0.45),
  measured('latency_p50', 1.0),
  measured('latency_p50', 0.966, {
    indicator: 'quality.mnli',
    label: 'MNLI accuracy',
    better: 'higher',
    verdict: 'regressed',
  }),
];

/** A dense transformer and a sparse one of the same compute: experts wait in memory, and routing takes time. */
const MIXTURE_OF_EXPERTS = [
  counted('parameters', 220_000_000, 880_000_000),
  counted('model_bytes', 880_000_000, 3_520_000_000),
  counted('macs', 10_000_000_000, 7_000_000_000),
  counted('flops', 20_000_000_000, 14_000_000_000),
  measured('peak_rss_bytes', 3.8),
  measured('latency_p50', 1.3),
];

/** Shallow and wide, and deep and narrow with fewer parameters: less in parallel, so slower. */
const DEEP_AND_NARROW = [
  counted('parameters', 60_000_000, 42_000_000),
  counted('model_bytes', 240_000_000, 168_000_000),
  counted('macs', 8_000_000_000, 5_600_000_000),
  measured('peak_rss_bytes', 0.97, { verdict: 'inconclusive', reason: 'the budget ended' }),
  measured('latency_p50', 1.25),
];

/** Dense and depthwise separable convolutions: 8 times fewer MACs, more memory traffic, hardly any time saved. */
const DEPTHWISE = [
  counted('parameters', 4_200_000, 600_000),
  counted('model_bytes', 16_800_000, 2_400_000),
  counted('macs', 4_800_000_000, 600_000_000),
  counted('activations', 5_000_000, 9_000_000),
  measured('peak_rss_bytes', 1.2),
  measured('latency_p50', 1.0),
];

interface Case {
  readonly comparisons: Comparison[];
  readonly claim: string;
  /** Ids and ruling of each claim. */
  readonly rulings: readonly string[];
  /** In the rewording of the last claim. */
  readonly reworded: RegExp;
}

const CASES: readonly (readonly [string, Case])[] = [
  [
    'parameter sharing',
    {
      comparisons: PARAMETER_SHARING,
      claim: 'Replace BERT by ALBERT: 9x fewer parameters, more efficient',
      rulings: ['parameters partial', 'efficiency refuted'],
      reworded:
        /^The head has 89 % fewer parameters .*, but .*mnli.*; no difference beyond the tolerances in MACs and median latency \(set-up: Intel/,
    },
  ],
  [
    'mixture of experts',
    {
      comparisons: MIXTURE_OF_EXPERTS,
      claim: 'Switch to a mixture of experts: 30 % fewer FLOPs per token, so it is faster and more efficient',
      rulings: ['flops partial', 'latency_p50 refuted', 'efficiency refuted'],
      reworded:
        /^The head has 30 % fewer MACs .*, but 4\.00 times the parameters .* and 1\.30 times the median latency/,
    },
  ],
  [
    'deep and narrow against shallow and wide',
    {
      comparisons: DEEP_AND_NARROW,
      claim: 'A deeper, narrower encoder with 30 % fewer parameters. It is more efficient.',
      rulings: ['parameters partial', 'efficiency refuted'],
      reworded: /, but 1\.25 times the median latency \[1\.225, 1\.275\]; not decided: peak memory \(set-up/,
    },
  ],
  [
    'dense to depthwise',
    {
      comparisons: DEPTHWISE,
      claim: 'Depthwise convolutions: 8x fewer MACs, so faster',
      rulings: ['macs partial', 'latency_p50 refuted'],
      reworded:
        /^The head has the same median latency \[0\.980, 1\.020\] \(no difference beyond the tolerance\), beside .*88 % fewer MACs .*, but 1\.20 times the peak memory .* and 1\.80 times the activations/,
    },
  ],
];

describe.each(CASES)('%s', (_name, { comparisons, claim, rulings, reworded }) => {
  const setUp = { environment: environment(), measurement: measurement() };
  const { relation, sentence } = judgeModel(comparisons, policy().required, setUp);
  const run: JudgedRun = {
    models: [{ name: 'encoder.onnx', comparisons, relation, measurement: setUp.measurement }],
    environment: setUp.environment,
  };
  const ruled = ruleOnClaims(readClaims(claim), run);

  it('is a trade-off, and its sentence does not say "more efficient"', () => {
    expect(relation).toBe('trade-off');
    expect(sentence).not.toMatch(/more efficient/i);
  });

  it('does not uphold what a proud author claims', () => {
    expect(ruled.map(({ indicators, ruling }) => `${indicators.join()} ${ruling}`)).toEqual(rulings);
  });

  it('offers one sentence with the figures of all, which does not say it either', () => {
    const sentences = ruled.map(({ rewording }) => rewording ?? '');
    for (const one of sentences) expect(one).not.toMatch(/efficient/i);
    expect(sentences.at(-1)).toMatch(reworded);
  });
});
