/** Settings that come with one run, from flags or from the action's inputs. */
import {
  findIndicator,
  INDICATORS,
  OWN_TIMINGS,
  QUALITY_PREFIX,
  type Tolerance,
  type Tolerances,
} from '../indicators.js';
import { isOwnTolerance } from './command-settings.js';
import { complain, quoted, suggest } from './complaint.js';
import { misuse, scalarOf, splitFlag } from './input-flag.js';
import { configFileSchema, type ConfigFile } from './schema.js';
import { fractionSchema, qualityToleranceSchema } from './tolerance.js';

/** Everything may be left out. Text is read as on the command line. */
export interface Overrides {
  /** `NAME=N` */
  readonly dims?: readonly string[] | undefined;
  /** `NAME=VALUE` (src/config/input-flag.ts) */
  readonly inputs?: readonly string[] | undefined;
  /** `5%` for all timings, `ID=5%` for one indicator; the latter wins. */
  readonly tolerances?: readonly string[] | undefined;
  /** `batch`, `threads`, or with their values: `batch=1,4,16`. */
  readonly sweeps?: readonly string[] | undefined;
  /** Seconds, or `auto`. */
  readonly budget?: string | number | undefined;
  readonly threads?: string | number | undefined;
  readonly provider?: string | undefined;
  /** Number or UUID of a card. */
  readonly device?: string | undefined;
  readonly seed?: string | number | undefined;
  readonly warnOnly?: boolean | undefined;
}

/**
 * One setting, by its key in the configuration file.
 * @throws GateError of kind `usage` that names the setting.
 */
export function parseSetting<Key extends keyof ConfigFile>(key: Key, given: unknown): ConfigFile[Key] {
  const data = { [key]: typeof given === 'string' ? scalarOf(given) : given };
  const parsed = configFileSchema.safeParse(data);
  if (parsed.success) return parsed.data[key];
  const [issue] = parsed.error.issues;
  if (issue === undefined) throw parsed.error;
  const { fault, next } = complain(issue, data, configFileSchema);
  throw misuse(`${fault}.`, next);
}

const TIMINGS = INDICATORS.filter(({ group }) => group === 'speed').map(({ id }) => id);

/**
 * Tolerances with those of this run over them. One for all timings also takes the place of what was said of the
 * durations of benchmarks; what else a benchmark reports keeps a tolerance of its own.
 * @throws GateError of kind `usage`.
 */
export function withTolerances(recorded: Tolerances, flags: readonly string[]): Tolerances {
  const given = parseTolerances(flags);
  const replaced = (key: string): boolean =>
    given[OWN_TIMINGS] !== undefined && isOwnTolerance(key) && key.endsWith('.duration');
  const kept = Object.entries(recorded).filter(([key]) => !replaced(key));
  return { ...Object.fromEntries(kept), ...given };
}

/** @throws GateError of kind `usage`. */
export function parseTolerances(flags: readonly string[]): Tolerances {
  const forTimings = flags.filter((flag) => !flag.includes('='));
  const forOne = flags.filter((flag) => flag.includes('='));
  const tolerances: Record<string, Tolerance> = {};
  for (const flag of forTimings) {
    const tolerance = { relative: parseFraction(flag, flag) };
    for (const id of [...TIMINGS, OWN_TIMINGS]) tolerances[id] = tolerance;
  }
  for (const flag of forOne) {
    const [id, text] = splitFlag('--tolerance', flag, 'latency_p50=5%');
    if (id.startsWith(QUALITY_PREFIX)) {
      tolerances[id] = parseQualityTolerance(flag, text);
      continue;
    }
    if (findIndicator(id) === undefined && !isOwnTolerance(id)) {
      throw misuse(
        `--tolerance ${quoted(flag)} names no indicator.`,
        suggest(
          id,
          INDICATORS.map((known) => known.id),
        ),
      );
    }
    tolerances[id] = { relative: parseFraction(flag, text) };
  }
  return tolerances;
}

function parseQualityTolerance(flag: string, text: string): Tolerance {
  const parsed = qualityToleranceSchema.safeParse(scalarOf(text));
  if (parsed.success) return parsed.data;
  throw misuse(
    `--tolerance ${quoted(flag)} is not understood.`,
    "Write for instance --tolerance quality.top1=0.2, in the metric's own unit, or quality.top1=0.5%.",
  );
}

function parseFraction(flag: string, text: string): number {
  const parsed = fractionSchema.safeParse(scalarOf(text));
  if (parsed.success) return parsed.data;
  throw misuse(
    `--tolerance ${quoted(flag)} is not understood.`,
    'Write --tolerance 5% for all timings, or --tolerance latency_p50=5% (0.05 means the same).',
  );
}
