import { describe, expect, it } from '@jest/globals';
import { IMAGE_MODEL_RATES } from '../../src/render/image-model-rates.js';
import { markdownReport } from '../../src/render/markdown-report.js';
import { whyNotOneNumber, whyNotOneNumberOf } from '../../src/render/why-not-one-number.js';
import { counted, gateReport, measured, modelReport } from '../fixtures/report-factory.js';

describe('why not one number', () => {
  it('is told of fewer MACs with the rates at which they were slower', () => {
    expect(whyNotOneNumber(['macs', 'latency_p50'])).toBe(
      'Among 1,441 image models, of two 1.05 to 1.5 times apart in MACs the one with fewer was slower in 25 to 42 % of pairs, depending on the machine.',
    );
  });

  it('holds one count against another where no speed is at hand', () => {
    expect(whyNotOneNumber(['parameters', 'macs'])).toMatch(
      /apart in MACs the one with fewer had more parameters in 37 % of pairs\.$/,
    );
    expect(whyNotOneNumber(['parameters', 'activations'])).toContain(
      'in parameters the one with fewer had more activations in 42 %',
    );
  });

  it('holds speed on one machine against speed on another', () => {
    expect(whyNotOneNumber(['latency_p90'])).toMatch(
      /apart in speed the faster one on one machine was slower on another in 12 to 38 % of pairs, depending on the machines\.$/,
    );
  });

  it('is nothing where nothing is known of the indicators', () => {
    expect(whyNotOneNumber([])).toBeNull();
    expect(whyNotOneNumber(['peak_rss_bytes', 'quality.top1'])).toBeNull();
  });
});

describe('the rates', () => {
  it('are shares of many pairs, with their source', () => {
    const { rates, source } = IMAGE_MODEL_RATES;
    expect(rates.length).toBeGreaterThan(0);
    for (const { share, pairs } of rates) {
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThan(0.5);
      expect(pairs).toBeGreaterThan(10_000);
    }
    expect(source.licence).toBe('Apache-2.0');
  });
});

describe('in a comment', () => {
  const of = (macs: number) =>
    modelReport({ comparisons: [counted('macs', 1e6, macs), measured('latency_p50', 1.2)] });

  it('it stands beside the method, with a link to its source, where something improved', () => {
    const markdown = markdownReport(gateReport({ models: [of(5e5)] }), {
      bytes: 60_000,
      rest: 'report.json',
    });
    expect(markdown).toContain(
      'Why not one number: Among 1,441 image models, of two 1.05 to 1.5 times apart in MACs the one with fewer was slower in 25 to 42 % of pairs, depending on the machine. Source: [the benchmark tables of huggingface/pytorch-image-models](<https://github.com/',
    );
  });

  it('it is not told where nothing is promised', () => {
    expect(whyNotOneNumberOf(of(2e6))).toBe('');
  });
});
