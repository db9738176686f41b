import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readRegularFile
} from "./chunk-IDKS5MQE.js";
import {
  OtherSchemaError,
  parseReport
} from "./chunk-PG4PWYPK.js";
import {
  machineNameSchema
} from "./chunk-7PLQM42J.js";
import {
  GateError
} from "./chunk-K3FV7RGY.js";
import {
  onMachine,
  subjectOf
} from "./chunk-HTD2XBQP.js";

// src/fleet/machine-names.ts
var shardOf = ({ machine, index, of }) => of === 1 ? machine : `${machine}, ${index} of ${of}`;
function nameMachines(received) {
  const taken = new Set(received.flatMap(({ report }) => report.shard?.machine ?? []));
  const named = /* @__PURE__ */ new Map();
  for (const { file, report } of received.toSorted(byFile)) {
    if (report.shard !== void 0) continue;
    const name = unique(nameOf(report), taken);
    taken.add(name);
    named.set(file, name);
  }
  return received.map((one) => ({
    ...one,
    shard: one.report.shard ?? { machine: named.get(one.file) ?? "machine", index: 1, of: 1 }
  }));
}
var byFile = (one, other) => one.file < other.file ? -1 : one.file > other.file ? 1 : 0;
var LONGEST = 48;
function nameOf({ environment, models }) {
  const providers = new Set(models.flatMap(({ measurement }) => measurement?.provider ?? []));
  providers.delete("cpu");
  const words = [environment?.cpuModel ?? "machine", ...providers].join(" ").replace(/\((?:R|TM|C)\)/gi, "").replace(/@.*?GHz/, "").replace(/[^A-Za-z0-9._ -]+/g, " ").replace(/ +/g, " ").replace(/^[^A-Za-z0-9]+/, "").slice(0, LONGEST).trim();
  return machineNameSchema.safeParse(words).success ? words : "machine";
}
function unique(wanted, taken) {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted} ${count}`;
    if (!taken.has(name)) return name;
  }
}

// src/fleet/one-policy.ts
function onePolicy(first, merged) {
  const { policy } = first.report;
  const own = merged.reduce(
    (sum, { report }) => sum + (report.shard?.decisions ?? report.policy.decisions),
    0
  );
  const decisions = Math.max(own, ...merged.map(({ report }) => report.policy.decisions));
  const others = merged.filter(({ report }) => rulesOf(report.policy) !== rulesOf(policy));
  return {
    policy: { ...policy, decisions: Math.min(decisions, Number.MAX_SAFE_INTEGER) },
    warnings: others.map(
      ({ file }) => `${file} was judged by other settings than ${first.file}: it is judged again by those of the run.`
    )
  };
}
function rulesOf({ alpha, tolerances, required, warnOnly, failOnInconclusive, ...more }) {
  const { maxImprovement, gridIntensity = null, price = null, claims, acknowledgeLabel = null } = more;
  const sorted = Object.entries(tolerances).toSorted(([one], [other]) => one < other ? -1 : 1);
  return JSON.stringify([
    ...[alpha, sorted, required, warnOnly, failOnInconclusive],
    ...[maxImprovement, gridIntensity, price?.perHour, price?.currency, claims ?? "report", acknowledgeLabel]
  ]);
}

// src/fleet/one-run.ts
function ofOneRun(received, expectation) {
  const kept = [];
  const faults = [];
  const models = /* @__PURE__ */ new Map();
  const { plan, planTrusted = false } = expectation;
  let revisions = planTrusted ? plan : void 0;
  for (const one of received) {
    const { file, report } = one;
    const fault = faultOf(report, expectation, revisions) ?? otherModel(report, models);
    if (fault !== null) {
      faults.push({ ...fault, subject: file });
      continue;
    }
    revisions ??= report;
    for (const model of report.models) if (!models.has(model.name)) models.set(model.name, { model, file });
    kept.push(one);
  }
  return { kept, faults };
}
function faultOf(report, { pullRequest }, revisions) {
  if (report.machines !== void 0)
    return { kind: "corrupt", reason: "It is merged itself, and not of one machine." };
  const said = report.pullRequest;
  if (pullRequest !== void 0 && (said?.number !== pullRequest.number || said.headSha !== pullRequest.headSha)) {
    const is = said === void 0 ? "of no pull request" : `of pull request ${said.number} at ${short(said.headSha)}`;
    return foreign(
      `It is ${is}; this is pull request ${pullRequest.number} at ${short(pullRequest.headSha)}.`
    );
  }
  if (revisions === void 0) return null;
  for (const side of ["base", "head"]) {
    const [is, wanted] = [report[side].sha, revisions[side].sha];
    if (is !== wanted) return foreign(`Its ${side} is ${short(is)}, and not ${short(wanted)}.`);
  }
  return null;
}
function otherModel(report, models) {
  for (const model of report.models) {
    const known = models.get(model.name);
    for (const side of ["base", "head"]) {
      const [is, wanted] = [model[side]?.sha256, known?.model[side]?.sha256];
      if (is !== void 0 && wanted !== void 0 && is !== wanted)
        return foreign(`Its ${side} of ${model.name} has other bytes than that of ${known?.file ?? ""}.`);
    }
  }
  return null;
}
var foreign = (reason) => ({ kind: "foreign", reason });
var short = (sha) => sha === null ? "no commit" : sha.slice(0, 10);

// src/fleet/place-shards.ts
function placeShards(reports, plan) {
  const planned = plan?.machines.map(({ name }) => name) ?? [];
  const others = new Set(reports.map(({ shard }) => shard.machine).filter((name) => !planned.includes(name)));
  const machines = [...planned, ...[...others].toSorted()].map((name) => ({
    name,
    of: shardsOf(name, reports, plan)
  }));
  const shards = [];
  const faults = reports.flatMap((one) => unplanned(one, plan));
  for (const { name, of } of machines) {
    const own = reports.filter(({ shard }) => shard.machine === name);
    const indices = /* @__PURE__ */ new Set([
      ...Array.from({ length: of }, (_, at) => at + 1),
      ...own.map(({ shard }) => shard.index)
    ]);
    for (const index of [...indices].toSorted((one, other) => one - other)) {
      const [newest, ...older] = own.filter(({ shard }) => shard.index === index).toSorted(newestFirst);
      const subject = shardOf({ machine: name, index, of });
      if (newest === void 0) {
        faults.push({ kind: "missing", subject, reason: "No report of it is there." });
        continue;
      }
      shards.push(newest);
      faults.push(...older.map((one) => twice(subject, newest, one)), ...leftOut(subject, newest, plan));
    }
  }
  return { machines, shards, faults };
}
function shardsOf(name, reports, plan) {
  const planned = plan?.machines.find((machine) => machine.name === name)?.shards.length;
  if (planned !== void 0) return planned;
  return Math.max(...reports.filter(({ shard }) => shard.machine === name).map(({ shard }) => shard.of));
}
function unplanned({ file, shard }, plan) {
  if (plan === void 0) return isWithin(shard) ? [] : [stray(file, `It says to be ${shardOf(shard)}.`)];
  const planned = plan.machines.find(({ name }) => name === shard.machine)?.shards.length;
  if (planned === void 0) return [stray(file, `The plan has no machine ${shard.machine}.`)];
  if (shard.of === planned && isWithin(shard)) return [];
  return [stray(file, `It says to be ${shardOf(shard)}; the plan has ${planned} of ${shard.machine}.`)];
}
var isWithin = ({ index, of }) => index <= of;
var stray = (file, reason) => ({ kind: "unplanned", subject: file, reason });
var newestFirst = (one, other) => Date.parse(other.report.createdAt) - Date.parse(one.report.createdAt) || byFile(one, other);
var twice = (subject, newest, older) => ({
  kind: "duplicate",
  subject,
  reason: `${newest.file} and ${older.file} are both of it; the figures of ${newest.file} are shown.`
});
function leftOut(subject, { shard, report }, plan) {
  const planned = plan?.machines.find(({ name }) => name === shard.machine)?.shards[shard.index - 1]?.models ?? [];
  const there = new Set(report.models.map(({ name }) => name));
  return planned.filter((model) => !there.has(model)).map((model) => ({
    kind: "missing",
    subject,
    reason: `Its report has nothing of ${model}, which is planned.`
  }));
}

// src/fleet/assemble.ts
function assembleFleet(received, expectation = {}, unreadable = []) {
  const { kept, faults: foreign2 } = ofOneRun(received, expectation);
  const [first] = kept;
  if (first === void 0) throw nothingToMerge([...unreadable, ...foreign2]);
  const placed = placeShards(nameMachines(kept), expectation.plan);
  const { policy, warnings } = onePolicy(first, placed.shards);
  const machines = machinesOf(placed, expectation);
  const { models, faults: repeated } = modelsOf(placed);
  const { base, head, pullRequest } = first.report;
  const claims = placed.shards.find(({ report }) => report.claims !== void 0)?.report.claims;
  const acknowledgements = placed.shards.find(({ report }) => report.acknowledgements !== void 0)?.report.acknowledgements;
  const { unchanged, unchangedLeftOut } = placed.shards.find(({ report }) => report.unchanged !== void 0)?.report ?? first.report;
  return {
    evidence: {
      base,
      head,
      ...pullRequest === void 0 ? {} : { pullRequest },
      models,
      ...claims === void 0 ? {} : { claims },
      ...acknowledgements === void 0 ? {} : { acknowledgements },
      ...unchanged === void 0 ? {} : { unchanged },
      ...unchangedLeftOut === void 0 ? {} : { unchangedLeftOut },
      environment: null,
      machines,
      shardFaults: [
        ...placed.faults,
        ...unmentioned(models, machines),
        ...repeated,
        ...foreign2,
        ...unreadable
      ].toSorted(bySubject),
      warnings: [...warnings, ...unlikeHosts(placed), ...warningsOf(placed)],
      // The last: what had expired by then answers for nothing.
      createdAt: new Date(Math.max(...kept.map(({ report }) => Date.parse(report.createdAt))))
    },
    policy
  };
}
var NAMED = 3;
function nothingToMerge(faults) {
  const more = faults.length - NAMED;
  const told = faults.slice(0, NAMED).map(({ subject, reason }) => `${subject}: ${reason}`);
  return new GateError(
    "report",
    ["There is no report to merge.", ...told, ...more > 0 ? [`And ${more} more.`] : []].join(" "),
    "Give the report.json files of one run, or a folder that holds them, each in a sub-folder of its own."
  );
}
function requireMachines(fleet, names) {
  const { machines, models, shardFaults } = fleet.evidence;
  if (names === void 0 || !models.some(isMeasured)) return fleet;
  const there = new Set(machines.map(({ name }) => name));
  const missing = names.filter((name) => !there.has(name));
  return {
    ...fleet,
    evidence: {
      ...fleet.evidence,
      machines: [
        ...machines.map((machine) => ({ ...machine, required: names.includes(machine.name) })),
        ...missing.map((name) => ({ name, required: true, environment: null, shards: { of: 1, merged: 0 } }))
      ],
      shardFaults: [
        ...shardFaults,
        ...missing.map((name) => ({
          kind: "missing",
          subject: name,
          reason: "The configuration requires this machine, and no report of it is there."
        }))
      ]
    }
  };
}
var isMeasured = ({ status }) => status === "compared" || status === "failed";
function unmentioned(models, machines) {
  const subjects = new Set(models.filter(isMeasured).map(subjectOf));
  return machines.filter(
    ({ required, models: planned, shards: { of, merged } }) => required && planned === void 0 && merged === of
  ).flatMap(({ name }) => {
    const own = new Set(models.filter(({ machine }) => machine === name).map(subjectOf));
    return [...subjects].filter((subject) => !own.has(subject)).map((subject) => ({
      kind: "missing",
      subject: name,
      reason: `Its report has nothing of ${subject}, which another machine measured.`
    }));
  });
}
var bySubject = (one, other) => compareText(one.subject, other.subject) || compareText(one.reason, other.reason);
var compareText = (one, other) => one < other ? -1 : one > other ? 1 : 0;
function machinesOf({ machines, shards }, { plan, planTrusted = false }) {
  return machines.map(({ name, of }) => {
    const own = shards.filter(({ shard }) => shard.machine === name);
    const planned = plan?.machines.find((machine) => machine.name === name);
    const environment = own.find(({ report }) => report.environment !== null)?.report.environment ?? null;
    return {
      name,
      required: plan === void 0 || planned !== void 0 && (planned.required || !planTrusted),
      environment,
      shards: { of, merged: own.length },
      ...planned === void 0 || !planTrusted ? {} : { models: planned.shards.flatMap(({ models }) => models) }
    };
  });
}
function modelsOf({ shards }) {
  const faults = [];
  const found = /* @__PURE__ */ new Map();
  for (const { file, report, shard } of shards) {
    for (const model of report.models) {
      const name = onMachine(model.name, shard.machine);
      const own = { ...model, name, machine: shard.machine, environment: report.environment };
      const entry = { model: own, file, createdAt: report.createdAt };
      const before = found.get(name);
      if (before === void 0) {
        found.set(name, entry);
        continue;
      }
      const both = before.model.measurement !== null && model.measurement !== null;
      if (both) {
        faults.push({
          kind: "duplicate",
          subject: name,
          reason: `It is in ${before.file} and in ${file}; the newer is shown.`
        });
      }
      const newer = Date.parse(report.createdAt) > Date.parse(before.createdAt);
      if (both ? newer : before.model.measurement === null && model.measurement !== null)
        found.set(name, entry);
    }
  }
  return { models: [...found.values()].map(({ model }) => model), faults };
}
function warningsOf({ shards }) {
  const all = [...new Set(shards.flatMap(({ report }) => report.warnings))];
  return all.flatMap((warning) => {
    const of = shards.filter(({ report }) => report.warnings.includes(warning));
    if (of.length === shards.length) return [warning];
    return of.map(({ shard }) => `${shardOf(shard)}: ${warning}`);
  });
}
function unlikeHosts({ machines, shards }) {
  return machines.flatMap(({ name }) => {
    const own = shards.flatMap(
      ({ shard, report }) => shard.machine === name && report.environment !== null ? [report.environment] : []
    );
    const hosts = new Set(
      own.map(({ cpuModel, cores, arch, runtime }) => [cpuModel, cores, arch, runtime].join(", "))
    );
    if (hosts.size < 2) return [];
    return [
      `Reports of ${name} are of unlike machines: ${[...hosts].toSorted().join("; ")}. Each model tells its own.`
    ];
  });
}

// src/fleet/gather-reports.ts
import { lstat, opendir } from "node:fs/promises";
import path from "node:path";

// src/recorded-report.ts
var MOST_BYTES = 64 * 1024 * 1024;
var MOST_DEPTH = 64;
var MOST_MODELS = 1e3;
async function readRecordedReport(file, label) {
  const text = await readRegularFile(file, label, {
    mostBytes: MOST_BYTES,
    unlike: NEXT,
    unreadable: "Check the path, and that the run that measured uploaded its report."
  });
  if (depthOf(text) > MOST_DEPTH) throw refused(label, `is nested more than ${MOST_DEPTH} levels deep`);
  const report = parseReport(text, label);
  if (report.models.length > MOST_MODELS) throw refused(label, `is of more than ${MOST_MODELS} models`);
  return report;
}
var NEXT = "Give a report.json that efficiency-gate wrote, unchanged.";
var refused = (label, fault) => new GateError("report", `${label} ${fault}.`, NEXT);
function depthOf(text) {
  let depth = 0;
  let deepest = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inText) {
      if (character === "\\") at += 1;
      else if (character === '"') inText = false;
    } else if (character === '"') inText = true;
    else if (character === "[" || character === "{") deepest = Math.max(deepest, depth += 1);
    else if (character === "]" || character === "}") depth -= 1;
  }
  return deepest;
}

// src/fleet/gather-reports.ts
var LIMITS = { reports: 512, bytes: 256 * 1024 * 1024, models: 2e3 };
var MOST_ENTRIES = 4096;
var REPORT = "report.json";
var PLAN = "plan.json";
async function gatherReports(given, limits = LIMITS) {
  const received = [];
  const faults = [];
  const left = { ...limits };
  const seen = /* @__PURE__ */ new Set();
  for (const one of given) {
    const { files, faults: found } = await reportsIn(one);
    faults.push(...found);
    for (const { file, label } of files) {
      if (seen.has(file)) continue;
      seen.add(file);
      if ((left.reports -= 1) < 0) {
        faults.push(corrupt(label, `It was not read: no more than ${limits.reports} reports are.`));
        return { received, faults };
      }
      try {
        const { size } = await sizeOf(file);
        if ((left.bytes -= size) < 0)
          throw refusal(`${label} was not read: all reports together are larger than ${limits.bytes} bytes.`);
        const report = await readRecordedReport(file, label);
        if ((left.models -= report.models.length) < 0)
          throw refusal(
            `${label} was left out: all reports together are of more than ${limits.models} models.`
          );
        received.push({ file: label, report });
      } catch (thrown) {
        if (!(thrown instanceof GateError)) throw thrown;
        const kind = thrown instanceof OtherSchemaError ? "other-schema" : "corrupt";
        faults.push({ kind, subject: label, reason: thrown.message });
      }
    }
  }
  return { received, faults };
}
async function reportsIn({ file, label }) {
  if (!await isFolder(file)) return { files: [{ file, label }], faults: [] };
  const names = [];
  const faults = [];
  let entries = 0;
  let itself = false;
  for await (const entry of await opendir(file)) {
    if ((entries += 1) > MOST_ENTRIES) {
      faults.push(
        corrupt(label, `It holds more than ${MOST_ENTRIES} entries; the others were not looked at.`)
      );
      break;
    }
    if (entry.name === REPORT) itself = true;
    else if (entry.isDirectory()) names.push(entry.name);
    else if (entry.isSymbolicLink())
      faults.push(corrupt(path.posix.join(label, entry.name), "It is a link, which is not followed."));
  }
  const files = itself ? [{ file: path.join(file, REPORT), label: path.posix.join(label, REPORT) }] : [];
  for (const name of names.toSorted()) {
    const inside = path.join(file, name, REPORT);
    if (await exists(inside)) files.push({ file: inside, label: path.posix.join(label, name, REPORT) });
    else if (!await exists(path.join(file, name, PLAN)))
      faults.push(corrupt(path.posix.join(label, name), `There is no ${REPORT} in it.`));
  }
  return { files, faults };
}
async function isFolder(file) {
  return lstat(file).then(
    (stats) => stats.isDirectory(),
    () => false
  );
}
async function exists(file) {
  return lstat(file).then(
    () => true,
    () => false
  );
}
async function sizeOf(file) {
  return lstat(file).catch(() => ({ size: 0 }));
}
var refusal = (message) => new GateError("report", message, "Merge fewer at a time.");
var corrupt = (subject, reason) => ({ kind: "corrupt", subject, reason });

export {
  assembleFleet,
  nothingToMerge,
  requireMachines,
  readRecordedReport,
  gatherReports
};
