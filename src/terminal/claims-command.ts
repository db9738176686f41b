/** `claims`: what a text claims of the model, and what a report says of it. */
import path from 'node:path';
import { readClaims } from '../claims/read-claims.js';
import { EXIT, type ExitStatus } from '../errors.js';
import { documentOf } from '../json-document.js';
import { ruleOnClaims } from '../judge/claims/rule.js';
import { parseReport } from '../report.js';
import { claimsText } from './claims-text.js';
import { readText } from '../read-text.js';
import type { CommandContext } from './context.js';
import type { Flags } from './flags.js';

/** Reading claims passes whatever they are: whether a claim that does not stand fails a check is the gate's policy. */
export async function claimsCommand(context: CommandContext, flags: Flags): Promise<ExitStatus> {
  const { textFile = '', report: reportFile } = flags;
  const claims = readClaims(await readText(path.resolve(context.cwd, textFile), 'usage', textFile));
  const unruled = claims.map((claim) => ({ ...claim, ruling: null, evidence: [], rewording: null }));
  const ruled =
    reportFile === undefined
      ? unruled
      : ruleOnClaims(
          claims,
          parseReport(
            await readText(path.resolve(context.cwd, reportFile), 'report', reportFile),
            reportFile,
          ),
        );
  context.stdout.write(flags.json === true ? documentOf({ claims: ruled }) : claimsText(ruled));
  return EXIT.passed;
}
