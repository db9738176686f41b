/** Finds out what this system can do to confine a worker, by trying it once on a program that does nothing. */
import { execFile } from 'node:child_process';
import { limitCommands, type LimitName, type Means, SHELL } from './launcher.js';
import type { Limits } from './limits.js';
import type { Sandbox } from './sandbox.js';

type Missing = Sandbox['missing'][number];

const LIMITS: Readonly<Record<LimitName, string>> = {
  cpuS: 'limit of CPU time',
  fileBytes: 'limit of the size of files',
  openFiles: 'limit of open files',
  dataBytes: 'limit of private memory',
};
const TRIAL_MS = 5000;
const OTHERS_HAVE_NONE = 'only Linux has it';

/** Without new rights where that is enough; else in a user namespace, as the same user or, in older systems, as root. */
const NETWORK_CUTTERS = [
  ['unshare', '--net', '--'],
  ['unshare', '--map-current-user', '--net', '--'],
  ['unshare', '--map-root-user', '--net', '--'],
] as const;
const PRIVILEGE_FIXER = ['setpriv', '--no-new-privs', '--'] as const;

/**
 * @param env Of the workers, which are started in it.
 * @param limits Such as will be asked for.
 */
export async function findMeans(
  env: Readonly<NodeJS.ProcessEnv>,
  limits: Limits,
  platform: NodeJS.Platform = process.platform,
): Promise<Means> {
  const missing: Missing[] = [];
  const settable = await settableLimits(env, limits, platform, missing);
  const wrapped = settable.size > 0 && platform === 'linux' ? await wrappersOf(env, missing) : null;
  if (wrapped === null) {
    missing.push({ what: 'network namespace', why: OTHERS_HAVE_NONE });
    missing.push({ what: 'fixed privileges', why: OTHERS_HAVE_NONE });
  }
  const residentMemory = platform === 'linux';
  if (!residentMemory) missing.push({ what: 'limit of resident memory', why: OTHERS_HAVE_NONE });
  return {
    limits: settable,
    wrappers: wrapped?.wrappers ?? [],
    network: wrapped?.network ?? 'open',
    privileges: wrapped?.privileges ?? 'open',
    residentMemory,
    missing,
  };
}

async function settableLimits(
  env: Readonly<NodeJS.ProcessEnv>,
  limits: Limits,
  platform: NodeJS.Platform,
  missing: Missing[],
): Promise<ReadonlySet<LimitName>> {
  const settable = new Set<LimitName>();
  for (const name of Object.keys(LIMITS) as LimitName[]) {
    const script = limitCommands(name, limits).join(' && ');
    const fault = platform === 'win32' ? 'Windows has none' : await faultOf(SHELL, ['-c', script], env);
    if (fault === null) settable.add(name);
    else missing.push({ what: LIMITS[name], why: fault });
  }
  return settable;
}

async function wrappersOf(
  env: Readonly<NodeJS.ProcessEnv>,
  missing: Missing[],
): Promise<Pick<Means, 'wrappers' | 'network' | 'privileges'>> {
  let fault: string | null = null;
  let cutter: readonly string[] = [];
  for (const candidate of NETWORK_CUTTERS) {
    fault = await faultOf('env', [...candidate, 'true'], env);
    cutter = fault === null ? candidate : [];
    if (fault === null) break;
  }
  if (fault !== null) missing.push({ what: 'network namespace', why: fault });
  const unfixed = await faultOf('env', [...cutter, ...PRIVILEGE_FIXER, 'true'], env);
  if (unfixed !== null) missing.push({ what: 'fixed privileges', why: unfixed });
  return {
    wrappers: unfixed === null ? [...cutter, ...PRIVILEGE_FIXER] : cutter,
    network: fault === null ? 'none' : 'open',
    privileges: unfixed === null ? 'fixed' : 'open',
  };
}

/** Why a program cannot be run; null when it can. */
function faultOf(
  file: string,
  args: readonly string[],
  env: Readonly<NodeJS.ProcessEnv>,
): Promise<string | null> {
  const options = { env, timeout: TRIAL_MS, encoding: 'utf8' } as const;
  return new Promise((resolve) => {
    execFile(file, args, options, (failure, _stdout, stderr) => {
      const said = stderr.trim().split('\n').at(-1) ?? '';
      resolve(failure === null ? null : said === '' ? `${file} fails` : said);
    });
  });
}
