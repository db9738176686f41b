import { describe, expect, it } from '@jest/globals';
import { withBatch } from '../../src/measure/batch-dimension.js';

const input = (name: string, shape: (number | string)[]) => ({ name, type: 'float32', shape });
const NONE = { dims: {}, inputs: {} };

describe('another batch', () => {
  it('is set by the name of the dimension, in given shapes too', () => {
    const settings = { dims: { sequence: 8 }, inputs: { x: { shape: [1, 512] }, y: { value: 3 } } };
    expect(withBatch([input('x', ['batch', 512]), input('y', [])], settings, 16)).toEqual({
      dims: { sequence: 8, batch: 16 },
      inputs: { x: { shape: [16, 512] }, y: { value: 3 } },
    });
  });

  it('is the leading dimension of an image, whatever it is called', () => {
    expect(withBatch([input('image', ['unk__1', 3, 8, 8])], NONE, 4).dims).toEqual({ unk__1: 4 });
  });

  it.each([
    [[input('image', [1, 3, 8, 8])], 'the batch is fixed at 1'],
    [[input('image', ['?', 3, 8, 8])], 'no input has a named dynamic dimension'],
    [[input('tokens', ['sequence'])], 'no input has a named dynamic dimension'],
  ])('cannot be had of %j', (inputs, reason) => {
    expect(() => withBatch(inputs, NONE, 4)).toThrow(reason);
  });
});
