/** Operators that read images by windows or between pixels. */
import { all, dimension, elements, type Cost, type OperatorRules } from './rule.js';
import { each, eachOf, QUANTISATION, together } from './work.js';

/** One operation for each element of the window, for each output element. */
const pooling: Cost = (execution) =>
  elements(execution.integers('kernel_shape') ?? []) * elements(execution.output(0));

/** Squares summed over the channel window, then a scale, a power and a quotient. */
const localResponse: Cost = (execution) => (execution.integer('size', 1) + 3) * elements(execution.output(0));

/** A weight and a sum for each neighbour; the nearest one is only moved. */
function interpolation(mode: string, dimensions: number): number {
  if (mode === 'nearest' || dimensions === 0) return 0;
  return 2 * (mode.includes('cubic') ? 4 : 2) ** dimensions;
}

/** Along the dimensions that change. */
const resizing: Cost = (execution) => {
  const from = execution.input(0);
  const to = execution.output(0);
  const changed = to.filter((size, axis) => size !== from[axis]).length;
  return interpolation(execution.text('mode', 'nearest'), changed) * elements(to);
};

/** A grid places every output element between pixels of as many dimensions as it has coordinates. */
const gridSampling: Cost = (execution) => {
  const dimensions = dimension(execution.input(1), -1);
  return interpolation(execution.text('mode', 'linear'), dimensions) * elements(execution.output(0));
};

const cropping: Cost = (execution) =>
  interpolation(execution.text('mode', 'bilinear'), 2) * elements(execution.output(0));

export const SAMPLING: OperatorRules = {
  ...all(
    `AveragePool LpPool MaxPool com.microsoft.NhwcMaxPool com.microsoft.MaxpoolWithMask
     com.microsoft.nchwc.AveragePool com.microsoft.nchwc.MaxPool com.ms.internal.nhwc.AveragePool
     com.ms.internal.nhwc.LpPool com.ms.internal.nhwc.MaxPool`,
    { elementwise: pooling },
  ),
  ...all('com.microsoft.QLinearAveragePool com.ms.internal.nhwc.QLinearAveragePool', {
    elementwise: together(pooling, each(QUANTISATION)),
  }),
  ...all(
    `GlobalAveragePool GlobalLpPool GlobalMaxPool com.microsoft.nchwc.GlobalAveragePool
     com.microsoft.nchwc.GlobalMaxPool com.ms.internal.nhwc.GlobalAveragePool com.ms.internal.nhwc.GlobalLpPool
     com.ms.internal.nhwc.GlobalMaxPool`,
    { elementwise: eachOf(0) },
  ),
  'com.microsoft.QLinearGlobalAveragePool': { elementwise: together(eachOf(0), each(QUANTISATION)) },
  ...all('LRN com.ms.internal.nhwc.LRN', { elementwise: localResponse }),
  ...all('Resize Upsample com.ms.internal.nhwc.Resize com.microsoft.nchwc.Upsample', {
    elementwise: resizing,
  }),
  ...all('GridSample com.microsoft.GridSample com.ms.internal.nhwc.GridSample', {
    elementwise: gridSampling,
  }),
  'com.microsoft.CropAndResize': { elementwise: cropping },
};
