import { expect, it } from '@jest/globals';
import { ownPolicy } from '../../src/judge/own-indicators.js';
import type { OwnIndicator } from '../../src/measure/measurement.js';
import { policy } from './factories.js';

const reporting = (...indicators: OwnIndicator[]) => ({ name: 'train', command: 'c', indicators });
const own = (name: string, unit: string): OwnIndicator => ({ name, unit, better: 'lower' });
const tenth = { relative: 0.1 };

it('one tolerance for all timings holds for the durations and rates of a benchmark, and for nothing else', () => {
  const harness = reporting(
    own('step', 's'),
    own('lag', 'µs'),
    own('items_per_s', 'items/s'),
    own('loss', 'nats'),
  );
  expect(ownPolicy(policy({ tolerances: { timings: tenth } }), harness).tolerances).toEqual({
    duration: tenth,
    step: tenth,
    lag: tenth,
    items_per_s: tenth,
  });
});

it('a tolerance of its own holds before the one for all timings', () => {
  const tolerances = {
    timings: tenth,
    'benchmarks.train.step': { relative: 0.02 },
    'benchmarks.other.step': {},
  };
  expect(ownPolicy(policy({ tolerances }), reporting(own('step', 's'))).tolerances).toEqual({
    duration: tenth,
    step: { relative: 0.02 },
  });
});

it('the tolerances of models do not hold for a benchmark that uses their names', () => {
  const tolerances = { latency_p50: { relative: 0.5 } };
  expect(ownPolicy(policy({ tolerances }), reporting(own('latency_p50', 'ms'))).tolerances).toEqual({});
});
