import { type Provider, type ProviderName, providers } from '@farebox/client';
import type { Draft } from '../drafts.js';
import { commandLine } from './command-line.js';
import { curlCommand } from './curl-command.js';
import { typescriptCode } from './typescript-code.js';

/** In which forms a request is shown. */
export const codeForms = ['TypeScript', 'Command', 'curl'] as const;

export interface FormCode {
  /** Undefined where there is none; the note says why. */
  readonly code?: string;
  readonly note?: string;
}

/** What is on the form in one of the forms. */
export function formCode(
  form: (typeof codeForms)[number],
  draft: Draft | undefined,
  provider: ProviderName | undefined,
): FormCode {
  if (draft === undefined) return { note: 'The code is here once the form can be run.' };
  const { setup, body, url, error } = draft;
  switch (form) {
    case 'TypeScript':
      return {
        code: typescriptCode(setup, provider),
        note: `${wantedFirst(provider)} To go without: fetch: simulate().fetch, of @farebox/simulator.`,
      };
    case 'Command': {
      const { line, unsaid } = commandLine(setup, provider);
      if (line !== undefined) return { code: line, note: wantedFirst(provider) };
      return { note: `The command has no words for ${listed(unsaid)}.` };
    }
    case 'curl':
      if (body === undefined) return { note: error?.message ?? 'There is no request.' };
      return {
        code: curlCommand(body, url ?? '', provider),
        note: 'The request as the client sends it. Nothing around it: no budget, no retry, no proof that the answer is whole.',
      };
  }
}

/** What has to be there before it can be run. */
function wantedFirst(provider: ProviderName = 'openai'): string {
  const { keyVariable, ownAddress, baseURL }: Provider = providers[provider];
  const variables = [keyVariable, ownAddress?.variable].filter((name) => name !== undefined);
  if (variables.length > 0) return `With ${variables.join(' and ')} set.`;
  return `With a server at ${baseURL}.`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
