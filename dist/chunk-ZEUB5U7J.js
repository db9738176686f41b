import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  plural
} from "./chunk-27W33HEA.js";
import {
  devicePartInWords,
  placementInWords
} from "./chunk-PZFJNZAO.js";
import {
  findIndicator,
  formatApart,
  formatEstimate,
  formatPercent,
  formatQuantity,
  formatTolerance,
  nounOf
} from "./chunk-75NMW4LC.js";

// src/render/notes.ts
function provenanceOf({ base, head }) {
  return head.provenance === "not-measured" ? base.provenance : head.provenance;
}
function provenanceNotes({ comparisons, measurement }) {
  const rounds = measurement === null ? "rounds" : plural(measurement.rounds.length, "round");
  const words = {
    counted: "counted from the graph and the file, exact",
    measured: `measured in ${rounds} of fresh processes, side by side; interval in brackets`,
    derived: "derived from other numbers of this report",
    estimated: "estimated by a model of cost, not measured",
    declared: "declared by the author, not checked",
    "not-measured": "not measured, for the reason given"
  };
  return new Map(
    comparisons.map((comparison) => [provenanceOf(comparison), words[provenanceOf(comparison)]])
  );
}
function controlNote({ comparisons }) {
  const controls = comparisons.flatMap(
    ({ indicator, control }) => control?.effect == null ? [] : [{ indicator, differs: control.differs, effect: control.effect }]
  );
  if (controls.length === 0) return "The base was not measured against its own copy.";
  const differing = controls.filter(({ differs }) => differs);
  const found = (differing.length > 0 ? differing : [farthest(controls)]).map(
    ({ indicator, effect: { ratio: ratio2, low, high } }) => `${nounOf(indicator).noun} ${formatEstimate(ratio2, low, high)}`
  ).join(", ");
  return differing.length > 0 ? `The base differs from its own copy in ${found}: no difference of the head is claimed there.` : `The base against its own copy: no difference found in ${plural(controls.length, "indicator")}; the farthest is ${found}.`;
}
function farthest(controls) {
  const distance = ({ effect }) => Math.abs(Math.log(effect.ratio));
  return controls.reduce((one, other) => distance(other) > distance(one) ? other : one);
}
var DESCRIBED = "described, not judged:";
function toleranceNote(comparisons) {
  const nouns = /* @__PURE__ */ new Map();
  for (const { indicator, tolerance, unit, kind, verdict } of comparisons) {
    if (kind === "derived") continue;
    const words = verdict === null ? DESCRIBED : `${formatTolerance(tolerance, unit)} for`;
    nouns.set(words, [...nouns.get(words) ?? [], nounOf(indicator).noun]);
  }
  return [...nouns].map(([words, names]) => `${words} ${names.join(", ")}`).join("; ");
}
function methodNote({ alpha, decisions }) {
  return `Every round starts fresh processes for the base, the head and a copy of the base (the control) on the same machine, in random order, and only rounds count as independent evidence. Each measured ratio is tested against its tolerance, never against zero, by a test that may be looked at after every round; all ${plural(decisions, "timing decision")} together are wrong with a probability of at most ${formatPercent(alpha)}.`;
}
function formatDate(iso) {
  return `${new Date(iso).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
function problemNote({ problem, comparisons, measurement }) {
  if (problem === null) return null;
  const next = `Next: ${problem.next}`;
  if (comparisons.length === 0) return next;
  return `${measurement === null ? "Not measured" : "Not measured to the end"}: ${problem.message} ${next}`;
}

// src/render/tail-note.ts
function tailNote({ tail }) {
  if (tail === null) return null;
  const { base, head, reason } = tail;
  if (base === null || head === null) return `not shown: ${reason ?? "the reason is not recorded"}.`;
  return `base ${sideOf(base)}, head ${sideOf(head)}; 95 % order-statistic intervals over single runs, which within a process know of each other: shown, never judged.`;
}
function sideOf({ value, low, high, runs }) {
  const [lowest, highest] = [formatQuantity(low, "ms"), formatQuantity(high, "ms")];
  return `${formatQuantity(value, "ms")} [${lowest}, ${highest}] of ${runs} runs`;
}

// src/render/causes.ts
function causeSupplements({ causes = [], profile }) {
  const partings = /* @__PURE__ */ new Map();
  for (const cause of causes) partings.set(cause.parting, [...partings.get(cause.parting) ?? [], cause]);
  return [...partings].map(([parting, found]) => {
    const rows = distinct(found.flatMap(({ evidence }) => evidence));
    const runs = profile?.base?.runs ?? profile?.head?.runs ?? null;
    return {
      title: `Why they disagree: ${parting}`,
      header: ["what shows it", "base", "head"],
      rows: rows.map((row) => [nameOf(row), ...valuesOf(row)]),
      align: "lrr",
      notes: [
        ...found.map(({ sentence }) => sentence),
        ...runs !== null && rows.some(({ figure }) => figure === "time") ? [
          `Times and rates of operators as profiled, median of ${plural(runs, "run")}: the profiler adds to the time of every kernel. What it adds is deducted before a cause is named.`
        ] : []
      ]
    };
  });
}
function distinct(rows) {
  return [
    ...new Map(
      rows.map((row) => [[row.of, row.name, row.provider, row.figure].join(" "), row])
    ).values()
  ];
}
var CPU = "CPUExecutionProvider";
function nameOf({ of, name, provider, figure }) {
  if (of === "indicator") return findIndicator(name)?.label ?? name;
  const where = provider === void 0 || provider === CPU ? "" : ` on ${provider}`;
  return `${name}${where}: ${figure}`;
}
function valuesOf({ base, head, unit, of }) {
  const missing = of === "operator" ? "none" : "not known";
  if (base !== null && head !== null) return formatApart(base, head, unit);
  const text = (value) => value === null ? missing : formatQuantity(value, unit);
  return [text(base), text(head)];
}

// src/render/operator-times.ts
var NAMED = 8;
var PADDED = 1.02;
function operatorTimesSupplement({ profile, comparisons }) {
  if (profile === null) return [];
  const { base, head, reason } = profile;
  const latency = comparisons.find(({ indicator }) => indicator === "latency_p50");
  return [
    {
      title: "Time by operator",
      header: ["operator", "base", "GMAC/s", "head", "GMAC/s"],
      rows: base === null && head === null ? [] : rowsOf(base, head),
      align: "lrrrr",
      notes: [
        ...sideNote("base", base, latency?.base.value ?? null),
        ...sideNote("head", head, latency?.head.value ?? null),
        ...base?.placement === void 0 && head?.placement === void 0 ? [] : [
          "Of kernels on an accelerator these are the times of launching them; what the device itself took is in the set-up, where it is known."
        ],
        ...reason === null ? [] : [`Not profiled to the end: ${reason}`],
        "Operators are those of the graph as the runtime has optimised it, each with the multiply-accumulates that its kernels do. Described by one profiled process a side, which adds to the time of every kernel: no verdict rests on it."
      ]
    }
  ];
}
function rowsOf(base, head) {
  const names = byTime(base, head);
  const row = (name, ops) => [
    name,
    ...cells(base, ops),
    ...cells(head, ops)
  ];
  const others = names.slice(NAMED);
  return [
    ...names.slice(0, NAMED).map((op) => row(op, [op])),
    ...others.length === 0 ? [] : [row(`${others.length} others`, others)],
    row("all", names)
  ];
}
function byTime(base, head) {
  const most = /* @__PURE__ */ new Map();
  for (const { op, timeMs } of [...base?.operators ?? [], ...head?.operators ?? []])
    most.set(op, Math.max(most.get(op) ?? 0, timeMs));
  return [...most].sort(([, one], [, other]) => other - one).map(([op]) => op);
}
function cells(times, ops) {
  if (times === null) return ["not measured", "not measured"];
  const own = times.operators.filter(({ op }) => ops.includes(op));
  if (own.length === 0) return ["none", "none"];
  const timeMs = own.reduce((sum, row) => sum + row.timeMs, 0);
  const known = own.flatMap(({ macs: macs2 }) => macs2 ?? []);
  const macs = known.reduce((sum, each) => sum + each, 0);
  const rate = known.length < own.length || times.placement !== void 0 ? "not known" : macs === 0 || timeMs === 0 ? "no MACs" : rateOf(macs, timeMs);
  return [`${formatQuantity(timeMs, "ms", 3)} (${formatPercent(timeMs / (times.timeMs || 1))})`, rate];
}
var rateOf = (macs, timeMs) => (macs / timeMs / 1e6).toPrecision(3);
function sideNote(side, times, latencyMs) {
  if (times === null) return [];
  const { macs, executedMacs, timeMs, gmacPerS, arenaPeakBytes, runs } = times;
  const beside = latencyMs === null ? "" : ` (median latency unprofiled: ${formatQuantity(latencyMs, "ms")})`;
  const padded = macs !== null && executedMacs !== null && executedMacs > PADDED * macs ? ` Its kernels do ${formatQuantity(executedMacs, "count")}: channels are padded to the runtime's blocks.` : "";
  return [
    `${side}: ${macs === null ? "MACs not known" : `${formatQuantity(macs, "count")} MACs`} in ${formatQuantity(timeMs, "ms")} of kernels${beside}, median of ${runs} runs${gmacPerS === null ? "" : `: ${gmacPerS.toPrecision(3)} GMAC/s`}.${padded} At most ${arenaPeakBytes === null ? "an unknown number of bytes" : formatQuantity(arenaPeakBytes, "bytes")} in use in the runtime's arena.`
  ];
}

