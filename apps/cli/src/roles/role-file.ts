import { ChatError } from '@farebox/core';

/** A role as its file has it. */
export interface RoleFile {
  readonly model?: string;
  readonly temperature?: number;
  /** Beside a text that is a question. */
  readonly system?: string;
  /** The system message; or, with `{{input}}` in it, what is put around the question. */
  readonly text: string;
}

const names = ['model', 'temperature', 'system'] as const;

/**
 * A role from its text: settings between two lines of `---`, which may be left out, and below them the role.
 *
 * @param where its name or path, for the message: it begins a sentence.
 * @throws {ChatError} `configuration` with the line that is wrong.
 * @example
 * roleFromText('---\nmodel: gpt-4o\n---\nYou write haiku.', 'haiku');
 * // => { model: 'gpt-4o', text: 'You write haiku.' }
 */
export function roleFromText(text: string, where: string): RoleFile {
  const { settings, body } = split(text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'), where);
  if (body === '')
    throw wrong(
      where,
      'has no text',
      'Write what the model is to be, below the settings if it has any.',
    );
  const values: { model?: string; temperature?: number; system?: string } = {};
  for (const [index, line] of settings.entries()) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const [, name = '', value = ''] = /^\s*([\w-]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
    const known = names.find((one) => one === name);
    const flaw = known === undefined ? 'is none of its settings' : flawOf(known, value);
    if (known === undefined || flaw !== undefined) {
      throw wrong(
        where,
        `has a line ${index + 2} that ${flaw}`,
        'Write it as in model: gpt-4o, temperature: 0.7 or system: You are brief.',
      );
    }
    if (known === 'temperature') values.temperature = Number(value);
    else values[known] = unquoted(value);
  }
  return { ...values, text: body };
}

/** The same as text, for a file that people edit. */
export function roleToText({ model, temperature, system, text }: RoleFile): string {
  const settings = Object.entries({ model, temperature, system }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}\n`],
  );
  return `${settings.length === 0 ? '' : `---\n${settings.join('')}---\n`}${text}\n`;
}

function split(text: string, where: string): { settings: readonly string[]; body: string } {
  const lines = text.split('\n');
  if (lines[0]?.trim() !== '---') return { settings: [], body: text.trim() };
  const end = lines.findIndex((line, index) => index > 0 && line.trim() === '---');
  if (end === -1)
    throw wrong(where, 'has settings without an end', 'Close them with a line of --- .');
  return {
    settings: lines.slice(1, end),
    body: lines
      .slice(end + 1)
      .join('\n')
      .trim(),
  };
}

function flawOf(name: (typeof names)[number], value: string): string | undefined {
  if (value === '') return `gives ${name} no value`;
  const isNumber = /^\d*\.?\d+$/.test(value) && Number(value) <= 2;
  return name === 'temperature' && !isNumber ? 'is no temperature from 0 to 2' : undefined;
}

/** In YAML, which this looks like, quotes are no part of a value. */
function unquoted(value: string): string {
  return (
    /^"([^"]*)"$|^'([^']*)'$/
      .exec(value)
      ?.slice(1)
      .find((one) => one !== undefined) ?? value
  );
}

function wrong(where: string, what: string, fix: string): ChatError {
  return new ChatError({ kind: 'configuration', message: `${where} ${what}.`, fix });
}
