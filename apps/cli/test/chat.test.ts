import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FaultStep, simulate } from '@farebox/simulator';
import { serve } from '@farebox/simulator/node';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { farebox, resultOf, startCommand } from './command.js';
import { screenSvg } from './screen-svg.js';
import { openTerminal, type TerminalOptions } from './terminal.js';

let home: string;
const ends: (() => Promise<void>)[] = [];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'farebox-chat-'));
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  rmSync(home, { recursive: true });
});

/** A line of the answer below the question, and not the one that says what is waited for. */
const begun = /Explain a for loop\n[A-Z]\w* \w+/;
const up = '\u001b[A';

function openChat(argv: readonly string[] = [], options: TerminalOptions = {}) {
  const environment = { FAREBOX_HOME: home, ...options.environment };
  return openTerminal(['chat', ...argv], { ...options, environment });
}

async function served(...faults: FaultStep[]) {
  const simulator = simulate({ seed: 1, faults });
  const server = await serve(simulator);
  ends.push(() => server.close());
  return {
    simulator,
    environment: { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'sk-test-0123456789' },
  };
}

it('answers two questions with the cost in view, finds the first one with the arrow key, and ends with Ctrl-D', async () => {
  const { simulator, environment } = await served('ok');
  const terminal = openChat([], { environment });
  await terminal.shows('gpt-4o-mini · $0.00 > ');
  terminal.type('What is a for loop?\r');
  await terminal.shows(/cost \$0\.\d+ · [\s\S]*gpt-4o-mini · \$0\.000\d+ > $/);
  terminal.type('What is a list?\r');
  await terminal.shows(/> What is a list\?[\s\S]*cost \$0\.\d+ · [\s\S]*\$0\.000\d+ > $/);
  terminal.type(`${up}${up}`);
  await terminal.shows(/> What is a for loop\?$/);
  terminal.type('\u0015\u0004');
  expect(await terminal.ended).toBe(0);
  expect(simulator.books.requests).toHaveLength(2);
  // The terminal is as it was.
  expect(terminal.emulator.modes.bracketedPasteMode).toBe(false);
  expect(terminal.bytes.split('\u001b[?2004h')).toHaveLength(
    terminal.bytes.split('\u001b[?2004l').length,
  );
});

it('Ctrl-C stops the answer and not the program; what was typed meanwhile is dropped with it', async () => {
  const { simulator, environment } = await served({ fault: 'stall', afterChunks: 8 }, 'ok');
  const terminal = openChat([], { environment });
  await terminal.shows('$0.00 > ');
  terminal.type('Explain a for loop\r');
  await terminal.shows(begun);
  terminal.type('typed ahead');
  terminal.type('\u0003');
  await terminal.shows('farebox: stopped; /retry asks again');
  // What nobody has reported counts as the most that it can have cost.
  await terminal.shows(/cost up to \$0\.\d+/);
  await terminal.shows(/gpt-4o-mini · \$0\.0\d+ > $/);
  terminal.type('/retry\r');
  await terminal.shows(/\d+ in \/ \d+ out[\s\S]*> $/);
  terminal.type('\u0003');
  await terminal.shows('(Ctrl-C once more, or Ctrl-D, ends the chat)');
  terminal.type('\u0003');
  expect(await terminal.ended).toBe(0);
  expect(simulator.books.requests.map(({ ended }) => ended)).toEqual(['disconnected', 'completed']);
});

it('a text that is pasted is one message, and is not sent before Enter', async () => {
  const { environment, simulator } = await served('ok');
  const terminal = openChat(['--cid', 'pasted'], { environment });
  await terminal.shows('$0.00 > ');
  expect(terminal.emulator.modes.bracketedPasteMode).toBe(true);
  terminal.type('\u001b[200~for x in xs:\r\txs.remove(x)\u001b[201~');
  await terminal.shows('> for x in xs:␤␉xs.remove(x)');
  terminal.type('\u001b\rWhy?\r');
  await terminal.shows(/cost [\s\S]*> $/);
  terminal.type('/exit\r');
  expect(await terminal.ended).toBe(0);
  const kept = JSON.parse(readFileSync(join(home, 'conversations', 'pasted.1.json'), 'utf8'));
  expect(kept.turns[0].messages[0].content).toBe('for x in xs:\n\txs.remove(x)\nWhy?');
  expect(simulator.books.requests).toHaveLength(1);
});

