import {
  type Answer,
  ChatClient,
  type ChatClientOptions,
  type Question as Prompt,
  type TypedSchema,
} from '@farebox/chat';
import { goingOn, type KeeperFacts, keeperOf } from '../conversations/keeper.js';
import { connect } from '../endpoint/connect.js';
import { endpointNotice, findEndpoint } from '../endpoint/find-endpoint.js';
import type { Endpoint } from '../endpoint/resolve-endpoint.js';
import { exitOfUnread } from '../io/exit-of-unread.js';
import type { Io } from '../io/io.js';
import type { AskOptions } from '../options/ask-options.js';
import { clientOptions } from '../options/client-options.js';
import { extracted } from '../options/screen-options.js';
import { readPrompt } from '../prompt/read-prompt.js';
import { jsonReport } from '../report/json-report.js';
import { printable } from '../report/json-text.js';
import { explained } from '../report/refusal.js';
import { passedText, remainingText } from '../report/remaining-text.js';
import { answeredLine } from '../report/verbose-lines.js';
import { warningsOf } from '../report/warnings.js';
import { schemaOf } from '../schema/read-schema.js';
import { type Books, openBooks } from '../state/books.js';
import { type AfterCall, afterCall } from '../state/remaining.js';
import { ShownAnswer } from './shown-answer.js';

/**
 * Asks once and prints the answer: the answer on standard output, everything else on standard error.
 *
 * What the call costs is recorded and charged to the budgets before this resolves or rejects. When the
 * reader of standard output leaves (`| head -1`), the call is stopped and paid for, and that is a success.
 *
 * @returns the exit code of an answer that arrived: 0, or what `--strict` makes of its warnings.
 * @throws {ChatError} what went wrong; by then a partial answer is printed, and what it cost.
 */
export async function ask(words: readonly string[], given: AskOptions, io: Io): Promise<number> {
  const { options, chosen } = goingOn(given, io);
  const settings = clientOptions(options, io);
  const extract = extracted(options);
  const endpoint = findEndpoint(options.baseUrl, io, options.provider);
  const prompt = await readPrompt(words, options, io);
  const schema = await schemaOf(options, io);
  const books = await openBooks(options, endpoint, io);
  const { ledger, scopes, budgets } = books;
  try {
    for (const notice of [endpointNotice(endpoint), books.notice]) {
      if (notice !== undefined && !options.quiet) await io.stderr.write(`${notice}\n`);
    }
    const client = { ...settings, ...connect(endpoint, io), ledger, budget: scopes };
    const keeper = { chosen, options, settings, endpoint };
    return await answerTo(prompt, {
      client,
      keeper,
      books,
      options,
      extract,
      schema,
      io,
      endpoint,
    });
  } catch (error) {
    throw explained(error, { budgets, endpoint, at: io.clock.now() });
  } finally {
    await ledger.close();
  }
}

interface Question {
  readonly client: ChatClientOptions;
  readonly keeper: KeeperFacts;
  readonly books: Books;
  readonly options: AskOptions;
  readonly extract: 'first' | 'last' | undefined;
  readonly schema: TypedSchema<unknown> | undefined;
  readonly io: Io;
  readonly endpoint: Endpoint;
}

async function answerTo(prompt: Prompt, question: Question): Promise<number> {
  const { books, options, extract, schema, io, endpoint } = question;
  const { stdout, interrupted } = io;
  const { model } = question.client;
  const isOneValue = options.json || schema !== undefined;
  const client = new ChatClient({ ...question.client, clock: io.clock });
  const { asked, before, keep } = keeperOf(client, question.keeper, io);
  const facts = { io, options, model, before, prompt, endpoint, extract, isOneValue };
  const shown = new ShownAnswer(facts);
  const sayCost = async ({ tightest, passed }: AfterCall) => {
    for (const state of passed) await shown.tell(`farebox: warning: ${passedText(state)}`);
    await shown.sayCost(tightest === undefined ? undefined : remainingText(tightest));
  };
  let answer: Answer<unknown>;
  let after: AfterCall;
  try {
    const signal = AbortSignal.any([interrupted, stdout.broken]);
    const stream = asked.stream(prompt, {
      signal,
      observe: shown.observe,
      ...(schema && { schema }),
    });
    await shown.read(stream);
    answer = await stream.answer;
    after = await afterCall(books.budgets, books.ledger);
    shown.stop();
    const simulated = endpoint.kind === 'simulator';
    if (options.json) await stdout.write(`${jsonReport(answer, { simulated, ...after })}\n`);
    else if (schema) await stdout.write(`${printable(answer.value, stdout)}\n`);
    if (!(await shown.end({ isWhole: true }))) {
      await shown.tell('farebox: warning: the answer has no block of code; all of it is printed');
    }
  } catch (error) {
    shown.stop();
    await shown.end({ isWhole: false });
    if (shown.hasCost) await sayCost(await afterCall(books.budgets, books.ledger));
    if (stdout.broken.aborted && !interrupted.aborted) return exitOfUnread(stdout.broken);
    throw error;
  }
  const warnings = warningsOf(answer, options);
  for (const { text } of warnings) await shown.tell(`farebox: warning: ${text}`);
  await shown.tellMore(answeredLine(answer));
  await sayCost(after);
  keep();
  if (stdout.broken.aborted) return exitOfUnread(stdout.broken);
  return options.strict ? (warnings[0]?.strictExit ?? 0) : 0;
}
