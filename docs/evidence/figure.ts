/** The picture: how often the indicator of a row is contradicted by that of a column. */
import * as Plot from '@observablehq/plot';

export interface Cell {
  readonly panel: string;
  readonly cheaper: string;
  readonly dearer: string;
  /** Null on the diagonal, and where there are no pairs. */
  readonly share: number | null;
}

/** Beyond half of the pairs, where two numbers would know nothing of each other: no cell is too dark for its figure. */
const MOST = 0.6;
const INK = '#1f2328';

/** Light or dark as the reader's system is; cells keep their colours and figures their ink. */
export const STYLE = `svg { background: #ffffff; color: ${INK} } @media (prefers-color-scheme: dark) { svg { background: #0d1117; color: #e6edf3 } }`;

/** @param names Rows and columns, in order. @param panels One matrix each, side by side. */
export function figureOf(
  cells: readonly Cell[],
  names: readonly string[],
  panels: readonly string[],
): Plot.PlotOptions {
  const channels = { x: 'dearer', y: 'cheaper', fx: 'panel' };
  const known = cells.filter(({ share }) => share !== null);
  return {
    style: { fontFamily: 'system-ui, sans-serif', fontSize: '12px' },
    width: 170 + panels.length * (names.length * 52 + 20),
    height: 165 + names.length * 30,
    marginLeft: 160,
    marginTop: 60,
    marginBottom: 115,
    marginRight: 40,
    fx: { label: null, domain: panels, axis: null, padding: 0.06 },
    x: { label: null, domain: names, tickSize: 0, tickRotate: -40 },
    y: { label: null, domain: names, tickSize: 0 },
    color: { type: 'linear', domain: [0, MOST], scheme: 'oranges', clamp: true },
    marks: [
      Plot.axisFx({ anchor: 'top', label: null, fontSize: 13, fontWeight: 'bold', dy: -28 }),
      Plot.cell(known, { ...channels, fill: 'share', inset: 0.5, rx: 2 }),
      Plot.text(known, {
        ...channels,
        text: ({ share }: Cell) => `${((share ?? 0) * 100).toFixed(0)} %`,
        fill: INK,
      }),
      Plot.text(
        cells.filter(({ share }) => share === null),
        { ...channels, text: () => '–', fillOpacity: 0.6 },
      ),
      Plot.text(panels.slice(0, 1), {
        fx: (panel: string) => panel,
        frameAnchor: 'top-left',
        text: () => 'cheaper by this …',
        dx: -8,
        dy: -16,
        textAnchor: 'end',
        fontStyle: 'italic',
      }),
      Plot.text(panels, {
        fx: (panel: string) => panel,
        frameAnchor: 'top-left',
        text: () => '… and dearer by this, share of pairs',
        dy: -16,
        fontStyle: 'italic',
      }),
    ],
  };
}
