/**
 * The logger of a workflow run. The runner reads commands from the log (`::error::`, `##[group]`), so text from
 * models, branches and files must never look like one.
 */
import type { Logger } from '../logger.js';

/** Seconds between progress lines: a workflow's log keeps every line. */
const PROGRESS_EVERY_MS = 10_000;

/** What of `@actions/core` the logger needs. */
export interface RunnerLog {
  info(message: string): void;
  notice(message: string): void;
  warning(message: string): void;
  error(message: string): void;
}

/**
 * @param runner The toolkit; its notice, warning and error become annotations.
 * @param now Milliseconds on a clock that only goes forward.
 */
export function actionLogger(runner: RunnerLog, now: () => number): Logger {
  let lastProgress = -Infinity;
  return {
    info: (message) => {
      runner.info(harmless(message));
    },
    notice: (message) => {
      runner.notice(harmless(message));
    },
    warning: (message) => {
      runner.warning(harmless(message));
    },
    error: (message) => {
      runner.error(harmless(message));
    },
    progress: (message) => {
      if (now() - lastProgress < PROGRESS_EVERY_MS) return;
      lastProgress = now();
      runner.info(harmless(message));
    },
  };
}

/** The text with workflow commands broken up, and what is not seen shown as `�`, but for line breaks and tabs. */
export function harmless(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '\u{FFFD}')
    .replace(/^(\s*):(?=:)/gmu, '$1: ')
    .replace(/##(?=\w*\[)/g, '## ');
}
