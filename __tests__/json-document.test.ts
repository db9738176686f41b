import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { documentOf } from '../src/json-document.js';

describe('a JSON document', () => {
  it('keeps lists of numbers on one line and everything else indented', () => {
    expect(documentOf({ runs: [1.5, -2, 3e-7], names: ['a', 'b'], none: [] })).toBe(
      '{\n  "runs": [1.5, -2, 3e-7],\n  "names": [\n    "a",\n    "b"\n  ],\n  "none": []\n}\n',
    );
  });

  it('says what was given, whatever text it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(documentOf(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    const awkward = { text: '[\n  1,\n  2\n]', lists: [[1, 2], [[3]], [{ a: [4] }]] };
    expect(JSON.parse(documentOf(awkward))).toEqual(awkward);
  });
});
