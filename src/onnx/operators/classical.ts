/**
 * Models of classical machine learning (ai.onnx.ml). Their coefficients are attributes. Linear models and support
 * vector machines are products of the features with them; trees compare, as often as the data say.
 */
import { all, dimension, elements, type Cost, type Execution, type OperatorRules } from './rule.js';
import { each, eachOf, SOFTMAX } from './work.js';

function rows(execution: Execution): number {
  const shape = execution.input(0);
  return shape.length < 2 ? 1 : dimension(shape, 0);
}

/** Every row with every coefficient. */
const linear: Cost = (execution) => rows(execution) * execution.reals('coefficients');

/** One sum for each class or target, and what makes probabilities of them. */
const decision =
  (scores: (execution: Execution) => number): Cost =>
  (execution) => {
    const kind = execution.text('post_transform', 'NONE');
    return scores(execution) * (1 + (kind === 'NONE' ? 0 : kind.startsWith('SOFTMAX') ? SOFTMAX : 1));
  };

/**
 * A kernel value for each support vector, a product of features, then the products with the coefficients. Without
 * support vectors the coefficients are those of a linear model.
 */
const kernelProducts: Cost = (execution) =>
  rows(execution) * (execution.reals('support_vectors') + execution.reals('coefficients'));

function supportVectors(execution: Execution): number {
  const features = dimension(execution.input(0), -1);
  return features === 0 ? 0 : execution.reals('support_vectors') / features;
}

/** Operations on one kernel value beyond the product of features (libsvm, kernel types). */
const KERNELS: ReadonlyMap<string, number> = new Map([
  ['LINEAR', 0],
  // Scale, shift, power; scale, shift, tanh; scale, exponential, and a difference for each feature.
  ['POLY', 3],
  ['SIGMOID', 3],
  ['RBF', 2],
]);

const kernelWork: Cost = (execution) => {
  const kind = execution.text('kernel_type', 'LINEAR');
  const differences = kind === 'RBF' ? execution.reals('support_vectors') : 0;
  const perRow = differences + supportVectors(execution) * (KERNELS.get(kind) ?? 0);
  return rows(execution) * (perRow + execution.reals('rho'));
};

export const CLASSICAL: OperatorRules = {
  'ai.onnx.ml.LinearClassifier': {
    macs: linear,
    contracts: [0],
    elementwise: decision((execution) => elements(execution.output(1))),
  },
  'ai.onnx.ml.LinearRegressor': {
    macs: linear,
    contracts: [0],
    elementwise: decision((execution) => elements(execution.output(0))),
  },
  ...all('ai.onnx.ml.SVMClassifier ai.onnx.ml.SVMRegressor', {
    macs: kernelProducts,
    contracts: [0],
    elementwise: kernelWork,
  }),
  ...all('ai.onnx.ml.TreeEnsemble ai.onnx.ml.TreeEnsembleClassifier ai.onnx.ml.TreeEnsembleRegressor', {
    elementwise: 'unstated',
  }),
  // Square, sum and quotient, or likewise for the other norms.
  'ai.onnx.ml.Normalizer': { elementwise: eachOf(0, 3) },
  'ai.onnx.ml.Scaler': { elementwise: each(2) },
  ...all('ai.onnx.ml.Binarizer ai.onnx.ml.Imputer', { elementwise: each(1) }),
  // Names for numbers and numbers for names.
  ...all(
    `ai.onnx.ml.ArrayFeatureExtractor ai.onnx.ml.CastMap ai.onnx.ml.CategoryMapper ai.onnx.ml.DictVectorizer
     ai.onnx.ml.FeatureVectorizer ai.onnx.ml.LabelEncoder ai.onnx.ml.OneHotEncoder ai.onnx.ml.ZipMap`,
    {},
  ),
};
