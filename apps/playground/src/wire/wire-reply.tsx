import { useCallback, useMemo, useState } from 'react';
import { replyBytes } from './reply-bytes.js';
import type { ReplyRecord } from './run-record.js';
import { useCalm } from './use-calm.js';
import { useReading, useRefused } from './use-reading.js';
import { WireBytes } from './wire-bytes.js';
import { WireEvent } from './wire-event.js';
import { groupAt, wireMap } from './wire-map.js';
import { WireMessage } from './wire-message.js';
import './wire-reply.css';
import { WireSlider } from './wire-slider.js';

/** Often enough for the eye: to read a reply anew for each of its bytes takes long. */
const everyMs = 150;

/** One reply: its bytes, the event at a position, and the message there. It follows the end until it is moved. */
export function WireReply({ reply }: { readonly reply: ReplyRecord }) {
  const { reads, length, status } = useCalm(reply, everyMs);
  const { bytes, cuts } = useMemo(() => replyBytes({ reads }), [reads]);
  const map = useMemo(() => wireMap(bytes, status), [bytes, status]);
  const places = useMemo(() => cuts.map(({ at }) => at), [cuts]);
  const [chosen, setChosen] = useState<number>();
  const position = Math.min(chosen ?? bytes.length, bytes.length);
  const now = groupAt(map, position);
  const group = map.groups[now];
  const refused = useRefused(bytes, map);
  const reading = useReading(bytes, position);
  const go = useCallback(
    (to: number) => setChosen(to >= bytes.length ? undefined : to),
    [bytes.length],
  );
  const number = group?.number;
  const where = `Byte ${position.toLocaleString('en')} of ${bytes.length.toLocaleString('en')}`;
  const text = number === undefined ? where : `${where}, event ${number} of ${map.events.length}`;
  const isRefused = number !== undefined && number === refused;
  return (
    <div className="wire-reply">
      <WireSlider map={map} cuts={places} position={position} text={text} onGo={go} />
      <p className="wire-where">
        <span>{text}</span>
        <span className="wire-key">
          <i className="wire-cut" /> a read of the network ended
        </span>
        {length > bytes.length && (
          <span>
            {(length - bytes.length).toLocaleString('en')} bytes more came; they are not kept
          </span>
        )}
      </p>
      <div className="wire-panes">
        <WireBytes
          bytes={bytes}
          map={map}
          cuts={places}
          position={position}
          now={now}
          refused={refused}
          onGo={go}
        />
        <div className="wire-made">
          <WireEvent map={map} group={group} isRefused={isRefused} />
          {map.form !== 'html' && map.form !== 'other' && <WireMessage reading={reading} />}
        </div>
      </div>
    </div>
  );
}
