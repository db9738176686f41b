import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  WAIVERS_PATH,
  claimsOfTexts,
  eachOnce,
  gatePullRequest,
  matrixOf,
  ofCommits,
  parseWaivers,
  planFleetOfPullRequest,
  planInWords,
  planSummary
} from "./chunk-EFVYGV6G.js";
import "./chunk-D3LUUDMS.js";
import {
  withServices
} from "./chunk-W6X2LAOO.js";
import {
  assembleFleet,
  gatherReports,
  nothingToMerge,
  readRecordedReport,
  requireMachines
} from "./chunk-GOI5LALY.js";
import {
  conclude,
  judgeAgain,
  policyOf,
  readFleetPlan,
  timingDecisions
} from "./chunk-SG2RIEEX.js";
import "./chunk-EKFA445O.js";
import "./chunk-DVAEFYOK.js";
import "./chunk-34XW5YZY.js";
import {
  HISTORY_FILE,
  MOST_LINES,
  appendRecords,
  appendToFolder,
  follows,
  inSequence,
  isRecorded,
  linksOf,
  normalQuantile,
  readHistory,
  readHistoryFolder,
  recordedName,
  recordsOf,
  unbrokenFrom
} from "./chunk-WU4THI4R.js";
import {
  createGit,
  ensureCommit,
  findCommit,
  readTextAt,
  requireRepository
} from "./chunk-SPRKMI6D.js";
import "./chunk-UJMUDRG3.js";
import {
  exceeds,
  isMetered,
  isOnDevice,
  relativeTolerance
} from "./chunk-IDKS5MQE.js";
import "./chunk-236FJYZ2.js";
import "./chunk-W7DE7VIJ.js";
import "./chunk-UBXDUVM7.js";
import "./chunk-I5A5EWR2.js";
import "./chunk-25US6P5N.js";
import {
  NVIDIA_PROVIDERS
} from "./chunk-N4FG3KBG.js";
import {
  core_exports,
  getInput,
  setOutput,
  setSecret,
  summary
} from "./chunk-CSAG7KLO.js";
import "./chunk-KPE7YBJ7.js";
import "./chunk-SY7WQYOX.js";
import {
  statusOf
} from "./chunk-IFLAIXJU.js";
import "./chunk-6SHFBF6C.js";
import {
  badgeFiles,
  markdownReport,
  renderBadge,
  renderComment
} from "./chunk-KCHQ3XG2.js";
import {
  writeDocuments,
  writeFiles,
  writeProgress
} from "./chunk-6CFULFFL.js";
import {
  exitStatusOfReport
} from "./chunk-PG4PWYPK.js";
import "./chunk-UQFMNVOT.js";
import {
  CONFIG_PATH,
  defaultConfig,
  machineNameSchema,
  parseConfig,
  shardPositionSchema,
  withOverrides
} from "./chunk-7PLQM42J.js";
import "./chunk-GPSE6RVV.js";
import "./chunk-JL2467QE.js";
import {
  EXIT,
  GateError,
  describeFailure,
  messageOf
} from "./chunk-K3FV7RGY.js";
import {
  forkSuffix
} from "./chunk-7NKO7YSC.js";
import {
  bullets,
  headlineOf,
  paragraphs
} from "./chunk-JFJWRCW7.js";
import "./chunk-LVYLBHAL.js";
import "./chunk-ZEUB5U7J.js";
import {
  comparisonCells
} from "./chunk-F2DFYLHJ.js";
import "./chunk-WNL3H32J.js";
import "./chunk-HTD2XBQP.js";
import {
  ownDecisions
} from "./chunk-UIC3HMV7.js";
import {
  plural
} from "./chunk-27W33HEA.js";
import "./chunk-SPJ2DEWU.js";
import "./chunk-PZFJNZAO.js";
import "./chunk-PG4ETPPZ.js";
import {
  COUNTED,
  MEASURED,
  METERED,
  ON_DEVICE,
  nounOf
} from "./chunk-75NMW4LC.js";
import {
  external_exports
} from "./chunk-ERHK3PZI.js";
import "./chunk-I7XCBISX.js";
import {
  beginningOf,
  markdownText,
  terminalText
} from "./chunk-7R35W6HB.js";
import "./chunk-NV5WPINZ.js";

// src/action/action-runtime.ts
import { tmpdir } from "node:os";
import path4 from "node:path";

// src/action/cache-service.ts
function jobCache(load, logger2) {
  const attempt = async (what, otherwise, act) => {
    try {
      const cache = await load();
      return cache.isFeatureAvailable() ? await act(cache) : otherwise;
    } catch (thrown) {
      logger2.info(`ONNX Runtime was not ${what} GitHub's cache: ${messageOf(thrown)}`);
      return otherwise;
    }
  };
  return {
    restore: (folder, key) => attempt(
      "restored from",
      false,
      async (cache) => await cache.restoreCache([folder], key) !== void 0
    ),
    save: (folder, key) => attempt("kept in", void 0, async (cache) => {
      await cache.saveCache([folder], key);
    })
  };
}

// src/action/command.ts
import { execFile } from "node:child_process";
var MAX_OUTPUT = 1024 * 1024;
var runCommand = (program, parameters, { cwd, env: env2, timeoutMs, signal: signal2 }) => new Promise((resolve) => {
  const options = {
    cwd,
    env: env2,
    signal: signal2,
    timeout: timeoutMs,
    maxBuffer: MAX_OUTPUT,
    shell: process.platform === "win32"
  };
  execFile(program, parameters, options, (error, _stdout, stderr) => {
    if (error === null) resolve({ code: 0, stderr });
    else if (error.code === "ENOENT") resolve({ code: null, stderr });
    else
      resolve({
        code: typeof error.code === "number" ? error.code : 1,
        stderr: stderr === "" ? error.message : stderr
      });
  });
});

// src/action/runtime-install.ts
import { copyFile } from "node:fs/promises";
import path from "node:path";
var TIMEOUT_MS = 5 * 6e4;
var SHOWN_STDERR = 600;
var PRIVATE = /^(INPUT_|ACTIONS_|GITHUB_TOKEN$|GH_TOKEN$)/;
async function installRuntime(lockFolder, target, run, env2, signal2) {
  for (const file of ["package.json", "package-lock.json"]) {
    await copyFile(path.join(lockFolder, file), path.join(target, file));
  }
  const parameters = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const options = { cwd: target, env: withoutSecrets(env2), timeoutMs: TIMEOUT_MS, signal: signal2 };
  const { code, stderr } = await run("npm", parameters, options);
  if (code === null) {
    throw new GateError(
      "runtime",
      "ONNX Runtime is not on this machine, and there is no npm to install it with.",
      "Add actions/setup-node before this step, or install onnxruntime-node yourself and name its folder in onnxruntime-path."
    );
  }
  if (code !== 0) {
    throw new GateError(
      "runtime",
      `npm could not install ONNX Runtime (exit code ${code}): ${stderr.trim().slice(0, SHOWN_STDERR)}`,
      "Check that this runner reaches an npm registry, or install onnxruntime-node yourself and name its folder in onnxruntime-path."
    );
  }
}
var CUDA = "cuda12";
async function installCudaLibraries(folder, run, env2, signal2) {
  const parameters = ["script/install.js", `--onnxruntime-node-install=${CUDA}`];
  const options = { cwd: folder, env: withoutSecrets(env2), timeoutMs: TIMEOUT_MS, signal: signal2 };
  const { code, stderr } = await run(process.execPath, parameters, options);
  if (code === 0) return;
  throw new GateError(
    "runtime",
    `ONNX Runtime's own installer could not fetch the libraries of its CUDA provider (${code === null ? "it cannot be run" : `exit code ${code}`}): ${reasonIn(stderr)}`,
    `Check that this runner reaches the package feed that it names (a proxy goes into GLOBAL_AGENT_HTTPS_PROXY), or run "node script/install.js --onnxruntime-node-install=${CUDA}" in an onnxruntime-node of your own and name its folder in onnxruntime-path.`
  );
}
function reasonIn(stderr) {
  const lines = stderr.split("\n").map((line) => line.trim());
  const said = lines.find((line) => /^(\w*Error|Error)\b.*: /.test(line)) ?? lines.find((line) => line !== "");
  return (said ?? "it did not say why").slice(0, SHOWN_STDERR);
}
function withoutSecrets(env2) {
  const allowed = Object.entries(env2).filter(
    (entry) => entry[1] !== void 0 && !PRIVATE.test(entry[0])
  );
  return Object.fromEntries(allowed);
}

// src/action/runtime.ts
import { createHash } from "node:crypto";
import { chmod, cp, mkdir, mkdtemp, readFile as readFile2, rename, rm as rm2 } from "node:fs/promises";
import { createRequire as createRequire2 } from "node:module";
import path3 from "node:path";

