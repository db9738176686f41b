/** Profiles, rounds and comparisons that state only what a test is about. */
import { findIndicator, INDICATORS } from '../../src/indicators.js';
import type { Comparison, Verdict } from '../../src/judge/judgement.js';
import type { JudgePolicy } from '../../src/judge/policy.js';
import type { Rounds } from '../../src/judge/measured-evidence.js';
import type {
  Environment,
  Measurement,
  ProcessReadings,
  Role,
  Round,
} from '../../src/measure/measurement.js';
import type { Count, StaticProfile } from '../../src/onnx/profile.js';

export const EMPTY_WORKER_BYTES = 50_000_000;
export const REQUIRED = INDICATORS.filter(({ required }) => required).map(({ id }) => id);

export function policy(changes: Partial<JudgePolicy> = {}): JudgePolicy {
  return { alpha: 0.05, decisions: 8, tolerances: {}, required: REQUIRED, ...changes };
}

type Counts = StaticProfile['counts'];

export function profile(
  counts: Partial<Record<keyof Counts, number | Count>> = {},
  uncosted: string[] = [],
): StaticProfile {
  const count = (id: keyof Counts): Count => {
    const given = counts[id] ?? 1000;
    return typeof given === 'number' ? { value: given, reason: null } : given;
  };
  return {
    irVersion: 8,
    opsets: { '': 17 },
    producer: 'test',
    inputs: [],
    outputs: [],
    counts: {
      parameters: count('parameters'),
      non_zero_parameters: count('non_zero_parameters'),
      two_of_four_parameters: count('two_of_four_parameters'),
      zero_channels: count('zero_channels'),
      model_bytes: count('model_bytes'),
      macs: count('macs'),
      flops: count('flops'),
      operators: count('operators'),
      macs_per_parameter: count('macs_per_parameter'),
      parameter_uses: count('parameter_uses'),
      depth: count('depth'),
      parallelism: count('parallelism'),
      activations: count('activations'),
      peak_activation_bytes: count('peak_activation_bytes'),
      memory_traffic_bytes: count('memory_traffic_bytes'),
      arithmetic_intensity: count('arithmetic_intensity'),
    },
    macs_by_precision: null,
    coverage: { costed: 1, total: 1 + uncosted.length, uncosted },
    operators: [],
    shapes: 'inference',
  };
}

/** Readings of a process whose every time is `slowness` times 2 ms, or as given. */
export function readings(slowness = 1, changes: Partial<ProcessReadings> = {}): ProcessReadings {
  const block = { runsMs: [2 * slowness, 2 * slowness, 2 * slowness], cpuMs: 6 * slowness };
  return {
    loadMs: 20 * slowness,
    firstMs: 5 * slowness,
    peakRssBytes: EMPTY_WORKER_BYTES + 100_000_000,
    warmUp: { runs: 10, elapsedMs: 20 * slowness },
    blocks: [block, block],
    ...changes,
  };
}

export function round(sides: Partial<Record<Role, ProcessReadings>> = {}): Round {
  return {
    launchOrder: ['base', 'head', 'control'],
    runOrders: [['base', 'head', 'control']],
    base: readings(),
    head: readings(),
    control: readings(),
    stealShare: 0,
    waitShare: 0,
    busyCores: 1,
    load1: 0,
    disturbed: false,
    endedAtS: 1,
    ...sides,
  };
}

export function measured(rounds: readonly Round[], changes: Partial<Rounds> = {}): Rounds {
  return { rounds: [...rounds], batch: 1, emptyWorkerRssBytes: EMPTY_WORKER_BYTES, ...changes };
}

/** The same round, many times over: as clear as evidence gets. */
export function repeated(count: number, sides: Partial<Record<Role, ProcessReadings>> = {}): Rounds {
  return measured(Array.from({ length: count }, () => round(sides)));
}

export function comparison(id: string, verdict: Verdict, changes: Partial<Comparison> = {}): Comparison {
  const row = findIndicator(id);
  const ratio = { improved: 0.5, regressed: 2, equivalent: 1, inconclusive: 1.01 }[verdict];
  const kind = row?.kind ?? 'measured';
  return {
    indicator: id,
    label: row?.label ?? id,
    unit: row?.unit ?? 'ms',
    better: row?.better ?? 'lower',
    kind,
    base: { value: 1000, provenance: kind, reason: null },
    head: { value: 1000 * ratio, provenance: kind, reason: null },
    effect: { ratio, low: ratio, high: ratio },
    tolerance: { relative: 0.05 },
    verdict,
    reason: verdict === 'inconclusive' ? 'too noisy' : null,
    rounds: kind === 'measured' ? 24 : null,
    control: null,
    evidence: null,
    gated: row?.gated ?? true,
    required: REQUIRED.some((required) => required === id),
    ...changes,
  };
}

export const ENVIRONMENT: Environment = {
  cpuModel: 'Test CPU 3000',
  cores: 2,
  memoryBytes: 8e9,
  os: 'linux',
  arch: 'x64',
  runner: null,
  node: '20.0.0',
  runtime: '1.30.0',
};

export const SET_UP_OF_MEASUREMENT: Pick<Measurement, 'provider' | 'threads' | 'batch' | 'feeds'> = {
  provider: 'cpu',
  threads: 1,
  batch: 1,
  feeds: {
    base: [{ name: 'input', type: 'float32', shape: [1, 576], fill: 'seeded' }],
    head: [{ name: 'input', type: 'float32', shape: [1, 576], fill: 'seeded' }],
  },
};
