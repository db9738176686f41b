/** Reports of models that were measured, declared and profiled, so that every part of the page is there. */
import { INDICATORS } from '../../../src/indicators.js';
import type { GateReport, ModelReport } from '../../../src/report.js';
import {
  counted,
  gate,
  gateReport,
  measured,
  measurement,
  modelReport,
  modelSide,
  operatorRow,
  processReadings,
  round,
  staticProfile,
  unmeasured,
} from '../../fixtures/report-factory.js';

type Times = NonNullable<NonNullable<ModelReport['profile']>['base']>;

/** Numbers that look random and are the same every time. */
const wobble = (seed: number): number => 1 + 0.06 * Math.sin(12.9898 * seed) * Math.cos(78.233 * seed);

const times = (scale: number): Times => ({
  runs: 12,
  timeMs: 2 * scale,
  macs: 4e6,
  gmacPerS: 2 / scale,
  executedMacs: 4e6,
  arenaPeakBytes: 1e6,
  operators: ['com.microsoft.FusedConv', 'Relu', 'Reshape'].map((op, at) => ({
    op,
    provider: 'CPUExecutionProvider',
    kernels: 4 - at,
    timeMs: scale / (at + 1),
    share: 0.5 / (at + 1),
    macs: at === 0 ? 4e6 : 0,
    flops: at === 2 ? 0 : 8e6 / (10 * at + 1),
    trafficBytes: at === 2 ? 0 : 2e6,
    gmacPerS: at === 0 ? 4 / scale : null,
  })),
});

const OPERATORS = ['Conv', 'Relu', 'MaxPool', 'Gemm', 'Reshape'];

function readings(seed: number, scale: number): ReturnType<typeof processReadings> {
  const runsMs = Array.from({ length: 12 }, (_, run) => 2 * scale * wobble(17 * seed + run));
  return processReadings({
    loadMs: 20 * scale * wobble(seed),
    firstMs: 3 * wobble(seed + 0.5),
    blocks: Array.from({ length: 4 }, () => ({ runsMs, cpuMs: 24 * scale })),
  });
}

/** A model with everything that a page can show; it is faster and larger than its base. */
export function wholeModel(overrides: Partial<ModelReport> = {}): ModelReport {
  const profile = (scale: number): ReturnType<typeof staticProfile> =>
    staticProfile({
      operators: OPERATORS.map((op, at) => operatorRow({ op, macs: at % 2 === 0 ? 1e6 * scale : 0 })),
    });
  return modelReport({
    name: 'models/whole.onnx',
    relation: 'trade-off',
    sentence: 'Trade-off: the head has 0.88 times the median latency [0.85, 0.92], but 1.28 times the bytes.',
    base: modelSide({ profile: profile(1) }),
    head: modelSide({ profile: profile(0.8), sha256: 'b'.repeat(64) }),
    measurement: measurement({
      rounds: Array.from({ length: 24 }, (_, at) =>
        round({
          base: readings(3 * at, 1),
          head: readings(3 * at + 1, 0.88),
          control: readings(3 * at + 2, 1),
          disturbed: at % 7 === 3,
        }),
      ),
    }),
    profile: { base: times(1), head: times(0.88), reason: null },
    comparisons: [
      counted('parameters', 1000, 1000),
      counted('model_bytes', 1_807_522, 2_313_101),
      counted('macs', 5e6, 4e6),
      counted('two_of_four_parameters', 0, 0, { verdict: null, reason: null }),
      counted('flops', null, 12),
      measured('peak_rss_bytes', 1.02),
      measured('latency_p50', 0.88, { effect: { ratio: 0.88, low: 0.85, high: 0.92 } }),
      measured('throughput', 1.13, { effect: { ratio: 1.13, low: 1.08, high: null } }),
      measured('load_time', 11, { reason: null }),
      unmeasured('cpu_time', 'the system reported no CPU time'),
      counted('activations', 100, 106, {
        indicator: 'quality.top1',
        label: 'top1',
        unit: '%',
        better: 'higher',
        kind: 'declared',
        difference: { value: 6, low: 6, high: 6 },
        tolerance: { absolute: 0.1 },
        verdict: 'improved',
        reason: null,
      }),
    ],
    warnings: ['Rounds drift: later ones are slower.'],
    ...overrides,
  });
}

export const oneModel = (overrides: Partial<GateReport> = {}): GateReport =>
  gateReport({
    models: [wholeModel()],
    gate: gate({ conclusion: 'failed', summary: 'Failed: proven to be worse: 1.28 times the bytes.' }),
    ...overrides,
  });

/** As many models as asked for, of twenty indicators each. */
export function largeReport(models: number): GateReport {
  const whole = wholeModel();
  const known = whole.comparisons.slice(0, -1);
  const more = INDICATORS.filter(
    ({ id, kind }) => kind === 'counted' && !known.some(({ indicator }) => indicator === id),
  )
    .slice(0, 20 - known.length)
    .map(({ id }, at) => counted(id, 1000, 1000 + 10 * at));
  return oneModel({
    models: Array.from({ length: models }, (_, at) => ({
      ...whole,
      name: `models/family/network_${at}.onnx`,
      comparisons: [...known, ...more],
    })),
  });
}

export const severalModels = (): GateReport =>
  oneModel({
    models: [
      wholeModel(),
      wholeModel({ name: 'models/second.onnx', relation: 'dominates' }),
      modelReport({ name: 'models/same.onnx', status: 'identical', measurement: null }),
      modelReport({
        name: 'models/broken.onnx',
        status: 'failed',
        relation: null,
        measurement: null,
        comparisons: [],
        sentence: 'Not compared: models/broken.onnx is a Git LFS pointer.',
        problem: { kind: 'model', message: 'It is a Git LFS pointer.', next: 'Check out with lfs: true.' },
      }),
    ],
    warnings: ['The configuration was read from the head: the base has none.'],
  });
