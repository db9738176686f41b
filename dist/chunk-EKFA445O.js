import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readText
} from "./chunk-W7DE7VIJ.js";
import {
  declaredFileSchema
} from "./chunk-UQFMNVOT.js";
import {
  complain
} from "./chunk-7PLQM42J.js";
import {
  GateError,
  messageOf
} from "./chunk-K3FV7RGY.js";
import {
  mean
} from "./chunk-75NMW4LC.js";

// src/declared/parse.ts
function parseDeclared(text, origin) {
  let data;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw new GateError("config", `${origin} is not JSON: ${messageOf(cause)}.`, "Correct it.", { cause });
  }
  const parsed = declaredFileSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (issue === void 0) throw parsed.error;
  const { fault, next } = complain(issue, data, declaredFileSchema, "schema/declared.json");
  throw new GateError("config", `${origin}: ${fault}.`, next);
}
function declarationOf(file, path2) {
  const { models = {} } = file;
  const { training, quality } = Object.hasOwn(models, path2) ? models[path2] ?? {} : file;
  if (training === void 0 && quality === void 0) return null;
  return {
    training: training ?? null,
    quality: Object.fromEntries(
      Object.entries(quality ?? {}).map(([name, { value, outcomes, better, unit, tolerance }]) => {
        const shown = {
          value: value ?? mean(outcomes ?? [NaN]),
          better,
          unit,
          tolerance,
          outcomes: outcomes ?? null
        };
        return [name, shown];
      })
    )
  };
}

// src/declared/sources.ts
function declaredSides(files, paths) {
  const of = (side) => {
    const [file, path2] = [files[side], paths[side]];
    return file === null || path2 === null ? null : declarationOf(file, path2);
  };
  const [base, head] = [of("base"), of("head")];
  return base === null && head === null ? void 0 : { base, head };
}
function namedOnly({ models = {} }) {
  return { models };
}
function parseIfAny(text, origin) {
  return text === null ? null : parseDeclared(text, origin);
}
var baseFault = ({ message }) => `What the base declares is left out. ${message}`;

// src/read-declared.ts
import path from "node:path";
async function readDeclared(label, cwd) {
  return parseDeclared(await readText(path.resolve(cwd, label), "config", label), label);
}
async function readDeclaredSides({ base, head }, cwd) {
  return {
    base: base === void 0 ? null : await readDeclared(base, cwd),
    head: head === void 0 ? null : await readDeclared(head, cwd)
  };
}

export {
  parseDeclared,
  declarationOf,
  declaredSides,
  namedOnly,
  parseIfAny,
  baseFault,
  readDeclared,
  readDeclaredSides
};
