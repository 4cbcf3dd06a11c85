import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryLedger } from '@farebox/cost';
import { simulate } from '@farebox/simulator';
import { describe, expect, it } from 'vitest';
import { chats } from '../fixtures/chats.js';
import { fakeIo } from '../fixtures/fake-io.js';
import { farebox } from '../fixtures/farebox.js';
import { scriptedEditor } from '../fixtures/scripted-editor.js';
import { run } from '../run.js';

const { folder, talk } = chats();

describe('a chat at a terminal', () => {
  it('asks each message with those before it, shows answer and cost, and ends with Ctrl-D', async () => {
    const { code, out, lines, asked, editor } = await talk(['What is a for loop?', 'Show me one']);
    expect(code).toBe(0);
    expect(asked.map(({ length }) => length)).toEqual([1, 3]);
    expect(out).toContain('loop');
    expect(lines[0]).toBe('/help lists the commands, Ctrl-D ends the chat');
    expect(lines.filter((line) => /^cost \$0\.\d+ · \d+ in/.test(line))).toHaveLength(2);
    expect(editor.prompts[0]).toBe('gpt-4o-mini · $0.00 > ');
    expect(editor.prompts[2]).toMatch(/^gpt-4o-mini · \$0\.000\d+ > $/);
    expect(editor.isClosed).toBe(true);
    expect(readdirSync(folder.state)).not.toContain('conversations');
  });

  it('takes a first question from the command line, and messages of several lines', async () => {
    const { asked, editor } = await talk(
      ['one\\', 'two', '"""', 'three', '"""', ''],
      ['What', 'now?'],
    );
    expect(asked.map((messages) => messages.at(-1))).toEqual(['What now?', 'one\ntwo', 'three']);
    expect(editor.prompts.map((prompt) => prompt === '... ')).toEqual([
      false,
      true,
      false,
      true,
      true,
      false,
      false,
    ]);
  });

  it('attaches what it is given to the first question alone', async () => {
    writeFileSync(join(folder.state, 'a.png'), Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
    const argv = ['-a', 'a.png', '--detail', 'low'];
    const { code, asked } = await talk(['What is it?', 'And now?'], argv, {
      workingFolder: folder.state,
    });
    expect(code).toBe(0);
    expect(asked[0]?.[0]).toEqual([
      { type: 'text', text: 'What is it?' },
      { type: 'image_url', image_url: expect.objectContaining({ detail: 'low' }) },
    ]);
    expect(asked[1]?.at(-1)).toBe('And now?');
  });

  it('changes model, temperature and system message from the next question on', async () => {
    const typed = [
      '/model gpt-4o',
      '/temp 0.5',
      '/system Be brief.',
      'A?',
      '/system -',
      '/temp -',
      'B?',
    ];
    const { requests, editor } = await talk(typed, ['-t', '1']);
    expect(requests).toMatchObject([
      {
        model: 'gpt-4o',
        temperature: 0.5,
        messages: [{ content: 'Be brief.' }, { content: 'A?' }],
      },
      { model: 'gpt-4o', messages: [{ content: 'A?' }, {}, { content: 'B?' }] },
    ]);
    expect(requests[1]).not.toHaveProperty('temperature');
    expect(editor.prompts.at(-1)).toMatch(/^gpt-4o · /);
  });

  it('Ctrl-C stops the answer, what came is shown, and /retry asks again', async () => {
    const { code, lines, asked } = await talk([{ line: 'A?', thenCtrlC: true }, '/retry']);
    expect(code).toBe(0);
    expect(lines).toContain('farebox: stopped; /retry asks again');
    expect(asked).toEqual([['A?'], ['A?']]);
  });

  it('Ctrl-C at an empty prompt ends it the second time in a row', async () => {
    const { code, lines, asked } = await talk(['ctrl-c', 'A?', 'ctrl-c', 'ctrl-c', 'B?']);
    expect(code).toBe(0);
    expect(asked).toEqual([['A?']]);
    expect(lines.filter((line) => line.startsWith('(Ctrl-C once more'))).toHaveLength(2);
  });

  it('Ctrl-C leaves a message of several lines that was begun', async () => {
    const { asked } = await talk(['one\\', 'ctrl-c', 'two']);
    expect(asked).toEqual([['two']]);
  });

  it('/edit changes a question that was stopped before its answer, in the place that it was to have', async () => {
    const stopped = { line: 'B?', thenCtrlC: true } as const;
    const { asked, editor } = await talk([
      'A?',
      stopped,
      '/edit',
      'C?',
      '/edit 1',
      stopped,
      '/edit D?',
    ]);
    expect(editor.drafts).toEqual(['', '', '', 'B?', '', 'A?', '', '']);
    const questions = asked.map((messages) => messages.filter((_, index) => index % 2 === 0));
    expect(questions).toEqual([['A?'], ['A?', 'B?'], ['A?', 'C?'], ['B?'], ['D?']]);
  });

  it('/edit takes a number for a turn only where it is a word of its own', async () => {
    const { asked } = await talk(['A?', 'B?', '/edit 1D or 2D?', '/edit 1 C?']);
    expect(asked.map((messages) => messages.at(-1))).toEqual(['A?', 'B?', '1D or 2D?', 'C?']);
  });

  it('a command that takes nothing does nothing where something follows it', async () => {
    const { lines, asked } = await talk(['A?', '/retry in German', '/exit now', '/cost']);
    expect(asked).toEqual([['A?']]);
    expect(lines).toContain('farebox: /retry takes nothing after it');
    expect(lines).toContain('farebox: /exit takes nothing after it');
  });

  it('/edit puts the question into the line, and asks it in its place', async () => {
    const { asked, editor } = await talk(['A?', 'B?', '/edit', 'C?', '/edit 1 D?', '/edit 9']);
    expect(editor.drafts).toEqual(['', '', '', 'B?', '', '', '']);
    expect(asked.map((messages) => messages.at(-1))).toEqual(['A?', 'B?', 'C?', 'D?']);
    expect(asked[2]).toEqual([...(asked[1]?.slice(0, 2) ?? []), 'C?']);
    expect(asked[3]).toEqual(['D?']);
  });

  it('an error is told with its fix, and the chat goes on', async () => {
    const { code, error, asked } = await talk(
      ['A?', '/modle', '/budget'],
      ['--max-cost', '0.00000001'],
    );
    expect(code).toBe(0);
    expect(asked).toEqual([]);
    expect(error).toMatch(/BudgetExceededError: .*--max-cost/);
    expect(error).toContain('fix: The nearest is /model; /help lists them all');
    expect(error).toContain('--max-cost 0.00000001 holds for each question');
  });

  it('/cost tells of each turn, and of all calls', async () => {
    const { lines, simulator } = await talk(['A?', '/retry', '/cost']);
    const total = lines.find((line) => line.startsWith('this conversation:'));
    const cents = simulator.books.costUsd.toFixed(6);
    expect(total).toBe(`this conversation: $${cents} in 1 turn, with what failed and was replaced`);
    expect(lines.filter((line) => line.startsWith('  1: $'))).toHaveLength(1);
  });

  it('has the questions of a conversation that goes on in its history', async () => {
    await talk(['A?', 'B?'], ['--cid', 'a']);
    const { editor, lines, asked } = await talk(['C?'], ['-c']);
    expect(editor.history).toEqual(['A?', 'B?']);
    expect(lines[0]).toMatch(/^a, 2 turns so far · /);
    expect(asked[0]).toHaveLength(5);
  });
});

describe('a chat that somebody ends from outside', () => {
  it('stops the answer, pays for it, and leaves the terminal as it was', async () => {
    const editor = scriptedEditor('What is a for loop?', 'B?');
    const ledger = memoryLedger();
    const io = fakeIo({
      openLineEditor: editor.openLineEditor,
      environment: { OPENAI_API_KEY: 'sk-test-0123456789abcdef' },
      fetch: simulate({ seed: 1 }).fetch,
      ledger,
      onOutput: () => io.interrupt(),
    });
    expect(await run(['chat'], io)).toBe(130);
    expect(editor.isClosed).toBe(true);
    const receipts = await ledger.receipts();
    expect(receipts.map(({ outcome }) => outcome)).toEqual(['aborted']);
  });

  it('ends without an error when nobody reads its answers any more', async () => {
    const io = fakeIo({
      stdin: 'What is a for loop?\nB?\n',
      onOutput: () => io.breakOutput('EPIPE'),
    });
    expect(await run(['chat'], io)).toBe(0);
    expect(io.error).not.toContain('Error');
  });
});

describe('a conversation that is kept', () => {
  it('is kept by /save from then on, and never over another one', async () => {
    await talk(['A?'], ['--cid', 'first']);
    const { lines, error } = await talk([
      'B?',
      '/save first',
      '/save',
      '/save second',
      'C?',
      '/save ../x',
    ]);
    expect(lines).toContain('kept as second; farebox chat --cid second goes on with it');
    expect(error).toContain('there is a conversation first already');
    expect(error).toContain('/save needs a name');
    expect(error).toContain('/save is no name of 1 to 64 letters');
    expect(readdirSync(join(folder.state, 'conversations')).sort()).toEqual([
      'first.1.json',
      'second.2.json',
    ]);
    const { asked } = await talk(['/load nobody', '/load second', 'D?']);
    expect(asked[0]?.filter((_, index) => index % 2 === 0)).toEqual(['B?', 'C?', 'D?']);
  });

  it('by two terminals at once loses no turn: the second one is told', async () => {
    await talk(['A?'], ['--cid', 'a']);
    const inside = scriptedEditor('Other?');
    let began = false;
    const { error } = await talk(['Mine?'], ['--cid', 'a'], {
      onOutput: async () => {
        if (began) return;
        began = true;
        await farebox(['chat', '--cid', 'a'], {
          stdin: 'terminal',
          stateFolder: folder.state,
          openLineEditor: inside.openLineEditor,
        });
      },
    });
    expect(error).toContain('The conversation a has gone on elsewhere');
    expect(error).toContain('/save a-2');
    const { asked } = await talk(['Last?'], ['--cid', 'a']);
    expect(asked[0]?.filter((_, index) => index % 2 === 0)).toEqual(['A?', 'Other?', 'Last?']);
  });

  it('is every one where the settings say so', async () => {
    await farebox(['config', 'set', 'save-conversations', 'on'], { configFolder: folder.state });
    await talk(['A?']);
    await talk(['B?']);
    expect(readdirSync(join(folder.state, 'conversations'))).toHaveLength(2);
    const { asked } = await talk(['C?'], ['-c']);
    expect(asked[0]?.filter((_, index) => index % 2 === 0)).toEqual(['B?', 'C?']);
  });

  it('keeps its system message, unless the command line has another', async () => {
    await talk(['A?'], ['--cid', 'a', '-s', 'Be brief.']);
    expect((await talk(['B?'], ['-c'])).asked[0]?.[0]).toBe('Be brief.');
    expect((await talk(['C?'], ['-c', '-s', 'Be kind.'])).asked[0]?.[0]).toBe('Be kind.');
  });

  it('that is not there is said, with how to begin one', async () => {
    const { code, error } = await talk(['A?'], ['-c']);
    expect(code).toBe(2);
    expect(error).toContain('There is no conversation to go on with');
    expect(error).toContain('farebox chat --cid refactor');
    expect((await talk([], ['-c', '--cid', 'a'])).error).toContain('Give one of them');
    expect((await talk([], ['--cid', '../a'])).code).toBe(2);
  });
});

describe('a chat from a pipe', () => {
  it('asks each line, prints answers alone on standard output, and no prompt', async () => {
    const { code, out, error } = await farebox(['chat'], {
      stdin: 'What is a for loop?\nShow me one',
    });
    expect(code).toBe(0);
    expect(out).not.toContain('> ');
    expect(out.split('```').length).toBeGreaterThan(2);
    expect(error).not.toContain('/help');
    expect(error).not.toMatch(/\p{Cc}(?<!\n)/u);
  });

  it('goes on after a question that failed, and ends with its exit code', async () => {
    const simulator = simulate({ seed: 1, faults: ['unauthorized', 'ok'] });
    const { code, out } = await farebox(['chat', '--retries', '0'], {
      stdin: 'A?\nWhat is a for loop?\n',
      openSimulator: async () => simulator.fetch,
    });
    expect(code).toBe(4);
    expect(out).toContain('loop');
  });

  it('needs somebody who writes', async () => {
    const { code, error } = await farebox(['chat'], { stdin: 'none' });
    expect(code).toBe(2);
    expect(error).toContain('farebox chat < questions.txt');
  });

  it('/edit without a text is told what is missing', async () => {
    const { code, error } = await farebox(['chat'], { stdin: 'A?\n/edit\n' });
    expect(code).toBe(2);
    expect(error).toContain('/edit has no text');
  });
});
