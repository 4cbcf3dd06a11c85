import type { Command } from 'commander';
import { commandList, commandNames, subcommandsOf } from '../command-list.js';
import { commandAt } from '../completion/command-tree.js';
import type { Io } from '../io/io.js';
import { literal, roff } from './roff.js';

/** `farebox.1`: what all the helps say, as one page for `man`. */
export async function manPage(version: string, io: Io): Promise<string> {
  const front = await commandAt('ask', undefined, io);
  const sections = sectionsOf(front);
  const parts = [
    `.TH FAREBOX 1 "" "farebox ${version}" "User Commands"`,
    '.SH NAME',
    'farebox \\- LLM chat in the terminal: streams, survives, stops at the budget, shows what it cost',
    '.SH SYNOPSIS',
    '.nf',
    '.B farebox \\fR[\\fBask\\fR] [\\fIoptions\\fR] [\\fIprompt\\fR...]',
    '.B farebox \\fIcommand\\fR [\\fIoptions\\fR]',
    '.fi',
    '.SH DESCRIPTION',
    roff(front.description()),
    '.SH OPTIONS',
    optionParts(front),
    ...['Key and address', 'Environment', 'Files', 'Exit codes', 'Examples'].flatMap((title) => [
      `.SH ${title.toUpperCase()}`,
      literal(sections.get(title) ?? ''),
    ]),
    '.SH COMMANDS',
  ];
  for (const name of commandNames.filter((one) => one !== 'ask')) {
    const words = subcommandsOf(name);
    if (words.length > 0) parts.push(`.SS farebox ${name}`, roff(commandList[name].summary));
    for (const word of words.length === 0 ? [undefined] : words) {
      parts.push(commandPart(name, word, await commandAt(name, word, io)));
    }
  }
  return `${parts.filter((part) => part !== '').join('\n')}\n`;
}

function commandPart(name: string, word: string | undefined, command: Command): string {
  const title = word === undefined ? name : `${name} ${word}`;
  const usage = command.usage().replace('[options]', '').replace(/\s+/g, ' ').trim();
  return [
    `.SS farebox ${roff(`${title} ${/^\[list/.test(usage) ? '' : usage}`.trim())}`,
    roff(command.description()),
    optionParts(command),
    '.PP',
    literal(textAfter(command).trim()),
  ].join('\n');
}

function optionParts(command: Command): string {
  return command.options
    .filter(({ long }) => long !== '--version')
    .map(({ flags, description }) => `.TP\n\\fB${roff(flags)}\\fR\n${roff(description)}`)
    .join('\n');
}

/** The help without what the parser makes of the options. */
function textAfter(command: Command): string {
  let text = '';
  command.configureOutput({
    writeOut: (piece) => {
      text += piece;
    },
  });
  command.outputHelp();
  return text.slice(command.helpInformation().length);
}

/** The text under each heading that stands at the beginning of a line. */
function sectionsOf(command: Command): ReadonlyMap<string, string> {
  const parts = textAfter(command).split(/^([A-Z][\w ]+):\n/m);
  const sections = new Map<string, string>();
  for (let index = 1; index < parts.length; index += 2) {
    sections.set(parts[index] ?? '', (parts[index + 1] ?? '').trimEnd());
  }
  return sections;
}
