/** The sign-mixture e-process the obvious way: the integral expanded term by term, in whole numbers. */

/** E(n, s) as an exact fraction: (n+1)-fold 2 times the integral of p^s (1-p)^(n-s) over [1/2, 1]. */
export function exactEvidence(rounds: number, onSide: number): { numerator: bigint; denominator: bigint } {
  let numerator = 0n;
  let denominator = 1n;
  const off = rounds - onSide;
  for (let j = 0; j <= off; j++) {
    // (1-p)^off = sum of (-1)^j C(off, j) p^j, and p^(s+j) integrates to (1 - 2^-(s+j+1)) / (s+j+1).
    const power = BigInt(onSide + j + 1);
    const sign = j % 2 === 0 ? 1n : -1n;
    const termNumerator = sign * choose(off, j) * (2n ** power - 1n);
    const termDenominator = power * 2n ** power;
    numerator = numerator * termDenominator + termNumerator * denominator;
    denominator *= termDenominator;
    const divisor = greatestCommonDivisor(numerator, denominator);
    numerator /= divisor;
    denominator /= divisor;
  }
  return { numerator: numerator * 2n ** BigInt(rounds + 1), denominator };
}

/** The smallest number of rounds on one side whose exact evidence reaches a whole threshold; Infinity if none. */
export function exactCriticalCount(rounds: number, threshold: number): number {
  for (let onSide = 0; onSide <= rounds; onSide++) {
    const { numerator, denominator } = exactEvidence(rounds, onSide);
    if (numerator >= BigInt(threshold) * denominator) return onSide;
  }
  return Infinity;
}

export function choose(n: number, k: number): bigint {
  let result = 1n;
  for (let i = 1; i <= k; i++) result = (result * BigInt(n - k + i)) / BigInt(i);
  return result;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