// src/render/sweep-table.ts
function sweepSupplements({ sweeps }) {
  return sweeps.map((sweep) => sweep.kind === "batch" ? batchTable(sweep) : threadTable(sweep));
}
var NOT_MEASURED = "not measured";
var DESCRIBED2 = "Medians of a few fresh processes for each side, taking turns. Described, not judged: no verdict rests on it.";
function batchTable({ points, saturatesAt }) {
  const throughput = (side) => side === null ? NOT_MEASURED : formatQuantity(side.throughput, "inferences/s");
  const perRun = (side) => side === null ? NOT_MEASURED : formatQuantity(side.latencyMs, "ms");
  return {
    title: "Throughput by batch",
    header: ["batch", "base", "one run", "head", "one run", "head / base"],
    rows: points.map(({ value, base, head }) => [
      String(value),
      throughput(base),
      perRun(base),
      throughput(head),
      perRun(head),
      ratio(base, head)
    ]),
    align: "rrrrrr",
    notes: [
      ...points.some(({ base }) => base !== null) ? [
        `Saturation, the least batch beyond which no larger one brings 5 % more: base ${saturation(saturatesAt.base)}, head ${saturation(saturatesAt.head)}.`
      ] : [],
      ...absences(points),
      DESCRIBED2
    ]
  };
}
function threadTable({ points }) {
  const cells2 = (side) => side === null ? [NOT_MEASURED, NOT_MEASURED] : [
    formatQuantity(side.latencyMs, "ms"),
    side.speedUp === null || side.efficiency === null ? "not known" : `${side.speedUp.toFixed(2)} times, ${formatPercent(side.efficiency)}`
  ];
  return {
    title: "Latency by threads",
    header: ["threads", "base", "speed-up, efficiency", "head", "speed-up, efficiency", "head / base"],
    rows: points.map(({ value, base, head }) => [
      String(value),
      ...cells2(base),
      ...cells2(head),
      ratio(base, head)
    ]),
    align: "rrrrrr",
    notes: [
      "Speed-up of throughput over the fewest threads; efficiency: the speed-up over the threads that were added, 100 % where all of them pay. The last column is throughput.",
      ...absences(points),
      DESCRIBED2
    ]
  };
}
var ratio = (base, head) => base === null || head === null ? NOT_MEASURED : `${(head.throughput / base.throughput).toFixed(2)} times`;
var saturation = (value) => value === null ? "not reached" : `at ${value}`;
function absences(points) {
  const reasons = /* @__PURE__ */ new Map();
  for (const { value, reason } of points)
    if (reason !== null) reasons.set(reason, [...reasons.get(reason) ?? [], value]);
  return [...reasons].map(([reason, values]) => `Not measured at ${values.join(", ")}: ${reason}`);
}

