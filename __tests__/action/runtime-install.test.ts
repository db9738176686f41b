import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommand } from '../../src/action/command.js';
import { jobCache, type CacheService } from '../../src/action/cache-service.js';
import {
  installCudaLibraries,
  installRuntime,
  type CommandOptions,
  type RunCommand,
} from '../../src/action/runtime-install.js';
import { silentLogger } from '../../src/logger.js';

const never = new AbortController().signal;
let folder: string;
let lock: string;
let target: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'install-'));
  lock = path.join(folder, 'lock');
  target = path.join(folder, 'target');
  for (const one of [lock, target]) await mkdir(one);
  for (const file of ['package.json', 'package-lock.json']) await writeFile(path.join(lock, file), '{}');
});
afterEach(() => rm(folder, { recursive: true }));

describe('installing the runtime', () => {
  it('is npm ci from the lockfile, scripts off, without what the job keeps secret', async () => {
    const calls: { program: string; parameters: readonly string[]; options: CommandOptions }[] = [];
    const run: RunCommand = (program, parameters, options) => {
      calls.push({ program, parameters, options });
      return Promise.resolve({ code: 0, stderr: '' });
    };
    const env = {
      PATH: '/bin',
      'INPUT_GITHUB-TOKEN': 's',
      ACTIONS_RUNTIME_TOKEN: 's',
      GITHUB_TOKEN: 's',
      NPM_CONFIG_X: 'y',
    };
    await installRuntime(lock, target, run, env, never);
    expect(await readdir(target)).toEqual(['package-lock.json', 'package.json']);
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({
      program: 'npm',
      options: { cwd: target, env: { PATH: '/bin', NPM_CONFIG_X: 'y' } },
    });
    expect(calls[0]?.options.env).toEqual({ PATH: '/bin', NPM_CONFIG_X: 'y' });
    expect(calls[0]?.parameters).toEqual(expect.arrayContaining(['ci', '--ignore-scripts']));
  });

  it('without npm on the machine says what to do', async () => {
    const env = { PATH: path.join(folder, 'empty') };
    await expect(installRuntime(lock, target, runCommand, env, never)).rejects.toMatchObject({
      kind: 'runtime',
      message: expect.stringContaining('no npm'),
      next: expect.stringContaining('onnxruntime-path'),
    });
  });

  it('that fails shows what npm said', async () => {
    const run: RunCommand = () => Promise.resolve({ code: 7, stderr: 'npm error network down\n' });
    await expect(installRuntime(lock, target, run, {}, never)).rejects.toMatchObject({
      kind: 'runtime',
      message: expect.stringContaining('npm error network down'),
    });
  });
});

describe('adding the libraries of CUDA', () => {
  /** A package whose installer does what it is told. */
  async function packageThat(script: string): Promise<string> {
    const home = path.join(folder, 'onnxruntime-node');
    await mkdir(path.join(home, 'script'), { recursive: true });
    await writeFile(path.join(home, 'script/install.js'), script);
    return home;
  }

  it("is the package's own installer, asked for them alone, without what the job keeps secret", async () => {
    const home = await packageThat(
      "require('node:fs').writeFileSync('told.json', JSON.stringify([process.argv.slice(2), process.env.GITHUB_TOKEN ?? null]));",
    );
    await installCudaLibraries(home, runCommand, { ...process.env, GITHUB_TOKEN: 's' }, never);
    expect(JSON.parse(await readFile(path.join(home, 'told.json'), 'utf8'))).toEqual([
      ['--onnxruntime-node-install=cuda12'],
      null,
    ]);
  });

  it('that fails, as without a network, says why in one line and what to do', async () => {
    const home = await packageThat("void Promise.reject(new Error('getaddrinfo ENOTFOUND feed.example'));");
    await expect(installCudaLibraries(home, runCommand, process.env, never)).rejects.toMatchObject({
      kind: 'runtime',
      message: expect.stringMatching(
        /CUDA provider \(exit code 1\): Error: getaddrinfo ENOTFOUND feed\.example$/,
      ),
      next: expect.stringContaining('onnxruntime-path'),
    });
  });
});

describe('a command', () => {
  const options = { cwd: tmpdir(), env: {}, timeoutMs: 30_000, signal: never };

  it('reports its exit code and what it printed on standard error', async () => {
    expect(await runCommand(process.execPath, ['-e', 'process.exit(0)'], options)).toMatchObject({ code: 0 });
    expect(
      await runCommand(process.execPath, ['-e', 'console.error("why"); process.exit(5)'], options),
    ).toEqual({
      code: 5,
      stderr: 'why\n',
    });
  });

  it('that was killed has failed', async () => {
    const killed = await runCommand(
      process.execPath,
      ['-e', 'process.kill(process.pid, "SIGKILL")'],
      options,
    );
    expect(killed.code).toBe(1);
  });
});

describe("GitHub's cache", () => {
  const service: CacheService = {
    isFeatureAvailable: () => true,
    restoreCache: () => Promise.resolve('key'),
    saveCache: () => Promise.resolve(1),
  };
  const load = (overrides: Partial<CacheService>) => () => Promise.resolve({ ...service, ...overrides });

  it('restores and keeps a folder', async () => {
    const saved: unknown[] = [];
    const saveCache = (paths: string[], key: string) => Promise.resolve(saved.push([paths, key]));
    const cache = jobCache(load({ saveCache }), silentLogger);
    expect(await cache.restore('/f', 'key')).toBe(true);
    await cache.save('/f', 'key');
    expect(saved).toEqual([[['/f'], 'key']]);
  });

  it('is left alone where there is none', async () => {
    const unexpected = () => Promise.reject(new Error('asked although unavailable'));
    const cache = jobCache(
      load({ isFeatureAvailable: () => false, restoreCache: unexpected, saveCache: unexpected }),
      {
        ...silentLogger,
        info: (text) => {
          throw new Error(text);
        },
      },
    );
    expect(await cache.restore('/f', 'key')).toBe(false);
    await cache.save('/f', 'key');
  });

  it('that fails costs nothing but a line in the log', async () => {
    const lines: string[] = [];
    const logger = { ...silentLogger, info: (text: string) => void lines.push(text) };
    const broken = () => Promise.reject(new Error('503'));
    const cache = jobCache(load({ restoreCache: broken, saveCache: broken }), logger);
    expect(await cache.restore('/f', 'key')).toBe(false);
    await cache.save('/f', 'key');
    expect(lines).toEqual([expect.stringContaining('503'), expect.stringContaining('503')]);
  });
});
