/**
 * What a benchmark of the user's own and the gate say to each other (docs/harness.md). The gate writes plain words,
 * one line each, `run N` and `stop`; the benchmark answers with lines of a marker and JSON. Pure.
 */
import { z } from 'zod';
import { type OwnIndicator, ownIndicatorSchema } from '../measurement.js';

/** How a line begins that is meant for the gate. Every other line is the benchmark's own and is passed to the log. */
export const MARKER = 'gate:';

export const STOP = 'stop';
export const runRequest = (runs: number): string => `run ${runs}`;

/** Each costs a share of the error probability. */
const MOST_INDICATORS = 12;
/** What the gate itself makes of the durations. */
const RESERVED = 'duration';

const readySchema = z.strictObject({
  ready: z.literal(true),
  indicators: z
    .array(ownIndicatorSchema)
    .max(MOST_INDICATORS)
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'expected each name once')
    .refine(
      (all) => all.every(({ name }) => name !== RESERVED),
      `expected other names than "${RESERVED}", which durations_ms already stand for`,
    )
    .default([]),
});

const answerSchema = z.strictObject({
  durations_ms: z.array(z.number().positive()),
  readings: z.record(z.string(), z.union([z.number(), z.array(z.number())])).default({}),
});

/** What a benchmark says of some runs. */
export interface RunAnswer {
  /** Milliseconds of each run, in order. */
  readonly runsMs: number[];
  /** By indicator: one number, or one for each run. */
  readonly readings: Record<string, number[]>;
}

/** A line that is no answer; the message says what was expected. */
export class BadAnswer extends Error {
  override readonly name = 'BadAnswer';
}

/** The text that a line holds for the gate; null for a line that is not for it. */
export function messageIn(line: string): string | null {
  // What a progress bar drew before is overwritten on a terminal, and ends with a carriage return.
  const shown = line.replace(/\r$/, '').split('\r').at(-1)?.trimStart() ?? '';
  return shown.startsWith(MARKER) ? shown.slice(MARKER.length) : null;
}

/** @throws BadAnswer */
export function parseReady(text: string): OwnIndicator[] {
  return parse(text, readySchema, '{"ready": true, "indicators": [...]}').indicators;
}

/** @throws BadAnswer when it is not about that many runs, or not about exactly those indicators. */
export function parseAnswer(text: string, runs: number, indicators: readonly OwnIndicator[]): RunAnswer {
  const { durations_ms: runsMs, readings } = parse(
    text,
    answerSchema,
    '{"durations_ms": [...], "readings": {...}}',
  );
  if (runsMs.length !== runs)
    throw new BadAnswer(`expected ${runs} numbers in durations_ms, got ${runsMs.length}`);
  const declared = indicators.map(({ name }) => name);
  const stranger = Object.keys(readings).find((name) => !declared.includes(name));
  if (stranger !== undefined)
    throw new BadAnswer(`${cut(stranger)} among the readings is none of the indicators that ready declared`);
  const complete = declared.map((name): [string, number[]] => [name, series(readings, name, runs)]);
  return { runsMs, readings: Object.fromEntries(complete) };
}

function series(readings: Record<string, number | number[]>, name: string, runs: number): number[] {
  const told = Object.hasOwn(readings, name) ? readings[name] : undefined;
  if (told === undefined) throw new BadAnswer(`expected ${name} among the readings, as ready declared`);
  if (typeof told === 'number') return [told];
  if (told.length === runs) return told;
  throw new BadAnswer(`expected one number or ${runs} for ${name}, got ${told.length}`);
}

function parse<Schema extends z.ZodType>(text: string, schema: Schema, expected: string): z.infer<Schema> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new BadAnswer(`expected ${expected} in JSON after ${MARKER}, got ${cut(text)}`);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.map(String).join('.')}: `;
  throw new BadAnswer(
    `expected ${expected}, got ${cut(text)} (${place}${issue?.message ?? 'it does not fit'})`,
  );
}

const LONGEST_QUOTE = 120;

const cut = (text: string): string =>
  text.trim().length > LONGEST_QUOTE ? `${text.trim().slice(0, LONGEST_QUOTE)}…` : text.trim();
