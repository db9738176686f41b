import type { GateReport } from '../report.js';
import type { Mark } from './signs.js';

/**
 * The conclusion in a few words. Good news only where there is no bad news below it: a gate can pass over a
 * regression that is not gated or only warned of.
 */
export function headlineOf({ gate, models }: Pick<GateReport, 'gate' | 'models'>): Mark {
  const verdicts = new Set(models.flatMap(({ comparisons }) => comparisons.map(({ verdict }) => verdict)));
  switch (gate.conclusion) {
    case 'error':
      return { sign: '!', word: 'stopped by an error', tone: 'bad' };
    case 'failed':
      return { sign: '✗', word: 'failed', tone: 'bad' };
    case 'incomplete':
      return { sign: '!', word: 'incomplete', tone: 'unsure' };
    case 'passed':
      if (gate.warnOnly) return { sign: '!', word: 'passed with a warning', tone: 'mixed' };
      if (verdicts.has('regressed')) return { sign: '!', word: 'passed, with regressions', tone: 'mixed' };
      if (verdicts.has('inconclusive')) return { sign: '?', word: 'passed, not all decided', tone: 'unsure' };
      if (nothingChanged({ gate, models })) return { sign: '=', word: 'no model changed', tone: 'quiet' };
      return { sign: '✓', word: 'passed', tone: 'good' };
  }
}

/** Whether one quiet line says it all. */
export function nothingChanged({ gate, models }: Pick<GateReport, 'gate' | 'models'>): boolean {
  return gate.conclusion === 'passed' && models.every(({ status }) => status === 'identical');
}
