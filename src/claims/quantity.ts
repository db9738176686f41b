/** Sizes as English writes them: "30 %", "2x", "a third", "an order of magnitude", "40 ms". */
import { type Dimension, PREFIXES, RATE, SHARES, UNITS, WORDS } from './lexicon/units.js';

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
const END = '(?![A-Za-z0-9_])';
const PERCENT = String.raw`(?:%|percent${END}|per cent${END})`;
const TIMES = String.raw`(?:x(?!\w)|times${END}|-?fold${END})`;

type Reader = readonly [pattern: RegExp, read: (groups: readonly string[]) => Quantity];

const sticky = (pattern: string): RegExp => new RegExp(pattern, 'iy');
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
  [sticky(String.raw`x${SPACE}(\d\d?(?:\.\d+)?)(?![\d.]*[A-Za-z\d])(?!x)`), ([number = '']) => times(number)],
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
    sticky(String.raw`(${SIGN})(${NUMBER})(?![A-Za-z0-9_]|\.\d|-[A-Za-z]|x\d)`),
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

/** To the digits that are given: "6 %" is 5.5 to 6.5 %. */
function percent(sign: string, number: string): Quantity {
  const { value, half } = digits(number);
  return { kind: 'percent', value: value / 100, half: half / 100, sign: signOf(sign) };
}

/** To the digits that are given, and where that is one, to a fortieth: else "2x" could stand for 1.5x. */
function times(number: string): Quantity {
  const { value, half } = digits(number);
  return factor(value, value < 10 ? Math.min(half, Math.max(value / 40, TENTH)) : half);
}

function amount(sign: string, number: string, dimension: Dimension, scale: number): Quantity {
  const { value, half } = digits(number);
  return {
    kind: 'amount',
    value: value * scale,
    half: (value < 10 ? Math.min(half, TENTH) : half) * scale,
    dimension,
    unit: scale,
    sign: signOf(sign),
  };
}

const signOf = (sign: string): -1 | 0 | 1 => (sign === '-' ? -1 : sign === '+' ? 1 : 0);

/** Half a tenth: of one digit, a tenth is taken to be meant as well. "4 ms" is 3.95 to 4.05 ms. */
const TENTH = 0.05;

/** A number and half a unit of its last digit: "30" is 29.5 to 30.5. */
function digits(text: string): Digits {
  const plain = text.replaceAll(',', '');
  const decimals = plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0;
  return { value: Number(plain), half: 10 ** -decimals / 2 };
}
