import { usdPerMillion } from './price-facts.js';
import type { Exercise } from './topic.js';

const mini = usdPerMillion('gpt-4o-mini');
const [priceIn, priceOut] = [mini.input.toFixed(2), mini.output.toFixed(2)];

/** Whole tools built on calls. */
export const clientExercises: readonly Exercise[] = [
  {
    name: 'a reusable ChatClient',
    signals: [
      [/\bchat_?client\b/i, 8],
      [/\b(reusable|production|complete|full)\b[^.?\n]*\bclient\b/i, 5],
      [/\bchat client\b|\bclient class\b/i, 6],
    ],
    opening:
      '[[This class|The class below]] [[puts it all together|combines the pieces]]: a system prompt, streaming, retries [[with backoff|with growing pauses]], and [[a count of what was spent|the cost so far]]. [[You create it once|Make one]] [[for each kind of tool|per tool]], a tutor or a reviewer, and [[call `ask`|use `ask`]] [[as often as you like|for every question]]; [[all the rest|everything else]] [[happens inside|is its own business]], [[out of your way|in one place]].',
    example: {
      language: 'python',
      code: `import asyncio\nimport random\n\nimport openai\n\nTRANSIENT = (\n    openai.RateLimitError,\n    openai.APIConnectionError,\n    openai.InternalServerError,\n)\n\nclass ChatClient:\n    def __init__(self, client, system="You are helpful.", temperature=0.3, max_retries=3):\n        self.client = client\n        self.system = system\n        self.temperature = temperature\n        self.max_retries = max_retries\n        self.cost_usd = 0.0\n\n    async def ask(self, prompt, show=lambda text: print(text, end="", flush=True)):\n        messages = [\n            {"role": "system", "content": self.system},\n            {"role": "user", "content": prompt},\n        ]\n        parts, finish_reason = [], None\n        async for chunk in await self._open(messages):\n            if chunk.usage:\n                self._count(chunk.usage)\n            for choice in chunk.choices:\n                parts.append(choice.delta.content or "")\n                show(parts[-1])\n                finish_reason = choice.finish_reason or finish_reason\n        if finish_reason != "stop":\n            raise RuntimeError(f"The answer is not complete: {finish_reason}")\n        return "".join(parts)\n\n    async def _open(self, messages):\n        for attempt in range(self.max_retries + 1):\n            try:\n                return await self.client.chat.completions.create(\n                    model="gpt-4o-mini",\n                    messages=messages,\n                    temperature=self.temperature,\n                    stream=True,\n                    stream_options={"include_usage": True},\n                )\n            except TRANSIENT:\n                if attempt == self.max_retries:\n                    raise\n                await asyncio.sleep(2 ** attempt + random.random())\n\n    def _count(self, usage):\n        cost = usage.prompt_tokens * ${priceIn} + usage.completion_tokens * ${priceOut}\n        self.cost_usd += cost / 1_000_000`,
      typescript: `import OpenAI from 'openai';\n\nconst isTransient = (error‹: unknown›) =>\n  error instanceof OpenAI.RateLimitError ||\n  error instanceof OpenAI.APIConnectionError ||\n  error instanceof OpenAI.InternalServerError;\n\nclass ChatClient {\n  costUsd = 0;\n  client‹: OpenAI›;\n  options‹: { system: string; temperature: number; maxRetries: number; baseMs: number }›;\n\n  constructor(client‹: OpenAI›, options‹: Partial<ChatClient['options']>› = {}) {\n    this.client = client;\n    this.options = {\n      system: 'You are helpful.',\n      temperature: 0.3,\n      maxRetries: 3,\n      baseMs: 1000,\n      ...options,\n    };\n  }\n\n  async ask(prompt‹: string›, show = (text‹: string›)‹: unknown› => process.stdout.write(text)) {\n    const parts = [];\n    let finishReason;\n    for await (const chunk of await this.open(prompt)) {\n      if (chunk.usage) this.count(chunk.usage);\n      for (const choice of chunk.choices) {\n        const text = choice.delta.content ?? '';\n        show(text);\n        parts.push(text);\n        finishReason = choice.finish_reason ?? finishReason;\n      }\n    }\n    if (finishReason !== 'stop') throw new Error(\`The answer is not complete: \${finishReason}\`);\n    return parts.join('');\n  }\n\n  async open(prompt‹: string›) {\n    const { system, temperature, maxRetries, baseMs } = this.options;\n    for (let attempt = 0; ; attempt++) {\n      try {\n        return await this.client.chat.completions.create({\n          model: 'gpt-4o-mini',\n          messages: [\n            { role: 'system', content: system },\n            { role: 'user', content: prompt },\n          ],\n          temperature,\n          stream: true,\n          stream_options: { include_usage: true },\n        });\n      } catch (error) {\n        if (!isTransient(error) || attempt === maxRetries) throw error;\n        const waitMs = baseMs * (2 ** attempt + Math.random());\n        await new Promise((resolve) => setTimeout(resolve, waitMs));\n      }\n    }\n  }\n\n  count(usage‹: { prompt_tokens: number; completion_tokens: number }›) {\n    const cost = usage.prompt_tokens * ${priceIn} + usage.completion_tokens * ${priceOut};\n    this.costUsd += cost / 1_000_000;\n  }\n}`,
    },
    notes:
      '[[Only the opening is retried|It retries only the opening]]: once text [[has been shown|is on the screen]], a second try would [[show it twice|repeat it]]. An answer that [[was cut off|hit the limit]] is [[an error here|treated as a failure]], [[not a result|rather than a result]]. [[Another system prompt makes another tool|To get another tool, change the system prompt]]. [[Still missing:|What it lacks:]] [[a budget that says no before the call|a limit that stops a call beforehand]], and [[clocks for a stream that stalls|a timeout for a stalled stream]].',
  },
  {
    name: 'a chatbot with memory',
    signals: [
      [/\bchat ?bots?\b/i, 4],
      [/\bchat ?bots?\b[^.?\n]*\b(memory|remember\w*|history)\b/i, 5],
      [/\b(multi[- ]?turn|conversation) (chat|code|class|loop|manager|management)\b/i, 5],
    ],
    opening:
      '[[This chatbot|The chatbot below|Here is a chatbot that|This is a chatbot that]] [[keeps the conversation in a list|has a list for its memory]]: each question [[goes in|is added]] as `user`, each answer as `assistant`, and [[every call sends the whole list|the whole list goes out with every call]]. [[So it can answer|That lets it answer]] “and why?”, [[because the earlier turns are there|as it sees what was said before]]. [[If a call fails|When a call fails]], the question is [[not kept|not added]], [[so that nothing is left half-said|and the list stays in order]].',
    example: {
      language: 'python',
      code: 'class Chatbot:\n    def __init__(self, client, system="You are a friendly assistant.", max_turns=20):\n        self.client = client\n        self.system = {"role": "system", "content": system}\n        self.turns = []\n        self.max_turns = max_turns\n\n    async def say(self, text):\n        question = {"role": "user", "content": text}\n        recent = self.turns[-2 * self.max_turns :]\n        response = await self.client.chat.completions.create(\n            model="gpt-4o-mini",\n            messages=[self.system, *recent, question],\n        )\n        answer = response.choices[0].message.content\n        self.turns += [question, {"role": "assistant", "content": answer}]\n        return answer',
      typescript:
        "import OpenAI from 'openai';\n\nclass Chatbot {\n  client‹: OpenAI›;\n  system‹: string›;\n  maxTurns‹: number›;\n  turns‹: OpenAI.ChatCompletionMessageParam[]› = [];\n\n  constructor(client‹: OpenAI›, system = 'You are a friendly assistant.', maxTurns = 20) {\n    this.client = client;\n    this.system = system;\n    this.maxTurns = maxTurns;\n  }\n\n  async say(text‹: string›) {\n    const question‹: OpenAI.ChatCompletionMessageParam› = { role: 'user', content: text };\n    const recent = this.turns.slice(-2 * this.maxTurns);\n    const response = await this.client.chat.completions.create({\n      model: 'gpt-4o-mini',\n      messages: [{ role: 'system', content: this.system }, ...recent, question],\n    });\n    const answer = response.choices[0]?.message.content ?? '';\n    this.turns.push(question, { role: 'assistant', content: answer });\n    return answer;\n  }\n}",
    },
    notes:
      '[[The system message is sent every time|Each call begins with the system message]], [[however long the chat is|even in a long chat]]. [[Only the latest turns go along|Old turns stay behind]], as [[every message is billed again and again|you pay for every message each time]]. [[A better memory|A longer memory]] [[replaces the oldest turns with a summary|sums up what it drops]]. [[To survive a restart|To outlive the program]], [[save the turns|write the turns to a file]]: [[they are plain JSON|plain JSON is all they are]].',
  },
  {
    name: 'a tutor, a debugger and a translator',
    signals: [
      [
        /\b(build|make|create|write|turn)\b[^.?\n]*\b(tutor|debugger|translator|reviewer|persona)\b/i,
        6,
      ],
      [
        /\b(tutor|debugger|translator|reviewer)\b[^.?\n]*\b(bot|tool|function|app|using|with the api)\b/i,
        4,
      ],
    ],
    opening:
      '[[These tools|The tools below]] [[differ in nothing but|share everything except]] the system message and the temperature: [[the same call|one function]], [[another character|several characters]]. The tutor [[may vary a little|gets some freedom]], [[so it stays friendly|to sound friendly]]; the debugger [[runs at 0|stays at 0]], [[because you want the right fix, not a creative one|as fixes should be right, not creative]], and [[so does the translator|the translator does, too]]. [[To get another tool|For one more tool]], [[add a line|write one more line]].',
    example: {
      language: 'python',
      code: 'TOOLS = {\n    "tutor": ("Explain to a beginner, briefly, with one example.", 0.3),\n    "debugger": ("Name the root cause, then show the fixed code.", 0.0),\n    "translator": ("Translate the code to JavaScript. Answer with code only.", 0.0),\n}\n\nasync def use(client, tool, prompt):\n    system, temperature = TOOLS[tool]\n    response = await client.chat.completions.create(\n        model="gpt-4o-mini",\n        temperature=temperature,\n        messages=[\n            {"role": "system", "content": system},\n            {"role": "user", "content": prompt},\n        ],\n    )\n    return response.choices[0].message.content',
      typescript:
        "import OpenAI from 'openai';\n\nconst tools = {\n  tutor: { system: 'Explain to a beginner, briefly, with one example.', temperature: 0.3 },\n  debugger: { system: 'Name the root cause, then show the fixed code.', temperature: 0 },\n  translator: { system: 'Translate the code to Go. Answer with code only.', temperature: 0 },\n};\n\nasync function use(client‹: OpenAI›, tool‹: keyof typeof tools›, prompt‹: string›) {\n  const { system, temperature } = tools[tool];\n  const response = await client.chat.completions.create({\n    model: 'gpt-4o-mini',\n    temperature,\n    messages: [\n      { role: 'system', content: system },\n      { role: 'user', content: prompt },\n    ],\n  });\n  return response.choices[0]?.message.content ?? '';\n}",
    },
    notes:
      '[[The system message is the program here|Here the system message is the program]]: [[change its words, and the tool changes|other words make another tool]]. [[Say what to do first|Give the order of things]], [[for whom|who will read it]], and [[what to leave out|what not to write]]: “code only” [[saves you from cutting explanations off|spares you the explanations]]. [[Try each on a few real cases|Test each with real cases]], [[as a tool is as good as its instructions|for the instructions make the tool]].',
  },
];
