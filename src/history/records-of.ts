/** From a report to lines of the history. Pure. */
import { COUNTED, findIndicator } from '../indicators.js';
import type { Comparison } from '../judge/judgement.js';
import { isMetered, isOnDevice } from '../judge/measured-comparison.js';
import { weigh } from '../judge/measured-evidence.js';
import { ownIndicators, ownPolicy } from '../judge/own-indicators.js';
import { isJudged } from '../judge/policy.js';
import { measuredIndicators } from '../indicators.js';
import { environmentOf, type GateReport, type ModelReport, type Policy } from '../report.js';
import { centreError } from '../stats/centre-error.js';
import { digestOf, RECORD_VERSION, recordedName, type Figure, type HistoryRecord } from './record.js';

/** Whether there is something to record of it: also of one that was counted and could not be measured. */
export function isRecorded({ status, comparisons }: Pick<ModelReport, 'status' | 'comparisons'>): boolean {
  return status === 'compared' || status === 'added' || (status === 'failed' && comparisons.length > 0);
}

/** A line for each model that was compared or is new; none where the head is no commit. */
export function recordsOf(report: GateReport, label?: string): HistoryRecord[] {
  const { head, base, createdAt, policy } = report;
  const { sha } = head;
  if (sha === null) return [];
  return report.models.filter(isRecorded).map((model) => ({
    v: RECORD_VERSION,
    at: createdAt,
    commit: sha,
    base: base.sha,
    model: recordedName(model.name),
    machine: machineOf(report, model, label),
    from: model.base === null ? null : digestOf(model.base.sha256),
    to: model.head === null ? null : digestOf(model.head.sha256),
    indicators: figuresOf(model, policy),
  }));
}

/**
 * What ratios are held to depend on: processor, card, system, runtime, provider, threads and batch, and the job's label.
 * Names of runners and versions of images are not among it: they change from job to job on the same kind of machine.
 */
export function machineOf(
  report: Pick<GateReport, 'environment'>,
  model: Pick<ModelReport, 'measurement' | 'environment' | 'machine'>,
  label?: string,
): string | null {
  const { measurement } = model;
  const environment = environmentOf(report, model);
  if (environment === null || measurement === null) return null;
  const { cpuModel, cores, os, arch, runtime } = environment;
  const { provider, threads, batch, harness } = measurement;
  const [system = os] = os.split(' ');
  const run =
    harness === undefined
      ? [`ONNX Runtime ${runtime}`, provider, `threads ${threads}`, `batch ${batch}`]
      : ['benchmark'];
  const card =
    measurement.device !== undefined && 'name' in measurement.device ? measurement.device.name : undefined;
  const parts = [cpuModel, card, `cores ${cores}`, `${system} ${arch}`, ...run, model.machine ?? label];
  return recordedName(parts.filter((part) => part !== undefined).join(', '));
}

/** Judged indicators that the head has a value of; what is derived follows from the others. */
function figuresOf(model: ModelReport, policy: Policy): HistoryRecord['indicators'] {
  const rows =
    model.status === 'added'
      ? newFigures(model, policy)
      : model.comparisons.flatMap((comparison) => figureOf(comparison, model, policy));
  return Object.fromEntries(rows);
}

function newFigures({ head }: ModelReport, policy: Policy): [string, Figure][] {
  return COUNTED.filter((indicator) => isJudged(indicator, policy)).flatMap(({ id }): [string, Figure][] => {
    const counts: Readonly<Record<string, { readonly value: number | null } | undefined>> =
      head?.profile?.counts ?? {};
    const value = counts[id]?.value ?? null;
    return value === null ? [] : [[id, { base: null, head: value, verdict: null }]];
  });
}

function figureOf(comparison: Comparison, model: ModelReport, policy: Policy): [string, Figure][] {
  const { indicator, kind, verdict, base, head, unit, better } = comparison;
  if (kind === 'derived' || verdict === null || head.value === null) return [];
  const measured = kind === 'measured';
  const step = measured ? stepOf(comparison, model, policy) : undefined;
  if (measured && step === undefined) return [];
  const rounded = (value: number): number => (measured ? short(value) : value);
  const known = model.measurement?.harness === undefined && findIndicator(indicator) !== undefined;
  return [
    [
      indicator,
      {
        base: base.value === null ? null : rounded(base.value),
        head: rounded(head.value),
        verdict,
        ...(step === undefined ? {} : { step }),
        ...(known ? {} : { unit, better }),
      },
    ],
  ];
}

function stepOf(
  { indicator, effect, control }: Comparison,
  model: ModelReport,
  policy: Policy,
): Figure['step'] | undefined {
  if (effect === null || effect.ratio === 0) return undefined;
  const error = control?.differs === true ? null : errorOf(indicator, model, policy);
  const { ratio, low, high } = effect;
  return {
    ratio: short(ratio),
    low: short(low),
    high: high === null ? null : short(high),
    error: error === null ? null : short(error),
  };
}

/** Of the very rounds that decided. */
function errorOf(id: string, { measurement }: ModelReport, policy: Policy): number | null {
  if (measurement === null) return null;
  const { harness } = measurement;
  const metered = isMetered(measurement);
  const indicators =
    harness === undefined
      ? measuredIndicators(metered, isOnDevice(measurement))
      : ownIndicators(harness, metered);
  const indicator = indicators.find((one) => one.id === id);
  if (indicator === undefined) return null;
  const { outcome } = weigh(
    indicator,
    measurement,
    harness === undefined ? policy : ownPolicy(policy, harness),
  );
  return outcome.known ? centreError(outcome.logRatios) : null;
}

const DIGITS = 6;
const short = (value: number): number => Number(value.toPrecision(DIGITS));
