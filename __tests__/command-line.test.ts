/** The command line as a user runs it: the bundle, a process of its own, output piped. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { recordSchema } from '../src/history/record.js';
import { gateReportSchema } from '../src/report.js';
import { commitAt, latencies, written } from './fixtures/history-factory.js';
import { matrixProduct } from './fixtures/matrix-product.js';
import { gateReport } from './fixtures/report-factory.js';
import { installProgram, type Finished, type Program } from './fixtures/program.js';
import { temporaryFolder } from './fixtures/worker-bundle.js';
import { writeArithmetic } from './fixtures/worker-models.js';
import { writeBadModels } from './fixtures/bad-models.js';
import { Repository } from './revisions/repository.js';

let home: string;
let program: Program;
/** A folder with models, good and bad, that is no repository. */
let models: string;
/** One comparison that measures; it takes seconds, so everything else runs beside it. */
let measuring: Promise<Finished>;

beforeAll(async () => {
  home = temporaryFolder();
  models = temporaryFolder();
  program = await installProgram(path.join(home, 'installed'));
  const small = matrixProduct(32);
  writeFileSync(path.join(models, 'small.onnx'), small);
  writeFileSync(path.join(models, 'large.onnx'), matrixProduct(64));
  const twin = Buffer.from(small).toString('latin1').replace('product', 'another');
  writeFileSync(path.join(models, 'twin.onnx'), Buffer.from(twin, 'latin1'));
  writeArithmetic(models);
  writeBadModels(models, small);
  // Few rounds suffice for a verdict that may be wrong half of the time.
  writeFileSync(path.join(models, 'quick.yml'), 'alpha: 0.5\nbudget: 25\n');
  const quick = ['--config', 'quick.yml', '--tolerance', '90%', '--tolerance', 'peak_rss_bytes=90%'];
  measuring = run('compare', 'small.onnx', 'large.onnx', ...quick, '--json', '--out', 'out');
});
afterAll(async () => {
  await measuring;
  for (const folder of [home, models]) rmSync(folder, { recursive: true });
});

const run = (...args: string[]): Promise<Finished> => program.run(args, models);

function expectNoTrace({ stdout, stderr }: Finished): void {
  expect(stdout + stderr).not.toMatch(/^\s+at /m);
  expect(stdout + stderr).not.toContain('Unexpected');
}

/** One message on standard error, nothing on standard output. */
function expectRefusal(finished: Finished, status: number, message: RegExp): void {
  expect(finished).toMatchObject({ status, stdout: '', stderr: expect.stringMatching(message) });
  expect(finished.stderr.match(/^error: /gm)).toHaveLength(1);
  expectNoTrace(finished);
}

describe('replaying a trace', () => {
  const rounds = Array.from({ length: 14 }, (_, round) => ({
    headLaunchedFirst: round % 2 === 0,
    pairs: [[2, 2.4 + round / 1000, 0]],
  }));

  it('prints one line for each comparison, or one document', async () => {
    writeFileSync(path.join(models, 'trace.json'), JSON.stringify({ comparisons: [rounds] }));
    const { status, stdout } = await run('replay', 'trace.json');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^ +1 +1\.20\d* \[1\.20\d*, 1\.2\d*\] +11 +✗ regressed$/m);
    const { comparisons } = JSON.parse((await run('replay', 'trace.json', '--json')).stdout) as {
      comparisons: object[];
    };
    expect(comparisons).toMatchObject([{ verdict: 'regressed', rounds: 11 }]);
  });

  it('takes the tolerance, the decisions and the rounds that it is given', async () => {
    writeFileSync(path.join(models, 'trace.json'), JSON.stringify({ comparisons: [rounds] }));
    const wide = await run('replay', 'trace.json', '--tolerance', '50%');
    expect(wide.stdout).toContain('1 comparison: 1 equivalent');
    const scant = await run('replay', 'trace.json', '--rounds', '5');
    expect(scant.stdout).toContain('1 comparison: 1 inconclusive');
    const single = await run('replay', 'trace.json', '--decisions', '1', '--json');
    expect(JSON.parse(single.stdout)).toMatchObject({ comparisons: [{ rounds: 8 }] });
  });

  it('refuses what is no trace, and a flag that is no number', async () => {
    expectRefusal(await run('replay', 'twin.onnx'), 2, /twin\.onnx is not JSON/);
    expectRefusal(await run('replay', 'trace.json', '--decisions', 'none'), 2, /--decisions must be/);
    expectRefusal(await run('replay', 'nothing.json'), 2, /There is no file nothing\.json/);
  });
});

