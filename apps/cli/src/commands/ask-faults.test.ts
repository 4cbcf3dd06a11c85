import { ChatClient } from '@farebox/chat';
import { simulate } from '@farebox/simulator';
import { type FaultCase, faultTable } from '@farebox/simulator/fault-table';
import { beforeAll, expect, it } from 'vitest';
import { askUnderFault } from '../fixtures/ask-under-fault.js';
import { leaksIn, wholeAnswer } from '../fixtures/canaries.js';
import { expectedLines } from '../fixtures/expected-lines.js';
import { textInReply } from '../fixtures/text-in-reply.js';

// The tokenizer and the command load in real time, while a virtual clock would let timeouts fire.
beforeAll(async () => {
  await new ChatClient({ model: 'gpt-4o-mini', fetch: simulate().fetch }).ask('Hello');
  await import('./ask-command.js');
  await import('./ask.js');
}, 60_000);

const cases = faultTable.flatMap(({ number, cases }) =>
  cases.map((faultCase) => ({ number, name: faultCase.name, faultCase })),
);

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;
/** Words that help nobody at a command line. */
const ofTheLibrary =
  /baseURL|max_completion_tokens|limits\.|error\.partial|denyPrivate|\w\(|fix:.*redacted/;
/** Where the provider itself changed the answer: a chunk comes twice, or bytes are no UTF-8. */
const changed: ReadonlySet<string> = new Set(['repeated-chunks', 'invalid-utf8']);
/** Where the reader did not read to the end of what had come. */
const leftEarly = ({ client, expected }: FaultCase) =>
  client === 'leave' || client === 'never-read' || expected.kind === 'too-large';

it.each(cases)('$number $name: farebox does what the table says', async ({ faultCase }) => {
  const { name, request, expected } = faultCase;
  const seen = await askUnderFault(faultCase);
  const { code, out, error, requests, waits } = seen;
  expect.soft(code, error).toBe(expected.exit);

  const delivered = textInReply(requests.at(-1)?.bytes ?? []);
  const printed = out.replace(/\n$/, '');
  const length = leftEarly(faultCase) ? Math.min(printed.length, delivered.length) : undefined;
  expect.soft(printed.slice(0, length)).toBe(delivered.slice(0, length));
  const isText = expected.delivered && request?.tools === undefined;
  expect.soft(printed !== '').toBe(isText);
  const isWhole = isText && expected.kind === 'completed' && !changed.has(name);
  if (isWhole) expect.soft(printed).toBe(wholeAnswer);

  const lines = error.split('\n').slice(0, -1);
  const patterns = await expectedLines(faultCase, seen);
  expect.soft(lines).toEqual(patterns.map((pattern) => expect.stringMatching(pattern)));
  for (const { told, took } of waits) expect.soft(took).toBe(told);

  // denyPrivate is an option of the library that this command never sets.
  if (name !== 'blocked-address') expect.soft(error).not.toMatch(ofTheLibrary);
  expect.soft(leaksIn(out + error)).toEqual([]);
  expect.soft(error).not.toContain(wholeAnswer.slice(0, 11));
  expect.soft(error).not.toMatch(control);
});
