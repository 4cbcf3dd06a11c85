/**
 * How a stream goes over the wire: one buffer per write, which the client reads as one block.
 *
 * @type {Readonly<Record<string, (events: readonly string[]) => Buffer[]>>}
 */
export const writes = {
  /** Many events per write: a server or proxy that buffers. */
  packed(events) {
    const blocks = [];
    for (let at = 0; at < events.length; at += 64) {
      blocks.push(Buffer.from(events.slice(at, at + 64).join('')));
    }
    return blocks;
  },

  /** One event per write: a model that generates as fast as it can. */
  single: (events) => events.map((event) => Buffer.from(event)),

  /** No write ends where an event or, if one is near, a character does. */
  awkward(events) {
    const bytes = Buffer.from(events.join(''));
    const blocks = [];
    let start = 0;
    while (start < bytes.length) {
      // Between an event's half and four events, never the same twice in a row.
      const end = awkwardEnd(bytes, start + 101 + ((blocks.length * 389) % 997));
      blocks.push(bytes.subarray(start, end));
      start = end;
    }
    return blocks;
  },
};

/** Moves a cut from an event's end, and into the next character of several bytes if there is one close by. */
function awkwardEnd(/** @type {Buffer} */ bytes, /** @type {number} */ at) {
  if (at >= bytes.length) return bytes.length;
  for (let near = at; near < at + 600 && near < bytes.length; near++) {
    if ((Number(bytes[near]) & 0xc0) === 0x80) return near;
  }
  const lineFeed = 10;
  return bytes[at - 1] === lineFeed && bytes[at] !== lineFeed ? at + 1 : at;
}
