import { expect, it } from 'vitest';
import { vocabularyFile } from '../fixtures/vocabulary-file.js';

it('has the vocabulary that gpt-tokenizer has; `vitest -u` writes its file anew', async () => {
  const file = `${JSON.stringify(vocabularyFile())}\n`;
  await expect(file).toMatchFileSnapshot('../../tokens/o200k.json');
});
