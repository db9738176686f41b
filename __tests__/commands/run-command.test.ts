import { describe, expect, it } from '@jest/globals';
import { tmpdir } from 'node:os';
import { commandEnvironment } from '../../src/commands/command-environment.js';
import { type CommandRequest, runCommand } from '../../src/commands/run-command.js';

const request = (command: string, given: Partial<CommandRequest> = {}): CommandRequest => ({
  label: 'The build command in main',
  command,
  folder: tmpdir(),
  env: { PATH: process.env.PATH },
  timeoutS: 20,
  signal: new AbortController().signal,
  ...given,
});

describe('a command', () => {
  it('tells what it printed', async () => {
    expect(await runCommand(request('echo made; echo loudly >&2'))).toBe('made\nloudly\n');
  });

  it('hands on what it prints on standard output, all of it and nothing else', async () => {
    let output = '';
    const onOutput = (text: string): void => {
      output += text;
    };
    await runCommand(request('seq 1 20000; echo loudly >&2', { onOutput }));
    expect(output).toHaveLength(108_894);
    expect(output.startsWith('1\n2\n')).toBe(true);
    expect(output.endsWith('20000\n')).toBe(true);
  });

  it('that fails is told with its last lines', async () => {
    const printing = 'for i in $(seq 1 40); do echo line $i; done; exit 3';
    await expect(runCommand(request(printing))).rejects.toMatchObject({
      kind: 'command',
      exitStatus: 3,
      message: expect.stringMatching(
        /ended with exit status 3: .* Its last lines:\n {4}line 26\n[^]*line 40$/,
      ),
    });
  });

  it('that takes too long is killed with all that it started', async () => {
    const started = performance.now();
    await expect(runCommand(request('sleep 50 & sleep 60', { timeoutS: 0.5 }))).rejects.toThrow(
      /did not end within 0.5 s and was killed/,
    );
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('ends with an interruption', async () => {
    const abort = new AbortController();
    const running = runCommand(request('sleep 60', { signal: abort.signal }));
    setTimeout(() => {
      abort.abort();
    }, 100);
    await expect(running).rejects.toThrow(/was interrupted/);
  });

  it('is not waited for longer than its own process lives', async () => {
    expect(await runCommand(request('sleep 60 & echo started'))).toBe('started\n');
  });
});

describe('the environment of a command', () => {
  const ours = {
    PATH: '/bin',
    LC_ALL: 'C',
    GITHUB_TOKEN: 'secret',
    ACTIONS_RUNTIME_TOKEN: 'secret',
    'INPUT_GITHUB-TOKEN': 'secret',
    AWS_SECRET_ACCESS_KEY: 'secret',
    HF_TOKEN: 'of the user',
  };

  it('has what programs need and nothing else', () => {
    expect(commandEnvironment(ours, [])).toEqual({ PATH: '/bin', LC_ALL: 'C' });
  });

  it("has what the configuration names, but never the runner's own", () => {
    const named = ['HF_TOKEN', 'GITHUB_TOKEN', 'ACTIONS_RUNTIME_TOKEN', 'INPUT_GITHUB-TOKEN'];
    expect(commandEnvironment(ours, named)).toEqual({ PATH: '/bin', LC_ALL: 'C', HF_TOKEN: 'of the user' });
  });
});
