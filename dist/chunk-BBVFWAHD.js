import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readClaims
} from "./chunk-DVAEFYOK.js";
import {
  ruleOnClaims
} from "./chunk-34XW5YZY.js";
import {
  readText
} from "./chunk-W7DE7VIJ.js";
import {
  parseReport
} from "./chunk-PG4PWYPK.js";
import "./chunk-UQFMNVOT.js";
import {
  documentOf
} from "./chunk-7PLQM42J.js";
import "./chunk-GPSE6RVV.js";
import "./chunk-JL2467QE.js";
import {
  EXIT
} from "./chunk-K3FV7RGY.js";
import "./chunk-HTD2XBQP.js";
import "./chunk-PZFJNZAO.js";
import "./chunk-PG4ETPPZ.js";
import {
  formatRatio
} from "./chunk-75NMW4LC.js";
import "./chunk-ERHK3PZI.js";
import {
  terminalText
} from "./chunk-7R35W6HB.js";
import "./chunk-NV5WPINZ.js";

// src/terminal/claims-command.ts
import path from "node:path";

// src/terminal/claims-text.ts
function claimsText(claims) {
  if (claims.length === 0) return "No claim about cost or efficiency was found.\n";
  return claims.map((claim) => `${linesOf(claim).join("\n")}
`).join("\n");
}
function linesOf({
  text,
  indicators,
  direction,
  magnitude,
  ruling,
  evidence,
  rewording
}) {
  const size = magnitude === null ? "" : `, ${formatRatio(magnitude)} times`;
  return [
    `${ruling ?? "claimed"}: "${terminalText(text)}"`,
    `  ${indicators.join(", ")}: ${direction}${size}`,
    ...evidence.map(({ model, says }) => `  ${terminalText(model)}: ${terminalText(says)}`),
    ...rewording === null ? [] : [`  instead: ${terminalText(rewording)}`]
  ];
}

// src/terminal/claims-command.ts
async function claimsCommand(context, flags) {
  const { textFile = "", report: reportFile } = flags;
  const claims = readClaims(await readText(path.resolve(context.cwd, textFile), "usage", textFile));
  const unruled = claims.map((claim) => ({ ...claim, ruling: null, evidence: [], rewording: null }));
  const ruled = reportFile === void 0 ? unruled : ruleOnClaims(
    claims,
    parseReport(
      await readText(path.resolve(context.cwd, reportFile), "report", reportFile),
      reportFile
    )
  );
  context.stdout.write(flags.json === true ? documentOf({ claims: ruled }) : claimsText(ruled));
  return EXIT.passed;
}
export {
  claimsCommand
};
