#!/usr/bin/env node
/** Command-line entry. */
import { runCommandLine } from './terminal/program.js';
import { outliveReaders } from './terminal/standard-streams.js';

outliveReaders(process);

process.exitCode = await runCommandLine(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  bundle: import.meta.dirname,
});
