/**
 * The four cases of "The Efficiency Misnomer" (arXiv 2110.12894) as pull requests with what a proud author would claim:
 * counted here from models of the zoo, with timings that were recorded once.
 */
import { describe, expect, it } from '@jest/globals';
import { declaredOf, MISNOMER_CASES, type MisnomerCase } from '../../examples/misnomer/cases.js';
import { shapesOnly } from '../../examples/zoo/index.js';
import { indicator, type IndicatorId } from '../../src/indicators.js';
import { causesOf } from '../../src/judge/causes/causes-of.js';
import type { Cause } from '../../src/judge/causes/cause.js';
import { judgeClaims } from '../../src/judge/claims/judge-claims.js';
import type { ReportedClaim } from '../../src/judge/claims/ruling.js';
import { compareCounted } from '../../src/judge/comparison.js';
import { judgeModel } from '../../src/judge/judge-model.js';
import type { Comparison, Relation } from '../../src/judge/judgement.js';
import { compareQuality } from '../../src/judge/quality-comparison.js';
import type { OperatorTimes } from '../../src/measure/operator-profile.js';
import { profileModel } from '../../src/onnx/profile-model.js';
import type { StaticProfile } from '../../src/onnx/profile.js';
import { readModel } from '../../src/onnx/reader.js';
import { tallyModel } from '../../src/onnx/tally.js';
import { claimsOfTexts } from '../../src/pull-request-claims.js';
import { environment, measured, measurement, policy } from '../fixtures/report-factory.js';
import { written } from '../onnx/fixtures/model-file.js';
import { infer } from '../onnx/fixtures/runtime.js';
import { kind } from './causes/judged.js';
import { MISNOMER_TIMINGS, type MisnomerTiming } from './misnomer-timings.js';

/** As it is without a configuration. */
const POLICY = policy({ required: [...policy().required, 'quality'] });

interface Judged {
  readonly relation: Relation;
  readonly sentence: string;
  readonly causes: readonly Cause[];
  readonly claims: readonly ReportedClaim[];
}

async function judged(one: MisnomerCase): Promise<Judged> {
  const timing = MISNOMER_TIMINGS[one.id];
  if (timing === undefined) throw new Error(`nothing was measured of ${one.id}`);
  const [base, head] = [await counted(one.base(shapesOnly)), await counted(one.head(shapesOnly))];
  const { base: before = null, head: after = null } = declaredOf(one) ?? {};
  const comparisons = [
    ...compareCounted(base, head, POLICY),
    ...recorded(timing),
    ...compareQuality(before, after, POLICY),
  ];
  const setUp = { environment: environment(), measurement: measurement() };
  const profile = { base: times(timing.kernels.base), head: times(timing.kernels.head), reason: null };
  const sides = { base: { profile: base }, head: { profile: head } };
  const { relation, sentence } = judgeModel(comparisons, POLICY.required, setUp);
  const texts = claimsOfTexts([
    { source: { kind: 'title', sha: null }, text: one.title },
    { source: { kind: 'body', sha: null }, text: one.body },
  ]);
  const model = { name: 'model.onnx', comparisons, relation, measurement: setUp.measurement };
  return {
    relation,
    sentence,
    causes: causesOf({ ...sides, measurement: setUp.measurement, profile, comparisons }),
    claims: judgeClaims(texts, { models: [model], environment: setUp.environment }),
  };
}

async function counted(bytes: Uint8Array): Promise<StaticProfile> {
  const model = await readModel(written(bytes));
  const profile = profileModel(tallyModel(model, await infer(model), null));
  // Models of shapes alone store no weights: stored, each takes four bytes, and none is zero.
  const known = (value: number | null) => ({ value, reason: null });
  const parameters = profile.counts.parameters.value ?? NaN;
  const stored = { model_bytes: known(4 * parameters), non_zero_parameters: known(parameters) };
  return { ...profile, counts: { ...profile.counts, ...stored } };
}

const recorded = ({ measured: found }: MisnomerTiming): Comparison[] =>
  Object.entries(found).map(([id, [base, head, ratio, low, high, verdict]]) => {
    const value = (of: number) => ({ value: of, provenance: 'measured' as const, reason: null });
    const { label } = indicator(id as IndicatorId);
    return measured(id as IndicatorId, ratio, {
      base: value(base),
      head: value(head),
      effect: { ratio, low, high },
      verdict,
      reason: verdict === 'inconclusive' ? `${label} is too noisy` : null,
    });
  });

function times(kernels: MisnomerTiming['kernels']['base']): OperatorTimes {
  const operators = kernels.map((row) => kind(...row));
  return {
    runs: 30,
    timeMs: operators.reduce((sum, { timeMs }) => sum + timeMs, 0),
    macs: null,
    gmacPerS: null,
    executedMacs: operators.reduce((sum, { macs }) => sum + (macs ?? 0), 0),
    arenaPeakBytes: null,
    operators,
  };
}

