import {
  type Answer,
  ChatClient,
  type ChatClientOptions,
  type Question as Prompt,
  type TypedSchema,
} from '@farebox/chat';
import { type Receipt, totalCost } from '@farebox/cost';
import { keeperOf } from '../conversations/keeper.js';
import { connect } from '../endpoint/connect.js';
import { endpointNotice, findEndpoint } from '../endpoint/find-endpoint.js';
import { exitOfUnread } from '../io/exit-of-unread.js';
import type { Io } from '../io/io.js';
import type { AskOptions } from '../options/ask-options.js';
import { clientOptions } from '../options/client-options.js';
import { extracted } from '../options/screen-options.js';
import { readPrompt } from '../prompt/read-prompt.js';
import { type BrokeOff, brokeOffLine } from '../report/broke-off-line.js';
import { costLine } from '../report/cost-line.js';
import { jsonReport } from '../report/json-report.js';
import { printable } from '../report/json-text.js';
import { LiveCost } from '../report/live-cost.js';
import { reAskLine } from '../report/re-ask-line.js';
import { explained } from '../report/refusal.js';
import { passedText, remainingText } from '../report/remaining-text.js';
import { seconds } from '../report/seconds.js';
import { trimmedLine } from '../report/trimmed-line.js';
import { answeredLine, attemptLine, firstTokenLine } from '../report/verbose-lines.js';
import { waitLine } from '../report/wait-line.js';
import { warningsOf } from '../report/warnings.js';
import { schemaOf } from '../schema/read-schema.js';
import { type Books, openBooks } from '../state/books.js';
import { type AfterCall, afterCall } from '../state/remaining.js';
import { appearanceOf } from '../terminal/appearance.js';
import { AnswerScreen } from './answer-screen.js';

/**
 * Asks once and prints the answer: the answer on standard output, everything else on standard error.
 *
 * What the call costs is recorded and charged to the budgets before this resolves or rejects. When the
 * reader of standard output leaves (`| head -1`), the call is stopped and paid for, and that is a success.
 *
 * @returns the exit code of an answer that arrived: 0, or what `--strict` makes of its warnings.
 * @throws {ChatError} what went wrong; by then a partial answer is printed, and what it cost.
 */
export async function ask(words: readonly string[], options: AskOptions, io: Io): Promise<number> {
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
    return await answerTo(prompt, {
      client,
      books,
      options,
      extract,
      schema,
      io,
      simulated: endpoint.kind === 'simulator',
    });
  } catch (error) {
    throw explained(error, budgets, io.clock.now());
  } finally {
    await ledger.close();
  }
}

interface Question {
  readonly client: ChatClientOptions;
  readonly books: Books;
  readonly options: AskOptions;
  readonly extract: 'first' | 'last' | undefined;
  readonly schema: TypedSchema<unknown> | undefined;
  readonly io: Io;
  readonly simulated: boolean;
}

async function answerTo(prompt: Prompt, question: Question): Promise<number> {
  const { books, options, extract, schema, io, simulated } = question;
  const { model } = question.client;
  const { clock, stdout, interrupted } = io;
  // Nothing of it can be printed before all of it is there.
  const isOneValue = options.json || schema !== undefined;
  // Only what is shown can be called void; into a pipe goes one whole answer.
  const holdsBack = options.onTruncated === 'restart' && !stdout.isTerminal;
  const cost = new LiveCost({ model, prompt, clock });
  const screen = new AnswerScreen(io, {
    holdsBack,
    extract,
    appearance: appearanceOf(options, io),
    quiet: options.quiet,
    progress: cost,
  });
  const { printer } = screen;
  const say = (line: string) => screen.say(line);
  const tell = async (line: string) => {
    if (!options.quiet) await say(line);
  };
  const tellMore = async (line: string) => {
    if (options.verbose) await say(line);
  };
  const receipts: Receipt[] = [];
  let brokeOff: BrokeOff | undefined;
  const client = new ChatClient({
    ...question.client,
    clock,
    observe: (event) => {
      if (event.type === 'receipt') receipts.push(event.receipt);
      else if (event.type === 'attempt') {
        void tellMore(attemptLine(event.attempt, model));
        screen.waits(event.attempt === 1 ? model : `${model} · attempt ${event.attempt}`);
      } else if (event.type === 'wait') {
        void tell(waitLine(event.attempt, event.waitMs, event.error));
        screen.waits(`attempt ${event.attempt + 1} follows after ${seconds(event.waitMs)}`);
      } else if (event.type === 're-ask') void tell(reAskLine(event.error));
      else if (event.type === 'context-trimmed') void tell(trimmedLine(event));
      else if (event.type === 'restart' || event.type === 'continue') brokeOff = event;
    },
  });

  const { asked, keep } = await keeperOf(client, options, question.client.system, io);
  const startedMs = clock.monotonicMs();
  let firstTextMs: number | undefined;
  const sayCost = async ({ tightest, passed }: AfterCall) => {
    for (const state of passed) await tell(`farebox: warning: ${passedText(state)}`);
    const remaining = tightest === undefined ? undefined : remainingText(tightest);
    const streamed = options.stream;
    await tell(costLine({ receipts, firstTextMs, streamed, simulated, remaining }));
  };
  let answer: Answer<unknown>;
  let after: AfterCall;
  try {
    const signal = AbortSignal.any([interrupted, stdout.broken]);
    const stream = asked.stream(prompt, { signal, ...(schema && { schema }) });
    for await (const text of stream) {
      if (firstTextMs === undefined) {
        firstTextMs = clock.monotonicMs() - startedMs;
        screen.arrives();
        await tellMore(firstTokenLine(firstTextMs));
      }
      cost.add(text);
      if (brokeOff !== undefined) {
        if (brokeOff.type === 'restart') await printer.startOver();
        screen.arrives();
        await say(brokeOffLine(brokeOff, printer.shows && !isOneValue));
        brokeOff = undefined;
      }
      if (!isOneValue) await printer.print(text);
    }
    answer = await stream.answer;
    after = await afterCall(books.budgets, books.ledger);
    screen.stop();
    if (options.json) await stdout.write(`${jsonReport(answer, { simulated, ...after })}\n`);
    else if (schema) await stdout.write(`${printable(answer.value, stdout)}\n`);
    if (!(await printer.end())) {
      await tell('farebox: warning: the answer has no block of code; all of it is printed');
    }
  } catch (error) {
    screen.stop();
    await printer.end(false);
    const { known, amount } = totalCost(receipts);
    if (known === 'unknown' || amount > 0n) {
      await sayCost(await afterCall(books.budgets, books.ledger));
    }
    if (stdout.broken.aborted && !interrupted.aborted) return exitOfUnread(stdout.broken);
    throw error;
  }
  const warnings = warningsOf(answer, options);
  for (const { text } of warnings) await tell(`farebox: warning: ${text}`);
  await tellMore(answeredLine(answer));
  await sayCost(after);
  keep();
  if (stdout.broken.aborted) return exitOfUnread(stdout.broken);
  return options.strict ? (warnings[0]?.strictExit ?? 0) : 0;
}
