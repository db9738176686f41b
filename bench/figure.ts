/** Plots as SVG files for docs/: Observable Plot, drawn without a browser. */
import { writeFile } from 'node:fs/promises';
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/** What of a drawing is needed here: this project is compiled without the types of a browser. */
interface Drawing {
  setAttribute(name: string, value: string): void;
  readonly outerHTML: string;
}

const newPage = parseHTML as unknown as (html: string) => { readonly document: unknown };
const draw = Plot.plot as unknown as (options: object) => Drawing;

/** Writes a plot without a legend: label within. @param css For what attributes cannot say, such as a dark page. */
export async function writeFigure(file: string, options: Plot.PlotOptions, css = ''): Promise<void> {
  const { document } = newPage('<!doctype html><html><body></body></html>');
  const style = { background: 'white', color: 'black', fontFamily: 'sans-serif', fontSize: '12px' };
  const svg = draw({ style, ...options, document });
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const drawn = css === '' ? svg.outerHTML : svg.outerHTML.replace('>', () => `><style>${css}</style>`);
  await writeFile(file, `${drawn}\n`);
}
