import type { ChatError } from '@farebox/core';
import type { CallState } from '../call/call-state.js';
import './error-note.css';

interface ErrorNoteProps {
  readonly call: CallState;
  readonly error: ChatError;
}

/** A typed error as it is: its name, what happened, and what to do. */
export function ErrorNote({ call, error }: ErrorNoteProps) {
  if (call.phase === 'stopped') {
    return (
      <p className="stop-note">
        Stopped. What was generated unseen is not known, so the most it can have cost is charged.
      </p>
    );
  }
  return (
    <div className="error-note" role="alert">
      <h3>
        {error.name} <code>{error.kind}</code>
      </h3>
      <p>{error.message}</p>
      <p className="error-fix">
        <b>Fix</b> {error.fix}
      </p>
      {call.phase === 'refused' && <SentNote record={call.record} />}
    </div>
  );
}

/** What left before the budget said no. */
function SentNote({ record: { replies, steps } }: Pick<CallState, 'record'>) {
  const last = steps.findLast(({ type }) => type === 'settled');
  return (
    <p className="error-fact">
      Requests sent: <b>{replies.length}</b>.{' '}
      {last?.type === 'settled'
        ? `The last one ended as ${last.outcome}, and is charged: another does not fit.`
        : 'The budget said no before anything left.'}
    </p>
  );
}
