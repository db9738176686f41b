import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Executor, Worker } from '../../src/measure/executor.js';
import type { Outcome } from '../../src/measure/outcome.js';
import type { Subject } from '../../src/measure/protocol.js';
import { findMeans } from '../../src/measure/sandbox/find-means.js';
import { commandLine, sandboxOf } from '../../src/measure/sandbox/launcher.js';
import { limitsFor, memoryLimits, type Limits } from '../../src/measure/sandbox/limits.js';
import { sandboxFacts } from '../../src/render/sandbox.js';
import { executorOf, fixtureWorker, isAlive, temporaryFolder } from '../fixtures/worker-bundle.js';

const GIB = 2 ** 30;
let folder: string;
let executors: Executor[];
beforeAll(() => {
  folder = temporaryFolder();
  executors = [];
});
afterAll(async () => {
  await Promise.all(executors.map((executor) => executor.close()));
  rmSync(folder, { recursive: true });
});

function launch(limits: Partial<Limits>, fixture = 'greedy', env = process.env): Promise<Worker> {
  const workerFile = fixtureWorker(fixture);
  const executor = executorOf({ workerFile, temporaryFolder: folder, deadlineS: 20, limits, env });
  executors.push(executor);
  return executor.launch();
}

/** The greedy worker takes its orders where others are told of a model. */
async function askFor(what: string, limits: Partial<Limits> = {}): Promise<Outcome<{ loadMs: number }>> {
  const worker = await launch(limits);
  const order: Subject = { modelPath: what, session: { provider: 'cpu', threads: 1 }, feeds: [], seed: 0 };
  const outcome = await worker.request('load', order);
  await worker.close();
  expect(isAlive(worker.pid)).toBe(false);
  return outcome;
}

/** Past the programs that replace themselves by the next. */
async function started(worker: Worker): Promise<string> {
  const process = `/proc/${worker.pid ?? 0}`;
  while (!readFileSync(`${process}/cmdline`, 'latin1').includes('worker-silent')) await pause(5);
  while (!/node|MainThread/.test(readFileSync(`${process}/comm`, 'latin1'))) await pause(5);
  return process;
}

describe('a worker that takes too much', () => {
  it('memory is ended at its limit', async () => {
    const residentBytes = 160 * 2 ** 20;
    expect(await askFor('memory', { residentBytes })).toEqual({
      status: 'out-of-memory',
      exit: 'killed at its limit',
      limitBytes: residentBytes,
    });
  });

  it('memory faster than anybody looks is refused it by the system', async () => {
    expect(await askFor('memory', { dataBytes: GIB / 4 })).toMatchObject({ status: 'out-of-memory' });
  });

  it('of the processor is ended by the system', async () => {
    expect(await askFor('processor', { cpuS: 1 })).toEqual({ status: 'time-out', afterS: 1, of: 'CPU time' });
  });

  it('of the disk can write no more', async () => {
    const outcome = await askFor('bytes', { fileBytes: 2 ** 20 });
    expect(outcome).toEqual({ status: 'ok', value: { loadMs: 2 ** 20 } });
  });

  it('files cannot open more', async () => {
    const outcome = await askFor('files', { openFiles: 64 });
    expect(outcome.status === 'ok' && outcome.value.loadMs).toBeLessThan(64);
    expect(outcome.status === 'ok' && outcome.value.loadMs).toBeGreaterThan(10);
  });

  it('leaves nothing in the folder of all workers', () => {
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a worker on this system', () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('has the limits that its sandbox tells of', async () => {
    const worker = await launch(
      { cpuS: 77, fileBytes: 1024 * 512, openFiles: 99, dataBytes: 3 * GIB },
      'silent',
    );
    const limits = readFileSync(`${await started(worker)}/limits`, 'latin1');
    expect(worker.sandbox).toMatchObject({
      cpuS: 77,
      fileBytes: 1024 * 512,
      openFiles: 99,
      dataBytes: 3 * GIB,
    });
    expect(limits).toMatch(/Max cpu time +77 +82 /);
    expect(limits).toMatch(/Max file size +524288 +524288 /);
    expect(limits).toMatch(/Max open files +99 +99 /);
    expect(limits).toMatch(new RegExp(`Max data size +${3 * GIB} +${3 * GIB} `));
    expect(limits).toMatch(/Max core file size +0 +0 /);
    await worker.close();
  });

  it('reaches the network, or can gain privileges, only where its sandbox says so', async () => {
    const worker = await launch({}, 'silent');
    const process = await started(worker);
    const namespaces = [`${process}/ns/net`, '/proc/self/ns/net'].map((file) => readlinkSync(file));
    expect(new Set(namespaces).size).toBe(worker.sandbox.network === 'none' ? 2 : 1);
    const fixed = /^NoNewPrivs:\t(\d)$/m.exec(readFileSync(`${process}/status`, 'latin1'))?.[1];
    expect(fixed).toBe(worker.sandbox.privileges === 'fixed' ? '1' : '0');
    await worker.close();
    const { port } = server.address() as AddressInfo;
    const outcome = await askFor(`network ${port}`);
    const reached = worker.sandbox.network === 'none' ? 1 : 2;
    expect(outcome).toEqual({ status: 'ok', value: { loadMs: reached } });
  });

  it('is the first to be ended where the memory of the machine runs out', async () => {
    const worker = await launch({}, 'silent');
    expect(readFileSync(`${await started(worker)}/oom_score_adj`, 'latin1').trim()).toBe('1000');
    await worker.close();
  });

  it('sees no variable of ours beyond those that it needs', async () => {
    const worker = await launch({}, 'silent', {
      ...process.env,
      GITHUB_TOKEN: 'canary',
      NODE_OPTIONS: '--no-warnings',
    });
    const environment = readFileSync(`${await started(worker)}/environ`, 'latin1');
    expect(environment).toContain('PATH=');
    expect(environment).not.toMatch(/canary|NODE_OPTIONS|GITHUB/);
    await worker.close();
  });
});

