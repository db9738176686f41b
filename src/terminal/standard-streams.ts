/** What becomes of a program whose readers go away, or whose output has no place left. */
import { EXIT } from '../errors.js';

/**
 * A reader that has seen enough, such as `head` or a pager, takes nothing from the result: the rest is written to
 * nobody, and the exit status is the result's. An output that cannot be written is a failure of its own, for what the
 * caller finds in it is cut.
 */
export function outliveReaders({ stdout, stderr }: Pick<NodeJS.Process, 'stdout' | 'stderr'>): void {
  stderr.on('error', () => undefined);
  stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') return;
    stderr.write(
      `error: The output cannot be written: ${message}\nMake room there, or send it somewhere else.\n`,
    );
    process.exit(EXIT.unmeasured);
  });
}
