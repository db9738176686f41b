/** The spread of values that come one by one: kept sorted, so that the median absolute deviation costs one pass. */
export class RunningSpread {
  readonly #sorted: number[] = [];

  add(value: number): void {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] ?? Infinity) <= value) low = middle + 1;
      else high = middle;
    }
    this.#sorted.splice(low, 0, value);
  }

  /** The median of the distances from the median; NaN without a value. */
  medianAbsoluteDeviation(): number {
    const sorted = this.#sorted;
    const count = sorted.length;
    const at = (index: number): number => sorted[index] ?? Number.NaN;
    const centre = (at((count - 1) >> 1) + at(count >> 1)) / 2;
    // Distances grow to both sides of the centre: merging the sides yields them in order, up to the middle ones.
    let left = (count - 1) >> 1;
    let right = left + 1;
    const next = (): number => {
      const below = left >= 0 ? centre - at(left) : Infinity;
      const above = right < count ? at(right) - centre : Infinity;
      if (below <= above) left--;
      else right++;
      return Math.min(below, above);
    };
    const distances: number[] = [];
    while (distances.length <= count >> 1) distances.push(next());
    return ((distances[(count - 1) >> 1] ?? Number.NaN) + (distances[count >> 1] ?? Number.NaN)) / 2;
  }
}
