import { useId, useState } from 'react';
import type { ReplyRecord, RunRecord } from './run-record.js';
import { WireReply } from './wire-reply.js';
import './wire-view.css';

/** Every byte of a run's replies, what each made, and what the message was at any point. */
export function WireView({ record }: { readonly record: RunRecord }) {
  const { replies } = record;
  const name = useId();
  const [chosen, setChosen] = useState<number>();
  const index = chosen !== undefined && chosen < replies.length ? chosen : replies.length - 1;
  const reply = replies[index];
  if (reply === undefined) return <p className="hint">The bytes of each reply appear here.</p>;
  return (
    <div className="wire-view">
      {replies.length > 1 && (
        <fieldset className="wire-choice">
          <legend className="visually-hidden">Reply</legend>
          {replies.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: replies are only ever added
            <label key={at}>
              <input
                type="radio"
                name={name}
                checked={at === index}
                onChange={() => setChosen(at === replies.length - 1 ? undefined : at)}
              />
              {replyName(one)}
            </label>
          ))}
        </fieldset>
      )}
      {reply.readCount === 0 ? (
        <p className="hint">{emptyText(reply)}</p>
      ) : (
        <WireReply key={index} reply={reply} />
      )}
    </div>
  );
}

function replyName({ attempt, status }: ReplyRecord): string {
  return `Attempt ${attempt}: ${status ?? 'no reply'}`;
}

function emptyText({ ended, status }: ReplyRecord): string {
  if (status === undefined) {
    return ended === undefined ? 'No reply yet.' : 'No reply came: there was no connection.';
  }
  return ended === undefined ? 'No byte of the body yet.' : 'The reply has no body.';
}
