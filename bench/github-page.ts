/** Markdown as a reader of GitHub sees it, near enough to look at; greys are neutral, which survives a small palette. */
import { marked } from 'marked';

/** GitHub's light theme, as far as comments and documents need it. */
const STYLE = `
  body { margin: 0; padding: 16px; background: #fff; color: #1f2328; width: 868px;
    font: 14px/1.5 -apple-system, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif; }
  h1, h2 { border-bottom: 1px solid #d1d9e0b3; padding-bottom: .3em; }
  h1 { font-size: 28px; } h2 { font-size: 21px; } h3 { font-size: 17.5px; } h4 { font-size: 14px; }
  h1, h2, h3, h4 { margin: 24px 0 16px; line-height: 1.25; }
  p, ul, ol, table, pre, blockquote, details { margin: 0 0 16px; }
  .comment { border: 1px solid #d1d9e0; border-radius: 6px; padding: 16px; }
  .comment > :first-child, .comment > :first-child > :first-child { margin-top: 0; }
  .comment > :last-child { margin-bottom: 0; }
  table { border-collapse: collapse; display: block; width: max-content; max-width: 100%; overflow: auto; }
  th, td { padding: 6px 13px; border: 1px solid #d1d9e0; }
  tr:nth-child(2n) { background: #eee; }
  code { background: #eee; border-radius: 6px; padding: .2em .4em; font: 85% ui-monospace, 'DejaVu Sans Mono', monospace; }
  td code { white-space: break-spaces; }
  pre { background: #eee; border-radius: 6px; padding: 16px; overflow: auto; }
  pre code { background: none; padding: 0; white-space: pre; }
  .comment pre code { white-space: pre-wrap; }
  blockquote { border-left: .25em solid #d1d9e0; padding: 0 1em; color: #59636e; }
  img { max-width: 100%; } a { color: #0969da; } li + li { margin-top: .25em; }
`;

/** @param frame Whether it is drawn as a comment, with a border, or as a document. */
export function githubPage(markdown: string, frame: 'comment' | 'document'): string {
  const body = marked.parse(markdown, { gfm: true, async: false });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><style>${STYLE}</style><body><div class="${frame}">${body}</div></body></html>`;
}
