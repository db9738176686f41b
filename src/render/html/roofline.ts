/**
 * Operators on the plane of the roofline model (Williams, Waterman, Patterson 2009): arithmetic intensity against
 * achieved speed. The machine's own roofs are not known, so the best of this very run stand in for them, by name.
 */
import * as Plot from '@observablehq/plot';
import type { ModelReport } from '../../report.js';
import { formatPercent } from '../../quantity.js';
import { withoutDomain } from './bars-plot.js';
import { HALO, nameWithin, responsiveFigure, WIDE } from './drawing.js';
import { markup, type Markup } from './markup.js';

type Times = NonNullable<NonNullable<ModelReport['profile']>['base']>;
type Row = Times['operators'][number];

interface Point {
  readonly op: string;
  readonly side: 'base' | 'head';
  /** FLOPs a byte. */
  readonly intensity: number;
  /** 10^9 FLOPs a second. */
  readonly speed: number;
  readonly share: number;
}

/** Points that have their name beside them. */
const NAMED_SHARE = 0.05;
/** Of the time of a side, below which an operator is not worth a point. */
const DRAWN_SHARE = 0.005;

export function roofline({ profile }: ModelReport, id: string): Markup | null {
  if (profile === null) return null;
  const { base, head, reason } = profile;
  if (base?.placement !== undefined || head?.placement !== undefined) {
    return markup`<p class="note">No roofline: of kernels on an accelerator the profiler tells how long launching took, not how long they ran.</p>`;
  }
  const points = [...pointsOf('base', base), ...pointsOf('head', head)];
  const left = [...leftOut('base', base), ...leftOut('head', head)];
  const why = [...(reason === null ? [] : [`Not profiled to the end: ${reason}`]), ...left].join(' ');
  if (points.length === 0) {
    return markup`<p class="note">No roofline: no operator has time, FLOPs and memory traffic that are all known. ${why}</p>`;
  }
  return responsiveFigure(
    {
      id: `${id}-roofline`,
      title: 'Roofline of operators: work for each byte against speed',
      description: points.map(describe).join('; '),
      caption: `One point for each kind of operator, ○ base, ● head, larger where more of the time goes. Traffic counts every operand read and every result written, as if no cache kept anything. Lines: the most bytes and the most FLOPs a second that any operator reached in this run, ${bandwidthOf(points).toPrecision(3)} GB/s and ${peakOf(points).toPrecision(3)} GFLOP/s; what the machine itself could do was not measured. Low on the slope: bound by memory; low under the flat roof: bound by its kernel. ${why}`,
    },
    (width) => options(points, width),
  );
}

function pointsOf(side: Point['side'], times: Times | null): Point[] {
  return (times?.operators ?? []).flatMap((row): Point[] => {
    const { op, timeMs, share, flops, trafficBytes } = row;
    if (!isKnown(row) || share < DRAWN_SHARE || flops === null || trafficBytes === null) return [];
    return [{ op, side, intensity: flops / trafficBytes, speed: flops / timeMs / 1e6, share }];
  });
}

const isKnown = ({ timeMs, flops, trafficBytes }: Row): boolean =>
  timeMs > 0 && flops !== null && flops > 0 && trafficBytes !== null && trafficBytes > 0;

/** What has no place in the picture, and why. */
function leftOut(side: Point['side'], times: Times | null): string[] {
  if (times === null) return [];
  const absent = times.operators.filter((row) => !isKnown(row));
  const named = (rows: readonly Row[]): string => [...new Set(rows.map(({ op }) => op))].join(', ');
  const unknown = absent.filter(({ flops, trafficBytes }) => flops === null || trafficBytes === null);
  const idle = absent.filter((row) => !unknown.includes(row));
  const brief = times.operators.filter((row) => isKnown(row) && row.share < DRAWN_SHARE);
  return [
    ...(brief.length === 0
      ? []
      : [
          `Not drawn of the ${side}, less than ${formatPercent(DRAWN_SHARE)} of the time each: ${named(brief)}.`,
        ]),
    ...(unknown.length === 0
      ? []
      : [`Not drawn of the ${side}, FLOPs or traffic not known: ${named(unknown)}.`]),
    ...(idle.length === 0
      ? []
      : [`Not drawn of the ${side}, no arithmetic or no memory moved: ${named(idle)}.`]),
  ];
}

