/** The terminal's logger: everything goes to standard error, so that standard output holds the answer alone. */
import type { Colors } from 'picocolors/types.js';
import type { Logger } from '../logger.js';
import { terminalText } from '../render/escape.js';

export interface TerminalStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const CLEAR_LINE = '\r\u001B[K';
/** Milliseconds between progress lines where one cannot replace another. */
const PROGRESS_EVERY_MS = 10_000;

/** @param now Milliseconds on a clock that only goes forward. */
export function terminalLogger(stream: TerminalStream, colors: Colors, now: () => number): Logger {
  let unfinished = false;
  let lastProgress = -Infinity;
  const line = (text: string): void => {
    stream.write(`${unfinished ? CLEAR_LINE : ''}${text}\n`);
    unfinished = false;
  };
  return {
    info: (message) => {
      line(harmless(message));
    },
    notice: (message) => {
      line(harmless(message));
    },
    warning: (message) => {
      line(`${colors.yellow('warning:')} ${harmless(message)}`);
    },
    error: (message) => {
      line(`${colors.red('error:')} ${harmless(message)}`);
    },
    progress: (message) => {
      if (stream.isTTY === true) {
        const text = harmless(message).slice(0, Math.max(1, (stream.columns ?? 80) - 1));
        stream.write(`${CLEAR_LINE}${text}`);
        unfinished = true;
      } else if (now() - lastProgress >= PROGRESS_EVERY_MS) {
        lastProgress = now();
        line(harmless(message));
      }
    },
  };
}

/** Names from models and branches reach messages; line breaks are ours. */
const harmless = (message: string): string =>
  message
    .split('\n')
    .map((text) => terminalText(text))
    .join('\n');