// src/action/runtime-package.ts
import { access, readdir, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import path2 from "node:path";
var RUNTIME_PACKAGE = "onnxruntime-node";
var packageSchema = external_exports.object({ name: external_exports.literal(RUNTIME_PACKAGE), version: external_exports.string() });
async function findRuntimePackage(place2, platform) {
  const candidates = ["", RUNTIME_PACKAGE, path2.join("node_modules", RUNTIME_PACKAGE)];
  for (const candidate of candidates) {
    const found = await readRuntimePackage(path2.resolve(place2, candidate), platform);
    if (found !== null) return found;
  }
  return null;
}
async function readRuntimePackage(folder, platform) {
  try {
    const manifest = path2.join(folder, "package.json");
    const { version } = packageSchema.parse(JSON.parse(await readFile(manifest, "utf8")));
    createRequire(manifest).resolve("onnxruntime-common");
    const native = await nativeFolders(folder);
    for (const { os, arch, location } of native) {
      if (os === platform.os && arch === platform.arch) {
        await access(path2.join(location, "onnxruntime_binding.node"));
        return { folder, version };
      }
    }
    return null;
  } catch {
    return null;
  }
}
async function hasCuda({ folder }, platform) {
  for (const { os, arch, location } of await nativeFolders(folder)) {
    if (os !== platform.os || arch !== platform.arch) continue;
    if ((await readdir(location)).some((name) => /onnxruntime_providers_cuda\.(so|dll)$/.test(name)))
      return true;
  }
  return false;
}
async function pruneRuntimePackage(folder, platform) {
  for (const { os, arch, location } of await nativeFolders(folder)) {
    if (os !== platform.os || arch !== platform.arch) await rm(location, { recursive: true });
  }
}
async function nativeFolders(folder) {
  const bin = path2.join(folder, "bin");
  const found = [];
  for (const api of await readdir(bin)) {
    for (const os of await readdir(path2.join(bin, api))) {
      for (const arch of await readdir(path2.join(bin, api, os))) {
        found.push({ os, arch, location: path2.join(bin, api, os, arch) });
      }
    }
  }
  return found;
}

// src/action/runtime.ts
async function provideRuntime(places, services) {
  const { platform, logger: logger2 } = services;
  if (places.given !== void 0) return givenRuntime(places.given, platform);
  const version = await pinnedVersion(places.lockFolder);
  const beside = await installedBeside(places.besides, version, platform);
  const found = (beside !== null && (services.addCuda === null || await hasCuda(beside, platform)) ? beside : null) ?? await findRuntimePackage(toolFolder(places, version, services), platform);
  if (found !== null) return found;
  logger2.info(`ONNX Runtime ${version} is not on this machine yet.`);
  return obtain(places, version, services);
}
async function givenRuntime(given, platform) {
  const found = await findRuntimePackage(given, platform);
  if (found !== null) return found;
  throw new GateError(
    "usage",
    `onnxruntime-path is ${given}, where there is no ${RUNTIME_PACKAGE} for ${platform.os} ${platform.arch}.`,
    `Name a folder in which "npm install --ignore-scripts ${RUNTIME_PACKAGE}" was run, or leave the input out.`
  );
}
var manifestSchema = external_exports.object({ dependencies: external_exports.object({ [RUNTIME_PACKAGE]: external_exports.string() }) });
async function pinnedVersion(lockFolder) {
  const manifest = manifestSchema.parse(
    JSON.parse(await readFile2(path3.join(lockFolder, "package.json"), "utf8"))
  );
  return manifest.dependencies[RUNTIME_PACKAGE];
}
async function installedBeside(file, version, platform) {
  for (const folder of createRequire2(file).resolve.paths(RUNTIME_PACKAGE) ?? []) {
    const found = await findRuntimePackage(path3.join(folder, RUNTIME_PACKAGE), platform);
    if (found?.version === version) return found;
  }
  return null;
}
var toolFolder = ({ toolCache }, version, { platform: { arch }, addCuda }) => path3.join(toolCache, "efficiency-gate-onnxruntime", version, addCuda === null ? arch : `${arch}-cuda`);
async function obtain(places, version, services) {
  const { platform, cache, logger: logger2 } = services;
  const staging = path3.join(places.temp, "efficiency-gate-runtime");
  const lock = await readFile2(path3.join(places.lockFolder, "package-lock.json"));
  const digest = createHash("sha256").update(lock).digest("hex").slice(0, 16);
  const cuda = services.addCuda === null ? "" : "-cuda";
  const key = `efficiency-gate-onnxruntime-${version}-${platform.os}-${platform.arch}${cuda}-${digest}`;
  await rm2(staging, { recursive: true, force: true });
  const restored = await cache.restore(staging, key);
  if (!restored || (await findRuntimePackage(staging, platform))?.version !== version) {
    logger2.info("Installing it with npm.");
    await rm2(staging, { recursive: true, force: true });
    await mkdir(staging);
    await services.install(places.lockFolder, staging);
    const folder = path3.join(staging, "node_modules", RUNTIME_PACKAGE);
    await pruneRuntimePackage(folder, platform);
    if (services.addCuda !== null) {
      logger2.info("Adding the libraries of CUDA with the package's own installer.");
      await services.addCuda(folder);
    }
    await cache.save(staging, key);
  }
  const installed = await findRuntimePackage(staging, platform);
  if (installed === null) {
    throw new GateError(
      "runtime",
      `ONNX Runtime ${version} has no native library for ${platform.os} ${platform.arch}.`,
      "Use a runner that ONNX Runtime is made for, or name a runtime in onnxruntime-path."
    );
  }
  const target = toolFolder(places, version, services);
  const problem = await place(staging, target);
  const placed = await findRuntimePackage(target, platform);
  if (placed === null) {
    logger2.warning(
      `ONNX Runtime could not be kept in the tool cache ${target}: ${problem?.message ?? "it is damaged there"}.`
    );
    return installed;
  }
  await rm2(staging, { recursive: true, force: true });
  return placed;
}
async function place(source, target) {
  let beside;
  try {
    await mkdir(path3.dirname(target), { recursive: true });
    beside = await mkdtemp(`${target}-`);
    await cp(source, beside, { recursive: true });
    await chmod(beside, 493);
    await rename(beside, target);
    return null;
  } catch (thrown) {
    if (beside !== void 0) await rm2(beside, { recursive: true, force: true });
    return thrown instanceof Error ? thrown : new Error(String(thrown));
  }
}

// src/action/action-runtime.ts
function actionRuntime({
  given,
  cuda,
  dist: dist2,
  env: env2,
  logger: logger2,
  signal: signal2
}) {
  const temp = env2.RUNNER_TEMP ?? tmpdir();
  return provideRuntime(
    {
      given,
      besides: path4.join(dist2, "index.js"),
      lockFolder: path4.join(dist2, "runtime"),
      toolCache: env2.RUNNER_TOOL_CACHE ?? path4.join(temp, "efficiency-gate-tools"),
      temp
    },
    {
      platform: { os: process.platform, arch: process.arch },
      cache: jobCache(() => import("./chunk-5ZA5TZZ7.js"), logger2),
      install: (lockFolder, target) => installRuntime(lockFolder, target, runCommand, env2, signal2),
      addCuda: cuda ? (folder) => installCudaLibraries(folder, runCommand, env2, signal2) : null,
      logger: logger2
    }
  );
}

// src/publish/head-pull-requests.ts
async function openPullRequestsOf(client, { owner, repo }, head) {
  try {
    const query = {
      owner,
      repo,
      head: `${head.owner}:${head.branch}`,
      state: "open",
      per_page: 100
    };
    return await client.paginate(client.rest.pulls.list, query);
  } catch (thrown) {
    const status = statusOf(thrown);
    if (status === void 0) throw thrown;
    throw new GateError(
      "publish",
      `GitHub did not tell which pull request was measured. It answered ${status}: ${messageOf(thrown)}.`,
      'Give the job the permission "pull-requests: write", or run it again later.',
      { cause: thrown }
    );
  }
}

// src/action/base-policy.ts
async function basePolicy({ policy: recordedPolicy, evidence }, base, {
  configFile,
  warnOnly
}, git) {
  const commit = await trustedCommit(base, git);
  const file = configFile ?? CONFIG_PATH;
  const text2 = await readTextAt(git, commit, file);
  if (text2 === null && configFile !== void 0) {
    throw new GateError(
      "config",
      `There is no ${configFile} in the base.`,
      "Commit it there, or leave config-file out."
    );
  }
  const recorded = text2 === null ? defaultConfig() : parseConfig(text2, `${file} of the base`, file);
  const config = withOverrides(recorded, { warnOnly });
  const waived = await readTextAt(git, commit, WAIVERS_PATH);
  const waivers = waived === null ? [] : parseWaivers(waived, `${WAIVERS_PATH} of the base`);
  return {
    policy: policyOf(config, Math.max(recordedPolicy.decisions, decisionsIn(evidence))),
    waivers: waivers.map((waiver) => ({ kind: "waiver", ...waiver })),
    warnings: text2 === null && recordedPolicy.source !== config.source ? [`The base has no ${file}: judged by the defaults, whatever the head's own configuration says.`] : []
  };
}
async function trustedCommit({ baseRef, baseSha, isDefault, checkedOut }, git) {
  await requireRepository(git);
  const head = await findCommit(git, "HEAD");
  if (head === null || head !== checkedOut) {
    throw new GateError(
      "revision",
      "What is checked out is not the commit of the default branch that this workflow runs on.",
      'In the workflow that publishes, use actions/checkout without "ref:": it must never check out a pull request.'
    );
  }
  return isDefault ? head : ensureCommit(git, baseSha, baseRef);
}
function decisionsIn({ models }) {
  const measurements = models.flatMap(({ measurement }) => measurement === null ? [] : [measurement]);
  const metered = measurements.some(isMetered);
  const own = measurements.flatMap(
    ({ harness }) => harness === void 0 ? [] : [ownDecisions(harness, metered)]
  );
  const plain2 = measurements.length - own.length;
  const onDevice = measurements.filter(isOnDevice).length;
  return timingDecisions(plain2, { own: own.reduce((sum, count) => sum + count, 0), metered, onDevice });
}

// src/action/event.ts
import { readFile as readFile3 } from "node:fs/promises";
var sha = external_exports.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
var ref = external_exports.string().min(1).max(1024).regex(new RegExp("^\\P{Cc}+$", "u"));
var NO_COMMIT = /^0+$/;
var repository = external_exports.object({ full_name: external_exports.string(), private: external_exports.boolean().optional() });
var label = external_exports.object({ name: external_exports.string() });
var PAYLOADS = {
  pull_request: external_exports.object({
    action: external_exports.string().optional(),
    label: label.optional(),
    pull_request: external_exports.object({
      number: external_exports.int().positive(),
      title: external_exports.string().default(""),
      body: external_exports.string().nullish(),
      updated_at: external_exports.string().optional(),
      labels: external_exports.array(label).default([]),
      base: external_exports.object({ ref, sha, repo: repository }),
      head: external_exports.object({ ref, sha, repo: repository.nullable() })
    })
  }).transform(({ action, label: put2, pull_request: { number, base, head, ...told } }) => ({
    kind: "pull_request",
    number,
    baseRef: base.ref,
    baseSha: base.sha,
    headRef: head.ref,
    headSha: head.sha,
    fork: head.repo?.full_name !== base.repo.full_name,
    isPublic: base.repo.private === false,
    headRepository: head.repo?.full_name ?? null,
    title: told.title,
    body: told.body ?? "",
    updatedAt: told.updated_at ?? null,
    labelled: action === "labeled" ? put2?.name ?? null : null,
    labels: told.labels.map(({ name }) => name)
  })),
  push: external_exports.object({
    ref,
    before: sha,
    after: sha,
    repository: external_exports.object({ default_branch: ref.optional() }).optional()
  }).transform((push) => ({
    kind: "push",
    ref: push.ref,
    beforeSha: NO_COMMIT.test(push.before) ? null : push.before,
    afterSha: NO_COMMIT.test(push.after) ? null : push.after,
    onDefaultBranch: push.ref === `refs/heads/${push.repository?.default_branch ?? ""}`
  })),
  merge_group: external_exports.object({ merge_group: external_exports.object({ base_ref: ref, base_sha: sha, head_ref: ref, head_sha: sha }) }).transform(({ merge_group: group }) => ({
    kind: "merge_group",
    baseRef: group.base_ref,
    baseSha: group.base_sha,
    headRef: group.head_ref,
    headSha: group.head_sha
  })),
  workflow_dispatch: external_exports.object({}).transform(() => ({ kind: "workflow_dispatch" })),
  workflow_run: external_exports.object({
    workflow_run: external_exports.object({
      id: external_exports.int().positive(),
      run_attempt: external_exports.int().positive().default(1),
      event: external_exports.literal("pull_request", "the run that ended was not on pull_request"),
      head_sha: sha,
      head_branch: ref,
      head_repository: external_exports.object({ full_name: external_exports.string(), owner: external_exports.object({ login: external_exports.string() }) }),
      updated_at: external_exports.iso.datetime()
    }),
    repository: external_exports.object({ default_branch: ref })
  }).transform(({ workflow_run: run, repository: { default_branch: defaultBranch } }) => ({
    kind: "workflow_run",
    id: run.id,
    attempt: run.run_attempt,
    headSha: run.head_sha,
    headBranch: run.head_branch,
    headRepository: run.head_repository.full_name,
    headOwner: run.head_repository.owner.login,
    defaultBranch,
    endedAt: run.updated_at
  }))
};
function parseEvent(name, payload) {
  if (name === "pull_request_target") {
    throw new GateError(
      "usage",
      "The workflow runs on pull_request_target, where a pull request from anybody could use its write token and secrets.",
      'Use "on: pull_request"; docs/forks.md tells how a pull request from a fork gets its comment all the same.'
    );
  }
  if (name === void 0 || !Object.hasOwn(PAYLOADS, name)) return { kind: "none" };
  const parsed = PAYLOADS[name].safeParse(payload);
  if (parsed.success) return parsed.data;
  throw unlike(`The payload of the ${name} event`, parsed.error);
}
function parsePullRequest(document) {
  const parsed = PAYLOADS.pull_request.safeParse({ pull_request: document });
  if (parsed.success) return parsed.data;
  throw unlike("A pull request", parsed.error);
}
function unlike(what, { issues: [fault] }) {
  return new GateError(
    "usage",
    `${what} is not as GitHub describes it: ${fault?.path.join(".") ?? ""}: ${fault?.message ?? ""}.`,
    "Check GITHUB_EVENT_NAME and GITHUB_EVENT_PATH if you set them yourself."
  );
}
async function readEvent(env2) {
  const { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: file } = env2;
  if (name === void 0 || name === "") return { kind: "none" };
  let payload = null;
  if (file !== void 0 && file !== "") {
    try {
      payload = JSON.parse(await readFile3(file, "utf8"));
    } catch (cause) {
      throw new GateError(
        "usage",
        `The event payload ${file} cannot be read as JSON.`,
        "GITHUB_EVENT_PATH must name the file that the runner wrote.",
        { cause }
      );
    }
  }
  return parseEvent(name, payload);
}

// src/action/recorded.ts
import { lstat } from "node:fs/promises";
import path5 from "node:path";
async function readRecorded({ report: label2 = "", plan }, workspace) {
  const file = path5.resolve(workspace, label2);
  if (plan === void 0 && !await isFolder(file)) {
    const report = await readRecordedReport(file, label2);
    return {
      reports: [report],
      isFleet: report.shard !== void 0,
      assemble: (expectation) => assembleFleet([{ file: label2, report }], expectation)
    };
  }
  const { received, faults } = await gatherReports([{ file, label: label2 }]);
  const [first, ...others] = received.map(({ report }) => report);
  if (first === void 0) throw nothingToMerge(faults);
  const { plan: known, faults: unread } = plan === void 0 ? { faults: [] } : await readPlan(plan, workspace);
  return {
    reports: [first, ...others],
    isFleet: true,
    assemble: (expectation) => assembleFleet(received, { ...expectation, ...known === void 0 ? {} : { plan: known } }, [
      ...faults,
      ...unread
    ])
  };
}
async function readPlan(label2, workspace) {
  try {
    return { plan: await readFleetPlan(path5.resolve(workspace, label2), label2), faults: [] };
  } catch (thrown) {
    if (!(thrown instanceof GateError)) throw thrown;
    return { faults: [{ kind: "corrupt", subject: label2, reason: thrown.message }] };
  }
}
async function isFolder(file) {
  return lstat(file).then(
    (stats) => stats.isDirectory(),
    () => false
  );
}

// src/action/measured-elsewhere.ts
async function receiveReport({ inputs, run, workspace }, connection, env2, signal2) {
  const recorded = await readRecorded(inputs, workspace);
  const event = await pullRequestOf(run, recorded.reports, connection);
  const { number, headSha, headRef, baseRef, fork } = event;
  const base = {
    ...event,
    isDefault: baseRef === run.defaultBranch,
    checkedOut: env2.GITHUB_SHA
  };
  const settings = { configFile: inputs["config-file"], warnOnly: inputs["warn-only"] };
  const git = createGit({ folder: workspace, env: env2, signal: signal2 });
  const pullRequest = { number, headSha };
  const measured = evidenceOf(recorded, pullRequest);
  const { policy, waivers, warnings } = await basePolicy(measured, base, settings, git);
  const evidence = policy.machines === void 0 ? measured.evidence : requireMachines(recorded.assemble({ pullRequest }), policy.machines).evidence;
  const report = conclude(
    {
      ...evidence,
      // By the clock of the measuring job an expired waiver might still count.
      createdAt: new Date(run.endedAt),
      base: { label: baseRef, sha: evidence.base.sha },
      head: { label: headRef, sha: headSha },
      pullRequest: { ...pullRequest, ...fork ? { fork } : {} },
      acknowledgements: waivers,
      warnings: [...evidence.warnings, ...warnings]
    },
    policy
  );
  return { event, report };
}
function evidenceOf({ reports: [report], isFleet, assemble }, pullRequest) {
  if (isFleet || report.machines !== void 0) return assemble({ pullRequest });
  return { evidence: { ...report, createdAt: new Date(report.createdAt) }, policy: report.policy };
}
async function pullRequestOf(run, reports, { owner, repo, connect }) {
  if (connect === null) {
    throw new GateError(
      "usage",
      "The input github-token is empty: without it nobody can tell which pull request was measured.",
      'Leave github-token out under "with:" for the token of the job.'
    );
  }
  const ofRun = reports.find(({ pullRequest }) => pullRequest?.headSha === run.headSha);
  const said = (ofRun ?? reports[0]).pullRequest;
  if (said?.headSha !== run.headSha) {
    throw refused(
      said === void 0 ? "of no pull request" : `of ${said.headSha.slice(0, 10)}`,
      `the run measured ${run.headSha.slice(0, 10)}`
    );
  }
  const head = { owner: run.headOwner, branch: run.headBranch };
  const found = (await openPullRequestsOf(await connect(), { owner, repo }, head)).map(parsePullRequest);
  const event = found.find((one) => one.number === said.number && one.headRepository === run.headRepository);
  if (event === void 0)
    throw refused(
      `of pull request ${said.number}`,
      "the branch that was measured has no such open pull request"
    );
  if (event.headSha !== run.headSha) {
    throw refused(
      `of ${run.headSha.slice(0, 10)}`,
      `pull request ${event.number} is at ${event.headSha.slice(0, 10)} by now`
    );
  }
  return event;
}
var refused = (isOf, but) => new GateError(
  "report",
  `The report is ${isOf}; ${but}.`,
  "Nothing was published. A run on the present head publishes its own; a closed pull request needs none."
);

// src/action/pull-request.ts
import path6 from "node:path";
async function gateOfEvent(request, machine) {
  return request.inputs.report === void 0 ? measureEvent(request, machine) : judgeRecorded(request);
}
async function judgeRecorded({ event, workspace, inputs }) {
  const recorded = await readRecorded(inputs, workspace);
  if (recorded.isFleet) {
    const pullRequest2 = event.kind === "pull_request" ? { number: event.number, headSha: event.headSha } : void 0;
    const fleet = recorded.assemble({
      // Jobs of one workflow trust each other.
      planTrusted: true,
      ...pullRequest2 === void 0 ? {} : { pullRequest: pullRequest2 }
    });
    const { evidence, policy } = requireMachines(fleet, fleet.policy.machines);
    return conclude(evidence, policy);
  }
  const [report] = recorded.reports;
  if (event.kind !== "pull_request") return report;
  const { pullRequest } = report;
  if (pullRequest?.number === event.number && pullRequest.headSha === event.headSha) return report;
  const of = pullRequest === void 0 ? "no pull request" : `pull request ${pullRequest.number} at ${pullRequest.headSha.slice(0, 10)}`;
  throw new GateError(
    "report",
    `${inputs.report ?? ""} is of ${of}; this is pull request ${event.number} at ${event.headSha.slice(0, 10)}.`,
    "Give the report of a run on this head: it may not have ended yet."
  );
}
function planOfEvent(request, machine) {
  return withServices(
    surroundingsOf(machine),
    (services) => planFleetOfPullRequest(requestOf(request), machine.env, services)
  );
}
async function measureEvent(request, machine) {
  const shard = await shardOf(request);
  return withServices(
    surroundingsOf(machine),
    (services) => gatePullRequest(requestOf(request), machine.env, services, shard)
  );
}
async function shardOf({ inputs, workspace }) {
  const { mode, label: machine, plan, shard = null } = inputs;
  if (mode !== "measure" || machine === void 0) return void 0;
  const fleet = plan === void 0 ? null : await readFleetPlan(path6.resolve(workspace, plan), plan);
  return { machine, position: shard, fleet };
}
function requestOf({ inputs, event, workspace }) {
  const { "base-model": base, "head-model": head, budget, threads, provider } = inputs;
  const declared = { base: inputs["declared-base"], head: inputs["declared-head"] };
  return {
    repository: workspace,
    event,
    explicit: { base: inputs["base-ref"], head: inputs["head-ref"] },
    configFile: inputs["config-file"],
    overrides: { budget, threads, provider, warnOnly: inputs["warn-only"] },
    files: base === void 0 || head === void 0 ? void 0 : { base, head, declared }
  };
}
function surroundingsOf({ runtime, dist: dist2, env: env2, logger: logger2, signal: signal2, onProgress }) {
  return {
    workerFile: path6.join(dist2, "worker.js"),
    runtimeModules: async (provider) => path6.dirname((await runtime(provider)).folder),
    env: env2,
    logger: logger2,
    signal: signal2,
    onProgress
  };
}

// src/publish/pull-request.ts
async function askPullRequest(client, asked, label2) {
  const { owner, repo, number } = asked;
  try {
    const { data } = await client.rest.pulls.get({ owner, repo, pull_number: number });
    const text2 = { title: data.title, body: data.body ?? "" };
    const isOn = label2 !== null && data.labels.some(({ name }) => name === label2);
    return { text: text2, label: isOn ? await examine(client, asked, label2, data.head.sha) : null, warnings: [] };
  } catch (thrown) {
    return {
      text: null,
      label: null,
      warnings: [
        `GitHub did not tell of the pull request, so that its title and description are taken from the event, and no label counts: ${messageOf(thrown)}.`
      ]
    };
  }
}
var WRITERS = /* @__PURE__ */ new Set(["admin", "maintain", "write"]);
async function examine(client, asked, label2, presentHead) {
  let found;
  try {
    found = await lastLabelling(client, asked, label2);
  } catch (thrown) {
    return { by: null, at: null, fault: `GitHub did not tell who put it on: ${messageOf(thrown)}` };
  }
  if (found === null) return { by: null, at: null, fault: "GitHub does not tell who put it on" };
  const { by, at, isBot } = found;
  const refused2 = (fault) => ({ by, at, fault });
  if (isBot) return refused2(`it was put on by ${by}, which is no person`);
  try {
    if (!await mayWrite(client, asked, by)) return refused2(`${by}, who put it on, has no write access`);
  } catch (thrown) {
    return refused2(`GitHub did not tell whether ${by} has write access: ${messageOf(thrown)}`);
  }
  if (presentHead !== asked.headSha) return refused2("there is a newer head than the one that was measured");
  if (asked.labelled === label2) return { by, at, fault: null };
  const since = await pushedAt(client, asked) ?? asked.updatedAt;
  if (since === null) return refused2("it is not known whether it was put on before or after the last push");
  if (Date.parse(at) < Date.parse(since))
    return refused2(`it was put on before the last push (${since}): take it off and put it on again`);
  return { by, at, fault: null };
}
async function lastLabelling(client, { owner, repo, number }, label2) {
  let last = null;
  const query = { owner, repo, issue_number: number, per_page: 100 };
  for await (const { data } of client.paginate.iterator(client.rest.issues.listEvents, query)) {
    for (const { event, actor, created_at: at, label: put2 } of data) {
      if (event !== "labeled" || put2?.name !== label2) continue;
      last = actor == null ? null : { by: actor.login, at, isBot: actor.type === "Bot" };
    }
  }
  return last;
}
async function mayWrite(client, { owner, repo }, username) {
  const { data } = await client.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username });
  return WRITERS.has(data.permission) || WRITERS.has(data.role_name);
}
async function pushedAt(client, { headRepository, headRef, headSha }) {
  const [owner, repo] = headRepository?.split("/") ?? [];
  if (owner === void 0 || repo === void 0) return null;
  try {
    const ref2 = `refs/heads/${headRef}`;
    const { data } = await client.rest.repos.listActivities({ owner, repo, ref: ref2, per_page: 1 });
    const [last] = data;
    return last?.after === headSha ? last.timestamp : null;
  } catch {
    return null;
  }
}

