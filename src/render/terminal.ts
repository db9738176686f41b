/** A report for people at a terminal: what was found, what to do, then the numbers. */
import type { GateReport, ModelReport } from '../report.js';
import { acknowledgementLines } from './acknowledgements.js';
import { claimLines } from './claims.js';
import { creepLines } from './creep.js';
import { terminalText } from './escape.js';
import { frontLines } from './fronts.js';
import { headlineOf } from './headline.js';
import { fleetSuffix } from './fleet-rows.js';
import { formatDate } from './notes.js';
import { machineFacts } from './set-up.js';
import { leastFavourableFirst, standingMark } from './signs.js';
import { faultLines, fleetBlocks } from './terminal-fleet.js';
import { paintMark, type Palette, paletteFor } from './terminal-colours.js';
import { type Cell, grid, wrap } from './terminal-layout.js';
import { noteLines, sentenceLines, supplementLines, tableLines } from './terminal-model.js';

export interface TerminalOptions {
  readonly colour: boolean;
  /** Columns. */
  readonly width: number;
}

/** The whole report as text that ends with a newline. A function of its arguments alone. */
export function renderTerminal(report: GateReport, { colour, width }: TerminalOptions): string {
  const palette = paletteFor(colour);
  if (isQuiet(report)) return `${paintMark(headlineOf(report), palette)}: ${terminalText(range(report))}\n`;
  const options = { width, palette };
  const models = leastFavourableFirst(report.models);
  const several = models.length > 1 || report.fleet !== undefined;
  const blocks = [
    ...fleetBlocks(report, options),
    ...(several ? [overview(models, palette)] : models.map((model) => sentenceLines(model, options))),
    conclusion(report, width, palette),
    faultLines(report, options),
    ...models.flatMap((model) => [
      ...(several ? [sentenceLines(model, options)] : []),
      tableLines(model, options),
      noteLines(model, options),
      supplementLines(model, options),
    ]),
    creepLines(report, width, palette),
    frontLines(report).flatMap((line, at) => wrap(terminalText(line), width, at === 0 ? '' : '  ')),
    claimLines(report, width, palette),
    acknowledgementLines(report, width, palette),
    warnings(report, width, palette),
    footer(report, width).map(palette.faint),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

/** A change that touches no model is told in one line. */
function isQuiet({ models, warnings, gate }: GateReport): boolean {
  return models.length === 0 && warnings.length === 0 && gate.conclusion === 'passed';
}

function conclusion(report: GateReport, width: number, palette: Palette): string[] {
  const headline = headlineOf(report);
  return [
    palette.strong(`${paintMark(headline, palette)}${terminalText(fleetSuffix(report))}`),
    ...wrap(terminalText(report.gate.summary), width, '  '),
  ];
}

/** Names come last: they are as long as they like. */
function overview(models: readonly ModelReport[], palette: Palette): string[] {
  const rows = models.map((model): Cell[] => {
    const mark = standingMark(model);
    return [
      { text: `${mark.sign} ${mark.word}`, paint: palette[mark.tone] },
      tally(model, 'improved', palette.good),
      tally(model, 'regressed', palette.bad),
      tally(model, 'inconclusive', palette.unsure),
      { text: terminalText(model.name) },
    ];
  });
  const columns = [
    { heading: 'head against base', align: 'left' },
    { heading: 'better', align: 'right' },
    { heading: 'worse', align: 'right' },
    { heading: 'not decided', align: 'right' },
    { heading: 'model', align: 'left' },
  ] as const;
  return grid(columns, rows, { indent: '', heading: palette.faint });
}

function tally({ comparisons, status }: ModelReport, verdict: string, paint: Cell['paint'] & {}): Cell {
  if (status !== 'compared') return { text: '-' };
  const count = comparisons.filter((one) => one.verdict === verdict).length;
  return count === 0 ? { text: '0' } : { text: String(count), paint };
}

function warnings({ warnings: found }: GateReport, width: number, palette: Palette): string[] {
  return found.flatMap((text) => {
    const [first = '', ...others] = wrap(`! ${terminalText(text)}`, width);
    return [palette.unsure(first), ...others];
  });
}

function footer(report: GateReport, width: number): string[] {
  const { createdAt, policy, tool, machines } = report;
  const factsOf = (machine: Pick<GateReport, 'environment'>): string =>
    machineFacts(machine)
      .map(([what, how]) => `${what}: ${how}`)
      .join('; ');
  const machine = (machines ?? []).map((one) => `${one.name}: ${factsOf(one) || 'nothing was measured'}`);
  if (machines === undefined && report.environment !== null) machine.push(factsOf(report));
  return [
    ...machine.flatMap((facts) => wrap(terminalText(facts), width)),
    ...wrap(terminalText(`${range(report)}; configuration: ${policy.source}`), width),
    terminalText(`${formatDate(createdAt)}, ${tool.name} ${tool.version}`),
  ];
}

function range({ base, head }: Pick<GateReport, 'base' | 'head'>): string {
  const side = ({ label, sha }: GateReport['base']): string =>
    sha === null ? label : `${label} (${sha.slice(0, 10)})`;
  return `${side(base)} -> ${side(head)}`;
}
