import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  copyModel,
  countSide,
  digestModel,
  failureOfOne,
  openSide,
  planFiles,
  refuseInterrupted,
  runGate,
  takeShard
} from "./chunk-D3LUUDMS.js";
import {
  externalDataLocations
} from "./chunk-W6X2LAOO.js";
import {
  timingDecisions
} from "./chunk-SG2RIEEX.js";
import {
  baseFault,
  declaredSides,
  parseDeclared,
  parseIfAny,
  readDeclaredSides
} from "./chunk-EKFA445O.js";
import {
  readClaims
} from "./chunk-DVAEFYOK.js";
import {
  FULL_CHECKOUT,
  GitFailure,
  MAX_BLOB_BYTES,
  ask,
  blobSize,
  createGit,
  decodePath,
  defaultBranch,
  ensureCommit,
  fetchCommits,
  findCommit,
  isShallow,
  parentsOf,
  readBlob,
  readTextAt,
  readTree,
  requireRepository,
  resolveCommit,
  tooLarge,
  writeBlob
} from "./chunk-SPRKMI6D.js";
import {
  killGroup,
  spawnShell
} from "./chunk-UJMUDRG3.js";
import {
  CONFIG_PATH,
  FLEET_PLAN_VERSION,
  commandEnvironment,
  defaultConfig,
  fractionSchema,
  isOwnTolerance,
  matchesAny,
  nameIn,
  namesCommands,
  parseCheckedYaml,
  parseConfig,
  scenariosFor,
  selectsModel,
  settingsFor,
  withOverrides
} from "./chunk-7PLQM42J.js";
import {
  GateError,
  messageOf
} from "./chunk-K3FV7RGY.js";
import {
  folded,
  paragraphs,
  table
} from "./chunk-JFJWRCW7.js";
import {
  grid
} from "./chunk-WNL3H32J.js";
import {
  plural
} from "./chunk-27W33HEA.js";
import {
  INDICATORS,
  QUALITY_PREFIX
} from "./chunk-75NMW4LC.js";
import {
  external_exports
} from "./chunk-ERHK3PZI.js";
import {
  htmlCode,
  markdownCode
} from "./chunk-7R35W6HB.js";

// src/plan-fleet.ts
import { availableParallelism } from "node:os";
import path from "node:path";

// src/fleet/balance.ts
function balance(costs, shards) {
  const bins = Array.from({ length: Math.max(1, Math.min(shards, costs.length)) }, () => ({
    load: 0,
    pieces: []
  }));
  const longestFirst = costs.map((cost, piece) => ({ cost, piece })).sort((one, other) => other.cost - one.cost || one.piece - other.piece);
  for (const { cost, piece } of longestFirst) {
    const [first] = bins;
    if (first === void 0) break;
    const lightest = bins.reduce(
      (least, bin) => bin.load < least.load || bin.load === least.load && bin.pieces.length < least.pieces.length ? bin : least,
      first
    );
    lightest.load += cost;
    lightest.pieces.push(piece);
  }
  return bins.map(({ pieces }) => pieces.sort((one, other) => one - other));
}

// src/fleet/expected-seconds.ts
var LEAST_S = 90;
var S_PER_GMAC = 30;
var MOST_S = 300;
var GIGA = 1e9;
function expectedSeconds(macs, budget) {
  if (budget !== "auto") return budget;
  return macs === null ? null : Math.min(LEAST_S + S_PER_GMAC * macs / GIGA, MOST_S);
}
function withUnknowns(seconds) {
  const known = seconds.filter((one) => one !== null);
  const mean = known.length === 0 ? LEAST_S : known.reduce((sum, one) => sum + one, 0) / known.length;
  return seconds.map((one) => one ?? mean);
}

