import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  withMachine
} from "./chunk-ASN4E5GT.js";
import {
  readConfig
} from "./chunk-SPXO54JO.js";
import {
  inspectModel,
  memoryLimits,
  tellWeightsRead,
  withBounds
} from "./chunk-W6X2LAOO.js";
import "./chunk-EKFA445O.js";
import "./chunk-UJMUDRG3.js";
import "./chunk-W7DE7VIJ.js";
import "./chunk-25US6P5N.js";
import "./chunk-N4FG3KBG.js";
import "./chunk-KPE7YBJ7.js";
import "./chunk-SY7WQYOX.js";
import "./chunk-6CFULFFL.js";
import "./chunk-UQFMNVOT.js";
import {
  documentOf,
  settingsFor
} from "./chunk-7PLQM42J.js";
import "./chunk-JL2467QE.js";
import {
  EXIT
} from "./chunk-K3FV7RGY.js";
import {
  NOT_MEASURED
} from "./chunk-F2DFYLHJ.js";
import {
  grid,
  paletteFor,
  wrap
} from "./chunk-WNL3H32J.js";
import "./chunk-SPJ2DEWU.js";
import "./chunk-PG4ETPPZ.js";
import {
  COUNTED,
  TRAINING_OVER_INFERENCE,
  formatQuantity,
  indicator
} from "./chunk-75NMW4LC.js";
import "./chunk-ERHK3PZI.js";
import "./chunk-I7XCBISX.js";
import {
  terminalText
} from "./chunk-7R35W6HB.js";
import "./chunk-NV5WPINZ.js";

// src/terminal/inspect-command.ts
import path from "node:path";

// src/render/inspected-indicators.ts
var NOT_COUNTED = { value: null, reason: "not counted" };
function inspectedIndicators({ counts }, batch) {
  const known = new Map(Object.entries(counts));
  const countOf = (id) => known.get(id) ?? NOT_COUNTED;
  const { value: flops, reason } = countOf("flops");
  const training = { value: flops === null ? null : TRAINING_OVER_INFERENCE * flops / batch, reason };
  return [
    ...COUNTED.map((row) => told(row, countOf(row.id), "counted")),
    told(indicator("training_flops_per_example"), training, "estimated")
  ];
}
var told = ({ id, label, unit }, { value, reason }, provenance) => ({
  id,
  label,
  unit,
  value,
  reason,
  provenance: value === null ? "not-measured" : provenance
});

// src/render/inspection-rows.ts
var TOP = 20;
var INDENT = "  ";
var SHARED = [
  { heading: "executions", of: ({ count }) => count },
  { heading: "MACs", of: ({ macs }) => macs },
  { heading: "elementwise", of: ({ elementwise }) => elementwise },
  { heading: "activations", of: ({ activations }) => activations },
  { heading: "parameters", of: ({ parameters }) => parameters }
];
function operatorLines(operators, palette) {
  if (operators.length === 0) return [];
  const columns = [{ heading: "operator", align: "left" }, ...FIGURES];
  const rows = operators.slice(0, TOP).map((row) => [{ text: terminalText(row.op) }, ...figures(row)]);
  const left = operators.length - TOP;
  return [
    ...grid(columns, rows, { indent: INDENT, heading: palette.faint }),
    ...left > 0 ? [`${INDENT}and ${left} more operator types; --json shows all`] : []
  ];
}
function nodeLines(nodes, palette) {
  if (nodes.length === 0) return [];
  const columns = [
    { heading: "node", align: "left" },
    { heading: "operator", align: "left" },
    ...FIGURES,
    { heading: "precision", align: "left" }
  ];
  const rows = nodes.map((node) => [
    { text: terminalText(node.name) },
    { text: terminalText(node.op) },
    ...figures(node),
    { text: Object.keys(node.macs_by_precision ?? {}).join(", ") }
  ]);
  return grid(columns, rows, { indent: INDENT, heading: palette.faint });
}
var FIGURES = SHARED.map(({ heading }) => ({ heading, align: "right" }));
var figures = (row) => SHARED.map(({ of }) => ({ text: figure(of(row)) }));
var figure = (value) => value === null ? "unknown" : formatQuantity(value, "count");

