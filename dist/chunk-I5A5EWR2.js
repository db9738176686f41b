import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  elementCount,
  elementType
} from "./chunk-SY7WQYOX.js";

// src/measure/run-timing.ts
import { performance } from "node:perf_hooks";
async function timed(action) {
  const start = performance.now();
  await action();
  return rounded(performance.now() - start);
}
async function timeBlock(run, minimumMs, leadInMs = 0) {
  for (const from = performance.now(); performance.now() - from < leadInMs; ) await run();
  const runsMs = [];
  const cpu = process.cpuUsage();
  const start = performance.now();
  do {
    const before = performance.now();
    await run();
    runsMs.push(rounded(performance.now() - before));
  } while (performance.now() - start < minimumMs);
  const { user, system } = process.cpuUsage(cpu);
  return { runsMs, cpuMs: (user + system) / 1e3 };
}
var WARM_UP = { stretchMs: 15, gain: 0.01, level: 2, limitMs: 1e3 };
function warmUp(run, bounds = WARM_UP) {
  return levelOff(async (stretchMs) => (await timeBlock(run, stretchMs)).runsMs, bounds);
}
async function levelOff(stretch, { stretchMs, gain, level, limitMs } = WARM_UP) {
  const start = performance.now();
  let runs = 0;
  let best = Infinity;
  let levelFor = 0;
  for (; ; ) {
    const runsMs = await stretch(stretchMs);
    runs += runsMs.length;
    const current = median(runsMs);
    levelFor = current < (1 - gain) * best ? 0 : levelFor + 1;
    best = Math.min(best, current);
    const elapsedMs = performance.now() - start;
    if (levelFor >= level || elapsedMs >= limitMs)
      return { runs, elapsedMs: rounded(elapsedMs), runMs: best };
  }
}
function median(values) {
  return values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) / 2)] ?? 0;
}
function rounded(milliseconds) {
  return Math.max(Number(milliseconds.toFixed(4)), 1e-4);
}

// src/measure/half-precision.ts
var MANTISSA_BITS = 10;
var EXPONENT_BIAS = 15;
var SMALLEST_NORMAL_EXPONENT = -14;
var INFINITY_BITS = 31744;
var NAN_BITS = 32256;
var SIGN_BIT = 32768;
function toHalfBits(value) {
  if (Number.isNaN(value)) return NAN_BITS;
  const sign = value < 0 || Object.is(value, -0) ? SIGN_BIT : 0;
  const magnitude = Math.abs(value);
  if (magnitude === 0) return sign;
  if (magnitude === Infinity) return sign | INFINITY_BITS;
  const exponent = Math.max(Math.floor(Math.log2(magnitude)), SMALLEST_NORMAL_EXPONENT);
  const steps = roundHalfToEven(magnitude / 2 ** (exponent - MANTISSA_BITS));
  const bits = steps + (exponent + EXPONENT_BIAS - 1 << MANTISSA_BITS);
  return sign | Math.min(bits, INFINITY_BITS);
}
function fromHalfBits(bits) {
  const sign = (bits & SIGN_BIT) === 0 ? 1 : -1;
  const exponent = (bits & INFINITY_BITS) >> MANTISSA_BITS;
  const mantissa = bits & 2 ** MANTISSA_BITS - 1;
  if (exponent === INFINITY_BITS >> MANTISSA_BITS) return mantissa === 0 ? sign * Infinity : NaN;
  const implicit = exponent === 0 ? 0 : 2 ** MANTISSA_BITS;
  return sign * (implicit + mantissa) * 2 ** (Math.max(exponent, 1) - EXPONENT_BIAS - MANTISSA_BITS);
}
function roundHalfToEven(value) {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

// src/measure/random.ts
var WARM_UP_DRAWS = 15;
var UINT32 = 2 ** 32;
function sfc32(seed, stream = 0) {
  let a = seed | 0;
  let b = stream | 0;
  let c = Math.floor(seed / UINT32) | 0;
  let counter = 1;
  const draw = () => {
    const sum = (a + b | 0) + counter | 0;
    counter = counter + 1 | 0;
    a = b ^ b >>> 9;
    b = c + (c << 3) | 0;
    c = (c << 21 | c >>> 11) + sum | 0;
    return (sum >>> 0) / UINT32;
  };
  for (let i = 0; i < WARM_UP_DRAWS; i += 1) draw();
  return draw;
}
function streamOf(text) {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return hash;
}
function normal(random) {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
function shuffled(items, random) {
  const order = items.map((item) => ({ item, key: random() }));
  return order.sort((one, other) => one.key - other.key).map(({ item }) => item);
}

// src/measure/feed.ts
function summariseFeed({ name, type, shape, fill }) {
  return { name, type, shape: [...shape], fill: describeFill(fill) };
}
function describeFill(fill) {
  switch (fill.kind) {
    case "normal":
      return "standard normal, seeded";
    case "uniform":
      return `uniform from ${fill.low} to ${fill.high}, seeded`;
    case "constant":
      return `every element ${JSON.stringify(fill.value)}`;
    case "file":
      return `from ${fill.label}`;
  }
}
function generate(feed, fill, seed) {
  const random = sfc32(seed, streamOf(`${feed.name} ${feed.shape.join("x")}`));
  const count = elementCount(feed.shape);
  const { array, bytes, kind } = elementType(feed.type);
  if (array === void 0)
    return new Array(count).fill(fill.kind === "constant" ? String(fill.value) : "");
  const data = new array(new ArrayBuffer(count * bytes));
  const draw = drawer(fill, kind !== "float", random);
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) {
    for (let i = 0; i < count; i += 1) data[i] = BigInt(draw());
  } else if (feed.type === "float16") {
    for (let i = 0; i < count; i += 1) data[i] = toHalfBits(draw());
  } else {
    for (let i = 0; i < count; i += 1) data[i] = draw();
  }
  return data;
}
function drawer(fill, whole, random) {
  switch (fill.kind) {
    case "normal":
      return () => normal(random);
    case "uniform":
      return whole ? () => fill.low + Math.floor(random() * (fill.high - fill.low + 1)) : () => fill.low + random() * (fill.high - fill.low);
    case "constant": {
      const value = Number(fill.value);
      return () => value;
    }
  }
}

export {
  timed,
  timeBlock,
  warmUp,
  levelOff,
  rounded,
  sfc32,
  streamOf,
  shuffled,
  fromHalfBits,
  summariseFeed,
  generate
};
