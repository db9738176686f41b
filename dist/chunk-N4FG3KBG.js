import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  nearestOf
} from "./chunk-JL2467QE.js";

// src/measure/provider.ts
var CUDA = 'It needs an NVIDIA driver, CUDA 12 and cuDNN 9, and the libraries that onnxruntime-node does not bring along: in its folder run "node script/install.js --onnxruntime-node-install=cuda12", or let the action install it with provider: cuda';
var PROVIDERS = {
  cpu: { next: "Install onnxruntime-node for this platform beside efficiency-gate." },
  webgpu: {
    next: "It needs a graphics driver that it finds: on Linux libvulkan.so.1 (package libvulkan1) and a Vulkan driver of the vendor, or a software driver named in VK_DRIVER_FILES; see docs/accelerators.md."
  },
  cuda: { next: `${CUDA}; see docs/accelerators.md.` },
  tensorrt: { next: `${CUDA}, and TensorRT 10 itself; see docs/accelerators.md.` },
  directml: {
    only: { platform: "win32", name: "Windows" },
    next: "It needs a graphics card with DirectX 12 and its driver."
  },
  coreml: {
    only: { platform: "darwin", name: "macOS" },
    next: "It needs macOS 10.15 or later; choose cpu or webgpu where it does not start."
  }
};
var ALIASES = { dml: "directml" };
var RUNTIME_NAMES = { directml: "dml" };
var runtimeNameOf = (provider) => Object.hasOwn(RUNTIME_NAMES, provider) ? RUNTIME_NAMES[provider] ?? provider : provider;
function adviceFor(provider, platform = process.platform) {
  const name = Object.hasOwn(ALIASES, provider) ? ALIASES[provider] ?? provider : provider;
  const known = Object.hasOwn(PROVIDERS, name) ? PROVIDERS[name] : void 0;
  if (known === void 0) {
    const near = nearestOf(name, Object.keys(PROVIDERS));
    return near === void 0 ? `Choose one of ${Object.keys(PROVIDERS).join(", ")}.` : `Did you mean ${near}? Known are ${Object.keys(PROVIDERS).join(", ")}.`;
  }
  if (known.only !== void 0 && known.only.platform !== platform)
    return `Only ${known.only.name} has it: run it there, or choose cpu or webgpu here.`;
  return known.next;
}
var NVIDIA_PROVIDERS = /* @__PURE__ */ new Set(["cuda", "tensorrt"]);

export {
  runtimeNameOf,
  adviceFor,
  NVIDIA_PROVIDERS
};