// src/pull-request-statements.ts
function withPullRequest(report, state) {
  const { number, headSha, fork, title, body, warnings } = state;
  const said = claimsOfTexts([
    { source: { kind: "title", sha: null }, text: title },
    { source: { kind: "body", sha: null }, text: body }
  ]);
  const standing = (report.acknowledgements ?? []).filter(({ kind }) => kind === "waiver");
  return judgeAgain(report, report.policy, {
    pullRequest: { number, headSha, ...fork ? { fork } : {} },
    claims: eachOnce([...said, ...ofCommits(report.claims ?? [])]),
    acknowledgements: [...labelOf(report, state), ...standing],
    warnings: [.../* @__PURE__ */ new Set([...report.warnings, ...warnings])]
  });
}
function labelOf({ policy }, { label: label2, headSha }) {
  const name = policy.acknowledgeLabel ?? null;
  if (label2 === null || name === null) return [];
  const head = label2.fault === null ? headSha : null;
  return [{ kind: "label", label: name, by: label2.by, at: label2.at, head, fault: label2.fault }];
}

// src/action/pull-request-state.ts
async function hearPullRequest(report, event, connection) {
  if (event.kind !== "pull_request") return report;
  const label2 = report.policy.acknowledgeLabel ?? null;
  return withPullRequest(report, await pullRequestState(event, connection, label2));
}
async function pullRequestState(event, { owner, repo, connect }, label2) {
  const { number, headSha, fork, title, body, labels } = event;
  const told = { number, headSha, fork, title, body };
  if (connect === null) {
    const fault = "without a github-token nobody can tell who put it on";
    const isOn = label2 !== null && labels.includes(label2);
    return { ...told, label: isOn ? { by: null, at: null, fault } : null, warnings: [] };
  }
  const { text: text2, ...found } = await askPullRequest(await connect(), { ...event, owner, repo }, label2);
  return { ...told, ...text2, ...found };
}

