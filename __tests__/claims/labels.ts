/** Labelled claim texts, and how well reading them does. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

export interface Labelled {
  readonly text: string;
  /** Each `indicators direction [ratio]`, the ratio as a number or a quotient. */
  readonly claims: readonly string[];
  /** Another reading that a careful person could have: counts as well. */
  readonly alternatives?: readonly string[];
}

export interface Told {
  readonly indicators: readonly string[];
  readonly direction: string;
  readonly magnitude: number | null;
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  /** What went wrong, to read in a failing test. */
  readonly mistakes: readonly string[];
}

export function labelled(file: string): Labelled[] {
  return parse(readFileSync(path.join(import.meta.dirname, file), 'utf8')) as Labelled[];
}

/** Precision and recall over all claims of all texts; a claim counts when indicators, direction and ratio agree. */
export function score(texts: readonly Labelled[], read: (text: string) => readonly Told[]): Score {
  let [hits, found, wanted] = [0, 0, 0];
  const mistakes: string[] = [];
  for (const { text, claims, alternatives } of texts) {
    const told = read(text);
    const results = [claims, ...(alternatives === undefined ? [] : [alternatives])]
      .map((labels) => ({ matched: match(told, labels.map(parseLabel)), of: labels.length }))
      .sort(
        (one, other) =>
          other.matched / (other.of + told.length || 1) - one.matched / (one.of + told.length || 1),
      );
    const best = results[0] ?? { matched: 0, of: 0 };
    hits += best.matched;
    found += told.length;
    wanted += best.of;
    if (best.matched < best.of || best.matched < told.length) {
      mistakes.push(
        `${JSON.stringify(text)}: ${told.map(show).join('; ') || 'none'} instead of ${claims.join('; ') || 'none'}`,
      );
    }
  }
  return { precision: found === 0 ? 1 : hits / found, recall: wanted === 0 ? 1 : hits / wanted, mistakes };
}

function match(told: readonly Told[], wanted: readonly Told[]): number {
  const open = [...wanted];
  for (const claim of told) {
    const index = open.findIndex((label) => agrees(claim, label));
    if (index !== -1) open.splice(index, 1);
  }
  return wanted.length - open.length;
}

function agrees(one: Told, other: Told): boolean {
  if (one.direction !== other.direction) return false;
  if ([...one.indicators].sort().join() !== [...other.indicators].sort().join()) return false;
  if (one.magnitude === null || other.magnitude === null) return one.magnitude === other.magnitude;
  return Math.abs(one.magnitude / other.magnitude - 1) < 0.005;
}

function parseLabel(label: string): Told {
  const [indicators = '', direction = '', ratio] = label.split(' ');
  const [over = '', under = '1'] = (ratio ?? '').split('/');
  return {
    indicators: indicators.split(','),
    direction,
    magnitude: ratio === undefined ? null : Number(over) / Number(under),
  };
}

const show = ({ indicators, direction, magnitude }: Told): string =>
  `${indicators.join()} ${direction}${magnitude === null ? '' : ` ${magnitude.toPrecision(3)}`}`;
