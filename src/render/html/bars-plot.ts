/** Base against head by kind of operator, as bars. */
import type * as PlotTypes from '@observablehq/plot';
import * as Plot from '@observablehq/plot';
import { NARROW, nameWithin } from './drawing.js';

export interface Pair {
  readonly name: string;
  /** Null where it is not known. */
  readonly base: number | null;
  readonly head: number | null;
}

interface Bar {
  readonly key: string;
  readonly side: 'base' | 'head';
  readonly value: number;
  readonly text: string;
}

const MARGIN_LEFT = 104;
const MARGIN_RIGHT = 72;
const BAR = 13;

/** @param text What stands at the end of a bar. */
export function barsPlot(
  pairs: readonly Pair[],
  text: (value: number | null) => string,
): PlotTypes.PlotOptions {
  const bars = pairs.flatMap(({ base, head }, at): Bar[] => [
    { key: String(at), side: 'base', value: base ?? 0, text: text(base) },
    { key: String(at), side: 'head', value: head ?? 0, text: text(head) },
  ]);
  const most = Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE);
  const of = (side: Bar['side']): Bar[] => bars.filter((bar) => bar.side === side);
  const half = { base: { insetTop: 3, insetBottom: BAR + 3 }, head: { insetTop: BAR + 3, insetBottom: 3 } };
  const marks = (['base', 'head'] as const).flatMap((side) => [
    Plot.barX(of(side), { y: 'key', x: 'value', fill: `var(--${side})`, ...half[side] }),
    Plot.text(of(side), {
      y: 'key',
      x: 'value',
      text: 'text',
      textAnchor: 'start',
      dx: 5,
      dy: (side === 'base' ? -BAR : BAR) / 2,
      fontSize: 11,
    }),
  ]);
  return {
    width: NARROW,
    height: pairs.length * (2 * BAR + 6) + 12,
    marginLeft: MARGIN_LEFT,
    marginRight: MARGIN_RIGHT,
    marginTop: 4,
    marginBottom: 8,
    x: { domain: [0, most], axis: null },
    y: { type: 'band', domain: pairs.map((_, at) => String(at)), axis: null, padding: 0 },
    marks: [
      ...marks,
      Plot.ruleX([0], { stroke: 'var(--faint)' }),
      Plot.text(pairs, {
        y: (_: Pair, at: number) => String(at),
        frameAnchor: 'left',
        textAnchor: 'end',
        dx: -8,
        text: ({ name }: Pair) => nameWithin(withoutDomain(name), 16),
      }),
    ],
  };
}

/** `FusedConv` of `com.microsoft.FusedConv`: in a picture there is room for no more. */
export const withoutDomain = (operator: string): string => operator.split('.').at(-1) ?? operator;
