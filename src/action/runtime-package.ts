/** The npm package `onnxruntime-node` on disk: is it there, is it whole, and which of it does this machine need. */
import { access, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';

export const RUNTIME_PACKAGE = 'onnxruntime-node';

/** Operating system and processor as Node names them (`process.platform`, `process.arch`). */
export interface Platform {
  readonly os: string;
  readonly arch: string;
}

export interface RuntimePackage {
  /** The package's own folder: `.../node_modules/onnxruntime-node`. */
  readonly folder: string;
  readonly version: string;
}

const packageSchema = z.object({ name: z.literal(RUNTIME_PACKAGE), version: z.string() });

/**
 * Finds a usable runtime.
 * @param place The package's folder, a `node_modules` that holds it, or a folder with such a `node_modules`.
 * @returns null when it is missing, lacks this platform's native library, or what it depends on.
 */
export async function findRuntimePackage(place: string, platform: Platform): Promise<RuntimePackage | null> {
  const candidates = ['', RUNTIME_PACKAGE, path.join('node_modules', RUNTIME_PACKAGE)];
  for (const candidate of candidates) {
    const found = await readRuntimePackage(path.resolve(place, candidate), platform);
    if (found !== null) return found;
  }
  return null;
}

async function readRuntimePackage(folder: string, platform: Platform): Promise<RuntimePackage | null> {
  try {
    const manifest = path.join(folder, 'package.json');
    const { version } = packageSchema.parse(JSON.parse(await readFile(manifest, 'utf8')));
    createRequire(manifest).resolve('onnxruntime-common');
    const native = await nativeFolders(folder);
    for (const { os, arch, location } of native) {
      if (os === platform.os && arch === platform.arch) {
        await access(path.join(location, 'onnxruntime_binding.node'));
        return { folder, version };
      }
    }
    return null;
  } catch {
    // Whatever is missing or unreadable: this is not a runtime that could be used.
    return null;
  }
}

/** Whether the libraries of the CUDA provider, which the package does not bring along, were added to it. */
export async function hasCuda({ folder }: RuntimePackage, platform: Platform): Promise<boolean> {
  for (const { os, arch, location } of await nativeFolders(folder)) {
    if (os !== platform.os || arch !== platform.arch) continue;
    if ((await readdir(location)).some((name) => /onnxruntime_providers_cuda\.(so|dll)$/.test(name)))
      return true;
  }
  return false;
}

/** Removes the native libraries of other platforms: 288 MB for all, 46 MB for Linux x64 alone. */
export async function pruneRuntimePackage(folder: string, platform: Platform): Promise<void> {
  for (const { os, arch, location } of await nativeFolders(folder)) {
    if (os !== platform.os || arch !== platform.arch) await rm(location, { recursive: true });
  }
}

/** `bin/napi-v6/linux/x64` and its like. */
async function nativeFolders(folder: string): Promise<(Platform & { location: string })[]> {
  const bin = path.join(folder, 'bin');
  const found: (Platform & { location: string })[] = [];
  for (const api of await readdir(bin)) {
    for (const os of await readdir(path.join(bin, api))) {
      for (const arch of await readdir(path.join(bin, api, os))) {
        found.push({ os, arch, location: path.join(bin, api, os, arch) });
      }
    }
  }
  return found;
}
