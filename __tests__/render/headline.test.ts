import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { counted, gate, measured, modelReport } from '../fixtures/report-factory.js';
import { headlineOf } from '../../src/render/headline.js';

const worse = counted('operators', 10, 20);
const undecided = measured('load_time', 1.04);
const better = counted('macs', 100, 50);
const passed = (comparisons: ReturnType<typeof counted>[]) =>
  headlineOf({ gate: gate(), models: [modelReport({ comparisons })] });

describe('the headline', () => {
  it('is good news when there is no bad news', () => {
    expect(passed([better])).toEqual({ sign: '✓', word: 'passed', tone: 'good' });
  });

  it('says when the gate passed over a regression', () => {
    expect(passed([better, worse])).toEqual({ sign: '!', word: 'passed, with regressions', tone: 'mixed' });
  });

  it('says when something could not be decided', () => {
    expect(passed([better, undecided]).word).toBe('passed, not all decided');
  });

  it('says when a failure only warns', () => {
    const warned = gate({ warnOnly: true });
    expect(headlineOf({ gate: warned, models: [modelReport()] })).toMatchObject({
      word: 'passed with a warning',
      tone: 'mixed',
    });
  });

  it.each([
    ['failed', 'failed', 'bad'],
    ['incomplete', 'incomplete', 'unsure'],
    ['error', 'stopped by an error', 'bad'],
  ] as const)('of a gate that is %s reads "%s"', (conclusion, word, tone) => {
    expect(headlineOf({ gate: gate({ conclusion }), models: [modelReport()] })).toMatchObject({ word, tone });
  });

  it('is never good over a row that is not', () => {
    const rows = fc.array(fc.constantFrom(better, worse, undecided), { maxLength: 5 });
    const conclusion = fc.constantFrom('passed', 'failed', 'incomplete', 'error');
    fc.assert(
      fc.property(rows, conclusion, fc.boolean(), (comparisons, concluded, warnOnly) => {
        const headline = headlineOf({
          gate: gate({ conclusion: concluded, warnOnly }),
          models: [modelReport(), modelReport({ comparisons })],
        });
        const allGood = concluded === 'passed' && !warnOnly && comparisons.every((row) => row === better);
        expect(headline.tone === 'good').toBe(allGood);
      }),
      { seed: 3 },
    );
  });
});
