import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  GateError,
  messageOf
} from "./chunk-K3FV7RGY.js";

// src/regular-file.ts
import { constants } from "node:fs";
import { open } from "node:fs/promises";
async function readRegularFile(file, label, { mostBytes, unlike, unreadable }) {
  const refused = (fault) => new GateError("report", `${label} ${fault}.`, unlike);
  let handle;
  try {
    handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (cause) {
    const { code } = cause;
    if (code === "ELOOP") throw refused("is a link, which is not followed");
    throw new GateError(
      "report",
      code === "ENOENT" ? `There is no file ${label}.` : `${label} cannot be read: ${messageOf(cause)}.`,
      unreadable,
      { cause }
    );
  }
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw refused("is no regular file");
    if (stats.size > mostBytes) throw refused(`is larger than ${mostBytes / 1024 / 1024} MiB`);
    return await handle.readFile("utf8");
  } finally {
    await handle.close();
  }
}

export {
  readRegularFile
};
