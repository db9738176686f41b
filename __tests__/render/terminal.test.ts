import { describe, expect, it } from '@jest/globals';
import { stripVTControlCharacters } from 'node:util';
import type { Comparison } from '../../src/judge/judgement.js';
import { gateReport, measured, modelReport, unmeasured } from '../fixtures/report-factory.js';
import { HOSTILE_TEXTS } from '../fixtures/hostile-texts.js';
import { renderTerminal } from '../../src/render/terminal.js';
import { fourModels, oneModel, saying } from './scenarios.js';

const plain = (report: typeof oneModel, width = 120): string =>
  renderTerminal(report, { colour: false, width });

describe('a report on a wide terminal', () => {
  it('has the sentence first, then the conclusion, then the numbers', () => {
    expect(plain(oneModel).split('\n').slice(0, 18)).toEqual([
      'models/vad.onnx  ± trade-off',
      '  Trade-off: the head has 0.88 times the median latency [0.85, 0.92], but 1.28 times the bytes (2.31 MB against 1.81',
      '  MB).',
      '',
      '✗ failed',
      '  Failed: proven regression of 1.28 times the bytes in models/vad.onnx. Undo it, or raise the tolerance of model_bytes.',
      '',
      '    indicator                          base      head  head / base               better <- -> worse  verdict',
      '  counted from the graph and the file, exact',
      '  ✗ model size *                    1.81 MB   2.31 MB  1.28 times               ······[··│··]····●>  regressed',
      '  ≈ MACs (multiply-accumulates) *   564.0 k   564.0 k  the same                 ······[··●··]······  equivalent',
      '  ✓ operators                            88        41  0.47 times               <●····[··│··]······  improved',
      '  measured in 24 rounds of fresh processes, side by side; interval in brackets',
      '  ✗ peak memory *                   12.3 MB   14.6 MB  1.19 times [1.14, 1.23]  ······[··│··]····●>  regressed',
      '  ✓ latency, median *              2.000 ms  1.760 ms  0.88 times [0.85, 0.92]  <●──┤·[··│··]······  improved',
      '  ✓ throughput                     2.000 /s  2.260 /s  1.13 times [1.08, 1.18]  <●──┤·[··│··]······  improved',
      '  ? load time                      2.000 ms  2.040 ms  1.02 times [0.93, 1.11]  ·····├[──┼●─]──┤···  inconclusive',
      '',
    ]);
  });

  it('says below what is open, what is required, how well the machine agreed with itself, and the set-up', () => {
    const text = plain(oneModel);
    expect(text).toContain('? load time: 24 rounds, interval 0.930 to 1.110 crosses the tolerance of 5 %');
    expect(text).toContain('* required: the relation rests on these');
    expect(text).toContain('control: The base against its own copy: no difference found in 4 indicators');
    expect(text).toContain(
      'provider: cpu; threads: 1; batch: 1; inputs: input float32 [1, 512], normal, seeded',
    );
    expect(text).toContain('machine: Intel Xeon Platinum 8370C, 2 cores, 7.00 GB of memory');
  });
});

describe('a report on a narrow terminal', () => {
  it('has the intervals in a table of their own', () => {
    const lines = plain(oneModel, 80).split('\n');
    expect(lines).toContain('  ✓ latency, median *  2.000 ms  1.760 ms  0.88 times   improved');
    expect(lines).toContain('  ✓ latency, median *  0.88 times [0.85, 0.92]  <●──┤·[··│··]······');
    expect(lines).toContain('  MACs: multiply-accumulates');
  });

  it('keeps the interval of a declared metric, and its difference, in its own unit', () => {
    const top1: Comparison = {
      ...measured('latency_p50', 1),
      indicator: 'quality.top1',
      label: 'top1',
      unit: '%',
      better: 'higher',
      kind: 'declared',
      base: { value: 80, provenance: 'declared', reason: null },
      head: { value: 76, provenance: 'declared', reason: null },
      effect: { ratio: 0.95, low: 0.94, high: 0.96 },
      difference: { value: -4, low: -4.8, high: -3.2 },
      tolerance: { absolute: 0.2 },
      verdict: 'regressed',
    };
    const text = plain(gateReport({ models: [modelReport({ comparisons: [top1] })] }), 80);
    expect(text).toMatch(/top1 \* +-4 % \[-4.8, -3.2\]/);
    expect(text).toContain('declared by the author, not checked');
  });

  it.each([80, 100, 120])('keeps to %i columns', (width) => {
    for (const report of [oneModel, fourModels]) {
      for (const line of plain(report, width).split('\n'))
        expect(Array.from(line).length).toBeLessThanOrEqual(width);
    }
  });
});

describe('a report of several models', () => {
  it('begins with all of them, the least favourable first', () => {
    expect(plain(fourModels).split('\n').slice(0, 6)).toEqual([
      'head against base  better  worse  not decided  model',
      '! not compared          -      -            -  models/broken.onnx',
      '± trade-off             3      2            1  models/vad.onnx',
      '✓ dominates             2      0            0  models/resnet.onnx',
      '= identical             -      -            -  models/same.onnx',
      '',
    ]);
  });

  it('tells what to do about a model that could not be compared', () => {
    expect(plain(fourModels)).toContain('  Next: Check out with lfs: true.');
  });

  it('shows no table for identical bytes', () => {
    const text = plain(fourModels);
    expect(text.slice(text.indexOf('models/same.onnx  = identical'))).not.toContain('indicator');
  });
});

describe('any report on a terminal', () => {
  it('says the same without colour', () => {
    const coloured = renderTerminal(fourModels, { colour: true, width: 100 });
    expect(coloured).toContain('\u001b[32m');
    expect(stripVTControlCharacters(coloured)).toBe(plain(fourModels, 100));
    expect(plain(fourModels)).not.toContain('\u001b');
  });

  it('says that something was not measured, and why', () => {
    const report = gateReport({
      models: [modelReport({ comparisons: [unmeasured('peak_rss_bytes', 'the system does not tell')] })],
    });
    expect(plain(report)).toMatch(/\? peak memory \* +unknown +unknown +not measured +unknown +inconclusive/);
    expect(plain(report)).toContain('? peak memory: the system does not tell');
  });

  it('tells a change that touches no model in one line', () => {
    const report = gateReport({ models: [], environment: null, warnings: [] });
    expect(plain(report)).toMatch(/^= no model changed: .+ -> .+\n$/);
    expect(plain({ ...report, warnings: ['link.onnx is a symbolic link.'] })).toContain('link.onnx');
  });

  it.each(HOSTILE_TEXTS)('lets no control of the terminal through: %j', (text) => {
    for (const width of [80, 120]) {
      expect(plain(saying(text), width).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
    }
  });
});
