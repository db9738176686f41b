import { describe, expect, it } from '@jest/globals';
import { HOSTILE_TEXTS } from '../../fixtures/hostile-texts.js';
import { gateReport } from '../../fixtures/report-factory.js';
import { renderHtml } from '../../../src/render/html/html-report.js';
import type { GateReport } from '../../../src/report.js';

const claim = (text: string): NonNullable<GateReport['claims']>[number] => ({
  text,
  source: { kind: 'title', sha: null },
  repeatedIn: [],
  indicators: ['macs'],
  direction: 'better',
  magnitude: 0.7,
  rounding: null,
  ruling: 'refuted',
  evidence: [],
  rewording: `Not ${text}.`,
  inFull: null,
});

describe('the claims on the page', () => {
  it('are shown with ruling and with what could be said instead', () => {
    const page = renderHtml(gateReport({ claims: [claim('30 % fewer FLOPs')] }));
    expect(page).toContain('<h2>Claims: 1 refuted</h2>');
    expect(page).toContain('<blockquote>30 % fewer FLOPs” <cite>(title)</cite></blockquote>');
    expect(page).toContain('✗ refuted');
    expect(page).toContain('Not 30 % fewer FLOPs.</pre>');
  });

  it('are left out where nothing is claimed', () => {
    expect(renderHtml(gateReport())).not.toContain('<h2>Claims');
  });

  it.each(HOSTILE_TEXTS)('are text and nothing else: %j', (text) => {
    const elements = (page: string): string[] => page.match(/<\/?[a-z]+/gi) ?? [];
    expect(elements(renderHtml(gateReport({ claims: [claim(text)] })))).toEqual(
      elements(renderHtml(gateReport({ claims: [claim('plain')] }))),
    );
  });
});
