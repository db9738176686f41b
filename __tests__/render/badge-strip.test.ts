import { describe, expect, it } from '@jest/globals';
import { HOSTILE_TEXTS } from '../fixtures/hostile-texts.js';
import { counted, gateReport, measured, modelReport } from '../fixtures/report-factory.js';
import { renderBadge, renderModelBadges } from '../../src/render/badge.js';
import { badgeFiles } from '../../src/render/badge-files.js';
import { renderStrip, stripCells } from '../../src/render/badge-strip.js';
import { fourModels, oneModel } from './scenarios.js';

const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text [^>]*>([^<]*)</g)].map(([, text = '']) => text);

describe('the strip', () => {
  it('has a cell with name and sign for every judged indicator', () => {
    expect(texts(renderBadge(oneModel).strip)).toEqual([
      'efficiency',
      'size ✗',
      'MACs ≈',
      'ops ✓',
      'memory ✗',
      'p50 ✓',
      'thr.put ✓',
      'load ?',
    ]);
  });

  it('says the same to whoever hears it, with date and machine', () => {
    expect(renderBadge(oneModel).strip).toContain(
      'aria-label="efficiency: regressed: size, memory; inconclusive: load; equivalent: MACs; improved: ops, p50, thr.put (2026-03-01 09:30 UTC, measured on Intel Xeon Platinum 8370C)"',
    );
  });

  it('shows an indicator where it fares worst of several models', () => {
    expect(
      stripCells([
        counted('macs', 2, 1),
        counted('macs', 1, 2),
        counted('parameters', 2, 1),
        measured('load_time', 1.04),
      ]),
    ).toEqual([
      { name: 'MACs', verdict: 'regressed' },
      { name: 'params', verdict: 'improved' },
      { name: 'load', verdict: 'inconclusive' },
    ]);
  });

  it.each(HOSTILE_TEXTS)('takes nothing but text from what is called %j', (name) => {
    const svg = renderStrip(name, [{ name, verdict: 'improved' }], name);
    expect(svg.match(/<\w+/g)).toEqual(
      renderStrip('a', [{ name: 'b', verdict: 'improved' }], 'c').match(/<\w+/g),
    );
    expect(svg).not.toMatch(/[\p{Cf}\p{Cs}]/u);
  });
});

describe('the badges of a report', () => {
  it('are of the repository and of each compared model', () => {
    expect(badgeFiles(fourModels).map(({ path }) => path)).toEqual([
      'repository.svg',
      'repository-strip.svg',
      'repository.json',
      ...['models-resnet', 'models-vad'].flatMap((name) => [
        `${name}.svg`,
        `${name}-strip.svg`,
        `${name}.json`,
      ]),
    ]);
  });

  it('have the colour of their own model, whatever became of the others', () => {
    const badges = renderModelBadges(
      gateReport({
        models: [
          modelReport({ name: 'a/good.onnx', relation: 'dominates', comparisons: [counted('macs', 2, 1)] }),
          modelReport({ name: 'a/bad.onnx', relation: 'dominated', comparisons: [counted('macs', 1, 2)] }),
        ],
      }),
    );
    expect(badges.get('a/good.onnx')?.endpoint).toMatchObject({
      label: 'efficiency of good.onnx',
      message: 'dominates: 1 better, 0 worse of 1',
      color: '#1a7f37',
    });
    expect(badges.get('a/bad.onnx')?.endpoint.color).toBe('#cf222e');
  });

  it('lie in one folder, whatever the models are called', () => {
    const names = [...HOSTILE_TEXTS, '../../etc/passwd', 'a/b.onnx', 'a-b.onnx', 'A-B.onnx', '', '...'];
    const models = names.map((name) => modelReport({ name, comparisons: [counted('macs', 1, 1)] }));
    const paths = badgeFiles(gateReport({ models })).map(({ path }) => path);
    for (const path of paths) expect(path).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,120}$/);
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
  });
});
