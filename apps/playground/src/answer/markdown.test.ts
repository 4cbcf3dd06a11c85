import { expect, test } from 'vitest';
import { markdownToHtml } from './markdown.js';

test('code that is still arriving is already code', () => {
  expect(markdownToHtml('Like this:\n\n```python\nfor x in xs:')).toContain('<pre><code');
});

test('bold that is still arriving is already bold, and shows no asterisks', () => {
  expect(markdownToHtml('A **loop').trim()).toBe('<p>A <strong>loop</strong></p>');
});

test('a link is its text and its host, and cannot be followed', () => {
  expect(markdownToHtml('See [the docs](https://example.com/a?b=c).').trim()).toBe(
    '<p>See the docs<small> (example.com)</small>.</p>',
  );
  expect(markdownToHtml('[now](javascript:alert(1))')).not.toContain('javascript');
});

test('an image is its description, and nothing is loaded', () => {
  const html = markdownToHtml('![a <b>bus</b>](https://example.com/bus.png)');
  expect(html).not.toContain('example.com');
  expect(html).not.toContain('<img');
});
