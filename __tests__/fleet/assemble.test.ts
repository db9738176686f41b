import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { conclude, judgeAgain } from '../../src/conclude.js';
import { assembleFleet, requireMachines } from '../../src/fleet/assemble.js';
import type { Expectation } from '../../src/fleet/expectation.js';
import { gateReportSchema, type GateReport } from '../../src/report.js';
import { fleetPlan, HEAD, PULL_REQUEST, shardReport } from '../fixtures/fleet.js';
import { environment, modelReport, modelSide, policy } from '../fixtures/report-factory.js';

const filed = (reports: readonly GateReport[]) =>
  reports.map((report, at) => ({ file: `${at}/report.json`, report }));
const assembled = (reports: readonly GateReport[], expectation: Expectation = {}) =>
  assembleFleet(filed(reports), expectation);
const merged = (reports: readonly GateReport[], expectation: Expectation = {}): GateReport => {
  const { evidence, policy: rules } = assembled(reports, expectation);
  return conclude(evidence, rules);
};
const planned = (...machines: string[]): Expectation => ({ plan: fleetPlan(machines), planTrusted: true });
const { counts } = modelSide().profile!;
const twiceTheParameters = modelReport({
  head: modelSide({
    sha256: 'b'.repeat(64),
    profile: { ...modelSide().profile!, counts: { ...counts, parameters: { value: 925_188, reason: null } } },
  }),
});

describe('merging', () => {
  it('keeps each model of each machine, under its name, and judges it as it was judged', () => {
    const one = shardReport('cpu', { slowness: 0.7 });
    const report = merged([one]);
    expect(gateReportSchema.parse(report)).toEqual(report);
    expect(report.models.map(({ name }) => name)).toEqual(['models/vad.onnx on cpu']);
    expect(report.models[0]).toMatchObject({ ...one.models[0], name: 'models/vad.onnx on cpu' });
    expect(report.gate.conclusion).toBe(one.gate.conclusion);
    expect(report.fleet).toMatchObject([{ model: 'models/vad.onnx', relation: one.models[0]?.relation }]);
  });

  it('splits the error probability over the decisions of all', () => {
    const report = merged([shardReport('cpu'), shardReport('gpu')]);
    expect(report.policy.decisions).toBe(14);
    // What was proven with few decisions to share is not proven any more.
    const few = shardReport('cpu', { slowness: 1.3, rounds: 11, policy: policy({ decisions: 7 }) });
    const many = Array.from({ length: 20 }, (_, at) => shardReport(`m${at}`, { rounds: 1 }));
    expect(few.gate.conclusion).toBe('failed');
    expect(merged([few, ...many]).gate.conclusion).toBe('passed');
  });

  it('can be judged again, also after it was written and read', () => {
    const report = merged([shardReport('cpu', { slowness: 0.7 }), shardReport('gpu', { slowness: 1.3 })]);
    const read = gateReportSchema.parse(JSON.parse(JSON.stringify(report)));
    expect(judgeAgain(read, read.policy)).toEqual(report);
    const wide = judgeAgain(read, {
      ...read.policy,
      tolerances: Object.fromEntries(
        ['latency_p50', 'latency_p90', 'throughput'].map((id) => [id, { relative: 1 }]),
      ),
    });
    expect(wide.fleet?.[0]?.relation).toBe('equivalent');
  });

  it('calls machines that no plan names after their processors and providers, each by a name of its own', () => {
    const { shard, ...report } = shardReport('x');
    expect(shard?.machine).toBe('x');
    const intel = environment({ cpuModel: 'Intel(R) Xeon(R) Platinum 8370C CPU @ 2.80GHz' });
    const named = merged([
      { ...report, environment: intel },
      { ...report, environment: intel },
      { ...report, environment: environment({ cpuModel: '<b>| @octocat' }) },
    ]);
    expect(named.machines?.map(({ name }) => name)).toEqual([
      'Intel Xeon Platinum 8370C CPU',
      'Intel Xeon Platinum 8370C CPU 2',
      'b octocat',
    ]);
  });

  it('takes one policy for all, and says whose was another', () => {
    const strict = shardReport('gpu', { policy: policy({ tolerances: { parameters: { relative: 0 } } }) });
    const report = merged([shardReport('cpu'), strict]);
    expect(report.policy.tolerances).toEqual({});
    expect(report.warnings).toContainEqual(
      expect.stringContaining('1/report.json was judged by other settings'),
    );
  });
});

