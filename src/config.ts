/** The configuration: what the file, the flags and the defaults say together. */
import { posix } from 'node:path';
import picomatch from 'picomatch';
import { parseCheckedYaml } from './config/checked-yaml.js';
import { mergeSettings, parseInputFlags } from './config/input-flag.js';
import { type MachineSetting, machinesOf } from './config/machines.js';
import { parseSetting, type Overrides, withTolerances } from './config/overrides.js';
import { configFileSchema, type ConfigFile } from './config/schema.js';
import { type Scenario, type ScenarioSetting, nameIn, scenariosOf } from './config/scenario.js';
import { parseSweeps, type Sweeps } from './config/sweeps.js';
import type { ALL_QUALITY, IndicatorId, Tolerances } from './indicators.js';
import type { InputSettings } from './measure/input-settings.js';

export { configFileSchema, nameIn, type Overrides, type Scenario };

/** Where it lies when nobody says, relative to the root of the repository. */
export const CONFIG_PATH = '.github/efficiency-gate.yml';

export interface ModelSetting {
  /** Glob, relative to the root of the repository. */
  readonly path: string;
  readonly settings: InputSettings;
  /** Empty: the entry itself is the only one. */
  readonly scenarios: readonly ScenarioSetting[];
}

/** Commands that run in worktrees of base and head, and with what. */
export interface CommandSettings {
  /** Make the models, one after the other; empty when they are committed. */
  readonly builds: readonly string[];
  readonly buildTimeoutS: number;
  /** Evaluates the models and prints a declaration; null when none is named. */
  readonly quality: { readonly command: string; readonly timeoutS: number } | null;
  /** Environment variables that commands may see beside the usual ones. */
  readonly env: readonly string[];
}

/** A command of the user's own that is measured like a model. */
export interface BenchmarkSetting {
  readonly name: string;
  readonly command: string;
  /** Globs of files whose change matters. Never empty. */
  readonly paths: readonly string[];
  /** Seconds for any answer; null: as the budget has it. */
  readonly timeoutS: number | null;
}

export interface Config {
  /** The first that matches a file is used. Never empty. */
  readonly models: readonly ModelSetting[];
  readonly commands: CommandSettings;
  readonly benchmarks: readonly BenchmarkSetting[];
  /** What this run says of inputs, over what the entries above say. */
  readonly inputOverrides: InputSettings;
  readonly tolerances: Tolerances;
  /** Indicators that the relation of base and head needs; `quality` stands for all declared metrics. */
  readonly required: (IndicatorId | typeof ALL_QUALITY)[];
  /** File that declares training and quality, relative to the root of the repository. */
  readonly declared: string;
  /** g CO2e/kWh; null: not given. */
  readonly gridIntensity: number | null;
  readonly price: { readonly perHour: number; readonly currency: string } | null;
  /** Values at which base and head are also measured. */
  readonly sweeps: Sweeps;
  /** Seconds for each model. */
  readonly budget: 'auto' | number;
  readonly threads: number;
  readonly provider: string;
  /** Of a matrix; empty: the one that the job runs on. */
  readonly machines: readonly MachineSetting[];
  /** Number or UUID of the card to measure on; null: to be chosen. */
  readonly device: string | null;
  /** Bytes of memory that the process of one model may hold. */
  readonly workerMemory: 'auto' | number;
  readonly seed: number;
  /** Error probability of all timing decisions of the run together. */
  readonly alpha: number;
  readonly warnOnly: boolean;
  readonly failOnInconclusive: boolean;
  /** Relative gain beyond which an improvement is flagged; null: never. */
  readonly maxImprovement: number | null;
  readonly claims: ConfigFile['claims'];
  /** Null: no label acknowledges anything. */
  readonly acknowledgeLabel: string | null;
  /** The file in the repository and the lines of its tolerances, from 1; null without one. */
  readonly written: {
    readonly file: string;
    readonly toleranceLines: Record<string, number>;
  } | null;
  /** Where it came from, in words. */
  readonly source: string;
}

const NO_SETTINGS: InputSettings = { dims: {}, inputs: {} };
const EVERY_MODEL: ModelSetting = { path: '**/*.onnx', settings: NO_SETTINGS, scenarios: [] };

/** The configuration of a repository without a file. */
export const defaultConfig = (): Config => fromFile(configFileSchema.parse({}), 'defaults');

/**
 * Reads a configuration file; one without content means the defaults.
 * @param origin Where the text came from, in words: `.github/efficiency-gate.yml of the base branch`.
 * @param file Path of the file in the repository; null for one from elsewhere.
 * @throws GateError of kind `config` with the line and the nearest right word.
 */
export function parseConfig(text: string, origin: string, file: string | null = null): Config {
  const { data, document } = parseCheckedYaml(text, configFileSchema, {
    origin,
    schemaFile: 'schema/config.json',
    example: 'examples/efficiency-gate.yml',
  });
  const keys = Object.keys(data.tolerances);
  const toleranceLines = Object.fromEntries(keys.map((key) => [key, document.lineOf(['tolerances', key])]));
  return { ...fromFile(data, origin), written: file === null ? null : { file, toleranceLines } };
}

