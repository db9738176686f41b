import { describe, expect, it } from '@jest/globals';
import { parseRuns } from '../../src/measure/trace-runs.js';

const kernel = (node: string, ts: number, dur: number, peak?: string): object => ({
  cat: 'Node',
  name: `${node}_kernel_time`,
  ts,
  dur,
  args: { op_name: 'Op', provider: 'P', ...(peak === undefined ? {} : { mem_in_use_peak: peak }) },
});
const END = { cat: 'Session', name: 'model_run', ts: 0, dur: 99, args: {} };

const parsed = (events: object[], discarded = 0): ReturnType<typeof parseRuns> =>
  parseRuns(JSON.stringify(events), discarded);

describe('a trace of several runs', () => {
  it('tells the time of each node in each run that is not discarded', () => {
    const runs = [90, 20, 30].flatMap((dur) => [kernel('a', 0, dur), kernel('b', 100, dur + 1), END]);
    expect(parsed(runs, 1).nodes).toEqual([
      { node: 'a', timesUs: [20, 30] },
      { node: 'b', timesUs: [21, 31] },
    ]);
  });

  it('adds up the executions of a node in a loop', () => {
    const runs = [kernel('a', 0, 2), kernel('a', 5, 3), kernel('a', 10, 4), END];
    expect(parsed(runs)).toMatchObject({
      kernels: [{ node: 'a' }, { node: 'a' }, { node: 'a' }],
      nodes: [{ node: 'a', timesUs: [9] }],
    });
  });

  it('takes what runs inside a body off the time of the node around it', () => {
    // An If of 50 us with two kernels inside, one of which is an If of 20 us around one of 5 us.
    const run = [
      kernel('before', 0, 10),
      kernel('inner', 24, 5),
      kernel('nested', 22, 20),
      kernel('plain', 45, 10),
      kernel('outer', 20, 50),
      kernel('after', 70, 7),
      END,
    ];
    expect(Object.fromEntries(parsed(run).nodes.map(({ node, timesUs }) => [node, timesUs[0]]))).toEqual({
      before: 10,
      inner: 5,
      nested: 15,
      plain: 10,
      outer: 20,
      after: 7,
    });
  });

  it('tells the most that the arena held in use, over all runs', () => {
    expect(parsed([kernel('a', 0, 1, '900'), END, kernel('a', 0, 1, '70'), END], 1).arenaPeakBytes).toBe(900);
    expect(parsed([kernel('a', 0, 1), END]).arenaPeakBytes).toBeNull();
  });

  it('with no run left is refused', () => {
    expect(() => parsed([kernel('a', 0, 1), END], 1)).toThrow('no run beyond 1');
  });
});

describe('a trace of runs on an accelerator', () => {
  const device = (cat: string, dur: number): object => ({ cat, name: 'a&Op', ts: 0, dur, args: {} });
  const runs = [kernel('a', 0, 1), END, kernel('a', 0, 1), END, kernel('a', 0, 1), END];
  const on = (provider: string, events: object[], discarded = 0) =>
    parseRuns(JSON.stringify([...runs, ...events]), discarded, provider).accelerator;

  it("tells each run from its call to its end, and the device's own time in it", () => {
    const events = [9, 8, 1, 2, 3, 4].map((dur) => device('Api', dur));
    expect(on('webgpu', events, 1)).toEqual({ provider: 'webgpu', runsUs: [99, 99], deviceUs: [3, 7] });
  });

  it('does not know it where the events cannot be told apart by run, or there are none', () => {
    expect(on('webgpu', [device('Api', 1), device('Api', 1)])?.deviceUs).toBeNull();
    expect(on('webgpu', [])?.deviceUs).toBeNull();
  });

  it("does not take calls of CUDA's interface for the device's work", () => {
    const calls = runs.slice(0, 3).map(() => device('Api', 5));
    expect(on('cuda', calls)?.deviceUs).toBeNull();
    expect(on('cuda', [...calls, ...[1, 2, 3].map((dur) => device('Kernel', dur))])?.deviceUs).toEqual([
      1, 2, 3,
    ]);
    expect(on('coreml', calls)?.deviceUs).toBeNull();
  });

  it('says nothing of it on cpu', () => {
    expect(parseRuns(JSON.stringify(runs), 0)).not.toHaveProperty('accelerator');
  });
});
