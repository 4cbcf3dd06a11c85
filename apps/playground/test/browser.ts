import { existsSync } from 'node:fs';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';

const executablePath = '/usr/bin/chromium';

/** Debian's Chromium, without the traffic of its own that it likes to make. */
export async function openBrowser(): Promise<Browser> {
  if (!existsSync(executablePath)) {
    throw new Error(
      `There is no Chromium at ${executablePath}: run node scripts/debian-packages.mjs.`,
    );
  }
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({ executablePath, args });
}

/** A page, and everything that it should not have done. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors and warnings of the console, uncaught errors, breaches of the policy, dialogs. */
  readonly complaints: readonly string[];
  /** Addresses of all requests, of its frames and workers too. */
  readonly requests: readonly string[];
}

/** Opens a page and writes down what it does; `prepare` is done before it is opened. */
export async function watchPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
  prepare: (context: BrowserContext) => unknown = () => {},
): Promise<WatchedPage> {
  const context = await browser.newContext(options);
  await prepare(context);
  const complaints: string[] = [];
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  context.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(url);
  return { page, complaints, requests };
}

/** The requests that went elsewhere: neither below `home`, nor to what the page made itself. */
export function foreign(requests: readonly string[], home: string): readonly string[] {
  return requests.filter((url) => !url.startsWith(home) && !url.startsWith('blob:'));
}
