import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LineCutter } from '../../src/measure/channel.js';

describe('cutting lines', () => {
  it('gives the same lines however the bytes are cut', () => {
    const line = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\n', ' '));
    fc.assert(
      fc.property(fc.array(line), fc.integer({ min: 1, max: 7 }), (lines, step) => {
        const bytes = Buffer.from(lines.map((each) => `${each}\n`).join(''));
        const cutter = new LineCutter();
        const heard: string[] = [];
        for (let at = 0; at < bytes.length; at += step)
          heard.push(...cutter.feed(bytes.subarray(at, at + step)));
        expect(heard).toEqual(lines);
      }),
    );
  });

  it('keeps an unfinished line to itself', () => {
    const cutter = new LineCutter();
    expect(cutter.feed(Buffer.from('one\ntw'))).toEqual(['one']);
    expect(cutter.feed(Buffer.from('o\n'))).toEqual(['two']);
  });

  it('refuses a line beyond the bound, also one that never ends', () => {
    const cutter = new LineCutter(8);
    expect(cutter.feed(Buffer.from('12345678\n'))).toEqual(['12345678']);
    expect(() => {
      for (let i = 0; i < 3; i += 1) cutter.feed(Buffer.from('1234'));
    }).toThrow(RangeError);
  });
});