// src/action/logger.ts
var PROGRESS_EVERY_MS = 1e4;
function actionLogger(runner2, now) {
  let lastProgress = -Infinity;
  return {
    info: (message) => {
      runner2.info(harmless(message));
    },
    notice: (message) => {
      runner2.notice(harmless(message));
    },
    warning: (message) => {
      runner2.warning(harmless(message));
    },
    error: (message) => {
      runner2.error(harmless(message));
    },
    progress: (message) => {
      if (now() - lastProgress < PROGRESS_EVERY_MS) return;
      lastProgress = now();
      runner2.info(harmless(message));
    }
  };
}
function harmless(text2) {
  return text2.replace(/\r\n?/g, "\n").replace(/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, "�").replace(/^(\s*):(?=:)/gmu, "$1: ").replace(/##(?=\w*\[)/g, "## ");
}

// src/action/runner.ts
function actionsRunner(env2) {
  const logger2 = actionLogger(core_exports, () => performance.now());
  return {
    env: env2,
    logger: logger2,
    getInput: (name) => getInput(name),
    setSecret,
    setOutput: (name, value) => {
      setOutput(name, value);
    },
    writeSummary: async (markdown) => {
      if (env2.GITHUB_STEP_SUMMARY === void 0) return;
      await summary.addRaw(markdown, true).write();
    }
  };
}

// src/main.ts
import path9 from "node:path";

// src/publish/branch.ts
import { setTimeout as sleep } from "node:timers/promises";
async function readBranchFile(client, target, path10) {
  try {
    const tip = await tipOf(client, target);
    return tip === null ? null : await readFile4(client, target, path10, tip);
  } catch (thrown) {
    const status = statusOf(thrown);
    if (status === void 0) throw thrown;
    throw new GateError(
      "publish",
      `The branch ${target.branch} was not read. GitHub answered ${status}: ${messageOf(thrown)}.`,
      'Give the job the permission "contents: read", or run again later.',
      { cause: thrown }
    );
  }
}
function writeFailure(thrown, what) {
  if (thrown instanceof GateError) return { status: "failed", message: `${thrown.message} ${thrown.next}` };
  return { status: "failed", message: `${what} Unexpected: ${messageOf(thrown)}` };
}
var ATTEMPTS = 12;
var LONGEST_WAIT_MS = 2e3;
async function updateBranch(client, target, edit, message, { random, waitMs = LONGEST_WAIT_MS }) {
  try {
    for (let attempt = 1; ; attempt += 1) {
      const { late, commit } = await attemptUpdate(client, target, edit, message);
      if (!late) return commit;
      if (attempt === ATTEMPTS) break;
      await sleep(random() * waitMs);
    }
  } catch (thrown) {
    throw explained(thrown, target);
  }
  throw new GateError(
    "publish",
    `The branch ${target.branch} was moved by others each of ${ATTEMPTS} times that it was to be written.`,
    "Run again when fewer jobs write to it at once."
  );
}
async function attemptUpdate(client, { owner, repo, branch }, edit, message) {
  const { git } = client.rest;
  const parent = await tipOf(client, { owner, repo, branch });
  const read2 = async (path10) => parent === null ? null : readFile4(client, { owner, repo }, path10, parent);
  const files = await edit(read2);
  if (files.length === 0) return { late: false, commit: null };
  const baseTree = parent === null ? null : (await git.getCommit({ owner, repo, commit_sha: parent })).data.tree.sha;
  const tree = await git.createTree({
    owner,
    repo,
    tree: files.map(({ path: path10, content }) => ({
      path: path10,
      mode: "100644",
      type: "blob",
      content
    })),
    ...baseTree === null ? {} : { base_tree: baseTree }
  });
  if (tree.data.sha === baseTree) return { late: false, commit: null };
  const { data: commit } = await git.createCommit({
    owner,
    repo,
    message,
    tree: tree.data.sha,
    parents: parent === null ? [] : [parent]
  });
  const once = { request: { retries: 0 } };
  try {
    if (parent === null) {
      await git.createRef({ owner, repo, ref: `refs/heads/${branch}`, sha: commit.sha, ...once });
    } else {
      await git.updateRef({ owner, repo, ref: `heads/${branch}`, sha: commit.sha, force: false, ...once });
    }
  } catch (thrown) {
    const status = statusOf(thrown) ?? 0;
    if (status !== 422 && status !== 409 && status < 500) throw thrown;
    const tip = await tipOf(client, { owner, repo, branch });
    return { late: tip !== commit.sha, commit: commit.sha };
  }
  return { late: false, commit: commit.sha };
}
async function tipOf(client, { owner, repo, branch }) {
  try {
    const { data } = await client.rest.git.getRef({ owner, repo, ref: `heads/${branch}` });
    return data.object.sha;
  } catch (thrown) {
    if (statusOf(thrown) === 404 || statusOf(thrown) === 409) return null;
    throw thrown;
  }
}
async function readFile4(client, { owner, repo }, path10, ref2) {
  try {
    const { data } = await client.rest.repos.getContent({
      owner,
      repo,
      path: path10,
      ref: ref2,
      mediaType: { format: "raw" }
    });
    return typeof data === "string" ? data : null;
  } catch (thrown) {
    if (statusOf(thrown) === 404) return null;
    throw thrown;
  }
}
function explained(thrown, { branch }) {
  const status = statusOf(thrown);
  if (status === void 0) return thrown;
  const said = `GitHub answered ${status}: ${messageOf(thrown)}`;
  if (status === 401 || status === 403 || status === 404) {
    return new GateError(
      "publish",
      `The branch ${branch} was not written. ${said}.`,
      'Give the job the permission "contents: write", and let no rule protect that branch.',
      { cause: thrown }
    );
  }
  return new GateError("publish", `The branch ${branch} was not written. ${said}.`, "Run again later.", {
    cause: thrown
  });
}

// src/publish/badges.ts
var STATE = "state.json";
var stateSchema = external_exports.object({ run: external_exports.int().nonnegative() });
async function publishBadges(client, target, { files, head, run, random, waitMs }) {
  const found = { newest: 0 };
  const state = { path: STATE, content: `${JSON.stringify({ run, head })}
` };
  try {
    const commit = await updateBranch(
      client,
      target,
      async (read2) => {
        found.newest = runOf(await read2(STATE)) ?? 0;
        return found.newest > run ? [] : [...files, state];
      },
      `Badges of ${head ?? "a run"}`,
      { random, ...waitMs === void 0 ? {} : { waitMs } }
    );
    if (found.newest > run) return { status: "outdated" };
    return commit === null ? { status: "unchanged" } : { status: "pushed", commit };
  } catch (thrown) {
    return writeFailure(thrown, "The badges were not pushed.");
  }
}
function runOf(text2) {
  if (text2 === null) return null;
  try {
    return stateSchema.parse(JSON.parse(text2)).run;
  } catch {
    return null;
  }
}

// src/action/own-branch.ts
function undueOnBranch({ gate }, event, lacking) {
  if (event.kind !== "push" || !event.onDefaultBranch)
    return { level: "info", reason: "that is done on a push to the default branch alone" };
  if (lacking !== null) return { level: "info", reason: lacking };
  if (gate.conclusion === "error") return { level: "notice", reason: "the run was stopped by an error" };
  return null;
}
function repositoryIn(env2) {
  const [owner, repo] = (env2.GITHUB_REPOSITORY ?? "").split("/");
  return owner === void 0 || repo === void 0 ? null : { owner, repo };
}

// src/action/badge-branch.ts
async function pushBadges(report, files, { branch, event, env: env2, connect, logger: logger2 }) {
  if (branch === void 0) return;
  const changed = report.models.some(({ status }) => status === "compared");
  const undue = undueOnBranch(report, event, changed ? null : "no model changed");
  if (undue !== null) {
    logger2[undue.level](`No badges were pushed: ${undue.reason}.`);
    return;
  }
  const repository2 = repositoryIn(env2);
  if (connect === null || repository2 === null) {
    logger2.warning("No badges were pushed: the input github-token is empty.");
    return;
  }
  const outcome = await publishBadges(
    await connect(),
    { ...repository2, branch },
    {
      files: files(),
      head: report.head.sha,
      run: Number(env2.GITHUB_RUN_NUMBER ?? 0) || 0,
      random: Math.random
    }
  );
  if (outcome.status === "failed") logger2.warning(outcome.message);
  else logger2.info(SAID[outcome.status](branch));
}
var SAID = {
  pushed: (branch) => `The badges were pushed to the branch ${branch}.`,
  unchanged: (branch) => `The badges on the branch ${branch} are these already.`,
  outdated: (branch) => `The badges on the branch ${branch} are of a newer run and were left alone.`
};

// src/action/history.ts
import path7 from "node:path";

// src/stats/cumulative-drift.ts
function driftOf(steps, { tolerance, fewest, reach }) {
  let found = null;
  let log = 0;
  let variance = 0;
  for (let count = 1; count <= steps.length; count += 1) {
    const step = steps[steps.length - count];
    log += step?.log ?? NaN;
    variance += (step?.error ?? NaN) ** 2;
    const margin = reach * Math.sqrt(variance);
    const low = log - margin;
    if (count < fewest || low <= (found?.low ?? 0) || log <= tolerance(count)) continue;
    found = { log, low, high: log + margin, steps: count };
  }
  return found;
}

// src/history/find-creep.ts
var WINDOW = 20;
var FEWEST_MEASURED = 3;
var FEWEST_EXACT = 2;
var ALPHA = 0.05;
var LOOKS = 200;
function findCreep(report, records, label2) {
  const now = recordsOf({ ...report, head: { ...report.head, sha: report.head.sha ?? UNKNOWN } }, label2);
  return report.models.filter(isRecorded).flatMap((model) => {
    const name = recordedName(model.name);
    const past = inSequence(records.filter((record) => record.model === name));
    return creepOfModel(
      model,
      past,
      now.find((record) => record.model === name)
    );
  });
}
var UNKNOWN = "0".repeat(40);
function creepOfModel(model, past, here) {
  const newest = past.at(-1);
  if (newest === void 0) return [];
  const gated = model.comparisons.filter((comparison) => comparison.gated && comparison.kind !== "derived");
  const measuredLooks = gated.filter(({ kind }) => kind === "measured").length * WINDOW * LOOKS;
  const reach = normalQuantile(ALPHA / Math.max(measuredLooks, 1));
  const own = past.filter(({ machine }) => machine === (here?.machine ?? newest.machine));
  const current = own.at(-1)?.to === newest.to && own.at(-1)?.commit === newest.commit ? own : past;
  return gated.flatMap((comparison) => {
    const { indicator, verdict, kind } = comparison;
    const links = linksOf(kind === "measured" ? ofOneMachine(current) : oncePerCommit(past), indicator);
    const next = here === void 0 ? void 0 : linksOf([here], indicator)[0];
    const joins = kind === "measured" ? joinsMeasured : joinsExact;
    const last = links.at(-1);
    const continues = next !== void 0 && last !== void 0 && joins(next, last);
    const find = kind === "measured" ? driftAlong(comparison, reach) : exactlyAlong(comparison);
    const with_ = continues && verdict !== "regressed" ? find([...links, next]) : null;
    const undone = continues && verdict === "improved";
    const found = with_ ?? (undone ? null : find(links));
    if (found === null) return [];
    const shared = { model: model.name, indicator, unit: comparison.unit, tolerance: comparison.tolerance };
    return [{ ...shared, includesHead: with_ !== null, ...found }];
  });
}
var ofOneMachine = (records) => records.filter(({ machine }) => machine === records.at(-1)?.machine);
function oncePerCommit(records) {
  return records.filter(({ commit }, at) => records[at - 1]?.commit !== commit);
}
var isQuiet = ({ figure }) => figure.verdict !== null && figure.verdict !== "regressed";
var joinsMeasured = (later, earlier) => follows(later.record, earlier.record) && isKnown(earlier) && isKnown(later);
var isKnown = ({ figure }) => figure.step !== void 0 && figure.step.error !== null;
var joinsExact = (later, earlier) => later.figure.base === earlier.figure.head;
function quietSteps(links, joins) {
  const last = links.at(-1);
  if (last === void 0 || !isQuiet(last)) return [];
  const from = unbrokenFrom(links, (later, earlier) => isQuiet(earlier) && joins(later, earlier));
  return links.slice(Math.max(from, links.length - WINDOW));
}
function driftAlong({ better, tolerance }, reach) {
  const worse = better === "lower" ? 1 : -1;
  return (links) => {
    const chain = quietSteps(links, joinsMeasured);
    if (!chain.every(isKnown)) return null;
    const steps = chain.map(({ figure }) => ({
      log: worse * Math.log(figure.step?.ratio ?? 1),
      error: figure.step?.error ?? 0
    }));
    const toleranceBefore = (count) => Math.log1p(relativeTolerance(chain.at(-count)?.figure.base ?? Infinity, tolerance));
    const drift = driftOf(steps, { tolerance: toleranceBefore, fewest: FEWEST_MEASURED, reach });
    if (drift === null) return null;
    const [low, high] = worse === 1 ? [drift.low, drift.high] : [-drift.high, -drift.low];
    return {
      ...spanOf(chain, drift.steps),
      ratio: Math.exp(worse * drift.log),
      low: Math.exp(low),
      high: Math.exp(high),
      values: null
    };
  };
}
function exactlyAlong({ better, tolerance }) {
  return (links) => {
    const chain = quietSteps(links, joinsExact);
    const now = chain.at(-1)?.figure.head;
    if (now === void 0) return null;
    const starts = chain.slice(0, 1 - FEWEST_EXACT).flatMap(({ figure: { base } }, at) => {
      const isWorse = base !== null && (better === "lower" ? now > base : now < base);
      return isWorse && exceeds(Math.abs(base), Math.abs(base) + Math.abs(now - base), tolerance) ? [{ then: base, steps: chain.length - at }] : [];
    });
    const [farthest] = starts.toReversed().toSorted((one, other) => Math.abs(other.then - now) - Math.abs(one.then - now));
    if (farthest === void 0) return null;
    const { then, steps } = farthest;
    const ratio = then > 0 && now > 0 ? now / then : null;
    return { ...spanOf(chain, steps), ratio, low: ratio, high: ratio, values: { then, now } };
  };
}
function spanOf(chain, steps) {
  const record = chain.at(-steps)?.record;
  if (record === void 0) throw new RangeError("a chain is as long as its steps");
  return { steps, since: { commit: record.base ?? record.commit, at: record.at } };
}

// src/publish/history-branch.ts
async function appendToBranch(client, target, records, waiting) {
  const last = { dropped: 0 };
  try {
    const commit = await updateBranch(
      client,
      target,
      async (read2) => {
        const before = await read2(HISTORY_FILE) ?? "";
        const { text: text2, dropped } = appendRecords(before, records);
        last.dropped = dropped;
        return text2 === before ? [] : [{ path: HISTORY_FILE, content: text2 }];
      },
      `History of ${records[0]?.commit ?? "a run"}`,
      waiting
    );
    return commit === null ? { status: "unchanged" } : { status: "appended", dropped: last.dropped };
  } catch (thrown) {
    return writeFailure(thrown, "The history was not written.");
  }
}
function readHistoryBranch(client, target) {
  return readBranchFile(client, target, HISTORY_FILE);
}

// src/action/history.ts
function placeOf({ inputs, workspace }) {
  const { "history-branch": branch, "history-folder": folder } = inputs;
  if (branch !== void 0) return { kind: "branch", branch };
  return folder === void 0 ? null : { kind: "folder", folder: path7.resolve(workspace, folder) };
}
async function appendHistory(report, request) {
  const { event, logger: logger2, inputs } = request;
  const place2 = placeOf(request);
  if (place2 === null || event.kind === "pull_request") return;
  const records = recordsOf(report, inputs.label);
  const undue = undueOnBranch(report, event, records.length > 0 ? null : NOTHING);
  if (undue !== null) {
    logger2[undue.level](`Nothing was appended to the history: ${undue.reason}.`);
    return;
  }
  const outcome = await append(place2, records, request);
  if (outcome.status === "failed") logger2.warning(outcome.message);
  else if (outcome.status === "unchanged") logger2.info(`The history in ${nameOf(place2)} has these figures.`);
  else {
    logger2.info(
      `The figures of ${plural(records.length, "model")} were appended to the history in ${nameOf(place2)}.`
    );
    if (outcome.dropped > 0)
      logger2.notice(
        `The oldest ${outcome.dropped} lines of the history gave way: it keeps ${MOST_LINES} lines and 4 MiB.`
      );
  }
}
var NOTHING = "no model changed, or none could be counted";
async function append(place2, records, { env: env2, connect }) {
  try {
    if (place2.kind === "folder")
      return { status: "appended", dropped: await appendToFolder(place2.folder, records) };
    const repository2 = repositoryIn(env2);
    if (connect === null || repository2 === null)
      return {
        status: "failed",
        message: "Nothing was appended to the history: the input github-token is empty."
      };
    const target = { ...repository2, branch: place2.branch };
    return await appendToBranch(await connect(), target, records, { random: Math.random });
  } catch (thrown) {
    return { status: "failed", message: sentenceOf(thrown) };
  }
}
async function withCreep(report, request) {
  const judged = { ...report };
  delete judged.creep;
  const place2 = placeOf(request);
  const published = request.event.kind === "pull_request" && request.inputs.mode !== "measure";
  if (place2 === null || !published) return judged;
  try {
    const text2 = await read(place2, request);
    if (text2 === null) {
      request.logger.info(`There is no history in ${nameOf(place2)} yet.`);
      return judged;
    }
    const { records, notes } = readHistory(text2);
    return {
      ...judged,
      creep: findCreep(judged, records, request.inputs.label),
      warnings: [...judged.warnings, ...notes]
    };
  } catch (thrown) {
    const warning = `Nobody looked for slow creep: ${sentenceOf(thrown)}`;
    return { ...judged, warnings: [...judged.warnings, warning] };
  }
}
async function read(place2, { env: env2, connect }) {
  if (place2.kind === "folder") return readHistoryFolder(place2.folder);
  const repository2 = repositoryIn(env2);
  if (connect === null || repository2 === null) {
    throw new GateError(
      "publish",
      "the history on a branch is read with a github-token, and there is none.",
      'Leave github-token out under "with:" for the token of the job.'
    );
  }
  return readHistoryBranch(await connect(), { ...repository2, branch: place2.branch });
}
var nameOf = (place2) => place2.kind === "branch" ? `the branch ${place2.branch}` : place2.folder;
var sentenceOf = (thrown) => thrown instanceof GateError ? `${thrown.message} ${thrown.next}` : `Unexpected: ${messageOf(thrown)}.`;

// src/publish/check.ts
var ANNOTATIONS_A_REQUEST = 50;
var checkName = (key) => key === "gate" ? "efficiency-gate" : `efficiency-gate (${key})`;
var ATTEMPTS2 = 3;
async function publishCheck(client, target, check) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await putCheck(client, target, check);
    } catch (thrown) {
      const lost = (statusOf(thrown) ?? 0) >= 500;
      if (!lost || attempt === ATTEMPTS2 || !await client.pause(attempt)) return explain(thrown);
    }
  }
}
async function putCheck(client, target, check) {
  const found = await findCheck(client, target);
  const there = found === null ? /* @__PURE__ */ new Set() : await annotationsOf(client, target, found);
  const fresh = check.annotations.filter((annotation) => !there.has(keyOf(annotation)));
  const [first = [], ...others] = batches(fresh);
  const { owner, repo, headSha, key, detailsUrl } = target;
  const outputOf = (annotations) => ({
    title: check.title,
    summary: check.summary,
    annotations: annotations.map(described)
  });
  const once = { request: { retries: 0 } };
  const state = {
    owner,
    repo,
    name: checkName(key),
    status: "completed",
    conclusion: check.conclusion,
    external_id: externalId(key),
    ...detailsUrl === void 0 ? {} : { details_url: detailsUrl },
    output: outputOf(first),
    ...once
  };
  const { data } = found === null ? await client.rest.checks.create({ ...state, head_sha: headSha }) : await client.rest.checks.update({ ...state, check_run_id: found });
  for (const annotations of others) {
    const output = outputOf(annotations);
    await client.rest.checks.update({ owner, repo, check_run_id: data.id, output, ...once });
  }
  return { status: found === null ? "created" : "updated", url: data.html_url ?? "" };
}
var externalId = (key) => `efficiency-gate:${key}`;
async function findCheck(client, { owner, repo, headSha, key }) {
  const query = { owner, repo, ref: headSha, check_name: checkName(key), per_page: 100 };
  const { data } = await client.rest.checks.listForRef(query);
  return data.check_runs.find(({ external_id: id }) => id === externalId(key))?.id ?? null;
}
async function annotationsOf(client, { owner, repo }, id) {
  const query = { owner, repo, check_run_id: id, per_page: 100 };
  const found = await client.paginate(client.rest.checks.listAnnotations, query);
  return new Set(
    found.map(
      ({ path: path10, start_line: line, annotation_level: level, title, message }) => JSON.stringify([path10, line, level, title, message])
    )
  );
}
var keyOf = ({ path: path10, line, level, title, message }) => JSON.stringify([path10, line, level, title, message]);
var described = ({ path: path10, line, level, title, message }) => ({
  path: path10,
  start_line: line,
  end_line: line,
  annotation_level: level,
  title,
  message
});
function batches(annotations) {
  const count = Math.ceil(annotations.length / ANNOTATIONS_A_REQUEST);
  return Array.from(
    { length: count },
    (_, index) => annotations.slice(index * ANNOTATIONS_A_REQUEST, (index + 1) * ANNOTATIONS_A_REQUEST)
  );
}
function explain(thrown) {
  const status = statusOf(thrown);
  if (status === void 0)
    return { status: "failed", message: `There is no check run. Unexpected: ${messageOf(thrown)}` };
  const said = `GitHub answered ${status}: ${messageOf(thrown)}`;
  if (/rate limit/i.test(messageOf(thrown)))
    return { status: "failed", message: `There is no check run, for GitHub's rate limit. ${said}` };
  if (status === 403 || status === 404) {
    return {
      status: "denied",
      message: 'There is no check run: the job lacks the permission "checks: write". Add it under "permissions:" of the job. A pull request from a fork never gets it (docs/forks.md tells what to do); the job itself is a check. ' + said
    };
  }
  return { status: "failed", message: `There is no check run. ${said}` };
}

