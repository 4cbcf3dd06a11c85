import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simulate } from '@farebox/simulator';
import { type Server, serve } from '@farebox/simulator/node';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type CommandOptions, farebox, resultOf, startCommand } from '../command.js';
import { type Recorder, record } from '../recorder.js';
import { inTurn } from './in-turn.js';
import { shell } from './shell.js';

const turn = inTurn(3);
const folder = mkdtempSync(join(tmpdir(), 'farebox-'));
/** Says as many lines as it is asked for. */
const talker = simulate({ seed: 1, answers: [() => 'a line of text\n'.repeat(200)] });
let server: Server;
let recorder: Recorder;
let pages: { readonly url: string; close(): void };
beforeAll(async () => {
  server = await serve(talker);
  recorder = await record();
  pages = await servePages();
  writeFileSync(join(folder, 'a.py'), 'print("```")\n');
  writeFileSync(join(folder, 'latin.txt'), Buffer.from('na\xefve', 'latin1'));
  writeFileSync(join(folder, 'utf16.txt'), Buffer.from('\ufeffnaïve', 'utf16le'));
  writeFileSync(join(folder, 'dot.png'), Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  pages.close();
  await Promise.all([server.close(), recorder.close()]);
});

async function servePages() {
  const host = createServer((request, response) => {
    if (request.url === '/page') response.end('A page.');
    else if (request.url === '/moved') response.writeHead(302, { location: '/page' }).end();
    else if (request.url === '/inside') {
      const { port } = host.address() as AddressInfo;
      response.writeHead(302, { location: `http://localhost:${port}/page` }).end();
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  const { port } = host.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => host.close() };
}

const atTalker = () => ({ environment: { OPENAI_BASE_URL: server.url } });

/** What is sent as the user's message. */
async function sent(argv: readonly string[], options: CommandOptions = {}) {
  const environment = { OPENAI_BASE_URL: `${recorder.url}/${Math.random()}` };
  const { code, error } = await farebox(['--dry-run', ...argv], {
    folder,
    environment,
    ...options,
  });
  return { code, error };
}

/** The user's message of a dry run of a shell line in which `farebox` stands last. */
async function asked(line: string, stdin?: string) {
  const { code, out, error } = await shell(line, { folder, ...(stdin !== undefined && { stdin }) });
  expect({ code, error }).toEqual({ code: 0, error: '' });
  return JSON.parse(out).body.messages.at(-1).content;
}

describe('standard output', () => {
  it('has the answer and nothing else; standard error has the cost and nothing else', () =>
    turn(async () => {
      const { code, out, error } = await farebox(['Hi'], atTalker());
      expect(code).toBe(0);
      expect(out).toBe('a line of text\n'.repeat(200));
      expect(error).toMatch(/^cost \$0\.\d+ · \d+ in \/ \d+ out · first token \d+\.\d s\n$/);
    }));

  it('may be left after a line: the command ends by itself with 0', () =>
    turn(async () => {
      const line = '{ farebox Hi; echo "exit $?" >&2; } | head -1';
      const { code, out, error } = await shell(line, atTalker());
      expect({ code, out }).toEqual({ code: 0, out: 'a line of text\n' });
      expect(error).toMatch(/exit 0\n$/);
      expect(error).not.toMatch(/EPIPE|Error/);
    }));

  test.each(['errors', 'models', 'price gpt-4o', 'completion bash', '--help', '--dry-run Hi'])(
    'of %s may be left, too',
    (words) =>
      turn(async () => {
        const line = `{ farebox ${words}; echo "exit $?" >&2; } | true`;
        const { error } = await shell(line);
        expect(error).toBe('exit 0\n');
      }),
  );

  test
    .runIf(existsSync('/dev/full'))
    .each(['Hi', '--json Hi', '--jsonl Hi', 'errors', 'models', '--help', 'help keys'])(
    'on a full disk is exit 1 and a sentence: %s',
    (words) =>
      turn(async () => {
        const { code, error } = await shell(`farebox ${words} > /dev/full`, atTalker());
        expect(code).toBe(1);
        expect(error).toMatch(
          /farebox: The answer could not be written to standard output \(ENOSPC\)\.\n {2}fix: See that the disk has room .*\n$/,
        );
        expect(error).not.toMatch(/^ +at /m);
      }),
  );

  it.runIf(existsSync('/dev/full'))('on a full disk is exit 1 for the version, too', () =>
    turn(async () => {
      expect((await shell('farebox --version > /dev/full')).code).toBe(1);
    }),
  );

  it('that is closed does not keep what was asked from being paid for', () =>
    turn(async () => {
      const before = talker.books.requests.length;
      const { error } = await shell('farebox Hi >&-; echo "exit $?" >&2', atTalker());
      expect(error).toMatch(/exit \d+\n$/);
      expect(error).not.toMatch(/^ +at /m);
      expect(talker.books.requests.length - before).toBeLessThanOrEqual(1);
    }));

  it('goes into a file byte for byte', () =>
    turn(async () => {
      const line = 'farebox Hi > answer.txt && wc -c < answer.txt && rm answer.txt';
      const { out } = await shell(line, { folder, ...atTalker() });
      expect(out.trim()).toBe(String('a line of text\n'.length * 200));
    }));
});

describe('standard error', () => {
  it('that is closed changes nothing of the answer', () =>
    turn(async () => {
      const { code, out } = await shell('farebox Hi 2>&-', atTalker());
      expect({ code, lines: out.split('\n').length }).toEqual({ code: 0, lines: 201 });
    }));

  it('is empty with --quiet', () =>
    turn(async () => {
      const { code, error } = await farebox(['-q', 'Hi'], atTalker());
      expect({ code, error }).toEqual({ code: 0, error: '' });
    }));
});

describe('standard input', () => {
  it('that is closed counts as none', () =>
    turn(async () => {
      expect(await asked('farebox --dry-run Hi <&-')).toBe('Hi');
    }));

  it('comes after the words, or alone, or where a dash is', () =>
    turn(async () => {
      expect(await asked('farebox --dry-run What is this', 'x = 1\n')).toBe(
        'What is this\n\nx = 1\n',
      );
      expect(await asked('farebox --dry-run', 'x = 1\n')).toBe('x = 1\n');
      expect(await asked('farebox --dry-run -f - Why', 'x = 1\n')).toBe(
        'File: standard input\n```\nx = 1\n```\n\nWhy',
      );
    }));

  it('can be a file, and a part of a longer one', () =>
    turn(async () => {
      expect(await asked('farebox --dry-run Read < a.py')).toBe('Read\n\nprint("```")\n');
      expect(await asked('head -c 5 a.py | farebox --dry-run Read')).toBe('Read\n\nprint');
    }));

  it('that nobody closes is not waited for by a command that does not read it', () =>
    turn(async () => {
      for (const argv of [['errors'], ['price', 'gpt-4o'], ['Hi', '--modle']]) {
        const child = startCommand(argv);
        expect((await resultOf(child)).code).toBe(argv.length === 2 && argv[0] === 'Hi' ? 2 : 0);
      }
    }));

  it('that is not UTF-8, or binary, is exit 2 with what helps', () =>
    turn(async () => {
      const latin = await shell('farebox Hi < latin.txt', { folder });
      expect(latin).toMatchObject({ code: 2, out: '' });
      expect(latin.error).toMatch(/Standard input is not in UTF-8\.\n {2}fix: .*iconv/);
      const image = await shell('farebox Hi < dot.png', { folder });
      expect(image).toMatchObject({ code: 2, out: '' });
      expect(image.error).toMatch(/is a PNG image, and no text\.\n {2}fix: Give it with -a/);
    }));

  it('of 8 MiB is taken, and one byte more refused, before anything is sent', () =>
    turn(async () => {
      const most = await shell('head -c 8388608 /dev/zero | tr "\\0" a | farebox estimate --json');
      expect(JSON.parse(most.out).bound.inputTokens).toBeGreaterThan(8_388_608);
      const more = await shell('head -c 8388609 /dev/zero | tr "\\0" a | farebox Hi');
      expect(more).toMatchObject({ code: 2, out: '' });
      expect(more.error).toContain('Standard input has more than 8,388,608 bytes.');
    }));
});

describe('words', () => {
  it('may begin with a dash after --', () =>
    turn(async () => {
      expect(await asked('farebox --dry-run -- --help me')).toBe('--help me');
    }));

  it('that are no UTF-8 reach nobody as a crash', () =>
    turn(async () => {
      const { code, error } = await shell(`farebox --dry-run "$(printf 'na\\357ve')"`);
      expect(code).toBe(0);
      expect(error).toBe('');
    }));

  it('of 100,000 characters are sent whole', () =>
    turn(async () => {
      const text = await asked('farebox --dry-run "$(head -c 100000 /dev/zero | tr "\\0" a)"');
      expect(text).toHaveLength(100_000);
    }));

  it('of other scripts arrive as they were', () =>
    turn(async () => {
      expect(await asked("farebox --dry-run '漢字 👩‍👩‍👧 עברית'")).toBe('漢字 👩‍👩‍👧 עברית');
    }));
});

describe('files and addresses', () => {
  it('stand before the question, in fences that their text cannot end', () =>
    turn(async () => {
      expect(await asked('farebox --dry-run -f a.py -f utf16.txt Why')).toBe(
        'File: a.py\n````py\nprint("```")\n````\n\nFile: utf16.txt\n```txt\nnaïve\n```\n\nWhy',
      );
    }));

  it('can be what a shell makes of another command', () =>
    turn(async () => {
      const line = 'mkfifo pipe; echo made > pipe & farebox --dry-run -f pipe Why; rm pipe';
      expect(await asked(line)).toBe('File: pipe\n```\nmade\n```\n\nWhy');
    }));

  it('are attached by what they are', () =>
    turn(async () => {
      expect(await asked('farebox --dry-run -a dot.png --detail low What')).toEqual([
        { type: 'text', text: 'What' },
        {
          type: 'image_url',
          image_url: { url: expect.stringMatching(/^data:image\/png;base64,/), detail: 'low' },
        },
      ]);
      const piped = await asked('farebox --dry-run -a - What < dot.png');
      expect(piped).toHaveLength(2);
    }));

  it('are read from an address, and from where it leads on the same origin', () =>
    turn(async () => {
      const text = await asked(`farebox --dry-run -f ${pages.url}/moved Why`);
      expect(text).toBe(`File: ${pages.url}/moved\n\`\`\`\nA page.\n\`\`\`\n\nWhy`);
    }));

  it('are not read from inside a network where an address only leads there', () =>
    turn(async () => {
      const { code, error } = await sent(['-f', `${pages.url}/inside`, 'Why']);
      expect(code).toBe(2);
      expect(error).toMatch(/leads to an address that is private/);
    }));

  it('that cannot be had are told by name: 404 is exit 2, nobody there is exit 6', () =>
    turn(async () => {
      const missing = await sent(['-f', `${pages.url}/nothing`, 'Why']);
      expect(missing.code).toBe(2);
      expect(missing.error).toContain('/nothing answered 404.');
      const nobody = await sent(['-f', 'http://127.0.0.1:1/', 'Why']);
      expect(nobody.code).toBe(6);
    }));
});

test('a working folder that is gone is told, with where to go', () =>
  turn(async () => {
    const gone = 'd=$(mktemp -d); cd "$d"; rmdir "$d"';
    for (const words of ['Hi', 'doctor', 'budget set 5 --project']) {
      const { code, out, error } = await shell(`${gone}; farebox ${words}`);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(error).toMatch(/The folder in which farebox was called is gone\.\n {2}fix: Go to /);
    }
  }));
