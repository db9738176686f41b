import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { JobCache } from '../../src/action/cache-service.js';
import { provideRuntime, type RuntimePlaces, type RuntimeServices } from '../../src/action/runtime.js';
import { silentLogger } from '../../src/logger.js';

const LINUX = { os: 'linux', arch: 'x64' };
const noCache: JobCache = { restore: () => Promise.resolve(false), save: () => Promise.resolve() };
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'runtime-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A package that looks like the runtime, with native libraries of two platforms. */
async function writeRuntime(modules: string, version = '9.9.9'): Promise<string> {
  const home = path.join(modules, 'onnxruntime-node');
  for (const platform of ['linux/x64', 'win32/x64']) {
    await mkdir(path.join(home, 'bin/napi-v6', platform), { recursive: true });
    await writeFile(path.join(home, 'bin/napi-v6', platform, 'onnxruntime_binding.node'), 'native');
  }
  await writeFile(path.join(home, 'package.json'), JSON.stringify({ name: 'onnxruntime-node', version }));
  await mkdir(path.join(modules, 'onnxruntime-common'), { recursive: true });
  await writeFile(path.join(modules, 'onnxruntime-common', 'index.js'), '');
  return home;
}

/** What a fresh runner has: an action with its lockfile, and two empty folders. */
async function freshRunner(name = 'runner'): Promise<RuntimePlaces> {
  const places = {
    given: undefined,
    besides: path.join(folder, name, 'action/dist/index.js'),
    lockFolder: path.join(folder, name, 'action/dist/runtime'),
    toolCache: path.join(folder, 'tools'),
    temp: path.join(folder, name, 'temp'),
  };
  for (const one of [places.lockFolder, places.toolCache, places.temp]) await mkdir(one, { recursive: true });
  const manifest = { dependencies: { 'onnxruntime-node': '9.9.9' } };
  await writeFile(path.join(places.lockFolder, 'package.json'), JSON.stringify(manifest));
  await writeFile(path.join(places.lockFolder, 'package-lock.json'), '{}');
  return places;
}

function services(overrides: Partial<RuntimeServices> = {}): RuntimeServices & { installs: () => number } {
  let installs = 0;
  return {
    platform: LINUX,
    cache: noCache,
    install: async (_lockFolder, target) => {
      installs += 1;
      await writeRuntime(path.join(target, 'node_modules'));
    },
    addCuda: null,
    logger: silentLogger,
    installs: () => installs,
    ...overrides,
  };
}

describe('the runtime that the user names', () => {
  it.each(['node_modules/onnxruntime-node', 'node_modules', '.'])(
    'is found from its folder, or above: %s',
    async (at) => {
      const home = await writeRuntime(path.join(folder, 'node_modules'), '1.2.3');
      const given = path.join(folder, at);
      expect(await provideRuntime({ ...(await freshRunner()), given }, services())).toEqual({
        folder: home,
        version: '1.2.3',
      });
    },
  );

  it('is refused when it is none, or one for another platform', async () => {
    const places = await freshRunner();
    await expect(provideRuntime({ ...places, given: folder }, services())).rejects.toMatchObject({
      kind: 'usage',
      message: expect.stringContaining(folder),
    });
    await writeRuntime(path.join(folder, 'node_modules'));
    const arm = services({ platform: { os: 'linux', arch: 'arm64' } });
    await expect(provideRuntime({ ...places, given: folder }, arm)).rejects.toMatchObject({ kind: 'usage' });
  });
});

describe('the runtime of a checkout', () => {
  it('is used from the node_modules beside dist', async () => {
    const places = await freshRunner();
    const home = await writeRuntime(path.join(folder, 'runner/action/node_modules'));
    const using = services();
    expect(await provideRuntime(places, using)).toEqual({ folder: home, version: '9.9.9' });
    expect(using.installs()).toBe(0);
  });

  it("is somebody else's when its version is another", async () => {
    const places = await freshRunner();
    await writeRuntime(path.join(folder, 'node_modules'), '1.0.0');
    const using = services();
    expect((await provideRuntime(places, using)).folder.startsWith(places.toolCache)).toBe(true);
    expect(using.installs()).toBe(1);
  });
});

