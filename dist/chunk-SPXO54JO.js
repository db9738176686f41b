import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  namedOnly,
  readDeclared,
  readDeclaredSides
} from "./chunk-EKFA445O.js";
import {
  readText
} from "./chunk-W7DE7VIJ.js";
import {
  CONFIG_PATH,
  defaultConfig,
  parseConfig,
  withOverrides
} from "./chunk-7PLQM42J.js";

// src/terminal/settings.ts
import { existsSync } from "node:fs";
import path from "node:path";
function overridesOf({ dim, input, tolerance, sweep, ...plain }) {
  const { budget, threads, provider, device, seed } = plain;
  const repeatable = { dims: dim, inputs: input, tolerances: tolerance, sweeps: sweep };
  return { ...repeatable, budget, threads, provider, device, seed };
}
async function readConfig(context, flags) {
  return withOverrides(await readConfigFile(context, flags), overridesOf(flags));
}
async function declaredFor({ cwd }, { declared }, { declaredBase, declaredHead }) {
  if (declaredBase !== void 0 || declaredHead !== void 0)
    return readDeclaredSides({ base: declaredBase, head: declaredHead }, cwd);
  if (!existsSync(path.resolve(cwd, declared))) return { base: null, head: null };
  const shared = namedOnly(await readDeclared(declared, cwd));
  return { base: shared, head: shared };
}
async function readConfigFile({ cwd }, { config: named }) {
  const label = named ?? CONFIG_PATH;
  const file = path.resolve(cwd, label);
  if (named === void 0 && !existsSync(file)) return defaultConfig();
  return parseConfig(await readText(file, "config", label), label);
}

export {
  overridesOf,
  readConfig,
  declaredFor,
  readConfigFile
};
