/** A benchmark in plain JavaScript: one line for every line that it reads (docs/harness.md). */
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';

const say = (message) => {
  process.stdout.write(`gate: ${JSON.stringify(message)}\n`);
};

/** What is measured. Everything that it needs is made before the benchmark says that it is ready. */
const numbers = Float64Array.from({ length: 50_000 }, (_, i) => Math.sin(i));
const work = () => Float64Array.from(numbers).sort();

say({ ready: true, indicators: [{ name: 'numbers_per_s', unit: 'numbers/s', better: 'higher' }] });
for await (const line of createInterface({ input: process.stdin })) {
  const [command, count] = line.split(' ');
  if (command === 'stop') break;
  const durations = [];
  for (let run = 0; run < Number(count); run += 1) {
    const start = performance.now();
    work();
    durations.push(performance.now() - start);
  }
  const rates = durations.map((duration) => numbers.length / (duration / 1000));
  say({ durations_ms: durations, readings: { numbers_per_s: rates } });
}