interface Expected {
  /** Indicators, ruling, and what the evidence says. */
  readonly rulings: readonly (readonly [indicators: string, ruling: string, says: RegExp])[];
  readonly causes: readonly string[];
  /** In the rewording of the title's first claim that does not stand. */
  readonly reworded: RegExp;
}

const EXPECTED: Readonly<Record<string, Expected>> = {
  albert: {
    rulings: [
      ['parameters', 'partial', /^89 % fewer parameters .*; but mnli 81\.60 % against 84\.50 %/],
      ['efficiency', 'refuted', /^relation: trade-off, with mnli 81\.60 %/],
      ['model_bytes', 'partial', /^89 % fewer bytes .*; but mnli/],
      ['latency_p50', 'unverifiable', /not decided/],
    ],
    causes: ['shared-parameters'],
    reworded:
      /^The head has 89 % fewer parameters \(11\.68 M against 109\.5 M\), beside 89 % fewer bytes .*, but mnli 81\.60 % against 84\.50 %; no difference beyond the tolerances in MACs, /,
  },
  experts: {
    rulings: [
      ['flops', 'partial', /^1\.00051 times the FLOPs; but 3\.99 times the parameters /],
      ['latency_p50', 'refuted', /^30\.29 times the median latency \[28\.9, 31\.1\], proven to be worse$/],
      ['macs', 'partial', /^as many MACs .*; but 3\.99 times the parameters /],
    ],
    causes: ['selected-parameters', 'slower-operators', 'lower-intensity'],
    reworded:
      /^The head has 1\.00051 times the FLOPs \(no difference beyond the tolerance\), but 3\.99 times the parameters \(4\.196 M against 1\.051 M\), .* 30\.29 times the median latency \[28\.9, 31\.1\]/,
  },
  deep: {
    rulings: [
      [
        'parameters,macs',
        'partial',
        /^as many parameters .*; but 1\.11 times the median latency \[1\.098, 1\.123\]/,
      ],
      ['latency_p50', 'refuted', /^1\.11 times the median latency \[1\.098, 1\.123\], proven to be worse$/],
    ],
    causes: ['less-parallelism', 'launch-overhead'],
    reworded:
      /^The head has as many parameters and as many MACs, beside 50 % fewer bytes of activations at the peak, but 1\.11 times the median latency \[1\.098, 1\.123\]/,
  },
  separable: {
    rulings: [
      ['macs', 'partial', /^88 % fewer MACs .*; but 1\.50 times the operators/],
      [
        'latency_p50',
        'partial',
        /^0\.17 times the median latency .*, the claim of 0\.125 times is overstated/,
      ],
      ['efficiency', 'refuted', /^relation: trade-off, with /],
    ],
    causes: ['slower-operators', 'lower-intensity'],
    reworded:
      /^The head has 88 % fewer MACs \(146\.3 M against 1\.171 G\), beside .* 0\.17 times the median latency \[0\.15, 0\.20\].*, but 1\.50 times the operators, 1\.50 times the activations and 1\.43 times the bytes of memory traffic/,
  },
};

describe.each(MISNOMER_CASES)('$title', (one) => {
  const { rulings, causes, reworded } = EXPECTED[one.id] ?? { rulings: [], causes: [], reworded: /^$/ };
  const found = judged(one);

  it('gets each claim ruled on, with the figure that decides', async () => {
    const { claims } = await found;
    expect(claims.map(({ indicators, ruling }) => [indicators.join(), ruling])).toEqual(
      rulings.map(([indicators, ruling]) => [indicators, ruling]),
    );
    for (const [index, [, , says]] of rulings.entries()) {
      expect(claims[index]?.evidence.map((evidence) => evidence.says).join('; ')).toMatch(says);
    }
  });

  it('is told why its indicators disagree', async () => {
    expect((await found).causes.map((cause) => cause.kind)).toEqual(causes);
  });

  it('is offered one sentence with figures, intervals and the set-up', async () => {
    const rewordings = (await found).claims.flatMap(({ rewording }) => rewording ?? []);
    expect(rewordings[0]).toMatch(reworded);
    for (const rewording of rewordings) {
      expect(rewording).toMatch(/ \[[\d.]+, [\d.]+\]/);
      expect(rewording).toMatch(/ \(set-up: Intel Xeon .*, cpu provider, 1 thread, batch 1, .*\)\.$/);
    }
  });

  it('is nowhere called more efficient', async () => {
    const { sentence, claims, causes: why } = await found;
    const said = [sentence, ...claims.flatMap(({ rewording, inFull }) => [rewording, inFull])];
    for (const text of [...said, ...why.map((cause) => cause.sentence)])
      expect(text ?? '').not.toMatch(/efficient/i);
  });
});
