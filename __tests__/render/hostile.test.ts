/** Every renderer with every hostile text in every place that others control, read back as its reader would. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { Lexer, type Token, type Tokens } from 'marked';
import { actionLogger } from '../../src/action/logger.js';
import { figureOutputs } from '../../src/publish/outputs.js';
import { badgeFiles } from '../../src/render/badge-files.js';
import { renderBadge } from '../../src/render/badge.js';
import { renderCheck } from '../../src/render/check.js';
import { renderComment } from '../../src/render/comment.js';
import { renderHtml } from '../../src/render/html/html-report.js';
import { renderInspection } from '../../src/render/inspection.js';
import { renderSummary } from '../../src/render/summary.js';
import { renderTerminal } from '../../src/render/terminal.js';
import type { GateReport } from '../../src/report.js';
import { HOSTILE_TEXTS } from '../fixtures/hostile-texts.js';
import { operatorRow, staticProfile } from '../fixtures/report-factory.js';
import { saying, sayingOfMany } from './scenarios.js';

/** What no reader sees, or sees as something else; line breaks are ours. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
/** What the runner takes for a command: `::` at the start of a line, or `##[` anywhere. */
const COMMAND = /^\s*::|##\[|##vso\[/m;

const isParent = (token: Token): boolean => Object.hasOwn(token, 'tokens');

/** Kinds of what Markdown makes of a text, with where links lead and which tags there are. */
function markdownParts(markdown: string): { kinds: string[]; tags: string[]; texts: string[] } {
  const kinds = new Set<string>();
  const tags: string[] = [];
  const texts: string[] = [];
  const visit = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      kinds.add(token.type);
      if (token.type === 'html') tags.push(...(token.raw.match(/<[^>]*>/g) ?? []));
      if (token.type === 'text' && !isParent(token)) texts.push(token.raw);
      if (isParent(token)) visit((token as Tokens.Generic).tokens ?? []);
      if (token.type === 'list') visit((token as Tokens.List).items);
      if (token.type === 'table') {
        const { header, rows } = token as Tokens.Table;
        for (const cell of [...header, ...rows.flat()]) visit(cell.tokens);
      }
    }
  };
  visit(new Lexer({ gfm: true }).lex(markdown));
  return {
    kinds: [...kinds].sort(),
    tags: tags.map((tag) => tag.replace(/^<!--.*-->$/s, '<!-- -->')),
    texts,
  };
}

