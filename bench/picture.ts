/**
 * The picture of a comment for the README: plays the demo's pull request and photographs what it posts, in Chromium.
 * Usage: npm run picture -- [--markdown FILE] [--out FILE] [--as comment|document]; --markdown photographs a file
 * instead, such as a page of docs/.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { launchChromium } from '../__tests__/render/html/chromium.js';
import { playPullRequest } from '../examples/demo/play.js';
import { githubPage } from './github-page.js';
import { withPalette } from './small-png.js';

const { values: flags } = parseArgs({
  options: {
    markdown: { type: 'string' },
    out: { type: 'string', default: 'docs/figures/comment.png' },
    as: { type: 'string', default: 'comment' },
  },
});
const WIDTH = 900;

const home = await mkdtemp(path.join(tmpdir(), 'efficiency-gate-picture-'));
try {
  const markdown =
    flags.markdown === undefined ? await comment(home) : await readFile(flags.markdown, 'utf8');
  // Beside the Markdown, so that its pictures are found.
  const page = path.join(flags.markdown === undefined ? home : path.dirname(flags.markdown), '.picture.html');
  await writeFile(page, githubPage(markdown, flags.as === 'document' ? 'document' : 'comment'));
  try {
    await photograph(page, flags.out);
  } finally {
    await rm(page);
  }
} finally {
  await rm(home, { recursive: true, force: true });
}

async function comment(folder: string): Promise<string> {
  const { comments } = await playPullRequest(folder);
  const [first] = comments;
  if (first === undefined) throw new Error('the demo posted no comment');
  return first;
}

async function photograph(page: string, file: string): Promise<void> {
  const browser = await launchChromium();
  try {
    const tab = await browser.newPage();
    await tab.setViewport({ width: WIDTH, height: 600, deviceScaleFactor: 1 });
    await tab.goto(pathToFileURL(page).href, { waitUntil: 'load' });
    await writeFile(file, withPalette(await tab.screenshot({ fullPage: true, type: 'png' })));
  } finally {
    await browser.close();
  }
}
