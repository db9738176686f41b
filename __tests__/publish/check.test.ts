import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startContractServer, type ContractServer } from '../../examples/contract-server/server.js';
import { silentLogger } from '../../src/logger.js';
import { publishCheck } from '../../src/publish/check.js';
import { connectGitHub } from '../../src/publish/github-client.js';
import { type RenderedCheck, renderCheck } from '../../src/render/check.js';
import { counted, gate, gateReport, modelReport, modelSide, policy } from '../fixtures/report-factory.js';

const HEAD = 'b'.repeat(40);
let github: ContractServer;
beforeEach(async () => {
  github = await startContractServer({ repository: 'acme/models', pullRequests: [7] });
});
afterEach(async () => {
  await github.close();
  expect(github.violations).toEqual([]);
});

const publish = (check: RenderedCheck, key = 'gate') =>
  publishCheck(
    connectGitHub({ token: 't', apiUrl: github.url, logger: silentLogger, secondMs: 1 }),
    {
      owner: 'acme',
      repo: 'models',
      headSha: HEAD,
      key,
      detailsUrl: 'https://github.com/acme/models/runs/1',
    },
    check,
  );

const check = (given: Partial<RenderedCheck> = {}): RenderedCheck => ({
  conclusion: 'failure',
  title: '✗ Failed',
  summary: 'Why',
  annotations: [],
  ...given,
});
const annotation = (line: number) => ({
  path: 'models/a.onnx',
  line,
  level: 'failure' as const,
  title: 'Worse',
  message: 'By 2.00 times',
});

describe('the check run', () => {
  it('is made once on the head and brought up to date after that', async () => {
    expect(await publish(check())).toMatchObject({
      status: 'created',
      url: expect.stringContaining('/runs/'),
    });
    expect(await publish(check({ conclusion: 'success', title: '✓ Passed' }))).toMatchObject({
      status: 'updated',
    });
    expect(github.checks).toEqual([
      expect.objectContaining({
        name: 'efficiency-gate',
        headSha: HEAD,
        conclusion: 'success',
        title: '✓ Passed',
        updates: 1,
      }),
    ]);
  });

  it('of another machine is another', async () => {
    await publish(check());
    await publish(check(), 'arm');
    expect(github.checks.map(({ name }) => name)).toEqual(['efficiency-gate', 'efficiency-gate (arm)']);
  });

  it('is not taken for one of the same name by somebody else', async () => {
    await publish(check());
    const [other] = github.checks;
    if (other !== undefined) other.externalId = 'somebody else';
    expect(await publish(check())).toMatchObject({ status: 'created' });
  });

  it('has all of its annotations, fifty a request, and none twice', async () => {
    const annotations = Array.from({ length: 120 }, (_, index) => annotation(index + 1));
    await publish(check({ annotations }));
    expect(github.checks[0]?.annotations).toHaveLength(120);
    await publish(check({ annotations: [...annotations, annotation(121)] }));
    expect(github.checks[0]?.annotations).toHaveLength(121);
  });

  it.each([403, 404])('without permission (%i) is none, and the permission is named', async (status) => {
    const message = 'Resource not accessible by integration';
    github.faults.push({ operation: 'checks/list-for-ref', status, message });
    expect(await publish(check())).toEqual({
      status: 'denied',
      message: expect.stringContaining('"checks: write"'),
    });
  });
});

describe('what a check run says', () => {
  const side = modelSide({ path: 'models/vad.onnx' });
  const worse = modelReport({ base: side, head: side, comparisons: [counted('parameters', 100, 200)] });
  const failed = gateReport({
    head: { label: 'smaller', sha: HEAD },
    policy: policy({
      written: { file: '.github/efficiency-gate.yml', toleranceLines: { parameters: 4, macs: 5 } },
    }),
    models: [worse],
    gate: gate({ conclusion: 'failed', summary: 'Failed: proven to be worse.' }),
  });

  it('is annotated on the model and on the line of the tolerance', () => {
    expect(renderCheck(failed)).toMatchObject({
      conclusion: 'failure',
      title: '✗ Failed: proven to be worse.',
      annotations: [
        {
          path: 'models/vad.onnx',
          line: 1,
          level: 'failure',
          message: 'parameters: 2.00 times, 200 against 100',
        },
        { path: '.github/efficiency-gate.yml', line: 4, level: 'failure' },
      ],
    });
  });

  it('is a notice where somebody answers for it', () => {
    const covers = [{ model: worse.name, indicator: 'parameters' }];
    const label = {
      kind: 'label' as const,
      label: 'fine',
      by: 'mona',
      at: null,
      head: HEAD,
      fault: null,
      covers,
    };
    const { annotations } = renderCheck({ ...failed, acknowledgements: [label], gate: gate() });
    expect(annotations.map(({ level }) => level)).toEqual(['notice', 'notice']);
    expect(annotations[0]?.message).toContain('(acknowledged)');
  });

  it('has no annotation on files outside of git', () => {
    expect(renderCheck({ ...failed, head: { label: 'x.onnx', sha: null } }).annotations).toHaveLength(1);
  });

  it.each([
    ['passed', false, 'success'],
    ['passed', true, 'neutral'],
    ['failed', false, 'failure'],
    ['error', false, 'failure'],
    ['incomplete', false, 'action_required'],
  ] as const)('of a gate that %s (warn-only: %s) concludes %s', (conclusion, warnOnly, expected) => {
    expect(renderCheck(gateReport({ gate: gate({ conclusion, warnOnly }) })).conclusion).toBe(expected);
  });
});
