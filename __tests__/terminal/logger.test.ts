import { describe, expect, it } from '@jest/globals';
import pc from 'picocolors';
import type { Logger } from '../../src/logger.js';
import { terminalLogger } from '../../src/terminal/logger.js';

/** @param secondsApart How much later it is each time that somebody looks at the clock. */
function written(
  isTTY: boolean,
  use: (logger: Logger) => void,
  { colour = false, secondsApart = 0 } = {},
): string {
  let text = '';
  let now = 0;
  const stream = { isTTY, columns: 40, write: (more: string) => void (text += more) };
  use(terminalLogger(stream, pc.createColors(colour), () => (now += secondsApart * 1000)));
  return text;
}

const progress = (logger: Logger): void => {
  logger.progress('round 1');
  logger.progress('round 2');
  logger.warning('noisy');
  logger.info('done');
};

describe('the log at a terminal', () => {
  it('overwrites progress, and what comes after it begins a line', () => {
    expect(written(true, progress)).toBe(
      '\r\u001B[Kround 1\r\u001B[Kround 2\r\u001B[Kwarning: noisy\ndone\n',
    );
  });

  it('marks warnings and errors by word as well as by colour', () => {
    const use = (logger: Logger): void => {
      logger.warning('slow');
      logger.error('gone');
    };
    expect(written(true, use, { colour: true })).toBe(
      '\u001B[33mwarning:\u001B[39m slow\n\u001B[31merror:\u001B[39m gone\n',
    );
  });
});

describe('the log in a pipe', () => {
  it('has no control characters, and a line of progress now and then only', () => {
    expect(written(false, progress)).toBe('round 1\nwarning: noisy\ndone\n');
    expect(written(false, progress, { secondsApart: 20 })).toBe('round 1\nround 2\nwarning: noisy\ndone\n');
  });
});

describe('what a model calls itself', () => {
  it.each([true, false])('cannot move the cursor or begin a line of its own (terminal: %s)', (isTTY) => {
    const text = written(isTTY, (logger) => {
      logger.warning('evil\u001B[2J\rpassed');
      logger.progress('evil\u001B]0;title\u0007');
    });
    expect(text.replaceAll('\r\u001B[K', '').replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });
});
