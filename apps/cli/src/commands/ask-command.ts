import type { Command } from 'commander';
import { withSettings } from '../config/with-settings.js';
import type { Io } from '../io/io.js';
import type { AskOptions } from '../options/ask-options.js';
import { withCallOptions } from '../options/call-options.js';
import { baseCommand } from './base-command.js';

const more = `
Commands:
  farebox [ask] [prompt...]     ask; the word may be left out
  farebox estimate [prompt...]  what that would cost, before it is sent
  farebox price <model>         what a model costs
  farebox models                every model with a known price
  farebox budget                limits on what all calls may cost: set, show, rm, reopen
  farebox spend                 what was spent: by day, model, session or tag
  farebox logs                  the receipts: list, show, export, prune
  farebox errors [kind]         what can go wrong, and what to do

Examples:
  farebox "Explain a for loop in two lines"
  farebox -r debugger < broken.py
  git diff | farebox -r reviewer "Only the risky parts"
  farebox -m gpt-4o -t 0 --max-cost 0.01 --json "Name three sorting algorithms"
  farebox --base-url http://localhost:11434/v1 -m llama3.2 "Hello"
  farebox --session refactor --tag team=red "Name this function"

The answer goes to standard output, everything else to standard error. The key comes from
OPENAI_API_KEY, the address from OPENAI_BASE_URL; both may stand in .env. With neither, a
built-in simulator answers.
HTTPS_PROXY, HTTP_PROXY and NO_PROXY are heeded.

Exit codes:
  0 answered       4 key refused          8 answer cut off        12 ledger failed
  1 anything else  5 rate or quota        9 filtered or refused  130 interrupted
  2 wrong usage    6 network or timeout  10 schema not met
  3 over budget    7 provider failed     11 request refused`;

/** `farebox [ask]`: the options, their checks and the help. What it does is in `ask`. */
export function askCommand(io: Io, finish: (exitCode: number) => void): Command {
  return withSettings(withCallOptions(baseCommand('farebox', io)), io)
    .usage('[options] [prompt...]')
    .description(
      'Ask a language model. Words and standard input are joined; - reads the latter only.',
    )
    .option('--json', 'print one JSON object with text, usage and cost')
    .addHelpText('after', more)
    .action(async (words: readonly string[], options: AskOptions) => {
      const { ask } = await import('./ask.js');
      finish(await ask(words, options, io));
    });
}
