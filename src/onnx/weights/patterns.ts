/** Zeros in a pattern that hardware or a smaller model can make use of, seen while elements go by. */

/** Along one axis of a tensor, element after element. */
export interface Axis {
  /** Size of the axis. */
  readonly size: number;
  /** Elements from one index along it to the next. */
  readonly stride: number;
}

export interface Pattern {
  /** @param marks 1 for an element that is not zero. */
  see(marks: Uint8Array, count: number): void;
}

/** The axis of a tensor; undefined beyond its rank. */
export function axisOf(dims: readonly number[], axis: number): Axis | undefined {
  const at = axis < 0 ? axis + dims.length : axis;
  const size = dims[at];
  return size === undefined
    ? undefined
    : { size, stride: dims.slice(at + 1).reduce((all, dim) => all * dim, 1) };
}

const GROUP = 4;
const KEPT = 2;

/**
 * 2:4 sparsity: of each four neighbours along the axis that is summed over, at most two are not zero (Mishra et al.
 * 2021, "Accelerating sparse deep neural networks"). A last group that is not full may hold two as well.
 */
export class TwoOfFour implements Pattern {
  holds = true;
  #along = 0;
  #inner = 0;
  readonly #kept: Uint8Array;

  constructor(private readonly axis: Axis) {
    this.#kept = new Uint8Array(axis.stride);
  }

  see(marks: Uint8Array, count: number): void {
    const { size, stride } = this.axis;
    const kept = this.#kept;
    let [along, inner] = [this.#along, this.#inner];
    let most = 0;
    for (let index = 0; index < count && most <= KEPT; index++) {
      const sum = (kept[inner] ?? 0) + (marks[index] ?? 0);
      if (sum > most) most = sum;
      kept[inner] = sum;
      if (++inner < stride) continue;
      inner = 0;
      if (++along === size) along = 0;
      if (along % GROUP === 0) kept.fill(0);
    }
    this.holds &&= most <= KEPT;
    [this.#along, this.#inner] = [along, inner];
  }
}

/** Channels along the axis of outputs that are zero as a whole: they compute nothing. */
export class ZeroChannels implements Pattern {
  #along = 0;
  #inner = 0;
  #zero: number;
  readonly #alive: Uint8Array;

  constructor(private readonly axis: Axis) {
    this.#alive = new Uint8Array(axis.size);
    this.#zero = axis.size;
  }

  get count(): number {
    return this.#zero;
  }

  see(marks: Uint8Array, count: number): void {
    const { size, stride } = this.axis;
    const alive = this.#alive;
    let [along, inner, zero] = [this.#along, this.#inner, this.#zero];
    for (let index = 0; index < count && zero > 0;) {
      const end = Math.min(index + stride - inner, count);
      const next = alive[along] === 0 ? nextOne(marks, index, end) : end;
      if (next < end) {
        alive[along] = 1;
        zero--;
      }
      inner += end - index;
      index = end;
      if (inner < stride) continue;
      inner = 0;
      if (++along === size) along = 0;
    }
    [this.#along, this.#inner, this.#zero] = [along, inner, zero];
  }
}

function nextOne(marks: Uint8Array, start: number, end: number): number {
  let place = start;
  while (place < end && marks[place] === 0) place++;
  return place;
}
