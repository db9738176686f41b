/** Tables of models and their cost indicators, read from CSV. */
import { csvParse } from 'd3-dsv';
import { findIndicator, type IndicatorId } from '../../src/indicators.js';

export interface Column {
  /** As the table has it. */
  readonly header: string;
  readonly indicator: IndicatorId;
  /** Where it was measured; null for what is counted. */
  readonly machine: string | null;
  readonly better: 'lower' | 'higher';
  /** One for each model, in the column's own unit; null where the table has none. */
  readonly values: readonly (number | null)[];
}

export interface IndicatorTable {
  readonly models: number;
  readonly columns: readonly Column[];
  /** Headers that no indicator is known for. */
  readonly ignored: readonly string[];
}

/** Headers as benchmark tables write them; what follows is the machine. The unit does not matter: ratios have none. */
const CONVENTION: readonly (readonly [header: RegExp, indicator: IndicatorId])[] = [
  [/^(?:params?|parameters)(?:_m)?$/, 'parameters'],
  [/^g?macs$/, 'macs'],
  [/^g?flops$/, 'flops'],
  [/^m?activations$/, 'activations'],
  [/^(?:model_)?(?:m|g)?b(?:ytes)?$/, 'model_bytes'],
  [/^latency_(?:ms|s|us)_(.+)$/, 'latency_p50'],
  [/^(?:img|samples|inferences)_per_s_(.+)$/, 'throughput'],
  [/^peak_(?:memory|rss)_(?:m|g)?b(?:ytes)?_(.+)$/, 'peak_rss_bytes'],
];

/**
 * @param text CSV with a header and a row for each model; an empty cell is a value that there is none of.
 * @param mapping What columns are, where the header does not tell: `id` or `id@machine` by header. Columns that it
 *   names come in its order, after those that the headers tell of.
 * @throws Error for a mapping that names no column or no indicator, and for a cell that is no number or below 0.
 */
export function readIndicatorTable(
  text: string,
  mapping: ReadonlyMap<string, string> = new Map(),
): IndicatorTable {
  const rows = csvParse(text);
  const told = rows.columns.flatMap((header) => {
    const meaning = mapping.has(header) ? null : byConvention(header);
    return meaning === null ? [] : [{ header, ...meaning }];
  });
  const mapped = [...mapping].map(([header, meaning]) => {
    if (!rows.columns.includes(header)) throw new Error(`The table has no column ${header}.`);
    const [id = '', machine = null] = meaning.split('@');
    return { header, indicator: knownIndicator(id), machine };
  });
  const columns = [...told, ...mapped].map(({ header, indicator, machine }): Column => ({
    header,
    indicator,
    machine,
    better: findIndicator(indicator)?.better ?? 'lower',
    values: rows.map((row, at) => cellOf(row[header] ?? '', header, at)),
  }));
  const used = new Set(columns.map(({ header }) => header));
  return { models: rows.length, columns, ignored: rows.columns.filter((header) => !used.has(header)) };
}

function byConvention(header: string): { indicator: IndicatorId; machine: string | null } | null {
  for (const [pattern, indicator] of CONVENTION) {
    const found = pattern.exec(header.toLowerCase());
    if (found !== null) return { indicator, machine: found[1] ?? null };
  }
  return null;
}

function knownIndicator(id: string): IndicatorId {
  const found = findIndicator(id);
  if (found === undefined) throw new Error(`There is no indicator ${id}: see src/indicator.ts.`);
  return found.id;
}

function cellOf(text: string, header: string, row: number): number | null {
  if (text.trim() === '') return null;
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0)
    throw new Error(`Row ${row + 2} of column ${header} is no number of a cost: ${text}`);
  // A table that rounds to nothing tells nothing of a ratio.
  return value === 0 ? null : value;
}
