import { describe, expect, it } from '@jest/globals';
import { defaultConfig, parseConfig, withOverrides } from '../../src/config.js';
import { workerEnvironment } from '../../src/measure/worker-environment.js';

describe('the card to measure on', () => {
  it.each([
    ['device: 1', '1'],
    ['device: GPU-8f6d2c1e-0000', 'GPU-8f6d2c1e-0000'],
    ['threads: 2', null],
  ])('%s', (text, device) => {
    expect(parseConfig(text, 'a test').device).toBe(device);
  });

  it('is what this run says, over what the file says', () => {
    expect(withOverrides(parseConfig('device: 1', 'a test'), { device: '0' }).device).toBe('0');
    expect(withOverrides(defaultConfig(), { device: 'GPU-8f6d2c1e' }).device).toBe('GPU-8f6d2c1e');
  });

  it.each(['device: -1', 'device: "0; rm"', 'device: [0, 1]'])('is no such thing: %s', (text) => {
    expect(() => parseConfig(text, 'a test')).toThrow(expect.objectContaining({ kind: 'config' }));
  });

  it('is the only one that a worker sees, whatever we see', () => {
    const env = { PATH: '/bin', CUDA_VISIBLE_DEVICES: '0,1', VK_DRIVER_FILES: '/icd.json', SECRET: 's' };
    expect(workerEnvironment(env)).toMatchObject({
      CUDA_VISIBLE_DEVICES: '0,1',
      VK_DRIVER_FILES: '/icd.json',
    });
    expect(workerEnvironment(env, 'GPU-1')).toMatchObject({ CUDA_VISIBLE_DEVICES: 'GPU-1' });
    expect(workerEnvironment(env)).not.toHaveProperty('SECRET');
  });
});
