/** The page in a real browser: what it looks like to a screen reader, a keyboard, a telephone and a printer. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRequire } from 'node:module';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { seriesOf } from '../../../src/history/series.js';
import { renderHistory } from '../../../src/render/html/history-page.js';
import { renderHtml } from '../../../src/render/html/html-report.js';
import type { GateReport } from '../../../src/report.js';
import { latencies } from '../../fixtures/history-factory.js';
import { saying } from '../scenarios.js';
import { findChromium, launchChromium } from './chromium.js';
import { largeReport, oneModel, severalModels } from './reports.js';

interface View {
  readonly width: number;
  readonly theme: 'light' | 'dark';
}
const DESKTOP: View = { width: 1280, theme: 'light' };
const VIEWS: readonly View[] = [1280, 360].flatMap((width) =>
  (['light', 'dark'] as const).map((theme) => ({ width, theme })),
);

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

let folder: string;
let browser: Browser;
let axe: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'page-'));
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/** What a page did that it should not: requests beyond itself, and errors, such as a style that was refused. */
interface Opened {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly errors: readonly string[];
}

const open = (report: GateReport, view: View): Promise<Opened> => openPage(renderHtml(report), view);

async function openPage(html: string, { width, theme }: View): Promise<Opened> {
  const file = path.join(folder, 'report.html');
  await writeFile(file, html);
  const page = await browser.newPage();
  const [requests, errors]: [string[], string[]] = [[], []];
  page.on('request', (request) => void requests.push(request.url()));
  page.on('pageerror', (error) => void errors.push(String(error)));
  page.on('console', (message) => void errors.push(message.text()));
  await page.setViewport({ width, height: 800 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  await page.goto(pathToFileURL(file).href);
  return { page, requests: requests.filter((url) => !url.startsWith('file:')), errors };
}

/** Everything is unfolded first: what is not displayed is not checked. */
async function seriousViolations(page: Page): Promise<string[]> {
  await page.evaluate(`for (const each of document.querySelectorAll('details')) each.open = true;`);
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run()')) as { violations: Violation[] };
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
}

const unfoldedWidth = async (page: Page): Promise<unknown> =>
  page.evaluate('document.documentElement.scrollWidth');
const textsOf = async (page: Page, selector: string): Promise<unknown> =>
  page.evaluate(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].map((each) => each.textContent.trim())`,
  );

describe('the browser for these tests', () => {
  it('is the one that CHROMIUM names, else one in a usual place', () => {
    expect(findChromium({ CHROMIUM: '/own/chrome' }, () => true)).toBe('/own/chrome');
    expect(findChromium({}, (file) => file.endsWith('chromium-browser'))).toBe('/usr/bin/chromium-browser');
  });

  it('is asked for where there is none', () => {
    expect(() => findChromium({}, () => false)).toThrow('apt-get install chromium');
    expect(() => findChromium({ CHROMIUM: '/gone' }, () => false)).toThrow('No Chromium at /gone');
  });
});

describe('the page in Chromium', () => {
  it.each(VIEWS)('has no serious fault of accessibility at $width pixels in the $theme', async (view) => {
    for (const report of [oneModel(), severalModels()]) {
      const { page } = await open(report, view);
      expect(await seriousViolations(page)).toEqual([]);
      await page.close();
    }
  });

  it.each([1280, 360])(
    'is as wide as a screen of %i pixels, with long names and everything unfolded',
    async (width) => {
      const longNames = saying('models/'.padEnd(150, 'x'));
      for (const report of [oneModel(), severalModels(), longNames]) {
        const { page } = await open(report, { width, theme: 'light' });
        await page.evaluate(`for (const each of document.querySelectorAll('details')) each.open = true;`);
        expect(await unfoldedWidth(page)).toBe(width);
        await page.close();
      }
    },
  );

  it('asks for nothing beyond itself, and its policy refuses nothing of its own', async () => {
    const { page, requests, errors } = await open(severalModels(), DESKTOP);
    expect(requests).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('refuses the script of a name that got past every escape', async () => {
    const file = path.join(folder, 'attacked.html');
    const attack =
      '<script>document.title = "owned"</script><img src="x" onerror="document.title = \'owned\'">';
    await writeFile(file, renderHtml(oneModel()).replace('<h3>What changed</h3>', attack));
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
    expect(await page.title()).not.toBe('owned');
    await page.close();
  });

  it('sorts a table by keyboard, by number, the unknown last, and tells a screen reader how', async () => {
    const { page } = await open(oneModel(), DESKTOP);
    const head = 'table thead th:nth-child(4)';
    await page.focus(`${head} button`);
    await page.keyboard.press('Enter');
    const ordered = async (): Promise<unknown> =>
      page.evaluate(
        `[...document.querySelector('table').tBodies[0].rows].map((row) => row.cells[3].dataset.order)`,
      );
    const up = (await ordered()) as string[];
    const known = up.filter((order) => order !== '').map(Number);
    expect(known).toEqual(known.toSorted((one, other) => one - other));
    expect(up.slice(known.length)).toEqual(up.slice(known.length).map(() => ''));
    expect(known.length).toBeLessThan(up.length);
    expect(await page.evaluate(`document.querySelector('${head}').ariaSort`)).toBe('ascending');
    await page.keyboard.press('Enter');
    expect(((await ordered()) as string[]).filter((order) => order !== '').map(Number)).toEqual(
      known.toReversed(),
    );
    expect(await page.evaluate(`document.querySelector('${head}').ariaSort`)).toBe('descending');
    await page.close();
  });

  it('opens the least favourable of few models, and the one that a link of the overview leads to', async () => {
    const { page } = await open(severalModels(), DESKTOP);
    expect(await textsOf(page, 'details[open] > summary > code')).toEqual(['models/broken.onnx']);
    await page.click('a[href="#m2"]');
    await page.waitForSelector('details[open] #m2');
    expect(await textsOf(page, 'details[open] > summary > code')).toEqual([
      'models/broken.onnx',
      'models/whole.onnx',
    ]);
    await page.close();
  });

  it('shows one drawing of each picture, the one that fits', async () => {
    for (const [width, shown, hidden] of [
      [1280, 'wide', 'narrow'],
      [360, 'narrow', 'wide'],
    ] as const) {
      const { page } = await open(oneModel(), { width, theme: 'light' });
      const displays = (variant: string): Promise<unknown> =>
        page.evaluate(
          `[...new Set([...document.querySelectorAll('.${variant}')].map((each) => getComputedStyle(each).display))]`,
        );
      expect(await displays(shown)).toEqual(['block']);
      expect(await displays(hidden)).toEqual(['none']);
      await page.close();
    }
  });

  it('turns dark or light when asked', async () => {
    const { page } = await open(oneModel(), DESKTOP);
    const ground = (): Promise<unknown> => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const light = await ground();
    await page.click('#theme');
    expect(await ground()).not.toBe(light);
    await page.click('#theme');
    expect(await ground()).toBe(light);
    await page.close();
  });

  it('opens everything for paper', async () => {
    const { page } = await open(severalModels(), DESKTOP);
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    expect(await page.evaluate(`document.querySelectorAll('details:not([open])').length`)).toBe(0);
    await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
    expect(await page.evaluate(`document.querySelectorAll('details[open]').length`)).toBe(1);
    await page.close();
  });

  it('opens 50 models of 20 indicators, each folded', async () => {
    const { page, errors } = await open(largeReport(50), DESKTOP);
    expect(await page.evaluate(`document.querySelectorAll('details.model:not([open])').length`)).toBe(50);
    expect(errors).toEqual([]);
    await page.close();
  });
});

describe('the page of a history in Chromium', () => {
  it.each(VIEWS)('has no serious fault, and fits, at $width pixels in the $theme', async (view) => {
    const records = latencies(Array.from({ length: 200 }, (_, at) => (at % 2 === 0 ? 1.06 : 1 / 1.06)));
    const lines = records.map((one, at) => ({ ...one, machine: at < 100 ? 'A'.repeat(200) : 'B' }));
    const { page, requests, errors } = await openPage(renderHistory(seriesOf(lines), ['a note']), view);
    expect(await seriousViolations(page)).toEqual([]);
    expect(await unfoldedWidth(page)).toBe(view.width);
    expect([...requests, ...errors]).toEqual([]);
    await page.close();
  });
});
