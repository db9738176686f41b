/** The configuration of a command: its file, and what the flags say over it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  CONFIG_PATH,
  type Config,
  defaultConfig,
  type Overrides,
  parseConfig,
  withOverrides,
} from '../config.js';
import { type DeclaredFiles, namedOnly } from '../declared/sources.js';
import { readDeclared, readDeclaredSides } from '../read-declared.js';
import { readText } from '../read-text.js';
import type { CommandContext } from './context.js';
import type { Flags } from './flags.js';

export function overridesOf({ dim, input, tolerance, sweep, ...plain }: Flags): Overrides {
  const { budget, threads, provider, device, seed } = plain;
  const repeatable = { dims: dim, inputs: input, tolerances: tolerance, sweeps: sweep };
  return { ...repeatable, budget, threads, provider, device, seed };
}

export async function readConfig(context: CommandContext, flags: Flags): Promise<Config> {
  return withOverrides(await readConfigFile(context, flags), overridesOf(flags));
}

/** A file of each side where flags name them, else one that says of each model by its path what it is. */
export async function declaredFor(
  { cwd }: CommandContext,
  { declared }: Config,
  { declaredBase, declaredHead }: Flags,
): Promise<DeclaredFiles> {
  if (declaredBase !== undefined || declaredHead !== undefined)
    return readDeclaredSides({ base: declaredBase, head: declaredHead }, cwd);
  if (!existsSync(path.resolve(cwd, declared))) return { base: null, head: null };
  const shared = namedOnly(await readDeclared(declared, cwd));
  return { base: shared, head: shared };
}

/** The file that a flag names, else the one in its usual place, else the defaults. */
export async function readConfigFile({ cwd }: CommandContext, { config: named }: Flags): Promise<Config> {
  const label = named ?? CONFIG_PATH;
  const file = path.resolve(cwd, label);
  if (named === undefined && !existsSync(file)) return defaultConfig();
  return parseConfig(await readText(file, 'config', label), label);
}
