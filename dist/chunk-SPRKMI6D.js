import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  killGroup
} from "./chunk-UJMUDRG3.js";
import {
  GateError
} from "./chunk-K3FV7RGY.js";

// src/revisions/git-process.ts
import { spawn } from "node:child_process";
import { once } from "node:events";
import { stat } from "node:fs/promises";
import { Transform, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";

// src/revisions/git.ts
var GitFailure = class extends Error {
  constructor(args, status, stderr) {
    const line = /^(?:fatal|error|git): .*$/m.exec(stderr)?.[0];
    super(line ?? `git ${args[0] ?? ""} ended with status ${String(status)}`);
    this.status = status;
    this.stderr = stderr;
  }
  status;
  stderr;
  name = "GitFailure";
};

// src/revisions/git-process.ts
var MOST_OUTPUT = 256 * 2 ** 20;
var MOST_STDERR = 64 * 1024;
var TIMEOUT_S = 120;
var SETTINGS = ["core.hooksPath=/dev/null", "core.fsmonitor=false", "gc.auto=0", "maintenance.auto=false"];
var HARMLESS = {
  LC_ALL: "C",
  GIT_TERMINAL_PROMPT: "0",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_LITERAL_PATHSPECS: "1",
  // What a commit is said to hold is what it holds.
  GIT_NO_REPLACE_OBJECTS: "1",
  // A pointer that is to be resolved is resolved.
  GIT_LFS_SKIP_SMUDGE: "0"
};
var LOCATING = /* @__PURE__ */ new Set(["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX"]);
function createGit({ folder, env, signal }) {
  const inherited = Object.fromEntries(Object.entries(env).filter(([name]) => !LOCATING.has(name)));
  return async (args, options = {}) => {
    signal?.throwIfAborted();
    const child = spawn("git", [...SETTINGS.flatMap((setting) => ["-c", setting]), ...args], {
      cwd: folder,
      env: { ...inherited, ...HARMLESS },
      // A process group of its own, so that killing reaches the transports that it starts.
      detached: true,
      windowsHide: true
    });
    const kill = () => {
      killGroup(child);
    };
    const timeoutS = options.timeoutS ?? TIMEOUT_S;
    const deadline = AbortSignal.timeout(timeoutS * 1e3);
    const signals = AbortSignal.any(signal === void 0 ? [deadline] : [deadline, signal]);
    signals.addEventListener("abort", kill, { once: true });
    try {
      return await converse(child, args, options, kill);
    } catch (thrown) {
      signal?.throwIfAborted();
      if (deadline.aborted) throw tooLate(args, timeoutS);
      throw await explainStart(thrown, folder);
    } finally {
      signals.removeEventListener("abort", kill);
    }
  };
}
async function converse(child, args, { maxBytes = MOST_OUTPUT, input, into }, kill) {
  const chunks = [];
  let stderr = Buffer.alloc(0);
  child.stderr.on("data", (chunk) => {
    stderr = Buffer.concat([stderr, chunk]).subarray(-MOST_STDERR);
  });
  child.stdin.on("error", () => void 0);
  child.stdin.end(input);
  const ended = once(child, "close");
  const output = pipeline(child.stdout, bounded(args, maxBytes), into ?? collector(chunks));
  output.catch(kill);
  const [end, transfer] = await Promise.allSettled([ended, output]);
  if (end.status === "rejected") throw end.reason;
  if (transfer.status === "rejected") throw transfer.reason;
  const [status] = end.value;
  if (status !== 0) throw new GitFailure(args, status, stderr.toString("utf8"));
  return { stdout: Buffer.concat(chunks) };
}
function collector(chunks) {
  return new Writable({
    write(chunk, _encoding, done) {
      chunks.push(chunk);
      done();
    }
  });
}
function bounded(args, maxBytes) {
  let bytes = 0;
  return new Transform({
    transform(chunk, _encoding, done) {
      bytes += chunk.length;
      if (bytes <= maxBytes) done(null, chunk);
      else
        done(
          new GateError(
            "revision",
            `git ${args[0] ?? ""} answered with more than ${maxBytes} bytes.`,
            TOO_LARGE
          )
        );
    }
  });
}
var TOO_LARGE = 'The repository holds more than this tool takes; compare the files with "efficiency-gate compare".';
var tooLate = (args, timeoutS) => new GateError(
  "revision",
  `git ${args[0] ?? ""} did not end within ${timeoutS} s and was killed.`,
  'Check the network and the remote "origin"; a full checkout (fetch-depth: 0) needs no fetching.'
);
async function explainStart(thrown, folder) {
  if (thrown.code !== "ENOENT" || !thrown.syscall?.startsWith("spawn")) {
    return thrown;
  }
  const there = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false
  );
  return there ? new GateError(
    "revision",
    "Git is not installed, or not in PATH.",
    'Install git, or compare two files with "efficiency-gate compare".'
  ) : new GateError("revision", `${folder} is no folder.`, "Run in the checked-out repository.");
}

