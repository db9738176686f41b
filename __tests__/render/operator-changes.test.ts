import { describe, expect, it } from '@jest/globals';
import { operatorRow, staticProfile } from '../fixtures/report-factory.js';
import { operatorChanges } from '../../src/render/operator-changes.js';

const names = (base: Parameters<typeof operatorRow>[0][], head: Parameters<typeof operatorRow>[0][]) =>
  operatorChanges(
    staticProfile({ operators: base.map(operatorRow) }),
    staticProfile({ operators: head.map(operatorRow) }),
  );

describe('the operators that changed', () => {
  it('are none between two graphs of the same operators', () => {
    expect(names([{ op: 'Conv' }, { op: 'Relu' }], [{ op: 'Relu' }, { op: 'Conv' }])).toEqual([]);
  });

  it('come with what moves the most MACs first, the unknown before all', () => {
    const changes = names(
      [
        { op: 'Conv', macs: 100 },
        { op: 'Gemm', macs: 500 },
        { op: 'Mystery', macs: 1 },
      ],
      [
        { op: 'Conv', macs: 700 },
        { op: 'Gemm', macs: 400 },
        { op: 'Mystery', macs: null },
      ],
    );
    expect(changes.map(({ op }) => op)).toEqual(['Mystery', 'Conv', 'Gemm']);
  });

  it('include those that one side does not have', () => {
    const [added, removed] = names(
      [{ op: 'Relu', macs: 0, parameters: 0 }],
      [{ op: 'Gelu', macs: 0, parameters: 9 }],
    );
    expect(added).toMatchObject({ op: 'Gelu', base: null });
    expect(removed).toMatchObject({ op: 'Relu', head: null });
  });
});
