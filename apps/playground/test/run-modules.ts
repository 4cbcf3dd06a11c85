// Runs the modules of a list one after the other with a `fetch` that sends nothing, and writes the first request of each.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [, , list = '', to = ''] = process.argv;
const first: unknown[] = [];
for (const path of JSON.parse(readFileSync(list, 'utf8'))) {
  let request: unknown = null;
  globalThis.fetch = async (input, init) => {
    const { url, headers } = new Request(input, init);
    request ??= {
      url,
      key: headers.get('authorization'),
      body: JSON.parse(String(init?.body)),
    };
    return Response.json({ error: { message: 'Nothing is sent here.' } }, { status: 400 });
  };
  try {
    await import(pathToFileURL(path).href);
  } catch (error) {
    const isRefused = error instanceof Error && error.name === 'BudgetExceededError';
    if (request === null && !isRefused) throw error;
  }
  first.push(request);
}
writeFileSync(to, JSON.stringify(first));
