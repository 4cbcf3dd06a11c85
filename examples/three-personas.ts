// Tutor, debugger, translator: one class, another system message.
import { ChatClient, personas } from '@farebox/chat';
import { simulate } from '@farebox/simulator';

// Without `fetch` this talks to OpenAI, with the key in OPENAI_API_KEY.
const { fetch } = simulate({ seed: 1 });
const model = 'gpt-4o-mini';

const tutor = new ChatClient({ model, ...personas.tutor, fetch });
const fixer = new ChatClient({ model, ...personas.debugger, fetch });
const translator = new ChatClient({ model, ...personas.translator({ to: 'Go' }), fetch });

for await (const text of tutor.stream('What is a list comprehension?')) process.stdout.write(text);

const fixed = await fixer.ask('for x in xs: xs.remove(x)');
console.log(`\n\n--- debugger\n${fixed.text}`);

const translated = await translator.ask('for i in range(3):\n    print(i)');
console.log(`\n--- translator\n${translated.text}`);

const total = tutor.spentUsd + fixer.spentUsd + translator.spentUsd;
console.log(`\nthree answers for $${total.toFixed(6)}`);