// src/render/supplements.ts
function supplementsOf(model) {
  return [...causeSupplements(model), ...profileSupplements(model)];
}
function profileSupplements(model) {
  return [...operatorTimesSupplement(model), ...sweepSupplements(model)];
}

// src/render/device.ts
function placementFacts({
  measurement,
  profile
}) {
  if (measurement === null || measurement.harness !== void 0 || measurement.provider === "cpu") return [];
  return ["base", "head"].flatMap((role) => {
    const placement = profile?.[role]?.placement;
    if (placement === void 0) {
      const why = profile === null ? "it was not profiled" : profile.reason ?? "the profiler did not tell";
      return [[`placement of the ${role}`, `not known: ${why}`]];
    }
    return [
      [`placement of the ${role}`, placementInWords(placement)],
      [`device's part of the ${role}`, devicePartInWords(placement)]
    ];
  });
}
function deviceFacts({ device, rounds }) {
  if (device === void 0) return [];
  if ("reason" in device) return [["card", `not read: ${device.reason}`]];
  return [
    ["card", describeCard(device)],
    ["card in the rounds", describeRounds(rounds)]
  ];
}
function describeCard({ name, uuid, index, cards, driver, memoryBytes, ...card }) {
  const { powerLimitW, maxSmClockMhz, memoryBy } = card;
  return [
    name,
    `number ${index} of ${plural(cards, "card")} (${uuid})`,
    driver === null ? "driver not told" : `driver ${driver}`,
    memoryBytes === null ? "memory not told" : `${formatQuantity(memoryBytes, "bytes")} of memory`,
    powerLimitW === null ? "power limit not told" : `power limit ${powerLimitW} W`,
    maxSmClockMhz === null ? "highest clock not told" : `clock up to ${maxSmClockMhz} MHz`,
    memoryBy === "process" ? "memory of a worker by the driver" : "memory of a worker by what the card's use grew, since the driver hides processes"
  ].join(", ");
}
function describeRounds(rounds) {
  const read = rounds.flatMap(({ device }) => device ?? []);
  if (read.length === 0) return "not read in any round";
  const throttled = read.filter((one) => one.throttled);
  const reasons = [...new Set(throttled.flatMap(({ throttle }) => throttle ?? []))];
  const untold = read.every(({ throttle }) => throttle === null);
  const others = read.flatMap(({ otherProcesses }) => otherProcesses ?? []);
  return [
    untold ? "throttling not told" : `${throttled.length} of ${plural(rounds.length, "round")} under throttling${reasons.length === 0 ? "" : ` (${reasons.join(", ")})`} (marked, not dropped)`,
    span(
      "clock",
      read.map(({ smClockMhz }) => smClockMhz),
      "MHz"
    ),
    span(
      "memory clock",
      read.map(({ memClockMhz }) => memClockMhz),
      "MHz"
    ),
    span(
      "temperature",
      read.map(({ temperatureC }) => temperatureC),
      "°C"
    ),
    span(
      "power",
      read.map(({ powerW }) => powerW),
      "W"
    ),
    others.length === 0 ? "other processes not told" : `other processes on it: ${Math.max(...others)} at most`
  ].join(", ");
}
function span(what, values, unit) {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return `${what} not told`;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  return least === most ? `${what} ${most} ${unit}` : `${what} ${least} to ${most} ${unit}`;
}

