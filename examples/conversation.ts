// A conversation: edited, saved and loaded, and in a window that is too small for all of it.
import { ChatClient, personas } from '@farebox/chat';
import { simulate } from '@farebox/simulator';

const client = new ChatClient({
  model: 'gpt-4o-mini',
  ...personas.tutor,
  max_completion_tokens: 400,
  // Without `fetch` this talks to OpenAI, with the key in OPENAI_API_KEY.
  fetch: simulate({ seed: 1 }).fetch,
  observe: (event) => {
    if (event.type === 'context-trimmed') {
      const { leftOutTurns, promptTokens } = event;
      console.log(`  (without the oldest ${leftOutTurns}: ${promptTokens} tokens)`);
    }
  },
});

const context = { maxTokens: 650 };
const conversation = client.conversation({ context });
const questions = [
  'What is a for loop?',
  'And a while loop?',
  'What is a dictionary?',
  'What is a set?',
];
for (const question of questions) {
  console.log(question);
  await conversation.ask(question);
}

console.log('\nAnother second question, and what came after it is gone:');
await conversation.edit(1, 'What is a list comprehension?').answer;
for (const { question, text } of conversation.turns) {
  console.log(`- ${question.content} ${text.slice(0, 40)}…`);
}

const saved = JSON.stringify(conversation);
const loaded = client.conversation({ context, from: JSON.parse(saved) });
await loaded.ask('What is a function?');
console.log(
  `\nloaded, it has ${loaded.turns.length} turns; all cost $${loaded.costUsd?.toFixed(6)}`,
);
console.log(`the client has spent $${client.spentUsd.toFixed(6)}`);
