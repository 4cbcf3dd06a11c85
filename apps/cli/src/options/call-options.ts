import { type ProfileName, profiles } from '@farebox/client';
import type { Command } from 'commander';
import { notEmpty } from './not-empty.js';
import { amountOfUsd, numberIn, wholeNumberIn } from './numbers.js';
import { oneOf } from './one-of.js';
import { withPromptOptions } from './prompt-options.js';
import { requestOption } from './request-options.js';
import { sessionName } from './session-name.js';
import { tags } from './tags.js';

const profileNames = Object.keys(profiles) as [ProfileName, ...ProfileName[]];

/** Adds what `ask` and `estimate` share: the prompt and everything that describes a call. */
export function withCallOptions(command: Command): Command {
  return withPromptOptions(command.argument('[prompt...]', 'the question; quote it'))
    .option(
      '-m, --model <name>',
      'the model that answers',
      notEmpty('--model', 'gpt-4o-mini'),
      'gpt-4o-mini',
    )
    .option('-s, --system <text>', 'the system message')
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
    .option(
      '-o, --option <name=value>',
      'any other parameter of the request: top_p=0.9, seed=7; repeatable',
      requestOption,
    )
    .option('--max-cost <usd>', 'refuse what could cost more', amountOfUsd('--max-cost'))
    .option(
      '--fit <tokens>',
      'where less is left, ask for a shorter answer, down to this',
      wholeNumberIn('--fit', 1, 1e9),
    )
    .option(
      '--unknown-price <what>',
      'under a limit: refuse (the default), assume-highest or allow',
      oneOf('--unknown-price', ['refuse', 'assume-highest', 'allow']),
    )
    .option(
      '--unknown-outcome <what>',
      'what a broken-off answer counts as: max (the default), received or zero',
      oneOf('--unknown-outcome', ['max', 'received', 'zero']),
    )
    .option('--session <name>', 'a name to count and limit calls by', sessionName('--session'))
    .option('--tag <name=value>', 'a label on the receipt; repeatable', tags('--tag'))
    .option('--no-log', 'keep no receipt')
    .option(
      '--retries <count>',
      'how often to send again (default: 2)',
      wholeNumberIn('--retries', 0, 100),
    )
    .option(
      '--on-truncated <what>',
      'if the answer breaks off: throw (the default), restart or continue',
      oneOf('--on-truncated', ['throw', 'restart', 'continue']),
    )
    .option(
      '--timeout <seconds>',
      'for all attempts together (default: 600)',
      numberIn('--timeout', 0.001, 86_400),
    )
    .option(
      '--provider <name>',
      'who answers: anthropic, gemini, groq, ollama, … (default: openai)',
      notEmpty('--provider', 'anthropic'),
    )
    .option('--base-url <url>', 'the address of an OpenAI-compatible API')
    .option(
      '--profile <name>',
      'who is there, if not OpenAI: mistral, ollama, vllm, …',
      oneOf('--profile', profileNames),
    )
    .option('--no-stream', 'ask for one reply instead of a stream')
    .option('--strict', 'exit 8 for a cut-off answer, 9 for a filtered or refused one')
    .hook('preAction', (_, running) => {
      const isGiven = running.getOptionValueSource('model') === 'cli';
      running.setOptionValue('modelIsGiven', isGiven);
    });
}