// src/publish/fit.ts
var COMMENT_BYTES = 6e4;
var SUMMARY_BYTES = 1024 * 1024;
function fit(text2, limit, rest) {
  if (Buffer.byteLength(text2) <= limit) return text2;
  const note = `

_Cut here: GitHub takes no more. ${rest}_
`;
  const room = Buffer.from(text2).subarray(0, limit - Buffer.byteLength(note));
  const end = room.lastIndexOf("\n");
  return room.subarray(0, Math.max(end, 0)).toString("utf8") + note;
}

// src/publish/own-comments.ts
function marker(key) {
  return `<!-- efficiency-gate:${encodeURIComponent(key).replaceAll("--", "%2D%2D")} -->`;
}
var runMarker = ({ id, attempt }) => `<!-- efficiency-gate-run:${id}.${attempt} -->`;
var RUN_MARKER = /^<!-- efficiency-gate-run:(\d{1,15})\.(\d{1,6}) -->$/m;
function compareRuns(one, other) {
  const [a, b] = [one ?? NO_RUN, other ?? NO_RUN];
  return a.id - b.id || a.attempt - b.attempt;
}
var NO_RUN = { id: 0, attempt: 0 };
async function ownLogin(client) {
  try {
    return (await client.rest.users.getAuthenticated()).data.login;
  } catch (thrown) {
    if (statusOf(thrown) === 403) return null;
    throw thrown;
  }
}
async function findComments(client, { owner, repo, number, key }, login) {
  const all = await listComments(client, { owner, repo, issue_number: number });
  const own = all.flatMap(({ id, body = "", html_url: url, user }) => {
    const isOurs = login === null ? user?.type === "Bot" : user?.login === login;
    return isOurs && body.startsWith(marker(key)) ? [{ id, body, url, run: runOf2(body) }] : [];
  });
  return own.sort((a, b) => compareRuns(b.run, a.run) || a.id - b.id);
}
async function listComments(client, of) {
  const all = [];
  for (let page = 1; ; page += 1) {
    const { data } = await client.rest.issues.listComments({ ...of, per_page: A_PAGE, page });
    all.push(...data);
    if (data.length < A_PAGE) return all;
  }
}
var A_PAGE = 100;
function runOf2(body) {
  const [, second = ""] = body.split("\n", 2);
  const [, id, attempt] = RUN_MARKER.exec(second) ?? [];
  return id === void 0 || attempt === void 0 ? null : { id: Number(id), attempt: Number(attempt) };
}

