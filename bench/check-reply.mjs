/** Of gpt-4o-mini, in picodollars per token: what a receipt must come to, worked out by hand. */
const inputPrice = 150_000n;
const outputPrice = 600_000n;

/**
 * A client that drops or garbles anything has no time worth naming.
 *
 * @param {import('./contenders.mjs').Reply} reply
 * @param {Omit<import('./shapes.mjs').Stream, 'events'>} sent
 * @throws {Error} which of text, usage and cost is not what the server sent.
 */
export function checkReply(reply, sent) {
  const { prompt_tokens, completion_tokens, total_tokens } = sent.usage;
  if (reply.text !== sent.text) {
    throw new Error(`wrong text: ${reply.text.length} characters, ${sent.text.length} were sent`);
  }
  if (reply.usage?.total_tokens !== total_tokens) {
    throw new Error(`wrong usage: ${reply.usage?.total_tokens} tokens, ${total_tokens} were sent`);
  }
  if (!('cost' in reply)) return;
  const price = BigInt(prompt_tokens) * inputPrice + BigInt(completion_tokens) * outputPrice;
  const { cost } = reply;
  if (cost?.known !== 'reported' || cost.amount !== price) {
    throw new Error(`wrong receipt: ${cost?.known}, not ${price} picodollars`);
  }
}
