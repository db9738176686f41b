import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { actionLogger, harmless } from '../../src/action/logger.js';

/** What the runner takes for a command: `::` at the start of a line, or `##[` anywhere. */
const COMMAND = /^\s*::|##\[/m;

describe('text in the log', () => {
  it('is left alone when it is harmless', () => {
    const text = 'model a::b.onnx\n  latency: 1.2 ms\tok';
    expect(harmless(text)).toBe(text);
  });

  it.each([
    '::error::x',
    'a\n  ::set-output name=x::y',
    'a\r::stop-commands::t',
    'x ##[error]y',
    ':::error::',
  ])('cannot be a workflow command: %j', (text) => {
    expect(harmless(text)).not.toMatch(COMMAND);
  });

  it('is no command whatever is in it, and carries no terminal escapes', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(':', '#', '[', '\n', '\r', ' ', 'a', '\u001b', '\u00a0', '\u0085'),
    });
    fc.assert(
      fc.property(nasty, (text) => {
        expect(harmless(text)).not.toMatch(COMMAND);
        expect(harmless(text)).not.toMatch(/(?![\n\t])\p{Cc}/u);
      }),
      { seed: 1 },
    );
  });
});

describe('the action logger', () => {
  it('passes each level on and prints progress at most every ten seconds', () => {
    const lines: string[] = [];
    const level = (name: string) => (message: string) => void lines.push(`${name} ${message}`);
    let now = 0;
    const logger = actionLogger(
      { info: level('info'), notice: level('notice'), warning: level('warning'), error: level('error') },
      () => now,
    );
    logger.notice('n');
    logger.warning('w');
    logger.error('::e');
    for (const at of [0, 9_999, 10_000, 10_001]) {
      now = at;
      logger.progress(`at ${at}`);
    }
    expect(lines).toEqual(['notice n', 'warning w', 'error : :e', 'info at 0', 'info at 10000']);
  });
});
