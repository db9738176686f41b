import { GateError } from '../errors.js';
import type { Agreement } from './agreement.js';
import type { Executor } from './executor.js';
import type { FeedSpec } from './feed.js';
import type { Side } from './measure-models.js';
import { valueOf } from './outcome.js';
import type { SessionSettings } from './protocol.js';

const INPUTS = 8;
const LIMIT_MS = 10_000;
/** Failures that leave outputs uncompared and say nothing new: both models have been measured by then. */
const SURVIVABLE: ReadonlySet<string> = new Set([
  'model',
  'input',
  'out-of-memory',
  'time-out',
  'crash',
  'protocol-error',
  'measurement',
]);

/**
 * Runs both models on the same generated inputs, in one process, and compares their outputs.
 * @returns how far they part ways, or why that could not be measured.
 */
export async function askAgreement(
  sides: { readonly base: Side; readonly head: Side },
  session: SessionSettings,
  seed: number,
  executor: Executor,
): Promise<Agreement> {
  const unlike = unlikeInputs(sides.base.feeds, sides.head.feeds);
  if (unlike !== null) return unknown(unlike);
  const subjectOf = ({ modelPath, feeds }: Side) => ({ modelPath, session, feeds, seed });
  const worker = await executor.launch();
  try {
    const asked = {
      base: subjectOf(sides.base),
      head: subjectOf(sides.head),
      seeds: Array.from({ length: isDrawn(sides.head.feeds) ? INPUTS : 1 }, (_, index) => seed + index),
      limitMs: LIMIT_MS,
    };
    const { label, modelPath } = sides.head;
    const found = valueOf(await worker.request('agree', asked), {
      model: label,
      modelPath,
      provider: session.provider,
    });
    if ('reason' in found) return unknown(found.reason);
    return { indicator: 'output_agreement', provenance: 'measured', ...found };
  } catch (thrown) {
    if (!(thrown instanceof GateError) || !SURVIVABLE.has(thrown.kind)) throw thrown;
    return unknown(thrown.message.replace(/\.$/, ''));
  } finally {
    await worker.close();
  }
}

const unknown = (reason: string): Agreement => ({
  indicator: 'output_agreement',
  provenance: 'not-measured',
  reason,
});

/** Whether another seed makes another input. */
const isDrawn = (feeds: readonly FeedSpec[]): boolean =>
  feeds.some(({ fill }) => fill.kind === 'normal' || fill.kind === 'uniform');

/** Base and head are fed the same data where name, type and shape are the same. */
function unlikeInputs(base: readonly FeedSpec[], head: readonly FeedSpec[]): string | null {
  const described = (feeds: readonly FeedSpec[]): string =>
    feeds
      .map(({ name, type, shape }) => `${name} ${type} [${shape.join(', ')}]`)
      .sort()
      .join('; ');
  const [before, after] = [described(base), described(head)];
  return before === after ? null : `the base takes ${before || 'no input'}, the head ${after || 'no input'}`;
}
