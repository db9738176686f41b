/** What the gate will not do for anybody, and what it warns of: code of strangers beside permissions or on lasting machines. */
import { GateError } from '../errors.js';
import type { ToldEvent } from './event.js';
import type { Inputs } from './inputs.js';

/** @throws GateError of kind `usage` for an event under which this mode would run strangers' code with permissions. */
export function refusePrivilegedMeasuring(event: ToldEvent, mode: Inputs['mode']): void {
  if (event.kind === 'workflow_run' && mode !== 'report') {
    throw new GateError(
      'usage',
      `mode: ${mode} does not run on workflow_run, where a pull request from anybody could use the write token and secrets of this repository.`,
      'Measure on pull_request with "mode: measure", and publish on workflow_run with "mode: report" (docs/forks.md).',
    );
  }
}

/** @returns null when there is nothing to warn of. */
export function exposedRunner(
  event: ToldEvent,
  mode: Inputs['mode'],
  { RUNNER_ENVIRONMENT: kind }: Readonly<Record<string, string | undefined>>,
): string | null {
  if (mode === 'report' || event.kind !== 'pull_request' || !event.isPublic || kind !== 'self-hosted')
    return null;
  const who = event.fork ? 'This pull request comes from a fork' : 'Anybody may open a pull request here';
  return (
    `${who}, and its models run on a self-hosted runner of a public repository: what they leave behind, later jobs find. ` +
    'Use a hosted runner, or one that is thrown away after each job (docs/forks.md).'
  );
}
