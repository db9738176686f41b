/** Plots as SVG inside of the page: Observable Plot, drawn without a browser. */
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { beginningOf, plainName } from '../escape.js';
import { Markup, markup } from './markup.js';

/** What of a drawing is needed here: this project is compiled without the types of a browser. */
interface Drawing {
  readonly innerHTML: string;
  getAttribute(name: string): string | null;
}
const newPage = parseHTML as unknown as (html: string) => { readonly document: unknown };
const draw = Plot.plot as unknown as (options: object) => Drawing;
const { document } = newPage('<!doctype html><html><body></body></html>');

export interface Picture {
  /** Unique in the page. */
  readonly id: string;
  /** What is drawn. */
  readonly title: string;
  /** What it shows, for those who do not see it. */
  readonly description: string;
  /** What must be known to read it, below it; null where nothing. */
  readonly caption: string | null;
  /** What it comes to, below the title. */
  readonly result?: Markup;
}

/** Pixels: of a text column of the page, and of a telephone. */
export const WIDE = 1120;
export const NARROW = 328;

/** A picture that is drawn anew for narrow screens: shrunk, its text could not be read. */
export function responsiveFigure(picture: Picture, options: (width: number) => Plot.PlotOptions): Markup {
  return figure(picture, 'figure', [
    svg(picture, options(WIDE), 'wide', words(picture)),
    svg(picture, options(NARROW), 'narrow', null),
  ]);
}

/** A picture that fits a telephone as it is; several stand side by side where there is room. */
export function smallFigure(picture: Picture, options: Plot.PlotOptions): Markup {
  return figure(picture, 'figure small', [
    svg(picture, { width: NARROW, ...options }, 'fixed', words(picture)),
  ]);
}

export const smallFigures = (figures: readonly Markup[]): Markup =>
  markup`<div class="figures">${figures}</div>`;

function figure({ title, result, caption }: Picture, kind: string, drawings: readonly Markup[]): Markup {
  return markup`<figure class="${kind}"><div class="title" aria-hidden="true">${title}</div>${
    result === undefined ? null : markup`<div class="result" aria-hidden="true">${result}</div>`
  }${drawings}${caption === null ? null : markup`<figcaption>${caption}</figcaption>`}</figure>`;
}

/** The page's own policy allows no style inside of the picture: what Plot would put there is in the page's sheet. */
function svg({ id }: Picture, options: Plot.PlotOptions, variant: string, inside: Markup | null): Markup {
  const drawing = draw({ marginTop: 8, marginBottom: 32, ...options, document });
  const [width = '0', height = '0'] = ['width', 'height'].map((name) => drawing.getAttribute(name) ?? '0');
  const marks = compact(drawing.innerHTML.replace(/<style>[^<]*<\/style>/, ''));
  return markup`<svg class="plot ${variant}" role="img" aria-labelledby="${id}-t ${id}-d" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" text-anchor="middle" fill="currentColor">${inside}${new Markup(marks)}</svg>`;
}

/** Once for all variants of a picture: a name may be that of an element that is not displayed. */
const words = ({ id, title, description }: Picture): Markup =>
  markup`<title id="${id}-t">${title}</title><desc id="${id}-d">${description}</desc>`;

/** A hundredth of a pixel is seen by nobody. Text is left alone: its angle brackets are escaped. */
function compact(source: string): string {
  return source.replace(/<[^>]+>/g, (tag) =>
    tag
      .replace(/\d+\.\d{2,}/g, (number) => String(Number(Number(number).toFixed(Number(number) < 1 ? 2 : 1))))
      .replace(/ aria-(?:label|hidden|describedby)="[^"]*"/g, '')
      .replace(/ \/>$/, '/>'),
  );
}

/** Of text that lies on lines. */
export const HALO = { stroke: 'var(--ground)', strokeWidth: 4, fill: 'var(--ink)' } as const;

/** A name in a picture, cut where there is no room for it; the table beside the picture has all of it. */
export function nameWithin(name: string, characters: number): string {
  return beginningOf(plainName(name), characters);
}
