/** Where progress and notices go. Passed in as an argument; the action and the terminal bring their own. */
export interface Logger {
  info(message: string): void;
  notice(message: string): void;
  warning(message: string): void;
  error(message: string): void;
  /** A line that replaces the previous progress line where the medium allows it. */
  progress(message: string): void;
}

/** For tests and for callers that want no output. */
export const silentLogger: Logger = {
  info: () => undefined,
  notice: () => undefined,
  warning: () => undefined,
  error: () => undefined,
  progress: () => undefined,
};
