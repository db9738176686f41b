/** Profiling a model as it is timed, inside a worker. */
import { during, loadModel, profilingInto, readTrace } from './model-session.js';
import type { OperatorRuns, TracedRuns } from './protocol.js';
import type { Runtime } from './runtime.js';
import { parseRuns } from './trace-runs.js';

/** Runs a model as often as asked and tells how long each kernel took. Writes its trace into `folder`. */
export async function runOperators(
  runtime: Runtime,
  { runs, discarded, optimisedPath, ...subject }: OperatorRuns,
  folder: string,
): Promise<TracedRuns> {
  const { run, session } = await loadModel(runtime, subject, {
    ...profilingInto(folder),
    ...(optimisedPath === null ? {} : { optimizedModelFilePath: optimisedPath }),
  });
  await during('running', async () => {
    for (let i = 0; i < discarded + runs; i += 1) await run();
  });
  session.endProfiling();
  return readTrace(folder, (text) => parseRuns(text, discarded, subject.session.provider));
}
