import { nearestNames } from '@farebox/core';

/** The commands of a chat, as `/help` shows them. */
export const slashCommands = {
  help: { argument: '', summary: 'this list' },
  model: { argument: '[name]', summary: 'the model that answers; without a name, which it is' },
  system: { argument: '[text | -]', summary: 'the system message; - for none' },
  temp: { argument: '[0 to 2 | -]', summary: 'the temperature; - for the model’s own' },
  retry: { argument: '', summary: 'ask the last question again' },
  edit: {
    argument: '[turn] [text]',
    summary: 'ask something else in place of the last question, or of a turn’s',
  },
  save: { argument: '[name]', summary: 'keep this conversation in a file, from now on' },
  load: { argument: '<name>', summary: 'go on with a conversation that was kept' },
  cost: { argument: '', summary: 'what this conversation has cost' },
  budget: { argument: '', summary: 'the budgets, and what is left of them' },
  exit: { argument: '', summary: 'end; so does Ctrl-D' },
} as const;

export type SlashName = keyof typeof slashCommands;

export const slashNames = Object.keys(slashCommands) as readonly SlashName[];

/** What a message is: text for the model, a command, or a slip. */
export type Said =
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'command'; readonly name: SlashName; readonly rest: string }
  | { readonly kind: 'unknown'; readonly nearest: readonly string[] };

/** A first word of a slash and letters is a command; two slashes at the beginning stand for one, and are no command. */
export function parseSaid(message: string): Said {
  const text = message.trim();
  if (text.startsWith('//')) return { kind: 'question', text: text.slice(1) };
  const [, word, rest = ''] = /^\/([a-z]*)(?:\s+([\s\S]*))?$/i.exec(text) ?? [];
  if (word === undefined) return { kind: 'question', text: message };
  const name = word.toLowerCase() === 'quit' ? 'exit' : word.toLowerCase();
  if (Object.hasOwn(slashCommands, name)) return { kind: 'command', name: name as SlashName, rest };
  const nearest = nearestNames(name, slashNames).map((one) => `/${one}`);
  return { kind: 'unknown', nearest };
}

/** For the Tab key: the commands that begin so. */
export function completions(line: string): readonly string[] {
  if (!/^\/[a-z]*$/.test(line)) return [];
  return slashNames.map((name) => `/${name} `).filter((command) => command.startsWith(line));
}

export function helpLines(): string[] {
  const rows = slashNames.map((name) => {
    const { argument, summary } = slashCommands[name];
    return [`/${name} ${argument}`.trimEnd(), summary] as const;
  });
  const width = Math.max(...rows.map(([usage]) => usage.length));
  return [
    ...rows.map(([usage, summary]) => `  ${usage.padEnd(width)}  ${summary}`),
    '',
    '  More than one line: end a line with \\, or press Alt-Enter, or put """ around it.',
    '  A pasted text is one message. // begins a question with a slash.',
    '  Ctrl-C stops an answer; at an empty prompt, twice, it ends the chat.',
  ];
}
