import { fork } from 'node:child_process';

/** The server, in a process of its own: its CPU is nobody's. */
export async function startServer() {
  const server = fork(new URL('./server.mjs', import.meta.url));
  const port = await new Promise((resolve, reject) => {
    server.once('message', resolve);
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return {
    /** Where one stream is served: its shape, how it is written, and how many chunks it has. */
    baseURL: (
      /** @type {string} */ shape,
      /** @type {string} */ packing,
      /** @type {number} */ chunks,
    ) => `http://127.0.0.1:${port}/${encodeURIComponent(shape)}/${packing}/${chunks}`,
    close: () => server.kill(),
  };
}
