import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PARTS, ruleOf } from '../../src/onnx/operators/table.js';
import { integer, text, type AttributeInit } from './fixtures/model-file.js';
import { profileOf } from './fixtures/one-operator.js';
import { OPERATOR_SETS } from './fixtures/operator-sets.js';

interface Operator {
  readonly domain: string;
  readonly type: string;
  /** As the table calls it. */
  readonly op: string;
}

const nameOf = ({ domain, type }: Operator): string => (domain === '' ? type : `${domain}:${type}`);

const OPERATORS: readonly Operator[] = Object.entries(OPERATOR_SETS).flatMap(([set, names]) => {
  const domain = set.startsWith('ai.onnx') && set !== 'ai.onnx.ml' ? '' : set;
  return names
    .trim()
    .split(/\s+/)
    .map((type) => ({ domain, type, op: domain === '' ? type : `${domain}.${type}` }));
});

/** What the graph does not tell, with the MACs unknown as well. */
const MACS_UNSTATED = [
  'com.microsoft.DecoderAttention',
  'com.microsoft.EPContext',
  'com.microsoft.LongformerAttention',
  'com.microsoft.PagedAttention',
  'com.microsoft.QOrderedLongformerAttention',
  'com.microsoft.Snpe',
  'com.microsoft.SparseAttention',
  'com.microsoft.SparseToDenseMatMul',
];

/** What the graph does not tell, where nothing is contracted. */
const ELEMENTWISE_UNSTATED = [
  'EfficientNMS_TRT',
  'ImageDecoder',
  'MaxRoiPool',
  'MultilevelCropAndResize_TRT',
  'NonMaxSuppression',
  'PyramidROIAlign_TRT',
  'RoiAlign',
  'Unique',
  'ai.onnx.ml.TreeEnsemble',
  'ai.onnx.ml.TreeEnsembleClassifier',
  'ai.onnx.ml.TreeEnsembleRegressor',
  'com.microsoft.BeamSearch',
  'com.microsoft.BifurcationDetector',
  'com.microsoft.GreedySearch',
  'com.microsoft.NGramHashMapping',
  'com.microsoft.NGramRepeatBlock',
  'com.microsoft.Sampling',
  'com.microsoft.Unique',
  'com.microsoft.WhisperBeamSearch',
];

const unstated = (quantity: 'macs' | 'elementwise'): string[] =>
  OPERATORS.filter(({ op }) => ruleOf(op)?.[quantity] === 'unstated')
    .map(({ op }) => op)
    .sort();

describe('the table of operator rules', () => {
  it('has every operator of every set', () => {
    expect(OPERATORS.length).toBeGreaterThan(380);
    expect(OPERATORS.filter(({ op }) => ruleOf(op) === undefined).map(({ op }) => op)).toEqual([]);
  });

  it('has no operator that no set has, and none twice', () => {
    const known = new Set(OPERATORS.map(({ op }) => op));
    const listed = PARTS.flatMap((part) => Object.keys(part));
    expect(listed.filter((op) => !known.has(op))).toEqual([]);
    expect(listed.length).toBe(new Set(listed).size);
  });

  it('leaves unstated only what the graph does not tell', () => {
    expect(unstated('macs')).toEqual(MACS_UNSTATED);
    expect(unstated('elementwise')).toEqual([...MACS_UNSTATED, ...ELEMENTWISE_UNSTATED].sort());
  });
});

/** Images, so that most operators find what they look for; the last operands are left out where they are optional. */
const IMAGE = [2, 4, 6, 6];
const GENERAL: AttributeInit[] = [
  integer('num_heads', 2),
  integer('hidden_size', 4),
  text('equation', 'abcd,abde->abce'),
];
/** Operands that must be absent where their values decide. */
const LEFT_OUT: Readonly<Record<string, number>> = { DFT: 1, STFT: 2 };

describe('a model of one operator', () => {
  it.each(OPERATORS)('$op has a cost, a stated zero, or is named as uncosted', async (operator) => {
    const { op } = operator;
    const operands = LEFT_OUT[op] ?? (op === 'Einsum' ? 2 : 24);
    const inputs = Array.from({ length: operands }, () => IMAGE);
    const { counts, coverage } = await profileOf(nameOf(operator), inputs, [IMAGE, IMAGE, IMAGE], GENERAL);
    const isUnstated = [...MACS_UNSTATED, ...ELEMENTWISE_UNSTATED].includes(op);
    expect(coverage).toEqual({ costed: isUnstated ? 0 : 1, total: 1, uncosted: isUnstated ? [op] : [] });
    expect(counts.macs.value === null).toBe(MACS_UNSTATED.includes(op));
    expect(counts.flops.value === null).toBe(isUnstated);
    expect(counts.flops.value ?? 0).toBeGreaterThanOrEqual(2 * (counts.macs.value ?? 0));
  });

  const shape = fc.array(fc.nat(5), { maxLength: 5 });
  const attribute = fc.record({
    name: fc.constantFrom('axis', 'group', 'num_heads', 'kv_num_heads', 'q_num_heads', 'K', 'N', 'bits', 'k'),
    i: fc.integer({ min: -2, max: 9 }),
  });

  it('never stops the count, whatever its operands and attributes; MACs by precision sum to all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...OPERATORS),
        fc.array(fc.option(shape), { maxLength: 12 }),
        fc.array(shape, { minLength: 1, maxLength: 3 }),
        fc.uniqueArray(attribute, { selector: ({ name }) => name, maxLength: 6 }),
        fc.constantFrom('', 'ij,jk->ik', '...i,i...->...', 'a->', ',,'),
        async (operator, inputs, outputs, attributes, equation) => {
          const { counts, macs_by_precision } = await profileOf(nameOf(operator), inputs, outputs, [
            ...attributes.map(({ name, i }) => integer(name, i)),
            text('equation', equation),
          ]);
          const { macs, flops } = counts;
          expect(macs.value ?? 0).toBeGreaterThanOrEqual(0);
          if (flops.value !== null) expect(macs.value).not.toBeNull();
          const sums = Object.values(macs_by_precision ?? {}).reduce((sum, part) => sum + part, 0);
          expect(sums).toBe(macs.value ?? 0);
        },
      ),
      { seed: 3, numRuns: 3000 },
    );
  });
});
