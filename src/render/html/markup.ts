/** HTML that is safe by construction: whatever is put into a template is escaped, unless it is markup itself. */
import { escapeMarkup, terminalText } from '../escape.js';

/** Markup of ours, as against text of whoever wrote the models, branches and files. */
export class Markup {
  constructor(readonly source: string) {}
}

export type Content = Markup | string | number | readonly Content[] | null;

/**
 * A template of markup. Text in it, also within quoted attributes, is shown as it is and does nothing; null is
 * nothing; lists are joined.
 */
export function markup(literals: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  const parts = literals.flatMap((literal, at) => [literal, sourceOf(contents[at] ?? null)]);
  return new Markup(parts.join(''));
}

export function sourceOf(content: Content): string {
  if (content === null) return '';
  if (content instanceof Markup) return content.source;
  if (typeof content === 'string') return escapeMarkup(terminalText(content));
  return typeof content === 'number' ? String(content) : content.map(sourceOf).join('');
}
