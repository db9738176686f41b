import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { renderHtml } from '../../../src/render/html/html-report.js';
import type { GateReport } from '../../../src/report.js';
import { gate, gateReport, modelReport } from '../../fixtures/report-factory.js';
import { HOSTILE_TEXTS } from '../../fixtures/hostile-texts.js';
import { saying } from '../scenarios.js';
import { largeReport, oneModel, severalModels, wholeModel } from './reports.js';

/** What of an element is asked for: this project is compiled without the types of a browser. */
interface Node {
  readonly textContent: string;
  readonly localName: string;
  readonly id: string;
  getAttribute(name: string): string | null;
  getAttributeNames(): string[];
  querySelector(selector: string): Node | null;
  querySelectorAll(selector: string): Iterable<Node>;
}
const parse = parseHTML as unknown as (html: string) => { readonly document: Node };
const pageOf = (report: GateReport): Node => parse(renderHtml(report)).document;
const texts = (page: Node, selector: string): string[] =>
  [...page.querySelectorAll(selector)].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
const elements = (html: string): string[] =>
  [...parse(html).document.querySelectorAll('*')].map(
    (node) => `${node.localName} ${node.getAttributeNames().sort().join(' ')}`,
  );
const PLAIN = elements(renderHtml(saying('plain')));
const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('the page of a report', () => {
  it('is the same, byte for byte, for the same report, whatever was rendered in between', () => {
    const first = renderHtml(oneModel());
    renderHtml(severalModels());
    expect(renderHtml(oneModel())).toBe(first);
  });

  it('loads nothing and runs nothing but its own script and style', () => {
    const html = renderHtml(severalModels());
    const page = parse(html).document;
    const policy =
      page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
    const [script, ...scripts] = page.querySelectorAll('script');
    const [style, ...styles] = page.querySelectorAll('style');
    expect(policy).toBe(
      `default-src 'none'; style-src ${hash(style!.textContent)}; script-src ${hash(script!.textContent)}; base-uri 'none'; form-action 'none'`,
    );
    expect([...scripts, ...styles]).toEqual([]);
    expect([...page.querySelectorAll('link, img, iframe, object, embed, form, [src], [style]')]).toEqual([]);
    const links = [...page.querySelectorAll('[href]')].map((link) => link.getAttribute('href') ?? '');
    expect(links.filter((href) => !href.startsWith('#'))).toEqual([]);
    expect(html).not.toMatch(/https?:/);
  });

  it('has no handler, and no identifier twice', () => {
    const page = pageOf(severalModels());
    const all = [...page.querySelectorAll('*')];
    expect(all.flatMap((node) => node.getAttributeNames()).filter((name) => name.startsWith('on'))).toEqual(
      [],
    );
    const ids = all.map(({ id }) => id).filter((id) => id !== '');
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(HOSTILE_TEXTS)('shows %j and does nothing else with it', (text) => {
    const html = renderHtml(saying(text));
    expect(elements(html)).toEqual(PLAIN);
    expect(html).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u);
  });

  it('tells the conclusion, then the models, then what was measured', () => {
    const page = pageOf(oneModel());
    expect(texts(page, 'h1')).toEqual(['✗ efficiency-gate: failed']);
    expect(texts(page, '.gate')).toEqual(['Failed: proven to be worse: 1.28 times the bytes.']);
    expect(texts(page, 'h3')).toEqual([
      'What changed',
      'Indicators',
      'Run times',
      'Rounds',
      'Operators',
      'Roofline',
      'Time by operator, batches and threads',
      'Warnings',
      'Set-up, control and method',
    ]);
  });

  it('never has a green headline over a red row', () => {
    const page = pageOf(oneModel({ gate: gate({ conclusion: 'passed', summary: 'Passed.' }) }));
    expect(page.querySelector('h1')?.getAttribute('class')).toBe('mixed');
    expect(texts(page, 'h1')).toEqual(['! efficiency-gate: passed, with regressions']);
  });

  it('has a name and words for every picture', () => {
    const page = pageOf(severalModels());
    const pictures = [...page.querySelectorAll('svg')];
    expect(pictures.length).toBeGreaterThan(20);
    for (const picture of pictures) {
      expect(picture.getAttribute('role')).toBe('img');
      const labels = (picture.getAttribute('aria-labelledby') ?? '').split(' ');
      const [title, description] = labels.map((id) => page.querySelector(`#${id}`)?.textContent ?? '');
      expect(title).not.toBe('');
      expect(description).not.toBe('');
    }
  });

  it('says in the picture of the change what every indicator did, in words', () => {
    const description = pageOf(oneModel()).querySelector('#m1-intervals-d')?.textContent;
    expect(description).toContain('model size: 1.28 times, regressed');
    expect(description).toContain('latency, median: 0.88 times [0.85, 0.92], improved');
    expect(description).toContain('parameters in 2:4 sparsity: the same, described');
    expect(description).toContain('top1: +6 %, improved');
  });

  it('has a row for every indicator, with values, interval, verdict, tolerance, control and provenance', () => {
    const page = pageOf(oneModel());
    const rows = [...page.querySelectorAll('tbody tr')].map((row) => texts(row, 'th, td').join(' | '));
    expect(rows).toContain(
      'latency, median * | 2.000 ms | 1.760 ms | 0.88 times [0.85, 0.92] | ✓ improved | 5 % | 1.000 [0.990, 1.010] | measured, 24 rounds',
    );
    expect(rows).toContain(
      'top1 more is better | 100.0 % | 106.0 % | +6 % | ✓ improved | 0.1 % | exact | counted',
    );
    expect(rows).toContain('FLOPs | not measured | 12 | unknown | ? inconclusive | 1 % | exact | counted');
    expect([...page.querySelectorAll('tbody tr')].length).toBeGreaterThan(wholeModel().comparisons.length);
  });

  it('says why something is not there, and shows it nowhere as nothing', () => {
    const page = pageOf(oneModel());
    expect(texts(page, '.notes li')).toContain(
      'not decided, CPU time per inference: the system reported no CPU time',
    );
    expect(texts(page, 'td, th').filter((text) => text === '')).toEqual([]);
    expect(renderHtml(oneModel()).replace(/<script>.*<\/script>/s, '')).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('says which operators have no place in the roofline, and why', () => {
    const captions = texts(pageOf(oneModel()), 'figcaption');
    expect(captions.join(' ')).toContain('Not drawn of the head, no arithmetic or no memory moved: Reshape.');
    const { profile } = wholeModel();
    const operators = profile!.base!.operators.map((row) => ({ ...row, trafficBytes: null }));
    const blind = wholeModel({
      profile: { base: { ...profile!.base!, operators }, head: null, reason: null },
    });
    expect(texts(pageOf(oneModel({ models: [blind] })), '.note').join(' ')).toContain(
      'No roofline: no operator has time, FLOPs and memory traffic that are all known. Not drawn of the base, FLOPs or traffic not known: com.microsoft.FusedConv, Relu, Reshape.',
    );
  });

  it('shows several models in one table first, the least favourable on top, with a link to each', () => {
    const page = pageOf(severalModels());
    const table = page.querySelector('table')!;
    expect(texts(table, 'tbody th')).toEqual([
      'models/broken.onnx',
      'models/whole.onnx',
      'models/second.onnx',
      'models/same.onnx',
    ]);
    for (const link of table.querySelectorAll('a')) {
      const target = page.querySelector(link.getAttribute('href') ?? '');
      expect(target?.textContent).toBe(link.textContent);
    }
    expect([...page.querySelectorAll('details.model')]).toHaveLength(4);
  });

  it('draws quality against cost where more than one model declares it', () => {
    expect(texts(pageOf(severalModels()), 'h2')).toContain('Cost against quality');
    expect(texts(pageOf(oneModel()), 'h2')).not.toContain('Cost against quality');
  });

  it('holds for a run without models, and for models without anything', () => {
    const empty = gateReport({ models: [], environment: null, gate: gate({ summary: 'No model changed.' }) });
    expect(texts(pageOf(empty), '.gate')).toEqual(['No model changed.']);
    const bare = modelReport({
      status: 'added',
      base: null,
      measurement: null,
      comparisons: [],
      relation: null,
    });
    expect(texts(pageOf(gateReport({ models: [bare] })), '.sentence')[0]).toContain('+ added');
  });

  it('stays under 5 MB for 50 models of 20 indicators, and says what it left out for it', () => {
    const report = largeReport(50);
    expect(report.models[0]?.comparisons).toHaveLength(20);
    const html = renderHtml(report);
    expect(Buffer.byteLength(html)).toBeLessThan(5_000_000);
    expect(html).toContain('those of the others are in report.json');
    expect(renderHtml(oneModel())).not.toContain('those of the others are in report.json');
  });
});
