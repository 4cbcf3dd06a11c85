import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { cannedFetch } from '../fixtures/canned-fetch.js';
import type { FakeIoOptions } from '../fixtures/fake-io.js';
import { farebox } from '../fixtures/farebox.js';

let configFolder: string;
beforeEach(() => {
  configFolder = mkdtempSync(join(tmpdir(), 'farebox-'));
});
afterEach(() => rmSync(configFolder, { recursive: true }));

const role = (argv: readonly string[], options: FakeIoOptions = {}) =>
  farebox(['role', ...argv], { configFolder, ...options });
const fileOf = (name: string) => join(configFolder, 'roles', `${name}.md`);
const write = (name: string, text: string) => {
  mkdirSync(join(configFolder, 'roles'), { recursive: true });
  writeFileSync(fileOf(name), text);
};

/** What is sent with these arguments. */
async function sent(argv: readonly string[]) {
  const { fetch, bodies } = cannedFetch();
  const environment = { OPENAI_BASE_URL: 'http://server.test/v1' };
  const { code, error } = await farebox(argv, { configFolder, environment, fetch });
  expect({ code, error }).toEqual({ code: 0, error: expect.anything() });
  return bodies[0] ?? expect.fail('Nothing was sent.');
}

describe('a role that was added', () => {
  it('is a file of this user alone, and is used with its model and temperature', async () => {
    const argv = ['add', 'poet', '-t', '1.2', '-m', 'gpt-4o', 'You answer', 'in verse.'];
    expect(await role(argv)).toMatchObject({ code: 0, out: `${fileOf('poet')}\n`, error: '' });
    expect(readFileSync(fileOf('poet'), 'utf8')).toBe(
      '---\nmodel: gpt-4o\ntemperature: 1.2\n---\nYou answer in verse.\n',
    );
    expect(statSync(fileOf('poet')).mode & 0o777).toBe(0o600);
    expect(await sent(['-r', 'poet', 'What is a loop?'])).toMatchObject({
      model: 'gpt-4o',
      temperature: 1.2,
      messages: [
        { role: 'system', content: 'You answer in verse.' },
        { role: 'user', content: 'What is a loop?' },
      ],
    });
  });

  it('gives way to --model and --temperature, also where the model is the usual one', async () => {
    write('poet', '---\nmodel: gpt-4o\ntemperature: 1\n---\nIn verse.');
    expect(await sent(['-r', 'poet', '-m', 'gpt-4o-mini', '-t', '0', 'Hi'])).toMatchObject({
      model: 'gpt-4o-mini',
      temperature: 0,
    });
  });

  it('has its variables filled by -p, and by their defaults', async () => {
    write('haiku', 'A haiku about {{topic}} in {{season=autumn}}, {{topic}}!');
    const [system] = (await sent(['-r', 'haiku', '-p', 'topic={{season}}', 'Hi'])).messages;
    expect(system?.content).toBe('A haiku about {{season}} in autumn, {{season}}!');
  });

  it('goes around the question where it has {{input}}, with a system message if it names one', async () => {
    write('commit', '---\nsystem: You are {{tone=dry}}.\n---\nA message for:\n{{input}}\nEnd.');
    expect((await sent(['-r', 'commit', 'my {{tone}} diff'])).messages).toEqual([
      { role: 'system', content: 'You are dry.' },
      { role: 'user', content: 'A message for:\nmy {{tone}} diff\nEnd.' },
    ]);
  });

  it('comes from a pipe with settings of its own, which options outrank', async () => {
    const stdin = '---\ntemperature: 1\n---\nBe brief.\n';
    await role(['add', 'brief', '-t', '0'], { stdin });
    expect(readFileSync(fileOf('brief'), 'utf8')).toBe('---\ntemperature: 0\n---\nBe brief.\n');
  });

  it('is kept unless --force is given', async () => {
    await role(['add', 'brief', 'One.']);
    const { code, lines } = await role(['add', 'brief', 'Two.']);
    expect({ code, lines }).toEqual({
      code: 2,
      lines: [
        'farebox: ConfigurationError: There is a role brief already.',
        expect.stringMatching(/^ {2}fix: Edit .*brief\.md, or add --force /),
      ],
    });
    expect((await role(['add', 'brief', '--force', 'Two.'])).code).toBe(0);
    expect((await role(['show', 'brief'])).out).toBe('Two.\n');
  });

  it('can be removed, and then is not there', async () => {
    await role(['add', 'brief', 'One.']);
    expect((await role(['path', 'brief'])).out).toBe(`${fileOf('brief')}\n`);
    expect(await role(['rm', 'brief'])).toMatchObject({
      code: 0,
      out: 'removed: the role brief\n',
    });
    expect((await role(['rm', 'brief'])).code).toBe(2);
    expect((await role(['path'])).out).toBe(`${join(configFolder, 'roles')}\n`);
  });
});

