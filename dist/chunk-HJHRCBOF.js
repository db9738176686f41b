import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  VERDICTS
} from "./chunk-GPSE6RVV.js";
import {
  HALO,
  WIDE,
  dataTable,
  dot,
  line,
  markOf,
  markup,
  page,
  responsiveFigure,
  ruleX,
  text,
  toneColour,
  warningList
} from "./chunk-QRQVP5KK.js";
import "./chunk-LVYLBHAL.js";
import {
  formatDate
} from "./chunk-ZEUB5U7J.js";
import "./chunk-F2DFYLHJ.js";
import "./chunk-UIC3HMV7.js";
import {
  plural
} from "./chunk-27W33HEA.js";
import {
  verdictMark
} from "./chunk-SPJ2DEWU.js";
import "./chunk-PZFJNZAO.js";
import "./chunk-PG4ETPPZ.js";
import {
  formatEstimate,
  formatQuantity,
  formatRatio
} from "./chunk-75NMW4LC.js";
import "./chunk-ERHK3PZI.js";
import {
  plainName
} from "./chunk-7R35W6HB.js";
import "./chunk-NV5WPINZ.js";

// src/render/html/history-plot.ts
var LATEST = 80;
var NEWS = 120;
function historyPlot(series, id) {
  const places = placesOf(series.points);
  const { points, unit, better, label } = series;
  const breaks = places.filter(({ point }) => point.apart === "machine");
  const gaps = places.filter(({ point }) => point.apart === "gap");
  return responsiveFigure(
    {
      id,
      title: `${label}: ${changeOf(series)}`,
      description: `${plural(points.length, "commit")}, from ${rangeOf(points, unit)}; ${plural(breaks.length, "change")} of the machine, ${plural(gaps.length, "gap")}. Latest: ${latestOf(series)}. ${better === "lower" ? "Less" : "More"} is better.`,
      caption: null
    },
    (width) => options(places, breaks, series, width)
  );
}
function placesOf(points) {
  let stretch = 0;
  return points.map((point, x) => {
    if (point.apart !== null) stretch += 1;
    return { x, point, stretch };
  });
}
function options(places, breaks, { unit }, width) {
  const wide = width === WIDE;
  const value = ({ point }) => point.value;
  const values = places.map(value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = Math.max((most - least) * 0.1, Math.abs(most) * 0.02, Number.MIN_VALUE);
  const news = places.filter(({ point }) => point.verdict === "regressed" || point.verdict === "improved");
  const single = [.../* @__PURE__ */ new Set([...places.slice(-LATEST), ...news.slice(-NEWS)])];
  return {
    width,
    height: wide ? 190 : 170,
    marginLeft: wide ? 84 : 72,
    marginRight: 12,
    marginTop: 14,
    marginBottom: 30,
    x: {
      domain: [-0.5, Math.max(places.length - 0.5, 0.5)],
      label: null,
      tickSize: 0,
      ticks: ticksOf(places.length, wide ? 8 : 3),
      tickFormat: (x) => places[x]?.point.at.slice(0, 10) ?? ""
    },
    y: {
      domain: [least - room, most + room],
      label: null,
      grid: true,
      ticks: 4,
      tickSize: 0,
      tickFormat: (tick) => tick < 0 ? "" : formatQuantity(tick, unit, 3).replace(" inferences/s", " /s")
    },
    marks: [
      ruleX(breaks, {
        x: ({ x }) => x - 0.5,
        stroke: "var(--unsure)",
        strokeDasharray: "3 3"
      }),
      line(places, {
        x: "x",
        y: value,
        z: "stretch",
        stroke: "var(--head)",
        strokeWidth: 1.5
      }),
      dot(single, {
        x: "x",
        y: value,
        r: places.length > 400 ? 2.5 : 3.5,
        fill: ({ point }) => colourOf(point),
        title: (place) => titleOf(place.point, unit)
      }),
      text(breaks.slice(-1), {
        x: ({ x }) => x - 0.5,
        text: () => "other machine",
        frameAnchor: "top",
        textAnchor: "end",
        dx: -4,
        ...HALO,
        fontSize: 11,
        fill: "var(--unsure)"
      })
    ]
  };
}
var colourOf = ({ verdict }) => verdict === null ? "var(--quiet)" : toneColour(verdictMark(verdict));
function ticksOf(count, most) {
  const step = Math.max(1, Math.ceil(count / most));
  return Array.from({ length: Math.ceil(count / step) }, (_, at) => at * step);
}
function titleOf({ commit, at, value, verdict, step, machine, apart }, unit) {
  const lines = [
    `${commit.slice(0, 10)}, ${at.slice(0, 10)}`,
    `${formatQuantity(value, unit)}, ${verdict === null ? "new" : verdictMark(verdict).word}`,
    step === null ? null : `head / base ${formatEstimate(step.ratio, step.low, step.high)}`,
    machine === null ? null : plainName(machine),
    apart === null ? null : WHY_APART[apart]
  ];
  return lines.filter((line2) => line2 !== null).join("\n");
}
var WHY_APART = {
  machine: "not compared with the point before: another machine",
  gap: "not compared with the point before: a change between them is not in the history"
};
function changeOf({ cumulative, exact }) {
  if (cumulative === null) return "no known step";
  const { ratio, low, high, steps } = cumulative;
  const amount = exact ? ratio === 1 ? "the same" : `${formatRatio(ratio)} times` : formatEstimate(ratio, low, high).replace(" ", " times ");
  return `${amount} over ${plural(steps, "step")}`;
}
function rangeOf(points, unit) {
  const values = points.map(({ value }) => value);
  return `${formatQuantity(Math.min(...values), unit)} to ${formatQuantity(Math.max(...values), unit)}`;
}
function latestOf({ points, unit }) {
  const latest = points.at(-1);
  return latest === void 0 ? "none" : `${formatQuantity(latest.value, unit)} at ${latest.commit.slice(0, 10)}`;
}

// src/render/html/history-page.ts
var MOST_COMMITS = 50;
var LEGEND = VERDICTS.map(verdictMark);
function renderHistory(series, notes) {
  const models = [...new Set(series.map(({ model }) => model))];
  const commits = new Set(series.flatMap(({ points }) => points.map(({ commit }) => commit)));
  const body = markup`<header><h1>efficiency-gate: history</h1>
<p class="where">${plural(commits.size, "commit")} of ${plural(models.length, "model")}${spanOf(series)}</p>
<p>Each point is what a model cost at one commit of the default branch. A line joins points that may be compared: measured on the same kind of machine, with no change missing between them. A dashed rule marks where the machine changed; nothing is compared across it. The ratio in a title is the product of the ratios of the unbroken steps up to the latest point, each measured side by side in a run of its own, with an interval of 95 %. Point at one of the latest points to see its commit, value and interval.</p>
<p class="note">Colour of a point: the verdict of its own change. ${LEGEND.map(markOf)}</p></header>
${models.map((model, at) => modelPart(model, series, `h${at + 1}`))}${notesPart(notes)}`;
  return page("efficiency-gate: history", body);
}
function modelPart(model, all, id) {
  const own = all.filter((one) => one.model === model);
  return markup`<section><h2><code>${model}</code></h2>
${machines(own)}
${own.map((series, at) => historyPlot(series, `${id}-${at + 1}`))}
${latestTable(own)}
${commitsTable(own)}</section>
`;
}
function machines(series) {
  const names = new Set(
    series.filter(({ exact }) => !exact).flatMap(({ points }) => points.map(({ machine }) => machine))
  );
  const known = [...names].filter((machine) => machine !== null);
  return known.length === 0 ? null : markup`<p class="note">Measured on: ${known.map((machine, at) => at === 0 ? markup`${machine}` : markup`; ${machine}`)}</p>`;
}
function latestTable(series) {
  return dataTable({
    caption: "Now",
    columns: [
      { heading: "indicator", kind: "text" },
      { heading: "latest", kind: "number" },
      { heading: "last verdict", kind: "text" },
      { heading: "now / then", kind: "number" },
      { heading: "over", kind: "text" }
    ],
    rows: series.map(({ label, unit, points, cumulative, exact }) => {
      const latest = points.at(-1);
      return [
        label,
        latest === void 0 ? "none" : formatQuantity(latest.value, unit),
        { content: verdictOf(latest) },
        cumulative === null ? "not known" : exact ? formatRatio(cumulative.ratio) : formatEstimate(cumulative.ratio, cumulative.low, cumulative.high),
        cumulative === null ? "no known step" : `${plural(cumulative.steps, "step")} since ${cumulative.since.commit.slice(0, 10)}`
      ];
    })
  });
}
function commitsTable(series) {
  const rows = /* @__PURE__ */ new Map();
  for (const { points } of series)
    for (const point of points.slice(-MOST_COMMITS)) rows.set(point.commit, rows.get(point.commit) ?? point);
  const latest = [...rows.values()].toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at)).slice(0, MOST_COMMITS);
  const byCommit = series.map(({ points }) => new Map(points.map((point) => [point.commit, point])));
  const total = new Set(series.flatMap(({ points }) => points.map(({ commit }) => commit))).size;
  return markup`<details class="table"><summary>The latest ${latest.length} of ${plural(total, "commit")} in numbers</summary>${dataTable(
    {
      caption: "Values by commit",
      columns: [
        { heading: "commit", kind: "text" },
        { heading: "recorded", kind: "text" },
        ...series.map(({ label }) => ({ heading: label, kind: "number" }))
      ],
      rows: latest.map(({ commit, at }) => [
        commit.slice(0, 10),
        formatDate(at),
        ...series.map(({ unit }, index) => {
          const point = byCommit[index]?.get(commit);
          return point === void 0 ? "not recorded" : formatQuantity(point.value, unit);
        })
      ])
    }
  )}</details>`;
}
var verdictOf = (point) => point === void 0 || point.verdict === null ? "new, no verdict" : markOf(verdictMark(point.verdict));
function spanOf(series) {
  const times = series.flatMap(({ points }) => points.map(({ at }) => at)).toSorted();
  const [first, last] = [times[0], times.at(-1)];
  return first === void 0 || last === void 0 ? "" : `, ${first.slice(0, 10)} to ${last.slice(0, 10)}`;
}
function notesPart(notes) {
  const list = warningList(notes);
  return list === null ? null : markup`<section><h2>Notes</h2>${list}</section>`;
}
export {
  renderHistory
};
