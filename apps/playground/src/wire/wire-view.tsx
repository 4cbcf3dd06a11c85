import { useEffect, useMemo, useState } from 'react';
import { type PrefixReading, readPrefix } from './read-prefix.js';
import { replyBytes } from './reply-bytes.js';
import type { RunRecord } from './run-record.js';
import './wire-view.css';

/** Every byte of a run's replies, what each made, and what the message was at any point. */
export function WireView({ record }: { readonly record: RunRecord }) {
  const reply = record.replies.at(-1);
  const reads = reply?.reads;
  const { bytes } = useMemo(() => replyBytes({ reads: reads ?? [] }), [reads]);
  const [position, setPosition] = useState<number>();
  const at = Math.min(position ?? bytes.length, bytes.length);
  const [reading, setReading] = useState<PrefixReading>();
  useEffect(() => {
    let left = false;
    void readPrefix(bytes, at).then((next) => left || setReading(next));
    return () => {
      left = true;
    };
  }, [bytes, at]);
  if (reply === undefined) return <p className="hint">The bytes of the reply appear here.</p>;
  return (
    <div className="wire-view">
      <input
        type="range"
        aria-label="Position in the reply, in bytes"
        min={0}
        max={bytes.length}
        value={at}
        onChange={({ target }) => setPosition(Number(target.value))}
      />
      <pre>{new TextDecoder().decode(bytes.subarray(0, at))}</pre>
      <pre>{reading?.partial?.choices[0]?.message.content}</pre>
    </div>
  );
}
