/** What is told beside the table, each in one line: what was not measured, how outputs agree, what training ran on. */
import { formatPercent, nounOf } from '../quantity.js';
import type { ModelReport } from '../report.js';
import { plural } from './plural.js';

export type Aside = readonly [name: string, text: string];

/** The lines that a model has. Raw text: each medium escapes it. */
export function asides(model: ModelReport): Aside[] {
  const lines: (readonly [name: string, text: string | null])[] = [
    ['outputs:', agreementNote(model)],
    ['training:', trainingNote(model)],
    ['not measured:', unmeasuredNote(model)],
  ];
  return lines.flatMap(([name, text]) => (text === null ? [] : [[name, text] as const]));
}

/** Indicators of one reason together. */
function unmeasuredNote({ unmeasured = [] }: ModelReport): string | null {
  const nouns = new Map<string, string[]>();
  for (const { indicator, reason } of unmeasured) {
    nouns.set(reason, [...(nouns.get(reason) ?? []), nounOf(indicator).noun]);
  }
  if (nouns.size === 0) return null;
  return [...nouns].map(([reason, names]) => `${names.join(', ')} (${reason})`).join('; ');
}

function agreementNote({ agreement }: ModelReport): string | null {
  if (agreement === undefined) return null;
  if (agreement.provenance === 'not-measured') return `agreement not measured (${agreement.reason})`;
  const { inputs, maxAbsolute, maxRelative, minCosine, top1Agreement, notFinite } = agreement;
  const same = `of base and head on the same ${plural(inputs, 'input')}`;
  if (notFinite > 0) return `${same}: ${plural(notFinite, 'element')} finite on one side only`;
  if (maxAbsolute === 0) return `${same}: equal`;
  const parts = [
    `largest error ${maxAbsolute.toPrecision(2)}${maxRelative === null ? '' : ` (${formatPercent(maxRelative)} of the largest element)`}`,
    minCosine === null ? null : `cosine ${minCosine.toFixed(4)} or more`,
    top1Agreement === null ? null : `same top-1 in ${formatPercent(top1Agreement)} of rows`,
  ];
  return `${same}: ${parts.filter((part) => part !== null).join(', ')}; whether for the better, only a declared quality tells`;
}

function trainingNote({ declared }: ModelReport): string | null {
  const device = (side: 'base' | 'head'): string =>
    declared?.[side]?.training?.device ?? 'an undeclared device';
  if (declared?.base?.training?.device === undefined && declared?.head?.training?.device === undefined)
    return null;
  const [base, head] = [device('base'), device('head')];
  return base === head ? `declared for ${head}` : `declared for ${head}; of the base for ${base}`;
}
