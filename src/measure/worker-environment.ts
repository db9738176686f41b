/** What of our environment a worker may see: what processes and accelerators need, and no secrets. */

const ALLOWED = [
  'PATH',
  'HOME',
  'LANG',
  'TZ',
  'TMPDIR',
  'LD_LIBRARY_PATH',
  'DYLD_LIBRARY_PATH',
  'XDG_RUNTIME_DIR',
  'VK_DRIVER_FILES',
  'VK_ICD_FILENAMES',
  'CUDA_VISIBLE_DEVICES',
  'NVIDIA_VISIBLE_DEVICES',
  'NVIDIA_DRIVER_CAPABILITIES',
  'SYSTEMROOT',
  'TEMP',
  'TMP',
];

/**
 * ONNX Runtime 1.30 reports usage over the network from a thread of its own and writes logs of that into the
 * temporary folder. A measuring process does neither.
 */
const QUIET_RUNTIME = { ORT_DISABLE_TELEMETRY: '1' };

/**
 * glibc's allocator adapts the size from which it maps memory apart, by what was freed when: the peak memory of the
 * same model then scatters by 15 % from process to process, in steps of some megabytes. Held at its initial value,
 * it repeats to 0.3 %.
 */
const STEADY_ALLOCATOR = { MALLOC_MMAP_THRESHOLD_: String(128 * 1024) };

/** @param device UUID of the only NVIDIA card that it may compute on. */
export function workerEnvironment(env: Readonly<NodeJS.ProcessEnv>, device?: string): NodeJS.ProcessEnv {
  const allowed = ALLOWED.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]] as const]));
  const chosen = device === undefined ? {} : { CUDA_VISIBLE_DEVICES: device };
  return { ...Object.fromEntries(allowed), ...chosen, ...QUIET_RUNTIME, ...STEADY_ALLOCATOR };
}
