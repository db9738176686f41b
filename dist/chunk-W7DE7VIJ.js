import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  GateError,
  messageOf
} from "./chunk-K3FV7RGY.js";

// src/read-text.ts
import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
var MOST_BYTES = 512 * 1024 * 1024;
async function readText(file, kind, label) {
  try {
    if ((await stat(file)).size > MOST_BYTES) throw new RangeError("larger than 512 MiB");
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new GateError(
      kind,
      existsSync(file) ? `${label} cannot be read: ${messageOf(cause)}.` : `There is no file ${label}.`,
      "Check the path.",
      { cause }
    );
  }
}

export {
  readText
};