describe('the runtime of a fresh runner', () => {
  it('is installed once into the tool cache, for this platform only', async () => {
    const places = await freshRunner();
    const using = services();
    const first = await provideRuntime(places, using);
    expect(await provideRuntime(places, using)).toEqual(first);
    expect(using.installs()).toBe(1);
    expect(first.folder.startsWith(places.toolCache)).toBe(true);
    expect(await readdir(path.join(first.folder, 'bin/napi-v6/win32'))).toEqual([]);
    expect(await readdir(places.temp)).toEqual([]);
  });

  it("comes from GitHub's cache in a later job, which installed nothing", async () => {
    const kept = new Map<string, string>();
    const cache: JobCache = {
      save: (_staging, key) => Promise.resolve(void kept.set(key, 'saved')),
      restore: async (staging, key) => {
        if (kept.has(key)) await writeRuntime(path.join(staging, 'node_modules'));
        return kept.has(key);
      },
    };
    const first = services({ cache });
    await provideRuntime(await freshRunner(), first);
    expect([...kept.keys()]).toEqual([
      expect.stringMatching(/^efficiency-gate-onnxruntime-9\.9\.9-linux-x64-[0-9a-f]{16}$/),
    ]);
    const second = services({ cache });
    await provideRuntime(
      { ...(await freshRunner('another')), toolCache: path.join(folder, 'other-tools') },
      second,
    );
    expect([first.installs(), second.installs()]).toEqual([1, 0]);
  });

  it("with NVIDIA's libraries is one of its own, in the tool cache and in GitHub's", async () => {
    const places = await freshRunner();
    const keys: string[] = [];
    const cache: JobCache = { ...noCache, save: (_staging, key) => Promise.resolve(void keys.push(key)) };
    const plain = services({ cache });
    const cuda = services({
      cache,
      addCuda: (home) =>
        writeFile(path.join(home, 'bin/napi-v6/linux/x64/libonnxruntime_providers_cuda.so'), 'native'),
    });
    const [without, withCuda] = [await provideRuntime(places, plain), await provideRuntime(places, cuda)];
    expect(await provideRuntime(places, cuda)).toEqual(withCuda);
    expect(withCuda.folder).not.toBe(without.folder);
    expect([plain.installs(), cuda.installs()]).toEqual([1, 1]);
    expect(keys).toEqual([
      expect.stringMatching(/-linux-x64-[0-9a-f]{16}$/),
      expect.stringMatching(/-linux-x64-cuda-[0-9a-f]{16}$/),
    ]);
  });

  it('whose libraries cannot be added is kept nowhere', async () => {
    const places = await freshRunner();
    const refuse = (): Promise<never> => Promise.reject(new Error('no network'));
    await expect(provideRuntime(places, services({ addCuda: refuse }))).rejects.toThrow('no network');
    expect(await readdir(places.toolCache)).toEqual([]);
  });

  it('is installed when the cache restored something unusable', async () => {
    const cache: JobCache = {
      ...noCache,
      restore: async (staging) => {
        await mkdir(staging, { recursive: true });
        await writeFile(path.join(staging, 'rubbish'), '');
        return true;
      },
    };
    const using = services({ cache });
    await provideRuntime(await freshRunner(), using);
    expect(using.installs()).toBe(1);
  });

  it('survives two jobs that install it at the same time', async () => {
    let waiting = 0;
    let release: () => void = () => undefined;
    const both = new Promise<void>((resolve) => (release = resolve));
    const install: RuntimeServices['install'] = async (_lockFolder, target) => {
      await writeRuntime(path.join(target, 'node_modules'));
      waiting += 1;
      if (waiting === 2) release();
      await both;
    };
    const runners = await Promise.all([freshRunner('one'), freshRunner('two')]);
    const [one, two] = await Promise.all(
      runners.map((places) => provideRuntime(places, services({ install }))),
    );
    expect(one).toEqual(two);
    expect(
      await readFile(path.join(one!.folder, 'bin/napi-v6/linux/x64/onnxruntime_binding.node'), 'utf8'),
    ).toBe('native');
    expect(await readdir(path.join(folder, 'tools/efficiency-gate-onnxruntime/9.9.9'))).toEqual(['x64']);
  });

  it('is used from where it was installed when the tool cache cannot be written', async () => {
    const places = await freshRunner();
    await rm(places.toolCache, { recursive: true });
    await writeFile(places.toolCache, 'a file where the folder should be');
    const warnings: string[] = [];
    const using = services({ logger: { ...silentLogger, warning: (text) => void warnings.push(text) } });
    const { folder: home } = await provideRuntime(places, using);
    expect(existsSync(path.join(home, 'package.json'))).toBe(true);
    expect(warnings).toEqual([expect.stringContaining(places.toolCache)]);
  });

  it('is missed with a reason on a platform that it is not made for', async () => {
    const odd = services({ platform: { os: 'aix', arch: 'ppc64' } });
    await expect(provideRuntime(await freshRunner(), odd)).rejects.toMatchObject({
      kind: 'runtime',
      message: expect.stringContaining('aix ppc64'),
    });
  });
});

describe('file modes', () => {
  it('let every user of a shared tool cache read the runtime', async () => {
    const places = await freshRunner();
    await provideRuntime(places, services());
    const { mode } = await stat(path.join(places.toolCache, 'efficiency-gate-onnxruntime/9.9.9/x64'));
    expect(mode & 0o055).toBe(0o055);
  });
});
