/** One policy for all reports of a fleet, and the warnings that go with it. */
import type { Policy } from '../report.js';
import type { ReceivedReport } from './received.js';

/**
 * The first report's policy. Its error probability is that of the whole run, so it is split over the timing decisions of
 * all reports together, be it that each had split it over its own, or over those of the whole fleet as planned.
 */
export function onePolicy(
  first: ReceivedReport,
  merged: readonly ReceivedReport[],
): { readonly policy: Policy; readonly warnings: readonly string[] } {
  const { policy } = first.report;
  const own = merged.reduce(
    (sum, { report }) => sum + (report.shard?.decisions ?? report.policy.decisions),
    0,
  );
  const decisions = Math.max(own, ...merged.map(({ report }) => report.policy.decisions));
  const others = merged.filter(({ report }) => rulesOf(report.policy) !== rulesOf(policy));
  return {
    policy: { ...policy, decisions: Math.min(decisions, Number.MAX_SAFE_INTEGER) },
    warnings: others.map(
      ({ file }) =>
        `${file} was judged by other settings than ${first.file}: it is judged again by those of the run.`,
    ),
  };
}

/** What decides, in a form that can be compared; where it was written decides nothing. */
function rulesOf({ alpha, tolerances, required, warnOnly, failOnInconclusive, ...more }: Policy): string {
  const { maxImprovement, gridIntensity = null, price = null, claims, acknowledgeLabel = null } = more;
  const sorted = Object.entries(tolerances).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([
    ...[alpha, sorted, required, warnOnly, failOnInconclusive],
    ...[maxImprovement, gridIntensity, price?.perHour, price?.currency, claims ?? 'report', acknowledgeLabel],
  ]);
}
