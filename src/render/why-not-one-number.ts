/** What is known of how far one indicator can be trusted to stand for the others: rates among public models. */
import { findIndicator } from '../indicators.js';
import { formatPercent, nounOf } from '../quantity.js';
import type { ModelReport } from '../report.js';
import type { ContradictionRate, Subject } from './contradiction-rates.js';
import { markdownText } from './escape.js';
import { IMAGE_MODEL_RATES } from './image-model-rates.js';
import { link } from './markdown.js';

/** What may promise to be cheaper, most often taken for all first; and what it is held against. */
const COUNTED = ['macs', 'parameters', 'activations'];
const SPEED = new Set<string>(['latency_p50', 'throughput']);

/**
 * One sentence with the rates for the indicators at hand: `Among 1,441 image models, of two 1.05 to 1.5 times apart in
 * MACs the one with fewer was slower in 25 to 42 % of pairs, depending on the machine.` Raw text.
 * @param indicators Ids of those that improved, or that part ways.
 * @returns Null where nothing is known of them.
 */
export function whyNotOneNumber(indicators: readonly string[]): string | null {
  const isSpeed = ({ indicator }: Subject): boolean => SPEED.has(indicator);
  const counted = COUNTED.filter((id) => indicators.includes(id));
  const [promise, beside] = counted;
  const hasSpeed = indicators.some((id) => findIndicator(id)?.group === 'speed');
  if (promise === undefined) {
    if (!hasSpeed) return null;
    const elsewhere = find((one, other) => isSpeed(one) && isSpeed(other));
    return sentence('speed', 'the faster one on one machine was slower on another', elsewhere, 'machines');
  }
  const { noun } = nounOf(promise);
  if (beside !== undefined && !hasSpeed) {
    const held = find((one, other) => one.indicator === promise && other.indicator === beside);
    return sentence(noun, `the one with fewer had more ${nounOf(beside).noun}`, held, null);
  }
  const slower = find((one, other) => one.indicator === promise && isSpeed(other));
  return sentence(noun, 'the one with fewer was slower', slower, 'machine');
}

function find(matches: (cheaper: Subject, dearer: Subject) => boolean): ContradictionRate[] {
  return IMAGE_MODEL_RATES.rates.filter(({ cheaper, dearer }) => matches(cheaper, dearer));
}

/** @param varying What the rates differ by. */
function sentence(
  noun: string,
  what: string,
  rates: readonly ContradictionRate[],
  varying: string | null,
): string | null {
  if (rates.length === 0) return null;
  const { models, apart } = IMAGE_MODEL_RATES;
  const shares = rates.map(({ share }) => Math.round(share * 100) / 100);
  const [least, most] = [Math.min(...shares), Math.max(...shares)];
  const range = least === most ? formatPercent(most) : `${Math.round(least * 100)} to ${formatPercent(most)}`;
  const by = varying === null ? '' : `, depending on the ${varying}`;
  return `Among ${models.toLocaleString('en-US')} image models, of two ${apart.least} to ${apart.most} times apart in ${noun} ${what} in ${range} of pairs${by}.`;
}

/** The same of a report's model, with the source, in Markdown; empty where nothing is known. */
export function whyNotOneNumberOf({ comparisons, causes = [] }: ModelReport): string {
  const improved = comparisons.filter(({ verdict }) => verdict === 'improved');
  if (improved.length === 0) return '';
  const known = whyNotOneNumber([
    ...improved.map(({ indicator }) => indicator),
    ...causes.flatMap(({ indicators }) => indicators),
  ]);
  if (known === null) return '';
  const { name, url } = IMAGE_MODEL_RATES.source;
  return `Why not one number: ${markdownText(known)} Source: ${link(name, url)}.`;
}
