/** What the pull request claims, each claim with its ruling, the evidence, and what could be said instead. */
import { formatRatio, nounOf } from '../quantity.js';
import type { GateReport } from '../report.js';
import { markdownCode, markdownText, terminalText } from './escape.js';
import { cut, paragraphs } from './markdown.js';
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

/** Longer sentences and evidence are cut in the middle. */
const QUOTED = 220;
const EVIDENCE = 300;

/** Those that do not stand first. */
const ORDER: readonly Claim['ruling'][] = ['refuted', 'partial', 'unverifiable', 'upheld'];
const inOrder = (claims: readonly Claim[]): Claim[] =>
  claims.toSorted((one, other) => ORDER.indexOf(one.ruling) - ORDER.indexOf(other.ruling));

/** A block for the comment; nothing where nothing is claimed. */
export function claimsBlock({ claims = [] }: GateReport, { rows, rest }: Extent): string[] {
  if (claims.length === 0) return [];
  const { shown, more } = cut(inOrder(claims), rows, 'claim', rest);
  const title = `#### Claims: ${tally(claims)}`;
  return [paragraphs([title, ...shown.map(claimInMarkdown), more])];
}

/** `1 refuted, 2 upheld` */
function tally(claims: readonly Claim[]): string {
  return ORDER.flatMap((ruling) => {
    const count = claims.filter((claim) => claim.ruling === ruling).length;
    return count === 0 ? [] : [`${count} ${RULINGS[ruling].word}`];
  }).join(', ');
}

function claimInMarkdown(claim: Claim): string {
  const { text, ruling, rewording, inFull } = claim;
  return paragraphs([
    `**${signed(RULINGS[ruling])}**: “${markdownText(text, QUOTED)}” (${sources(claim, markdownCode)}), read as ${markdownText(meaning(claim))}.<br>${markdownText(evidence(claim), EVIDENCE)}`,
    // What is upheld of one indicator is not repeated without the others.
    inFull === null ? '' : `<sub>In full: ${markdownText(inFull)}</sub>`,
    rewording === null ? '' : `To say instead:\n\n${codeBlock(rewording)}`,
  ]);
}

/** One line: no fence can end it. */
const codeBlock = (text: string): string => `\`\`\`text\n${terminalText(text)}\n\`\`\``;

const PLACES = { title: 'title', body: 'description', text: 'text' } as const;

function sources({ source, repeatedIn }: Claim, quote: (name: string) => string): string {
  const [first = '', ...others] = [source, ...repeatedIn].map(({ kind, sha }) =>
    kind === 'commit' ? `commit ${quote((sha ?? 'unknown').slice(0, 7))}` : PLACES[kind],
  );
  return others.length === 0 ? first : `${first} and ${plural(others.length, 'other place')}`;
}

/** What the reader of claims made of the words. */
function meaning({ indicators, direction, magnitude }: Claim): string {
  const nouns = indicators.map((id) => (id === 'efficiency' ? 'efficiency as such' : nounOf(id).noun));
  return `${nouns.join(', ')} ${direction}${magnitude === null ? '' : `, ${formatRatio(magnitude)} times`}`;
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

/** Two or three lines each, for a terminal. */
export function claimLines({ claims = [] }: GateReport, width: number, palette: Palette): string[] {
  return inOrder(claims).flatMap((claim) => {
    const { text, ruling, rewording, inFull } = claim;
    const said = terminalText(`“${terminalText(text, QUOTED)}” (${sources(claim, (sha) => sha)})`);
    const instead = rewording === null ? `in full: ${inFull ?? ''}` : `to say instead: ${rewording}`;
    const [first = '', ...others] = wrap(`${signed(RULINGS[ruling])}: ${said}`, width);
    return [
      first.replace(signed(RULINGS[ruling]), paintMark(RULINGS[ruling], palette)),
      ...others,
      ...wrap(terminalText(evidence(claim)), width, '  '),
      ...wrap(terminalText(instead), width, '  ').map(palette.faint),
    ];
  });
}
