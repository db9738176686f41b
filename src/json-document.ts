/** Lists of numbers, of which a report has tens of thousands, one to a line each. */
const SPREAD_NUMBERS = /\[\n\s+(-?\d[^[\]{}"]*?)\n\s+\]/g;

/**
 * A JSON document for people and programs: indented, with lists of numbers on one line, which makes a report a third
 * of the size. Text never matches: JSON writes a line break in it as `\n`.
 */
export function documentOf(value: unknown): string {
  const spread = JSON.stringify(value, null, 2);
  return `${spread.replace(SPREAD_NUMBERS, (_, numbers: string) => `[${numbers.replace(/\s+/g, ' ')}]`)}\n`;
}
