import { describe, expect, it } from '@jest/globals';
import { counted, environment, gate, gateReport, measured, modelReport } from '../fixtures/report-factory.js';
import { HOSTILE_TEXTS } from '../fixtures/hostile-texts.js';
import { renderBadge } from '../../src/render/badge.js';
import { better, fourModels, identical, oneModel, unreadable } from './scenarios.js';

const NEUTRAL = '#57606a';
const endpoint = (report: typeof oneModel) => renderBadge(report).endpoint;

describe('the badge', () => {
  it('tells the relation over all indicators, and is neutral about a trade-off', () => {
    expect(endpoint(oneModel)).toEqual({
      schemaVersion: 1,
      label: 'efficiency',
      message: 'trade-off: 3 better, 2 worse, 1 undecided of 7',
      color: NEUTRAL,
    });
  });

  it.each([
    ['dominates', [counted('macs', 2, 1)], 'dominates: 1 better, 0 worse of 1', '#1a7f37'],
    ['dominated', [counted('macs', 1, 2)], 'dominated: 0 better, 1 worse of 1', '#cf222e'],
    ['equivalent', [counted('macs', 1, 1)], 'equivalent: 0 better, 0 worse of 1', '#0969da'],
    [
      'inconclusive',
      [measured('load_time', 1.04)],
      'inconclusive: 0 better, 0 worse, 1 undecided of 1',
      NEUTRAL,
    ],
  ] as const)('reads for %s', (relation, comparisons, message, color) => {
    const models = [modelReport({ relation, comparisons: [...comparisons] })];
    expect(endpoint(gateReport({ models }))).toMatchObject({ message, color });
  });

  it('counts the relations of several models, and has the colour of the least favourable', () => {
    const worse = modelReport({ relation: 'dominated', comparisons: [counted('macs', 1, 2)] });
    expect(endpoint(gateReport({ models: [better, worse, worse, identical] }))).toMatchObject({
      message: '3 models: 2 dominated, 1 dominates',
      color: '#cf222e',
    });
  });

  it('is no good news when something is missing', () => {
    expect(endpoint(fourModels)).toMatchObject({
      message: '3 models: 1 not compared, 1 trade-off, 1 dominates, incomplete',
      color: NEUTRAL,
    });
    const incomplete = gateReport({ models: [better], gate: gate({ conclusion: 'incomplete' }) });
    expect(endpoint(incomplete).color).toBe(NEUTRAL);
    expect(endpoint(gateReport({ models: [unreadable] })).message).toBe('not compared');
  });

  it.each([
    ['nothing changed', gateReport({ models: [identical] }), 'no model changed'],
    ['an error', gateReport({ gate: gate({ conclusion: 'error' }) }), 'stopped by an error'],
  ])('says so on %s', (_, report, message) => {
    expect(endpoint(report)).toMatchObject({ message, color: NEUTRAL });
  });

  it('has date and machine in its title', () => {
    const { svg } = renderBadge(oneModel);
    const title =
      'efficiency: trade-off: 3 better, 2 worse, 1 undecided of 7 (2026-03-01 09:30 UTC, measured on Intel Xeon Platinum 8370C)';
    expect(svg).toContain(`<title>${title}</title>`);
    expect(svg).toContain(`aria-label="${title}"`);
  });

  it.each(HOSTILE_TEXTS)('takes nothing but text from a machine that calls itself %j', (cpuModel) => {
    const { svg } = renderBadge(gateReport({ environment: environment({ cpuModel }) }));
    const elements = (text: string): string[] => text.match(/<\/?\w+/g) ?? [];
    expect(elements(svg)).toEqual(elements(renderBadge(gateReport()).svg));
    expect(svg).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
  });
});
