import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  shardOf
} from "./chunk-QICUOSDO.js";
import {
  withMachine
} from "./chunk-ASN4E5GT.js";
import {
  answer
} from "./chunk-JIEYS6SS.js";
import {
  declaredFor,
  readConfig
} from "./chunk-SPXO54JO.js";
import {
  planFiles,
  runGate,
  takeShard
} from "./chunk-D3LUUDMS.js";
import "./chunk-W6X2LAOO.js";
import {
  judgeAgain,
  policyOf
} from "./chunk-SG2RIEEX.js";
import "./chunk-EKFA445O.js";
import "./chunk-34XW5YZY.js";
import "./chunk-UJMUDRG3.js";
import "./chunk-IDKS5MQE.js";
import "./chunk-236FJYZ2.js";
import {
  readText
} from "./chunk-W7DE7VIJ.js";
import "./chunk-UBXDUVM7.js";
import "./chunk-I5A5EWR2.js";
import "./chunk-25US6P5N.js";
import "./chunk-N4FG3KBG.js";
import "./chunk-KPE7YBJ7.js";
import "./chunk-SY7WQYOX.js";
import "./chunk-6CFULFFL.js";
import {
  parseReport
} from "./chunk-PG4PWYPK.js";
import "./chunk-UQFMNVOT.js";
import {
  withTolerances
} from "./chunk-7PLQM42J.js";
import "./chunk-GPSE6RVV.js";
import "./chunk-JL2467QE.js";
import {
  GateError
} from "./chunk-K3FV7RGY.js";
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

// src/terminal/commands.ts
import path from "node:path";
async function compareCommand(context, base, head, flags) {
  const config = await readConfig(context, flags);
  const declared = await declaredFor(context, config, flags);
  const plan = planFiles({ base, head, cwd: context.cwd, config, trust: "own", declared });
  const shard = await shardOf(context, flags);
  const report = await withMachine(
    context,
    flags,
    (services) => runGate(shard === void 0 ? plan : takeShard(plan, shard), services)
  );
  const problem = report.models[0]?.problem ?? null;
  if (problem === null || flags.json === true || report.models[0]?.base?.profile != null) {
    return answer(report, flags, context);
  }
  throw new GateError(problem.kind, problem.message, problem.next);
}
async function judgeCommand(context, file, flags) {
  const report = parseReport(await readText(path.resolve(context.cwd, file), "report", file), file);
  const recorded = report.policy;
  const policy = flags.config === void 0 ? recorded : policyOf(await readConfig(context, flags), recorded.decisions);
  const tolerances = withTolerances(policy.tolerances, flags.tolerance ?? []);
  return answer(judgeAgain(report, { ...policy, tolerances }), flags, context);
}
export {
  compareCommand,
  judgeCommand
};
