import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Provider, providers } from '@farebox/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CodeSample, codeOf, codeSamples, keys } from './code-samples.js';
import { makeModuleFolder } from './module-folder.js';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../..');
let samples: readonly CodeSample[];
let folder: string;

beforeAll(async () => {
  samples = await codeSamples(40);
  folder = mkdtempSync(join(tmpdir(), 'farebox-code-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The draft of a sample, to be compared with what its code does. */
const drafted = ({ name, provider, draft: { url, body, error } }: CodeSample) => {
  if (error !== undefined) throw error;
  const { keyVariable }: Provider = providers[provider ?? 'openai'];
  const key = Object.entries(keys).find(([variable]) => variable === keyVariable)?.[1];
  return { name, url, body, key: key === undefined ? null : `Bearer ${key}` };
};

/** A folder of commands that comes first on the path, with one in it. */
function commandFolder(name: string, script: string): string {
  const commands = join(folder, `commands-${name}`);
  mkdirSync(commands, { recursive: true });
  writeFileSync(join(commands, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(commands, name), 0o755);
  return commands;
}

const environment = (commands: string, more = {}) => ({
  PATH: [commands, process.env.PATH].join(delimiter),
  HOME: folder,
  ...keys,
  ...more,
});

test('the TypeScript compiles strictly, and what it sends is the draft to the letter', async () => {
  const modules = join(folder, 'modules');
  makeModuleFolder(modules);
  const paths = samples.map((sample, index) => {
    const path = join(modules, `sample-${index}.mts`);
    writeFileSync(path, codeOf(sample, 'TypeScript').code ?? '');
    return path;
  });
  const compiler = join(root, 'node_modules/.bin/tsc');
  const { stdout: complaints } = await run(compiler, ['-p', modules, '--pretty', 'false']).catch(
    (failed) => failed,
  );
  expect(complaints).toBe('');
  const [list, written] = [join(folder, 'list.json'), join(folder, 'sent.json')];
  writeFileSync(list, JSON.stringify(paths));
  const runner = fileURLToPath(import.meta.resolve('./run-modules.ts'));
  await run(process.execPath, [runner, list, written], { env: environment('') });
  const sent: readonly (object | null)[] = JSON.parse(readFileSync(written, 'utf8'));
  for (const [index, sample] of samples.entries()) {
    const { name, draft } = sample;
    const request = sent[index] && { name, ...sent[index] };
    // What the form says that a budget refuses, the budget of the module refuses.
    expect(request).toEqual(draft.unbounded === undefined ? drafted(sample) : null);
  }
  expect(sent.filter((request) => request !== null).length).toBeGreaterThan(samples.length / 2);
});

test('the line of the command, run by a shell, announces the draft', async () => {
  const entry = join(root, 'apps/cli/dist/farebox.js');
  const commands = commandFolder(
    'farebox',
    `exec ${process.execPath} ${entry} --dry-run --json "$@"`,
  );
  const env = environment(commands, { FAREBOX_HOME: join(folder, 'home') });
  const sayable = samples.flatMap((sample) => {
    const { code } = codeOf(sample, 'Command');
    return code === undefined ? [] : [{ sample, code }];
  });
  expect(sayable.length).toBeGreaterThan(samples.length / 4);
  for (const { sample, code } of sayable) {
    const shell = run('sh', ['-c', code], { env, cwd: folder });
    // What is piped in is a part of the question.
    shell.child.stdin?.end();
    const { stdout } = await shell.catch((failed) => {
      throw new Error(`${sample.name}: ${failed.stderr}\n${code}`);
    });
    const { url, body } = JSON.parse(stdout);
    expect({ name: sample.name, url, body }).toEqual({ ...drafted(sample), key: undefined });
  }
});

test('the curl, run by a shell, is the draft, with the key from its variable and nowhere else', () => {
  const said = join(folder, 'said');
  const commands = commandFolder('curl', `printf '%s\\0' "$@" > '${said}'`);
  for (const sample of samples) {
    const { code = '' } = codeOf(sample, 'curl');
    execFileSync('sh', ['-c', code], { env: environment(commands) });
    const words = readFileSync(said, 'utf8').split('\0').slice(0, -1);
    const body = words[words.indexOf('--data-raw') + 1] ?? '';
    const headers = words.filter((_, index) => words[index - 1] === '-H');
    const key = headers.find((header) => header.startsWith('Authorization: '));
    const url = words.find((word) => /^https?:/.test(word));
    expect({
      name: sample.name,
      url,
      body: JSON.parse(body),
      key: key?.slice('Authorization: '.length) ?? null,
    }).toEqual(drafted(sample));
    expect(headers).toContain('Content-Type: application/json');
    expect(code).not.toContain('canary');
  }
});
