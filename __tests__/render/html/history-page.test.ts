import { describe, expect, it } from '@jest/globals';
import { parseHTML } from 'linkedom';
import { seriesOf } from '../../../src/history/series.js';
import { renderHistory } from '../../../src/render/html/history-page.js';
import { HOSTILE_TEXTS } from '../../fixtures/hostile-texts.js';
import { count, latencies } from '../../fixtures/history-factory.js';

/** What of an element is asked for: this project is compiled without the types of a browser. */
interface Node {
  readonly textContent: string;
  readonly localName: string;
  readonly id: string;
  getAttribute(name: string): string | null;
  getAttributeNames(): string[];
  querySelectorAll(selector: string): Iterable<Node>;
}
const parse = parseHTML as unknown as (html: string) => { readonly document: Node };
const all = (html: string, selector: string): Node[] => [...parse(html).document.querySelectorAll(selector)];
const elements = (html: string): string[] =>
  all(html, '*').map((node) => `${node.localName} ${node.getAttributeNames().sort().join(' ')}`);

const steps = (length: number, name = 'models/vad.onnx') =>
  latencies(Array.from({ length }, (_, at) => (at % 2 === 0 ? 1.02 : 1 / 1.02))).map((one, at) => ({
    ...one,
    model: name,
    machine: at < length / 2 ? `${name} A` : `${name} B`,
    indicators: { ...one.indicators, macs: count(100, 100) },
  }));
const page = (length: number, name?: string): string => renderHistory(seriesOf(steps(length, name)), []);

describe('the page of a history', () => {
  it('is the same for the same history, byte for byte', () => {
    expect(page(12)).toBe(page(12));
  });

  it('tells of each point its commit, its date, its value and its interval', () => {
    const titles = all(page(4), 'svg circle > title').map(({ textContent }) => textContent);
    expect(titles[0]).toBe(
      [
        '0f98b1f7ed, 2026-01-01',
        '2.040 ms, equivalent',
        'head / base 1.020 [1.000, 1.040]',
        'models/vad.onnx A',
      ].join('\n'),
    );
    expect(titles[2]).toContain('not compared with the point before: another machine');
  });

  it('draws a line for each stretch, and a rule where the machine changed', () => {
    const html = page(8);
    const [latency] = all(html, 'svg.wide');
    const lines = [...latency!.querySelectorAll('path')].filter((node) => node.getAttribute('d') !== null);
    expect(lines.length).toBe(2);
    expect(html).toContain('other machine');
  });

  it('is as many elements for 2,000 commits as for 1,000', () => {
    expect(all(page(2000), '*').length).toBe(all(page(1000), '*').length);
  });

  it('has no identifier twice, no handler, and nothing to load', () => {
    const nodes = all(page(8), '*');
    const ids = nodes.map(({ id }) => id).filter((id) => id !== '');
    expect(new Set(ids).size).toBe(ids.length);
    expect(nodes.flatMap((node) => node.getAttributeNames()).filter((name) => name.startsWith('on'))).toEqual(
      [],
    );
    expect(page(8)).not.toMatch(/https?:|<link|<img|style=/);
  });

  it('opens with nothing in it', () => {
    expect(renderHistory([], ['1 of 1 lines was skipped.'])).toContain('1 of 1 lines was skipped.');
  });

  it.each(HOSTILE_TEXTS.map((text) => [text]))('shows the name %j and is no other page for it', (name) => {
    expect(elements(page(4, name))).toEqual(elements(page(4, 'plain')));
  });
});
