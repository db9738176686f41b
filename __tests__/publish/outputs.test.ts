import { describe, expect, it } from '@jest/globals';
import { figureOutputs, fileOutputs, OUTPUT_NAMES, PLAN_OUTPUTS } from '../../src/publish/outputs.js';
import { gateReportSchema } from '../../src/report.js';
import { comparison, gateReport, modelReport } from './gate-report.js';

const effect = (ratio: number) => ({ ratio, low: ratio, high: ratio });

describe('the key figures', () => {
  it('come from a report as the schema has it', () => {
    expect(gateReportSchema.safeParse(gateReport()).error).toBeUndefined();
  });

  it('of one model are its relation, its verdicts and its ratios', () => {
    const comparisons = [
      comparison({ indicator: 'parameters', verdict: 'improved', effect: effect(0.5) }),
      comparison({ indicator: 'latency_p50', verdict: 'regressed', effect: effect(1 / 0.7) }),
      comparison({ indicator: 'macs', verdict: 'inconclusive', effect: null }),
    ];
    expect(
      figureOutputs(gateReport({ models: [modelReport({ relation: 'trade-off', comparisons })] })),
    ).toMatchObject({
      conclusion: 'passed',
      relation: 'trade-off',
      improved: 'parameters',
      regressed: 'latency_p50',
      'parameters-ratio': '0.5',
      'latency-p50-ratio': '1.42857',
      'macs-ratio': 'not-measured',
      'throughput-ratio': 'not-measured',
    });
  });

  it('of several models are the least favourable', () => {
    const model = (name: string, latency: number, throughput: number, relation: 'dominates' | 'dominated') =>
      modelReport({
        name,
        relation,
        comparisons: [
          comparison({ indicator: 'latency_p50', effect: effect(latency), verdict: 'regressed' }),
          comparison({
            indicator: 'throughput',
            better: 'higher',
            effect: effect(throughput),
            verdict: 'regressed',
          }),
        ],
      });
    const models = [model('a', 1.2, 0.9, 'dominates'), model('b', 1.1, 0.8, 'dominated')];
    expect(figureOutputs(gateReport({ models }))).toMatchObject({
      relation: 'dominated',
      regressed: 'latency_p50,throughput',
      improved: '',
      'latency-p50-ratio': '1.2',
      'throughput-ratio': '0.8',
    });
  });

  it('of a changed model are not hidden by one of the same bytes', () => {
    const faster = modelReport({
      relation: 'dominates',
      comparisons: [comparison({ indicator: 'latency_p50', effect: { ratio: 0.7, low: 0.6, high: 0.8 } })],
    });
    const renamed = modelReport({
      name: 'renamed.onnx',
      status: 'identical',
      comparisons: [comparison({ indicator: 'latency_p50' })],
    });
    expect(figureOutputs(gateReport({ models: [renamed, faster] }))).toMatchObject({
      relation: 'dominates',
      'latency-p50-ratio': '0.7',
    });
    expect(figureOutputs(gateReport({ models: [renamed] }))).toMatchObject({
      relation: 'equivalent',
      'latency-p50-ratio': '1',
    });
  });

  it('without a model say so instead of showing a figure', () => {
    const figures = figureOutputs(gateReport({ models: [] }));
    expect(figures).toMatchObject({ relation: 'none', 'macs-ratio': 'not-measured' });
  });

  it('and the files are all outputs that are documented', () => {
    const files = { report: '/r', html: '/h', comment: '/c', badge: '/b', badgeEndpoint: '/e' };
    const set = Object.keys({ ...figureOutputs(gateReport()), ...fileOutputs(files), 'comment-url': '' });
    expect([...set, ...PLAN_OUTPUTS].sort()).toEqual([...OUTPUT_NAMES].sort());
  });
});
