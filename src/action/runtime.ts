/**
 * ONNX Runtime for the action. Its native library cannot be bundled, so it is looked for on the machine and
 * installed on first use: once for each runner, then from the tool cache or from GitHub's cache.
 */
import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { GateError } from '../errors.js';
import type { Logger } from '../logger.js';
import type { JobCache } from './cache-service.js';
import {
  findRuntimePackage,
  hasCuda,
  pruneRuntimePackage,
  RUNTIME_PACKAGE,
  type Platform,
  type RuntimePackage,
} from './runtime-package.js';

export interface RuntimePlaces {
  /** The input `onnxruntime-path`. */
  readonly given: string | undefined;
  /** A file whose `node_modules`, and those of the folders above it, may hold the runtime. */
  readonly besides: string;
  /** Holds the lockfile to install from. */
  readonly lockFolder: string;
  /** `RUNNER_TOOL_CACHE`: outlives the job on runners that outlive it. */
  readonly toolCache: string;
  /** `RUNNER_TEMP`: the same path on every hosted runner of a kind, which GitHub's cache asks for. */
  readonly temp: string;
}

export interface RuntimeServices {
  readonly platform: Platform;
  readonly cache: JobCache;
  /** Installs what the lockfile in the first folder says into the second. */
  readonly install: (lockFolder: string, target: string) => Promise<void>;
  /** Adds the libraries of the CUDA and TensorRT providers to the package in that folder; null: nobody asked for them. */
  readonly addCuda: ((folder: string) => Promise<void>) | null;
  readonly logger: Logger;
}

/**
 * @returns the runtime's package, whole and for this platform.
 * @throws GateError of kind `runtime`, or `usage` for an `onnxruntime-path` without one.
 */
export async function provideRuntime(
  places: RuntimePlaces,
  services: RuntimeServices,
): Promise<RuntimePackage> {
  const { platform, logger } = services;
  if (places.given !== undefined) return givenRuntime(places.given, platform);
  const version = await pinnedVersion(places.lockFolder);
  const beside = await installedBeside(places.besides, version, platform);
  const found =
    (beside !== null && (services.addCuda === null || (await hasCuda(beside, platform))) ? beside : null) ??
    (await findRuntimePackage(toolFolder(places, version, services), platform));
  if (found !== null) return found;
  logger.info(`ONNX Runtime ${version} is not on this machine yet.`);
  return obtain(places, version, services);
}

async function givenRuntime(given: string, platform: Platform): Promise<RuntimePackage> {
  const found = await findRuntimePackage(given, platform);
  if (found !== null) return found;
  throw new GateError(
    'usage',
    `onnxruntime-path is ${given}, where there is no ${RUNTIME_PACKAGE} for ${platform.os} ${platform.arch}.`,
    `Name a folder in which "npm install --ignore-scripts ${RUNTIME_PACKAGE}" was run, or leave the input out.`,
  );
}

const manifestSchema = z.object({ dependencies: z.object({ [RUNTIME_PACKAGE]: z.string() }) });

async function pinnedVersion(lockFolder: string): Promise<string> {
  const manifest = manifestSchema.parse(
    JSON.parse(await readFile(path.join(lockFolder, 'package.json'), 'utf8')),
  );
  return manifest.dependencies[RUNTIME_PACKAGE];
}

/** A checkout of this project after `npm ci`. Another version belongs to somebody else and is left alone. */
async function installedBeside(
  file: string,
  version: string,
  platform: Platform,
): Promise<RuntimePackage | null> {
  for (const folder of createRequire(file).resolve.paths(RUNTIME_PACKAGE) ?? []) {
    const found = await findRuntimePackage(path.join(folder, RUNTIME_PACKAGE), platform);
    if (found?.version === version) return found;
  }
  return null;
}

/** Of its own with NVIDIA's libraries, so that jobs with and without share nothing. */
const toolFolder = (
  { toolCache }: RuntimePlaces,
  version: string,
  { platform: { arch }, addCuda }: RuntimeServices,
): string =>
  path.join(toolCache, 'efficiency-gate-onnxruntime', version, addCuda === null ? arch : `${arch}-cuda`);

async function obtain(
  places: RuntimePlaces,
  version: string,
  services: RuntimeServices,
): Promise<RuntimePackage> {
  const { platform, cache, logger } = services;
  const staging = path.join(places.temp, 'efficiency-gate-runtime');
  const lock = await readFile(path.join(places.lockFolder, 'package-lock.json'));
  const digest = createHash('sha256').update(lock).digest('hex').slice(0, 16);
  const cuda = services.addCuda === null ? '' : '-cuda';
  const key = `efficiency-gate-onnxruntime-${version}-${platform.os}-${platform.arch}${cuda}-${digest}`;
  await rm(staging, { recursive: true, force: true });
  const restored = await cache.restore(staging, key);
  if (!restored || (await findRuntimePackage(staging, platform))?.version !== version) {
    logger.info('Installing it with npm.');
    await rm(staging, { recursive: true, force: true });
    await mkdir(staging);
    await services.install(places.lockFolder, staging);
    const folder = path.join(staging, 'node_modules', RUNTIME_PACKAGE);
    await pruneRuntimePackage(folder, platform);
    if (services.addCuda !== null) {
      logger.info("Adding the libraries of CUDA with the package's own installer.");
      await services.addCuda(folder);
    }
    await cache.save(staging, key);
  }
  const installed = await findRuntimePackage(staging, platform);
  if (installed === null) {
    throw new GateError(
      'runtime',
      `ONNX Runtime ${version} has no native library for ${platform.os} ${platform.arch}.`,
      'Use a runner that ONNX Runtime is made for, or name a runtime in onnxruntime-path.',
    );
  }
  const target = toolFolder(places, version, services);
  const problem = await place(staging, target);
  const placed = await findRuntimePackage(target, platform);
  if (placed === null) {
    logger.warning(
      `ONNX Runtime could not be kept in the tool cache ${target}: ${problem?.message ?? 'it is damaged there'}.`,
    );
    return installed;
  }
  await rm(staging, { recursive: true, force: true });
  return placed;
}

/**
 * Puts a folder in its place as a whole. Jobs that share a tool cache may do this at the same time: the first
 * to rename wins, and no job ever sees half a runtime or loses the one it uses, as it would with the toolkit's
 * `cacheDir`, which empties the folder and then copies.
 * @returns what went wrong: another job was first, or the tool cache cannot be written.
 */
async function place(source: string, target: string): Promise<Error | null> {
  let beside: string | undefined;
  try {
    await mkdir(path.dirname(target), { recursive: true });
    beside = await mkdtemp(`${target}-`);
    await cp(source, beside, { recursive: true });
    await chmod(beside, 0o755);
    await rename(beside, target);
    return null;
  } catch (thrown) {
    if (beside !== undefined) await rm(beside, { recursive: true, force: true });
    return thrown instanceof Error ? thrown : new Error(String(thrown));
  }
}
