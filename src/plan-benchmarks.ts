/** The benchmarks of the configuration that a change may have made slower. */
import { type Config, matchesAny } from './config.js';
import type { BenchmarkSource, PlannedBenchmark } from './plan.js';
import type { Revision, RevisionRange } from './revisions/range.js';
import type { Workshop } from './workshop.js';

/** @param changed Files that differ between base and head; null when there is no base. */
export function planBenchmarks(
  { benchmarks }: Config,
  { base, head }: Pick<RevisionRange, 'base' | 'head'>,
  changed: readonly string[] | null,
  workshop: Workshop,
): PlannedBenchmark[] {
  const source = (revision: Revision): BenchmarkSource => ({
    sha: revision.sha,
    open: () => workshop.at(revision),
  });
  return benchmarks
    .filter(({ paths }) => changed === null || changed.some((file) => matchesAny(paths, file)))
    .map(({ name, command, timeoutS }) => ({
      name,
      command,
      timeoutS,
      env: workshop.env,
      base: base === null ? null : source(base),
      head: source(head),
    }));
}