function fromFile(file: ConfigFile, source: string): Config {
  const entries = file.models.map(({ path, dims, inputs, scenarios = [] }): ModelSetting => ({
    path,
    settings: { dims, inputs },
    scenarios,
  }));
  return {
    models: entries.length === 0 ? [EVERY_MODEL] : entries,
    commands: {
      builds: buildsOf(file),
      buildTimeoutS: file['build-timeout'],
      quality:
        file.quality === undefined ? null : { command: file.quality.command, timeoutS: file.quality.timeout },
      env: file.env,
    },
    benchmarks: file.benchmarks.map(({ name, command, paths, timeout = null }) => ({
      name,
      command,
      paths: paths.length === 0 ? ['**'] : paths,
      timeoutS: timeout,
    })),
    inputOverrides: NO_SETTINGS,
    tolerances: file.tolerances,
    required: file.required,
    sweeps: file.sweeps,
    declared: file.declared,
    gridIntensity: file.carbon?.['grid-intensity'] ?? null,
    price:
      file['price-per-hour'] === null ? null : { perHour: file['price-per-hour'], currency: file.currency },
    budget: file.budget,
    threads: file.threads,
    provider: file.provider,
    machines: machinesOf(file.machines),
    device: file.device,
    workerMemory: file['worker-memory'],
    seed: file.seed,
    alpha: file.alpha,
    warnOnly: file['warn-only'],
    failOnInconclusive: file['fail-on-inconclusive'],
    maxImprovement: file['max-improvement'],
    claims: file.claims,
    acknowledgeLabel: file['acknowledge-label'],
    written: null,
    source,
  };
}

/** The command of each entry, else the one for all; each once. */
function buildsOf({ models, 'build-command': forAll }: ConfigFile): string[] {
  const entries = models.length === 0 ? [{ 'build-command': forAll }] : models;
  const commands = entries.map(({ 'build-command': own = forAll }) => own);
  return [...new Set(commands.filter((command) => command !== undefined))];
}

/**
 * The configuration with what this run says over it; `source` tells which settings those are.
 * @throws GateError of kind `usage`.
 */
export function withOverrides(config: Config, overrides: Overrides): Config {
  const {
    dims = [],
    inputs = [],
    tolerances = [],
    sweeps = [],
    warnOnly,
    budget,
    threads,
    provider,
    device,
    seed,
  } = overrides;
  const given = Object.entries(overrides)
    .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
    .map(([name]) => name);
  if (given.length === 0) return config;
  return {
    ...config,
    models: config.models.map((entry) => ({
      ...entry,
      scenarios: entry.scenarios.map((scenario) => withoutSession(scenario, { threads, provider })),
    })),
    inputOverrides: mergeSettings(config.inputOverrides, parseInputFlags(dims, inputs)),
    tolerances: withTolerances(config.tolerances, tolerances),
    sweeps: { ...config.sweeps, ...parseSweeps(sweeps) },
    ...(budget === undefined ? {} : { budget: parseSetting('budget', budget) }),
    ...(threads === undefined ? {} : { threads: parseSetting('threads', threads) }),
    ...(provider === undefined ? {} : { provider: parseSetting('provider', provider) }),
    ...(device === undefined ? {} : { device: parseSetting('device', device) }),
    ...(seed === undefined ? {} : { seed: parseSetting('seed', seed) }),
    ...(warnOnly === undefined ? {} : { warnOnly }),
    source: `${config.source}, with ${given.join(', ')} set for this run`,
  };
}

/** What this run says of threads or provider holds for every scenario. */
function withoutSession(
  scenario: ScenarioSetting,
  { threads, provider }: Pick<Overrides, 'threads' | 'provider'>,
): ScenarioSetting {
  const { threads: ownThreads, provider: ownProvider, ...rest } = scenario;
  return {
    ...rest,
    ...(threads === undefined && ownThreads !== undefined ? { threads: ownThreads } : {}),
    ...(provider === undefined && ownProvider !== undefined ? { provider: ownProvider } : {}),
  };
}

/** Dots hide nothing here, and a leading `!` or `#` is part of a name. */
const matches = (glob: string, file: string): boolean =>
  picomatch.isMatch(file, glob, { dot: true, nonegate: true, windows: false });

export const matchesAny = (globs: readonly string[], file: string): boolean =>
  globs.some((glob) => matches(glob, file));

/** Whether a configuration names commands to run. */
export const namesCommands = ({ commands, benchmarks }: Config): boolean =>
  commands.builds.length > 0 || commands.quality !== null || benchmarks.length > 0;

/** Whether the configuration takes a file for a model. @param file Relative to the root, with slashes. */
export function selectsModel(config: Config, file: string): boolean {
  return config.models.some(({ path }) => matches(path, file));
}

/**
 * How a model is fed when it is only counted: the first entry that matches, else the defaults, with this run's
 * overrides over them.
 * @param file Relative to the root of the repository, with slashes; for a file elsewhere, its path.
 */
export function settingsFor(config: Config, file: string): InputSettings {
  return mergeSettings(entryFor(config, file)?.settings ?? NO_SETTINGS, config.inputOverrides);
}

/** The conditions under which a model is compared, at least one. @param file As for `settingsFor`. */
export function scenariosFor(config: Config, file: string): Scenario[] {
  const { settings = NO_SETTINGS, scenarios = [] } = entryFor(config, file) ?? {};
  const { threads, provider, inputOverrides } = config;
  return scenariosOf(scenarios, settings, { threads, provider }, inputOverrides);
}

const entryFor = (config: Config, file: string): ModelSetting | undefined =>
  config.models.find(({ path }) => matches(path, posix.normalize(file)));
