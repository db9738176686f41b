import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HOSTILE_TEXTS } from '../fixtures/hostile-texts.js';
import {
  escapeMarkup,
  htmlCode,
  htmlText,
  markdownCode,
  markdownText,
  plainName,
  terminalText,
} from '../../src/render/escape.js';

const ESCAPES = { htmlCode, htmlText, markdownCode, markdownText, plainName, terminalText };
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\u3164\ufeff]/u;
/** Markdown that is left when code spans, whose content means nothing, are taken out. */
const outsideCode = (markdown: string): string => markdown.replace(/`[^`]+`/g, 'code');

describe('a plain text', () => {
  it.each([
    ['models/vad.onnx', '`models/vad.onnx`'],
    ['Größe 漢字.onnx', '`Größe 漢字.onnx`'],
  ])('%s reads the same as a name', (name, code) => {
    expect(markdownCode(name)).toBe(code);
    expect(terminalText(name)).toBe(name);
  });

  it('reads the same as prose, intervals and paths included', () => {
    const prose =
      'Trade-off: the head has 0.88 times the median latency [0.85, 0.92], but 1.28 times the bytes (2.31 MB against 1.81 MB) in models/vad.onnx; 12 % fewer MACs.';
    expect(markdownText(prose)).toBe(prose);
    expect(htmlText('90th-percentile latency')).toBe('90th-percentile latency');
  });

  it('shows words with meaning to Markdown as code, punctuation outside', () => {
    expect(markdownText('raise (latency_p50), see https://x.example.')).toBe(
      'raise (`latency_p50`), see `https://x.example`.',
    );
  });
});

describe('a hostile text', () => {
  it.each(HOSTILE_TEXTS)('%j loses what cannot be seen and stays on one line', (text) => {
    for (const escape of Object.values(ESCAPES)) {
      expect(escape(text)).not.toMatch(UNSEEN);
      expect(escape(text)).not.toMatch(/[\r\n]/);
    }
  });

  it.each(HOSTILE_TEXTS)('%j is one code span as a name, also in a table cell', (text) => {
    expect(markdownCode(text)).toMatch(/^`[^`|]+`$/);
  });

  it.each(HOSTILE_TEXTS)('%j links, mentions and marks up nothing as prose', (text) => {
    const prose = outsideCode(markdownText(text));
    expect(prose).not.toMatch(/[@#<>&|*_~`$^{}]/);
    expect(prose).not.toMatch(/\/\/|www\.|gh-\d|\]\(|\]:|\]\[|:\w+:|[0-9a-f]{40}/i);
    expect(prose).not.toMatch(/^([-+]|\d+[.)]|-+|=+)( |$)/);
  });

  it.each(HOSTILE_TEXTS)('%j makes no element of HTML', (text) => {
    expect(htmlCode(text)).toMatch(/^<code>[^<>"']*<\/code>$/);
    expect(htmlText(text).replace(/<\/?code>/g, '')).not.toMatch(/[<>"']/);
    expect(htmlText(text).replace(/<code>[^<]*<\/code>/g, '')).not.toMatch(/@|\/\/|www\./);
  });

  it('shows what it hides', () => {
    expect(terminalText('exe\u202egpj.onnx')).toBe('exe\\u{202e}gpj.onnx');
    expect(terminalText('\u001b[31mred')).toBe('\\u{1b}[31mred');
    expect(markdownCode('a`b|c')).toBe('`a\\u{60}b\\u{7c}c`');
  });
});

describe('any text', () => {
  const hostile = fc
    .array(fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: 'binary' })), { maxLength: 6 })
    .map((parts) => parts.join(''));

  it('comes out safe, whatever it is made of', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const escape of Object.values(ESCAPES)) expect(escape(text)).not.toMatch(UNSEEN);
        expect(outsideCode(markdownText(text))).not.toMatch(/[@#<>&|*_~`$^{}]|\/\/|www\./i);
        expect(markdownCode(text)).toMatch(/^(`[^`|]+`|\(no name\))$/);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('is cut in the middle when it is long, and its ends are kept', () => {
    const name = `models/${'deep/'.repeat(100_000)}vad.onnx`;
    expect(markdownCode(name)).toMatch(/^`models\/deep.*….*deep\/vad\.onnx`$/);
    expect(markdownCode(name).length).toBeLessThan(200);
    expect(terminalText('🙂'.repeat(5000))).not.toMatch(UNSEEN);
  });

  it('has no name when there is nothing to see', () => {
    expect(markdownCode(' \n ')).toBe('(no name)');
  });

  it('is escaped for attributes as well as for elements', () => {
    expect(escapeMarkup(`<a href="x">&'`)).toBe('&#60;a href=&#34;x&#34;&#62;&#38;&#39;');
  });
});
