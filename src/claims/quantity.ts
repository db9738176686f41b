/** Sizes as English writes them: "30 %", "2x", "a third", "an order of magnitude", "40 ms". */

/** What a measured amount is an amount of. */
export type Dimension =
  'time' | 'bytes' | 'rate' | 'energy' | 'power' | 'money' | 'carbon' | 'points' | 'plain';

export type Quantity =
  /** A fraction of the value: 0.3 in "30 %" and in "three tenths". */
  | (Digits & { readonly kind: 'percent'; readonly sign: -1 | 0 | 1 })
  /** So many times: 2 in "2x", "twice" and "two-fold". */
  | (Digits & { readonly kind: 'factor' })
  /** An amount, in the dimension's own unit. A number without a unit is `plain`. */
  | (Digits & {
      readonly kind: 'amount';
      readonly dimension: Dimension;
      /** What one of the unit as written is in the dimension's own. */
      readonly unit: number;
      readonly sign: -1 | 0 | 1;
    })
  /** From here to there: its size is left open. */
  | { readonly kind: 'range' };

interface Digits {
  readonly value: number;
  /** Half a unit of the last digit, in the value's own scale. */
  readonly half: number;
}

export interface QuantityMatch {
  readonly quantity: Quantity;
  readonly end: number;
}

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const SIGN = '[-+]?';
const SPACE = '[ \\u00a0\\u202f]?';
const END = String.raw`(?![\p{L}\p{N}_])`;
const PERCENT = String.raw`(?:%|percent${END}|per cent${END})`;
const TIMES = String.raw`(?:x(?!\w)|times${END}|-?fold${END})`;

