import { type ChatMessage, isChatError } from '@farebox/core';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { AskedColumn } from '../call/asked-column.js';
import { type CallState, isUnderWay } from '../call/call-state.js';
import type { DisplayText } from '../fare-box/display-text.js';
import './answer-column.css';
import { AnswerBody } from './answer-body.js';
import { loadMarkdown } from './answer-text.js';

interface AnswerColumnProps {
  /** A, B, …; undefined where there is one run alone. */
  readonly name: string | undefined;
  readonly call: CallState;
  readonly display: DisplayText;
  readonly asked: AskedColumn | undefined;
  /** Why results of functions cannot be sent now. */
  readonly problem: string | undefined;
  readonly onAnswer: (results: ReadonlyMap<string, string>) => void;
  readonly onKeep: (messages: readonly ChatMessage[]) => void;
}

/** A few lines: what may arrive between two frames. */
const nearTheEndPx = 160;

/** One run: its answer as it arrives, and what it costs. */
export function AnswerColumn(props: AnswerColumnProps) {
  const { name, call, display, asked, problem, onAnswer, onKeep } = props;
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

  const canKeep = call.phase === 'completed' && call.toolCalls.length === 0;
  const heading = name === undefined ? 'Answer' : `Answer ${name}`;
  return (
    <section className="panel answer-column" aria-label={heading}>
      <h3>
        {name === undefined ? 'Answer' : <b className="answer-name">{name}</b>}{' '}
        <small>{asked && settingsOf(asked)}</small>
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <div className="answer-paper" data-phase={call.phase} ref={paper} tabIndex={0}>
        <AnswerBody
          call={call}
          isTyped={asked?.asking.schema !== undefined}
          problem={problem}
          onAnswer={onAnswer}
        />
      </div>
      <div className="answer-foot">
        {call.phase !== 'idle' && <b>{display.amount}</b>} <span>{display.detail}</span>{' '}
        <span>{display.timing}</span>
        {call.finishReason === 'length' && <em>cut off at the longest answer</em>}
        {canKeep && (
          <button type="button" className="quiet" onClick={() => onKeep(call.messages)}>
            Go on from here
            <span className="visually-hidden"> with {heading.toLowerCase()}</span>
          </button>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {isUnderWay(call) ? `${heading} is on its way.` : statusOf(heading, call, display)}
      </p>
    </section>
  );
}

function settingsOf({ asking }: AskedColumn): string {
  const { model, temperature } = asking.parameters;
  return temperature === undefined ? model : `${model} at ${temperature}`;
}

function statusOf(heading: string, { phase, error }: CallState, { amount }: DisplayText): string {
  if (phase === 'idle') return '';
  if (phase === 'completed') return `${heading} is complete. It cost ${amount}.`;
  if (phase === 'stopped') return `${heading} was stopped.`;
  return isChatError(error) ? `${heading}: ${error.name}.` : '';
}
