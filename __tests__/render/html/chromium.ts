/** The browser that pages are tried in. */
import { existsSync } from 'node:fs';
import { type Browser, launch } from 'puppeteer-core';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** @throws Error that says how to get one: a page that nobody opened is not tested. */
export function findChromium(
  env: Readonly<Record<string, string | undefined>> = process.env,
  exists: (file: string) => boolean = existsSync,
): string {
  const candidates = env.CHROMIUM === undefined ? USUAL : [env.CHROMIUM];
  const found = candidates.find(exists);
  if (found !== undefined) return found;
  throw new Error(
    `No Chromium at ${candidates.join(', ')}. Install it (Debian and Ubuntu: apt-get install chromium) or name its file in the environment variable CHROMIUM.`,
  );
}

/** Offline as far as a browser can be told: nothing is looked up, fetched or synchronised. */
export async function launchChromium(): Promise<Browser> {
  return launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
