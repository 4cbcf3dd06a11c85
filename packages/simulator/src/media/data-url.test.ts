import { expect, it } from 'vitest';
import { readDataUrl } from './data-url.js';

it('a data URL has a media type and bytes, however it is spelt', () => {
  for (const url of ['data:image/png;base64,aGk=', 'DATA:Image/PNG;charset=x;BASE64,aGk=']) {
    const read = readDataUrl(url);
    expect(read).toMatchObject({ mimeType: 'image/png' });
    expect('bytes' in read && read.bytes.length).toBe(2);
  }
});

it.each([
  ['iVBORw0KGgo=', "a value without the 'data:' prefix."],
  ['data:image/png,aGk=', "a value without the ';base64' separator."],
  ['data:image/png;base64', "a value without the ';base64' separator."],
  ['data:image/png;base64,', 'empty base64-encoded bytes.'],
  ['data:image/png;base64,a%3D', 'an invalid base64-encoded value.'],
])('%s is said to be %s', (url, got) => {
  expect(readDataUrl(url)).toEqual({ got });
});