// src/plan-fleet.ts
var ONE_MACHINE = {
  name: "default",
  runsOn: ["ubuntu-24.04"],
  provider: void 0,
  threads: void 0,
  budget: void 0,
  shards: 1,
  required: true
};
async function planFleet(plan, services, shards) {
  const { config, models, benchmarks = [] } = plan;
  const configured = config.machines.length === 0 ? [ONE_MACHINE] : config.machines;
  const changed = models.filter(({ status }) => status === "changed");
  const busy = changed.length + benchmarks.length > 0;
  const machines = busy ? configured : configured.slice(0, 1);
  const macs = await countAll(changed, plan, services);
  const names = [...models, ...benchmarks].map(({ name }) => name);
  const planned = machines.map((machine) => {
    const budget = machine.budget ?? config.budget;
    const measured = withUnknowns([
      ...changed.map((model) => expectedSeconds(macs.get(model) ?? null, budget)),
      ...benchmarks.map(() => expectedSeconds(null, budget))
    ]);
    const of = new Map([...changed, ...benchmarks].map(({ name }, index) => [name, measured[index] ?? 0]));
    const seconds = names.map((name) => of.get(name) ?? 0);
    return {
      name: machine.name,
      required: machine.required,
      shards: balance(seconds, shards ?? machine.shards).map((pieces) => ({
        models: pieces.map((piece) => names[piece] ?? ""),
        seconds: Math.round(pieces.reduce((sum, piece) => sum + (seconds[piece] ?? 0), 0))
      }))
    };
  });
  return {
    plan: {
      schemaVersion: FLEET_PLAN_VERSION,
      base: plan.base,
      head: plan.head,
      machines: planned,
      // Which machine can meter energy or read its card is not known: as if all could.
      decisions: timingDecisions(changed.length * machines.length, {
        metered: true,
        onDevice: changed.length * machines.length
      })
    },
    machines
  };
}
async function countAll(models, plan, services) {
  const counts = /* @__PURE__ */ new Map();
  const waiting = [...models.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next !== void 0; next = waiting.shift()) {
      refuseInterrupted(services.signal);
      const [index, model] = next;
      const folder = path.join(services.folder, `plan-${index}`);
      const macs = await countPair(model, plan, { ...services, folder });
      if (macs !== null) counts.set(model, macs);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  refuseInterrupted(services.signal);
  return counts;
}
async function countPair(model, plan, services) {
  try {
    const macs = [];
    for (const role of ["base", "head"]) {
      const opened = await openSide(model[role], role, services.folder);
      const inspected = await countSide(opened, model, plan, services);
      macs.push(inspected?.profile.counts.macs.value ?? null);
    }
    const [base = null, head = null] = macs;
    return base === null || head === null ? null : (base + head) / 2;
  } catch (thrown) {
    failureOfOne(thrown);
    return null;
  }
}

// src/plan-benchmarks.ts
function planBenchmarks({ benchmarks }, { base, head }, changed, workshop) {
  const source = (revision) => ({
    sha: revision.sha,
    open: () => workshop.at(revision)
  });
  return benchmarks.filter(({ paths }) => changed === null || changed.some((file) => matchesAny(paths, file))).map(({ name, command, timeoutS }) => ({
    name,
    command,
    timeoutS,
    env: workshop.env,
    base: base === null ? null : source(base),
    head: source(head)
  }));
}

// src/plan-built-models.ts
import path3 from "node:path";

// src/revisions/matching.ts
import { posix } from "node:path";
function matchModels(base, head) {
  const rules = [
    { key: ({ path: path7 }) => path7, ambiguous: "leave" },
    { key: ({ path: path7, oid }) => `${oid} ${posix.basename(path7)}`, ambiguous: "in order" },
    { key: ({ oid }) => oid, ambiguous: "in order" },
    { key: ({ path: path7 }) => posix.basename(path7), ambiguous: "leave" }
  ];
  return rules.reduce((open, rule) => withMatches(open, counterparts(open, rule)), {
    matches: [],
    removed: base,
    added: head
  });
}
function withMatches({ matches, removed, added }, found) {
  const taken = new Set(found.flatMap(({ base, head }) => [base, head]));
  const open = (models) => models.filter((model) => !taken.has(model));
  return { matches: [...matches, ...found], removed: open(removed), added: open(added) };
}
function counterparts({ removed, added }, { key, ambiguous }) {
  const candidates = groupBy(added, key);
  return [...groupBy(removed, key)].flatMap(([shared, bases]) => {
    const heads = candidates.get(shared) ?? [];
    if (ambiguous === "leave" && (bases.length > 1 || heads.length > 1)) return [];
    return bases.flatMap((base, index) => {
      const head = heads[index];
      return head === void 0 ? [] : [{ base, head }];
    });
  });
}
function groupBy(models, key) {
  const groups = /* @__PURE__ */ new Map();
  for (const model of models) groups.set(key(model), [...groups.get(key(model)) ?? [], model]);
  return groups;
}

// src/revisions/working-files.ts
import { readdir } from "node:fs/promises";
import path2 from "node:path";
var SKIPPED = /* @__PURE__ */ new Set([".git", "node_modules", "site-packages"]);
async function filesIn(folder, below = "") {
  const entries = await readdir(path2.join(folder, below), { withFileTypes: true });
  const files = [];
  for (const entry of entries) {
    const place = path2.posix.join(below, entry.name);
    if (entry.isFile()) files.push(place);
    else if (entry.isDirectory() && !SKIPPED.has(entry.name)) files.push(...await filesIn(folder, place));
  }
  return files.sort();
}

// src/plan-built-models.ts
var BUILD = "build-command";
async function planBuiltModels(config, { base, head }, declared, workshop) {
  try {
    const before = base === null ? [] : await builtModels(config, base, workshop);
    const after = await builtModels(config, head, workshop);
    return pair(before, after, config, declared);
  } catch (thrown) {
    if (!(thrown instanceof GateError) || thrown.kind !== "command") throw thrown;
    const source = { path: BUILD, open: () => Promise.reject(thrown) };
    const { threads, provider } = config;
    const scenario = {
      name: null,
      settings: settingsFor(config, BUILD),
      session: { threads, provider }
    };
    return [{ name: BUILD, scenario, status: "changed", base: source, head: source, warnings: [] }];
  }
}
async function builtModels(config, revision, workshop) {
  const folder = await workshop.at(revision);
  const models = [];
  for (const place of await filesIn(folder)) {
    if (!selectsModel(config, place)) continue;
    const file = path3.join(folder, ...place.split("/"));
    models.push({ path: place, folder, sha: revision.sha, oid: await contentOf(file, place, revision) });
  }
  return models;
}
async function contentOf(file, place, { sha }) {
  try {
    return await digestModel(file, place);
  } catch (thrown) {
    if (!(thrown instanceof GateError)) throw thrown;
    return `${sha} ${place}`;
  }
}
function pair(before, after, config, declared) {
  const { matches, removed, added } = matchModels(before, after);
  const folders = new Map([...before, ...after].map((model) => [model, model.folder]));
  const source = (model) => ({
    path: model.path,
    // What a build left there is not what we measure: a background process of it could exchange the file.
    open: (folder) => copyModel(folders.get(model) ?? "", model.path, folder)
  });
  const sides = [
    ...matches.map(({ base, head }) => ({ name: head.path, base, head })),
    ...removed.map((base) => ({ name: base.path, base, head: null })),
    ...added.map((head) => ({ name: head.path, base: null, head }))
  ].sort((one, other) => one.name < other.name ? -1 : 1);
  return sides.flatMap(({ name, base, head }) => {
    const moved = base !== null && head !== null && base.path !== head.path;
    const status = statusOf(base, head);
    if (status === "identical" && !moved) return [];
    return scenariosFor(config, name).map((scenario) => ({
      name: nameIn(scenario, name),
      scenario,
      status,
      base: base === null ? null : source(base),
      head: head === null ? null : source(head),
      declared: declaredSides(declared, { base: base?.path ?? null, head: head?.path ?? null }),
      warnings: moved ? [`${name} was ${base.path} in the base.`] : []
    }));
  });
}
function statusOf(base, head) {
  if (base === null) return "added";
  if (head === null) return "removed";
  return base.oid === head.oid ? "identical" : "changed";
}

// src/plan-quality.ts
function planQuality(models, { base, head }, { evaluate }) {
  if (evaluate === null || base === null) return models;
  const sides = { base: () => evaluate(base), head: () => evaluate(head) };
  return models.map((model) => model.status === "changed" ? { ...model, evaluate: sides } : model);
}

// src/pull-request-claims.ts
var MOST_CLAIMS = 100;
var claimsOfTexts = (texts) => eachOnce(
  texts.flatMap(
    ({ source, text }) => readClaims(text).map((claim) => ({ ...claim, source, repeatedIn: [] }))
  )
);
function eachOnce(claims) {
  const found = /* @__PURE__ */ new Map();
  for (const claim of claims) {
    const { direction, magnitude, indicators, source, repeatedIn } = claim;
    const key = JSON.stringify([direction, magnitude, indicators]);
    const earlier = found.get(key);
    if (earlier === void 0 && found.size === MOST_CLAIMS) continue;
    const more = earlier === void 0 ? repeatedIn : [...earlier.repeatedIn, source, ...repeatedIn];
    found.set(key, { ...earlier ?? claim, repeatedIn: more });
  }
  return [...found.values()];
}
function ofCommits(claims) {
  return claims.flatMap((claim) => {
    const [source, ...repeatedIn] = [claim.source, ...claim.repeatedIn].filter(
      ({ kind }) => kind === "commit"
    );
    return source === void 0 ? [] : [{ ...claim, source, repeatedIn }];
  });
}

// src/revisions/changes.ts
async function changedFiles(git, base, head) {
  const { stdout } = await git([
    ...["diff-tree", "-r", "-z", "--name-only", "--no-renames", "--no-ext-diff", "--no-textconv"],
    ...["--end-of-options", base, head]
  ]);
  const paths = [];
  for (let start = 0; start < stdout.length; ) {
    const end = stdout.indexOf(0, start);
    paths.push(decodePath(stdout.subarray(start, end)));
    start = end + 1;
  }
  return paths;
}

// src/revisions/messages.ts
var MOST_COMMITS = 250;
var MOST_BYTES = 512 * 1024;
async function commitMessages(git, base, head) {
  const parameters = [
    "log",
    "-z",
    "--no-merges",
    "--no-color",
    "--no-show-signature",
    "--no-notes",
    "--encoding=UTF-8",
    "--format=%H %P%n%B",
    `--max-count=${MOST_COMMITS + 1}`,
    head,
    ...base === null ? [] : [`^${base}`],
    "--"
  ];
  try {
    const { stdout } = await git(parameters, { maxBytes: MOST_BYTES });
    const found = stdout.toString("utf8").split("\0").filter((entry) => entry !== "").map(parseEntry);
    const messages = found.slice(0, MOST_COMMITS).map(({ sha, text }) => ({ sha, text }));
    if (found.length > MOST_COMMITS)
      return { messages, missing: `there are more than ${MOST_COMMITS} commits` };
    const cutOff = found.some(({ parents }) => parents === "") && await isShallow2(git);
    return { messages, missing: cutOff ? SHALLOW : null };
  } catch (thrown) {
    if (thrown instanceof GitFailure) return { messages: [], missing: thrown.message };
    if (thrown instanceof GateError && thrown.kind === "revision")
      return { messages: [], missing: thrown.message };
    throw thrown;
  }
}
var SHALLOW = "the clone is shallow; with fetch-depth: 0 all are read";
function parseEntry(entry) {
  const end = entry.indexOf("\n");
  const [sha = "", ...parents] = entry.slice(0, end).trim().split(" ");
  return { sha, parents: parents.join(" "), text: entry.slice(end + 1).trim() };
}
var isShallow2 = async (git) => await ask(git, ["rev-parse", "--is-shallow-repository"]) === "true";

// src/revisions/models.ts
import { mkdtemp, rm } from "node:fs/promises";
import path5 from "node:path";

// src/revisions/lfs.ts
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
var POINTER_BYTES = 1024;
var VERSION = /^version https:\/\/(?:git-lfs|hawser)\.github\.com\/spec\/v1\n/;
var DOWNLOAD_TIMEOUT_S = 1800;
function parsePointer(bytes) {
  if (bytes.length >= POINTER_BYTES) return null;
  const text = Buffer.from(bytes).toString("latin1");
  const sha256 = /^oid sha256:([0-9a-f]{64})$/m.exec(text)?.[1];
  const size = /^size (\d{1,15})$/m.exec(text)?.[1];
  if (!VERSION.test(text) || sha256 === void 0 || size === void 0) return null;
  return { sha256, size: Number(size) };
}
async function writePointed(git, pointer, file, label) {
  const promised = parsePointer(pointer);
  if (promised === null) throw new TypeError(`${label} is no LFS pointer`);
  if (promised.size > MAX_BLOB_BYTES) throw tooLarge(label, promised.size);
  await requireLfs(git, label);
  const into = createWriteStream(file, { flags: "wx", mode: 384 });
  try {
    const maxBytes = Math.max(promised.size, POINTER_BYTES);
    await git(["lfs", "smudge"], { input: pointer, into, maxBytes, timeoutS: DOWNLOAD_TIMEOUT_S });
  } catch (cause) {
    if (!(cause instanceof GitFailure)) throw cause;
    throw unresolved(label, "git-lfs could not get it", cause);
  }
  const { size } = await stat(file);
  if (size !== promised.size)
    throw unresolved(label, `git-lfs gave ${size} bytes instead of ${promised.size}`);
  if (await sha256Of(file) !== promised.sha256)
    throw unresolved(label, "what git-lfs gave has another SHA-256");
}
async function requireLfs(git, label) {
  try {
    await git(["lfs", "version"]);
  } catch (cause) {
    if (!(cause instanceof GitFailure)) throw cause;
    throw new GateError(
      "revision",
      `${label} is a Git LFS pointer, and git-lfs is not installed.`,
      'Install git-lfs, and check out with "lfs: true" in actions/checkout.',
      { cause }
    );
  }
}
var unresolved = (label, why, cause) => new GateError(
  "revision",
  `${label} is a Git LFS pointer that could not be resolved: ${why}${cause === void 0 ? "" : ` (${cause.message})`}.`,
  'Check out with "lfs: true" in actions/checkout, or run "git lfs fetch --all" in the repository.',
  { cause }
);
async function sha256Of(file) {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

// src/revisions/content.ts
async function writeContent(git, oid, file, label) {
  try {
    if (await blobSize(git, oid) < POINTER_BYTES) {
      const bytes = await readBlob(git, oid, POINTER_BYTES);
      if (parsePointer(bytes) !== null) {
        await writePointed(git, bytes, file, label);
        return;
      }
    }
    await writeBlob(git, oid, file, label);
  } catch (cause) {
    if (!(cause instanceof GitFailure)) throw cause;
    throw new GateError(
      "revision",
      `git cannot read ${label}: ${cause.message}.`,
      'Fetch the repository again, or check it with "git fsck".',
      { cause }
    );
  }
}

// src/revisions/likeness.ts
var MAX_COMPARED_BYTES = 256 * 2 ** 20;
var MAX_COMPARED_MODELS = 100;
var SIMILARITY = "50%";
async function alikeModels(git, removed, added) {
  const [before] = removed;
  const [after] = added;
  const candidates = [...removed, ...added];
  if (before === void 0 || after === void 0 || candidates.length > MAX_COMPARED_MODELS) return [];
  for (const { oid } of candidates) if (await blobSize(git, oid) > MAX_COMPARED_BYTES) return [];
  const { stdout } = await git([
    ...["diff-tree", "-r", "-z", "--name-status", "--no-ext-diff", "--no-textconv", "--diff-filter=R"],
    ...[`--find-renames=${SIMILARITY}`, before.sha, after.sha, "--", ...candidates.map(({ path: path7 }) => path7)]
  ]);
  return parseRenames(stdout).flatMap(([from, to]) => {
    const base = removed.find(({ path: path7 }) => path7 === from);
    const head = added.find(({ path: path7 }) => path7 === to);
    return base === void 0 || head === void 0 ? [] : [{ base, head }];
  });
}
function parseRenames(listing) {
  const fields = splitAtNul(listing);
  const renames = [];
  for (let at = 0; at + 2 < fields.length; at += 3)
    renames.push([fields[at + 1] ?? "", fields[at + 2] ?? ""]);
  return renames;
}
function splitAtNul(listing) {
  const fields = [];
  for (let start = 0; start < listing.length; ) {
    const end = listing.indexOf(0, start);
    fields.push(decodePath(listing.subarray(start, end)));
    start = end + 1;
  }
  return fields;
}

// src/revisions/materialise.ts
import { mkdir } from "node:fs/promises";
import path4 from "node:path";
async function materialise(git, model, tree, folder, externalDataIn) {
  const name = path4.posix.basename(model.path);
  const file = path4.join(folder, name);
  await writeContent(git, model.oid, file, placeOf(model.path, model));
  const locations = new Set(await externalDataIn(file, placeOf(model.path, model)));
  locations.delete(name);
  for (const location of locations) await writeExternalData(git, model, tree, folder, location);
  return file;
}
async function writeExternalData(git, model, tree, folder, location) {
  const refuse = (why, next) => new GateError(
    "model",
    `${placeOf(model.path, model)} refers to external data at ${JSON.stringify(location)}, ${why}.`,
    next
  );
  if (!staysInside(location)) {
    throw refuse("which is no path inside its folder", "Export the model with its data beside it.");
  }
  const source = path4.posix.join(path4.posix.dirname(model.path), location);
  const entry = tree.get(source);
  if (entry === void 0) throw refuse("which is not in that commit", "Commit the data with the model.");
  if (entry.kind !== "file") throw refuse(`which is a ${entry.kind}`, "Commit the data itself.");
  const target = path4.join(folder, ...location.split("/"));
  await mkdir(path4.dirname(target), { recursive: true, mode: 448 });
  await writeContent(git, entry.oid, target, placeOf(source, model));
}
function staysInside(location) {
  const segments = location.split(/[/\\]/);
  return segments.every((segment) => !["", ".", ".."].includes(segment) && !/[\0:]/.test(segment));
}
var placeOf = (place, { sha }) => `${place} at ${sha.slice(0, 7)}`;

// src/revisions/pairing.ts
import { posix as posix2 } from "node:path";
async function pairModels(base, head, questions) {
  const before = base ?? { sha: "", tree: /* @__PURE__ */ new Map() };
  let matching = matchModels(modelsOf(before, questions.selects), modelsOf(head, questions.selects));
  const { removed, added } = matching;
  if (removed.length > 0 && added.length > 0) {
    matching = withMatches(matching, await questions.alike(removed, added));
  }
  const changed = changedPaths(before.tree, head.tree).filter(
    (path7) => !(questions.selects(path7) && path7.endsWith(".onnx"))
  );
  const pairs = [];
  for (const match of matching.matches) {
    const same = await sameBytes(match, before.tree, head.tree, changed, questions.externalDataOf);
    const renamedFrom = match.base.path === match.head.path ? null : match.base.path;
    pairs.push({ name: match.head.path, status: same ? "identical" : "changed", renamedFrom, ...match });
  }
  for (const model of matching.removed) {
    pairs.push({ name: model.path, status: "removed", renamedFrom: null, base: model, head: null });
  }
  for (const model of matching.added) {
    pairs.push({ name: model.path, status: "added", renamedFrom: null, base: null, head: model });
  }
  return pairs.sort((one, other) => one.name < other.name ? -1 : 1);
}
function modelsOf({ tree, sha }, selects) {
  return [...tree.values()].filter(({ kind, path: path7 }) => kind === "file" && selects(path7)).map(({ path: path7, oid }) => ({ path: path7, oid, sha }));
}
function changedPaths(base, head) {
  const paths = /* @__PURE__ */ new Set([...base.keys(), ...head.keys()]);
  return [...paths].filter((path7) => base.get(path7)?.oid !== head.get(path7)?.oid);
}
async function sameBytes({ base, head }, baseTree, headTree, changed, externalDataOf) {
  if (base.oid !== head.oid) return false;
  const [from, to] = [posix2.dirname(base.path), posix2.dirname(head.path)];
  if (from === to && !changed.some((path7) => lies(path7, to))) return true;
  const locations = await externalDataOf(head);
  return locations.every(
    (location) => baseTree.get(posix2.join(from, location))?.oid === headTree.get(posix2.join(to, location))?.oid
  );
}
var lies = (path7, folder) => folder === "." || path7.startsWith(`${folder}/`);

// src/revisions/models.ts
async function modelsOfRange(git, { base, head }, { selects, externalDataIn, folder }) {
  const headSide = await readSide(git, head.sha);
  const baseSide = base === null ? null : await readSide(git, base.sha);
  const treeOf = ({ sha }) => sha === baseSide?.sha ? baseSide.tree : headSide.tree;
  const warnings = strangers(headSide.tree, baseSide?.tree, selects);
  const pairs = await pairModels(baseSide, headSide, {
    selects,
    alike: (removed, added) => alikeModels(git, removed, added),
    externalDataOf: async (model) => {
      const label = placeOf(model.path, model);
      try {
        return await withFolder(folder, async (own) => {
          const file = path5.join(own, "model.onnx");
          await writeContent(git, model.oid, file, label);
          return externalDataIn(file, label);
        });
      } catch (thrown) {
        if (!(thrown instanceof GateError)) throw thrown;
        if (thrown.kind !== "model") warnings.push(`External data was not looked for: ${thrown.message}`);
        return [];
      }
    }
  });
  return {
    pairs,
    warnings,
    open: (model, into) => materialise(git, model, treeOf(model), into, externalDataIn)
  };
}
var readSide = async (git, sha) => ({ sha, tree: await readTree(git, sha) });
async function withFolder(parent, use) {
  const folder = await mkdtemp(path5.join(parent, "model-"));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
var IN_WORDS = { symlink: "a symbolic link", submodule: "a submodule", file: "a file" };
function strangers(head, base, selects) {
  return [...head.values()].filter(
    ({ kind, path: place, oid }) => kind !== "file" && base?.get(place)?.oid !== oid && selects(place)
  ).map(({ kind, path: place }) => `${place} is ${IN_WORDS[kind]}, not a model file: it is not compared.`);
}

// src/revisions/merge-base.ts
var DEEPENINGS = [64, 512, 4096];
async function mergeBase(git, one, other) {
  const known = () => ask(git, ["merge-base", "--end-of-options", one, other]);
  for (const commits of DEEPENINGS) {
    const found2 = await known();
    if (found2 !== null || !await isShallow(git)) return found2;
    await deepen(git, [one, other], commits);
  }
  const found = await known();
  if (found !== null || !await isShallow(git)) return found;
  throw new GateError(
    "revision",
    `The history in this shallow clone does not reach back to where ${one.slice(0, 12)} and ${other.slice(0, 12)} parted.`,
    FULL_CHECKOUT
  );
}
async function deepen(git, shas, commits) {
  const failures = [];
  for (const sha of shas) {
    try {
      await fetchCommits(git, [sha], [`--deepen=${commits}`]);
    } catch (failure) {
      if (!(failure instanceof GitFailure)) throw failure;
      failures.push(failure);
    }
  }
  const [cause] = failures;
  if (failures.length < shas.length || !(cause instanceof GitFailure)) return;
  throw new GateError(
    "revision",
    `The history of this shallow clone cannot be fetched: ${cause.message}.`,
    FULL_CHECKOUT,
    { cause }
  );
}

// src/revisions/refs.ts
function planRange(event, explicit, checkedOut) {
  const byEvent = eventRange(event, checkedOut);
  const head = explicit.head === void 0 ? byEvent.head : named(explicit.head);
  if (explicit.base !== void 0) return { head, base: { how: "merge base", commit: named(explicit.base) } };
  if (explicit.head === void 0) return byEvent;
  return { head, base: event.kind === "pull_request" ? mergeBase2(event) : DEFAULT_BASE };
}
var DEFAULT_BASE = { how: "merge base with the default branch" };
var named = (ref) => ({ ref, label: ref });
function eventRange(event, { sha, parents }) {
  switch (event.kind) {
    case "pull_request": {
      const { baseRef, headRef, headSha } = event;
      const [into, merged] = parents;
      if (parents.length === 2 && into !== void 0 && merged === headSha) {
        return {
          head: { sha, label: `${headRef} merged into ${baseRef}` },
          base: { how: "exactly", commit: { sha: into, label: baseRef } }
        };
      }
      return { head: { sha: headSha, label: headRef }, base: mergeBase2(event) };
    }
    case "push": {
      const { ref, beforeSha, afterSha } = event;
      const label = ref.replace(/^refs\/(heads|tags)\//, "");
      return {
        head: afterSha === null ? null : { sha: afterSha, label },
        base: beforeSha === null ? { how: "first parent" } : { how: "before the push", commit: { sha: beforeSha, label: `${label} before the push` } }
      };
    }
    case "merge_group":
      return {
        head: { sha: event.headSha, label: event.headRef },
        base: { how: "exactly", commit: { sha: event.baseSha, label: event.baseRef } }
      };
    case "workflow_dispatch":
    case "none":
      return { head: { sha, label: "HEAD" }, base: DEFAULT_BASE };
  }
}
var mergeBase2 = ({ baseSha, baseRef }) => ({
  how: "merge base",
  commit: { sha: baseSha, label: baseRef }
});

// src/revisions/range.ts
async function resolveRange(git, event, explicit) {
  await requireRepository(git);
  const checkedOut = await findCommit(git, "HEAD");
  if (checkedOut === null) {
    throw new GateError("revision", "The repository has no commit yet.", "Commit the models first.");
  }
  const wanted = planRange(event, explicit, { sha: checkedOut, parents: await parentsOf(git, checkedOut) });
  if (wanted.head === null) {
    throw new GateError(
      "revision",
      "The push deleted its branch: there is nothing to judge.",
      "Run on pushes that leave a branch."
    );
  }
  const head = await lookUp(git, wanted.head);
  return { head, ...await findBase(git, wanted.base, head) };
}
async function findBase(git, wanted, head) {
  switch (wanted.how) {
    case "exactly":
      return { base: await lookUp(git, wanted.commit), warnings: [] };
    case "first parent":
      return { base: await firstParent(git, head), warnings: [] };
    case "before the push":
      return beforePush(git, wanted.commit, head);
    case "merge base":
      return parting(git, await lookUp(git, wanted.commit), head);
    case "merge base with the default branch": {
      const branch = await defaultBranch(git);
      if (branch !== null) return parting(git, branch, head);
      throw new GateError(
        "revision",
        "There is no default branch to compare with: neither origin/HEAD nor main nor master is known.",
        "Say what to compare with: --base REF, or base-ref in the action."
      );
    }
  }
}
async function lookUp(git, wanted) {
  const { label } = wanted;
  return {
    sha: "sha" in wanted ? await ensureCommit(git, wanted.sha, label) : await resolveCommit(git, wanted.ref),
    label
  };
}
async function firstParent(git, head) {
  const [parent] = await parentsOf(git, head.sha);
  if (parent === void 0) return null;
  const label = `first parent of ${head.label}`;
  return { sha: await ensureCommit(git, parent, label), label };
}
async function beforePush(git, wanted, head) {
  try {
    return { base: await lookUp(git, wanted), warnings: [] };
  } catch (thrown) {
    if (!(thrown instanceof GateError)) throw thrown;
    const base = await firstParent(git, head);
    return { base, warnings: [`${thrown.message} Compared with ${base?.label ?? "nothing"} instead.`] };
  }
}
async function parting(git, branch, head) {
  const sha = await mergeBase(git, branch.sha, head.sha);
  if (sha === null) {
    return {
      base: branch,
      warnings: [
        `${head.label} and ${branch.label} have no history in common: they are compared as they are.`
      ]
    };
  }
  const label = sha === branch.sha ? branch.label : `where ${head.label} left ${branch.label}`;
  return { base: { sha, label }, warnings: [] };
}

// src/waivers.ts
var WAIVERS_PATH = ".github/efficiency-waivers.yml";
var MOST_WAIVERS = 200;
var line = external_exports.string().trim().min(1).max(500).regex(new RegExp("^\\P{Cc}+$", "u"), "expected one line");
var INDICATOR_IDS = new Set(INDICATORS.map(({ id }) => id));
var indicator = external_exports.string().max(200).refine(
  (id) => INDICATOR_IDS.has(id) || id.startsWith(QUALITY_PREFIX) || isOwnTolerance(id),
  "expected the id of an indicator such as latency_p50, quality.NAME or benchmarks.NAME.INDICATOR"
);
var bound = external_exports.union(
  [
    fractionSchema.transform((relative) => ({ relative })),
    external_exports.strictObject({
      relative: fractionSchema.exactOptional().describe("Part of the base's value: 10% or 0.1."),
      value: external_exports.number().nonnegative().exactOptional().describe("The worst value that the head may have, in the indicator's unit.")
    }).refine(
      ({ relative, value }) => relative !== void 0 || value !== void 0,
      "expected relative, value or both"
    )
  ],
  { error: "expected a percentage such as 10%, or {value: N} for the worst value that the head may have" }
);
var waiversFileSchema = external_exports.strictObject({
  waivers: external_exports.array(
    external_exports.strictObject({
      indicator: indicator.describe(
        "Id of the indicator that may be worse: latency_p50, quality.NAME, benchmarks.NAME.INDICATOR."
      ),
      model: line.describe("Glob of model files, or the name of a benchmark: models/large/*.onnx."),
      bound: bound.describe(
        "How much worse: 10% of the base's value, or {value: N}, the worst value that the head may have, in the indicator's unit. A waiver that is exceeded does not count."
      ),
      reason: line.describe("Why it is accepted."),
      by: line.describe("Who accepts it."),
      expires: external_exports.iso.date("expected a date such as 2027-03-31").describe("The last day on which it counts, UTC: 2027-03-31.")
    })
  ).max(MOST_WAIVERS).default([]).describe("Standing cases. Each covers what matches its indicator and its model.")
});
function parseWaivers(text, origin) {
  const file = { origin, schemaFile: "schema/waivers.json", example: "docs/acknowledging.md" };
  return parseCheckedYaml(text, waiversFileSchema, file).data.waivers;
}

// src/commands/run-command.ts
import { once } from "node:events";
var KEPT_CHARACTERS = 64 * 1024;
var SHOWN_LINES = 15;
async function runCommand(request) {
  const { label, command, folder, env, timeoutS, signal, onOutput } = request;
  const failure = (what, next, printed2) => new GateError("command", `${label} ${what}: ${JSON.stringify(command)}.${lastLines(printed2)}`, next);
  const interrupted = () => signal.aborted;
  if (interrupted()) throw failure("was interrupted", "Run it again.", "");
  const child = spawnShell(command, { cwd: folder, env });
  child.stdin.on("error", () => void 0).end();
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      printed = (printed + text).slice(-KEPT_CHARACTERS);
    });
  }
  if (onOutput !== void 0) child.stdout.on("data", onOutput);
  const kill = () => {
    killGroup(child);
  };
  const deadline = AbortSignal.timeout(timeoutS * 1e3);
  const signals = AbortSignal.any([deadline, signal]);
  signals.addEventListener("abort", kill, { once: true });
  child.on("exit", kill);
  try {
    const [status] = await once(child, "close");
    if (status === 0) return printed;
    if (interrupted()) throw failure("was interrupted", "Run it again.", printed);
    if (deadline.aborted)
      throw failure(`did not end within ${timeoutS} s and was killed`, "Raise its timeout.", printed);
    const how = status === null ? "was killed" : `ended with exit status ${status}`;
    throw failure(how, "Run it by hand in a fresh checkout to see why.", printed);
  } catch (thrown) {
    if (thrown instanceof GateError) throw thrown;
    throw failure(`cannot be started (${messageOf(thrown)})`, "Check the command.", printed);
  } finally {
    signals.removeEventListener("abort", kill);
  }
}
function lastLines(printed) {
  const lines = printed.trimEnd().split("\n");
  if (lines.join("").trim() === "") return " It printed nothing.";
  return ` Its last lines:
${lines.slice(-SHOWN_LINES).map((line2) => `    ${line2}`).join("\n")}`;
}

// src/workshop.ts
var MOST_PRINTED = 64 * 2 ** 20;
function createWorkshop({ commands: { builds, buildTimeoutS, quality, env: named2 } }, { worktrees, env: ours, logger, signal }) {
  const env = commandEnvironment(ours, named2);
  const at = onceEach(async ({ sha, label }) => {
    const folder = await worktrees.at(sha);
    const place = placeOf2({ sha, label });
    for (const command2 of builds) {
      logger.info(`Building ${place}: ${command2}`);
      await runCommand({
        label: `The build command in ${place}`,
        command: command2,
        folder,
        env,
        timeoutS: buildTimeoutS,
        signal
      });
    }
    return folder;
  });
  if (quality === null) return { env, at, evaluate: null };
  const { command, timeoutS } = quality;
  const evaluate = onceEach(async (revision) => {
    const folder = await at(revision);
    const place = placeOf2(revision);
    const label = `The quality command in ${place}`;
    logger.info(`Evaluating ${place}: ${command}`);
    const printed = printedWithin(MOST_PRINTED);
    await runCommand({ label, command, folder, env, timeoutS, signal, onOutput: printed.add });
    return parseDeclared(printed.text(label), `What the quality command prints in ${place}`);
  });
  return { env, at, evaluate };
}
var placeOf2 = ({ label, sha }) => `${label} (${sha.slice(0, 7)})`;
function onceEach(work) {
  const begun = /* @__PURE__ */ new Map();
  return (revision) => {
    const known = begun.get(revision.sha) ?? work(revision);
    begun.set(revision.sha, known);
    return known;
  };
}
function printedWithin(most) {
  let printed = "";
  return {
    add: (text) => {
      if (printed.length <= most) printed += text;
    },
    text: (label) => {
      if (printed.length <= most) return printed;
      throw new GateError(
        "command",
        `${label} printed more than ${most / 2 ** 20} Mi characters.`,
        "Let it print the declaration alone, and its log on standard error."
      );
    }
  };
}

// src/plan-pull-request.ts
async function planPullRequest(request, git, folder) {
  const { repository, event, explicit, files } = request;
  if (files !== void 0) return planGivenFiles(request, files, git);
  const range = await resolveRange(git, event, explicit);
  const found = await configOf(request, range, git);
  const { config } = found;
  const declared = await declaredAt(range, config.declared, git);
  const waived = await waivedAt(range, git);
  const { workshop, warnings } = workshopOf(request, found);
  const changed = range.base === null ? null : await changedFiles(git, range.base.sha, range.head.sha);
  const atWork = changed?.length === 0 ? null : workshop;
  const models = atWork === null || config.commands.builds.length === 0 ? await committedModels(config, range, declared.files, git, folder) : { models: await planBuiltModels(config, range, declared.files, atWork), unchanged: [], warnings: [] };
  const benchmarks = atWork === null ? [] : planBenchmarks(config, range, changed, atWork);
  const measured = models.models.length + benchmarks.length > 0;
  const claimed = measured && config.claims !== "off" ? await claimedIn(range, request.texts ?? [], git) : { claims: [], warnings: [] };
  return {
    base: range.base ?? { label: "nothing", sha: null },
    head: range.head,
    models: atWork === null ? models.models : planQuality(models.models, range, atWork),
    // Beside what changed, there is something to choose from; alone they tell nothing new.
    unchanged: models.models.length === 0 ? [] : models.unchanged ?? [],
    benchmarks,
    ...config.claims === "off" ? {} : { claims: claimed.claims },
    waivers: waived.waivers,
    config,
    inputFolder: repository,
    warnings: [
      ...range.warnings,
      ...found.warnings,
      ...warnings,
      ...declared.warnings,
      ...models.warnings,
      ...claimed.warnings,
      ...waived.warnings
    ]
  };
}
function workshopOf({ commands }, { config, headsOwn }) {
  if (!namesCommands(config)) return { workshop: null, warnings: [] };
  if (commands !== void 0 && !headsOwn)
    return { workshop: createWorkshop(config, commands), warnings: [] };
  return {
    workshop: null,
    warnings: [
      "The commands (build, quality, benchmarks) of the head's own configuration were not run: they run once the base has them, or when --config names the file."
    ]
  };
}
async function committedModels(config, range, declared, git, folder) {
  const models = await modelsOfRange(git, range, {
    selects: (path7) => selectsModel(config, path7),
    externalDataIn: externalDataLocations,
    folder
  });
  const planned = (pairs) => pairs.flatMap((pair2) => plannedModels(pair2, models, config, declared));
  return {
    models: planned(models.pairs.filter(isTouched)),
    unchanged: planned(models.pairs.filter((pair2) => !isTouched(pair2))).filter(hasQuality),
    warnings: models.warnings
  };
}
var hasQuality = ({ declared }) => Object.keys(declared?.base?.quality ?? {}).length + Object.keys(declared?.head?.quality ?? {}).length > 0;
var isTouched = ({ status, renamedFrom }) => status !== "identical" || renamedFrom !== null;
function plannedModels({ name, status, renamedFrom, base, head }, models, config, declared) {
  const source = (model) => model === null ? null : { path: model.path, open: (folder) => models.open(model, folder) };
  return scenariosFor(config, name).map((scenario) => ({
    name: nameIn(scenario, name),
    scenario,
    status,
    base: source(base),
    head: source(head),
    declared: declaredSides(declared, { base: base?.path ?? null, head: head?.path ?? null }),
    warnings: renamedFrom === null ? [] : [`${name} was ${renamedFrom} in the base.`]
  }));
}
async function declaredAt({ base, head }, file, git) {
  const read = async (side, revision) => parseIfAny(
    revision === null ? null : await readTextAt(git, revision.sha, file),
    `${file} of the ${side}`
  );
  const ofHead = await read("head", head);
  try {
    return { files: { base: await read("base", base), head: ofHead }, warnings: [] };
  } catch (thrown) {
    if (!(thrown instanceof GateError) || thrown.kind !== "config") throw thrown;
    return { files: { base: null, head: ofHead }, warnings: [baseFault(thrown)] };
  }
}
async function claimedIn({ base, head }, texts, git) {
  const { messages, missing } = await commitMessages(git, base?.sha ?? null, head.sha);
  const ofCommits2 = messages.map(({ sha, text }) => ({ source: { kind: "commit", sha }, text }));
  return {
    claims: claimsOfTexts([...texts, ...ofCommits2]),
    warnings: missing === null ? [] : [`Not every commit message was read for claims: ${missing}.`]
  };
}
async function waivedAt({ base, head }, git) {
  const ofHead = await readTextAt(git, head.sha, WAIVERS_PATH);
  if (ofHead !== null) parseWaivers(ofHead, `${WAIVERS_PATH} of the head`);
  try {
    const ofBase = base === null ? null : await readTextAt(git, base.sha, WAIVERS_PATH);
    if (ofBase !== null)
      return { waivers: parseWaivers(ofBase, `${WAIVERS_PATH} of the base`), warnings: [] };
  } catch (thrown) {
    if (!(thrown instanceof GateError) || !["config", "revision"].includes(thrown.kind)) throw thrown;
    return { waivers: [], warnings: [`What the base waives does not count. ${thrown.message}`] };
  }
  const warnings = ofHead === null ? [] : [`The waivers of the head do not count before the base has ${WAIVERS_PATH}.`];
  return { waivers: [], warnings };
}
async function planGivenFiles(request, { base, head, declared: { base: ofBase, head: ofHead } = {} }, git) {
  const { repository: cwd } = request;
  const range = await rangeIfAny(request, git);
  const found = await configOf(request, range, git);
  const { config } = found;
  const declared = ofBase === void 0 && ofHead === void 0 && range !== null ? await declaredAt(range, config.declared, git) : { files: await readDeclaredSides({ base: ofBase, head: ofHead }, cwd), warnings: [] };
  const plan = planFiles({ base, head, cwd, config, trust: "foreign", declared: declared.files });
  return { ...plan, warnings: [...plan.warnings, ...found.warnings, ...declared.warnings] };
}
async function rangeIfAny({ event, explicit }, git) {
  try {
    return await resolveRange(git, event, explicit);
  } catch (thrown) {
    if (thrown instanceof GateError && thrown.kind === "revision") return null;
    throw thrown;
  }
}
async function configOf(request, range, git) {
  const found = await recordedConfig(request, range, git);
  return { ...found, config: withOverrides(found.config, request.overrides) };
}
async function recordedConfig({ config, configFile }, range, git) {
  if (config !== void 0) return { config, warnings: [], headsOwn: false };
  const file = configFile ?? CONFIG_PATH;
  const read = async (side, revision) => {
    const text = revision == null ? null : await readTextAt(git, revision.sha, file);
    return text === null ? null : parseConfig(text, `${file} of the ${side}`, file);
  };
  const ofBase = await read("base", range?.base);
  if (ofBase !== null) return { config: ofBase, warnings: [], headsOwn: false };
  const ofHead = await read("head", range?.head);
  if (ofHead !== null) {
    return {
      config: ofHead,
      warnings: [`The base has no ${file}: the head's own configuration was used.`],
      headsOwn: true
    };
  }
  if (configFile === void 0) return { config: defaultConfig(), warnings: [], headsOwn: false };
  throw new GateError(
    "config",
    `There is no ${configFile} in the base, nor in the head.`,
    "Commit it, or leave config-file out for the defaults."
  );
}

// src/revisions/worktrees.ts
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir as mkdir2, readdir as readdir2, readFile, rm as rm2, rmdir } from "node:fs/promises";
import path6 from "node:path";
var CHECKOUT_TIMEOUT_S = 1800;
async function withWorktrees(git, folder, use) {
  const made = /* @__PURE__ */ new Map();
  const leftovers = [];
  const at = async (sha) => {
    const common = await commonFolder(git);
    await forgetAbandoned(path6.join(common, "worktrees"));
    const name = `${PREFIX}${randomBytes(8).toString("hex")}`;
    const tree = path6.join(folder, "worktrees", name);
    leftovers.push(tree, path6.join(common, "worktrees", name));
    await mkdir2(path6.dirname(tree), { recursive: true, mode: 448 });
    await checkOut(git, sha, tree);
    return tree;
  };
  try {
    return await use({
      at: (sha) => {
        const known = made.get(sha) ?? at(sha);
        made.set(sha, known);
        return known;
      }
    });
  } finally {
    await Promise.allSettled(made.values());
    for (const leftover of leftovers) await rm2(leftover, { recursive: true, force: true, maxRetries: 3 });
    const [last] = leftovers.slice(-1);
    if (last !== void 0) await rmdir(path6.dirname(last)).catch(() => void 0);
  }
}
var PREFIX = "efficiency-gate-";
async function forgetAbandoned(kept) {
  const names = await readdir2(kept).catch(() => []);
  for (const name of names.filter((one) => one.startsWith(PREFIX))) {
    const folder = path6.join(kept, name);
    const tree = await readFile(path6.join(folder, "gitdir"), "utf8").catch(() => null);
    if (tree === null || existsSync(path6.dirname(tree.trim())) || existsSync(path6.join(folder, "locked")))
      continue;
    await rm2(folder, { recursive: true, force: true });
  }
}
async function checkOut(git, sha, tree) {
  const settings = (await otherFilters(git)).flatMap(
    (filter) => ["smudge=", "process=", "required=false"].flatMap((setting) => ["-c", `filter.${filter}.${setting}`])
  );
  try {
    await git([...settings, "worktree", "add", "--quiet", "--detach", "--force", tree, sha], {
      timeoutS: CHECKOUT_TIMEOUT_S
    });
  } catch (cause) {
    if (!(cause instanceof GitFailure)) throw cause;
    throw new GateError(
      "revision",
      `The files of ${sha.slice(0, 7)} cannot be checked out: ${cause.message}.`,
      'Check the repository with "git fsck", and that the disk is not full; fetch Git LFS files with "lfs: true".',
      { cause }
    );
  }
}
async function otherFilters(git) {
  const listing = await ask(git, [
    "config",
    "--name-only",
    "--get-regexp",
    String.raw`^filter\..*\.(smudge|process)$`
  ]);
  const names = (listing ?? "").split("\n").flatMap((key) => /^filter\.(.+)\.[a-z]+$/.exec(key)?.[1] ?? []);
  return [...new Set(names)].filter((name) => name !== "lfs");
}
async function commonFolder(git) {
  const { stdout } = await git(["rev-parse", "--path-format=absolute", "--git-common-dir"]);
  return stdout.toString("utf8").trim();
}

