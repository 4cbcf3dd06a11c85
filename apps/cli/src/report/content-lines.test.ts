import type { StoredContent } from '@farebox/cost';
import { expect, it } from 'vitest';
import { contentLines } from './content-lines.js';

it('has texts as they are, one message after another, and all else as JSON', () => {
  const content: StoredContent = {
    request: {
      model: 'gpt-4o',
      temperature: 0,
      messages: [
        { role: 'system', content: 'Be brief.' },
        {
          role: 'user',
          content: [
            { type: 'text', text: 'Two\nlines' },
            { type: 'image_url', image_url: { url: 'data:…' } },
          ],
        },
      ],
    },
    choices: [
      {
        message: {
          role: 'assistant',
          content: null,
          refusal: null,
          tool_calls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }],
        },
      },
      { message: { role: 'assistant', content: '  Yes.', refusal: null } },
    ],
    truncated: true,
  };
  expect(contentLines(content).join('\n')).toBe(`
  asked, system
    Be brief.

  asked, user
    Two
    lines
    {"type":"image_url","image_url":{"url":"data:…"}}

  answered, assistant
    tool_calls: [{"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}]

  answered, assistant
      Yes.

  asked with
    {"model":"gpt-4o","temperature":0}

  not all of it was stored: it was too large`);
});

it('lets no text command a terminal, and none begin a line of the report', () => {
  const evil = '\u001b[2J\r\ncall_b/1\n  cost  $0.00, reported\u009b1m';
  const content = {
    request: { messages: [{ role: evil, content: evil, [evil]: evil }, evil], [evil]: evil },
    choices: [{ message: { role: 'assistant', content: [{ text: evil }, 7] } }, {}],
    truncated: false,
  } as unknown as StoredContent;
  const lines = contentLines(content);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  expect(lines.join('\n')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  for (const line of lines) expect(line).toMatch(/^$|^ {4}|^ {2}(?:asked|answered)/);
});