const WORDS: Readonly<Record<string, number>> = {
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
const SHARES: Readonly<Record<string, number>> = {
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
const UNITS: readonly (readonly [pattern: string, dimension: Dimension, scale: number])[] = [
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
const RATE =
  '(?:\\/ ?s(?:ec)?|fps|qps|rps|tps|(?:frames?|tokens?|toks?|samples?|images?|imgs?|requests?|reqs?|queries|sentences|inferences|infer|iterations|its?|items|predictions)(?: ?\\/ ?| per )(?:s|secs?|seconds?))';
const PREFIXES: Readonly<Record<string, number>> = {
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

type Reader = readonly [pattern: RegExp, read: (groups: readonly string[]) => Quantity];

const sticky = (pattern: string): RegExp => new RegExp(pattern, 'iuy');
const range = (): Quantity => ({ kind: 'range' });
const factor = (value: number, half = value / 40): Quantity => ({ kind: 'factor', value, half });
const share = (value: number): Quantity => ({ kind: 'percent', value, half: 0.005, sign: 0 });
const alternatives = (words: Readonly<Record<string, number>>): string => Object.keys(words).join('|');

const READERS: readonly Reader[] = [
  // A range that "from" opens is a change from the one to the other.
  [
    sticky(
      String.raw`(?<!from )(?:between )?(?:${NUMBER})${SPACE}(?:${PERCENT}|x)?${SPACE}(?:-|to|and(?<=between.*))${SPACE}(?:${NUMBER})${SPACE}(?:${PERCENT}|${TIMES})`,
    ),
    range,
  ],
  [sticky(String.raw`(?:${NUMBER})-(?:${NUMBER})${SPACE}(?:ms|s|mb|gb|kb|mib|gib|${RATE})${END}`), range],
  [
    sticky(String.raw`(${SIGN})(${NUMBER})${SPACE}${PERCENT}`),
    ([sign = '', number = '']) => percent(sign, number),
  ],
  [sticky(String.raw`(?:by )?a? ?factor(?: of)? (${NUMBER})${END}`), ([number = '']) => times(number)],
  [sticky(String.raw`(${NUMBER})${SPACE}${TIMES}`), ([number = '']) => times(number)],
  [sticky(String.raw`x${SPACE}(\d\d?(?:\.\d+)?)(?![\d.]*[\p{L}\d])(?!x)`), ([number = '']) => times(number)],
  [
    sticky(
      String.raw`(?:a )?(?:factor of )?(${alternatives(WORDS)})(?:[ -]?fold|[ -]times|(?<=factor of \w+))${END}`,
    ),
    ([word = '']) => factor(WORDS[word.toLowerCase()] ?? 1),
  ],
  [
    sticky(String.raw`(\d)\/(\d\d?)(?= (?:of|the)${END})`),
    ([over = '1', under = '1']) => share(Number(over) / Number(under)),
  ],
  [sticky(`twice${END}|two times${END}|double the${END}`), () => factor(2)],
  [sticky(`thrice${END}|triple the${END}`), () => factor(3)],
  [sticky(`(?:an|one) order of magnitude${END}`), () => factor(10)],
  [
    sticky(`(${alternatives(WORDS)}|\\d) orders of magnitude${END}`),
    ([word = '']) => factor(10 ** (WORDS[word.toLowerCase()] ?? Number(word))),
  ],
  [
    sticky(
      String.raw`(?:(a|one|two|three|four|nine)[ -](?=\w)|(?=half))(${alternatives(SHARES)})s?${END}(?!-)`,
    ),
    ([count = 'one', name = '']) =>
      share((WORDS[count.toLowerCase()] ?? 1) * (SHARES[name.toLowerCase()] ?? 1)),
  ],
  [
    sticky(String.raw`(${SIGN})(${NUMBER})${SPACE}([kmg])?${SPACE}${RATE}${END}`),
    ([sign = '', number = '', prefix = '']) =>
      amount(sign, number, 'rate', PREFIXES[prefix.toLowerCase()] ?? 1),
  ],
  ...UNITS.map(([unit, dimension, scale]): Reader => [
    sticky(String.raw`(${SIGN})(${NUMBER})(?:${SPACE}|-)(?:${unit})${END}(?!\/ ?s)`),
    ([sign = '', number = '']) => amount(sign, number, dimension, scale),
  ]),
  [
    sticky(String.raw`(${SIGN})[$€£](${NUMBER})`),
    ([sign = '', number = '']) => amount(sign, number, 'money', 1),
  ],
  [
    sticky(
      String.raw`(${SIGN})(${NUMBER})${SPACE}(${alternatives(PREFIXES)})(?:${END}|(?=flops?|macs?|ops))`,
    ),
    ([sign = '', number = '', prefix = '']) =>
      amount(sign, number, 'plain', PREFIXES[prefix.toLowerCase()] ?? 1),
  ],
  [
    sticky(String.raw`(${SIGN})(${NUMBER})(?![\p{L}\p{N}_]|\.\d|-\p{L}|x\d)`),
    ([sign = '', number = '']) => amount(sign, number, 'plain', 1),
  ],
];

/** The quantity that begins at a position, the longest there is; null where none does. */
export function quantityAt(text: string, at: number): QuantityMatch | null {
  let best: QuantityMatch | null = null;
  for (const [pattern, read] of READERS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || pattern.lastIndex <= (best?.end ?? at)) continue;
    best = { quantity: read(match.slice(1)), end: pattern.lastIndex };
  }
  return best;
}

function percent(sign: string, number: string): Quantity {
  const { value, half } = digits(number);
  return { kind: 'percent', value: value / 100, half: half / 100, sign: signOf(sign) };
}

function times(number: string): Quantity {
  const { value, half } = digits(number);
  return factor(value, half);
}

function amount(sign: string, number: string, dimension: Dimension, scale: number): Quantity {
  const { value, half } = digits(number);
  return {
    kind: 'amount',
    value: value * scale,
    half: half * scale,
    dimension,
    unit: scale,
    sign: signOf(sign),
  };
}

const signOf = (sign: string): -1 | 0 | 1 => (sign === '-' ? -1 : sign === '+' ? 1 : 0);

/**
 * A number and half a unit of its last digit, of two digits at least: "2" is meant as 2.0, and claims 1.95 to 2.05;
 * "30" claims 29.5 to 30.5. One digit alone would let "2x" stand for 1.5x.
 */
function digits(text: string): Digits {
  const plain = text.replaceAll(',', '');
  const value = Number(plain);
  const decimals = plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0;
  const unit = value < 10 ? Math.min(10 ** -decimals, 0.1) : 10 ** -decimals;
  return { value, half: unit / 2 };
}
