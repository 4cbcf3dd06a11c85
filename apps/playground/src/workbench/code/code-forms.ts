import type { Draft } from '../drafts.js';
import { commandLine } from './command-line.js';
import { curlCommand } from './curl-command.js';
import { type CodeProvider, typescriptCode } from './typescript-code.js';

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
  provider: CodeProvider,
): FormCode {
  if (draft === undefined) return { note: 'The code is here once the form can be run.' };
  const { setup, body, url, error } = draft;
  switch (form) {
    case 'TypeScript':
      return {
        code: typescriptCode(setup, provider),
        note: 'With OPENAI_API_KEY set. Without a key: fetch: simulate().fetch, of @farebox/simulator.',
      };
    case 'Command': {
      const { line, unsaid } = commandLine(setup, provider);
      if (line !== undefined) return { code: line };
      return { note: `The command has no words for ${listed(unsaid)}.` };
    }
    case 'curl':
      if (body === undefined) return { note: error?.message ?? 'There is no request.' };
      return {
        code: curlCommand(body, url ?? ''),
        note: 'The request as the client sends it. Nothing around it: no budget, no retry, no proof that the answer is whole.',
      };
  }
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
