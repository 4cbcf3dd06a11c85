import { commandList, commandNames, type ListedCommand } from '../command-list.js';
import { padEnd, widest } from './table.js';

/** What the help of `farebox` says after its options: every command, and what holds for all of them. */
export function frontPage(): string {
  return `
Commands:
${commandLines().join('\n')}
  farebox help <command> explains one, with examples.

Key and address:
  farebox keys set saves a key. The environment outranks it: OPENAI_API_KEY, and for the address
  OPENAI_BASE_URL; both may stand in .env of the folder, too. With none of these, the built-in
  simulator answers. farebox doctor tells what holds, and what is wrong.

Environment:
  OPENAI_API_KEY, OPENAI_BASE_URL    key and address
  HTTPS_PROXY, HTTP_PROXY, NO_PROXY  how servers are reached
  NO_COLOR, FORCE_COLOR, TERM=dumb   whether a terminal gets colours
  FAREBOX_HOME                       the folder of everything below
  FAREBOX_DEBUG=1                    the stack of an error

Files:
  farebox config path, farebox keys path and farebox logs path say where settings, keys and
  receipts are. The answer goes to standard output, everything else to standard error.

Exit codes:
  0 answered       4 key refused          8 answer cut off        12 ledger failed
  1 anything else  5 rate or quota        9 filtered or refused  129 terminal gone
  2 wrong usage    6 network or timeout  10 schema not met       130 interrupted
  3 over budget    7 provider failed     11 request refused      143 ended from outside

Examples:
  farebox "Explain a for loop in two lines"
  git diff | farebox -r reviewer "Only the risky parts"
  farebox -m gpt-4o -t 0 --max-tokens 300 --max-cost 0.05 --json "Name three sorting algorithms"
  farebox --base-url http://localhost:11434/v1 -m llama3.2 "Hello"`;
}

function commandLines(): string[] {
  const groups = [...new Set(commandNames.map((name) => commandList[name].group))];
  const width = widest(commandNames);
  return groups.flatMap((group) => [
    `  ${group}`,
    ...commandNames
      .map((name): [string, ListedCommand] => [name, commandList[name]])
      .filter(([, command]) => command.group === group)
      .map(([name, { summary, subcommands }]) => {
        const words = subcommands === undefined ? '' : `: ${subcommands.join(', ')}`;
        return `    ${padEnd(name, width)}  ${summary}${words}`;
      }),
  ]);
}
