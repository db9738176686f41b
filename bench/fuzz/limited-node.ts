/** A Node that may take a few gigabytes: a mutant that asks for more is refused by the system, not by luck. */
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const DATA_KIB = 3 * 2 ** 20;

/** @returns a program to run workers with; Node itself where the system knows no such limit. */
export function limitedNode(folder: string): string {
  if (process.platform !== 'linux') return process.execPath;
  const file = path.join(folder, 'node-limited');
  writeFileSync(file, `#!/bin/bash\nulimit -d ${DATA_KIB} -c 0\nexec '${process.execPath}' "$@"\n`);
  chmodSync(file, 0o755);
  return file;
}
