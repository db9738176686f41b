/**
 * What models, branches and files say of themselves is hostile: names, paths, reasons. Here it becomes text that
 * does nothing but be read. What cannot be shown safely is shown as its code point, `\u{1b}`, and not dropped: a name
 * must not pass for another one.
 */

/** Controls, formats (bidi, zero width), surrogates, private use, and what else is drawn as nothing. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}]/gu;
/** Characters of a name, and of a sentence, that are shown. */
const NAME_LENGTH = 160;
const TEXT_LENGTH = 1500;

const codePoint = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;

/** One line of at most `length` characters without anything invisible. */
function visible(text: string, length: number): string {
  return shorten(
    shorten(text, 2 * length)
      .replace(/\s+/gu, ' ')
      .trim()
      .replace(UNSEEN, codePoint),
    length,
  );
}

/** Cuts the middle out: both ends of a path tell more than its middle. */
function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const kept = Math.floor((length - 1) / 2);
  // A surrogate that lost its other half is no character.
  return `${text.slice(0, kept).replace(/[\uD800-\uDBFF]$/, '')}…${text.slice(-kept).replace(/^[\uDC00-\uDFFF]/, '')}`;
}

/** The beginning of an escaped text that is too long for its place. */
export function beginningOf(escaped: string, length: number): string {
  if (escaped.length <= length) return escaped;
  return `${escaped.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** A name or a sentence for a terminal: no escape sequence survives. */
export function terminalText(text: string, length = TEXT_LENGTH): string {
  return visible(text, length);
}

/** A name for the text of an SVG or a badge; the caller's XML writer escapes what XML needs escaped. */
export function plainName(name: string): string {
  return visible(name, NAME_LENGTH);
}

/**
 * A name as a Markdown code span, in which GitHub links nothing: no mention, no issue, no address. Backticks and
 * pipes are shown as code points, so that the span ends where it should, in table cells as well.
 */
export function markdownCode(name: string): string {
  const text = visible(name, NAME_LENGTH);
  return text === '' ? '(no name)' : codeSpan(text);
}

const codeSpan = (text: string): string => `\`${text.replace(/[`|]/g, codePoint)}\``;

/** A name in `<summary>`, where Markdown is not read; GitHub links nothing inside of `<code>`. */
export function htmlCode(name: string): string {
  return `<code>${escapeMarkup(visible(name, NAME_LENGTH))}</code>`;
}

/** Prose in `<summary>`; a word that GitHub could make a link of becomes code. */
export function htmlText(text: string): string {
  return visible(text, NAME_LENGTH)
    .split(' ')
    .map((word) => (isPlain(word) ? escapeMarkup(word) : `<code>${escapeMarkup(word)}</code>`))
    .join(' ');
}

/** Text for HTML and XML, in elements and in attributes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Letters, digits and the punctuation of prose, none of which Markdown gives a meaning inside of a word. */
const PROSE = /^[\p{L}\p{M}\p{N}.,;:!?()[\]'’"“”%/+=×÷±≈…–—-]*$/u;
/** Words made of such characters that GitHub makes a link or a picture of all the same. */
const LINKED = [
  /\/\//, // addresses
  /www\./i,
  /!\[|\]\(|\]:|\]\[/, // links and images
  /gh-\d/i, // issues
  /(?<![0-9a-z])(?=\d*[a-f])[0-9a-f]{7,40}(?![0-9a-z])/i, // commits
  /:[\w+-]+:/, // emoji
];

/**
 * Prose for Markdown. Plain words stay plain; every word with a character that could mean something, to Markdown or
 * to GitHub, becomes a code span.
 */
export function markdownText(text: string, length = TEXT_LENGTH): string {
  const [first = '', ...others] = visible(text, length).split(' ');
  return [lineStart(markdownWord(first)), ...others.map(markdownWord)].join(' ');
}

const isPlain = (word: string): boolean => PROSE.test(word) && !LINKED.some((pattern) => pattern.test(word));

function markdownWord(word: string): string {
  if (!isPlain(word)) {
    const [, before = '', core = '', after = ''] = /^([("“]*)(.*?)([.,;:?)"”]*)$/su.exec(word) ?? [];
    return `${before}${codeSpan(core)}${after}`;
  }
  // Intervals stay as they are; other brackets could make a check box of the word.
  const interval = /\d/.test(word) && !/\p{L}/u.test(word);
  return interval ? word : word.replace(/[[\]]/g, String.raw`\$&`);
}

/** A first word that would begin a list or underline a heading. */
function lineStart(word: string): string {
  return word.replace(/^([-+=]+|\d+[.)])$/, (marker) => `${marker.slice(0, -1)}\\${marker.slice(-1)}`);
}

/** A label of an indicator, or its id: Markdown prose, but short. */
export function markdownLabel(label: string): string {
  return markdownText(label, NAME_LENGTH);
}
