/** A report that another job wrote: bounded before it is read, and held against the schema before it is believed. */
import { GateError } from './errors.js';
import { readRegularFile } from './regular-file.js';
import { type GateReport, parseReport } from './report.js';

/** A model measured for 300 s leaves about 1 MB of samples. */
export const MOST_BYTES = 64 * 1024 * 1024;
/** A report is 10 levels deep. */
const MOST_DEPTH = 64;
const MOST_MODELS = 1000;

/**
 * @param file Absolute.
 * @param label The file as the user named it.
 * @throws GateError of kind `report`.
 */
export async function readRecordedReport(file: string, label: string): Promise<GateReport> {
  // A link is not followed: whoever wrote the archive would choose the file that is read.
  const text = await readRegularFile(file, label, {
    mostBytes: MOST_BYTES,
    unlike: NEXT,
    unreadable: 'Check the path, and that the run that measured uploaded its report.',
  });
  if (depthOf(text) > MOST_DEPTH) throw refused(label, `is nested more than ${MOST_DEPTH} levels deep`);
  const report = parseReport(text, label);
  if (report.models.length > MOST_MODELS) throw refused(label, `is of more than ${MOST_MODELS} models`);
  return report;
}

const NEXT = 'Give a report.json that efficiency-gate wrote, unchanged.';

const refused = (label: string, fault: string): GateError =>
  new GateError('report', `${label} ${fault}.`, NEXT);

/** How deep the brackets go, text left out; of what is no JSON, any number. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inText) {
      if (character === '\\') at += 1;
      else if (character === '"') inText = false;
    } else if (character === '"') inText = true;
    else if (character === '[' || character === '{') deepest = Math.max(deepest, (depth += 1));
    else if (character === ']' || character === '}') depth -= 1;
  }
  return deepest;
}
