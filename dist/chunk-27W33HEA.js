import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  median
} from "./chunk-75NMW4LC.js";

// src/render/plural.ts
function plural(count, noun, many = `${noun}s`) {
  return `${count} ${count === 1 ? noun : many}`;
}

// src/stats/cross-log-ratio.ts
function crossLogRatio(base, side) {
  const bases = base.map(Math.log);
  return median(side.flatMap((value) => bases.map((logBase) => Math.log(value) - logBase)));
}

export {
  crossLogRatio,
  plural
};
