/** What every command runs with. */
import type { Logger } from '../logger.js';
import type { TerminalStream } from './logger.js';

export interface CommandContext {
  /** For the answer alone. */
  readonly stdout: TerminalStream;
  readonly logger: Logger;
  readonly env: Readonly<NodeJS.ProcessEnv>;
  readonly cwd: string;
  /** The folder of the bundle, where worker.js lies. */
  readonly bundle: string;
  readonly signal: AbortSignal;
  readonly colour: boolean;
  /** Columns. */
  readonly width: number;
}
