/** The claims about cost, efficiency and quality that a pull request's text makes of its model. English. */
import type { Claim } from './claim.js';
import { EFFICIENCY } from './claim.js';
import type { Frame } from './frame.js';
import { framesOf } from './frames.js';
import { type Block, blocksOf } from './markdown.js';
import { OPEN_SECTIONS } from './lexicon/context.js';
import { joinPairs } from './pairs.js';
import { type Part, partsOf } from './parts.js';
import { sentencesOf } from './sentences.js';
import { state, type Statement } from './size.js';
import { isAboutSomethingElse, stands } from './standing.js';
import { tokensOf } from './tokens.js';

/** More than any description or commit message on GitHub can hold. */
const MOST_CHARACTERS = 300_000;

/**
 * @param markdown Title, description and commit messages, one below the other, in Markdown.
 * @returns each claim once, in the order of the text.
 */
export function readClaims(markdown: string): Claim[] {
  const claims = blocksOf(normalise(markdown.slice(0, MOST_CHARACTERS))).flatMap(claimsOfBlock);
  return claims.filter(
    (claim, index) => !claims.slice(0, index).some((earlier) => sameClaim(earlier, claim)),
  );
}

/** What is longer was not written as a sentence. */
const LONGEST_SENTENCE = 1500;

/** One spelling for what Unicode has many of. */
function normalise(text: string): string {
  return text
    .replace(/[×✕⨯]/g, 'x')
    .replace(/[→⟶⇒➜➡]️?/g, '->')
    .replace(/[−﹣]/g, '-')
    .replace(/(?<=\d ?%?)[–—](?=\d)/g, '-')
    .replace(/(?<=^|[\s(])–(?=\d)/gm, '-')
    .replace(/[  ]/g, ' ')
    .replace(/[’‘]/g, "'")
    .replace(/\bvs\./g, 'vs');
}

/** "test(ci): 2x faster" is of the tests, whatever follows. */
const PREFIX = /^(?:[-*•]\s*)?\[?([\w /-]{2,24}(?:\([^)]*\))?)[\])]?!?:\s/;

/** What kind of change a commit is says nothing of what it claims; that it reverts one takes the claim back. */
const CONVENTIONAL = /^(?:[-*•]\s*)?(?:perf|feat|feature|fix|refactor|chore|style)(?:\([^)]*\))?!?:\s*/i;
const REVERT = /^(?:[-*•]\s*)?revert(?:s|ed)?\b/i;

function claimsOfBlock({ text, context }: Block): Claim[] {
  if (REVERT.test(text) || context.some(takesOut)) return [];
  const prefix = PREFIX.exec(text)?.[1];
  if (prefix !== undefined && isOfSomethingElse(prefix.replace(/[()]/g, ' '))) return [];
  return sentencesOf(text)
    .map((sentence) => sentence.slice(0, LONGEST_SENTENCE))
    .filter(
      (sentence) =>
        !sentence.endsWith('?') && !OPEN_SECTIONS.test(/^[^:]{2,40}(?=:)/.exec(sentence)?.[0] ?? ''),
    )
    .flatMap(claimsOfSentence);
}

const isOfSomethingElse = (text: string): boolean => {
  const tokens = tokensOf(text);
  return isAboutSomethingElse({ tokens }) && !tokens.some(({ kind }) => kind === 'noun');
};

/** A heading or an introduction under which nothing is claimed of the model. */
function takesOut(line: string): boolean {
  const tokens = tokensOf(line);
  if (isOfSomethingElse(line)) return true;
  if (!line.endsWith(':')) return false;
  const hoped = tokens.some((token) => token.kind === 'mood' && token.mood === 'hope');
  const denied = tokens.some(({ kind }) => kind === 'not') && !tokens.some(({ kind }) => kind === 'noun');
  return hoped || denied;
}

function claimsOfSentence(sentence: string): Claim[] {
  const said = sentence.replace(CONVENTIONAL, '');
  const parts = partsOf(joinPairs(said, tokensOf(said)));
  const claims = framesOf(parts).flatMap((frame) => claimsOfFrame(frame, parts, sentence));
  return claims.filter(
    (claim, index) => !claims.some((other, place) => place !== index && says(other, claim, place < index)),
  );
}

/** A frame about several indicators makes one claim for each direction and size. */
function claimsOfFrame(frame: Frame, parts: readonly Part[], sentence: string): Claim[] {
  const groups: { readonly statement: Statement; readonly indicators: string[] }[] = [];
  for (const noun of frame.nouns) {
    const statement = state(noun, frame.sense, frame.size, frame.negated);
    if (statement === null || !stands(parts, frame, statement)) continue;
    const group = groups.find(
      ({ statement: known }) =>
        known.direction === statement.direction && known.ratio?.ratio === statement.ratio?.ratio,
    );
    if (group === undefined) groups.push({ statement, indicators: [noun.indicator] });
    else if (!group.indicators.includes(noun.indicator)) group.indicators.push(noun.indicator);
  }
  return groups.map(({ statement: { direction, ratio }, indicators }) => ({
    text: sentence,
    indicators: indicators.includes(EFFICIENCY) ? [EFFICIENCY] : indicators,
    direction,
    // No more digits than a quotient of floating-point numbers is good for: 0.7, not 0.7000000000000001.
    magnitude: ratio === null ? null : Number(ratio.ratio.toPrecision(12)),
    rounding: ratio === null ? null : { low: ratio.low, high: ratio.high },
  }));
}

/** "4 times smaller (86 MB -> 21 MB)" is one claim, in two figures that round differently. */
const RESTATED = 0.05;

/** Whether one claim of a sentence leaves another nothing to add. */
function says(one: Claim, other: Claim, earlier: boolean): boolean {
  if (one.direction !== other.direction || !other.indicators.every((id) => one.indicators.includes(id)))
    return false;
  if (other.magnitude === null) return one.magnitude !== null || earlier;
  return one.magnitude !== null && earlier && Math.abs(one.magnitude / other.magnitude - 1) < RESTATED;
}

const sameClaim = (one: Claim, other: Claim): boolean =>
  one.direction === other.direction &&
  one.magnitude === other.magnitude &&
  one.indicators.join() === other.indicators.join();
