/** What `inspect` shows of one model: its indicators, how much of the graph they cover, and by operator. */
import type { NodeRow, StaticProfile, ValueDeclaration } from '../onnx/profile.js';
import { formatQuantity } from '../quantity.js';
import { NOT_MEASURED } from './comparison-cells.js';
import { terminalText } from './escape.js';
import { type InspectedIndicator, inspectedIndicators } from './inspected-indicators.js';
import { nodeLines, operatorLines } from './inspection-rows.js';
import { type Palette, paletteFor } from './terminal-colours.js';
import { type Cell, type Column, grid, wrap } from './terminal-layout.js';

export interface InspectionOptions {
  readonly colour: boolean;
  /** Columns. */
  readonly width: number;
  /** The model as the user named it. */
  readonly name: string;
  /** Examples that one inference takes. */
  readonly batch: number;
  /** The breakdown by node, where it was asked for. */
  readonly nodes?: readonly NodeRow[];
}

const INDENT = '  ';

export function renderInspection(
  profile: StaticProfile,
  { colour, width, name, batch, nodes = [] }: InspectionOptions,
): string {
  const palette = paletteFor(colour);
  const blocks = [
    [
      palette.strong(terminalText(name)),
      ...wrap(describe(profile), width, INDENT),
      ...interfaceLines(profile),
    ],
    indicatorLines(inspectedIndicators(profile, batch), width, palette),
    precisionLines(profile, width),
    wrap(coverage(profile), width),
    operatorLines(profile.operators, palette),
    nodeLines(nodes, palette),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function describe({ irVersion, opsets, producer }: StaticProfile): string {
  const sets = Object.entries(opsets).map(
    ([domain, version]) => `${domain === '' ? 'ai.onnx' : domain} ${version}`,
  );
  return terminalText(
    `ONNX IR ${irVersion}, operator sets ${sets.join(', ')}, made by ${producer === '' ? 'an unnamed producer' : producer}`,
  );
}

function interfaceLines({ inputs, outputs }: StaticProfile): string[] {
  const side = (title: string, values: readonly ValueDeclaration[]): string[] =>
    values.map((value) => `${INDENT}${title.padEnd(6)}  ${terminalText(declaration(value))}`);
  return [...side('input', inputs), ...side('output', outputs)];
}

const declaration = ({ name, type, shape }: ValueDeclaration): string =>
  `${name} ${type} ${shape === null ? 'of unknown rank' : `[${shape.join(', ')}]`}`;

function indicatorLines(shown: readonly InspectedIndicator[], width: number, palette: Palette): string[] {
  const rows = shown.map(({ label, unit, value, provenance }): Cell[] => [
    { text: label },
    { text: value === null ? 'unknown' : exact(value, unit) },
    { text: value === null ? 'unknown' : formatQuantity(value, unit) },
    value === null ? { text: NOT_MEASURED, paint: palette.unsure } : { text: provenance },
  ]);
  const reasons = [...labelsByReason(shown)].flatMap(([reason, labels]) =>
    wrap(`? ${labels.join(', ')}: ${terminalText(reason)}`, width, INDENT),
  );
  const columns: Column[] = [
    { heading: 'indicator', align: 'left' },
    { heading: 'exact', align: 'right' },
    { heading: 'rounded', align: 'right' },
    { heading: 'provenance', align: 'left' },
  ];
  return [...grid(columns, rows, { indent: INDENT, heading: palette.faint }), ...reasons];
}

function labelsByReason(shown: readonly InspectedIndicator[]): ReadonlyMap<string, string[]> {
  const labels = new Map<string, string[]>();
  for (const { label, value, reason } of shown) {
    if (value !== null) continue;
    const why = reason ?? 'the reason is not recorded';
    labels.set(why, [...(labels.get(why) ?? []), label]);
  }
  return labels;
}

const exact = (value: number, unit: string): string =>
  `${value.toLocaleString('en-US')}${unit === 'bytes' ? ' B' : ''}`;

function coverage({ coverage: { costed, total, uncosted }, shapes }: StaticProfile): string {
  const source = shapes === 'none' ? 'no shapes are known' : `shapes from ${shapes}`;
  const open =
    uncosted.length === 0 ? '' : ` Without one: ${uncosted.map((op) => terminalText(op)).join(', ')}.`;
  return `${costed} of ${total} operators have a stated cost; ${source}.${open}`;
}

/** Every MAC once, by the precision of what is multiplied. */
function precisionLines({ macs_by_precision: macs }: StaticProfile, width: number): string[] {
  const parts = Object.entries(macs ?? {}).map(
    ([precision, count]) => `${precision} ${count.toLocaleString('en-US')}`,
  );
  return parts.length === 0 ? [] : wrap(terminalText(`MACs by precision: ${parts.join(', ')}.`), width);
}
