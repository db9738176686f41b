/** The few constructs of GitHub's Markdown that reports are made of. Arguments are Markdown already: escape first. */
import { markdownTable } from 'markdown-table';
import { plural } from './plural.js';

/** The part of a list that is shown. */
export interface Cut<Entry> {
  readonly shown: readonly Entry[];
  /** Markdown, empty when nothing was cut. */
  readonly more: string;
}

/**
 * @param noun One entry, for saying how many were cut.
 * @param rest Where they are, in Markdown.
 */
export function cut<Entry>(entries: readonly Entry[], cap: number, noun: string, rest: string): Cut<Entry> {
  const left = entries.length - cap;
  if (left <= 0) return { shown: entries, more: '' };
  return { shown: entries.slice(0, cap), more: `_Cut to fit: ${plural(left, noun)} more, see ${rest}._` };
}

/** @param align One of `l`, `r`, `c` for each column. */
export function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  align: string,
): string {
  return markdownTable([header, ...rows], { align: Array.from(align), alignDelimiters: false });
}

/** @param summary HTML. */
export function folded(summary: string, body: readonly string[]): string {
  return ['<details>', `<summary>${summary}</summary>`, '', paragraphs(body), '', '</details>'].join('\n');
}

export function paragraphs(blocks: readonly string[]): string {
  return blocks.filter((block) => block !== '').join('\n\n');
}

export function bullets(entries: readonly string[]): string {
  return entries.map((entry) => `- ${entry}`).join('\n');
}

/** A link to an address of our own making; the bare text for anything that is no web address. */
export function link(text: string, address: string | undefined): string {
  if (address === undefined || !URL.canParse(address)) return text;
  const { protocol, href } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return text;
  return `[${text}](<${href.replace(/[<>\s]/g, encodeURIComponent)}>)`;
}
