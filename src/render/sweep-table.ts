/** Sweeps of batch and threads as tables. */
import { formatPercent, formatQuantity } from '../quantity.js';
import type { ModelReport } from '../report.js';
import type { Supplement } from './supplement.js';

type Sweep = ModelReport['sweeps'][number];
type Side = Sweep['points'][number]['base'];

export function sweepSupplements({ sweeps }: ModelReport): Supplement[] {
  return sweeps.map((sweep) => (sweep.kind === 'batch' ? batchTable(sweep) : threadTable(sweep)));
}

const NOT_MEASURED = 'not measured';
const DESCRIBED =
  'Medians of a few fresh processes for each side, taking turns. Described, not judged: no verdict rests on it.';

function batchTable({ points, saturatesAt }: Sweep): Supplement {
  const throughput = (side: Side): string =>
    side === null ? NOT_MEASURED : formatQuantity(side.throughput, 'inferences/s');
  const perRun = (side: Side): string =>
    side === null ? NOT_MEASURED : formatQuantity(side.latencyMs, 'ms');
  return {
    title: 'Throughput by batch',
    header: ['batch', 'base', 'one run', 'head', 'one run', 'head / base'],
    rows: points.map(({ value, base, head }) => [
      String(value),
      throughput(base),
      perRun(base),
      throughput(head),
      perRun(head),
      ratio(base, head),
    ]),
    align: 'rrrrrr',
    notes: [
      ...(points.some(({ base }) => base !== null)
        ? [
            `Saturation, the least batch beyond which no larger one brings 5 % more: base ${saturation(saturatesAt.base)}, head ${saturation(saturatesAt.head)}.`,
          ]
        : []),
      ...absences(points),
      DESCRIBED,
    ],
  };
}

function threadTable({ points }: Sweep): Supplement {
  const cells = (side: Side): string[] =>
    side === null
      ? [NOT_MEASURED, NOT_MEASURED]
      : [
          formatQuantity(side.latencyMs, 'ms'),
          side.speedUp === null || side.efficiency === null
            ? 'not known'
            : `${side.speedUp.toFixed(2)} times, ${formatPercent(side.efficiency)}`,
        ];
  return {
    title: 'Latency by threads',
    header: ['threads', 'base', 'speed-up, efficiency', 'head', 'speed-up, efficiency', 'head / base'],
    rows: points.map(({ value, base, head }) => [
      String(value),
      ...cells(base),
      ...cells(head),
      ratio(base, head),
    ]),
    align: 'rrrrrr',
    notes: [
      'Speed-up of throughput over the fewest threads; efficiency: the speed-up over the threads that were added, 100 % where all of them pay. The last column is throughput.',
      ...absences(points),
      DESCRIBED,
    ],
  };
}

const ratio = (base: Side, head: Side): string =>
  base === null || head === null ? NOT_MEASURED : `${(head.throughput / base.throughput).toFixed(2)} times`;

const saturation = (value: number | null): string => (value === null ? 'not reached' : `at ${value}`);

/** Values without a measurement, those of one reason together. */
function absences(points: Sweep['points']): string[] {
  const reasons = new Map<string, number[]>();
  for (const { value, reason } of points)
    if (reason !== null) reasons.set(reason, [...(reasons.get(reason) ?? []), value]);
  return [...reasons].map(([reason, values]) => `Not measured at ${values.join(', ')}: ${reason}`);
}
