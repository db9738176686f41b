import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  misuse,
  shardOf
} from "./chunk-QICUOSDO.js";
import {
  withMachine
} from "./chunk-ASN4E5GT.js";
import {
  answer
} from "./chunk-JIEYS6SS.js";
import {
  overridesOf,
  readConfigFile
} from "./chunk-SPXO54JO.js";
import {
  gatePullRequest,
  matrixOf,
  planFleetOfPullRequest,
  planTable
} from "./chunk-EFVYGV6G.js";
import "./chunk-D3LUUDMS.js";
import "./chunk-W6X2LAOO.js";
import "./chunk-SG2RIEEX.js";
import "./chunk-EKFA445O.js";
import "./chunk-DVAEFYOK.js";
import "./chunk-34XW5YZY.js";
import "./chunk-SPRKMI6D.js";
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
import {
  writeDocuments
} from "./chunk-6CFULFFL.js";
import "./chunk-PG4PWYPK.js";
import "./chunk-UQFMNVOT.js";
import {
  MOST_JOBS,
  documentOf
} from "./chunk-7PLQM42J.js";
import "./chunk-GPSE6RVV.js";
import "./chunk-JL2467QE.js";
import {
  EXIT
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

// src/terminal/pull-request-commands.ts
import path from "node:path";
async function pullRequestCommand(context, flags) {
  const request = await requestOf(context, flags);
  const shard = await shardOf(context, flags);
  const report = await withMachine(
    context,
    flags,
    (services) => gatePullRequest(request, context.env, services, shard)
  );
  return answer(report, flags, context);
}
async function planCommand(context, flags) {
  const { cwd, env, stdout, logger } = context;
  const { json = false, out, ...others } = flags;
  const request = await requestOf(context, flags);
  const shards = shardsOf(flags);
  const { plan, machines } = await withMachine(
    context,
    others,
    (services) => planFleetOfPullRequest(request, env, services, shards)
  );
  stdout.write(json ? documentOf(plan) : planTable(plan));
  if (out !== void 0) {
    const folder = path.resolve(cwd, out);
    await writeDocuments(folder, { "plan.json": plan, "matrix.json": matrixOf(plan, machines) });
    logger.info(`Written: ${path.join(folder, "plan.json")}, ${path.join(folder, "matrix.json")}`);
  }
  return EXIT.passed;
}
async function requestOf(context, flags) {
  return {
    repository: context.cwd,
    event: { kind: "none" },
    explicit: { base: flags.base, head: flags.head },
    configFile: void 0,
    // A file that is named on the command line is the user's own word.
    config: flags.config === void 0 ? void 0 : await readConfigFile(context, flags),
    overrides: overridesOf(flags),
    texts: await readTexts(context, flags)
  };
}
async function readTexts({ cwd }, { textFile }) {
  if (textFile === void 0) return [];
  const text = await readText(path.resolve(cwd, textFile), "usage", textFile);
  return [{ source: { kind: "text", sha: null }, text }];
}
function shardsOf({ shards }) {
  if (shards === void 0) return void 0;
  const count = /^\d{1,3}$/.test(shards) ? Number(shards) : 0;
  if (count >= 1 && count <= MOST_JOBS) return count;
  throw misuse(
    `--shards ${JSON.stringify(shards)} is not understood.`,
    `Give a whole number from 1 to ${MOST_JOBS}.`
  );
}
export {
  planCommand,
  pullRequestCommand
};
