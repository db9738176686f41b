/** A feed: one tensor that a model is given, described so that any process makes the same one. */
import type { FeedSummary } from './measurement.js';
import { normal, sfc32, streamOf } from './random.js';
import { toHalfBits } from './half-precision.js';
import { elementCount, elementType } from './tensor-types.js';
import type { TensorData, TensorType } from './tensor-types.js';

export type Fill =
  | { readonly kind: 'normal' }
  /** From the closed range; whole numbers for integers and booleans. */
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'constant'; readonly value: number | string | boolean };

/** `path` is where it is read, `label` what the user called it. */
export interface FileFill {
  readonly kind: 'file';
  readonly path: string;
  readonly label: string;
}

export interface FeedSpec {
  readonly name: string;
  readonly type: TensorType;
  readonly shape: readonly number[];
  readonly fill: Fill | FileFill;
}

/** How a feed is filled, in words for a report. */
export function summariseFeed({ name, type, shape, fill }: FeedSpec): FeedSummary {
  return { name, type, shape: [...shape], fill: describeFill(fill) };
}

function describeFill(fill: Fill | FileFill): string {
  switch (fill.kind) {
    case 'normal':
      return 'standard normal, seeded';
    case 'uniform':
      return `uniform from ${fill.low} to ${fill.high}, seeded`;
    case 'constant':
      return `every element ${JSON.stringify(fill.value)}`;
    case 'file':
      return `from ${fill.label}`;
  }
}

/**
 * The elements of a feed that is not read from a file.
 * Depends on the seed, the name and the shape alone, so that the base and the head are given the same data.
 */
export function generate(feed: Omit<FeedSpec, 'fill'>, fill: Fill, seed: number): TensorData {
  const random = sfc32(seed, streamOf(`${feed.name} ${feed.shape.join('x')}`));
  const count = elementCount(feed.shape);
  const { array, bytes, kind } = elementType(feed.type);
  if (array === undefined)
    return new Array<string>(count).fill(fill.kind === 'constant' ? String(fill.value) : '');
  const data = new array(new ArrayBuffer(count * bytes));
  const draw = drawer(fill, kind !== 'float', random);
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) {
    for (let i = 0; i < count; i += 1) data[i] = BigInt(draw());
  } else if (feed.type === 'float16') {
    for (let i = 0; i < count; i += 1) data[i] = toHalfBits(draw());
  } else {
    for (let i = 0; i < count; i += 1) data[i] = draw();
  }
  return data;
}

function drawer(fill: Fill, whole: boolean, random: () => number): () => number {
  switch (fill.kind) {
    case 'normal':
      return () => normal(random);
    case 'uniform':
      return whole
        ? () => fill.low + Math.floor(random() * (fill.high - fill.low + 1))
        : () => fill.low + random() * (fill.high - fill.low);
    case 'constant': {
      const value = Number(fill.value);
      return () => value;
    }
  }
}