describe('comparing a file with itself', () => {
  it('says so at once', async () => {
    const { status, stdout, stderr } = await run('compare', 'small.onnx', 'small.onnx');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Base and head are the same bytes: nothing to measure.');
  });

  it('needs no runtime', async () => {
    const bare = await installProgram(path.join(home, 'bare'), { runtime: false });
    expect(await bare.run(['compare', 'small.onnx', 'small.onnx'], models)).toMatchObject({ status: 0 });
    const compared = await bare.run(['compare', 'small.onnx', 'large.onnx'], models);
    expectRefusal(compared, 3, /onnxruntime-node is not installed .*\n.*--onnxruntime-path/);
  });

  it.each([
    ['is plain when piped', {}, false],
    ['is plain with NO_COLOR, whatever else is asked', { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['is coloured where that is forced', { FORCE_COLOR: '1' }, true],
  ])('%s', async (_case, env, coloured) => {
    const { stdout } = await program.run(['compare', 'small.onnx', 'small.onnx'], models, env);
    expect(stdout.includes('\u001B[')).toBe(coloured);
  });
});

describe('comparing a model with one four times as large', () => {
  it('fails, with what is proven to be worse, as one JSON document', async () => {
    const finished = await measuring;
    expectNoTrace(finished);
    expect(finished.status).toBe(1);
    const report = gateReportSchema.parse(JSON.parse(finished.stdout));
    expect(report.gate.conclusion).toBe('failed');
    const comparisons = new Map(report.models[0]?.comparisons.map((one) => [one.indicator, one]));
    for (const indicator of ['parameters', 'macs']) {
      expect(comparisons.get(indicator)).toMatchObject({
        base: { value: 32 * 32, provenance: 'counted' },
        head: { value: 64 * 64, provenance: 'counted' },
        effect: { ratio: 4, low: 4, high: 4 },
        verdict: 'regressed',
      });
    }
    expect(comparisons.get('latency_p50')).toMatchObject({
      base: { value: expect.any(Number), provenance: 'measured' },
      head: { value: expect.any(Number), provenance: 'measured' },
      effect: { ratio: expect.any(Number), low: expect.any(Number) },
    });
    for (const { effect } of comparisons.values()) {
      if (effect === null) continue;
      expect(effect.low).toBeLessThanOrEqual(effect.ratio);
      expect(effect.high ?? Infinity).toBeGreaterThanOrEqual(effect.ratio);
    }
    expect(['trade-off', 'inconclusive', 'dominated']).toContain(report.models[0]?.relation);
  });

  it('tells of its progress on standard error, and writes what it is asked to', async () => {
    const { stdout, stderr } = await measuring;
    expect(stderr).toMatch(/^`large\.onnx`: round 1 of about \d+/m);
    expect(stderr).toMatch(/^Written: .*report\.json/m);
    expect(stderr).not.toContain('\u001B');
    expect(JSON.parse(readFileSync(path.join(models, 'out', 'report.json'), 'utf8'))).toEqual(
      JSON.parse(stdout),
    );
  });

  it('is judged again as it was, and otherwise with other tolerances, without measuring', async () => {
    const recorded = JSON.parse((await measuring).stdout) as unknown;
    const same = await run('judge', 'out/report.json', '--json');
    expect(same).toMatchObject({ status: 1, stderr: '' });
    expect(JSON.parse(same.stdout)).toEqual(recorded);
    const counted = ['parameters', 'model_bytes', 'macs', 'flops', 'activations'];
    const wide = [...counted, 'peak_activation_bytes', 'memory_traffic_bytes'].map((id) => `${id}=500%`);
    const other = await run(
      'judge',
      'out/report.json',
      '--json',
      ...wide.flatMap((one) => ['--tolerance', one]),
    );
    expect(other).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(other.stdout)).toMatchObject({
      gate: { conclusion: 'passed' },
      models: [{ comparisons: expect.arrayContaining([expect.objectContaining({ verdict: 'equivalent' })]) }],
    });
  });
});

describe('a budget that is too small', () => {
  it('is said before measuring, with the one that would do', async () => {
    const finished = await run('compare', 'small.onnx', 'twin.onnx', '--budget', '0.5', '--json');
    expectNoTrace(finished);
    expect(finished).toMatchObject({
      status: 3,
      stderr: expect.stringMatching(/^error: To prove a difference takes at least 11 rounds/),
    });
    const { gate, environment, models: compared } = gateReportSchema.parse(JSON.parse(finished.stdout));
    expect(gate.conclusion).toBe('incomplete');
    expect(environment).toBeNull();
    expect(compared[0]).toMatchObject({
      measurement: null,
      problem: {
        kind: 'measurement',
        message: expect.stringMatching(/at least 11 rounds, about \d+ s .* the budget is 0\.5 s/),
        next: expect.stringMatching(/--budget \d+ /),
      },
    });
  });
});

describe('inspecting', () => {
  it('gives indicators with unit and provenance, coverage and operators', async () => {
    const { status, stdout, stderr } = await run('inspect', 'arithmetic.onnx', '--dim', 'rows=5', '--json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      indicators: {
        parameters: { value: 0, unit: 'count', provenance: 'counted' },
        model_bytes: { value: expect.any(Number), unit: 'bytes', provenance: 'counted' },
        macs: { value: 0 },
        flops: { value: 40 },
        activations: { value: 40 },
      },
      coverage: { costed: 2, total: 2, uncosted: [] },
      operators: [
        { op: 'Add', count: 1, elementwise: 20, activations: 20 },
        { op: 'Mul', count: 1, elementwise: 20, activations: 20 },
      ],
    });
  });

  it('breaks a model down by node', async () => {
    const asked = ['inspect', 'arithmetic.onnx', '--dim', 'rows=5'];
    const { stdout } = await run(...asked, '--nodes');
    expect(stdout).toMatch(/node +operator +executions .*\n +square +Mul +1 .*\n +sum +Add +1 /);
    const document: unknown = JSON.parse((await run(...asked, '--json')).stdout);
    expect(document).toMatchObject({
      macs_by_precision: {},
      nodes: [
        { name: 'square', op: 'Mul', macs: 0, elementwise: 20 },
        { name: 'sum', op: 'Add', macs: 0, elementwise: 20 },
      ],
    });
    expect((await run(...asked)).stdout).not.toMatch(/node +operator/);
  });

  it('warns once, on standard error, of what nobody set', async () => {
    const { status, stdout, stderr } = await run('inspect', 'arithmetic.onnx', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ indicators: { flops: { value: 8 } } });
    expect(stderr).toMatch(/^warning: arithmetic\.onnx: dimension `rows` .* 1 is used.*\n$/);
  });

  it('leaves unknown what an operator without a rule costs, with the reason', async () => {
    const { status, stdout, stderr } = await run('inspect', 'unknown-operator.onnx', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      indicators: { macs: { value: null, provenance: 'not-measured', reason: 'no cost rule for Mystery' } },
      coverage: { costed: 0, total: 1, uncosted: ['Mystery'] },
    });
    expect(stderr.match(/^warning: /gm)).toHaveLength(1);
  });
});