describe('a shard that is', () => {
  const good = shardReport('cpu', { slowness: 0.7 });
  const faultsOf = ({ shardFaults = [] }: GateReport) =>
    shardFaults.map(({ kind, subject }) => [kind, subject]);
  const elsewhere = { head: { label: 'smaller', sha: 'c'.repeat(40) } };
  const gpu = (given = {}) => shardReport('gpu', given);

  it.each<[string, GateReport[], Expectation, [string, string][]]>([
    ['missing by the plan', [good], planned('cpu', 'gpu'), [['missing', 'gpu']]],
    [
      'missing by its own machine’s word',
      [shardReport('cpu', {}, { index: 2, of: 2 })],
      {},
      [['missing', 'cpu, 1 of 2']],
    ],
    ['there twice', [good, shardReport('cpu')], {}, [['duplicate', 'cpu']]],
    ['of another head', [good, gpu(elsewhere)], {}, [['foreign', '1/report.json']]],
    [
      'of another pull request',
      [good, gpu({ pullRequest: { number: 8, headSha: HEAD } })],
      { pullRequest: PULL_REQUEST },
      [['foreign', '1/report.json']],
    ],
    [
      'of other bytes',
      [good, gpu({ models: [modelReport({ head: modelSide({ sha256: 'd'.repeat(64) }) })] })],
      {},
      [['foreign', '1/report.json']],
    ],
    ['merged itself', [good, merged([gpu()])], {}, [['corrupt', '1/report.json']]],
    ['of no machine of the plan', [good, gpu()], planned('cpu'), [['unplanned', '1/report.json']]],
    [
      'of no shard of the plan',
      [good, shardReport('cpu', { names: ['other.onnx'] }, { index: 2, of: 2 })],
      planned('cpu'),
      [['unplanned', '1/report.json']],
    ],
    [
      'without a planned model',
      [shardReport('cpu', { names: ['other.onnx'] })],
      planned('cpu'),
      [['missing', 'cpu']],
    ],
  ])(
    '%s is named, and the gate incomplete, with what was measured',
    (_case, reports, expectation, faults) => {
      const report = merged(reports, expectation);
      expect(faultsOf(report)).toEqual(faults);
      expect(report.gate.conclusion).toBe('incomplete');
      expect(report.gate.missing.map(({ model }) => model)).toEqual(faults.map(([, subject]) => subject));
      expect(report.models.filter(({ measurement }) => measurement !== null).length).toBeGreaterThan(0);
    },
  );

  it('there twice shows the newer figures and names both', () => {
    const newer = shardReport('cpu', { slowness: 1.3, createdAt: '2026-03-01T10:00:00Z' });
    const report = merged([newer, good]);
    expect(report.shardFaults?.[0]?.reason).toBe(
      '0/report.json and 1/report.json are both of it; the figures of 0/report.json are shown.',
    );
    expect(report.gate.conclusion).toBe('failed');
  });

  it('missing hides no proven regression', () => {
    const report = merged([shardReport('cpu', { slowness: 1.3 })], planned('cpu', 'gpu'));
    expect(report.gate.conclusion).toBe('failed');
    expect(report.gate.summary).toContain('Incomplete: gpu: missing');
  });

  it('required by the configuration and missing is named, and the relation waits for it', () => {
    const { evidence, policy: rules } = requireMachines(assembled([good]), ['cpu', 'gpu']);
    const report = conclude(evidence, rules);
    expect(faultsOf(report)).toEqual([['missing', 'gpu']]);
    expect(report.fleet?.[0]?.relation).toBe('inconclusive');
    expect(gateReportSchema.parse(report)).toEqual(report);
  });

  it('without a model that another machine measured is named, also where nobody planned', () => {
    const report = merged([good, shardReport('gpu', { models: [] })]);
    expect(faultsOf(report)).toEqual([['missing', 'gpu']]);
    expect(report.gate.conclusion).toBe('incomplete');
  });

  it('asked for by the configuration is not missing where there was nothing to measure', () => {
    const added = { models: [modelReport({ status: 'added', base: null, measurement: null })] };
    const { evidence } = requireMachines(assembled([shardReport('cpu', added)]), ['cpu', 'gpu']);
    expect(evidence.shardFaults).toEqual([]);
  });

  it('of a machine whose name is none is no report', () => {
    const name = '\u001b]0;pwned\u0007';
    expect(gateReportSchema.safeParse({ ...merged([good]), machines: [{ name }] }).success).toBe(false);
  });

  it('none at all leaves nothing to merge', () => {
    expect(() => assembled([gpu(elsewhere)], { ...planned('gpu') })).toThrow(
      /There is no report to merge. 0\/report.json: Its head is cccccccccc, and not bbbbbbbbbb/,
    );
  });

  it('planned by a stranger decides nothing but which reports there are to be', () => {
    const plan = fleetPlan(['cpu', 'gpu'], { head: { label: 'x', sha: 'c'.repeat(40) } });
    const lax = { ...plan, machines: plan.machines.map((machine) => ({ ...machine, required: false })) };
    const report = merged([good], { plan: lax, planTrusted: false });
    expect(faultsOf(report)).toEqual([['missing', 'gpu']]);
    expect(report.machines?.map(({ required }) => required)).toEqual([true, true]);
  });
});

