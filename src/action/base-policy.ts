/**
 * What a report that somebody else measured is judged by: configuration and waivers of the base, from a checkout that
 * nobody but the repository's own writers decides. Nothing that the report says of its policy counts.
 */
import { CONFIG_PATH, defaultConfig, parseConfig, withOverrides } from '../config.js';
import { GateError } from '../errors.js';
import type { GivenAcknowledgement } from '../judge/acknowledgement.js';
import { ownDecisions } from '../judge/own-indicators.js';
import { isMetered, isOnDevice } from '../judge/measured-comparison.js';
import { policyOf, timingDecisions } from '../policy.js';
import type { ModelReport, Policy } from '../report.js';
import { findCommit, requireRepository } from '../revisions/commits.js';
import type { Git } from '../revisions/git.js';
import { ensureCommit } from '../revisions/remote.js';
import { readTextAt } from '../revisions/text.js';
import { parseWaivers, WAIVERS_PATH } from '../waivers.js';

export interface BaseBranch {
  readonly baseRef: string;
  readonly baseSha: string;
  /** Whether it is the branch that a `workflow_run` checks out by itself. */
  readonly isDefault: boolean;
  /** `GITHUB_SHA`, the default branch's commit. */
  readonly checkedOut: string | undefined;
}

export interface BasePolicy {
  readonly policy: Policy;
  readonly waivers: readonly GivenAcknowledgement[];
  readonly warnings: readonly string[];
}

/** What of a report its policy is made from. */
export interface Recorded {
  readonly policy: Pick<Policy, 'decisions' | 'source'>;
  readonly evidence: { readonly models: readonly Pick<ModelReport, 'measurement'>[] };
}

/** @throws GateError of kind `revision` or `config`. */
export async function basePolicy(
  { policy: recordedPolicy, evidence }: Recorded,
  base: BaseBranch,
  {
    configFile,
    warnOnly,
  }: { readonly configFile: string | undefined; readonly warnOnly: boolean | undefined },
  git: Git,
): Promise<BasePolicy> {
  const commit = await trustedCommit(base, git);
  const file = configFile ?? CONFIG_PATH;
  const text = await readTextAt(git, commit, file);
  if (text === null && configFile !== undefined) {
    throw new GateError(
      'config',
      `There is no ${configFile} in the base.`,
      'Commit it there, or leave config-file out.',
    );
  }
  const recorded = text === null ? defaultConfig() : parseConfig(text, `${file} of the base`, file);
  const config = withOverrides(recorded, { warnOnly });
  const waived = await readTextAt(git, commit, WAIVERS_PATH);
  const waivers = waived === null ? [] : parseWaivers(waived, `${WAIVERS_PATH} of the base`);
  return {
    policy: policyOf(config, Math.max(recordedPolicy.decisions, decisionsIn(evidence))),
    waivers: waivers.map((waiver) => ({ kind: 'waiver' as const, ...waiver })),
    warnings:
      text === null && recordedPolicy.source !== config.source
        ? [`The base has no ${file}: judged by the defaults, whatever the head's own configuration says.`]
        : [],
  };
}

async function trustedCommit(
  { baseRef, baseSha, isDefault, checkedOut }: BaseBranch,
  git: Git,
): Promise<string> {
  await requireRepository(git);
  const head = await findCommit(git, 'HEAD');
  if (head === null || head !== checkedOut) {
    throw new GateError(
      'revision',
      'What is checked out is not the commit of the default branch that this workflow runs on.',
      'In the workflow that publishes, use actions/checkout without "ref:": it must never check out a pull request.',
    );
  }
  return isDefault ? head : ensureCommit(git, baseSha, baseRef);
}

/** Verdicts on timings that the report has samples for: a report that names fewer would have them too easily. */
function decisionsIn({ models }: Recorded['evidence']): number {
  const measurements = models.flatMap(({ measurement }) => (measurement === null ? [] : [measurement]));
  const metered = measurements.some(isMetered);
  const own = measurements.flatMap(({ harness }) =>
    harness === undefined ? [] : [ownDecisions(harness, metered)],
  );
  const plain = measurements.length - own.length;
  const onDevice = measurements.filter(isOnDevice).length;
  return timingDecisions(plain, { own: own.reduce((sum, count) => sum + count, 0), metered, onDevice });
}
