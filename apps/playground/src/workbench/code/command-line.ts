import type { ProviderName } from '@farebox/client';
import { takesTemperature } from '../../ask/takes-temperature.js';
import type { Setup, SetupMessage } from '../setup/setup.js';
import { isSayable, shellQuote } from './shell-quote.js';

/** A line for a shell, or what of the form no line can say. */
export type CommandLine =
  | { readonly line: string; readonly unsaid?: undefined }
  | { readonly line?: undefined; readonly unsaid: readonly string[] };

/** The form as a line of `farebox`: the same request, or nothing where the command has no words for a part of it. */
export function commandLine(setup: Setup, provider?: ProviderName): CommandLine {
  const { model, temperature, maxTokens, seed, stream, tools, budgetUsd } = setup;
  const { system, question } = asked(setup.messages);
  const schema = setup.schema.trim();
  const texts = [model, system ?? '', question ?? '', schema];
  const unsaid = [
    ...(question === undefined ? ['a conversation: the command asks one question'] : []),
    ...(question === '-' ? ['a question of - alone, which stands for standard input'] : []),
    ...(tools.length > 0 ? ['functions that the model may call'] : []),
    ...(seed === undefined ? [] : ['a seed']),
    ...(texts.every(isSayable) ? [] : ['a character that no command line can have']),
  ];
  if (unsaid.length > 0 || question === undefined) return { unsaid };
  const options = [
    ...(provider === undefined ? [] : ['--provider', provider]),
    '-m',
    model,
    ...(system === undefined ? [] : ['-s', system]),
    ...(takesTemperature(model) ? ['-t', String(temperature)] : []),
    ...(maxTokens === undefined ? [] : ['--max-tokens', String(maxTokens)]),
    ...(stream ? [] : ['--no-stream']),
    ...(schema === '' ? [] : ['--schema', schema]),
    '--max-cost',
    budgetUsd.trim().replace(/^\$/, ''),
    // A dash would begin an option, and a single word could be the name of a command.
    ...(/^-|^\S+$/.test(question) ? ['--'] : []),
    question,
  ];
  return { line: ['farebox', ...options.map(shellQuote)].join(' ') };
}

function asked(messages: readonly SetupMessage[]): {
  readonly system?: string;
  readonly question?: string;
} {
  const said = messages.filter(({ role, content }) => role !== 'system' || content !== '');
  const [first, second] = said;
  if (said.length === 1 && first?.role === 'user') return { question: first.content };
  if (said.length === 2 && first?.role === 'system' && second?.role === 'user') {
    return { system: first.content, question: second.content };
  }
  return {};
}