// src/publish/comment.ts
var ATTEMPTS3 = 6;
var SETTLE_S = 2;
async function publishComment(client, target, write, create) {
  const progress = { written: null, text: null };
  try {
    return await settle(client, target, write, create, progress);
  } catch (thrown) {
    return progress.written ?? explain2(thrown);
  }
}
async function settle(client, target, write, create, progress) {
  const login = await ownLogin(client);
  const ours = target.run ?? null;
  for (let attempt = 1; ; attempt += 1) {
    const [best, ...others] = await findComments(client, target, login);
    if (best !== void 0 && compareRuns(best.run, ours) > 0) {
      await remove(client, target, ofOurRun(others, target));
      return { status: "outdated", url: best.url };
    }
    if (best !== void 0 && stands(best, progress)) {
      await remove(client, target, others);
      return progress.written ?? { status: "updated", url: best.url };
    }
    if (best === void 0 && !create) return { status: "absent" };
    if (attempt > ATTEMPTS3) {
      if (progress.written !== null) return progress.written;
      return { status: "failed", message: "The comment was not posted. Others kept writing over it." };
    }
    progress.text = textAfter(target, write, best?.body);
    try {
      const status = progress.written?.status;
      const written = await put(client, target, best, progress.text);
      progress.written = status === "created" ? { ...written, status } : written;
    } catch (thrown) {
      const lost = (statusOf(thrown) ?? 0) >= 500;
      const gone = best !== void 0 && statusOf(thrown) === 404;
      if (!lost && !gone) throw thrown;
      if (attempt === ATTEMPTS3 || !await client.pause(attempt)) throw thrown;
      continue;
    }
    if (!await client.pause(SETTLE_S)) return progress.written;
  }
}
var textAfter = (target, write, earlier) => {
  const lines = [marker(target.key), ...target.run === void 0 ? [] : [runMarker(target.run)]];
  const text2 = `${lines.join("\n")}
${write(earlier)}`;
  return fit(text2, COMMENT_BYTES, "The whole report is in the job summary.");
};
var stands = ({ body }, { text: text2 }) => text2 !== null && plain(body) === plain(text2);
var plain = (text2) => text2.replaceAll("\r", "").trimEnd();
var ofOurRun = (comments, { run }) => run === void 0 ? [] : comments.filter((comment) => compareRuns(comment.run, run) === 0);
async function put(client, { owner, repo, number }, found, body) {
  const once = { request: { retries: 0 } };
  const { issues } = client.rest;
  if (found === void 0) {
    const { data: data2 } = await issues.createComment({ owner, repo, issue_number: number, body, ...once });
    return { status: "created", url: data2.html_url };
  }
  const { data } = await issues.updateComment({ owner, repo, comment_id: found.id, body, ...once });
  return { status: "updated", url: data.html_url };
}
async function remove(client, { owner, repo }, comments) {
  for (const { id } of comments) {
    try {
      await client.rest.issues.deleteComment({ owner, repo, comment_id: id });
    } catch (thrown) {
      if (statusOf(thrown) === void 0) throw thrown;
      if (statusOf(thrown) !== 404) return;
    }
  }
}
function explain2(thrown) {
  const message = messageOf(thrown);
  const status = statusOf(thrown);
  if (status === void 0)
    return { status: "failed", message: `The comment was not posted. Unexpected: ${message}` };
  const said = `GitHub answered ${status}: ${message}`;
  if (/rate limit/i.test(message) || status === 429) {
    return { status: "failed", message: `The comment was not posted, for GitHub's rate limit. ${said}` };
  }
  if (status === 401) {
    return {
      status: "denied",
      message: `The comment was not posted: the github-token is not valid. ${said}`
    };
  }
  if (status === 403 || status === 404) {
    return {
      status: "denied",
      message: `The comment was not posted: the job lacks the permission "pull-requests: write". Add it under "permissions:" of the job. A pull request from a fork never gets it: measure and publish in two stages (docs/forks.md). The report is in the job summary. ${said}`
    };
  }
  return { status: "failed", message: `The comment was not posted. ${said}` };
}

