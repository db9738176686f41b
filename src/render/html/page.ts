/** The shell of the page: nothing is loaded, and no script or style but ours is run. */
import { createHash } from 'node:crypto';
import { markup, Markup } from './markup.js';
import { SCRIPT } from './script.js';
import { STYLE } from './style.js';

const hashOf = (source: string): string => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;

const POLICY = `default-src 'none'; style-src ${hashOf(STYLE)}; script-src ${hashOf(SCRIPT)}; base-uri 'none'; form-action 'none'`;

export function page(title: string, body: Markup): string {
  const head = markup`<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Markup(STYLE)}</style>`;
  return markup`<!doctype html>
<html lang="en">
<head>
${head}
</head>
<body>
<main>
${body}
</main>
<script>${new Markup(SCRIPT)}</script>
</body>
</html>
`.source;
}
