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
      {call.phase === 'refused' && (
        <p className="error-fact">
          Requests sent: <b>{call.record.replies.length}</b>. The budget said no before anything
          left.
        </p>
      )}
    </div>
  );
}