// src/render/sandbox.ts
function sandboxFacts(sandbox) {
  const { residentBytes, dataBytes, cpuS, fileBytes, openFiles, network, privileges, missing } = sandbox;
  const bytes = (count) => formatQuantity(count, "bytes");
  const held = [
    residentBytes === null ? [] : [`${bytes(residentBytes)} of resident memory`],
    dataBytes === null ? [] : [`${bytes(dataBytes)} of private memory`],
    cpuS === null ? [] : [`${cpuS} s of CPU time`],
    fileBytes === null ? [] : [`files of ${bytes(fileBytes)}`],
    openFiles === null ? [] : [`${openFiles} open files`],
    network === "none" ? ["no network"] : [],
    privileges === "fixed" ? ["no new privileges"] : []
  ].flat();
  const lacking = missing.map(({ what, why }) => `${what} (${why})`);
  return [
    [
      "a worker may have at most",
      held.length === 0 ? "what it likes: nothing could be limited" : held.join(", ")
    ],
    ...lacking.length === 0 ? [] : [["not confined by", lacking.join(", ")]]
  ];
}

// src/render/set-up.ts
function machineFacts({ environment }) {
  if (environment === null) return [];
  const { cpuModel, cores, memoryBytes, os, arch, runner, node, runtime, sandbox } = environment;
  return [
    ["machine", `${cpuModel}, ${plural(cores, "core")}, ${formatQuantity(memoryBytes, "bytes")} of memory`],
    ["system", `${os} ${arch}, Node ${node}`],
    ["runner", runner ?? "not one of GitHub Actions"],
    ["runtime", `ONNX Runtime ${runtime}`],
    ...sandbox === void 0 ? [] : sandboxFacts(sandbox)
  ];
}
var ENDINGS = {
  decided: "nothing was left to decide",
  rounds: "more rounds would not have helped",
  budget: "the budget was spent",
  interrupted: "it was interrupted",
  failed: "a worker failed"
};
function measurementFacts({
  measurement,
  profile
}) {
  if (measurement === null) return [];
  const { provider, threads, batch, feeds, seed, rounds, plannedRounds, blocksPerRound } = measurement;
  const { budgetS, elapsedS, stopped, harness } = measurement;
  const [base, head] = [describeFeeds(feeds.base), describeFeeds(feeds.head)];
  const inputs = base === head ? [["inputs", base]] : [
    ["inputs of the base", base],
    ["inputs of the head", head]
  ];
  const ran = harness === void 0 ? [["provider", provider], ["threads", String(threads)], ["batch", String(batch)], ...inputs] : [["command", harness.command]];
  return [
    ...ran,
    ["seed", String(seed)],
    [
      "rounds",
      `${rounds.length}, ${plannedRounds} planned, ${plural(blocksPerRound, "block")} each; ended because ${ENDINGS[stopped]}`
    ],
    ["time spent", `${elapsedS.toFixed(0)} s of a budget of ${budgetS.toFixed(0)} s`],
    ["disturbance", disturbance(rounds)],
    ...placementFacts({ measurement, profile }),
    ...deviceFacts(measurement),
    ...energyFacts(measurement)
  ];
}
function energyFacts({ meter, rounds }) {
  if (meter === void 0 || "reason" in meter) return [];
  const idle = rounds.flatMap(
    ({ base, head, control }) => [base, head, control].flatMap(({ energy }) => energy?.idleWatts ?? [])
  );
  const span2 = idle.length === 0 ? "unknown" : `${Math.min(...idle).toFixed(1)} to ${Math.max(...idle).toFixed(1)} W`;
  return [
    [
      "energy",
      `counters of ${meter.domains.join(", ")}, stretches of ${meter.stretchMs} ms; idle draw of the round subtracted, ${span2}`
    ]
  ];
}
function describeFeeds(feeds) {
  if (feeds.length === 0) return "none";
  return feeds.map(({ name, type, shape, fill }) => `${name} ${type} [${shape.join(", ")}], ${fill}`).join("; ");
}
function disturbance(rounds) {
  const steal = rounds.flatMap(({ stealShare }) => stealShare ?? []);
  const load = rounds.flatMap(({ load1 }) => load1 ?? []);
  const marked = rounds.filter(({ disturbed }) => disturbed).length;
  return [
    `${marked} of ${plural(rounds.length, "round")} disturbed by others (marked, not dropped)`,
    steal.length === 0 ? "stolen CPU time not measured" : `up to ${formatPercent(Math.max(...steal))} of CPU time stolen`,
    load.length === 0 ? "load not measured" : `load average up to ${Math.max(...load).toFixed(2)}`
  ].join(", ");
}