const limits = limitsFor(memoryLimits('auto', 'cpu', 10 * GIB), 30, 4);

describe('the limits of a worker', () => {
  it('follow from the machine, or from the configuration, and from the deadline', () => {
    expect(limits).toMatchObject({ residentBytes: 8 * GIB, dataBytes: 10 * GIB, cpuS: 240 });
    expect(memoryLimits(GIB, 'cpu')).toEqual({ residentBytes: GIB, dataBytes: 3 * GIB });
  });

  it('leave accelerators the memory that they only reserve', () => {
    expect(memoryLimits(GIB, 'cuda')).toEqual({ residentBytes: GIB, dataBytes: null });
  });
});

describe('where the system cannot confine', () => {
  it('a worker is started as it is, and the report says what is missing and why', async () => {
    const means = await findMeans({}, limits, 'win32');
    expect(commandLine('node.exe', ['worker.js'], limits, means)).toEqual({
      file: 'node.exe',
      args: ['worker.js'],
    });
    const facts = sandboxFacts(sandboxOf(limits, means));
    expect(facts[0]).toEqual(['a worker may have at most', 'what it likes: nothing could be limited']);
    expect(facts[1]?.[1]).toContain('limit of CPU time (Windows has none)');
    expect(facts[1]?.[1]).toContain('limit of resident memory (only Linux has it)');
  });

  it('but sets limits, those are set without what only Linux has', async () => {
    const means = await findMeans(process.env, limits, 'darwin');
    expect(sandboxOf(limits, means)).toMatchObject({
      residentBytes: null,
      cpuS: 240,
      network: 'open',
      privileges: 'open',
      missing: [
        { what: 'network namespace', why: 'only Linux has it' },
        { what: 'fixed privileges', why: 'only Linux has it' },
        { what: 'limit of resident memory', why: 'only Linux has it' },
      ],
    });
  });

  it('the programs that would do so are named with what they say', async () => {
    const means = await findMeans({ PATH: '/nowhere' }, limits, 'linux');
    expect(means).toMatchObject({ wrappers: [], network: 'open', privileges: 'open' });
    expect(means.missing.map(({ what }) => what)).toEqual(['network namespace', 'fixed privileges']);
    expect(means.missing.every(({ why }) => why !== '')).toBe(true);
  });
});

describe('what the report says of the sandbox', () => {
  it('has a unit to every number', () => {
    const [held] = sandboxFacts({
      residentBytes: 6e9,
      dataBytes: 8e9,
      cpuS: 240,
      fileBytes: 4e9,
      openFiles: 512,
      network: 'none',
      privileges: 'fixed',
      missing: [],
    });
    expect(held?.[1]).toBe(
      '6.00 GB of resident memory, 8.00 GB of private memory, 240 s of CPU time, files of 4.00 GB, 512 open files, no network, no new privileges',
    );
  });
});
