import type { FleetPlan } from './fleet-plan.js';

/** What is known of a fleet's reports before they are looked at. */
export interface Expectation {
  /** The pull request that all reports are to be of; left out where none is known. */
  readonly pullRequest?: { readonly number: number; readonly headSha: string };
  /** Left out where there is none: then each machine's own word tells how many reports it has. */
  readonly plan?: FleetPlan;
  /**
   * Whether the plan also says of which commits reports are, which machines are required and which models are theirs; of
   * a plan that a stranger may have written, only which reports there are to be.
   */
  readonly planTrusted?: boolean;
}