// src/publish/outputs.ts
var LEAST_FAVOURABLE_FIRST = [
  "dominated",
  "trade-off",
  "inconclusive",
  "equivalent",
  "dominates"
];
var ratioOutput = ({ id }) => `${id.replaceAll("_", "-")}-ratio`;
var WITH_RATIO = [...COUNTED, ...MEASURED, ...ON_DEVICE, ...METERED];
var PLAN_OUTPUTS = ["matrix", "plan-path"];
var OUTPUT_NAMES = [
  "conclusion",
  "report-path",
  "html-path",
  "comment-path",
  "badge-path",
  "badge-endpoint-path",
  "comment-url",
  "relation",
  "regressed",
  "improved",
  ...WITH_RATIO.map(ratioOutput),
  ...PLAN_OUTPUTS
];
function fileOutputs(files) {
  return {
    "report-path": files.report,
    "html-path": files.html,
    "comment-path": files.comment,
    "badge-path": files.badge,
    "badge-endpoint-path": files.badgeEndpoint
  };
}
function figureOutputs(report) {
  const changed = report.models.filter(({ status }) => status !== "identical");
  const models = changed.some(({ relation }) => relation !== null) ? changed : report.models;
  const relations = new Set((changedOverFleet(report) ?? models).map(({ relation }) => relation));
  const comparisons = models.flatMap((model) => model.comparisons);
  const withVerdict = (verdict) => [...new Set(comparisons.filter((one) => one.verdict === verdict).map((one) => one.indicator))].join(",");
  const ratios = WITH_RATIO.map((indicator) => {
    const known = comparisons.flatMap(
      ({ indicator: id, effect }) => id === indicator.id && effect !== null ? [effect.ratio] : []
    );
    const worst = indicator.better === "lower" ? Math.max(...known) : Math.min(...known);
    return [ratioOutput(indicator), known.length === 0 ? "not-measured" : shortNumber(worst)];
  });
  return {
    conclusion: report.gate.conclusion,
    relation: LEAST_FAVOURABLE_FIRST.find((relation) => relations.has(relation)) ?? "none",
    regressed: withVerdict("regressed"),
    improved: withVerdict("improved"),
    ...Object.fromEntries(ratios)
  };
}
function changedOverFleet({ fleet }) {
  const changed = fleet?.filter(({ machines }) => machines.some(({ status }) => status !== "identical"));
  return changed?.some(({ relation }) => relation !== null) === true ? changed : fleet;
}
var SIGNIFICANT_DIGITS = 6;
var shortNumber = (value) => String(Number(value.toPrecision(SIGNIFICANT_DIGITS)));

// src/render/unpublished.ts
function unpublished(faults) {
  const said = faults.map((fault) => markdownText(fault));
  return `
${paragraphs(["**Not published**, which changes nothing of the result above:", bullets(said)])}
`;
}

// src/publish/publish-report.ts
var COMMENT_POLICIES = ["on-change", "on-failure", "always", "never", "required"];
async function publishReport(report, publication) {
  const { renderers, step, folder, policy, conversation: conversation2, reportUrl, checkedSha } = publication;
  const write = (earlier) => renderers.comment(report, {
    ...reportUrl === void 0 ? {} : { reportUrl },
    ...earlier === void 0 ? {} : { earlier }
  });
  const comment = write();
  const files = await writeFiles(folder, report, {
    html: await renderers.html(report),
    comment,
    badge: renderers.badge(report),
    badges: renderers.badges(report)
  });
  for (const [name, value] of Object.entries({ ...figureOutputs(report), ...fileOutputs(files) })) {
    step.setOutput(name, value);
  }
  await step.writeSummary(
    fit(renderers.summary(report), SUMMARY_BYTES, "The whole report is in report.json.")
  );
  if (conversation2 === null) return { check: null, comment: null };
  const check = checkedSha === null ? null : await checkOff(conversation2, { headSha: checkedSha, detailsUrl: reportUrl }, renderers.check(report));
  const outcome = policy === "never" ? null : await converse(conversation2, write, calls(policy, report));
  if (outcome !== null && "url" in outcome) step.setOutput("comment-url", outcome.url);
  const faults = [check, outcome].flatMap((one) => one !== null && "message" in one ? [one.message] : []);
  if (faults.length > 0) await step.writeSummary(unpublished(faults));
  if (policy === "required" && outcome !== null && "message" in outcome) {
    throw new GateError(
      "publish",
      outcome.message,
      'Grant the permission, or leave "comment: required" out so that the gate stands without its comment.'
    );
  }
  return { check, comment: outcome };
}
async function checkOff({ connect, target: { owner, repo, key } }, commit, check) {
  if (connect === null)
    return { status: "denied", message: "There is no check run: the input github-token is empty." };
  return publishCheck(await connect(), { owner, repo, key, ...commit }, check);
}
function calls(policy, report) {
  if (policy === "always") return true;
  if (policy === "on-failure") return report.gate.conclusion !== "passed";
  return report.models.some(({ status }) => status !== "identical");
}
async function converse({ connect, target }, write, create) {
  if (connect === null) {
    return { status: "denied", message: "The comment was not posted: the input github-token is empty." };
  }
  return publishComment(await connect(), target, write, create);
}

// src/action/inputs.ts
var text = external_exports.string().trim().transform((value) => value === "" ? void 0 : value);
var optional = (schema) => text.pipe(schema.optional());
var wholeNumber = external_exports.string().regex(/^\d{1,6}$/, "expected a whole number").transform(Number);
var branchName = external_exports.string().regex(
  /^(?!.*(?:\.\.|\/\/|\.lock(?:\/|$)))[A-Za-z0-9_][A-Za-z0-9_./-]{0,99}(?<![./])$/,
  "expected the name of a branch, of letters, digits, dashes, dots and slashes"
);
var MODES = ["gate", "plan", "measure", "report"];
var inputsSchema = external_exports.object({
  "config-file": text,
  mode: text.pipe(external_exports.enum(MODES, `expected one of ${MODES.join(", ")}`).default("gate")),
  report: text,
  plan: text,
  shard: optional(shardPositionSchema),
  "github-token": text,
  provider: optional(
    external_exports.string().regex(/^[a-z][a-z0-9]*$/, "expected the name of an execution provider, such as cpu")
  ),
  threads: optional(wholeNumber.pipe(external_exports.int().min(1).max(1024))),
  budget: optional(
    external_exports.union(
      [
        external_exports.literal("auto"),
        external_exports.string().regex(/^\d{1,6}(\.\d+)?$/).transform(Number).pipe(external_exports.number().positive())
      ],
      'expected seconds, or "auto"'
    )
  ),
  "base-ref": text,
  "head-ref": text,
  "base-model": text,
  "head-model": text,
  "declared-base": text,
  "declared-head": text,
  "output-folder": text,
  "onnxruntime-path": text,
  "warn-only": optional(
    external_exports.enum(["true", "false"], "expected true or false").transform((word) => word === "true")
  ),
  comment: text.pipe(
    external_exports.enum(COMMENT_POLICIES, `expected one of ${COMMENT_POLICIES.join(", ")}`).default("on-change")
  ),
  check: optional(external_exports.enum(["true", "false"], "expected true or false").transform((word) => word === "true")),
  "api-patience": optional(wholeNumber.pipe(external_exports.int().min(1).max(3600))),
  "badge-branch": optional(branchName),
  "history-branch": optional(branchName),
  "history-folder": text,
  label: optional(machineNameSchema)
});
var INPUT_NAMES = Object.keys(inputsSchema.shape);
function readInputs(getInput2) {
  const given = Object.fromEntries(INPUT_NAMES.map((name) => [name, getInput2(name)]));
  const parsed = inputsSchema.safeParse(given);
  if (!parsed.success) {
    const fault = parsed.error.issues[0];
    const name = String(fault?.path[0]);
    throw new GateError(
      "usage",
      `The input ${name} is ${JSON.stringify(given[name])}: ${fault?.message ?? "not usable"}.`,
      `Correct "${name}:" under "with:" in the workflow, or leave it out for the default.`
    );
  }
  const { "base-model": base, "head-model": head } = parsed.data;
  if (base === void 0 !== (head === void 0)) {
    const missing = base === void 0 ? "base-model" : "head-model";
    throw new GateError(
      "usage",
      `The input ${missing} is missing: models outside of git are compared as a pair.`,
      "Give both base-model and head-model, or neither."
    );
  }
  if (parsed.data.mode === "report" !== (parsed.data.report !== void 0)) {
    throw new GateError(
      "usage",
      parsed.data.report === void 0 ? "The input report is missing, which mode: report judges again." : "The input report goes with mode: report.",
      'Give both "mode: report" and "report: path/of/report.json", or neither.'
    );
  }
  const { mode, shard, plan } = parsed.data;
  if (shard !== void 0 && (mode !== "measure" || plan === void 0 || parsed.data.label === void 0)) {
    throw new GateError(
      "usage",
      "The input shard goes with mode: measure, the plan that it is a part of, and the label of the machine.",
      "Give mode: measure, plan, label and shard as docs/fleet.md shows, or leave shard out."
    );
  }
  if (plan !== void 0 && (mode === "gate" || mode === "plan")) {
    throw new GateError(
      "usage",
      `The input plan does not go with mode: ${mode}.`,
      "It tells jobs of mode: measure what to measure, and the one of mode: report what to expect."
    );
  }
  const declared = ["declared-base", "declared-head"].find(
    (name) => parsed.data[name] !== void 0
  );
  if (declared !== void 0 && base === void 0) {
    throw new GateError(
      "usage",
      `The input ${declared} goes with base-model and head-model, which are missing.`,
      'Leave it out: of models in git, what is declared is read from both commits ("declared:" in the configuration).'
    );
  }
  if (parsed.data["history-branch"] !== void 0 && parsed.data["history-folder"] !== void 0) {
    throw new GateError(
      "usage",
      "The inputs history-branch and history-folder are both given.",
      "A history lies in one place: leave one of them out."
    );
  }
  return parsed.data;
}

// src/action/fleet-plan.ts
import path8 from "node:path";
async function publishPlan({ plan, machines }, { folder, step, logger: logger2 }) {
  const matrix = matrixOf(plan, machines);
  await writeDocuments(folder, { "plan.json": plan, "matrix.json": matrix });
  step.setOutput("matrix", JSON.stringify(matrix));
  step.setOutput("plan-path", path8.join(folder, "plan.json"));
  logger2.info(planInWords(plan));
  await step.writeSummary(fit(planSummary(plan), SUMMARY_BYTES, "The rest is in plan.json."));
}

// src/action/refusals.ts
function refusePrivilegedMeasuring(event, mode) {
  if (event.kind === "workflow_run" && mode !== "report") {
    throw new GateError(
      "usage",
      `mode: ${mode} does not run on workflow_run, where a pull request from anybody could use the write token and secrets of this repository.`,
      'Measure on pull_request with "mode: measure", and publish on workflow_run with "mode: report" (docs/forks.md).'
    );
  }
}
function exposedRunner(event, mode, { RUNNER_ENVIRONMENT: kind }) {
  if (mode === "report" || event.kind !== "pull_request" || !event.isPublic || kind !== "self-hosted")
    return null;
  const who = event.fork ? "This pull request comes from a fork" : "Anybody may open a pull request here";
  return `${who}, and its models run on a self-hosted runner of a public repository: what they leave behind, later jobs find. Use a hosted runner, or one that is thrown away after each job (docs/forks.md).`;
}

