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

export function workerEnvironment(env: Readonly<NodeJS.ProcessEnv>): NodeJS.ProcessEnv {
  const allowed = ALLOWED.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]] as const]));
  return { ...Object.fromEntries(allowed), ...QUIET_RUNTIME };
}
