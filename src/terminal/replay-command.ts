/** `replay`: decide recorded timings. */
import path from 'node:path';
import { defaultConfig } from '../config.js';
import { parseSetting, parseTolerances } from '../config/overrides.js';
import { EXIT, type ExitStatus, GateError } from '../errors.js';
import { indicator } from '../indicators.js';
import { documentOf } from '../json-document.js';
import { renderReplay } from '../render/replay.js';
import { parseTrace, replay, type ReplayRule } from '../replay.js';
import type { CommandContext } from './context.js';
import { readText } from '../read-text.js';

export interface ReplayFlags {
  readonly tolerance?: string[];
  readonly decisions?: string;
  readonly alpha?: string;
  readonly rounds?: string;
  readonly json?: boolean;
}

/** As many as one model has timings that get a verdict, and one more. */
const DECISIONS = 8;

/** A trace holds latencies, so it is their tolerance that counts. Passing, whatever the verdicts: it is no gate. */
export async function replayCommand(
  { cwd, stdout, colour }: CommandContext,
  file: string,
  flags: ReplayFlags,
): Promise<ExitStatus> {
  for (const given of flags.tolerance ?? []) {
    if (given.includes('=') && !given.startsWith('latency_p50='))
      throw new GateError(
        'usage',
        `A trace holds latencies and no ${given.split('=')[0] ?? ''}.`,
        'Write --tolerance 5%.',
      );
  }
  const { latency_p50 } = parseTolerances(flags.tolerance ?? []);
  const alpha = flags.alpha === undefined ? defaultConfig().alpha : parseSetting('alpha', flags.alpha);
  const rule: ReplayRule = {
    tolerance: (latency_p50 ?? indicator('latency_p50').tolerance).relative ?? 0,
    alpha,
    decisions: count('--decisions', flags.decisions) ?? DECISIONS,
    mostRounds: count('--rounds', flags.rounds) ?? Infinity,
  };
  const comparisons = replay(parseTrace(await readText(path.resolve(cwd, file), 'report', file), file), rule);
  stdout.write(flags.json === true ? documentOf({ comparisons }) : renderReplay(comparisons, rule, colour));
  return EXIT.passed;
}

function count(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new GateError('usage', `${flag} must be a whole number of at least 1.`, `Write ${flag} 8.`);
}
