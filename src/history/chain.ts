/** Steps that follow from each other: what was the head of one is the base of the next. */
import type { Figure, HistoryRecord } from './record.js';

export interface Link {
  readonly record: HistoryRecord;
  readonly figure: Figure;
}

/**
 * Records in the order in which each follows from the one before, where that can be told: runs of pushes soon after
 * each other do not end in order.
 * @param records Of one model, by time.
 */
export function inSequence(records: readonly HistoryRecord[]): HistoryRecord[] {
  const open = [...records];
  const ordered: HistoryRecord[] = [];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    ordered.push(next);
    const { commit } = next;
    const follower = open.slice(0, LOOK_AHEAD).findIndex((one) => one.base === commit);
    if (follower > 0) open.unshift(...open.splice(follower, 1));
  }
  return ordered;
}

/** Runs that were under way at the same time, at most. */
const LOOK_AHEAD = 8;

/**
 * Whether nothing came between two measured steps: the same kind of machine, and the model that the earlier one ended
 * with is the one that the later one began with.
 */
export function follows(later: HistoryRecord, earlier: HistoryRecord): boolean {
  if (later.machine === null || later.machine !== earlier.machine) return false;
  return later.from === null ? later.base === earlier.commit : later.from === earlier.to;
}

/** The figures of one indicator, in order. */
export function linksOf(records: readonly HistoryRecord[], indicator: string): Link[] {
  return records.flatMap((record) => {
    const figure = figureIn(record, indicator);
    return figure === undefined ? [] : [{ record, figure }];
  });
}

export function figureIn({ indicators }: HistoryRecord, indicator: string): Figure | undefined {
  return Object.hasOwn(indicators, indicator) ? indicators[indicator] : undefined;
}

/** Where the unbroken end of a list begins. @param joins Whether an entry continues the one before it. */
export function unbrokenFrom<Entry>(
  entries: readonly Entry[],
  joins: (later: Entry, earlier: Entry) => boolean,
): number {
  let from = entries.length - 1;
  while (from > 0) {
    const [earlier, later] = [entries[from - 1], entries[from]];
    if (earlier === undefined || later === undefined || !joins(later, earlier)) break;
    from -= 1;
  }
  return Math.max(from, 0);
}
