/** The terminal's logger: everything goes to standard error, so that standard output holds the answer alone. */
import type { Colors } from 'picocolors/types.js';
import type { Logger } from '../logger.js';

export interface TerminalStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const CLEAR_LINE = '\r\u001B[K';

export function terminalLogger(stream: TerminalStream, colors: Colors): Logger {
  const interactive = stream.isTTY === true;
  let unfinished = false;
  const line = (text: string): void => {
    stream.write(`${unfinished ? CLEAR_LINE : ''}${text}\n`);
    unfinished = false;
  };
  return {
    info: line,
    notice: (message) => {
      line(message);
    },
    warning: (message) => {
      line(`${colors.yellow('warning:')} ${message}`);
    },
    error: (message) => {
      line(`${colors.red('error:')} ${message}`);
    },
    progress: (message) => {
      if (!interactive) {
        line(message);
        return;
      }
      stream.write(`${CLEAR_LINE}${message}`);
      unfinished = true;
    },
  };
}