// src/render/inspection.ts
var INDENT2 = "  ";
function renderInspection(profile, { colour, width, name, batch, nodes = [] }) {
  const palette = paletteFor(colour);
  const blocks = [
    [
      palette.strong(terminalText(name)),
      ...wrap(describe(profile), width, INDENT2),
      ...interfaceLines(profile)
    ],
    indicatorLines(inspectedIndicators(profile, batch), width, palette),
    precisionLines(profile, width),
    wrap(coverage(profile), width),
    operatorLines(profile.operators, palette),
    nodeLines(nodes, palette)
  ];
  return `${blocks.filter((block) => block.length > 0).map((block) => block.join("\n")).join("\n\n")}
`;
}
function describe({ irVersion, opsets, producer }) {
  const sets = Object.entries(opsets).map(
    ([domain, version]) => `${domain === "" ? "ai.onnx" : domain} ${version}`
  );
  return terminalText(
    `ONNX IR ${irVersion}, operator sets ${sets.join(", ")}, made by ${producer === "" ? "an unnamed producer" : producer}`
  );
}
function interfaceLines({ inputs, outputs }) {
  const side = (title, values) => values.map((value) => `${INDENT2}${title.padEnd(6)}  ${terminalText(declaration(value))}`);
  return [...side("input", inputs), ...side("output", outputs)];
}
var declaration = ({ name, type, shape }) => `${name} ${type} ${shape === null ? "of unknown rank" : `[${shape.join(", ")}]`}`;
function indicatorLines(shown, width, palette) {
  const rows = shown.map(({ label, unit, value, provenance }) => [
    { text: label },
    { text: value === null ? "unknown" : exact(value, unit) },
    { text: value === null ? "unknown" : formatQuantity(value, unit) },
    value === null ? { text: NOT_MEASURED, paint: palette.unsure } : { text: provenance }
  ]);
  const reasons = [...labelsByReason(shown)].flatMap(
    ([reason, labels]) => wrap(`? ${labels.join(", ")}: ${terminalText(reason)}`, width, INDENT2)
  );
  const columns = [
    { heading: "indicator", align: "left" },
    { heading: "exact", align: "right" },
    { heading: "rounded", align: "right" },
    { heading: "provenance", align: "left" }
  ];
  return [...grid(columns, rows, { indent: INDENT2, heading: palette.faint }), ...reasons];
}
function labelsByReason(shown) {
  const labels = /* @__PURE__ */ new Map();
  for (const { label, value, reason } of shown) {
    if (value !== null) continue;
    const why = reason ?? "the reason is not recorded";
    labels.set(why, [...labels.get(why) ?? [], label]);
  }
  return labels;
}
var exact = (value, unit) => `${value.toLocaleString("en-US")}${unit === "bytes" ? " B" : ""}`;
function coverage({ coverage: { costed, total, uncosted }, shapes }) {
  const source = shapes === "none" ? "no shapes are known" : `shapes from ${shapes}`;
  const open = uncosted.length === 0 ? "" : ` Without one: ${uncosted.map((op) => terminalText(op)).join(", ")}.`;
  return `${costed} of ${total} operators have a stated cost; ${source}.${open}`;
}
function precisionLines({ macs_by_precision: macs }, width) {
  const parts = Object.entries(macs ?? {}).map(
    ([precision, count]) => `${precision} ${count.toLocaleString("en-US")}`
  );
  return parts.length === 0 ? [] : wrap(terminalText(`MACs by precision: ${parts.join(", ")}.`), width);
}

// src/terminal/inspection-document.ts
function inspectionDocument({
  profile,
  feeds,
  nodes,
  weightsRead
}) {
  const indicators = Object.fromEntries(
    inspectedIndicators(profile, feeds.batch).map(({ id, value, unit, provenance, reason }) => [
      id,
      { value, unit, provenance, ...reason === null ? {} : { reason } }
    ])
  );
  const { macs_by_precision, coverage: coverage2, operators, inputs, outputs, opsets, shapes } = profile;
  return {
    indicators,
    macs_by_precision,
    coverage: coverage2,
    operators,
    nodes: nodes(),
    inputs,
    outputs,
    opsets,
    shapes,
    weights_read: weightsRead
  };
}

// src/terminal/inspect-command.ts
async function inspectCommand(context, model, flags) {
  const config = await readConfig(context, flags);
  const { threads, provider, seed, workerMemory } = config;
  const memory = memoryLimits(workerMemory, provider);
  const inspected = await withMachine(
    context,
    flags,
    ({ executor, folder }) => inspectModel(
      {
        file: path.resolve(context.cwd, model),
        label: model,
        settings: settingsFor(config, model),
        inputFolder: context.cwd,
        session: { threads, provider },
        seed,
        weights: flags.weights === true ? "read" : "when small"
      },
      withBounds(executor, { memory }),
      folder
    )
  );
  for (const warning of inspected.warnings) context.logger.warning(warning);
  tellWeightsRead(inspected, context.logger);
  const { profile, feeds, nodes } = inspected;
  const { colour, width, stdout } = context;
  const answered = flags.json === true ? documentOf(inspectionDocument(inspected)) : renderInspection(profile, {
    colour,
    width,
    name: model,
    batch: feeds.batch,
    nodes: flags.nodes === true ? nodes() : []
  });
  stdout.write(answered);
  return EXIT.passed;
}
export {
  inspectCommand
};