it('/model and /edit: the question is in the line, is changed, and asked in its place', async () => {
  const { environment } = await served('ok');
  const terminal = openChat(['--cid', 'edited'], { environment });
  await terminal.shows('$0.00 > ');
  terminal.type('/mod\t');
  await terminal.shows('> /model');
  terminal.type('gpt-4o\r');
  await terminal.shows('gpt-4o · $0.00 > ');
  terminal.type('What is a for loop?\r');
  await terminal.shows(/cost [\s\S]*gpt-4o · \$0\.0\d+ > $/);
  terminal.type('/edit\r');
  await terminal.shows(/gpt-4o · \$0\.0\d+ > What is a for loop\?$/);
  terminal.type(`${'\u007f'.repeat(9)}while loop?\r`);
  await terminal.shows(/> What is a while loop\?[\s\S]*cost [\s\S]*> $/);
  terminal.type('\u0004');
  expect(await terminal.ended).toBe(0);
  const kept = JSON.parse(readFileSync(join(home, 'conversations', 'edited.2.json'), 'utf8'));
  expect(kept.turns).toHaveLength(1);
  expect(kept.turns[0].messages[0].content).toBe('What is a while loop?');
});

it('in a narrow window the prompt has a line of its own, and lines of the question wrap', async () => {
  const terminal = openChat([], { columns: 24 });
  await terminal.shows(/gpt-4o-mini · \$0\.00\n> $/);
  terminal.type('What is a list comprehension good for?');
  await terminal.shows('> What is a list comprehension good for?');
  terminal.type('\r');
  await terminal.shows(/cost [\s\S]*gpt-4o-mini · \$0\.000\d+\n> $/);
  terminal.type('\u0004');
  expect(await terminal.ended).toBe(0);
});

it('what is typed during an answer is there when it has ended', async () => {
  const { environment } = await served({ fault: 'stall', afterChunks: 8 }, 'ok');
  const terminal = openChat(['--timeout', '2'], { environment });
  await terminal.shows('$0.00 > ');
  terminal.type('Explain a for loop\r');
  await terminal.shows(begun);
  terminal.type('And next?');
  await terminal.shows(/TimeoutError[\s\S]*> And next\?$/);
  terminal.type('\u0003');
  terminal.type('\u0004');
  expect(await terminal.ended).toBe(0);
});

it('from a pipe it prints answers alone, without a prompt or a control code', async () => {
  const { environment } = await served('ok');
  const options = { environment: { ...environment, FAREBOX_HOME: home } };
  const stdin = 'What is a for loop?\n/nothing\n"""\nWhat is\na list?\n"""\n';
  const { code, out, error } = await farebox(['chat'], { ...options, stdin });
  expect(code).toBe(2);
  expect(out).not.toContain('gpt-4o-mini ·');
  expect(error.match(/^cost \$/gm)).toHaveLength(2);
  expect(error).toContain('/help lists them all');
  expect(out + error).not.toMatch(/(?!\n)\p{Cc}/u);
});

it('SIGTERM during an answer settles it, with the exit code of the signal', async () => {
  const { simulator, environment } = await served({ fault: 'stall', afterChunks: 8 });
  const child = startCommand(['chat'], { environment: { ...environment, FAREBOX_HOME: home } });
  child.stdin.write('What is a for loop?\n');
  child.stdout.once('data', () => child.kill('SIGTERM'));
  const { code, error } = await resultOf(child);
  expect(code).toBe(143);
  expect(error).toMatch(/^cost up to \$0\.\d+/m);
  expect(simulator.books.requests.map(({ ended }) => ended)).toEqual(['disconnected']);
  const { out } = await farebox(['logs', 'list', '--json'], {
    environment: { FAREBOX_HOME: home },
  });
  expect(out).toContain('aborted');
});

// After a change that is meant: vitest run apps/cli/test/chat.test.ts -u, and look at the picture.
it('the picture of a chat in the README is what a terminal shows', async () => {
  const answers = [
    'A `set` holds each value **once**, and says at once whether it has one:\n\n```python\nseen = set()\nseen.add("pear")\nprint("pear" in seen)  # True\n```\n',
    'Use a `list` when order or repetition matters, a `set` when only *membership* does.',
  ];
  const server = await serve(simulate({ seed: 1, answers }));
  ends.push(() => server.close());
  const terminal = openChat(['--cid', 'python'], {
    environment: { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'sk-of-the-screens-0123456789' },
    columns: 84,
    rows: 30,
  });
  await terminal.shows('gpt-4o-mini · $0.00 > ');
  terminal.type('What is a set?\r');
  await terminal.shows(/first token [\s\S]*> $/);
  terminal.type('And when a list?\r');
  await terminal.shows(/membership[\s\S]*first token [\s\S]*> $/);
  terminal.type('/model gpt-4o\r');
  await terminal.shows('gpt-4o · $0.0');
  terminal.type('/cost\r');
  await terminal.shows(/this conversation: [\s\S]*> $/);
  const picture = screenSvg(terminal.emulator, 'farebox chat --cid python');
  await expect(picture).toMatchFileSnapshot('../../../docs/screens/chat.svg');
  terminal.type('\u0004');
  expect(await terminal.ended).toBe(0);
});