// src/render/aside-notes.ts
function asides(model) {
  const lines = [
    ["outputs:", agreementNote(model)],
    ["training:", trainingNote(model)],
    ["not measured:", unmeasuredNote(model)]
  ];
  return lines.flatMap(([name, text]) => text === null ? [] : [[name, text]]);
}
function unmeasuredNote({ unmeasured = [] }) {
  const nouns = /* @__PURE__ */ new Map();
  for (const { indicator, reason } of unmeasured) {
    nouns.set(reason, [...nouns.get(reason) ?? [], nounOf(indicator).noun]);
  }
  if (nouns.size === 0) return null;
  return [...nouns].map(([reason, names]) => `${names.join(", ")} (${reason})`).join("; ");
}
function agreementNote({ agreement }) {
  if (agreement === void 0) return null;
  if (agreement.provenance === "not-measured") return `agreement not measured (${agreement.reason})`;
  const { inputs, maxAbsolute, maxRelative, minCosine, top1Agreement, notFinite } = agreement;
  const same = `of base and head on the same ${plural(inputs, "input")}`;
  if (notFinite > 0) return `${same}: ${plural(notFinite, "element")} finite on one side only`;
  if (maxAbsolute === 0) return `${same}: equal`;
  const parts = [
    `largest error ${maxAbsolute.toPrecision(2)}${maxRelative === null ? "" : ` (${formatPercent(maxRelative)} of the largest element)`}`,
    minCosine === null ? null : `cosine ${minCosine.toFixed(4)} or more`,
    top1Agreement === null ? null : `same top-1 in ${formatPercent(top1Agreement)} of rows`
  ];
  return `${same}: ${parts.filter((part) => part !== null).join(", ")}; whether for the better, only a declared quality tells`;
}
function trainingNote({ declared }) {
  const device = (side) => declared?.[side]?.training?.device ?? "an undeclared device";
  if (declared?.base?.training?.device === void 0 && declared?.head?.training?.device === void 0)
    return null;
  const [base, head] = [device("base"), device("head")];
  return base === head ? `declared for ${head}` : `declared for ${head}; of the base for ${base}`;
}

export {
  provenanceOf,
  provenanceNotes,
  controlNote,
  toleranceNote,
  methodNote,
  formatDate,
  problemNote,
  asides,
  tailNote,
  causeSupplements,
  supplementsOf,
  profileSupplements,
  machineFacts,
  measurementFacts
};
