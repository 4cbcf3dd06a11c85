import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
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

test(`${hostileMarkdown.length} hostile answers, streamed at every prefix, run nothing, load nothing and lead nowhere`, async () => {
  const { page, complaints } = await watchPage(browser, `${url}page`);
  const answers = hostileMarkdown.map((text) => text.replaceAll('OUTSIDE', `${url}out`));
  const { shown, unexpected } = await page.evaluate(
    ({ answers, allowed }) => {
      const { show } = globalThis as unknown as {
        show: (text: string) => { tag: string; attributes: string[] }[];
      };
      const unexpected: string[] = [];
      let shown = 0;
      for (const answer of answers) {
        for (let length = 1; length <= answer.length; length++) {
          const elements = show(answer.slice(0, length));
          shown += 1;
          const bad = elements.filter(
            ({ tag, attributes }) => !allowed.includes(tag) || attributes.length > 0,
          );
          if (bad.length > 0)
            unexpected.push(`${answer.slice(0, length)} → ${JSON.stringify(bad)}`);
        }
      }
      return { shown, unexpected };
    },
    { answers, allowed },
  );
  // What had been loaded would have been asked for by the time another request has come back.
  await page.evaluate(() => fetch('/marker'));
  expect(shown).toBeGreaterThan(1_500);
  expect(unexpected).toEqual([]);
  expect(visitors).toEqual(['/marker']);
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
  expect(page.url()).toBe(`${url}page`);
});