// src/main.ts
async function runAction(runner2, stages) {
  try {
    const { env: env2, logger: logger2 } = runner2;
    const inputs = readInputs((name) => runner2.getInput(name));
    if (inputs["github-token"] !== void 0) runner2.setSecret(inputs["github-token"]);
    const told = await readEvent(env2);
    refusePrivilegedMeasuring(told, inputs.mode);
    const exposed = exposedRunner(told, inputs.mode, env2);
    if (exposed !== null) logger2.warning(exposed);
    const workspace = path9.resolve(env2.GITHUB_WORKSPACE ?? ".");
    const connect = connector(inputs, runner2, stages);
    const folder = outputFolder(inputs, workspace, env2);
    if (inputs.mode === "plan" && told.kind !== "workflow_run") {
      await publishPlan(await stages.plan({ inputs, event: told, workspace }), {
        folder,
        step: runner2,
        logger: logger2
      });
      return EXIT.passed;
    }
    let announced = inputs.mode !== "measure";
    const onProgress = async (report2) => {
      await writeProgress(folder, report2);
      if (!announced) runner2.setOutput("report-path", path9.join(folder, "report.json"));
      announced = true;
    };
    const { event, report: measured } = told.kind === "workflow_run" ? await stages.receive({ inputs, run: told, workspace }, { ...repositoryOf(env2), connect }) : { event: told, report: await stages.gate({ inputs, event: told, workspace }, onProgress) };
    const heard = event.kind === "pull_request" ? await stages.hear(measured, event, { ...repositoryOf(env2), connect }) : measured;
    const history = { inputs, event, env: env2, workspace, connect, logger: logger2 };
    const report = await withCreep(heard, history);
    if (inputs.mode === "measure") tellMeasured(report, logger2);
    else tellConclusion(report, logger2);
    const published = await publishReport(report, {
      renderers: stages.renderers,
      step: runner2,
      folder,
      policy: inputs.comment,
      conversation: inputs.mode === "measure" ? null : conversation(event, inputs, runOf3(told, env2), env2, connect),
      checkedSha: event.kind === "pull_request" && (inputs.check ?? told.kind === "workflow_run") ? event.headSha : null,
      reportUrl: runUrl(env2)
    });
    if (inputs.mode === "measure") return EXIT.passed;
    tellPublished(published, logger2);
    await pushBadges(report, () => stages.renderers.badges(report), {
      branch: inputs["badge-branch"],
      event,
      env: env2,
      connect,
      logger: logger2
    });
    await appendHistory(report, history);
    return exitStatusOfReport(report);
  } catch (thrown) {
    return await tellFailure(thrown, runner2);
  }
}
function outputFolder(inputs, workspace, env2) {
  const chosen = inputs["output-folder"];
  if (chosen !== void 0) return path9.resolve(workspace, chosen);
  return path9.join(env2.RUNNER_TEMP ?? workspace, "efficiency-gate", commentKey(inputs));
}
var commentKey = (inputs) => inputs.label ?? "gate";
function conversation(event, inputs, run, env2, connect) {
  if (event.kind !== "pull_request") return null;
  return { target: { ...repositoryOf(env2), number: event.number, key: commentKey(inputs), run }, connect };
}
function repositoryOf(env2) {
  const [, owner, repo] = /^([^/]+)\/([^/]+)$/.exec(env2.GITHUB_REPOSITORY ?? "") ?? [];
  if (owner === void 0 || repo === void 0) {
    throw new GateError(
      "usage",
      'GITHUB_REPOSITORY is not set to "owner/name".',
      "GitHub Actions sets it; set it when you run the action yourself."
    );
  }
  return { owner, repo };
}
function runOf3(told, env2) {
  if (told.kind === "workflow_run") return { id: told.id, attempt: told.attempt };
  const { GITHUB_RUN_ID: id = "", GITHUB_RUN_ATTEMPT: attempt = "1" } = env2;
  return /^\d{1,15}$/.test(id) && /^\d{1,6}$/.test(attempt) ? { id: Number(id), attempt: Number(attempt) } : void 0;
}
function connector(inputs, { env: env2, logger: logger2 }, stages) {
  const token = inputs["github-token"];
  const apiUrl = env2.GITHUB_API_URL ?? "https://api.github.com";
  const patienceS = inputs["api-patience"];
  let client;
  return token === void 0 || inputs.mode === "measure" ? null : () => client ??= stages.connect({ token, apiUrl, logger: logger2, patienceS });
}
function runUrl(env2) {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository2, GITHUB_RUN_ID: run } = env2;
  if (server === void 0 || repository2 === void 0 || run === void 0) return void 0;
  return `${server}/${repository2}/actions/runs/${run}`;
}
function tellConclusion({ gate, warnings }, logger2) {
  for (const warning of warnings) logger2.warning(warning);
  if (gate.conclusion !== "passed") logger2.error(gate.summary);
  else if (gate.warnOnly) logger2.warning(gate.summary);
  else logger2.info(gate.summary);
}
function tellMeasured({ gate, warnings }, logger2) {
  for (const warning of warnings) logger2.warning(warning);
  logger2.notice(`Measured; this job passes, and the job that publishes judges again: ${gate.summary}`);
}
function tellPublished({ comment, check }, logger2) {
  if (check !== null) {
    if ("message" in check) logger2.notice(check.message);
    else logger2.info(`The check run was ${check.status}: ${check.url}`);
  }
  if (comment === null) return;
  if ("message" in comment) logger2.warning(comment.message);
  else if ("url" in comment) logger2.info(`The comment was ${comment.status}: ${comment.url}`);
}
async function tellFailure(thrown, runner2) {
  const { message, next, exitStatus } = describeFailure(thrown);
  runner2.logger.error(`${message}
${next}`);
  runner2.setOutput("conclusion", exitStatus === EXIT.unmeasured ? "incomplete" : "error");
  const quoted = `${message}
${next}`.replace(/^/gm, "    ");
  try {
    await runner2.writeSummary(`### efficiency-gate stopped

${quoted}
`);
  } catch (second) {
    runner2.logger.error(`The job summary cannot be written: ${describeFailure(second).message}`);
  }
  return exitStatus;
}

// src/render/check.ts
var SUMMARY_BYTES2 = 65e3;
var TITLE_LENGTH = 250;
var MOST_ANNOTATIONS = 200;
function renderCheck(report) {
  return {
    conclusion: conclusionOf(report),
    title: titleOf(report),
    summary: markdownReport(report, { bytes: SUMMARY_BYTES2, rest: "report.json" }),
    annotations: annotationsOf2(report).slice(0, MOST_ANNOTATIONS)
  };
}
function titleOf(report) {
  const suffix = forkSuffix(report);
  const title = terminalText(`${headlineOf(report).sign} ${report.gate.summary}`);
  return `${beginningOf(title, TITLE_LENGTH - suffix.length)}${suffix}`;
}
function conclusionOf({ gate }) {
  switch (gate.conclusion) {
    case "passed":
      return gate.warnOnly ? "neutral" : "success";
    case "failed":
    case "error":
      return "failure";
    case "incomplete":
      return "action_required";
  }
}
function annotationsOf2(report) {
  return [
    ...report.models.flatMap((model) => onModel(report, model)),
    ...report.models.flatMap((model) => onTolerances(report, model))
  ];
}
function onModel(report, model) {
  const path10 = model.head?.path ?? model.base?.path;
  if (path10 === void 0 || report.head.sha === null) return [];
  const worse = regressions(model);
  const title = terminalText(`${model.name}: ${worse.length > 0 ? "proven to be worse" : "not compared"}`);
  if (worse.length > 0) {
    const level = worse.some((one) => isOpen(report, model, one)) ? levelOf(report) : "notice";
    const message2 = worse.map((one) => describe(report, model, one)).join("\n");
    return [{ path: path10, line: 1, level, title, message: message2 }];
  }
  if (model.problem === null) return [];
  const message = `${terminalText(model.problem.message)}
${terminalText(model.problem.next)}`;
  return [{ path: path10, line: 1, level: "warning", title, message }];
}
function onTolerances(report, model) {
  const { written } = report.policy;
  if (written === void 0) return [];
  const { harness } = model.measurement ?? {};
  return regressions(model).flatMap((comparison) => {
    const { indicator } = comparison;
    const key = harness === void 0 ? indicator : `benchmarks.${harness.name}.${indicator}`;
    const line = Object.hasOwn(written.toleranceLines, key) ? written.toleranceLines[key] : void 0;
    if (line === void 0) return [];
    const message = `${terminalText(model.name)}: ${describe(report, model, comparison)}`;
    const level = isOpen(report, model, comparison) ? levelOf(report) : "notice";
    return [{ path: written.file, line, level, title: "Beyond this tolerance", message }];
  });
}
var regressions = ({ comparisons }) => comparisons.filter(({ gated, verdict }) => gated && verdict === "regressed");
var levelOf = ({ gate }) => gate.warnOnly ? "warning" : "failure";
function isOpen({ acknowledgements = [] }, { name }, { indicator }) {
  return !acknowledgements.some(
    ({ covers }) => covers.some((one) => one.model === name && one.indicator === indicator)
  );
}
function describe(report, model, comparison) {
  const { base, head, change } = comparisonCells(comparison);
  const acknowledged = isOpen(report, model, comparison) ? "" : " (acknowledged)";
  return terminalText(
    `${nounOf(comparison.indicator).noun}: ${change}, ${head} against ${base}${acknowledged}`
  );
}

// src/render/summary.ts
var SUMMARY_BYTES3 = 1024 * 1024 - 4096;
function renderSummary(report) {
  return markdownReport(report, { bytes: SUMMARY_BYTES3, rest: "report.json" });
}

// src/index.ts
var { env } = process;
var dist = import.meta.dirname;
var runner = actionsRunner(env);
var { logger } = runner;
var interruption = new AbortController();
var { signal } = interruption;
process.once("SIGINT", () => {
  interruption.abort();
}).once("SIGTERM", () => {
  interruption.abort();
});
var machineFor = ({ inputs: { "onnxruntime-path": given } }) => ({
  runtime: (provider) => actionRuntime({ given, cuda: NVIDIA_PROVIDERS.has(provider), dist, env, logger, signal }),
  dist,
  env,
  logger,
  signal
});
process.exitCode = await runAction(runner, {
  gate: (request, onProgress) => gateOfEvent(request, { ...machineFor(request), onProgress }),
  plan: (request) => planOfEvent(request, machineFor(request)),
  receive: (request, connection) => receiveReport(request, connection, env, signal),
  hear: hearPullRequest,
  renderers: {
    comment: renderComment,
    summary: renderSummary,
    badge: renderBadge,
    badges: badgeFiles,
    check: renderCheck,
    // Loaded late, as the plotting library takes longer to load than all else together.
    html: async (report) => (await import("./chunk-ZHMQXTIV.js")).renderHtml(report)
  },
  // Loaded late: the toolkit reads the event while it is imported, and throws where ours explains.
  connect: async (connection) => (await import("./chunk-GAWKMANK.js")).connectGitHub(connection)
});
