/** The real child processes behind `RunCommand`. */
import { execFile } from 'node:child_process';
import type { CommandResult, RunCommand } from './runtime-install.js';

const MAX_OUTPUT = 1024 * 1024;

/** Runs a program without a shell, but on Windows, where npm is a batch file that only a shell can start. */
export const runCommand: RunCommand = (program, parameters, { cwd, env, timeoutMs, signal }) =>
  new Promise<CommandResult>((resolve) => {
    const options = {
      cwd,
      env,
      signal,
      timeout: timeoutMs,
      maxBuffer: MAX_OUTPUT,
      shell: process.platform === 'win32',
    };
    execFile(program, parameters, options, (error, _stdout, stderr) => {
      if (error === null) resolve({ code: 0, stderr });
      else if (error.code === 'ENOENT') resolve({ code: null, stderr });
      else
        resolve({
          code: typeof error.code === 'number' ? error.code : 1,
          stderr: stderr === '' ? error.message : stderr,
        });
    });
  });
