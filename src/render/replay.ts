/** What `replay` shows: a line for each comparison, and how many of each verdict there were. */
import { VERDICTS } from '../judge/judgement.js';
import { formatPercent } from '../quantity.js';
import type { ReplayedComparison, ReplayRule } from '../replay.js';
import { plural } from './plural.js';
import { signed, verdictMark } from './signs.js';
import { paletteFor } from './terminal-colours.js';
import { type Column, grid } from './terminal-layout.js';

const COLUMNS: readonly Column[] = [
  { heading: 'comparison', align: 'right' },
  { heading: 'head / base', align: 'left' },
  { heading: 'rounds', align: 'right' },
  { heading: 'verdict', align: 'left' },
];

export function renderReplay(
  comparisons: readonly ReplayedComparison[],
  { tolerance, alpha, decisions }: ReplayRule,
  colour: boolean,
): string {
  const palette = paletteFor(colour);
  const rows = comparisons.map(({ verdict, ratio, low, high, rounds }, index) => {
    const mark = verdictMark(verdict);
    return [
      { text: String(index + 1) },
      { text: `${ratio.toFixed(3)} [${low.toFixed(3)}, ${high === null ? '∞' : high.toFixed(3)}]` },
      { text: String(rounds) },
      { text: signed(mark), paint: palette[mark.tone] },
    ];
  });
  const counts = VERDICTS.map(
    (verdict) => [comparisons.filter((each) => each.verdict === verdict).length, verdict] as const,
  );
  const summary = counts.filter(([count]) => count > 0).map(([count, verdict]) => `${count} ${verdict}`);
  return `${[
    ...grid(COLUMNS, rows, { indent: '', heading: palette.faint }),
    '',
    `${plural(comparisons.length, 'comparison')}: ${summary.join(', ')}`,
    `tolerance ${formatPercent(tolerance)}: head / base from ${(1 / (1 + tolerance)).toFixed(3)} to ${(1 + tolerance).toFixed(3)}; any error in ${plural(decisions, 'decision')} at most ${formatPercent(alpha)}`,
  ].join('\n')}\n`;
}
