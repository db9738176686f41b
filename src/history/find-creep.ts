/**
 * Looks for creep in the history of the models that a report is about (docs/history.md). What one run measured is
 * never compared with what another did: a chain is the product of ratios, each measured side by side in a run of its
 * own, as long as nothing comes between. What is exact is compared directly.
 */
import type { Comparison } from '../judge/judgement.js';
import { exceeds, relativeTolerance } from '../judge/policy.js';
import type { GateReport, ModelReport } from '../report.js';
import { normalQuantile } from '../stats/centre-error.js';
import { driftOf } from '../stats/cumulative-drift.js';
import { follows, inSequence, type Link, linksOf, unbrokenFrom } from './chain.js';
import type { Creep } from './creep.js';
import { type HistoryRecord, recordedName } from './record.js';
import { isRecorded, recordsOf } from './records-of.js';

/** Steps back from the latest that are looked at. */
const WINDOW = 20;
/** One or two steps that are measured are no slow creep; of what is exact two can be. */
const FEWEST_MEASURED = 3;
const FEWEST_EXACT = 2;
/**
 * Probability that any measured indicator of a model that does not creep is called creeping within two hundred pull
 * requests, whatever the start.
 */
const ALPHA = 0.05;
const LOOKS = 200;

/**
 * Of each gated indicator of each model that was compared, what crept up to the newest line of the history, this
 * report's own step included where it continues it and did not regress by itself.
 * @param records By time.
 * @param label Of the job, as it is recorded.
 */
export function findCreep(report: GateReport, records: readonly HistoryRecord[], label?: string): Creep[] {
  const now = recordsOf({ ...report, head: { ...report.head, sha: report.head.sha ?? UNKNOWN } }, label);
  return report.models.filter(isRecorded).flatMap((model) => {
    const name = recordedName(model.name);
    const past = inSequence(records.filter((record) => record.model === name));
    return creepOfModel(
      model,
      past,
      now.find((record) => record.model === name),
    );
  });
}

/** Of a head that is no commit: it follows a line and no line follows it. */
const UNKNOWN = '0'.repeat(40);

function creepOfModel(
  model: ModelReport,
  past: readonly HistoryRecord[],
  here: HistoryRecord | undefined,
): Creep[] {
  const newest = past.at(-1);
  if (newest === undefined) return [];
  const gated = model.comparisons.filter((comparison) => comparison.gated && comparison.kind !== 'derived');
  const measuredLooks = gated.filter(({ kind }) => kind === 'measured').length * WINDOW * LOOKS;
  const reach = normalQuantile(ALPHA / Math.max(measuredLooks, 1));
  // Its own steps may lie before those of another machine: only a chain that leads up to now says how things stand.
  const own = past.filter(({ machine }) => machine === (here?.machine ?? newest.machine));
  const current = own.at(-1)?.to === newest.to && own.at(-1)?.commit === newest.commit ? own : past;
  return gated.flatMap((comparison) => {
    const { indicator, verdict, kind } = comparison;
    const links = linksOf(kind === 'measured' ? ofOneMachine(current) : oncePerCommit(past), indicator);
    const next = here === undefined ? undefined : linksOf([here], indicator)[0];
    const joins = kind === 'measured' ? joinsMeasured : joinsExact;
    const last = links.at(-1);
    const continues = next !== undefined && last !== undefined && joins(next, last);
    const find = kind === 'measured' ? driftAlong(comparison, reach) : exactlyAlong(comparison);
    const with_ = continues && verdict !== 'regressed' ? find([...links, next]) : null;
    const undone = continues && verdict === 'improved';
    const found = with_ ?? (undone ? null : find(links));
    if (found === null) return [];
    const shared = { model: model.name, indicator, unit: comparison.unit, tolerance: comparison.tolerance };
    return [{ ...shared, includesHead: with_ !== null, ...found }];
  });
}

