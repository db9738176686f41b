import { describe, expect, it } from '@jest/globals';
import { judgeAgain } from '../src/conclude.js';
import { claimsOfTexts } from '../src/pull-request-claims.js';
import { type PullRequestState, withPullRequest } from '../src/pull-request-statements.js';
import { gateReportSchema, parseReport, type GateReport } from '../src/report.js';
import { gateReport, modelReport, modelSide, policy, staticProfile } from './fixtures/report-factory.js';

const HEAD = 'b'.repeat(40);
const COMMIT = 'c'.repeat(40);
const WAIVER = {
  kind: 'waiver' as const,
  indicator: 'parameters',
  model: '**',
  bound: { relative: 2 },
  reason: 'Needed',
  by: 'mona',
  expires: '2026-12-31',
};

/** A third fewer MACs; its one commit claims as much. */
function measured(): GateReport {
  const { counts } = staticProfile();
  const macs = { value: 0.7 * 563_968, reason: null };
  const head = modelSide({ sha256: 'b'.repeat(64), profile: staticProfile({ counts: { ...counts, macs } }) });
  const claims = claimsOfTexts([{ source: { kind: 'commit', sha: COMMIT }, text: '30 % fewer MACs' }]);
  return judgeAgain(gateReport({ models: [modelReport({ head })] }), policy(), {
    claims,
    acknowledgements: [WAIVER],
  });
}

const state = (given: Partial<PullRequestState> = {}): PullRequestState => ({
  number: 7,
  headSha: HEAD,
  fork: false,
  title: '',
  body: '',
  label: null,
  warnings: [],
  ...given,
});
const inBrief = ({ claims = [] }: GateReport) =>
  claims.map(({ indicators, source, repeatedIn, ruling }) => [
    indicators.join(),
    [source, ...repeatedIn].map(({ kind }) => kind).join(),
    ruling,
  ]);

describe('a report and what its pull request says', () => {
  it('is judged again with title and description, beside what its commits claim', () => {
    const report = withPullRequest(measured(), state({ title: '30 % fewer MACs', body: 'Half the size' }));
    expect(inBrief(report)).toEqual([
      ['macs', 'title,commit', 'upheld'],
      ['model_bytes', 'body', 'refuted'],
    ]);
    expect(gateReportSchema.parse(report)).toEqual(report);
  });

  it('forgets what was reworded, and not what a commit still says', () => {
    const proud = withPullRequest(measured(), state({ title: '30 % fewer MACs, more efficient' }));
    expect(inBrief(proud)).toHaveLength(2);
    expect(inBrief(withPullRequest(proud, state({ title: 'Prune the head' })))).toEqual([
      ['macs', 'commit', 'upheld'],
    ]);
  });

  it('keeps its waivers, and takes the label as it is now', () => {
    const label = { by: 'mona', at: '2026-03-01T10:00:00Z', fault: null };
    const kinds = ({ acknowledgements = [] }: GateReport) => acknowledgements.map(({ kind }) => kind);
    const labelled = policy({ acknowledgeLabel: 'fine' });
    const on = withPullRequest({ ...measured(), policy: labelled }, state({ label }));
    expect(kinds(on)).toEqual(['label', 'waiver']);
    expect(kinds(withPullRequest(on, state()))).toEqual(['waiver']);
    expect(kinds(withPullRequest(measured(), state({ label })))).toEqual(['waiver']);
  });

  it('says a warning once, however often it is judged', () => {
    const warned = state({ warnings: ['GitHub did not tell.'] });
    expect(withPullRequest(withPullRequest(measured(), warned), warned).warnings).toEqual([
      'GitHub did not tell.',
    ]);
  });
});

describe('a report with claims and acknowledgements', () => {
  it('comes out the same when it is read and judged again under its own policy', () => {
    const report = withPullRequest(measured(), state({ title: 'More efficient, and 2x faster' }));
    const read = parseReport(JSON.stringify(report), 'report.json');
    expect(judgeAgain(read, read.policy)).toEqual(report);
  });

  it('has other rulings under other tolerances', () => {
    const wide = policy({ tolerances: { macs: { relative: 0.5 } } });
    const report = withPullRequest(measured(), state({ title: 'Fewer MACs' }));
    expect(inBrief(report)[0]).toEqual(['macs', 'title', 'upheld']);
    expect(inBrief(judgeAgain(report, wide))[0]).toEqual(['macs', 'title', 'refuted']);
  });

  it('fails under a policy that enforces claims', () => {
    const report = withPullRequest(measured(), state({ title: 'Half the size' }));
    expect(report.gate.conclusion).toBe('passed');
    expect(judgeAgain(report, policy({ claims: 'enforce' })).gate.conclusion).toBe('failed');
    expect(judgeAgain(report, policy({ claims: 'off' }))).not.toHaveProperty('claims');
  });

  it('rules on no model that was added or removed, and reads nothing where none was touched', () => {
    const added = modelReport({ name: 'new.onnx', status: 'added', base: null, measurement: null });
    const { models, ...rest } = measured();
    const both = judgeAgain({ ...rest, models: [...models, added] }, policy());
    expect(inBrief(both)).toEqual([['macs', 'commit', 'upheld']]);
    expect(judgeAgain({ ...rest, models: [] }, policy())).not.toHaveProperty('claims');
  });
});
