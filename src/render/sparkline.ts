/** Values over commits in a few characters, for a terminal. */

const LEVELS = Array.from('▁▂▃▄▅▆▇█');
/** What lies between values that are not compared. */
const BREAK = '|';
/** A change smaller than this part of the value is noise to the eye and is not blown up to the whole height. */
const LEAST_SPAN = 0.1;

export interface Mark {
  readonly value: number;
  /** Whether it is not compared with the value before it. */
  readonly apart: boolean;
}

/**
 * The latest values, one character each, with a bar wherever the next is not compared with the one before. Each
 * stretch between bars has a scale of its own, so that heights say nothing across a bar.
 * @param width Characters, bars included.
 */
export function sparkline(marks: readonly Mark[], width: number): string {
  let room = width;
  let from = marks.length;
  while (from > 0) {
    const needed = marks[from]?.apart === true ? 2 : 1;
    if (room < needed) break;
    room -= needed;
    from -= 1;
  }
  const stretches: number[][] = [];
  for (const [at, { value, apart }] of marks.slice(from).entries()) {
    if (at === 0 || apart) stretches.push([]);
    stretches.at(-1)?.push(value);
  }
  return stretches.map(drawn).join(BREAK);
}

function drawn(values: readonly number[]): string {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const centre = (least + most) / 2;
  const span = Math.max(most - least, LEAST_SPAN * Math.abs(centre));
  return values
    .map((value) => {
      const height = span === 0 ? 0.5 : (value - centre) / span + 0.5;
      return LEVELS[Math.min(Math.floor(height * LEVELS.length), LEVELS.length - 1)];
    })
    .join('');
}
