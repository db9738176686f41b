/** GitHub's runner behind `@actions/core`. */
import * as core from '@actions/core';
import type { Runner } from '../main.js';
import { actionLogger } from './logger.js';

/** @param env The process's environment, which the toolkit reads as well. */
export function actionsRunner(env: Readonly<Record<string, string | undefined>>): Runner {
  const logger = actionLogger(core, () => performance.now());
  return {
    env,
    logger,
    getInput: (name) => core.getInput(name),
    setSecret: core.setSecret,
    setOutput: (name, value) => {
      core.setOutput(name, value);
    },
    writeSummary: async (markdown) => {
      if (env.GITHUB_STEP_SUMMARY === undefined) return;
      await core.summary.addRaw(markdown, true).write();
    },
  };
}
