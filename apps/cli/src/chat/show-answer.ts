import type { Answer, AnswerStream, Observer } from '@farebox/chat';
import { type Receipt, totalCost } from '@farebox/cost';
import { AnswerScreen } from '../commands/answer-screen.js';
import type { Io } from '../io/io.js';
import type { AskOptions } from '../options/ask-options.js';
import { type BrokeOff, brokeOffLine } from '../report/broke-off-line.js';
import { costLine } from '../report/cost-line.js';
import { LiveCost } from '../report/live-cost.js';
import { seconds } from '../report/seconds.js';
import { trimmedLine } from '../report/trimmed-line.js';
import { waitLine } from '../report/wait-line.js';
import { warningsOf } from '../report/warnings.js';
import { appearanceOf } from '../terminal/appearance.js';

export interface ShowAnswerOptions {
  readonly io: Io;
  readonly options: AskOptions;
  readonly model: string;
  /** The text that is sent, for a guess at what the answer costs while it arrives. */
  readonly prompt: string;
  readonly simulated: boolean;
  /** Begins the answer. Nothing is sent before it is read. */
  readonly open: (observe: Observer) => AnswerStream;
}

/**
 * Shows one answer of a chat as `ask` shows its own: the text on standard output, what it cost on standard error.
 *
 * @throws {ChatError} what went wrong; by then the part that came is shown, and what it cost.
 */
export async function showAnswer({
  io,
  options,
  model,
  prompt,
  simulated,
  open,
}: ShowAnswerOptions): Promise<Answer> {
  const { clock, stdout } = io;
  const progress = new LiveCost({ model, prompt, clock });
  const holdsBack = options.onTruncated === 'restart' && !stdout.isTerminal;
  const appearance = appearanceOf(options, io);
  const screen = new AnswerScreen(io, { holdsBack, appearance, quiet: options.quiet, progress });
  const tell = async (line: string) => {
    if (!options.quiet) await screen.say(line);
  };
  const receipts: Receipt[] = [];
  let brokeOff: BrokeOff | undefined;
  const startedMs = clock.monotonicMs();
  let firstTextMs: number | undefined;
  const sayCost = () =>
    tell(costLine({ receipts, firstTextMs, streamed: options.stream, simulated }));
  const stream = open((event) => {
    if (event.type === 'receipt') receipts.push(event.receipt);
    else if (event.type === 'attempt') screen.waits(model);
    else if (event.type === 'wait') {
      void tell(waitLine(event.attempt, event.waitMs, event.error));
      screen.waits(`attempt ${event.attempt + 1} follows after ${seconds(event.waitMs)}`);
    } else if (event.type === 'context-trimmed') void tell(trimmedLine(event));
    else if (event.type === 'restart' || event.type === 'continue') brokeOff = event;
  });
  try {
    for await (const text of stream) {
      if (firstTextMs === undefined) {
        firstTextMs = clock.monotonicMs() - startedMs;
        screen.arrives();
      }
      progress.add(text);
      if (brokeOff !== undefined) {
        if (brokeOff.type === 'restart') await screen.printer.startOver();
        await screen.say(brokeOffLine(brokeOff, screen.printer.shows));
        brokeOff = undefined;
      }
      await screen.printer.print(text);
    }
    screen.stop();
    await screen.printer.end();
  } catch (error) {
    screen.stop();
    await screen.printer.end(false);
    const { known, amount } = totalCost(receipts);
    if (known === 'unknown' || amount > 0n) await sayCost();
    throw error;
  }
  const answer = await stream.answer;
  for (const { text } of warningsOf(answer, options)) await tell(`farebox: warning: ${text}`);
  await sayCost();
  return answer;
}
