/**
 * Fourier transforms. The runtime computes them fast, not as sums of products, so that they have no MACs: 5 N log2 N
 * operations for N complex values, half for real ones (the convention of FFTW, fftw.org/speed).
 */
import { dimension, elements, OpenShape, type Cost, type Execution, type OperatorRules } from './rule.js';

/** Operations of so many transforms of one length. */
function transforms(count: number, length: number, isReal: boolean): number {
  return Math.ceil(count * (isReal ? 2.5 : 5) * length * Math.log2(length));
}

/** [..., signal, ..., 1 or 2]; the axis is an operand since version 20, an attribute before. */
const transform: Cost = (execution) => {
  const signal = execution.input(0);
  const axis = constant(execution, 2) ?? execution.integer('axis', -2);
  const length = constant(execution, 1) ?? dimension(signal, axis);
  const count = elements(signal) / (dimension(signal, axis) * dimension(signal, -1));
  return transforms(count, length, dimension(signal, -1) === 1);
};

/** A window on every frame, then its transform. The result is [batch, frames, frequencies, 2]. */
const shortTime: Cost = (execution) => {
  const [batch = 1, frames = 1] = execution.output(0);
  const signal = execution.input(0);
  const isReal = signal.length < 3 || dimension(signal, 2) === 1;
  const length = execution.has(2)
    ? dimension(execution.input(2), 0)
    : (constant(execution, 3) ?? dimension(signal, 1));
  const windowed = execution.has(2) ? batch * frames * length * (isReal ? 1 : 2) : 0;
  return windowed + transforms(batch * frames, length, isReal);
};

/** The last axis of the real side is the signal; the other side has pairs of numbers behind it. */
const realSide =
  (sideOf: (execution: Execution) => readonly number[]): Cost =>
  (execution) => {
    const signal = sideOf(execution);
    return transforms(elements(signal.slice(0, -1)), dimension(signal, -1), true);
  };

/** Undefined for an operand that is not there. @throws OpenShape for one that is not constant. */
function constant(execution: Execution, operand: number): number | undefined {
  if (!execution.has(operand)) return undefined;
  const value = execution.values(operand)?.[0];
  if (value === undefined) throw new OpenShape(`operand ${operand}`);
  return value;
}

export const FOURIER: OperatorRules = {
  DFT: { elementwise: transform },
  STFT: { elementwise: shortTime },
  'com.microsoft.Rfft': { elementwise: realSide((execution) => execution.input(0)) },
  'com.microsoft.Irfft': { elementwise: realSide((execution) => execution.output(0)) },
};
