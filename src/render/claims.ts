/** What the pull request claims, each claim with its ruling, the evidence, and what could be said instead. */
import { formatRatio, nounOf } from '../quantity.js';
import type { GateReport } from '../report.js';
import { markdownCode, markdownText, terminalText } from './escape.js';
import { bullets, cut, paragraphs } from './markdown.js';
import type { Extent } from './markdown-explanations.js';
import { plural } from './plural.js';
import { type Mark, signed } from './signs.js';
import { paintMark, type Palette } from './terminal-colours.js';
import { wrap } from './terminal-layout.js';

type Claim = NonNullable<GateReport['claims']>[number];

const RULINGS: Readonly<Record<Claim['ruling'], Mark>> = {
  upheld: { sign: '✓', word: 'upheld', tone: 'good' },
  partial: { sign: '±', word: 'true in part', tone: 'mixed' },
  refuted: { sign: '✗', word: 'refuted', tone: 'bad' },
  unverifiable: { sign: '?', word: 'not verifiable here', tone: 'unsure' },
};

/** Characters of a sentence and of its evidence that are shown. */
const QUOTED = 220;
const EVIDENCE = 300;

/** Those that do not stand first. */
const ORDER: readonly Claim['ruling'][] = ['refuted', 'partial', 'unverifiable', 'upheld'];
const inOrder = (claims: readonly Claim[]): Claim[] =>
  claims.toSorted((one, other) => ORDER.indexOf(one.ruling) - ORDER.indexOf(other.ruling));

/** One sentence of a pull request and what becomes of its claims. Raw text throughout. */
export interface ClaimedSentence {
  readonly text: string;
  /** Where it can be read: `title and 1 other place`. */
  readonly place: string;
  readonly rulings: readonly { readonly mark: Mark; readonly meaning: string; readonly evidence: string }[];
  /** One sentence for all of it; null where all of it stands. */
  readonly rewording: string | null;
  /** Where all of it stands, the same in full, since no indicator is repeated without the others. */
  readonly inFull: string | null;
}

/**
 * The sentences with claims, those that do not stand first.
 * @param quote How a commit is named in the medium.
 */
export function claimedSentences(
  { claims = [] }: Pick<GateReport, 'claims'>,
  quote: (name: string) => string = (name) => name,
): ClaimedSentence[] {
  return bySentence(claims).map((sentence) => ({
    text: beginning(sentence[0]?.text ?? '', QUOTED),
    place: sources(sentence, quote),
    rulings: sentence.map((claim) => ({
      mark: RULINGS[claim.ruling],
      meaning: meaning(claim),
      evidence: beginning(evidence(claim), EVIDENCE),
    })),
    ...insteadOf(sentence),
  }));
}

/** `1 refuted, 2 upheld` */
export function claimsTally({ claims = [] }: Pick<GateReport, 'claims'>): string {
  return ORDER.flatMap((ruling) => {
    const count = claims.filter((claim) => claim.ruling === ruling).length;
    return count === 0 ? [] : [`${count} ${RULINGS[ruling].word}`];
  }).join(', ');
}

/** A block for the comment; nothing where nothing is claimed. */
export function claimsBlock(report: GateReport, { rows, rest }: Extent): string[] {
  const sentences = claimedSentences(report, markdownCode);
  if (sentences.length === 0) return [];
  const { shown, more } = cut(sentences, rows, 'sentence with claims', rest);
  const title = `#### Claims: ${claimsTally(report)}`;
  return [paragraphs([title, ...shown.map(sentenceInMarkdown), more])];
}

function sentenceInMarkdown({ text, place, rulings, rewording, inFull }: ClaimedSentence): string {
  return paragraphs([
    `“${markdownText(text)}” (${place})`,
    bullets(
      rulings.map(
        ({ mark, meaning: read, evidence: shown }) =>
          `**${signed(mark)}**, read as ${markdownText(read)}: ${markdownText(shown)}`,
      ),
    ),
    ...(rewording === null ? [] : ['To say instead:', codeBlock(rewording)]),
    ...(inFull === null ? [] : [`<sub>In full: ${markdownText(inFull)}</sub>`]),
  ]);
}

