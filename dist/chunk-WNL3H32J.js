import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  signed
} from "./chunk-SPJ2DEWU.js";
import {
  require_picocolors
} from "./chunk-I7XCBISX.js";
import {
  __toESM
} from "./chunk-NV5WPINZ.js";

// src/render/terminal-layout.ts
var GAP = "  ";
var widthOf = (text) => Array.from(text).length;
function wrap(text, width, indent = "") {
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && indent.length + widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(`${indent}${line}`);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, `${indent}${line}`];
}
function grid(columns, rows, { indent, heading }) {
  const widths = columns.map(
    (column, index) => Math.max(widthOf(column.heading), ...rows.map((row) => widthOf(row[index]?.text ?? "")))
  );
  const line = (cells) => {
    const padded = columns.map(({ align }, index) => {
      const { text, paint = unpainted } = cells[index] ?? { text: "" };
      const space = " ".repeat((widths[index] ?? 0) - widthOf(text));
      return align === "right" ? space + paint(text) : paint(text) + space;
    });
    return `${indent}${padded.join(GAP)}`.trimEnd();
  };
  return [line(columns.map((column) => ({ text: column.heading, paint: heading }))), ...rows.map(line)];
}
var unpainted = (text) => text;

// src/render/terminal-colours.ts
var import_picocolors = __toESM(require_picocolors(), 1);
function paletteFor(colour) {
  const colors = import_picocolors.default.createColors(colour);
  return {
    good: colors.green,
    bad: colors.red,
    mixed: colors.magenta,
    unsure: colors.yellow,
    quiet: (text) => text,
    strong: colors.bold,
    faint: colors.dim
  };
}
var paintMark = (mark, palette) => palette[mark.tone](signed(mark));

export {
  widthOf,
  wrap,
  grid,
  paletteFor,
  paintMark
};
