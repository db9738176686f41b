/** The history as it is shown: each indicator of each model over commits. Pure. */
import { findIndicator, QUALITY_PREFIX } from '../indicators.js';
import type { Verdict } from '../judge/judgement.js';
import { normalQuantile } from '../stats/centre-error.js';
import { figureIn, follows, inSequence, unbrokenFrom } from './chain.js';
import type { HistoryRecord, RecordedStep } from './record.js';

export interface Point {
  readonly commit: string;
  readonly at: string;
  /** Null where nothing was measured. */
  readonly machine: string | null;
  /** The head's, in the indicator's unit. */
  readonly value: number;
  /** Null for a model that was new. */
  readonly verdict: Verdict | null;
  /** Head over base by the rounds of that run; null for what is exact. */
  readonly step: RecordedStep | null;
  /**
   * Why it is not compared with the point before it: another `machine`, or a `gap`, a change of the model that is not
   * in the history. Null where it is.
   */
  readonly apart: 'machine' | 'gap' | null;
}

/** The latest value over that before the unbroken steps that lead to it. */
export interface Cumulative {
  readonly steps: number;
  readonly since: { readonly commit: string; readonly at: string };
  readonly ratio: number;
  /** With a confidence of 95 %, for this one look; low = ratio = high where exact. */
  readonly low: number;
  readonly high: number;
}

export interface Series {
  readonly model: string;
  readonly indicator: string;
  readonly label: string;
  readonly unit: string;
  readonly better: 'lower' | 'higher';
  /** Counted or declared, on whatever machine. */
  readonly exact: boolean;
  /** By time; at least one. */
  readonly points: readonly Point[];
  /** Null where no step is known. */
  readonly cumulative: Cumulative | null;
}

export interface Wanted {
  readonly model?: string | undefined;
  readonly indicator?: string | undefined;
}

/**
 * Models by name, indicators in the order of their latest record. Where several machines measured the same commits,
 * each has a series of its own.
 */
export function seriesOf(records: readonly HistoryRecord[], wanted: Wanted = {}): Series[] {
  const models = [...groupedBy(records, ({ model }) => model)]
    .filter(([model]) => wanted.model === undefined || wanted.model === model)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return models.flatMap(([model, own]) => {
    const ordered = inSequence(own);
    const names = [...new Set(ordered.toReversed().flatMap(({ indicators }) => Object.keys(indicators)))];
    return names
      .filter((name) => wanted.indicator === undefined || wanted.indicator === name)
      .flatMap((name) => seriesOfIndicator(model, name, ordered));
  });
}

function seriesOfIndicator(model: string, indicator: string, records: readonly HistoryRecord[]): Series[] {
  const having = records.filter((record) => figureIn(record, indicator) !== undefined);
  const newest = having.at(-1);
  const latest = newest === undefined ? undefined : figureIn(newest, indicator);
  if (latest === undefined) return [];
  const known = findIndicator(indicator);
  const exact = having.every((record) => figureIn(record, indicator)?.step === undefined);
  const described = {
    model,
    indicator,
    label: known?.label ?? nameOf(indicator),
    unit: latest.unit ?? known?.unit ?? '',
    better: latest.better ?? known?.better ?? 'lower',
    exact,
  } as const;
  const lanes = exact ? [oncePerCommit(having)] : lanesOf(having);
  return lanes.map((lane) => ({
    ...described,
    points: lane.flatMap((record, at) => pointOf(record, lane[at - 1], indicator, exact)),
    cumulative: exact ? exactChange(lane, indicator) : measuredChange(lane, indicator),
  }));
}

const nameOf = (indicator: string): string =>
  indicator.startsWith(QUALITY_PREFIX)
    ? indicator.slice(QUALITY_PREFIX.length)
    : indicator.replaceAll('_', ' ');

/** One for each machine where some commit was measured on several; else one for all. */
function lanesOf(records: readonly HistoryRecord[]): HistoryRecord[][] {
  const commits = new Set(records.map(({ commit }) => commit));
  if (commits.size === records.length) return [[...records]];
  return [...groupedBy(records, ({ machine }) => machine).values()];
}

function groupedBy<Key>(
  records: readonly HistoryRecord[],
  keyOf: (record: HistoryRecord) => Key,
): Map<Key, HistoryRecord[]> {
  const groups = new Map<Key, HistoryRecord[]>();
  for (const record of records) {
    const group = groups.get(keyOf(record));
    if (group === undefined) groups.set(keyOf(record), [record]);
    else group.push(record);
  }
  return groups;
}

function oncePerCommit(records: readonly HistoryRecord[]): HistoryRecord[] {
  return [...new Map(records.map((record) => [record.commit, record])).values()];
}

function pointOf(
  record: HistoryRecord,
  before: HistoryRecord | undefined,
  indicator: string,
  exact: boolean,
): Point[] {
  const figure = figureIn(record, indicator);
  if (figure === undefined) return [];
  const { commit, at, machine } = record;
  const apart =
    exact || before === undefined || follows(record, before)
      ? null
      : before.machine === machine
        ? 'gap'
        : 'machine';
  const { head: value, verdict, step = null } = figure;
  return [{ commit, at, machine, value, verdict, step, apart }];
}

function exactChange(records: readonly HistoryRecord[], indicator: string): Cumulative | null {
  const [first] = records;
  const now = records.at(-1);
  if (first === undefined || now === undefined) return null;
  const figure = figureIn(first, indicator);
  const isNew = figure?.base == null;
  const then = isNew ? figure?.head : figure.base;
  const value = figureIn(now, indicator)?.head;
  const steps = records.length - (isNew ? 1 : 0);
  if (then === undefined || then === null || value === undefined || then <= 0 || value <= 0 || steps === 0)
    return null;
  const ratio = value / then;
  const since = { commit: isNew ? first.commit : (first.base ?? first.commit), at: first.at };
  return { steps, since, ratio, low: ratio, high: ratio };
}

const CONFIDENCE = normalQuantile(0.025);

function measuredChange(records: readonly HistoryRecord[], indicator: string): Cumulative | null {
  const errorIn = (record: HistoryRecord): number | null => figureIn(record, indicator)?.step?.error ?? null;
  const last = records.at(-1);
  if (last === undefined || errorIn(last) === null) return null;
  const from = unbrokenFrom(
    records,
    (later, earlier) => follows(later, earlier) && errorIn(earlier) !== null,
  );
  const chain = records.slice(from);
  const [first] = chain;
  if (first === undefined) return null;
  const log = chain.reduce((sum, record) => sum + Math.log(figureIn(record, indicator)?.step?.ratio ?? 1), 0);
  const error = Math.sqrt(chain.reduce((sum, record) => sum + (errorIn(record) ?? 0) ** 2, 0));
  return {
    steps: chain.length,
    since: { commit: first.base ?? first.commit, at: first.at },
    ratio: Math.exp(log),
    low: Math.exp(log - CONFIDENCE * error),
    high: Math.exp(log + CONFIDENCE * error),
  };
}
