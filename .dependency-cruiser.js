/**
 * The import rule (docs/architecture.md): entries -> main/cli -> gate -> stages; publish -> render -> report;
 * judge -> stats; onnx and stats know no other stage. Checked by `npm run lint`.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const stage = (name) => `^src/${name}/`;
const shared = '^src/(errors|indicators?|json-document|logger|nearest|process-group|quantity)\\.ts$';
const only = (name, from, to) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^src/', pathNot: [from, ...to] },
});

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '(worker|\\.d)\\.ts$' },
      to: {},
    },
    only('planning-a-fleet-is-pure', '^src/fleet/(balance|expected-seconds|fleet-plan|matrix)\\.ts$', [
      '^src/config/machines\\.ts$',
    ]),
    only('stats-stands-alone', stage('stats'), []),
    only('claims-know-no-other-stage', stage('claims'), []),
    only('onnx-knows-no-other-stage', stage('onnx'), [shared]),
    only('commands-know-no-other-stage', stage('commands'), [shared]),
    only('revisions-know-no-other-stage', stage('revisions'), [shared]),
    // ONNX test data is in the format of ONNX, whose generated schema is no part of the counting.
    only('measure-knows-no-other-stage', stage('measure'), [shared, '^src/onnx/generated/']),
    only('declared-knows-how-settings-are-written', stage('declared'), [
      shared,
      '^src/config/(complaint|tolerance)\\.ts$',
    ]),
    only('judge-reads-stats-and-stage-types', stage('judge'), [
      shared,
      stage('stats'),
      '^src/claims/claim\\.ts$',
      '^src/config\\.ts$',
      '^src/declared/declaration\\.ts$',
      '^src/fleet/fleet-plan\\.ts$',
      '^src/onnx/profile\\.ts$',
      '^src/measure/(measurement|operator-profile|placement)\\.ts$',
    ]),
    only('history-reads-the-report-and-stats', stage('history'), [
      shared,
      stage('stats'),
      '^src/(report|regular-file)\\.ts$',
      '^src/judge/(judgement|measured-comparison|measured-evidence|own-indicators|policy)\\.ts$',
    ]),
    only('render-reads-the-report', stage('render'), [
      shared,
      '^src/history/(creep|series)\\.ts$',
      '^src/report\\.ts$',
      '^src/replay\\.ts$',
      '^src/config\\.ts$',
      '^src/fleet/fleet-plan\\.ts$',
      '^src/onnx/profile\\.ts$',
      '^src/measure/(measurement|placement)\\.ts$',
      '^src/judge/(judgement|pareto)\\.ts$',
      '^src/judge/fleet/on-machine\\.ts$',
      // What a round says of an indicator: the page draws the very points that the test saw.
      '^src/judge/(own-indicators|round-statistic)\\.ts$',
    ]),
    only('publish-renders-and-reads-the-report', stage('publish'), [
      shared,
      '^src/history/(lines|record)\\.ts$',
      '^src/report\\.ts$',
      stage('render'),
    ]),
    {
      name: 'stats-uses-simple-statistics-only',
      severity: 'error',
      from: { path: stage('stats') },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'simple-statistics' },
    },
    {
      name: 'actions-toolkit-only-at-the-edge',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['^src/action/', '^src/publish/', '^src/main\\.ts$', '^src/index\\.ts$'],
      },
      to: { path: 'node_modules/(@actions|@octokit)/' },
    },
    {
      name: 'the-worker-alone-loads-the-runtime',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/measure/worker\\.ts$' },
      to: { path: 'node_modules/onnxruntime-node/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
