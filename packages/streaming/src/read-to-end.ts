/** Reads a stream for its completion alone. It has the same failure, and it is the one that is awaited. */
export async function readToEnd(text: AsyncIterable<string>): Promise<void> {
  const iterator = text[Symbol.asyncIterator]();
  try {
    while (!(await iterator.next()).done);
  } catch {
    // As said.
  }
}
