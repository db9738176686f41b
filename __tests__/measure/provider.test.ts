import { describe, expect, it } from '@jest/globals';
import { adviceFor, runtimeNameOf } from '../../src/measure/provider.js';

describe('a provider that does not start', () => {
  it.each([
    ['webgpu', 'linux', 'libvulkan1'],
    ['cuda', 'linux', 'node script/install.js --onnxruntime-node-install=cuda12'],
    ['tensorrt', 'linux', 'TensorRT 10'],
    ['directml', 'linux', 'Only Windows has it'],
    ['dml', 'darwin', 'Only Windows has it'],
    ['directml', 'win32', 'DirectX 12'],
    ['coreml', 'linux', 'Only macOS has it'],
    ['coreml', 'darwin', 'macOS 10.15'],
    ['webgp', 'linux', 'Did you mean webgpu?'],
    ['constructor', 'linux', 'Choose one of cpu, webgpu'],
  ] as const)('%s on %s: %s', (provider, platform, said) => {
    expect(adviceFor(provider, platform)).toContain(said);
  });

  it('is called as ONNX Runtime calls it only towards ONNX Runtime', () => {
    expect(['directml', 'dml', 'webgpu', 'toString'].map(runtimeNameOf)).toEqual([
      'dml',
      'dml',
      'webgpu',
      'toString',
    ]);
  });
});
