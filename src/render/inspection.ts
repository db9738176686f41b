/** What `inspect` shows of one model: what was counted, how much of the graph that covers, and by operator. */
import { COUNTED } from '../indicators.js';
import type { Count, NodeRow, StaticProfile, ValueDeclaration } from '../onnx/profile.js';
import { formatQuantity } from '../quantity.js';
import { NOT_MEASURED } from './comparison-cells.js';
import { terminalText } from './escape.js';
import { nodeLines, operatorLines } from './inspection-rows.js';
import { type Palette, paletteFor } from './terminal-colours.js';
import { type Cell, type Column, grid, wrap } from './terminal-layout.js';

export interface InspectionOptions {
  readonly colour: boolean;
  /** Columns. */
  readonly width: number;
  /** The model as the user named it. */
  readonly name: string;
  /** The breakdown by node, where it was asked for. */
  readonly nodes?: readonly NodeRow[];
}

const INDENT = '  ';

export function renderInspection(
  profile: StaticProfile,
  { colour, width, name, nodes = [] }: InspectionOptions,
): string {
  const palette = paletteFor(colour);
  const blocks = [
    [
      palette.strong(terminalText(name)),
      ...wrap(describe(profile), width, INDENT),
      ...interfaceLines(profile),
    ],
    countLines(profile, width, palette),
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

function countLines({ counts }: StaticProfile, width: number, palette: Palette): string[] {
  const shown = COUNTED.flatMap(({ id, label, unit }) => {
    const count = Object.hasOwn(counts, id) ? counts[id as keyof typeof counts] : undefined;
    return count === undefined ? [] : [{ label, unit, count }];
  });
  const rows = shown.map(({ label, unit, count }): Cell[] => [
    { text: label },
    { text: exact(count, unit) },
    { text: count.value === null ? 'unknown' : formatQuantity(count.value, unit) },
    count.value === null ? { text: NOT_MEASURED, paint: palette.unsure } : { text: 'counted' },
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

function labelsByReason(
  shown: readonly { readonly label: string; readonly count: Count }[],
): ReadonlyMap<string, string[]> {
  const labels = new Map<string, string[]>();
  for (const { label, count } of shown) {
    if (count.value !== null) continue;
    const reason = count.reason ?? 'the reason is not recorded';
    labels.set(reason, [...(labels.get(reason) ?? []), label]);
  }
  return labels;
}

const exact = ({ value }: Count, unit: string): string =>
  value === null ? 'unknown' : `${value.toLocaleString('en-US')}${unit === 'bytes' ? ' B' : ''}`;

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
