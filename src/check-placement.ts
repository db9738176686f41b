/** Before anything is measured on an accelerator: does it run there at all? */
import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { GateError } from './errors.js';
import type { InspectedModel } from './inspect.js';
import type { Executor } from './measure/executor.js';
import { type Placement, placementInWords, placementOf } from './measure/placement.js';
import { traceRuns } from './measure/probe.js';
import type { SessionSettings } from './measure/protocol.js';
import { quoted } from './measure/quotation.js';
import { writeProbeFile } from './probe-file.js';
import type { GateServices } from './services.js';

/**
 * Checks both sides on an accelerator; there is nothing to check on cpu.
 * @returns warnings: of which side it is not known where its kernels run, and why.
 * @throws GateError of kind `measurement` when none of a side's kernels runs on that provider, or it cannot start;
 * other kinds when a worker ends.
 */
export async function checkPlacements(
  sides: Readonly<Record<'base' | 'head', InspectedModel>>,
  session: SessionSettings,
  seed: number,
  { executor, folder }: Pick<GateServices, 'executor' | 'folder'>,
): Promise<string[]> {
  if (session.provider === 'cpu') return [];
  const warnings: string[] = [];
  for (const role of ['base', 'head'] as const) {
    const doubt = await checkSide(sides[role], session, seed, executor, folder);
    if (doubt !== null)
      warnings.push(
        `Whether the ${role} runs on ${session.provider} is not known before it is measured: ${doubt}`,
      );
  }
  return warnings;
}

/**
 * Runs a model once under the profiler on the provider that was asked for.
 * @returns why it is not known where its kernels run; null where it is.
 */
async function checkSide(
  { file, label, model, feeds }: InspectedModel,
  session: SessionSettings,
  seed: number,
  executor: Executor,
  folder: string,
): Promise<string | null> {
  let placement: Placement | null;
  try {
    const own = await mkdtemp(path.join(folder, 'placement-'));
    const modelPath = await writeProbeFile(model, file, label, own);
    const asked = {
      modelPath,
      session,
      feeds: feeds.feeds,
      seed,
      runs: 1,
      discarded: 0,
      optimisedPath: null,
    };
    placement = placementOf(await traceRuns(executor, asked, label));
  } catch (thrown) {
    // What is wrong with the model itself, measuring will tell; a trace that cannot be read is no fault of it.
    if (!(thrown instanceof GateError) || thrown.kind !== 'model') throw thrown;
    return thrown.message;
  }
  if (placement !== null && placement.onProvider === 0) {
    throw new GateError(
      'measurement',
      `${quoted(label)} does not run on ${session.provider}: ${placementInWords(placement)}.`,
      `A figure of it would be one of another provider: measure it with provider: cpu, or build it of operators that ${session.provider} has.`,
    );
  }
  return null;
}

/** What a reader of the report must know of where base and head ran. Raw text. */
export function placementWarnings(
  profile: Readonly<Record<'base' | 'head', { readonly placement?: Placement } | null>>,
): string[] {
  return (['base', 'head'] as const).flatMap((role) => {
    const placement = profile[role]?.placement;
    return placement === undefined || placement.elsewhere.length === 0
      ? []
      : [`Not all of the ${role} ran on ${placement.provider}: ${placementInWords(placement)}.`];
  });
}
