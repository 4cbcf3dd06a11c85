import { useEffect, useLayoutEffect, useRef } from 'react';
import { type CallState, isUnderWay } from '../call/call-state.js';
import type { DisplayText } from '../fare-box/display-text.js';
import './answer-panel.css';
import { AnswerText, loadMarkdown } from './answer-text.js';
import { ErrorNote } from './error-note.js';

interface AnswerPanelProps {
  readonly call: CallState;
  readonly display: DisplayText;
  readonly model: string | undefined;
}

/** A few lines: what may arrive between two frames. */
const nearTheEndPx = 160;

export function AnswerPanel({ call, display, model }: AnswerPanelProps) {
  const paper = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the text as it grows
  useLayoutEffect(() => {
    const { current } = paper;
    if (current === null || call.phase !== 'streaming') return;
    const below = current.scrollHeight - current.scrollTop - current.clientHeight;
    // Who has scrolled up to read is left there.
    if (below < nearTheEndPx) current.scrollTo({ top: current.scrollHeight });
  }, [call.text, call.phase]);

  useEffect(() => {
    // What fails here is tried again when there is something to show.
    if (call.phase === 'waiting') loadMarkdown().catch(() => {});
  }, [call.phase]);

  return (
    <section className="panel answer-panel" aria-labelledby="answer-heading">
      <h2 id="answer-heading">
        Answer <small>{model}</small>
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <div className="answer-paper" data-phase={call.phase} ref={paper} tabIndex={0}>
        {call.phase === 'idle' && (
          <p className="answer-empty">
            The answer appears here, word by word, and what it costs beside it.
          </p>
        )}
        {call.phase === 'waiting' && <p className="answer-empty waiting">Waiting</p>}
        <AnswerText text={call.text} />
        {call.error !== undefined && <ErrorNote call={call} error={call.error} />}
      </div>
      <p className="answer-foot">
        {call.phase !== 'idle' && <b>{display.amount}</b>} <span>{display.detail}</span>{' '}
        <span>{display.timing}</span>
        {call.finishReason === 'length' && <em>cut off at the longest answer</em>}
      </p>
      <p className="visually-hidden" role="status">
        {isUnderWay(call) ? 'The answer is on its way.' : statusOf(call, display)}
      </p>
    </section>
  );
}

function statusOf({ phase }: CallState, { amount }: DisplayText): string {
  if (phase === 'idle') return '';
  if (phase === 'completed') return `The answer is complete. It cost ${amount}.`;
  return phase === 'stopped' ? 'The answer was stopped.' : '';
}
