import { markdownText } from './escape.js';
import { bullets, paragraphs } from './markdown.js';

/** What the job summary adds where the result could not be taken to GitHub. @param faults One sentence or more each. */
export function unpublished(faults: readonly string[]): string {
  const said = faults.map((fault) => markdownText(fault));
  return `\n${paragraphs(['**Not published**, which changes nothing of the result above:', bullets(said)])}\n`;
}