describe('a reader of the output', () => {
  it('that has seen enough takes nothing from the result', async () => {
    const line = '"$0" "$@" | true; exit "${PIPESTATUS[0]}"';
    expect(await program.runIn(line, ['inspect', 'small.onnx'], models)).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
  });

  it('that has no room is a failure with its reason, not half a result', async () => {
    const finished = await program.runIn('"$0" "$@" > /dev/full', ['inspect', 'small.onnx'], models);
    expectRefusal(finished, 3, /^error: The output cannot be written: .*ENOSPC/);
  });
});

describe('a file that is no usable model', () => {
  it.each([
    ['text.onnx', /text\.onnx is not an ONNX model but text/],
    ['image.onnx', /is not an ONNX model but a PNG image/],
    ['empty.onnx', /empty\.onnx is empty/],
    ['truncated.onnx', /truncated\.onnx is truncated/],
    ['pointer.onnx', /is a Git LFS pointer[^]*git lfs pull/],
    ['external.onnx', /needs the external data "weights\.bin", which is missing/],
    ['nowhere.onnx', /nowhere\.onnx/],
    ['.', /is not a file|cannot be read/],
  ])('is refused: %s', async (name, message) => {
    const asked = [
      run('compare', name, 'small.onnx'),
      run('compare', 'small.onnx', name),
      run('inspect', name),
    ];
    for (const finished of await Promise.all(asked)) expectRefusal(finished, 2, message);
  });

  it.each([
    ['misfit.onnx', /ONNX Runtime refuses `misfit\.onnx`: .*[Ii]ncompatible dimensions/],
    ['unknown-operator.onnx', /ONNX Runtime refuses `unknown-operator\.onnx`: .*Mystery/],
  ])(
    'is counted as far as it goes when it is only the runtime that refuses it: %s',
    async (name, message) => {
      const finished = await run('compare', 'small.onnx', name, '--json');
      expectNoTrace(finished);
      expect(finished).toMatchObject({ status: 2, stderr: expect.stringMatching(message) });
      const { gate, models: compared } = gateReportSchema.parse(JSON.parse(finished.stdout));
      expect(gate.conclusion).toBe('error');
      expect(compared[0]).toMatchObject({
        status: 'failed',
        problem: { kind: 'model', message: expect.stringMatching(message) },
        head: { profile: { counts: { parameters: { value: 3 } } } },
      });
    },
  );
});

