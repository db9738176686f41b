/** Reports as they look in practice, for tests of whole renderings. */
import {
  counted,
  gate,
  gateReport,
  measured,
  measurement,
  modelReport,
  modelSide,
  operatorRow,
  round,
  staticProfile,
} from '../fixtures/report-factory.js';
import type { GateReport } from '../../src/report.js';

/** A detector that got faster and larger. */
export const tradeOff = modelReport({
  name: 'models/vad.onnx',
  relation: 'trade-off',
  sentence:
    'Trade-off: the head has 0.88 times the median latency [0.85, 0.92], but 1.28 times the bytes (2.31 MB against 1.81 MB).',
  base: modelSide({
    profile: staticProfile({ operators: [operatorRow({ op: 'LSTM', count: 2, macs: 180_000 })] }),
  }),
  head: modelSide({
    profile: staticProfile({ operators: [operatorRow({ op: 'LSTM', count: 1, macs: 131_072 })] }),
  }),
  measurement: measurement({ rounds: Array.from({ length: 24 }, () => round()) }),
  comparisons: [
    counted('model_bytes', 1_807_522, 2_313_101),
    counted('macs', 563_968, 563_968),
    counted('operators', 88, 41),
    measured('peak_rss_bytes', 1.19, {
      effect: { ratio: 1.19, low: 1.14, high: 1.23 },
      base: { value: 12_300_000, provenance: 'measured', reason: null },
      head: { value: 14_637_000, provenance: 'measured', reason: null },
    }),
    measured('latency_p50', 0.88, { effect: { ratio: 0.88, low: 0.85, high: 0.92 } }),
    measured('throughput', 1.13, { effect: { ratio: 1.13, low: 1.08, high: 1.18 } }),
    measured('load_time', 1.02, {
      effect: { ratio: 1.02, low: 0.93, high: 1.11 },
      verdict: 'inconclusive',
      reason: '24 rounds, interval 0.930 to 1.110 crosses the tolerance of 5 %',
    }),
  ],
});

export const failedGate = gate({
  conclusion: 'failed',
  summary:
    'Failed: proven regression of 1.28 times the bytes in models/vad.onnx. Undo it, or raise the tolerance of model_bytes.',
  failures: [{ model: 'models/vad.onnx', indicator: 'model_bytes' }],
});

export const oneModel = gateReport({ models: [tradeOff], gate: failedGate });

export const better = modelReport({
  name: 'models/resnet.onnx',
  relation: 'dominates',
  sentence: 'More efficient on this set-up: the head has 25 % fewer bytes.',
  comparisons: [counted('model_bytes', 100, 75), measured('latency_p50', 0.8)],
});

export const unreadable = modelReport({
  name: 'models/broken.onnx',
  status: 'failed',
  relation: null,
  measurement: null,
  comparisons: [],
  sentence: 'Not compared: models/broken.onnx is a Git LFS pointer.',
  problem: {
    kind: 'model',
    message: 'models/broken.onnx is a Git LFS pointer.',
    next: 'Check out with lfs: true.',
  },
});

export const identical = modelReport({
  name: 'models/same.onnx',
  status: 'identical',
  relation: 'equivalent',
  measurement: null,
  sentence: 'Identical bytes: base and head are the same model, so nothing was measured.',
});

export const fourModels = gateReport({
  models: [identical, better, tradeOff, unreadable],
  warnings: ['The configuration was read from the head: the base has none.'],
  gate: gate({
    conclusion: 'incomplete',
    summary: 'Incomplete: models/broken.onnx is a Git LFS pointer. Check out with lfs: true.',
    missing: [{ model: 'models/broken.onnx', reason: 'models/broken.onnx is a Git LFS pointer.' }],
  }),
});

/** A report of which every text that others control is one and the same. */
export function saying(text: string): ReturnType<typeof gateReport> {
  const side = modelSide({
    path: text,
    profile: staticProfile({ producer: text, operators: [operatorRow({ op: text })] }),
  });
  const value = { value: null, provenance: 'not-measured', reason: text } as const;
  return gateReport({
    base: { label: text, sha: text },
    head: { label: text, sha: text },
    models: [text, `${text}2`].map((name) =>
      modelReport({
        ...tradeOff,
        name,
        base: side,
        sentence: text,
        problem: { kind: 'model', message: text, next: text },
        warnings: [text],
        comparisons: [
          ...tradeOff.comparisons,
          measured('load_time', 1, {
            indicator: text,
            label: text,
            unit: text,
            head: value,
            reason: text,
            verdict: 'inconclusive',
          }),
        ],
        measurement: measurement({
          provider: text,
          feeds: { base: [{ name: text, type: text, shape: [1], fill: text }], head: [] },
        }),
      }),
    ),
    warnings: [text],
    gate: gate({ conclusion: 'failed', summary: text, missing: [{ model: 'elsewhere', reason: text }] }),
  });
}

/** What is said of many machines, over the whole repository and over time, with each text in every place of it. */
export function sayingOfMany(texts: readonly string[]): GateReport {
  const machines = ['cpu', 'gpu'];
  const { environment, ...one } = gateReport();
  return {
    ...one,
    environment: null,
    models: texts.flatMap((text) =>
      machines.map((machine) => ({
        ...modelReport({ measurement: null, comparisons: tradeOff.comparisons.slice(0, 2) }),
        name: `${text} on ${machine}`,
        machine,
        environment,
      })),
    ),
    machines: machines.map((name) => ({
      name,
      required: true,
      environment,
      shards: { of: 1, merged: 1 },
      models: [...texts],
    })),
    shardFaults: texts.map((text) => ({ kind: 'corrupt', subject: text, reason: text })),
    fleet: texts.map((text) => ({
      model: text,
      relation: 'trade-off',
      sentence: text,
      machines: machines.map((machine) => ({
        machine,
        required: true,
        status: 'compared',
        relation: 'trade-off',
        setUp: text,
      })),
      agreements: [
        { indicator: 'macs', agreement: 'contradict', sentence: text },
        { indicator: text, agreement: 'part', sentence: text },
      ],
      warnings: [text],
    })),
    fronts: texts.map((text) => ({
      metric: 'top1',
      indicator: 'macs',
      scenario: text,
      models: 2,
      base: [text],
      head: [`${text}2`],
      gained: [text],
      lost: [text],
    })),
    creep: texts.map((text) => ({
      model: text,
      indicator: text,
      unit: text,
      steps: 5,
      includesHead: true,
      since: { commit: text, at: '2026-01-01T00:00:00Z' },
      ratio: 1.1,
      low: 1.05,
      high: 1.15,
      values: null,
      tolerance: { relative: 0.05 },
    })),
  };
}
