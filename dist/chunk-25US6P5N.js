import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/measure/channel.ts
var CHANNEL_FD = 3;
var LIFELINE_FD = 4;
var MAX_LINE_BYTES = 64 * 2 ** 20;
var NEWLINE = 10;
var LineCutter = class {
  constructor(maxBytes = MAX_LINE_BYTES) {
    this.maxBytes = maxBytes;
  }
  maxBytes;
  #parts = [];
  #held = 0;
  /** @throws RangeError when a line grows beyond the bound. */
  feed(chunk) {
    const lines = [];
    let rest = chunk;
    for (let end = rest.indexOf(NEWLINE); end !== -1; end = rest.indexOf(NEWLINE)) {
      this.#hold(rest.subarray(0, end));
      lines.push(Buffer.concat(this.#parts).toString("utf8"));
      this.#parts = [];
      this.#held = 0;
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) this.#hold(rest);
    return lines;
  }
  #hold(part) {
    this.#held += part.length;
    if (this.#held > this.maxBytes) throw new RangeError(`a line is longer than ${this.maxBytes} bytes`);
    this.#parts.push(part);
  }
};

export {
  CHANNEL_FD,
  LIFELINE_FD,
  LineCutter
};
