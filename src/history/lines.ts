/** The history as a file: one JSON document a line, the oldest first. Nothing in it is trusted. */
import { type HistoryRecord, recordSchema } from './record.js';

export const HISTORY_FILE = 'history.jsonl';

/** What a history holds at most: the API is sent the whole file each time. The oldest lines give way. */
export const MOST_LINES = 5000;
export const MOST_BYTES = 4 * 1024 * 1024;
const LONGEST_LINE = 64 * 1024;

/** A line as it is written, and what it says; null for one that this version does not read. */
interface Line {
  readonly text: string;
  readonly record: HistoryRecord | null;
}

export interface History {
  /** By time; a line that stood before another of the same time still does. */
  readonly records: readonly HistoryRecord[];
  /** What a reader must know of it. Nothing of a line that was refused is quoted. */
  readonly notes: readonly string[];
}

export function readHistory(text: string): History {
  const lines = linesOf(text);
  const refused = lines.flatMap(({ record }, at) => (record === null ? [at + 1] : []));
  const notes =
    refused.length === 0
      ? []
      : [
          `${refused.length} of ${lines.length} lines of the history are not as this version writes them and were skipped; the first is line ${refused[0]}.`,
        ];
  const records = lines.flatMap(({ record }) => (record === null ? [] : [record]));
  return { records: records.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at)), notes };
}

export interface Appended {
  readonly text: string;
  /** Lines that gave way. */
  readonly dropped: number;
}

/**
 * The history with these lines. A line of the same commit, model and machine takes the place of the one that is there,
 * with its time, so that a run that is started again adds nothing. Lines that this version does not read are kept.
 */
export function appendRecords(text: string, records: readonly HistoryRecord[]): Appended {
  const lines = linesOf(text);
  for (const record of records) {
    const same = lines.findIndex((line) => line.record !== null && keyOf(line.record) === keyOf(record));
    const at = lines[same]?.record?.at ?? record.at;
    const line = { text: JSON.stringify({ ...record, at }), record: { ...record, at } };
    if (same === -1) lines.splice(placeOf(record, lines), 0, line);
    else lines[same] = line;
  }
  const kept = newest(lines);
  return {
    text: kept.map((line) => `${line.text}\n`).join(''),
    dropped: lines.length - kept.length,
  };
}

const keyOf = ({ commit, model, machine }: HistoryRecord): string => JSON.stringify([commit, model, machine]);

/** Behind everything that is not later: runs do not end in the order in which they began. */
function placeOf({ at }: HistoryRecord, lines: readonly Line[]): number {
  return lines.findLastIndex(({ record }) => record === null || Date.parse(record.at) <= Date.parse(at)) + 1;
}

function newest(lines: readonly Line[]): readonly Line[] {
  let bytes = 0;
  let from = lines.length;
  while (from > 0 && lines.length - from < MOST_LINES) {
    bytes += Buffer.byteLength(lines[from - 1]?.text ?? '') + 1;
    if (bytes > MOST_BYTES) break;
    from -= 1;
  }
  return lines.slice(from);
}

function linesOf(text: string): Line[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ text: line, record: recordIn(line) }));
}

function recordIn(line: string): HistoryRecord | null {
  if (line.length > LONGEST_LINE) return null;
  try {
    return recordSchema.parse(JSON.parse(line));
  } catch {
    // Of a later version, or of nobody's: its writer may know it.
    return null;
  }
}
