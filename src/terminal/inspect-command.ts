/** The command `inspect`. */
import path from 'node:path';
import { settingsFor } from '../config.js';
import { EXIT, type ExitStatus } from '../errors.js';
import { inspectModel, tellWeightsRead } from '../inspect.js';
import { documentOf } from '../json-document.js';
import { withBounds } from '../measure/executor.js';
import { memoryLimits } from '../measure/sandbox/limits.js';
import { renderInspection } from '../render/inspection.js';
import type { CommandContext } from './context.js';
import type { Flags } from './flags.js';
import { inspectionDocument } from './inspection-document.js';
import { withMachine } from './machine.js';
import { readConfig } from './settings.js';

/** `inspect`: count one model. */
export async function inspectCommand(
  context: CommandContext,
  model: string,
  flags: Flags,
): Promise<ExitStatus> {
  const config = await readConfig(context, flags);
  const { threads, provider, seed, workerMemory } = config;
  const memory = memoryLimits(workerMemory, provider);
  const inspected = await withMachine(context, flags, ({ executor, folder }) =>
    inspectModel(
      {
        file: path.resolve(context.cwd, model),
        label: model,
        settings: settingsFor(config, model),
        inputFolder: context.cwd,
        session: { threads, provider },
        seed,
        weights: flags.weights === true ? 'read' : 'when small',
      },
      withBounds(executor, { memory }),
      folder,
    ),
  );
  for (const warning of inspected.warnings) context.logger.warning(warning);
  tellWeightsRead(inspected, context.logger);
  const { profile, feeds, nodes } = inspected;
  const { colour, width, stdout } = context;
  const answered =
    flags.json === true
      ? documentOf(inspectionDocument(inspected))
      : renderInspection(profile, {
          colour,
          width,
          name: model,
          batch: feeds.batch,
          nodes: flags.nodes === true ? nodes() : [],
        });
  stdout.write(answered);
  return EXIT.passed;
}
