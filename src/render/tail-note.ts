/** The 99th percentile of latency, in words. Raw text. */
import { formatQuantity } from '../quantity.js';
import type { ModelReport } from '../report.js';

type Side = NonNullable<NonNullable<ModelReport['tail']>['base']>;

/** Null where nothing was measured. */
export function tailNote({ tail }: Pick<ModelReport, 'tail'>): string | null {
  if (tail === null) return null;
  const { base, head, reason } = tail;
  if (base === null || head === null) return `not shown: ${reason ?? 'the reason is not recorded'}.`;
  return `base ${sideOf(base)}, head ${sideOf(head)}; 95 % order-statistic intervals over single runs, which within a process know of each other: shown, never judged.`;
}

function sideOf({ value, low, high, runs }: Side): string {
  const [lowest, highest] = [formatQuantity(low, 'ms'), formatQuantity(high, 'ms')];
  return `${formatQuantity(value, 'ms')} [${lowest}, ${highest}] of ${runs} runs`;
}