describe('what is asked in the wrong way', () => {
  const pair = ['small.onnx', 'large.onnx'];
  it.each([
    ['an unknown command', ['frobnicate'], /unknown command 'frobnicate'\n.*--help/],
    ['a missing argument', ['compare', 'small.onnx'], /missing required argument 'head'/],
    ['one argument too many', ['inspect', ...pair], /too many arguments/],
    ['an unknown flag', ['compare', ...pair, '--budgt', '3'], /'--budgt'\n\(Did you mean --budget\?\)/],
    ['a flag of another command', ['inspect', 'small.onnx', '--budget', '3'], /unknown option '--budget'/],
    [
      'an unknown indicator',
      ['compare', ...pair, '--tolerance', 'latncy_p50=5%'],
      /Did you mean "latency_p50"\?/,
    ],
    ['a tolerance of 5', ['compare', ...pair, '--tolerance', '5'], /--tolerance "5" is not understood/],
    ['a number of threads in words', ['compare', ...pair, '--threads', 'two'], /threads is "two": expected/],
    [
      'an input of a wrong shape',
      ['compare', ...pair, '--input', 'x=shape:1,33'],
      /declared as \[1, 32\].*\[1, 33\]/,
    ],
    ['an input file that is missing', ['inspect', 'small.onnx', '--input', 'x=file:no.npy'], /no\.npy/],
    [
      'a wrong key',
      ['compare', ...pair, '--config', 'wrong-key.yml'],
      /wrong-key\.yml, line 2: unknown key "tolerance"\.\n.*"tolerances"/,
    ],
    [
      'a configuration that is missing',
      ['compare', ...pair, '--config', 'no.yml'],
      /^error: There is no file no\.yml\./,
    ],
    ['a report that is missing', ['judge', 'no.json'], /^error: There is no file no\.json\./],
    ['a report that is not JSON', ['judge', 'text.onnx'], /text\.onnx is not JSON/],
    ['a report of another version', ['judge', 'future.json'], /schema version 99; .* reads version 1/],
    ['a report that is not whole', ['judge', 'partial.json'], /partial\.json is not a valid report: tool/],
    ['no repository', ['pr'], /This is no git repository[^]*efficiency-gate compare/],
  ])('is refused with the next step: %s', async (_case, args, message) => {
    expectRefusal(await run(...args), 2, message);
  });

  it('is a runtime in a folder that has none', async () => {
    const args = ['compare', ...pair, '--onnxruntime-path', 'empty-folder'];
    expectRefusal(await run(...args), 3, /There is no onnxruntime-node in empty-folder/);
  });

  it('is nothing at all: then the help says what there is', async () => {
    const finished = await run();
    expect(finished).toMatchObject({ status: 2, stdout: '' });
    expect(finished.stderr).toMatch(/^Usage: efficiency-gate[^]*Exit status:/);
  });
});

