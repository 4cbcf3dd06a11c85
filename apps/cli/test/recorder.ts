import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it came in. */
export interface RecordedRequest {
  readonly authorization: string | undefined;
  readonly body: string;
}

export interface Recorder {
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
  close(): Promise<void>;
}

/** A server on this machine that notes what reaches it and answers everything with one completion. */
export async function record(): Promise<Recorder> {
  const requests: RecordedRequest[] = [];
  const server = createServer(async (incoming, outgoing) => {
    let body = '';
    for await (const bytes of incoming.setEncoding('utf8')) body += bytes;
    requests.push({ authorization: incoming.headers.authorization, body });
    outgoing.writeHead(200, { 'content-type': 'application/json' }).end(completion);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const completion = JSON.stringify({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 0,
  model: 'gpt-4o-mini',
  choices: [
    {
      index: 0,
      message: { role: 'assistant', content: 'Recorded.', refusal: null },
      finish_reason: 'stop',
    },
  ],
  usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
});
