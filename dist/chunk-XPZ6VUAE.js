import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  badgeFiles,
  renderBadge,
  renderComment
} from "./chunk-KCHQ3XG2.js";
import {
  writeFiles
} from "./chunk-6CFULFFL.js";
import "./chunk-PG4PWYPK.js";
import "./chunk-UQFMNVOT.js";
import "./chunk-7PLQM42J.js";
import "./chunk-GPSE6RVV.js";
import "./chunk-JL2467QE.js";
import "./chunk-K3FV7RGY.js";
import {
  renderHtml
} from "./chunk-27TUFV6Q.js";
import "./chunk-QRQVP5KK.js";
import "./chunk-7NKO7YSC.js";
import "./chunk-JFJWRCW7.js";
import "./chunk-LVYLBHAL.js";
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

// src/terminal/write-report.ts
function writeReport(folder, report) {
  return writeFiles(folder, report, {
    html: renderHtml(report),
    comment: renderComment(report, {}),
    badge: renderBadge(report),
    badges: badgeFiles(report)
  });
}
export {
  writeReport
};
