import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { farebox } from './command.js';
import { record } from './recorder.js';

const key = 'sk-canary-0123456789-wxyz';
const drawn = 'R7tQ2mZx9Kp4Wv8Ns3Bc6Yd1Hf5Jg0LaUeIoTrPw';

let folder: string;
let environment: Record<string, string>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'farebox-'));
  environment = { FAREBOX_HOME: join(folder, 'home') };
});
afterEach(() => rmSync(folder, { recursive: true }));

const git = (...argv: string[]) => spawnSync('git', argv, { cwd: folder, encoding: 'utf8' });
/** Where there is none, the command has to say so, and that is what is looked at. */
const hasGit = git('--version').status === 0;

async function examine(...argv: string[]) {
  const { code, out, error } = await farebox(['doctor', '--json', ...argv], {
    folder,
    environment,
  });
  expect(error).toBe('');
  expect(out).not.toContain('canary');
  const { findings } = JSON.parse(out) as {
    findings: { subject: string; verdict: string; what: string }[];
  };
  const about = (subject: string) => {
    const { verdict = '', what = '' } = findings.find((one) => one.subject === subject) ?? {};
    return `${verdict}: ${what}`;
  };
  return { code, about };
}

it('works with nothing at all: no key, no network, no repository', async () => {
  const { code, about } = await examine();
  expect(code).toBe(0);
  expect(about('key')).toMatch(/^warning: there is none, and no address/);
  expect(about('state folder')).toMatch(/^ok: .*made with the first receipt$/);
  expect(about('Node')).toBe(`ok: ${process.versions.node}`);
});

describe('in a repository', () => {
  beforeEach(() => {
    if (hasGit) git('init', '--quiet');
    else writeFileSync(join(folder, '.git'), '');
    writeFileSync(join(folder, '.env'), `OPENAI_API_KEY=${key}\n`, { mode: 0o600 });
  });
  const judged = async (subject: string) =>
    (await examine('--base-url', 'http://127.0.0.1:9')).about(subject);

  it('.env is a problem until git ignores it', async () => {
    const asked = /^warning: there is no git here to ask/;
    expect(await judged('.env')).toMatch(hasGit ? /^problem: git does not ignore it/ : asked);
    writeFileSync(join(folder, '.gitignore'), '# secrets\n.e*\n');
    expect(await judged('.env')).toMatch(hasGit ? /^ok: git ignores it/ : asked);
    writeFileSync(join(folder, '.gitignore'), '.env\n!.env\n');
    expect(await judged('.env')).toMatch(hasGit ? /^problem: git does not ignore it/ : asked);
  });

  it('a key in a tracked file is found by file and line, from any folder of it', async () => {
    writeFileSync(join(folder, 'a file.txt'), `\n\nsk-proj-${drawn}\n`);
    writeFileSync(join(folder, 'other.txt'), `sk-proj-${drawn}\n`);
    git('add', 'a file.txt');
    expect(await judged('tracked files')).toMatch(
      hasGit
        ? /^problem: by the look of it, a key is in a file\.txt:3 \(OpenAI\)$/
        : /^warning: not looked at: there is no git here/,
    );
  });
});

describe('an endpoint', () => {
  it('that answers is well, and gets the key', async () => {
    const provider = await record();
    environment = { ...environment, OPENAI_API_KEY: key, OPENAI_BASE_URL: provider.url };
    try {
      const { about } = await examine();
      // It answers every request with a completion, which is no list of models.
      expect(about('endpoint')).toMatch(/^warning: .*127\.0\.0\.1:\d+ answers after .* \(200\)$/);
      expect(about('clock')).toBe('ok: agrees with the server');
      expect(provider.requests.map(({ authorization }) => authorization)).toEqual([
        `Bearer ${key}`,
      ]);
    } finally {
      await provider.close();
    }
  });

  it('that nobody serves is a problem, exit 1', async () => {
    const provider = await record();
    await provider.close();
    const { code, about } = await examine('--base-url', provider.url);
    expect(code).toBe(1);
    expect(about('endpoint')).toMatch(/^problem: .* cannot be reached: the connection was refused/);
  });
});
