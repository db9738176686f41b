/**
 * Kendall's tau-b (Kendall 1945, "The treatment of ties in ranking problems"): the rank correlation that counts pairs,
 * (concordant - discordant) / sqrt((pairs not tied in x) (pairs not tied in y)). simple-statistics has Spearman's alone.
 * Quadratic in the number of values, which a thousand or two models allow.
 * @param x Values; pairs with `y` by position.
 * @returns From -1 to 1; NaN where all of one are equal, and for fewer than two.
 * @throws RangeError for unequal lengths.
 */
export function kendallTau(x: readonly number[], y: readonly number[]): number {
  if (x.length !== y.length) throw new RangeError(`${x.length} values against ${y.length}`);
  let agreement = 0;
  let apartInX = 0;
  let apartInY = 0;
  for (const [i, xi] of x.entries()) {
    const yi = y[i] ?? NaN;
    for (let j = 0; j < i; j++) {
      const dx = Math.sign(xi - (x[j] ?? NaN));
      const dy = Math.sign(yi - (y[j] ?? NaN));
      agreement += dx * dy;
      apartInX += Math.abs(dx);
      apartInY += Math.abs(dy);
    }
  }
  return agreement / Math.sqrt(apartInX * apartInY);
}
