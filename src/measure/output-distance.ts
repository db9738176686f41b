/** How far the outputs of two models lie apart, gathered tensor by tensor. Pure. */
import { fromHalfBits } from './half-precision.js';
import type { TensorData } from './tensor-types.js';

/** A tensor as the runtime returns it. */
export interface OutputTensor {
  readonly type: string;
  readonly dims: readonly number[];
  readonly data: TensorData;
}

/** Over all outputs and inputs that were compared. */
export interface OutputDistance {
  /** Largest difference of two elements. */
  readonly maxAbsolute: number;
  /**
   * Largest difference over the largest magnitude of the same tensor of the base (relative in the maximum norm:
   * Higham 2002, section 6.2); null where that is 0 and there is a difference.
   */
  readonly maxRelative: number | null;
  /** Lowest cosine of two tensors; null where some tensor is zero on one side only. */
  readonly minCosine: number | null;
  /** Share of rows with their largest element at the same place; null where no output has rows of classes. */
  readonly top1Agreement: number | null;
  /** Elements that are infinite or no number on one side, or not the same such on both. */
  readonly notFinite: number;
}

/** Rows of classes: the last axis of a tensor of few axes. An image's last axis holds no classes. */
const MOST_AXES_OF_CLASSES = 3;

/** Takes pairs of tensors of the same shape. */
export class DistanceTally {
  #maxAbsolute = 0;
  #maxRelative = 0;
  #minCosine = 1;
  #rows = 0;
  #agreeing = 0;
  #notFinite = 0;

  add(base: OutputTensor, head: OutputTensor): void {
    const [before, after] = [numbersOf(base), numbersOf(head)];
    let [difference, magnitude, product, ownSquares, otherSquares] = [0, 0, 0, 0, 0];
    for (let i = 0; i < before.length; i++) {
      const [one, other] = [Number(before[i]), Number(after[i])];
      if (!Number.isFinite(one) || !Number.isFinite(other)) {
        if (!Object.is(one, other)) this.#notFinite += 1;
        continue;
      }
      difference = Math.max(difference, Math.abs(other - one));
      magnitude = Math.max(magnitude, Math.abs(one));
      product += one * other;
      ownSquares += one * one;
      otherSquares += other * other;
    }
    this.#maxAbsolute = Math.max(this.#maxAbsolute, difference);
    if (difference > 0) this.#maxRelative = Math.max(this.#maxRelative, difference / magnitude);
    if (ownSquares > 0 || otherSquares > 0) {
      const cosine = difference === 0 ? 1 : product / Math.sqrt(ownSquares * otherSquares);
      this.#minCosine = Math.min(this.#minCosine, cosine);
    }
    this.#compareRows(base.dims, before, after);
  }

  get total(): OutputDistance {
    return {
      maxAbsolute: this.#maxAbsolute,
      maxRelative: finiteOrNull(this.#maxRelative),
      minCosine: finiteOrNull(Math.max(this.#minCosine, -1)),
      top1Agreement: this.#rows === 0 ? null : this.#agreeing / this.#rows,
      notFinite: this.#notFinite,
    };
  }

  #compareRows(dims: readonly number[], before: Numbers, after: Numbers): void {
    const classes = dims.at(-1) ?? 1;
    if (classes < 2 || dims.length > MOST_AXES_OF_CLASSES) return;
    for (let row = 0; row < before.length; row += classes) {
      this.#rows += 1;
      if (largestAt(before, row, classes) === largestAt(after, row, classes)) this.#agreeing += 1;
    }
  }
}

type Numbers = ArrayLike<number | bigint>;

function numbersOf({ type, data }: OutputTensor): Numbers {
  if (type === 'float16') return Float64Array.from(data as Uint16Array, fromHalfBits);
  return data as Exclude<TensorData, string[]>;
}

/** Place of the first of the largest. */
function largestAt(values: Numbers, from: number, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if ((values[from + i] ?? 0) > (values[from + best] ?? 0)) best = i;
  return best;
}

const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
