import type { Command, Option } from 'commander';
import { commandList, isCommand, subcommandsOf } from '../command-list.js';
import type { Io } from '../io/io.js';
import { type Candidate, type Completion, candidates, isHarmless } from './candidate.js';
import { commandAt } from './command-tree.js';
import { commandValues, type Line, optionValues, positionalValues } from './values.js';

/**
 * What the last of the words may become; it may be empty so far.
 *
 * @param words of a command line, without `farebox` and up to the cursor.
 */
export async function completeWords(words: readonly string[], io: Io): Promise<Completion> {
  const current = words.at(-1) ?? '';
  const [first = '', second = ''] = words;
  if (words.length < 2 && !current.startsWith('-')) {
    return matching(described(commandValues()), current);
  }
  if (first === 'help') return matching(await helpValues(words), current);

  const name = isCommand(first) ? first : 'ask';
  const subcommands = subcommandsOf(name);
  const takesWord = words.length === 2 && first === name && !current.startsWith('-');
  if (takesWord && subcommands.length > 0) {
    const { commands } = await commandAt(name, undefined, io);
    const known = commands.map((one) => ({ value: one.name(), description: one.description() }));
    return matching(
      known.filter(({ value }) => subcommands.includes(value)),
      current,
    );
  }

  const subcommand = subcommands.includes(second) ? second : undefined;
  // Where there is a list, it is what a command without a word does.
  const byDefault = subcommands.includes('list') ? 'list' : undefined;
  const command = await commandAt(name, subcommand ?? byDefault, io);
  const from = first === name ? (subcommand === undefined ? 1 : 2) : 0;
  const path = subcommand === undefined ? name : `${name} ${subcommand}`;
  return completeIn(command, path, words.slice(from), io);
}

async function completeIn(
  command: Command,
  path: string,
  words: readonly string[],
  io: Io,
): Promise<Completion> {
  const line = readLine(command, path, words);
  const { current } = line;
  if (line.open !== undefined) return valuesOf(line.open, current, line, io);
  const [, option = '', value] = /^(--[\w-]+)=(.*)$/s.exec(current) ?? [];
  if (value !== undefined) {
    const found = command.options.find(({ long }) => long === option);
    const values =
      found === undefined ? [] : await valuesOf(found, value, { ...line, current: value }, io);
    if (values === 'files') return values;
    return values.map((one) => ({ ...one, value: `${option}=${one.value}` }));
  }
  if (current.startsWith('-') && !line.isLiteral) {
    return matching(optionCandidates(command, words), current);
  }
  const values = await positionalValues(path)?.(line, io);
  return values === undefined || values === 'files' ? (values ?? []) : matching(values, current);
}

interface ReadLine extends Line {
  /** The option whose value comes next. */
  readonly open: Option | undefined;
  /** Whether a `--` stands on the line. */
  readonly isLiteral: boolean;
}

function readLine(command: Command, path: string, words: readonly string[]): ReadLine {
  const positionals: string[] = [];
  const values = new Map<string, string>();
  let open: Option | undefined;
  let isLiteral = false;
  for (const word of words.slice(0, -1)) {
    if (open !== undefined) {
      values.set(open.long ?? '', word);
      open = undefined;
    } else if (isLiteral || !word.startsWith('-')) positionals.push(word);
    else if (word === '--') isLiteral = true;
    else {
      const [, name = word, value] = /^(--[^=]+)=(.*)$/s.exec(word) ?? [];
      const option = command.options.find(({ long, short }) => long === name || short === name);
      if (value !== undefined) values.set(name, value);
      else if (option?.required || option?.optional) open = option;
    }
  }
  return {
    command: path,
    positionals,
    current: words.at(-1) ?? '',
    given: (option) => values.get(option),
    open,
    isLiteral,
  };
}

async function valuesOf(option: Option, current: string, line: Line, io: Io): Promise<Completion> {
  const { words } = (option.parseArg ?? {}) as { readonly words?: readonly string[] };
  if (words !== undefined) return matching(candidates(words), current);
  const values = await optionValues(option.long ?? '')?.(line, io);
  if (values === undefined || values === 'files') return values ?? [];
  return matching(values, current);
}

/** Those that are not on the line yet, unless they may be repeated, which nobody can tell. */
function optionCandidates(command: Command, words: readonly string[]): readonly Candidate[] {
  const help = { value: '--help', description: 'print this help' };
  const options = command.options.map(({ long, description }) => ({
    value: long ?? '',
    description,
  }));
  const given = new Set(words.slice(0, -1));
  return [...options, help].filter(({ value }) => value !== '' && !given.has(value));
}

async function helpValues(words: readonly string[]): Promise<readonly Candidate[]> {
  const [, name = ''] = words;
  if (words.length === 2) return described(commandValues().slice(0, -1));
  return words.length === 3 && isCommand(name) ? candidates(subcommandsOf(name)) : [];
}

function described(values: readonly Candidate[]): readonly Candidate[] {
  return values.map(({ value }) => ({
    value,
    description: isCommand(value) ? commandList[value].summary : 'explains a command',
  }));
}

function matching(values: readonly Candidate[], current: string): readonly Candidate[] {
  return values.filter((one) => one.value.startsWith(current) && isHarmless(one));
}