// src/gate-pull-request.ts
function gatePullRequest(request, env, services, shard) {
  return withPlan(
    request,
    env,
    services,
    (plan) => runGate(shard === void 0 ? plan : takeShard(plan, shard), services)
  );
}
function planFleetOfPullRequest(request, env, services, shards) {
  return withPlan(request, env, services, (plan) => planFleet(plan, services, shards));
}
function withPlan(request, env, services, use) {
  const { folder, logger, signal } = services;
  const git = createGit({ folder: request.repository, env, signal });
  return withWorktrees(git, folder, async (worktrees) => {
    const commands = { worktrees, env, logger, signal };
    return use(await planPullRequest({ ...request, commands }, git, folder));
  });
}

// src/fleet/matrix.ts
function matrixOf({ machines }, settings) {
  const jobs = machines.flatMap(({ name, shards }) => {
    const setting = settings.find((one) => one.name === name);
    if (setting === void 0) throw new TypeError(`the machine ${name} has no settings`);
    const { runsOn, provider, threads, budget } = setting;
    return shards.map((_shard, index) => ({
      machine: name,
      "runs-on": runsOn,
      provider: provider ?? "",
      threads: String(threads ?? ""),
      budget: String(budget ?? ""),
      shard: `${index + 1}/${shards.length}`,
      artifact: `efficiency-report-${name}-${index + 1}-of-${shards.length}`
    }));
  });
  return { include: jobs };
}

