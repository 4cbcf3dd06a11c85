import { ChatError } from '@farebox/core';

export function noPartials(): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: 'There are no partial values: the answer was asked for without a schema.',
    fix: 'Give one: client.stream(prompt, { schema }); or read the text.',
  });
}