// src/revisions/commits.ts
var COMMIT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
var NO_NAME = /^$|[\p{Cc}:]/u;
async function ask(git, args, timeoutS) {
  try {
    const { stdout } = await git(args, timeoutS === void 0 ? {} : { timeoutS });
    return stdout.toString("utf8").trim();
  } catch (thrown) {
    if (thrown instanceof GitFailure) return null;
    throw thrown;
  }
}
async function requireRepository(git) {
  try {
    await git(["rev-parse", "--git-dir"]);
  } catch (cause) {
    if (!(cause instanceof GitFailure)) throw cause;
    const owned = cause.stderr.includes("dubious ownership");
    throw new GateError(
      "revision",
      owned ? "Git does not read this repository: it belongs to another user." : "This is no git repository.",
      owned ? "Run git config --global --add safe.directory with the folder of the repository." : 'Run in a checked-out repository (in a workflow: after actions/checkout), or compare two files with "efficiency-gate compare".',
      { cause }
    );
  }
}
async function findCommit(git, name) {
  if (NO_NAME.test(name)) return null;
  return ask(git, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`]);
}
async function parentsOf(git, sha) {
  const { stdout } = await git(["cat-file", "commit", "--end-of-options", sha]);
  const [headers = ""] = stdout.toString("latin1").split("\n\n", 1);
  return headers.split("\n").flatMap((line) => line.startsWith("parent ") ? [line.slice("parent ".length)] : []);
}

// src/revisions/remote.ts
var REMOTE = "origin";
var NETWORK_TIMEOUT_S = 600;
var FULL_CHECKOUT = 'In a workflow, set "fetch-depth: 0" in actions/checkout; elsewhere, run "git fetch origin" first.';
async function ensureCommit(git, sha, label) {
  if (!COMMIT_ID.test(sha)) throw new TypeError(`no commit id: ${JSON.stringify(sha)}`);
  const here = await findCommit(git, sha);
  if (here !== null) return here;
  try {
    await fetchCommits(git, [sha], await isShallow(git) ? ["--depth=1"] : []);
  } catch (cause) {
    if (!(cause instanceof GitFailure)) throw cause;
    throw new GateError(
      "revision",
      `The commit ${sha.slice(0, 12)} (${label}) is not in this clone, and fetching it failed: ${cause.message}.`,
      FULL_CHECKOUT,
      { cause }
    );
  }
  const fetched = await findCommit(git, sha);
  if (fetched !== null) return fetched;
  throw new GateError("revision", `${sha.slice(0, 12)} (${label}) is no commit.`, FULL_CHECKOUT);
}
async function resolveCommit(git, name) {
  const here = await findCommit(git, name) ?? await findCommit(git, `refs/remotes/${REMOTE}/${name}`);
  if (here !== null) return here;
  if (COMMIT_ID.test(name)) return ensureCommit(git, name, "named by its id");
  const remote = NO_NAME.test(name) ? null : await remoteCommit(git, [`refs/heads/${name}`, `refs/tags/${name}`]);
  if (remote !== null) return ensureCommit(git, remote.sha, name);
  throw new GateError(
    "revision",
    `There is no branch, tag or commit ${JSON.stringify(name)}, neither in this clone nor at ${REMOTE}.`,
    `Check the name. ${FULL_CHECKOUT}`
  );
}
var DEFAULT_BRANCHES = ["main", "master"].flatMap((name) => [
  `refs/remotes/${REMOTE}/${name}`,
  `refs/heads/${name}`
]);
async function defaultBranch(git) {
  const symbolic = await ask(git, ["symbolic-ref", "--quiet", `refs/remotes/${REMOTE}/HEAD`]);
  for (const ref of [...symbolic === null ? [] : [symbolic], ...DEFAULT_BRANCHES]) {
    const sha = await findCommit(git, ref);
    if (sha !== null) return { sha, label: ref.replace(/^refs\/(remotes|heads)\//, "") };
  }
  const remote = await remoteCommit(git, ["HEAD"]);
  return remote === null ? null : { sha: await ensureCommit(git, remote.sha, remote.label), label: remote.label };
}
async function remoteCommit(git, refs) {
  const answer = await ask(
    git,
    ["ls-remote", "--symref", "--end-of-options", REMOTE, ...refs],
    NETWORK_TIMEOUT_S
  );
  const lines = (answer ?? "").split("\n").map((line) => line.split("	"));
  for (const ref of refs) {
    const found = lines.find(([sha = "", name]) => name === ref && COMMIT_ID.test(sha))?.[0];
    const target = lines.find(([word = "", name]) => name === ref && word.startsWith("ref: "))?.[0];
    const label = (target?.slice("ref: ".length) ?? ref).replace(/^refs\/(heads|tags)\//, "");
    if (found !== void 0) return { sha: found, label };
  }
  return null;
}
var isShallow = async (git) => await ask(git, ["rev-parse", "--is-shallow-repository"]) === "true";
async function fetchCommits(git, shas, depth) {
  const quiet = ["--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules"];
  await git(["fetch", ...quiet, ...depth, "--end-of-options", REMOTE, ...shas], {
    timeoutS: NETWORK_TIMEOUT_S
  });
}

// src/revisions/text.ts
import { posix } from "node:path";

// src/revisions/blob.ts
import { createWriteStream } from "node:fs";
import { stat as stat2 } from "node:fs/promises";
var MAX_BLOB_BYTES = 64 * 2 ** 30;
var BLOB_TIMEOUT_S = 1800;
async function blobSize(git, oid) {
  const { stdout } = await git(["cat-file", "-s", "--end-of-options", oid], { timeoutS: BLOB_TIMEOUT_S });
  return Number(stdout.toString("latin1"));
}
async function readBlob(git, oid, maxBytes) {
  const { stdout } = await git(["cat-file", "blob", "--end-of-options", oid], { maxBytes });
  return stdout;
}
async function writeBlob(git, oid, file, label) {
  const bytes = await blobSize(git, oid);
  if (bytes > MAX_BLOB_BYTES) throw tooLarge(label, bytes);
  await git(["cat-file", "blob", "--end-of-options", oid], {
    into: createWriteStream(file, { flags: "wx", mode: 384 }),
    maxBytes: bytes,
    timeoutS: BLOB_TIMEOUT_S
  });
  const { size } = await stat2(file);
  if (size !== bytes) {
    throw new GateError(
      "revision",
      `git gave ${size} of the ${bytes} bytes of ${label}.`,
      'Check the repository with "git fsck", and that the disk is not full.'
    );
  }
}
var tooLarge = (label, bytes) => new GateError(
  "revision",
  `${label} has ${bytes} bytes; more than ${MAX_BLOB_BYTES / 2 ** 30} GiB are not taken.`,
  "Compare such models with base-model and head-model, outside of git."
);

// src/revisions/tree.ts
async function readTree(git, sha) {
  const { stdout } = await git(["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", sha]);
  return parseTree(stdout);
}
function parseTree(listing) {
  const entries = /* @__PURE__ */ new Map();
  for (let start = 0; start < listing.length; ) {
    const end = listing.indexOf(0, start);
    const tab = listing.indexOf("	", start);
    const [mode = "", , oid = ""] = listing.toString("latin1", start, tab).split(" ");
    const path = decodePath(listing.subarray(tab + 1, end));
    entries.set(path, { path, kind: kindOf(mode), oid });
    start = end + 1;
  }
  return entries;
}
function kindOf(mode) {
  if (mode === "120000") return "symlink";
  return mode === "160000" ? "submodule" : "file";
}
var utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
function decodePath(bytes) {
  try {
    return utf8.decode(bytes);
  } catch {
    return Array.from(
      bytes,
      (byte) => byte < 128 ? String.fromCharCode(byte) : `\\x${byte.toString(16)}`
    ).join("");
  }
}

// src/revisions/text.ts
var MAX_TEXT_BYTES = 256 * 1024;
async function readTextAt(git, sha, file, mostBytes = MAX_TEXT_BYTES) {
  const path = posix.normalize(file);
  if (path.startsWith("../") || posix.isAbsolute(path)) return null;
  const { stdout } = await git(["ls-tree", "-r", "-z", "--full-tree", sha, "--", path]);
  const entry = parseTree(stdout).get(path);
  if (entry === void 0) return null;
  const place = `${path} at ${sha.slice(0, 7)}`;
  if (entry.kind !== "file") {
    throw new GateError("revision", `${place} is a ${entry.kind}, not a file.`, "Commit a regular file.");
  }
  if (await blobSize(git, entry.oid) > mostBytes) {
    throw new GateError(
      "revision",
      `${place} is larger than ${mostBytes / 1024} KiB.`,
      "Name the right file, or make it smaller."
    );
  }
  const bytes = await readBlob(git, entry.oid, mostBytes);
  return bytes.toString("utf8");
}

export {
  GitFailure,
  createGit,
  ask,
  requireRepository,
  findCommit,
  parentsOf,
  FULL_CHECKOUT,
  ensureCommit,
  resolveCommit,
  defaultBranch,
  isShallow,
  fetchCommits,
  MAX_BLOB_BYTES,
  blobSize,
  readBlob,
  writeBlob,
  tooLarge,
  readTree,
  decodePath,
  readTextAt
};
