/** Execution providers: as users call them, as ONNX Runtime does, and what each needs to start. Pure. */
import { nearestOf } from '../nearest.js';

interface Provider {
  /** The only system that has it; left out: any. */
  readonly only?: { readonly platform: NodeJS.Platform; readonly name: string };
  /** What a user can do when it does not start. */
  readonly next: string;
}

const CUDA =
  'It needs an NVIDIA driver, CUDA 12 and cuDNN 9, and the libraries that onnxruntime-node does not bring along: in its folder run "node script/install.js --onnxruntime-node-install=cuda12", or let the action install it with provider: cuda';

const PROVIDERS: Readonly<Record<string, Provider>> = {
  cpu: { next: 'Install onnxruntime-node for this platform beside efficiency-gate.' },
  webgpu: {
    next: 'It needs a graphics driver that it finds: on Linux libvulkan.so.1 (package libvulkan1) and a Vulkan driver of the vendor, or a software driver named in VK_DRIVER_FILES; see docs/accelerators.md.',
  },
  cuda: { next: `${CUDA}; see docs/accelerators.md.` },
  tensorrt: { next: `${CUDA}, and TensorRT 10 itself; see docs/accelerators.md.` },
  directml: {
    only: { platform: 'win32', name: 'Windows' },
    next: 'It needs a graphics card with DirectX 12 and its driver.',
  },
  coreml: {
    only: { platform: 'darwin', name: 'macOS' },
    next: 'It needs macOS 10.15 or later; choose cpu or webgpu where it does not start.',
  },
};

/** Words for the same. */
const ALIASES: Readonly<Record<string, string>> = { dml: 'directml' };
const RUNTIME_NAMES: Readonly<Record<string, string>> = { directml: 'dml' };

/** What ONNX Runtime calls a provider: `dml` what users know as DirectML. */
export const runtimeNameOf = (provider: string): string =>
  Object.hasOwn(RUNTIME_NAMES, provider) ? (RUNTIME_NAMES[provider] ?? provider) : provider;

/** What to do when a provider does not start on this system. */
export function adviceFor(provider: string, platform: NodeJS.Platform = process.platform): string {
  const name = Object.hasOwn(ALIASES, provider) ? (ALIASES[provider] ?? provider) : provider;
  const known = Object.hasOwn(PROVIDERS, name) ? PROVIDERS[name] : undefined;
  if (known === undefined) {
    const near = nearestOf(name, Object.keys(PROVIDERS));
    return near === undefined
      ? `Choose one of ${Object.keys(PROVIDERS).join(', ')}.`
      : `Did you mean ${near}? Known are ${Object.keys(PROVIDERS).join(', ')}.`;
  }
  if (known.only !== undefined && known.only.platform !== platform)
    return `Only ${known.only.name} has it: run it there, or choose cpu or webgpu here.`;
  return known.next;
}

/** Providers that run on NVIDIA cards and on nothing else. */
export const NVIDIA_PROVIDERS: ReadonlySet<string> = new Set(['cuda', 'tensorrt']);
