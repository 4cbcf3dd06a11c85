// An application like many: it knows nothing of Farebox, and takes its client as an argument.
import type OpenAI from 'openai';

/** What the help desk may look up. */
export interface Orders {
  status(order: string): Promise<string>;
}

const model = 'gpt-4o-mini';
const tools: OpenAI.ChatCompletionFunctionTool[] = [
  {
    type: 'function',
    function: {
      name: 'order_status',
      description: 'Looks up the status of an order by its number',
      parameters: {
        type: 'object',
        properties: { order: { type: 'string', description: 'The order number, like A-123' } },
        required: ['order'],
      },
    },
  },
];

/** Answers a customer, looking up orders as the model asks for them; apologises when the model is down. */
export async function helpDesk(client: OpenAI, orders: Orders, question: string): Promise<string> {
  const messages: OpenAI.ChatCompletionMessageParam[] = [
    { role: 'system', content: 'You work at the help desk of a shop. Be brief and friendly.' },
    { role: 'user', content: question },
  ];
  try {
    for (let round = 0; round < 4; round++) {
      const { choices } = await client.chat.completions.create({ model, messages, tools });
      const message = choices[0]?.message;
      if (message?.tool_calls === undefined) return message?.content ?? '';
      messages.push(message);
      for (const call of message.tool_calls) {
        if (call.type !== 'function') continue;
        const { order } = JSON.parse(call.function.arguments) as { order: string };
        const content = await orders.status(order);
        messages.push({ role: 'tool', tool_call_id: call.id, content });
      }
    }
    return 'This takes me too long. A colleague will write to you.';
  } catch {
    return 'We cannot answer right now. Please try again in a few minutes.';
  }
}
