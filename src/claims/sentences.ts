/** Prose in sentences. A line break ends one only where the line cannot have been wrapped. */

const ABBREVIATIONS = /\b(?:e\.g|i\.e|vs|approx|ca|incl|etc|cf|resp|no|fig|al|avg|max|min)\.$/i;
/** Lines shorter than this were broken by hand, not wrapped. */
const WRAPPED = 55;

/** @param text Plain text of one block, line breaks as the author set them. */
export function sentencesOf(text: string): string[] {
  return logicalLines(text).flatMap(splitLine);
}

function logicalLines(text: string): string[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.reduce<string[]>((joined, line, index) => {
    const previous = lines[index - 1];
    const broken =
      previous === undefined ||
      (previous.length < WRAPPED && /^[\p{Lu}*•–-]/u.test(line)) ||
      /[.!?:;]$/.test(previous);
    if (broken) return [...joined, line];
    return [...joined.slice(0, -1), `${joined.at(-1) ?? ''} ${line}`];
  }, []);
}

function splitLine(line: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const { index } of line.matchAll(/(?<=[.!?…]["'”)]?) +(?=["'“(*]?[\p{L}\p{N}~≈+-])/gu)) {
    if (ABBREVIATIONS.test(line.slice(start, index))) continue;
    sentences.push(line.slice(start, index).trim());
    start = index;
  }
  sentences.push(line.slice(start).trim());
  return sentences.filter((sentence) => sentence !== '');
}