/** Claims of one sentence together, the least favourable first: it is reworded as a whole. */
function bySentence(claims: readonly Claim[]): Claim[][] {
  const sentences = new Map<string, Claim[]>();
  for (const claim of inOrder(claims)) {
    const { text, source } = claim;
    const key = JSON.stringify([text, source]);
    sentences.set(key, [...(sentences.get(key) ?? []), claim]);
  }
  return [...sentences.values()];
}

/**
 * One rewording for a whole sentence, by the claim that has a figure of its own to begin with; where all of it stands,
 * the same in full, since no indicator is repeated without the others.
 */
function insteadOf(claims: readonly Claim[]): Pick<Claim, 'rewording' | 'inFull'> {
  const narrow = claims.toSorted((one, other) => Number(isBroad(one)) - Number(isBroad(other)));
  const open = narrow.find(({ rewording }) => rewording !== null);
  return {
    rewording: open?.rewording ?? null,
    inFull: open === undefined ? (narrow[0]?.inFull ?? null) : null,
  };
}

const isBroad = ({ indicators }: Claim): boolean => indicators.includes('efficiency');

/** Whole words up to a length: what a sentence begins with tells more than its end. */
function beginning(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = text.lastIndexOf(' ', length - 1);
  return `${text.slice(0, end > 0 ? end : length - 1)} …`;
}

/** One line: no fence can end it. */
const codeBlock = (text: string): string => `\`\`\`text\n${terminalText(text)}\n\`\`\``;

const PLACES = { title: 'title', body: 'description', text: 'text' } as const;

/** Where a sentence and what it claims can be read. */
function sources(claims: readonly Claim[], quote: (name: string) => string): string {
  const places = claims.flatMap(({ source, repeatedIn }) => [source, ...repeatedIn]);
  const [first = '', ...others] = new Set(
    places.map(({ kind, sha }) =>
      kind === 'commit' ? `commit ${quote((sha ?? 'unknown').slice(0, 7))}` : PLACES[kind],
    ),
  );
  return others.length === 0 ? first : `${first} and ${plural(others.length, 'other place')}`;
}

/** What the reader of claims made of the words. */
function meaning({ indicators, direction, magnitude }: Claim): string {
  const nouns = indicators.map((id) => (id === 'efficiency' ? 'efficiency as such' : nounOf(id).noun));
  const size = magnitude === null ? '' : `, ${formatRatio(magnitude)} times`;
  return `“${nouns.join(', ')}: ${direction}${size}”`;
}

/** What of the evidence decided, the least favourable first. */
function evidence({ evidence: found }: Claim): string {
  const [first, ...others] = found.toSorted(
    (one, other) => ORDER.indexOf(one.ruling) - ORDER.indexOf(other.ruling),
  );
  if (first === undefined) return 'Nothing was compared that could speak for it or against it.';
  const models = new Set(found.map(({ model }) => model)).size;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return `${models > 1 ? `${first.model}: ` : ''}${first.says}${more}`;
}

/** For a terminal: the sentence, a line for each ruling, and what could be said instead. */
export function claimLines(report: GateReport, width: number, palette: Palette): string[] {
  return claimedSentences(report).flatMap(({ text, place, rulings, rewording, inFull }) => {
    const instead = rewording === null ? `in full: ${inFull ?? ''}` : `to say instead: ${rewording}`;
    return [
      ...wrap(terminalText(`claim: “${text}” (${place})`), width),
      ...rulings.flatMap((ruling) => rulingLines(ruling, width, palette)),
      ...wrap(terminalText(instead), width, '  ').map(palette.faint),
    ];
  });
}

function rulingLines(
  { mark, meaning: read, evidence: shown }: ClaimedSentence['rulings'][number],
  width: number,
  palette: Palette,
): string[] {
  const [first = '', ...others] = wrap(`${signed(mark)}, ${terminalText(`${read}: ${shown}`)}`, width, '  ');
  return [first.replace(signed(mark), paintMark(mark, palette)), ...others];
}
