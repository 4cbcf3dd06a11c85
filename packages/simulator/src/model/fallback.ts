import { errors } from '../corpus/errors.js';
import { exercises } from '../corpus/exercises.js';
import { languageTopics, topics } from '../corpus/topics.js';

const namesOf = (entries: readonly { readonly name: string }[]) =>
  entries.map(({ name }) => name).join(', ');
const languageNames = namesOf(languageTopics);
const callNames = namesOf(
  topics.filter((topic) => !languageTopics.includes(topic) && !errors.includes(topic)),
);
const exerciseNames = namesOf(exercises);

/** The answer to a question that the corpus does not cover: the truth. */
export const unknownTopic = `[[I am a simulator, not a language model|This is a simulator speaking, not a language model|You are talking to a simulator, not to a language model|No language model is at work here, only a simulator]], and I [[have no answer|know nothing|have nothing prepared|have nothing to say]] about [[“{{topic=that}}”|this: “{{topic=that}}”]]. [[I can explain|Ask me about|I do know about|What I can talk about is]] Python: ${languageNames}; calling a chat model: ${callNames}; and each error of the API by its name. I have code for ${exerciseNames}. I can also [[find|spot|name]] [[classic bugs|common mistakes]] in Python, [[translate|convert]] small Python snippets to JavaScript, TypeScript, Go, Rust, Java or C++, review a function, and write a haiku, a short story or a list of names. [[For anything else, point your client at a real provider.|A real provider will answer the rest.|For the rest, set a real API key and base URL.]]`;

/** The same for code in which no known mistake was found. */
export const unknownCode = `[[I am a simulator, not a language model|This is a simulator speaking, not a language model|You are talking to a simulator, not to a language model]], and [[I recognise only classic Python mistakes|I know the classic Python mistakes only|all I can do is recognise classic Python mistakes]]. [[None of them is in|I found none of them in|I see none of them in|None of those shows in]] [[“{{topic=this}}”|this: “{{topic=this}}”]]. [[That does not mean|Which does not mean|It does not follow that]] [[the code is right|it is free of bugs|the code works]]: [[run it with a small input|write a test that fails|print the values on the way|step through it in a debugger]], [[compare what you expect with what you get|look for the first value that surprises you|note the first line that does something else than you meant]], and [[ask a real model|try a real provider|point your client at a real provider]] for more.`;

/** The beginning of a prompt, on one line and safe to repeat. */
export function echo(prompt: string): string {
  const line = prompt.replace(/[\s\p{Cc}\p{Cs}\uFFFD]+/gu, ' ').trim();
  const short = Array.from(line).slice(0, 60).join('');
  return short.length < line.length ? `${short.trimEnd()}…` : short || '…';
}
