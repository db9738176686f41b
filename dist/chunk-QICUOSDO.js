import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readFleetPlan
} from "./chunk-SG2RIEEX.js";
import {
  machineNameSchema,
  shardPositionSchema
} from "./chunk-7PLQM42J.js";
import {
  GateError
} from "./chunk-K3FV7RGY.js";

// src/terminal/shard.ts
import path from "node:path";
async function shardOf({ cwd }, { machine, plan, shard }) {
  if (machine === void 0) {
    if (plan === void 0 && shard === void 0) return void 0;
    throw misuse(
      "--plan and --shard need --machine.",
      "Name the machine of the plan whose part is to be measured."
    );
  }
  if (!machineNameSchema.safeParse(machine).success)
    throw misuse(
      `--machine ${JSON.stringify(machine)} is no name.`,
      "Give at most 64 letters, digits, spaces, dots, dashes."
    );
  const fleet = plan === void 0 ? null : await readFleetPlan(path.resolve(cwd, plan), plan);
  return { machine, position: positionOf(shard), fleet };
}
function positionOf(shard) {
  if (shard === void 0) return null;
  const position = shardPositionSchema.safeParse(shard);
  if (position.success) return position.data;
  throw misuse(
    `--shard ${JSON.stringify(shard)} is not understood.`,
    "Write which part of how many: --shard 2/3."
  );
}
var misuse = (message, next) => new GateError("usage", message, next);

export {
  shardOf,
  misuse
};
