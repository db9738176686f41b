/**
 * Convolutions. MACs are those of the direct algorithm, padding included (the convention of fvcore, torchvision and
 * timm), for any layout: the first dimension of the weights is kept by every layout that the runtime transforms to.
 */
import { activated, added, each, QUANTISATION, together } from './work.js';
import { all, dimension, elements, type Cost, type OperatorRule, type OperatorRules } from './rule.js';
import { quantisedWeights, weights } from './weights.js';

/** Each output element sums over the kernel and the input channels of its group; W is [M, C/group, kernel...]. */
const convolution =
  (w: number): Cost =>
  (execution) =>
    elements(execution.output(0)) * elements(execution.input(w).slice(1));

/** Each input element is spread over the kernel and the output channels of its group; W is [C, M/group, kernel...]. */
const transposed =
  (w: number): Cost =>
  (execution) =>
    elements(execution.input(0)) * elements(execution.input(w).slice(1));

/**
 * Every tap of every input channel is read between pixels (Dai et al. 2017, arXiv 1703.06211): a weight and a sum for
 * each of 2^d neighbours, and a product with the mask.
 */
const deformation: Cost = (execution) => {
  const [, , ...kernel] = execution.input(1);
  const [batch = 1, , ...places] = execution.output(0);
  const samples = batch * dimension(execution.input(0), 1) * elements(kernel) * elements(places);
  return samples * (2 * 2 ** kernel.length + (execution.has(4) ? 1 : 0));
};

/**
 * A convolution over the letters of each word, then tanh and the maximum over its places (com.microsoft
 * WordConvEmbedding). Sequence is [..., letters], W [words' width, 1, window, letters' width].
 */
const places: Cost = (execution) => {
  const letters = execution.input(0);
  return elements(letters.slice(0, -1)) * (dimension(letters, -1) - dimension(execution.input(1), 2) + 1);
};
const wordWidth: Cost = (execution) => dimension(execution.input(1), 0);

const plain: OperatorRule = {
  macs: convolution(1),
  elementwise: together(added(2), activated),
  weights: weights(1, 2),
};
/** Like `Conv`, with a residual that is added before the activation. */
const fused: OperatorRule = {
  macs: convolution(1),
  elementwise: together(added(2, 3), activated),
  weights: weights(1, 2),
};
const quantised: OperatorRule = {
  macs: convolution(3),
  contracts: [0, 3],
  elementwise: together(added(8), each(QUANTISATION)),
  weights: quantisedWeights(3, 8),
};
const spread: OperatorRule = { macs: transposed(1), elementwise: added(2), weights: weights(1, 2) };
/** Depthwise, with a state instead of padding; equal to Concat, Conv and activation. */
const causal = (bias: number): OperatorRule => ({
  macs: convolution(1),
  elementwise: together(added(bias), activated),
  weights: weights(1, bias),
});

export const CONVOLUTIONS: OperatorRules = {
  ...all('Conv com.microsoft.NhwcConv com.ms.internal.nhwc.Conv', plain),
  ...all('com.microsoft.FusedConv com.microsoft.NhwcFusedConv com.microsoft.nchwc.Conv', fused),
  ConvInteger: { macs: convolution(1), weights: quantisedWeights(1) },
  ...all('QLinearConv com.microsoft.QLinearConv com.ms.internal.nhwc.QLinearConv', quantised),
  ...all('ConvTranspose com.ms.internal.nhwc.ConvTranspose', spread),
  'com.microsoft.ConvTransposeWithDynamicPads': {
    macs: transposed(1),
    elementwise: added(3),
    weights: weights(1, 3),
  },
  'com.ms.internal.nhwc.QLinearConvTranspose': { ...quantised, macs: transposed(3) },
  DeformConv: {
    macs: convolution(1),
    elementwise: together(deformation, added(3)),
    weights: weights(1, 3),
  },
  ...all('CausalConvWithState com.microsoft.CausalConvWithState', causal(2)),
  'com.microsoft.VarlenCausalConvWithState': causal(3),
  'com.microsoft.WordConvEmbedding': {
    macs: (execution) => places(execution) * elements(execution.input(1)),
    contracts: [1, 3],
    // Bias, tanh and maximum.
    elementwise: (execution) => 3 * places(execution) * wordWidth(execution),
    weights: weights(1, 2, 3),
  },
};