const describe = ({ op, side, intensity, speed }: Point): string =>
  `${op}, ${side}: ${intensity.toPrecision(3)} FLOPs a byte, ${speed.toPrecision(3)} GFLOP/s`;

function options(points: readonly Point[], width: number): Plot.PlotOptions {
  const narrow = width !== WIDE;
  const intensities = points.map(({ intensity }) => intensity);
  const [lowest, highest] = [Math.min(...intensities) / 2, Math.max(...intensities) * 3];
  const [peak, bandwidth] = [peakOf(points), bandwidthOf(points)];
  const slowest = Math.min(...points.map(({ speed }) => speed)) / 2;
  const ridge = peak / bandwidth;
  const roof = [
    { x: Math.max(lowest, slowest / bandwidth), y: Math.max(lowest * bandwidth, slowest) },
    { x: ridge, y: peak },
    { x: Math.max(highest, ridge), y: peak },
  ];
  const of = (side: Point['side']): Point[] => points.filter((point) => point.side === side);
  const named = points.filter(({ share }) => share >= (narrow ? 2 : 1) * NAMED_SHARE);
  const place = { x: 'intensity', y: 'speed', r: 'share' } as const;
  return {
    width,
    height: narrow ? 280 : 400,
    marginLeft: narrow ? 44 : 64,
    marginRight: narrow ? 12 : 150,
    marginTop: 28,
    marginBottom: 42,
    x: {
      type: 'log',
      domain: [lowest, Math.max(highest, ridge)],
      label: 'FLOPs a byte',
      labelAnchor: 'center',
      labelArrow: 'none',
      ticks: decades(lowest, Math.max(highest, ridge), narrow ? [1] : [1, 3]),
      tickFormat: plainNumber,
    },
    y: {
      type: 'log',
      domain: [slowest, peak * 2],
      label: 'GFLOP/s',
      labelArrow: 'none',
      ticks: decades(slowest, peak * 2, [1]),
      tickFormat: plainNumber,
      grid: true,
    },
    r: { domain: [0, 1], range: [3, narrow ? 14 : 20] },
    marks: [
      Plot.line(roof, { x: 'x', y: 'y', stroke: 'var(--faint)', strokeDasharray: '5 4' }),
      Plot.dot(of('base'), { ...place, stroke: 'var(--base)', strokeWidth: 2 }),
      Plot.dot(of('head'), { ...place, fill: 'var(--head)', fillOpacity: 0.75 }),
      ...(['base', 'head'] as const).map((side) =>
        Plot.text(
          named.filter((point) => point.side === side),
          {
            x: 'intensity',
            y: 'speed',
            text: ({ op }: Point) => `${nameWithin(withoutDomain(op), 18)}, ${side}`,
            // Of what comes close, base below and head above.
            dy: (narrow ? 15 : 19) * (side === 'base' ? 1 : -1),
            ...HALO,
            fontSize: 11,
          },
        ),
      ),
    ],
  };
}

const peakOf = (points: readonly Point[]): number => Math.max(...points.map(({ speed }) => speed));
const bandwidthOf = (points: readonly Point[]): number =>
  Math.max(...points.map(({ intensity, speed }) => speed / intensity));

/** The powers of ten between two values, and their multiples. */
function decades(from: number, to: number, multiples: readonly number[]): number[] {
  const [first, last] = [Math.floor(Math.log10(from)), Math.ceil(Math.log10(to))];
  return Array.from({ length: last - first + 1 }, (_, at) => 10 ** (first + at))
    .flatMap((power) => multiples.map((multiple) => power * multiple))
    .filter((value) => value >= from && value <= to);
}

const plainNumber = (value: number): string => String(Number(value.toPrecision(2)));
