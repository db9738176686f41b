/**
 * Operators that write their result over an operand that nobody reads any more, as ONNX Runtime's CPU kernels do
 * (`MayInplace` in their registrations). Which they are was tried on 1.30: the memory that the profile of an
 * unoptimised run tells does not grow with the result.
 */
const IN_PLACE: ReadonlySet<string> = new Set(
  `BitCast Cast CastLike Celu Clip Elu HardSigmoid LeakyRelu LogSoftmax ParametricSoftplus Relu ScaledTanh Scatter
   ScatterElements Selu Shrink Sigmoid Softmax Softplus Softsign Tanh TensorScatter ThresholdedRelu Trilu
   com.microsoft.Trilu`.split(/\s+/),
);

/** Views that the runtime makes copies of all the same: without training a Dropout is one, but is not run as one. */
const COPIED: ReadonlySet<string> = new Set(['Dropout']);

/** Whether the first result may take the place of the first operand, which must be of the same bytes. */
export function worksInPlace(op: string): boolean {
  return IN_PLACE.has(op);
}

/** Whether a view shares the bytes of what it shows. */
export function sharesBytes(op: string): boolean {
  return !COPIED.has(op);
}
