/** Words for numbers, and units by how they are written. */

/** What a measured amount is an amount of. */
export type Dimension =
  'time' | 'bytes' | 'rate' | 'energy' | 'power' | 'money' | 'carbon' | 'points' | 'plain';

export const WORDS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twenty: 20,
  hundred: 100,
};
export const SHARES: Readonly<Record<string, number>> = {
  half: 1 / 2,
  third: 1 / 3,
  quarter: 1 / 4,
  fourth: 1 / 4,
  fifth: 1 / 5,
  sixth: 1 / 6,
  seventh: 1 / 7,
  eighth: 1 / 8,
  ninth: 1 / 9,
  tenth: 1 / 10,
  twentieth: 1 / 20,
  hundredth: 1 / 100,
};

/** Units by how they are written, each with its dimension and scale. Case counts only where it must. */
export const UNITS: readonly (readonly [pattern: string, dimension: Dimension, scale: number])[] = [
  ['ns|nanoseconds?', 'time', 1e-6],
  ['us|µs|μs|microseconds?', 'time', 1e-3],
  ['ms|msecs?|milliseconds?', 'time', 1],
  ['s|secs?|seconds?', 'time', 1e3],
  ['min|mins|minutes?', 'time', 6e4],
  ['h|hrs?|hours?', 'time', 3.6e6],
  ['kb|kilobytes?', 'bytes', 1e3],
  ['mb|mbytes?|megabytes?', 'bytes', 1e6],
  ['gb|gbytes?|gigabytes?', 'bytes', 1e9],
  ['tb', 'bytes', 1e12],
  ['kib', 'bytes', 2 ** 10],
  ['mib', 'bytes', 2 ** 20],
  ['gib', 'bytes', 2 ** 30],
  ['bytes?', 'bytes', 1],
  ['uj|µj', 'energy', 1e-6],
  ['mj|millijoules?', 'energy', 1e-3],
  ['j|joules?', 'energy', 1],
  ['kj', 'energy', 1e3],
  ['mwh', 'energy', 3.6],
  ['wh', 'energy', 3600],
  ['kwh', 'energy', 3.6e6],
  ['mw|milliwatts?', 'power', 1e-3],
  ['w|watts?', 'power', 1],
  [String.raw`m?g co2e?|grams? of co2`, 'carbon', 1],
  [String.raw`(?:percentage |% )?points?|pp|p\.p\.|pts?|bps?|ppt`, 'points', 1],
];
export const RATE =
  '(?:\\/ ?s(?:ec)?|fps|qps|rps|tps|(?:frames?|tokens?|toks?|samples?|images?|imgs?|requests?|reqs?|queries|sentences|inferences|infer|iterations|its?|items|predictions)(?: ?\\/ ?| per )(?:s|secs?|seconds?))';
export const PREFIXES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  b: 1e9,
  g: 1e9,
  billion: 1e9,
  t: 1e12,
  trillion: 1e12,
};
