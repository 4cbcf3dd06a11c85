import { type Answer, ChatClient, type ChatClientOptions, type Prompt } from '@farebox/chat';
import { type Receipt, totalCost } from '@farebox/cost';
import { connect } from '../endpoint/connect.js';
import { endpointNotice, findEndpoint } from '../endpoint/find-endpoint.js';
import { exitOfUnread } from '../io/exit-of-unread.js';
import type { Io } from '../io/io.js';
import type { AskOptions } from '../options/ask-options.js';
import { clientOptions } from '../options/client-options.js';
import { readPrompt } from '../prompt/read-prompt.js';
import { type BrokeOff, brokeOffLine } from '../report/broke-off-line.js';
import { costLine } from '../report/cost-line.js';
import { jsonReport } from '../report/json-report.js';
import { explained } from '../report/refusal.js';
import { passedText, remainingText } from '../report/remaining-text.js';
import { waitLine } from '../report/wait-line.js';
import { warningsOf } from '../report/warnings.js';
import { type Books, openBooks } from '../state/books.js';
import { type AfterCall, afterCall } from '../state/remaining.js';
import { AnswerPrinter } from './answer-printer.js';

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
  const endpoint = findEndpoint(options.baseUrl, io, options.provider);
  const prompt = await readPrompt(words, options, io);
  const books = await openBooks(options, endpoint, io);
  const { ledger, scopes, budgets } = books;
  try {
    for (const notice of [endpointNotice(endpoint), books.notice]) {
      if (notice !== undefined) await io.stderr.write(`${notice}\n`);
    }
    const client = { ...settings, ...connect(endpoint, io), ledger, budget: scopes };
    return await answerTo(prompt, {
      client,
      books,
      options,
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
  readonly io: Io;
  readonly simulated: boolean;
}

async function answerTo(prompt: Prompt, question: Question): Promise<number> {
  const { books, options, io, simulated } = question;
  const { clock, stdout, interrupted } = io;
  // Only what is shown can be called void; into a pipe goes one whole answer.
  const holdsBack = options.onTruncated === 'restart' && !stdout.isTerminal;
  const printer = new AnswerPrinter(stdout, { holdsBack });
  const say = (line: string) => {
    // Where both share a screen, a line never goes on with one of the answer.
    const lineEnd = stdout.isTerminal && io.stderr.isTerminal ? printer.leaveLine() : '';
    return io.stderr.write(`${lineEnd}${line}\n`);
  };
  const receipts: Receipt[] = [];
  let brokeOff: BrokeOff | undefined;
  const client = new ChatClient({
    ...question.client,
    clock,
    observe: (event) => {
      if (event.type === 'receipt') receipts.push(event.receipt);
      else if (event.type === 'wait') void say(waitLine(event.attempt, event.waitMs, event.error));
      else if (event.type === 'restart' || event.type === 'continue') brokeOff = event;
    },
  });

  const startedMs = clock.monotonicMs();
  let firstTextMs: number | undefined;
  const sayCost = async ({ tightest, passed }: AfterCall) => {
    for (const state of passed) await say(`farebox: warning: ${passedText(state)}`);
    const remaining = tightest === undefined ? undefined : remainingText(tightest);
    const streamed = options.stream;
    await say(costLine({ receipts, firstTextMs, streamed, simulated, remaining }));
  };
  let answer: Answer;
  let after: AfterCall;
  try {
    const signal = AbortSignal.any([interrupted, stdout.broken]);
    const stream = client.stream(prompt, { signal });
    for await (const text of stream) {
      firstTextMs ??= clock.monotonicMs() - startedMs;
      if (brokeOff !== undefined) {
        if (brokeOff.type === 'restart') await printer.startOver();
        await say(brokeOffLine(brokeOff, printer.shows && !options.json));
        brokeOff = undefined;
      }
      if (!options.json) await printer.print(text);
    }
    answer = await stream.answer;
    after = await afterCall(books.budgets, books.ledger);
    if (options.json) await stdout.write(`${jsonReport(answer, { simulated, ...after })}\n`);
    await printer.end();
  } catch (error) {
    await printer.end();
    const { known, amount } = totalCost(receipts);
    if (known === 'unknown' || amount > 0n) {
      await sayCost(await afterCall(books.budgets, books.ledger));
    }
    if (stdout.broken.aborted && !interrupted.aborted) return exitOfUnread(stdout.broken);
    throw error;
  }
  const warnings = warningsOf(answer, options);
  for (const { text } of warnings) await say(`farebox: warning: ${text}`);
  await sayCost(after);
  if (stdout.broken.aborted) return exitOfUnread(stdout.broken);
  return options.strict ? (warnings[0]?.strictExit ?? 0) : 0;
}