const ofOneMachine = (records: readonly HistoryRecord[]): readonly HistoryRecord[] =>
  records.filter(({ machine }) => machine === records.at(-1)?.machine);

/** What is exact is so on any machine. */
function oncePerCommit(records: readonly HistoryRecord[]): readonly HistoryRecord[] {
  return records.filter(({ commit }, at) => records[at - 1]?.commit !== commit);
}

/** A step that regressed by itself was told, and somebody answers for it: creep is counted anew behind it. */
const isQuiet = ({ figure }: Link): boolean => figure.verdict !== null && figure.verdict !== 'regressed';

const joinsMeasured = (later: Link, earlier: Link): boolean =>
  follows(later.record, earlier.record) && isKnown(earlier) && isKnown(later);
const isKnown = ({ figure }: Link): boolean => figure.step !== undefined && figure.step.error !== null;

const joinsExact = (later: Link, earlier: Link): boolean => later.figure.base === earlier.figure.head;

/** The latest steps that belong together, none of which was told. */
function quietSteps(links: readonly Link[], joins: (later: Link, earlier: Link) => boolean): readonly Link[] {
  const last = links.at(-1);
  if (last === undefined || !isQuiet(last)) return [];
  const from = unbrokenFrom(links, (later, earlier) => isQuiet(earlier) && joins(later, earlier));
  return links.slice(Math.max(from, links.length - WINDOW));
}

type Found = Pick<Creep, 'steps' | 'since' | 'ratio' | 'low' | 'high' | 'values'>;

function driftAlong(
  { better, tolerance }: Comparison,
  reach: number,
): (links: readonly Link[]) => Found | null {
  const worse = better === 'lower' ? 1 : -1;
  return (links) => {
    const chain = quietSteps(links, joinsMeasured);
    if (!chain.every(isKnown)) return null;
    const steps = chain.map(({ figure }) => ({
      log: worse * Math.log(figure.step?.ratio ?? 1),
      error: figure.step?.error ?? 0,
    }));
    const toleranceBefore = (count: number): number =>
      Math.log1p(relativeTolerance(chain.at(-count)?.figure.base ?? Infinity, tolerance));
    const drift = driftOf(steps, { tolerance: toleranceBefore, fewest: FEWEST_MEASURED, reach });
    if (drift === null) return null;
    const [low, high] = worse === 1 ? [drift.low, drift.high] : [-drift.high, -drift.low];
    return {
      ...spanOf(chain, drift.steps),
      ratio: Math.exp(worse * drift.log),
      low: Math.exp(low),
      high: Math.exp(high),
      values: null,
    };
  };
}

function exactlyAlong({ better, tolerance }: Comparison): (links: readonly Link[]) => Found | null {
  return (links) => {
    const chain = quietSteps(links, joinsExact);
    const now = chain.at(-1)?.figure.head;
    if (now === undefined) return null;
    const starts = chain.slice(0, 1 - FEWEST_EXACT).flatMap(({ figure: { base } }, at) => {
      const isWorse = base !== null && (better === 'lower' ? now > base : now < base);
      return isWorse && exceeds(Math.abs(base), Math.abs(base) + Math.abs(now - base), tolerance)
        ? [{ then: base, steps: chain.length - at }]
        : [];
    });
    // Of starts that are as far away the latest: steps that changed nothing are none.
    const [farthest] = starts
      .toReversed()
      .toSorted((one, other) => Math.abs(other.then - now) - Math.abs(one.then - now));
    if (farthest === undefined) return null;
    const { then, steps } = farthest;
    const ratio = then > 0 && now > 0 ? now / then : null;
    return { ...spanOf(chain, steps), ratio, low: ratio, high: ratio, values: { then, now } };
  };
}

function spanOf(chain: readonly Link[], steps: number): Pick<Creep, 'steps' | 'since'> {
  const record = chain.at(-steps)?.record;
  if (record === undefined) throw new RangeError('a chain is as long as its steps');
  return { steps, since: { commit: record.base ?? record.commit, at: record.at } };
}
