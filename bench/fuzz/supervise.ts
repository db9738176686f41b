/** Runs shards of a fuzzing run in processes of their own, with little memory, and survives whatever happens to them. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Ending } from './trial.js';

export interface ShardRequest {
  readonly seed: number;
  /** Number of the first mutant. */
  readonly first: number;
  readonly count: number;
  readonly folder: string;
  /** What runs models; null for the reader. */
  readonly worker: {
    readonly workerFile: string;
    readonly runtimeModules: string;
    readonly node: string;
  } | null;
}

/** What a shard says: that it begins with a mutant, how it ended, and at last how much memory all took. */
export type Told =
  | { readonly index: number }
  | { readonly index: number; readonly ending: Ending; readonly tookMs: number }
  | { readonly index: number; readonly fault: string; readonly tookMs: number }
  | { readonly peakRssBytes: number };

export interface Findings {
  readonly endings: Readonly<Partial<Record<Ending, number>>>;
  /** What was uncaught, ended the process, or hung. */
  readonly faults: readonly { readonly index: number; readonly fault: string }[];
  readonly slowest: { readonly index: number; readonly tookMs: number };
  /** Of the process that read, counted and judged; workers not included. */
  readonly peakRssBytes: number;
}

/** Of the process that reads the mutants. A mutant of some kilobytes has no business with more. */
const HEAP_MIB = 256;
const SILENCE_MS = 30_000;

/**
 * Tries `count` mutants in `jobs` processes at a time.
 * @param options `silenceMs`: without a word after which a shard hangs.
 */
export async function supervise(
  request: ShardRequest,
  shardFile: string,
  { jobs = 2, silenceMs = SILENCE_MS } = {},
): Promise<Findings> {
  const ends = Array.from(
    { length: jobs + 1 },
    (_, job) => request.first + Math.floor((request.count * job) / jobs),
  );
  const parts = await Promise.all(
    ends.slice(0, -1).map((first, job) => {
      const count = (ends[job + 1] ?? first) - first;
      return inTurns({ ...request, first, count }, shardFile, silenceMs);
    }),
  );
  return parts.reduce(joined);
}

/** A shard whose process ended before its time is followed by another that begins after the mutant that ended it. */
async function inTurns(request: ShardRequest, shardFile: string, silenceMs: number): Promise<Findings> {
  let findings = NOTHING;
  const end = request.first + request.count;
  for (let first = request.first; first < end;) {
    const { told, exit } = await heard({ ...request, first, count: end - first }, shardFile, silenceMs);
    for (const one of told) findings = joined(findings, findingOf(one));
    if (exit === null) return findings;
    const last = told.reduce((index, one) => ('index' in one ? one.index : index), first);
    findings = joined(findings, { ...NOTHING, faults: [{ index: last, fault: exit }] });
    first = last + 1;
  }
  return findings;
}

/** @returns exit null when the shard came to its end. */
async function heard(
  request: ShardRequest,
  shardFile: string,
  silenceMs: number,
): Promise<{ told: Told[]; exit: string | null }> {
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${HEAP_MIB}`, shardFile, JSON.stringify(request)],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const told: Told[] = [];
  let words = '';
  let hung = false;
  child.stderr.on('data', (chunk: Buffer) => (words = (words + chunk.toString()).slice(-2000)));
  const patience = setTimeout(() => {
    hung = true;
    child.kill('SIGKILL');
  }, silenceMs);
  createInterface({ input: child.stdout }).on('line', (line) => {
    told.push(JSON.parse(line) as Told);
    patience.refresh();
  });
  const exit = await new Promise<string | null>((resolve) => {
    child.on('close', (code, signal) => {
      resolve(code === 0 ? null : `${hung ? 'hung' : (signal ?? `exit ${code}`)}: ${words}`);
    });
  });
  clearTimeout(patience);
  return { told, exit };
}

const NOTHING: Findings = { endings: {}, faults: [], slowest: { index: -1, tookMs: 0 }, peakRssBytes: 0 };

function findingOf(told: Told): Findings {
  if ('peakRssBytes' in told) return { ...NOTHING, peakRssBytes: told.peakRssBytes };
  if (!('tookMs' in told)) return NOTHING;
  const { index, tookMs } = told;
  const timed = { ...NOTHING, slowest: { index, tookMs } };
  if ('fault' in told) return { ...timed, faults: [{ index, fault: told.fault }] };
  return { ...timed, endings: { [told.ending]: 1 } };
}

function joined(one: Findings, other: Findings): Findings {
  const endings: Partial<Record<Ending, number>> = { ...one.endings };
  for (const [ending, count] of Object.entries(other.endings) as [Ending, number][])
    endings[ending] = (endings[ending] ?? 0) + count;
  return {
    endings,
    faults: [...one.faults, ...other.faults],
    slowest: one.slowest.tookMs >= other.slowest.tookMs ? one.slowest : other.slowest,
    peakRssBytes: Math.max(one.peakRssBytes, other.peakRssBytes),
  };
}
