/** A plot with logarithmic axes as SVG, for the documentation: lines with points, a legend, no dependencies. */

export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface LogPlot {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly series: readonly Series[];
}

const WIDTH = 420;
const HEIGHT = 300;
const MARGIN = { left: 64, right: 16, top: 32, bottom: 48 };
/** Okabe and Ito (2008): told apart by colour-blind readers. */
const COLOURS = ['#0072B2', '#D55E00', '#009E73', '#CC79A7'];

/** Plots beside each other. Both axes end at powers of ten. */
export function logPlots(plots: readonly LogPlot[]): string {
  const body = plots.map((plot, index) => `<g transform="translate(${index * WIDTH} 0)">${drawn(plot)}</g>`);
  const size = `width="${plots.length * WIDTH}" height="${HEIGHT}"`;
  const style = 'font-family="sans-serif" font-size="12" fill="#333"';
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${style}><rect width="100%" height="100%" fill="#fff"/>${body.join('')}</svg>\n`;
}

function drawn({ title, x, y, series }: LogPlot): string {
  const points = series.flatMap((each) => each.points);
  const across = axis(
    points.map(([at]) => at),
    MARGIN.left,
    WIDTH - MARGIN.right,
  );
  const up = axis(
    points.map(([, at]) => at),
    HEIGHT - MARGIN.bottom,
    MARGIN.top,
  );
  const [left, right, bottom, top] = [MARGIN.left, WIDTH - MARGIN.right, HEIGHT - MARGIN.bottom, MARGIN.top];
  const grid = [
    ...across.ticks.map((tick) => line(across.at(tick), bottom, across.at(tick), top)),
    ...up.ticks.map((tick) => line(left, up.at(tick), right, up.at(tick))),
  ];
  const labels = [
    ...across.ticks.map((tick) => text(across.at(tick), bottom + 16, short(tick), 'middle')),
    ...up.ticks.map((tick) => text(left - 6, up.at(tick) + 4, short(tick), 'end')),
    text((left + right) / 2, HEIGHT - 12, x, 'middle'),
    `<g transform="translate(14 ${(top + bottom) / 2}) rotate(-90)">${text(0, 0, y, 'middle')}</g>`,
    text(left, 18, title, 'start'),
  ];
  const lines = series.map(({ name, points: of }, index) => {
    const colour = COLOURS[index % COLOURS.length] ?? '#000';
    const places = of.map(([atX, atY]) => [across.at(atX), up.at(atY)] as const);
    const dots = places.map(
      ([cx, cy]) => `<circle cx="${round(cx)}" cy="${round(cy)}" r="3" fill="${colour}"/>`,
    );
    const path = places.map(([cx, cy]) => `${round(cx)},${round(cy)}`).join(' ');
    const key = `<g fill="${colour}">${text(left + 8, top + 16 + 16 * index, name, 'start')}</g>`;
    return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}${key}`;
  });
  return [...grid, ...labels, ...lines].join('');
}

function axis(
  values: readonly number[],
  start: number,
  end: number,
): { ticks: number[]; at(value: number): number } {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  return {
    ticks: Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index)),
    at: (value) => start + ((Math.log10(value) - low) / (high - low)) * (end - start),
  };
}

const round = (value: number): number => Math.round(10 * value) / 10;
const short = (value: number): string =>
  value >= 1 ? value.toLocaleString('en-US') : String(Number(value.toPrecision(1)));
const line = (x1: number, y1: number, x2: number, y2: number): string =>
  `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="#ddd"/>`;
const text = (x: number, y: number, content: string, anchor: string): string =>
  `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${content.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`;
