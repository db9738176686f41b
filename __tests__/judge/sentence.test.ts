import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judgeModel } from '../../src/judge/judge-model.js';
import { type Comparison, VERDICTS } from '../../src/judge/judgement.js';
import type { SetUp } from '../../src/judge/set-up.js';
import { comparison, ENVIRONMENT, REQUIRED, SET_UP_OF_MEASUREMENT } from './factories.js';

const setUp: SetUp = { environment: ENVIRONMENT, measurement: SET_UP_OF_MEASUREMENT };
const SET_UP =
  'set-up: Test CPU 3000 (2 cores, linux x64), cpu provider, 1 thread, batch 1, input float32 [1, 576], ONNX Runtime 1.30.0.';

/** All required indicators equivalent but for those given, and others besides. */
const model = (...given: Comparison[]): Comparison[] => [
  ...REQUIRED.map((id) => given.find(({ indicator }) => indicator === id) ?? comparison(id, 'equivalent')),
  ...given.filter(({ required }) => !required),
];
const sentence = (...given: Comparison[]): string => judgeModel(model(...given), REQUIRED, setUp).sentence;

const counted = (value: number): Comparison['base'] => ({ value, provenance: 'counted', reason: null });
const larger = comparison('model_bytes', 'regressed', {
  base: counted(1_807_522),
  head: counted(2_313_101),
  effect: { ratio: 1.2797, low: 1.2797, high: 1.2797 },
});
const faster = comparison('latency_p50', 'improved', {
  effect: { ratio: 0.8812, low: 0.8511, high: 0.9204 },
});
const leaner = comparison('macs', 'improved', {
  base: counted(349_151_936),
  head: counted(307_253_704),
  effect: { ratio: 0.88, low: 0.88, high: 0.88 },
});

describe('the sentence of a model', () => {
  it('names both sides of a trade-off with figures that cannot be misread', () => {
    expect(sentence(larger, faster, leaner)).toBe(
      `Trade-off: the head has 12 % fewer MACs (307.3 M against 349.2 M) and 0.88 times the median latency [0.85, 0.92], but 1.28 times the bytes (2.31 MB against 1.81 MB); ${SET_UP}`,
    );
  });

  it('calls a model more efficient on its set-up only', () => {
    expect(sentence(faster)).toBe(
      `More efficient on this set-up: the head has 0.88 times the median latency [0.85, 0.92], and nothing was found to be worse; ${SET_UP}`,
    );
  });

  it('names what could not be shown, and why where the relation hangs on it', () => {
    const noisy = comparison('peak_rss_bytes', 'inconclusive', {
      reason: 'the base differs from itself by 3 %',
    });
    expect(sentence(larger, noisy, comparison('load_time', 'inconclusive'))).toBe(
      `Undecided: the head has 1.28 times the bytes (2.31 MB against 1.81 MB); not shown: peak memory (the base differs from itself by 3 %) and load time; ${SET_UP}`,
    );
    expect(sentence(faster, comparison('load_time', 'inconclusive'))).toContain('; not shown: load time; ');
  });

  it('names a required indicator that is missing altogether', () => {
    const { sentence: text } = judgeModel([faster], ['latency_p50', 'quality.top1'], setUp);
    expect(text).toContain('not shown: top1 (missing)');
  });

  it('says what is worse, and a gain beside it', () => {
    expect(sentence(larger)).toMatch(
      /^Worse: the head has 1.28 times the bytes .*, and nothing was found to be better; /,
    );
    expect(sentence(larger, comparison('load_time', 'improved'))).toMatch(
      /, though also 0.50 times the load time \[/,
    );
  });

  it('says in what two models do not differ', () => {
    expect(sentence()).toBe(
      `Equivalent: no difference beyond the tolerances in parameters, bytes, MACs, peak memory and median latency; ${SET_UP}`,
    );
    expect(sentence(comparison('load_time', 'improved'))).toContain(
      '; beside these, the head has 0.50 times the load time',
    );
  });

  it('gives the number where there was none to compare with', () => {
    const first = comparison('parameters', 'regressed', {
      base: counted(0),
      head: counted(1_235_496),
      effect: null,
    });
    expect(sentence(first)).toContain('the head has 1.235 M parameters where the base has none');
  });

  it('tells base and head apart where they are fed differently, and counts many inputs', () => {
    const tensor = (shape: number[]): (typeof SET_UP_OF_MEASUREMENT.feeds.base)[number] => ({
      name: '| injected |',
      type: 'float32',
      shape,
      fill: 'seeded',
    });
    const feeds = { base: [tensor([1, 512])], head: [1, 2, 3, 4, 5, 6].map((n) => tensor([n])) };
    const measurement = { ...SET_UP_OF_MEASUREMENT, threads: 2, feeds };
    const text = judgeModel(model(), REQUIRED, {
      environment: null,
      measurement,
      precision: 'int8 weights',
    }).sentence;
    expect(text).toContain(
      'set-up: cpu provider, 2 threads, batch 1, inputs float32 [1] + float32 [2] + float32 [3] + float32 [4] + 2 more (base: input float32 [1, 512]), int8 weights.',
    );
    expect(text).not.toContain('injected');
  });

  it('never speaks of efficiency unless the head dominates, and names every winner and loser', () => {
    const ids = [...REQUIRED, 'flops', 'load_time', 'throughput'];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...VERDICTS), { minLength: ids.length, maxLength: ids.length }),
        (verdicts) => {
          const rows = ids.map((id, index) => comparison(id, verdicts[index]!));
          const judged = judgeModel(rows, REQUIRED, setUp);
          expect(/efficien/i.test(judged.sentence)).toBe(judged.relation === 'dominates');
          expect(judged.sentence.endsWith(SET_UP)).toBe(true);
          const changes = judged.sentence.match(/ times the |% fewer /g) ?? [];
          expect(changes).toHaveLength(judged.improved.length + judged.regressed.length);
        },
      ),
      { seed: 10, numRuns: 300 },
    );
  });
});