// src/render/fleet-plan.ts
var HEADINGS = ["machine", "shard", "models and benchmarks", "expected time"];
var NAMED = 100;
function rowsOf({ machines }) {
  return machines.flatMap(
    ({ name, shards }) => shards.map(({ models, seconds }, index) => ({
      machine: name,
      shard: `${index + 1}/${shards.length}`,
      models,
      time: `about ${Math.ceil(seconds / 60)} min`
    }))
  );
}
function planInWords(plan) {
  const rows = rowsOf(plan);
  const names = new Set(rows.flatMap(({ models }) => models));
  const machines = plural(plan.machines.length, "machine");
  return names.size === 0 ? "No model changed: one job says so." : `${plural(rows.length, "job")} on ${machines} for ${plural(names.size, "model or benchmark", "models or benchmarks")}.`;
}
function planTable(plan) {
  const columns = HEADINGS.map((heading, index) => ({
    heading,
    align: index < 2 ? "left" : "right"
  }));
  const rows = rowsOf(plan).map(
    ({ machine, shard, models, time }) => [machine, shard, String(models.length), time].map((text) => ({ text }))
  );
  return `${[planInWords(plan), "", ...grid(columns, rows, { indent: "", heading: (text) => text })].join("\n")}
`;
}
function planSummary(plan) {
  const rows = rowsOf(plan);
  const body = rows.map(({ machine, shard, models, time }) => [
    markdownCode(machine),
    shard,
    String(models.length),
    time
  ]);
  const named2 = rows.filter(({ models }) => models.length > 0).slice(0, NAMED).map(({ machine, shard, models }) => {
    const shown = models.slice(0, NAMED).map((name) => `- ${markdownCode(name)}`);
    const more = models.length > NAMED ? [`- ${models.length - NAMED} more, in plan.json`] : [];
    return folded(`${htmlCode(machine)} ${shard}`, [[...shown, ...more].join("\n")]);
  });
  return `${paragraphs(["### efficiency-gate: plan", planInWords(plan), table(HEADINGS, body, "llrr"), ...named2])}
`;
}

export {
  WAIVERS_PATH,
  parseWaivers,
  claimsOfTexts,
  eachOnce,
  ofCommits,
  gatePullRequest,
  planFleetOfPullRequest,
  matrixOf,
  planInWords,
  planTable,
  planSummary
};
