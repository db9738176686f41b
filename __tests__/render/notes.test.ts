import { describe, expect, it } from '@jest/globals';
import { counted, measured, modelReport, policy, unmeasured } from '../fixtures/report-factory.js';
import {
  controlNote,
  formatDate,
  methodNote,
  provenanceNotes,
  toleranceNote,
} from '../../src/render/notes.js';

const control = (ratio: number, differs: boolean) => ({
  effect: { ratio, low: ratio - 0.01, high: ratio + 0.01 },
  differs,
});

describe('the control', () => {
  it('says how far the base was from its own copy', () => {
    const model = modelReport({
      comparisons: [
        measured('latency_p50', 1, { control: control(1.002, false) }),
        measured('load_time', 1, { control: control(0.97, false) }),
        counted('macs', 1, 1),
      ],
    });
    expect(controlNote(model)).toBe(
      'The base against its own copy: no difference found in 2 indicators; the farthest is load time 0.970 [0.960, 0.980].',
    );
  });

  it('names where the base differs from its own copy', () => {
    const model = modelReport({
      comparisons: [
        measured('latency_p50', 1, { control: control(1.002, false) }),
        measured('load_time', 1, { control: control(1.04, true) }),
      ],
    });
    expect(controlNote(model)).toBe(
      'The base differs from its own copy in load time 1.040 [1.030, 1.050]: no difference of the head is claimed there.',
    );
  });

  it('is not claimed where it was not measured', () => {
    const model = modelReport({
      comparisons: [counted('macs', 1, 1), measured('load_time', 1, { control: null })],
    });
    expect(controlNote(model)).toBe('The base was not measured against its own copy.');
  });
});

describe('the notes on provenance', () => {
  it('tell what was counted, measured and neither', () => {
    const model = modelReport({
      comparisons: [
        counted('macs', 1, 1),
        measured('latency_p50', 1),
        unmeasured('peak_rss_bytes', 'no VmHWM'),
      ],
    });
    expect([...provenanceNotes(model)]).toEqual([
      ['counted', 'counted from the graph and the file, exact'],
      ['measured', 'measured in 1 round of fresh processes, side by side; interval in brackets'],
      ['not-measured', 'not measured, for the reason given'],
    ]);
  });
});

describe('the other notes', () => {
  it('put indicators of one tolerance together', () => {
    const rows = [counted('macs', 1, 1), measured('load_time', 1), counted('parameters', 1, 1)];
    expect(toleranceNote(rows)).toBe('1 % for MACs, parameters; 5 % for load time');
    const described = [...rows, counted('depth', 1, 2, { verdict: null })];
    expect(toleranceNote(described)).toMatch(/; described, not judged: depth$/);
  });

  it('state the error probability that all decisions share', () => {
    expect(methodNote(policy({ alpha: 0.05, decisions: 14 }))).toContain(
      'all 14 timing decisions together are wrong with a probability of at most 5 %.',
    );
  });

  it('give dates in UTC', () => {
    expect(formatDate('2026-03-01T09:30:00+02:00')).toBe('2026-03-01 07:30 UTC');
  });
});
