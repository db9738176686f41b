/** How workers were confined, in words. Raw text: each medium escapes it. */
import type { Environment } from '../measure/measurement.js';
import { formatQuantity } from '../quantity.js';

type Sandbox = NonNullable<Environment['sandbox']>;

/** Of every worker process; what could not be had is said as well. */
export function sandboxFacts(sandbox: Sandbox): (readonly [what: string, how: string])[] {
  const { residentBytes, dataBytes, cpuS, fileBytes, openFiles, network, privileges, missing } = sandbox;
  const bytes = (count: number): string => formatQuantity(count, 'bytes');
  const held = [
    residentBytes === null ? [] : [`${bytes(residentBytes)} of resident memory`],
    dataBytes === null ? [] : [`${bytes(dataBytes)} of private memory`],
    cpuS === null ? [] : [`${cpuS} s of CPU time`],
    fileBytes === null ? [] : [`files of ${bytes(fileBytes)}`],
    openFiles === null ? [] : [`${openFiles} open files`],
    network === 'none' ? ['no network'] : [],
    privileges === 'fixed' ? ['no new privileges'] : [],
  ].flat();
  const lacking = missing.map(({ what, why }) => `${what} (${why})`);
  return [
    [
      'a worker may have at most',
      held.length === 0 ? 'what it likes: nothing could be limited' : held.join(', '),
    ],
    ...(lacking.length === 0 ? [] : [['not confined by', lacking.join(', ')] as const]),
  ];
}
