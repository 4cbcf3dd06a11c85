import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPage } from './page-files.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'farebox play-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const urlOf = (name: string) => pathToFileURL(join(folder, name, '/'));

describe('readPage', () => {
  it('has every file by its path, with its type; a document also with its policy', () => {
    const site = join(folder, 'site');
    mkdirSync(join(site, 'assets'), { recursive: true });
    writeFileSync(join(site, 'index.html'), '<title>x</title>');
    writeFileSync(join(site, 'assets', 'main.js'), 'main();');
    writeFileSync(join(site, 'assets', 'what.ever'), '?');
    const page = readPage(urlOf('site'));
    expect([...page.keys()].toSorted()).toEqual([
      '/',
      '/assets/main.js',
      '/assets/what.ever',
      '/index.html',
    ]);
    expect(page.get('/')).toBe(page.get('/index.html'));
    expect(page.get('/')?.headers).toEqual({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    });
    expect(page.get('/assets/main.js')?.headers).toEqual({
      'content-type': 'text/javascript; charset=utf-8',
    });
    expect(page.get('/assets/what.ever')?.headers['content-type']).toBe('application/octet-stream');
  });

  it('follows no link out of its folder', () => {
    const site = join(folder, 'site');
    mkdirSync(site);
    writeFileSync(join(folder, 'secret'), 'x');
    writeFileSync(join(site, 'index.html'), '');
    symlinkSync(join(folder, 'secret'), join(site, 'secret.html'));
    expect([...readPage(urlOf('site')).keys()]).toEqual(['/index.html', '/']);
  });

  it('says how to build a page that is not there', () => {
    expect(() => readPage(urlOf('nowhere'))).toThrow(
      expect.objectContaining({ kind: 'configuration', code: 'no-page' }),
    );
  });
});
