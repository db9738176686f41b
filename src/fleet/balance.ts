/** Spreading work over shards. Pure. */

/**
 * Longest processing time first: each piece of work goes to the shard that has least so far. Never more than 4/3 of
 * the shortest possible makespan (Graham 1969, "Bounds on multiprocessing timing anomalies").
 * @param costs Of each piece, in any unit.
 * @returns for each shard the indices of its pieces in their given order. No shard is empty, so that there may be
 * fewer than asked for; one, without work, where there is none.
 */
export function balance(costs: readonly number[], shards: number): number[][] {
  const bins = Array.from({ length: Math.max(1, Math.min(shards, costs.length)) }, () => ({
    load: 0,
    pieces: [] as number[],
  }));
  const longestFirst = costs
    .map((cost, piece) => ({ cost, piece }))
    .sort((one, other) => other.cost - one.cost || one.piece - other.piece);
  for (const { cost, piece } of longestFirst) {
    // Of several with the least, the one with fewest pieces: what is expected to take no time takes some.
    const [first] = bins;
    if (first === undefined) break;
    const lightest = bins.reduce(
      (least, bin) =>
        bin.load < least.load || (bin.load === least.load && bin.pieces.length < least.pieces.length)
          ? bin
          : least,
      first,
    );
    lightest.load += cost;
    lightest.pieces.push(piece);
  }
  return bins.map(({ pieces }) => pieces.sort((one, other) => one - other));
}
