/** What of our environment a command of the configuration may see: what programs need, and no secrets. */

const ALLOWED = new Set([
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'LANG', 'LANGUAGE', 'TZ', 'TERM', 'CI'],
  ...['TMPDIR', 'TEMP', 'TMP', 'SYSTEMROOT', 'COMSPEC', 'PATHEXT', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA'],
  ...['LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH', 'PKG_CONFIG_PATH', 'XDG_RUNTIME_DIR', 'XDG_CACHE_HOME'],
  // Python, as actions/setup-python, virtual environments and conda leave it; Node.
  ...['PYTHONPATH', 'pythonLocation', 'VIRTUAL_ENV', 'CONDA_PREFIX', 'CONDA_DEFAULT_ENV', 'NODE_PATH'],
  // Accelerators, and how many processors are employed.
  ...[
    'CUDA_HOME',
    'CUDA_PATH',
    'CUDA_VISIBLE_DEVICES',
    'NVIDIA_VISIBLE_DEVICES',
    'NVIDIA_DRIVER_CAPABILITIES',
  ],
  ...['ROCM_PATH', 'HIP_VISIBLE_DEVICES', 'VK_DRIVER_FILES', 'VK_ICD_FILENAMES'],
  ...['OMP_NUM_THREADS', 'MKL_NUM_THREADS', 'OPENBLAS_NUM_THREADS'],
]);
const LOCALE = /^LC_[A-Z]+$/;

/** The runner's own, which are nobody else's business, whatever the configuration says. */
const OF_THE_RUNNER =
  /^(ACTIONS_|INPUT_|STATE_)|^(GITHUB_TOKEN|GH_TOKEN|GITHUB_ENV|GITHUB_PATH|GITHUB_OUTPUT)$/i;

export const isOfTheRunner = (name: string): boolean => OF_THE_RUNNER.test(name);

/**
 * @param env Our own environment.
 * @param named Variables that the configuration lets through beside the usual ones.
 */
export function commandEnvironment(
  env: Readonly<NodeJS.ProcessEnv>,
  named: readonly string[],
): NodeJS.ProcessEnv {
  const passes = (name: string): boolean =>
    ALLOWED.has(name) || LOCALE.test(name) || (named.includes(name) && !isOfTheRunner(name));
  return Object.fromEntries(Object.entries(env).filter(([name]) => passes(name)));
}