describe('any fleet', () => {
  const anyShard = (at: number) =>
    fc
      .record({
        slowness: fc.constantFrom(0.7, 1, 1.3),
        rounds: fc.constantFrom(4, 24),
        larger: fc.boolean(),
        index: fc.integer({ min: 1, max: 2 }),
        machine: fc.constantFrom('cpu', 'gpu', `m${at}`),
      })
      .map(({ larger, machine, index, ...given }) =>
        shardReport(machine, larger ? { ...given, models: [twiceTheParameters] } : given, { index, of: 2 }),
      );
  // Of one time and bytes each: which of two is the newer must not hang on their order.
  const anyReports = fc.tuple(anyShard(0), anyShard(1), anyShard(2));

  it('is the same in any order of its reports', () => {
    fc.assert(
      fc.property(anyReports, (reports) => {
        const all = filed(
          reports.map((report) => ({
            ...report,
            models: report.models.map((model) => ({ ...model, head: reports[0].models[0]!.head })),
          })),
        );
        const judged = (order: typeof all): GateReport => {
          const { evidence, policy: rules } = assembleFleet(order);
          return conclude(evidence, rules);
        };
        expect(judged(all.toReversed())).toEqual(judged(all));
      }),
      { numRuns: 20 },
    );
  });

  it('that fails does not pass by one machine more, under the same policy', () => {
    fc.assert(
      fc.property(anyReports, fc.constantFrom(policy({ decisions: 50 })), ([one, other, third], rules) => {
        const concluded = (reports: GateReport[]): string =>
          conclude(assembled(reports).evidence, rules).gate.conclusion;
        // A second report of the same shard may take the failed one's place, which leaves the gate incomplete.
        if (concluded([one, other]) === 'failed') expect(concluded([one, other, third])).not.toBe('passed');
      }),
      { numRuns: 20 },
    );
  });

  it('of counted figures that are worse says so once', () => {
    const report = merged(
      ['a', 'b', 'c'].map((machine) => shardReport(machine, { models: [twiceTheParameters] })),
    );
    expect(report.gate.summary.match(/times the parameters/g)).toHaveLength(1);
    expect(report.gate.summary).toContain('in models/vad.onnx.');
  });
});

describe('claims on a fleet', () => {
  it('are held against the machines that they speak of', () => {
    const report = merged([shardReport('cpu', { slowness: 1.3 }), shardReport('gpu', { slowness: 0.7 })]);
    const models = report.models.map((model) =>
      model.machine === 'gpu'
        ? { ...model, measurement: { ...model.measurement!, provider: 'cuda' } }
        : model,
    );
    const claim = {
      text: 'Faster on GPU',
      indicators: ['latency_p50'],
      direction: 'better' as const,
      magnitude: null,
      rounding: null,
      source: { kind: 'title' as const, sha: null },
      repeatedIn: [],
    };
    const judged = judgeAgain({ ...report, models }, report.policy, { claims: [claim] });
    expect(judged.claims?.[0]?.evidence.map(({ model }) => model)).toEqual(['models/vad.onnx on gpu']);
    expect(judged.claims?.[0]).toMatchObject({ ruling: 'upheld' });
  });
});
