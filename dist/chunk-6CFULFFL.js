import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  documentOf
} from "./chunk-7PLQM42J.js";
import {
  GateError,
  messageOf
} from "./chunk-K3FV7RGY.js";

// src/publish/files.ts
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
async function writeProgress(folder, report, write = writeFile) {
  await attempt(folder, async () => {
    await mkdir(folder, { recursive: true });
    for (const name of ["report.html", "comment.md", "badge.svg", "badge.json", "badges"])
      await rm(path.join(folder, name), { recursive: true, force: true });
    for (const name of await readdir(folder))
      if (name.startsWith(DRAFT)) await rm(path.join(folder, name), { recursive: true, force: true });
  });
  await writeWhole(folder, { "report.json": documentOf(report) }, write);
}
var DRAFT = ".draft-";
async function writeFiles(folder, report, rendered) {
  const contents = {
    "report.json": documentOf(report),
    "report.html": rendered.html,
    "comment.md": rendered.comment,
    "badge.svg": rendered.badge.svg,
    "badge.json": documentOf(rendered.badge.endpoint),
    ...Object.fromEntries(rendered.badges.map(({ path: name, content }) => [`badges/${name}`, content]))
  };
  await writeWhole(folder, contents);
  return {
    report: path.join(folder, "report.json"),
    html: path.join(folder, "report.html"),
    comment: path.join(folder, "comment.md"),
    badge: path.join(folder, "badge.svg"),
    badgeEndpoint: path.join(folder, "badge.json")
  };
}
function writeDocuments(folder, documents) {
  const contents = Object.entries(documents).map(([name, document]) => [name, documentOf(document)]);
  return writeWhole(folder, Object.fromEntries(contents));
}
async function writeWhole(folder, contents, write = writeFile) {
  await attempt(folder, async () => {
    await mkdir(folder, { recursive: true });
    const draft = await mkdtemp(path.join(folder, DRAFT));
    try {
      for (const [name, content] of Object.entries(contents)) {
        for (const parent of [draft, folder])
          await mkdir(path.dirname(path.join(parent, name)), { recursive: true });
        await write(path.join(draft, name), content);
        await rename(path.join(draft, name), path.join(folder, name));
      }
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  });
}
async function attempt(folder, use) {
  try {
    await use();
  } catch (cause) {
    const full = FULL.has(cause.code ?? "");
    throw new GateError(
      "publish",
      `The report cannot be written to ${folder}: ${full ? "the disk is full. " : ""}${messageOf(cause)}.`,
      full ? "Free space, or name a folder on another disk: output-folder in a workflow, --out on the command line." : "Name a folder that this job may write to: output-folder in a workflow, --out on the command line.",
      { cause }
    );
  }
}
var FULL = /* @__PURE__ */ new Set(["ENOSPC", "EDQUOT"]);

export {
  writeProgress,
  writeFiles,
  writeDocuments
};
