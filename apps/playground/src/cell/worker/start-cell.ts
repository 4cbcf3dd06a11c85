import type { CellMessage, PageMessage } from '../protocol.js';
import { bridgedFetch } from './bridged-fetch.js';
import { cellConsole } from './cell-console.js';
import { cellProcess } from './cell-process.js';
import { failureOf } from './failure-of.js';
import { describe } from './inspect.js';
import { requireModule } from './require-module.js';

/** Makes a worker a cell: its `fetch` and `console` go through the port, and it runs what comes out of it. */
export function startCell(port: MessagePort): void {
  const send = (message: CellMessage) => port.postMessage(message);
  const { fetch, take } = bridgedFetch(send);
  Object.assign(globalThis, { fetch, process: cellProcess(send) });
  Object.assign(console, cellConsole(send));

  // Ten frames, the default, end inside our packages; the line to show is the cell's own.
  Error.stackTraceLimit = 50;
  let codeUrl = '';
  const fail = (thrown: unknown) => send({ type: 'failed', failure: failureOf(thrown, codeUrl) });
  self.addEventListener('unhandledrejection', ({ reason }) => fail(reason));
  self.addEventListener('error', ({ error }) => fail(error));

  const run = async (code: string) => {
    codeUrl = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
    try {
      const { default: start } = await import(/* @vite-ignore */ codeUrl);
      let result: unknown;
      await start(requireModule, {}, (value: unknown) => {
        result = value;
      });
      send({ type: 'done', ...(result === undefined ? {} : { result: describe(result) }) });
    } catch (thrown) {
      fail(thrown);
    }
  };
  port.onmessage = ({ data }: MessageEvent<PageMessage>) =>
    data.type === 'run' ? void run(data.code) : take(data);
  send({ type: 'ready' });
}
