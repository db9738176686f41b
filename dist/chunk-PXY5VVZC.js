import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  answer
} from "./chunk-JIEYS6SS.js";
import {
  readConfig
} from "./chunk-SPXO54JO.js";
import {
  assembleFleet,
  gatherReports,
  requireMachines
} from "./chunk-GOI5LALY.js";
import {
  conclude,
  policyOf,
  readFleetPlan
} from "./chunk-SG2RIEEX.js";
import "./chunk-EKFA445O.js";
import "./chunk-34XW5YZY.js";
import "./chunk-IDKS5MQE.js";
import "./chunk-236FJYZ2.js";
import "./chunk-W7DE7VIJ.js";
import "./chunk-UBXDUVM7.js";
import "./chunk-PG4PWYPK.js";
import "./chunk-UQFMNVOT.js";
import {
  withTolerances
} from "./chunk-7PLQM42J.js";
import "./chunk-GPSE6RVV.js";
import "./chunk-JL2467QE.js";
import "./chunk-K3FV7RGY.js";
import "./chunk-JFJWRCW7.js";
import "./chunk-ZEUB5U7J.js";
import "./chunk-F2DFYLHJ.js";
import "./chunk-WNL3H32J.js";
import "./chunk-HTD2XBQP.js";
import "./chunk-UIC3HMV7.js";
import "./chunk-27W33HEA.js";
import "./chunk-SPJ2DEWU.js";
import "./chunk-PZFJNZAO.js";
import "./chunk-PG4ETPPZ.js";
import "./chunk-75NMW4LC.js";
import "./chunk-ERHK3PZI.js";
import "./chunk-I7XCBISX.js";
import "./chunk-7R35W6HB.js";
import "./chunk-NV5WPINZ.js";

// src/terminal/merge-command.ts
import path from "node:path";
async function mergeCommand(context, given, flags) {
  const { cwd } = context;
  const plan = flags.plan === void 0 ? void 0 : await readFleetPlan(path.resolve(cwd, flags.plan), flags.plan);
  const named = given.map((label) => ({ file: path.resolve(cwd, label), label }));
  const { received, faults } = await gatherReports(named);
  const expectation = plan === void 0 ? {} : { plan, planTrusted: true };
  const assembled = assembleFleet(received, expectation, faults);
  const config = flags.config === void 0 ? null : await readConfig(context, flags);
  const policy = config === null ? assembled.policy : policyOf(config, assembled.policy.decisions);
  const fleet = requireMachines(assembled, policy.machines);
  const tolerances = withTolerances(policy.tolerances, flags.tolerance ?? []);
  return answer(conclude(fleet.evidence, { ...policy, tolerances }), flags, context);
}
export {
  mergeCommand
};
