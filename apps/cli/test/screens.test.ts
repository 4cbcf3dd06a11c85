import { simulate } from '@farebox/simulator';
import { serve } from '@farebox/simulator/node';
import { expect, it } from 'vitest';
import { screenSvg } from './screen-svg.js';
import { openTerminal } from './terminal.js';

const answer = `## Reading a file line by line

Open the file and **loop over it**; each line still has its \`\\n\`:

\`\`\`python
from pathlib import Path

with Path("notes.txt").open(encoding="utf-8") as file:
    for number, line in enumerate(file, start=1):
        print(number, line.rstrip("\\n"))  # one line at a time
\`\`\`

- A \`for\` loop keeps *one* line in memory, however long the file is.
- \`readlines()\` keeps **all** of them:
  1. fine for a few thousand lines,
  2. not for a log of 10 GB.

| way | memory | when |
|---|---|---|
| \`for line in file\` | one line | nearly always |
| \`read_text()\` | the whole file | small files |

> The file is closed when the \`with\` block ends. See [the tutorial](https://docs.python.org/3/tutorial/inputoutput.html).
`;

// After a change that is meant: vitest run apps/cli/test/screens.test.ts -u, and look at the pictures.
it('the picture of an answer in the README is what a terminal shows', async () => {
  const server = await serve(simulate({ seed: 1, answers: [answer] }));
  const question = 'How do I read a file line by line?';
  const terminal = openTerminal([question], {
    environment: { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'sk-of-the-screens-0123456789' },
    columns: 84,
    rows: 40,
  });
  expect(await terminal.ended).toBe(0);
  await server.close();
  const picture = screenSvg(terminal.emulator, `farebox "${question}"`);
  await expect(picture).toMatchFileSnapshot('../../../docs/screens/ask.svg');
});
