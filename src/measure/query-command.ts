/** Programs of the system that are asked once and answer with a few lines. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Runs a program to its end. @returns its standard output. @throws Error when it fails. */
export type QueryCommand = (program: string, args: readonly string[]) => Promise<string>;

const LIMIT = { timeout: 20_000, maxBuffer: 2 ** 20 };

export const queryCommand: QueryCommand = async (program, args) =>
  (await promisify(execFile)(program, [...args], LIMIT)).stdout;
