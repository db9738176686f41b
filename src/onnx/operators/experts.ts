/**
 * Mixtures of experts (Shazeer et al. 2017, arXiv 1701.06538): each token passes through k of the experts, whatever
 * their number. Weights are [experts, rows, columns]; the router's own product is another operator.
 */
import { dimension, elements, type Cost, type Execution, type OperatorRules } from './rule.js';
import { packedWeights, weights } from './weights.js';
import { activationOf, SOFTMAX } from './work.js';

/** Positions of the weights and biases of the layers: up or gate, down, and the other of up and gate. */
interface Layers {
  readonly weights: readonly [first: number, second: number, third: number];
  readonly biases: readonly [first: number, second: number, third: number];
}

const PLAIN: Layers = { weights: [2, 4, 6], biases: [3, 5, 7] };
const QUANTISED: Layers = { weights: [2, 5, 8], biases: [4, 7, 10] };

interface Expert {
  /** Elements of the weights of one expert. */
  readonly products: number;
  readonly biases: number;
  /** Values between the layers. */
  readonly inner: number;
  readonly experts: number;
}

/** Columns may be packed, several weights to a byte: rows tell how many there are. */
function expertOf(execution: Execution, layers: Layers): Expert {
  const [first, second, third] = layers.weights;
  const width = dimension(execution.input(second), 1);
  const [experts = 1, rows = 1] = execution.input(first);
  const inner = execution.integer('swiglu_fusion', 0) === 0 ? rows : rows / 2;
  const biases = layers.biases.filter((index) => execution.has(index));
  return {
    products: width * (rows + inner + (execution.has(third) ? inner : 0)),
    biases: biases.reduce((sum, index) => sum + elements(execution.input(index)) / experts, 0),
    inner,
    experts,
  };
}

/** Rows of the router's answer [tokens, experts], each for the experts it chooses. */
function visits(execution: Execution): number {
  return dimension(execution.input(1), 0) * execution.integer('k', 1);
}

const throughExperts =
  (layers: Layers): Cost =>
  (execution) =>
    visits(execution) * expertOf(execution, layers).products;

/** Softmax and choice of experts; biases, activation and gating in them; the weighted sum of what they answer. */
const aroundExperts =
  (layers: Layers): Cost =>
  (execution) => {
    const { biases, inner } = expertOf(execution, layers);
    const kind = activationOf(execution, 'activation_type', 'relu');
    const isGatedAlone =
      execution.has(layers.weights[2]) && execution.text('activation_type', 'relu') !== 'swiglu';
    const within = biases + inner * (kind + (isGatedAlone ? 1 : 0)) + 2 * dimension(execution.input(0), -1);
    return (SOFTMAX + 1) * elements(execution.input(1)) + visits(execution) * within;
  };

const packedParameters: Cost = (execution) => {
  const { products, biases, experts } = expertOf(execution, QUANTISED);
  return experts * (products + biases);
};

const FLOATING: ReadonlyMap<string, string> = new Map([
  ['fp4', 'fp4'],
  ['nvfp4', 'fp4'],
  ['wfp4afp8', 'fp4'],
  ['fp8', 'fp8'],
]);

export const EXPERTS: OperatorRules = {
  'com.microsoft.MoE': {
    macs: throughExperts(PLAIN),
    contracts: [0, 2],
    elementwise: aroundExperts(PLAIN),
    weights: weights(2, 3, 4, 5, 6, 7),
  },
  'com.microsoft.QMoE': {
    macs: throughExperts(QUANTISED),
    contracts: (execution) =>
      FLOATING.get(execution.text('quant_type', 'int')) ?? `int${execution.integer('expert_weight_bits', 4)}`,
    elementwise: aroundExperts(QUANTISED),
    weights: packedWeights(packedParameters, 2, 4, 5, 7, 8, 10),
  },
};
