/** The set-up of a measurement in words. A claim of cost holds for the set-up that it was measured on. */
import type { Environment, FeedSummary, Measurement } from '../measure/measurement.js';

export interface SetUp {
  readonly environment: Environment | null;
  /** Null when nothing was measured. */
  readonly measurement: Pick<
    Measurement,
    'provider' | 'threads' | 'batch' | 'feeds' | 'harness' | 'device'
  > | null;
  /** Numeric precision of the models, where it is known: "float32", "int8 weights". */
  readonly precision?: string | null;
}

/** `Intel Xeon (2 cores, linux x64), cpu provider, 1 thread, batch 1, input float32 [1, 576], ONNX Runtime 1.30.0`. */
export function describeSetUp({ environment, measurement, precision }: SetUp): string {
  const parts: string[] = [];
  if (environment !== null) {
    const { cpuModel, os, arch } = environment;
    parts.push(`${cpuModel} (${plural(environment.cores, 'core')}, ${os} ${arch})`);
  }
  // A command of the user's own runs as it likes: no more is known of it than its words.
  if (measurement?.harness !== undefined) {
    parts.push(`benchmark ${measurement.harness.name} run by ${JSON.stringify(measurement.harness.command)}`);
    return parts.join(', ');
  }
  if (measurement !== null) {
    const { provider, threads, batch, device } = measurement;
    const card = device !== undefined && 'name' in device ? ` on ${device.name}` : '';
    parts.push(
      `${provider} provider${card}`,
      plural(threads, 'thread'),
      `batch ${batch}`,
      describeFeeds(measurement.feeds),
    );
  }
  if (precision !== undefined && precision !== null) parts.push(precision);
  if (environment !== null) parts.push(`ONNX Runtime ${environment.runtime}`);
  return parts.length === 0 ? 'nothing was measured' : parts.join(', ');
}

const SHOWN_INPUTS = 4;

/** Types and shapes of the inputs; without their names, which say nothing of the cost. */
function describeFeeds({ base, head }: Measurement['feeds']): string {
  const [left, right] = [describeTensors(base), describeTensors(head)];
  return left === right ? left : `${right} (base: ${left})`;
}

function describeTensors(feeds: readonly FeedSummary[]): string {
  if (feeds.length === 0) return 'no input';
  const shown = feeds.slice(0, SHOWN_INPUTS).map(({ type, shape }) => `${type} [${shape.join(', ')}]`);
  const more = feeds.length - shown.length;
  return `${feeds.length === 1 ? 'input' : 'inputs'} ${shown.join(' + ')}${more > 0 ? ` + ${more} more` : ''}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
