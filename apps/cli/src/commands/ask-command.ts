import { Command } from 'commander';
import type { Io } from '../io/io.js';
import type { AskOptions } from '../options/ask-options.js';
import { notEmpty } from '../options/not-empty.js';
import { amountOfUsd, numberIn, wholeNumberIn } from '../options/numbers.js';
import { oneLine } from '../terminal/one-line.js';
import { version } from '../version.js';

const examples = `
Examples:
  farebox "Explain a for loop in two lines"
  farebox -r debugger < broken.py
  git diff | farebox -r reviewer "Only the risky parts"
  farebox -m gpt-4o -t 0 --max-cost 0.01 --json "Name three sorting algorithms"
  farebox --base-url http://localhost:11434/v1 -m llama3.2 "Hello"

The answer goes to standard output, everything else to standard error. The key comes from
OPENAI_API_KEY, the address from OPENAI_BASE_URL; both may stand in .env. With neither, a
built-in simulator answers.

Exit codes:
  0 answered       4 key refused          8 answer cut off        12 ledger failed
  1 anything else  5 rate or quota        9 filtered or refused  130 interrupted
  2 wrong usage    6 network or timeout  10 schema not met
  3 over budget    7 provider failed     11 request refused`;

/** `farebox [ask]`: the options, their checks and the help. What it does is in `ask`. */
export function askCommand(io: Io, finish: (exitCode: number) => void): Command {
  return new Command('farebox')
    .usage('[options] [prompt...]')
    .description(
      'Ask a language model. Words and standard input are joined; - reads the latter only.',
    )
    .argument('[prompt...]', 'the question; quote it')
    .option(
      '-m, --model <name>',
      'the model that answers',
      notEmpty('--model', 'gpt-4o-mini'),
      'gpt-4o-mini',
    )
    .option('-s, --system <text>', 'the system message')
    .option('-r, --role <role>', 'tutor, debugger, reviewer or translator:<language>')
    .option(
      '-t, --temperature <number>',
      '0 (repeats itself) to 2',
      numberIn('--temperature', 0, 2),
    )
    .option(
      '--max-tokens <count>',
      'the most tokens to generate',
      wholeNumberIn('--max-tokens', 1, 1e9),
    )
    .option('--max-cost <usd>', 'refuse what could cost more', amountOfUsd('--max-cost'))
    .option(
      '--retries <count>',
      'how often to send again (default: 2)',
      wholeNumberIn('--retries', 0, 100),
    )
    .option(
      '--timeout <seconds>',
      'for all attempts together (default: 600)',
      numberIn('--timeout', 0.001, 86_400),
    )
    .option('--base-url <url>', 'the address of an OpenAI-compatible API')
    .option('--no-stream', 'ask for one reply instead of a stream')
    .option('--json', 'print one JSON object with text, usage and cost')
    .option('--strict', 'exit 8 for a cut-off answer, 9 for a filtered or refused one')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', examples)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      outputError: (text, write) =>
        write(
          `farebox: ConfigurationError: ${oneLine(text.replace(/^error: /, ''))}\n  fix: See farebox --help for the options; a prompt that begins with a dash goes after --.\n`,
        ),
    })
    .action(async (words: readonly string[], options: AskOptions) => {
      const { ask } = await import('./ask.js');
      finish(await ask(words, options, io));
    });
}