describe('the history', () => {
  const log = written(latencies([1.02, 1.02, 1.02]));
  const report = (push: number): string => {
    const file = `push-${push}.json`;
    const head = { label: 'main', sha: commitAt(push) };
    writeFileSync(path.join(models, file), JSON.stringify(gateReport({ head })));
    return file;
  };

  it('of a folder loses nothing to processes that append at once', async () => {
    const pushes = [1, 2, 3, 4];
    const files = pushes.map(report);
    const ended = await Promise.all(
      files.map((file) => run('history', '--append', file, '--folder', 'history')),
    );
    expect(ended.map(({ status }) => status)).toEqual(pushes.map(() => 0));
    const lines = readFileSync(path.join(models, 'history', 'history.jsonl'), 'utf8')
      .trim()
      .split('\n');
    const commits = lines.map((line) => recordSchema.parse(JSON.parse(line)).commit);
    expect(commits.sort()).toEqual(pushes.map(commitAt).sort());
    expect(readdirSync(path.join(models, 'history'))).toEqual(['history.jsonl']);
  });

  it('of a branch is a table, a document, and a page', async () => {
    const repository = Repository.create(path.join(models, 'recorded'));
    repository.commit({ 'history.jsonl': log });
    repository.run('branch', 'efficiency-history');
    const shown = await program.run(['history', '--json', '--out', 'page'], repository.folder);
    expect(shown.status).toBe(0);
    const { series } = JSON.parse(shown.stdout) as { series: { points: unknown[] }[] };
    expect(series.map(({ points }) => points.length)).toEqual([3]);
    expect(readFileSync(path.join(repository.folder, 'page', 'history.html'), 'utf8')).toMatch(
      /^<!doctype html>/,
    );
    const table = await program.run(['history', '--indicator', 'latency_p50'], repository.folder);
    expect(table.stdout).toContain('≈ latency, median  2.122 ms  1.061 [1.050, 1.072]  3 since');
  });

  it('that is asked for in the wrong way is refused with one message', async () => {
    writeFileSync(path.join(models, 'history.jsonl'), log);
    const file = ['history', '--file', 'history.jsonl'];
    expectRefusal(await run('history'), 2, /no git repository/);
    expectRefusal(await run('history', '--file', 'gone.jsonl'), 2, /There is no file gone\.jsonl/);
    expectRefusal(await run(...file, '--folder', '.'), 2, /one of --folder, --file, --branch/);
    expectRefusal(await run(...file, '--model', 'x'), 2, /no model "x".*\n.*models\/vad\.onnx/);
    expectRefusal(await run(...file, '--indicator', 'x'), 2, /no indicator "x".*\n.*latency_p50/);
    expectRefusal(await run(...file, '--append', report(9)), 2, /--append goes with --folder/);
  });
});

describe('in a repository', () => {
  let repository: Repository;
  beforeAll(() => {
    repository = Repository.create(path.join(home, 'repository'));
    repository.commit({ 'models/product.onnx': matrixProduct(32), README: 'before' });
    repository.run('switch', '--quiet', '--create', 'docs');
    repository.commit({ README: 'after' });
    repository.run('switch', '--quiet', '--create', 'another', 'main');
    repository.commit({ 'models/another.onnx': matrixProduct(64), 'models/product.onnx': null });
  });

  it('a branch that touches no model passes quietly', async () => {
    const { status, stdout, stderr } = await program.run(['pr', '--head', 'docs'], repository.folder);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^= no model changed: main \([0-9a-f]{10}\) -> docs \([0-9a-f]{10}\)\n$/);
  });

  it('what is checked out is compared with the default branch, from within any folder', async () => {
    const folder = path.join(repository.folder, 'models');
    const { status, stdout } = await program.run(['pr', '--json'], folder);
    expect(status).toBe(0);
    const report = gateReportSchema.parse(JSON.parse(stdout));
    expect(report.base.label).toBe('main');
    expect(report.models.map(({ name, status: found }) => [name, found])).toEqual([
      ['models/another.onnx', 'added'],
      ['models/product.onnx', 'removed'],
    ]);
    expect(report.models[0]?.head?.profile?.counts.parameters).toEqual({ value: 4096, reason: null });
  });

  it.each([['--base'], ['--head']])('an unknown name after %s is refused', async (flag) => {
    const finished = await program.run(['pr', flag, 'nonesuch'], repository.folder);
    expectRefusal(finished, 2, /no branch, tag or commit "nonesuch"/);
  });
});
