/** Why indicators disagree: for each parting what the profile shows of it, and the figures that show it. */
import { findIndicator } from '../indicators.js';
import { formatApart, formatQuantity } from '../quantity.js';
import type { ModelReport } from '../report.js';
import { plural } from './plural.js';
import type { Supplement } from './supplement.js';

type Cause = NonNullable<ModelReport['causes']>[number];
type Evidence = Cause['evidence'][number];

/** One table for each parting; nothing where no indicators part ways. */
export function causeSupplements({ causes = [], profile }: ModelReport): Supplement[] {
  const partings = new Map<string, Cause[]>();
  for (const cause of causes) partings.set(cause.parting, [...(partings.get(cause.parting) ?? []), cause]);
  return [...partings].map(([parting, found]) => {
    const rows = distinct(found.flatMap(({ evidence }) => evidence));
    const runs = profile?.base?.runs ?? profile?.head?.runs ?? null;
    return {
      title: `Why they disagree: ${parting}`,
      header: ['what shows it', 'base', 'head'],
      rows: rows.map((row) => [nameOf(row), ...valuesOf(row)]),
      align: 'lrr',
      notes: [
        ...found.map(({ sentence }) => sentence),
        ...(runs !== null && rows.some(({ figure }) => figure === 'time')
          ? [
              `Times and rates of operators as profiled, median of ${plural(runs, 'run')}: the profiler adds to the time of every kernel. What it adds is deducted before a cause is named.`,
            ]
          : []),
      ],
    };
  });
}

/** Several causes may point at one figure. */
function distinct(rows: readonly Evidence[]): Evidence[] {
  return [
    ...new Map(
      rows.map((row) => [[row.of, row.name, row.provider, row.figure].join(' '), row] as const),
    ).values(),
  ];
}

const CPU = 'CPUExecutionProvider';

function nameOf({ of, name, provider, figure }: Evidence): string {
  if (of === 'indicator') return findIndicator(name)?.label ?? name;
  const where = provider === undefined || provider === CPU ? '' : ` on ${provider}`;
  return `${name}${where}: ${figure}`;
}

function valuesOf({ base, head, unit, of }: Evidence): [string, string] {
  const missing = of === 'operator' ? 'none' : 'not known';
  if (base !== null && head !== null) return formatApart(base, head, unit);
  const text = (value: number | null): string => (value === null ? missing : formatQuantity(value, unit));
  return [text(base), text(head)];
}
