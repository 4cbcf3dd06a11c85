import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle } from '../src/vite/bundled-source.js';
import { openBrowser, watchPage } from './browser.js';
import { hostileMarkdown } from './hostile-markdown.js';

const allowed =
  'p br hr strong em del code pre blockquote small h1 h2 h3 h4 h5 h6 ul ol li table thead tbody tr th td'.split(
    ' ',
  );
const visitors: string[] = [];
let server: Server;
let url: string;
let browser: Browser;

beforeAll(async () => {
  const { code } = await bundle(join(import.meta.dirname, 'answer-view.ts'));
  server = createServer((request, response) => {
    if (request.url === '/page') {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<link rel="icon" href="data:,"><script src="/view.js"></script>');
    } else if (request.url === '/view.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(code);
    } else {
      visitors.push(request.url ?? '');
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

interface Shown {
  readonly tag: string;
  readonly attributes: readonly string[];
}

/** Shows every prefix of every answer, and tells which brought an element or an attribute that Markdown has no need of. */
async function showPrefixes(page: Page, answers: readonly string[], how: 'show' | 'showUnsafe') {
  return page.evaluate(
    ({ answers, allowed, how }) => {
      const show = (globalThis as unknown as Record<string, (text: string) => Shown[]>)[how];
      if (show === undefined) throw new Error(`The page has no ${how}.`);
      const unexpected: { answer: string; prefix: string; elements: Shown[] }[] = [];
      let shown = 0;
      for (const answer of answers) {
        for (let length = 1; length <= answer.length; length++) {
          const prefix = answer.slice(0, length);
          const elements = show(prefix).filter(
            ({ tag, attributes }) => !allowed.includes(tag) || attributes.length > 0,
          );
          shown += 1;
          if (elements.length > 0) unexpected.push({ answer, prefix, elements });
        }
      }
      return { shown, unexpected };
    },
    { answers, allowed, how },
  );
}

const count = Object.values(hostileMarkdown).flat().length;

test.each(Object.entries(hostileMarkdown))(
  `hostile %s (of ${count} answers in all), streamed at every prefix, run nothing, load nothing and lead nowhere`,
  async (_, texts) => {
    visitors.length = 0;
    const { page, complaints } = await watchPage(browser, `${url}page`);
    const answers = texts.map((text) => text.replaceAll('OUTSIDE', `${url}out`));
    const { shown, unexpected } = await showPrefixes(page, answers, 'show');
    // What had been loaded would have been asked for by the time another request has come back.
    await page.evaluate(() => fetch('/marker'));
    expect(shown).toBe(answers.join('').length);
    expect(unexpected).toEqual([]);
    expect(visitors).toEqual(['/marker']);
    expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
    expect(page.url()).toBe(`${url}page`);
    await page.context().close();
  },
);

test('without the last step, most of these answers would bring in what they want', async () => {
  expect(count).toBeGreaterThanOrEqual(150);
  const { page } = await watchPage(browser, `${url}page`);
  const answers = Object.values(hostileMarkdown).flat();
  const { unexpected } = await showPrefixes(page, answers, 'showUnsafe');
  expect(new Set(unexpected.map(({ answer }) => answer)).size).toBeGreaterThan(count * 0.75);
  await page.context().close();
});