/** What GitHub makes links of in text that is no code. */
const LINKED = /(?<![\w`])@\w|(?<!\w)#\d|\bgh-\d|https?:\/\/|\bwww\.|\b[0-9a-f]{40}\b/i;

interface Element {
  readonly localName: string;
  getAttributeNames(): string[];
}
const parse = parseHTML as unknown as (html: string) => {
  readonly document: { querySelectorAll(selector: string): Iterable<Element> };
};
const elementsOf = (markup: string): string[] =>
  [
    ...new Set(
      [...parse(markup).document.querySelectorAll('*')].map(
        (node) => `${node.localName} ${node.getAttributeNames().sort().join(' ')}`,
      ),
    ),
  ].sort();

const MARKDOWN: Readonly<Record<string, (report: GateReport) => string>> = {
  comment: (report) => renderComment(report, {}),
  summary: renderSummary,
  'check run': (report) => renderCheck(report).summary,
};
const partsOf = (report: GateReport): Readonly<Record<string, ReturnType<typeof markdownParts>>> =>
  Object.fromEntries(Object.entries(MARKDOWN).map(([name, render]) => [name, markdownParts(render(report))]));
const PLAIN = saying('plain');
const PLAIN_MARKDOWN = partsOf(PLAIN);
const badgesOf = (report: GateReport): string[] => [
  renderBadge(report).svg,
  ...badgeFiles(report).flatMap(({ path, content }) => (path.endsWith('.svg') ? [content] : [])),
];
const PLAIN_PAGE = elementsOf(renderHtml(PLAIN));
const PLAIN_BADGES = new Set(badgesOf(PLAIN).flatMap(elementsOf));

function checkMarkdown(text: string, report = saying(text), plainParts = PLAIN_MARKDOWN): void {
  for (const [name, render] of Object.entries(MARKDOWN)) {
    const markdown = render(report);
    expect(markdown).not.toMatch(UNSEEN);
    const { kinds, tags, texts } = markdownParts(markdown);
    const plain = plainParts[name]!;
    const added = kinds.filter((kind) => !plain.kinds.includes(kind) && kind !== 'codespan');
    // A backslash before a mark is what keeps the mark from meaning anything.
    expect({ text, name, added: added.filter((kind) => kind !== 'escape') }).toEqual({
      text,
      name,
      added: [],
    });
    const known = new Set([...plain.tags, '<code>', '</code>']);
    expect({ text, name, tags: tags.filter((tag) => !known.has(tag)) }).toEqual({ text, name, tags: [] });
    expect(texts.filter((one) => LINKED.test(one) && !plain.texts.includes(one))).toEqual([]);
  }
}

function checkMarkup(report: GateReport, plainPage = PLAIN_PAGE): void {
  const page = renderHtml(report);
  expect(elementsOf(page).filter((element) => !plainPage.includes(element))).toEqual([]);
  expect(page).not.toMatch(UNSEEN);
  for (const svg of badgesOf(report)) {
    expect(svg).not.toMatch(UNSEEN);
    expect(elementsOf(svg).filter((element) => !PLAIN_BADGES.has(element))).toEqual([]);
  }
}

function checkLines(text: string, report = saying(text)): void {
  const profile = staticProfile({
    producer: text,
    operators: [operatorRow({ op: text })],
    inputs: [{ name: text, type: text, shape: [text, 1] }],
  });
  const shown = { colour: false, width: 80 };
  expect(renderTerminal(report, shown)).not.toMatch(UNSEEN);
  expect(renderInspection(profile, { ...shown, name: text, batch: 1, nodes: [] })).not.toMatch(UNSEEN);
  const { summary, annotations, title } = renderCheck(report);
  for (const one of [
    summary,
    title,
    ...annotations.flatMap(({ title: heading, message }) => [heading, message]),
  ])
    expect(one).not.toMatch(UNSEEN);
  const log: string[] = [];
  const hear = (message: string): void => void log.push(message);
  const logger = actionLogger({ info: hear, notice: hear, warning: hear, error: hear }, () => 0);
  logger.warning(text);
  logger.info(`in ${text}: ${text}`);
  for (const line of log) {
    expect(line).not.toMatch(COMMAND);
    expect(line).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}]/u);
  }
  // Ours by their kind: words of a closed set, ids of indicators and numbers.
  for (const value of Object.values(figureOutputs(report))) expect(value).toMatch(/^[\w.,+-]*$/);
  for (const { path, content } of badgeFiles(report)) {
    expect(path).toMatch(/^[A-Za-z0-9._-]+$/);
    expect(path).not.toMatch(/^\./);
    if (path.endsWith('.json'))
      expect(Object.values(JSON.parse(content) as object).join('')).not.toMatch(UNSEEN);
  }
}

describe('a hostile name', () => {
  it('is one of at least a hundred', () => {
    expect(new Set(HOSTILE_TEXTS).size).toBeGreaterThanOrEqual(100);
  });

  it.each(HOSTILE_TEXTS.map((text) => [text.slice(0, 60), text]))(
    '%j makes no link, image, mention or HTML of Markdown',
    (_, text) => {
      checkMarkdown(text);
    },
  );

  it.each(HOSTILE_TEXTS.map((text) => [text.slice(0, 60), text]))(
    '%j makes no element and no attribute of the page and the badges',
    (_, text) => {
      checkMarkup(saying(text));
    },
  );

  it.each(HOSTILE_TEXTS.map((text) => [text.slice(0, 60), text]))(
    '%j makes no escape sequence, no workflow command and no output',
    (_, text) => {
      checkLines(text);
    },
  );
});

describe('hostile names over many machines, over a repository and over time', () => {
  /** What is longer is cut, which is told in a way that the plain report has no need for. */
  const texts = HOSTILE_TEXTS.filter(({ length }) => length < 200);
  const AT_ONCE = 4;
  const chunks = Array.from({ length: Math.ceil(texts.length / AT_ONCE) }, (_, at) =>
    texts.slice(AT_ONCE * at, AT_ONCE * (at + 1)),
  );
  const plainOfMany = sayingOfMany(Array.from({ length: AT_ONCE }, (_, at) => `plain${at}`));

  it('make nothing of Markdown, and no escape sequence, command or output', () => {
    const plain = partsOf(plainOfMany);
    for (const chunk of chunks) {
      const report = sayingOfMany(chunk);
      checkMarkdown(chunk.join(' '), report, plain);
      for (const text of chunk.slice(0, 1)) checkLines(text, report);
    }
  });

  it('make no element of the page and the badges', () => {
    const plain = elementsOf(renderHtml(plainOfMany));
    for (let at = 0; at < chunks.length; at += 8)
      checkMarkup(sayingOfMany(chunks.slice(at, at + 8).flat()), plain);
  });
});

describe('any name', () => {
  const hostile = fc
    .array(
      fc.oneof(
        fc.constantFrom(...HOSTILE_TEXTS.filter(({ length }) => length < 200)),
        fc.string({ unit: 'binary' }),
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((parts) => parts.join(''));

  it('made of them does no more', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        checkMarkdown(text);
        checkMarkup(saying(text));
        checkLines(text);
      }),
      { seed: 11, numRuns: 40 },
    );
  });
});
