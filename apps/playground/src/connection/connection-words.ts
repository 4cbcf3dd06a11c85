import { type Provider, providers } from '@farebox/client';
import type { Connection } from './connection.js';
import { needsKey } from './connection-choices.js';
import { directAccess } from './direct-access.js';

/** What happens to the key, and whose money it is, in plain words; a sentence each. */
export function connectionWords(connection: Connection): readonly string[] {
  switch (connection.kind) {
    case 'simulator':
      return ['Nothing leaves this page, and no money is real.'];
    case 'play': {
      const { models } = connection.grant;
      return [
        `Real money: farebox play asks for ${models.join(', ')}, under the budgets of the command and into its log.`,
        'The key stays in the command; this page never has it.',
      ];
    }
    case 'provider': {
      const { provider } = connection;
      const { baseURL }: Provider = providers[provider];
      const { note } = directAccess[provider] ?? {};
      const { host } = new URL(baseURL ?? '');
      const words = needsKey(provider)
        ? [
            `Real money. The key is kept in the memory of this tab, sent to ${host} and nowhere else, and gone when the page is reloaded.`,
            'Whoever serves a page can read what is typed into it: type a key only where you serve the page yourself. farebox play keeps it out of the page.',
          ]
        : [`Asks the server at ${host} of this machine.`];
      return note === undefined ? words : [...words, note];
    }
  }
}
