/**
 * Writes package.json and package-lock.json of ONNX Runtime alone, cut from our own lockfile: integrity hashes,
 * no addresses. The action installs the runtime from it on first use (src/action/runtime.ts).
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const RUNTIME = 'onnxruntime-node';

/** The lockfile keys of a package and everything it needs, resolved as Node does: nearest folder first. */
function closure(packages, key, found = new Set()) {
  if (found.has(key)) return found;
  found.add(key);
  for (const name of Object.keys(packages[key].dependencies ?? {})) {
    let folder = key;
    while (folder !== '' && packages[`${folder}/node_modules/${name}`] === undefined) {
      folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')));
    }
    closure(packages, folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`, found);
  }
  return found;
}

/**
 * @param {string} root repository root
 * @param {string} target folder to write to
 */
export async function writeRuntimeLock(root, target) {
  const lock = JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8'));
  const top = { name: 'efficiency-gate-runtime', version: '0.0.0', private: true };
  const dependencies = { [RUNTIME]: lock.packages[''].dependencies[RUNTIME] };
  const keys = [...closure(lock.packages, `node_modules/${RUNTIME}`)].sort();
  const packages = Object.fromEntries(
    keys.map((key) => {
      const entry = { ...lock.packages[key] };
      delete entry.resolved;
      return [key, entry];
    }),
  );
  await mkdir(target, { recursive: true });
  const write = (file, content) =>
    writeFile(path.join(target, file), `${JSON.stringify(content, null, 2)}\n`);
  await write('package.json', { ...top, dependencies });
  await write('package-lock.json', {
    name: top.name,
    version: top.version,
    lockfileVersion: lock.lockfileVersion,
    requires: true,
    packages: { '': { ...top, dependencies }, ...packages },
  });
}