test.each([
  ['a built-in name', ['tutor', 'x'], 'The role tutor is built in.'],
  ['the name of the translator', ['translator', 'x'], 'The role translator is built in.'],
  ['capitals', ['Poet', 'x'], 'That is no name for a role.'],
  ['a path', ['../x', 'x'], 'That is no name for a role.'],
  ['no text at a terminal', ['brief'], 'There is no text for the role.'],
  ['an empty text', ['brief', ''], 'The role has no text.'],
  ['two system messages', ['brief', '-s', 'a', 'b'], /^The text is the system message already/],
  [
    'a setting of two lines',
    ['brief', '-s', 'a\nb', '{{input}}'],
    /^A setting of a role has one line/,
  ],
])('add refuses %s, and writes nothing', async (_name, argv, message) => {
  const { code, out, lines } = await role(['add', ...argv]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(lines[0]?.replace('farebox: ConfigurationError: ', '')).toEqual(
    expect.stringMatching(message),
  );
  expect((await role(['list', '--json'])).out).not.toContain('brief');
});

describe('list', () => {
  it('has the built-in roles and those of the user, with their variables', async () => {
    write('haiku', '---\ntemperature: 1\n---\nAbout {{topic}} in {{season=autumn}}: {{input}}');
    const { out } = await role(['list'], { terminal: true });
    expect(out).toMatch(/^tutor +built in +0\.3$/m);
    expect(out).toMatch(/^translator:<language> +built in +0$/m);
    expect(out).toMatch(/^haiku +yours +1 +topic season=autumn input$/m);
    expect(JSON.parse((await role(['--json'])).out)).toMatchObject({
      folder: join(configFolder, 'roles'),
      roles: expect.arrayContaining([
        {
          name: 'haiku',
          builtIn: false,
          model: null,
          temperature: 1,
          variables: [
            { name: 'topic', default: null },
            { name: 'season', default: 'autumn' },
          ],
          isQuestion: true,
          flaw: null,
        },
      ]),
    });
  });

  it('tells of one that cannot be used, and shows the others', async () => {
    write('broken', '---\nmodel\n---\nx');
    write('tutor', 'Mine.');
    write('whole', 'Mine.');
    const { code, out, lines } = await role(['list']);
    expect(code).toBe(0);
    expect(out).toMatch(/^whole +yours$/m);
    expect(lines).toEqual([
      'farebox: warning: The role broken has a line 2 that is none of its settings.',
      expect.stringMatching(/^farebox: warning: .*tutor\.md has the name of a built-in role\.$/),
    ]);
  });
});

it('shows a built-in role as a file that can be added under another name', async () => {
  const { out } = await role(['show', 'debugger']);
  expect(out).toMatch(/^---\ntemperature: 0\n---\nYou are an expert debugger\./);
  expect((await role(['add', 'mine'], { stdin: out })).code).toBe(0);
  expect((await role(['show', 'mine'])).out).toBe(out);
});

describe('--role', () => {
  const refused = async (...argv: string[]) => {
    const { code, out, lines } = await farebox([...argv, 'Hi'], { configFolder });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    return lines.join('\n').replace('farebox: ConfigurationError: ', '');
  };

  it('names all variables that have no value', async () => {
    write('haiku', '{{topic}} {{season=autumn}} {{tone}}');
    expect(await refused('-r', 'haiku')).toBe(
      'The role haiku needs a value for topic, tone.\n  fix: Give them: -p topic=… -p tone=….',
    );
  });

  it('suggests the variable that is most like an unknown one', async () => {
    write('haiku', '{{season=autumn}}');
    expect(await refused('-r', 'haiku', '-p', 'seson=spring')).toBe(
      '-p names no variable of the role haiku: it has season.\n  fix: Did you mean -p season=…?',
    );
    expect(await refused('-r', 'haiku', '-p', 'input=x')).toMatch(
      /^-p input is the question itself/,
    );
  });

  it('takes no -p with a built-in role, and none without a role', async () => {
    expect(await refused('-r', 'tutor', '-p', 'a=b')).toMatch(
      /tutor is built in, without variables/,
    );
    expect(await refused('-p', 'a=b')).toMatch(/there is no --role/);
  });

  it('suggests the role that is most like an unknown one, built in or not', async () => {
    write('haiku', 'x');
    expect(await refused('-r', 'haikuu')).toMatch(
      /names no role\.\n {2}fix: The nearest are haiku/,
    );
    expect(await refused('-r', 'tutr')).toMatch(/fix: The nearest are tutor/);
    expect(await refused('-r', '../../x')).toMatch(/fix: .*farebox role add/);
  });

  it('refuses a name that is built in and a file as well, so that neither hides the other', async () => {
    write('tutor', 'Mine.');
    expect(await refused('-r', 'tutor')).toMatch(/tutor\.md has the name of a built-in role, so/);
    expect((await role(['rm', 'tutor'])).code).toBe(0);
    expect((await farebox(['-r', 'tutor', 'Hi'], { configFolder })).code).toBe(0);
  });
});
