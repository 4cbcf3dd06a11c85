import { usdPerMillion } from './price-facts.js';
import type { Exercise } from './topic.js';

const mini = usdPerMillion('gpt-4o-mini');
const [priceIn, priceOut] = [mini.input.toFixed(2), mini.output.toFixed(2)];

/** What is put around a call: retries, streams, limits and counts. */
export const callExercises: readonly Exercise[] = [
  {
    name: 'a retry wrapper',
    signals: [
      [/\brobust_?chat\b/i, 9],
      [
        /\b(retry|retries|back-?off)\b[^.?\n]*\b(wrapper|decorator|function|helper|logic|code|loop)\b/i,
        4,
      ],
      [/\bwrap\b[^.?\n]*\b(retry|retries|back-?off)\b/i, 6],
      [/\bexponential back-?off\b/i, 3],
      [/\bretry\b/i, 2],
    ],
    opening:
      '[[This wrapper|The wrapper below|Here is a wrapper that|This is a wrapper that]] [[makes a call and repeats it|repeats a call]] [[when it fails for a passing reason|when the failure can pass]]: a rate limit, a lost connection, a timeout, a server error. [[Between two tries|Before each new try]] it waits [[longer and longer|twice as long as before]], [[plus a random part|with some jitter]]. [[Every other error|Any other error]], [[such as a wrong key|a wrong key, say]], [[goes straight to the caller|is raised at once]].',
    example: {
      language: 'python',
      code: 'import asyncio\nimport random\n\nimport openai\n\nTRANSIENT = (\n    openai.RateLimitError,\n    openai.APIConnectionError,  # includes APITimeoutError\n    openai.InternalServerError,\n)\n\nasync def robust_chat(client, messages, max_retries=3, model="gpt-4o-mini"):\n    for attempt in range(max_retries + 1):\n        try:\n            return await client.chat.completions.create(model=model, messages=messages)\n        except TRANSIENT:\n            if attempt == max_retries:\n                raise\n            await asyncio.sleep(2 ** attempt + random.random())',
      typescript:
        "import OpenAI from 'openai';\n\nconst isTransient = (error‹: unknown›) =>\n  error instanceof OpenAI.RateLimitError ||\n  error instanceof OpenAI.APIConnectionError || // includes timeouts\n  error instanceof OpenAI.InternalServerError;\n\nasync function robustChat(\n  client‹: OpenAI›,\n  messages‹: OpenAI.ChatCompletionMessageParam[]›,\n  { maxRetries = 3, baseMs = 1000 } = {},\n) {\n  for (let attempt = 0; ; attempt++) {\n    try {\n      return await client.chat.completions.create({ model: 'gpt-4o-mini', messages });\n    } catch (error) {\n      if (!isTransient(error) || attempt === maxRetries) throw error;\n      const waitMs = baseMs * (2 ** attempt + Math.random());\n      await new Promise((resolve) => setTimeout(resolve, waitMs));\n    }\n  }\n}",
    },
    notes:
      '[[The library retries, too|OpenAI’s library has retries of its own]]: give it `max_retries=0`, [[or the tries multiply|so that tries do not multiply]]. [[Three retries mean four tries|With 3 retries there are 4 tries]]. [[Not every 429 passes|One 429 stays]]: with `insufficient_quota` [[the account is empty|there is no credit]], [[so give up|and only a payment helps]]. [[Honour `Retry-After`|Wait for `Retry-After`]] if it is [[longer|more]] than your own pause, and [[limit the total time as well|cap the time of all tries together]].',
  },
  {
    name: 'a streaming helper',
    signals: [
      [/\bstream\w*\b[^.?\n]*\b(helper|function|wrapper|code|example|script)\b/i, 3],
      [/\b(helper|function|wrapper|code|script)\b[^.?\n]*\bstream\w*/i, 3],
      [/\bstream\s*=\s*true\b|\basync for\b/i, 3],
      [/\bstream(ing)?\b/i, 3],
    ],
    opening:
      '[[This helper|The helper below]] [[handles both modes|knows both modes]]: with `stream` it [[shows the text as it arrives|prints each piece at once]], without it [[waits for the whole reply|gets one reply]], and [[either way|in both cases]] it returns [[the full text|all of the text]]. [[The pieces are collected in a list|All pieces are kept in a list]] and [[joined at the end|joined when the stream is over]], [[for a log or a database|so that you can store the answer]], [[unless the stream broke off|if the stream came to its end]].',
    example: {
      language: 'python',
      code: 'async def chat(client, messages, stream=False, model="gpt-4o-mini"):\n    reply = await client.chat.completions.create(\n        model=model, messages=messages, stream=stream\n    )\n    if not stream:\n        return reply.choices[0].message.content\n\n    parts, finish_reason = [], None\n    async for chunk in reply:\n        for choice in chunk.choices:\n            text = choice.delta.content or ""\n            print(text, end="", flush=True)\n            parts.append(text)\n            finish_reason = choice.finish_reason or finish_reason\n    if finish_reason is None:\n        raise RuntimeError("The stream broke off before the answer was complete.")\n    return "".join(parts)',
      typescript:
        "import OpenAI from 'openai';\n\nasync function chat(\n  client‹: OpenAI›,\n  messages‹: OpenAI.ChatCompletionMessageParam[]›,\n  { stream = false, show = (text‹: string›)‹: unknown› => process.stdout.write(text) } = {},\n) {\n  const request = { model: 'gpt-4o-mini', messages };\n  if (!stream) {\n    const reply = await client.chat.completions.create(request);\n    return reply.choices[0]?.message.content ?? '';\n  }\n  const parts = [];\n  let finished = false;\n  for await (const chunk of await client.chat.completions.create({ ...request, stream })) {\n    for (const choice of chunk.choices) {\n      const text = choice.delta.content ?? '';\n      show(text);\n      parts.push(text);\n      finished ||= Boolean(choice.finish_reason);\n    }\n  }\n  if (!finished) throw new Error('The stream broke off before the answer was complete.');\n  return parts.join('');\n}",
    },
    notes:
      '[[A piece may be empty|Some pieces are empty]]: the first [[carries only the role|has only a role]], the last [[only the `finish_reason`|nothing but the `finish_reason`]]. [[Without the check at the end|If nobody checks at the end]], [[a broken stream looks like a short answer|half an answer passes for a whole one]]. For the token counts, [[add|send]] `stream_options` with `include_usage`; [[the last chunk then has `usage` and no choices|they come in a last chunk without choices]]. [[Flush after each piece|Do not forget to flush]], [[or the terminal shows it late|since terminals buffer]].',
  },
  {
    name: 'a session budget',
    signals: [
      [/\bbudget(s|ing|ed)?\b/i, 2],
      [
        /\b(session|tokens?|costs?|spend\w*|calls?|api|hard|usd|dollars?)\b[^.?\n]*\bbudget|\bbudget\b[^.?\n]*\b(session|ceiling|limit|calls?|api|tokens?)\b/i,
        5,
      ],
      [/\b(spend(ing)?|cost) (limit|ceiling|cap)\b/i, 6],
      [/\b(limit|cap|ceiling|control)\b[^.?\n]*\b(spend(ing)?|costs?)\b/i, 5],
    ],
    opening:
      '[[This session|The session below]] [[keeps count of what it has spent|adds up its costs]] and [[refuses to go on|stops]] [[at its limit|when the limit is reached]]: [[instead of another call|rather than calling again]] it raises an error. [[What a call has cost|The price of each call]] [[comes from|is worked out from]] its `usage`, [[with the prices of gpt-4o-mini|at gpt-4o-mini’s prices]], so [[a runaway loop|a loop that runs wild]] [[ends early|cannot ruin you]] [[instead of emptying the account|and the account survives]].',
    example: {
      language: 'python',
      code: `class BudgetExceededError(Exception):\n    pass\n\nclass BudgetedSession:\n    def __init__(self, client, limit_usd):\n        self.client = client\n        self.limit_usd = limit_usd\n        self.spent_usd = 0.0\n\n    async def ask(self, prompt):\n        if self.spent_usd >= self.limit_usd:\n            raise BudgetExceededError(\n                f"\${self.spent_usd:.6f} spent of \${self.limit_usd:.6f}"\n            )\n        response = await self.client.chat.completions.create(\n            model="gpt-4o-mini",\n            messages=[{"role": "user", "content": prompt}],\n            max_completion_tokens=500,\n        )\n        usage = response.usage\n        cost = usage.prompt_tokens * ${priceIn} + usage.completion_tokens * ${priceOut}\n        self.spent_usd += cost / 1_000_000\n        return response.choices[0].message.content`,
      typescript: `import OpenAI from 'openai';\n\nclass BudgetExceededError extends Error {}\n\nclass BudgetedSession {\n  spentUsd = 0;\n  client‹: OpenAI›;\n  limitUsd‹: number›;\n\n  constructor(client‹: OpenAI›, limitUsd‹: number›) {\n    this.client = client;\n    this.limitUsd = limitUsd;\n  }\n\n  async ask(prompt‹: string›) {\n    if (this.spentUsd >= this.limitUsd) {\n      throw new BudgetExceededError(\`$\${this.spentUsd} spent of $\${this.limitUsd}\`);\n    }\n    const response = await this.client.chat.completions.create({\n      model: 'gpt-4o-mini',\n      messages: [{ role: 'user', content: prompt }],\n      max_completion_tokens: 500,\n    });\n    const { prompt_tokens = 0, completion_tokens = 0 } = response.usage ?? {};\n    this.spentUsd += (prompt_tokens * ${priceIn} + completion_tokens * ${priceOut}) / 1_000_000;\n    return response.choices[0]?.message.content ?? '';\n  }\n}`,
    },
    notes:
      'This [[stops the call after|refuses the call that follows]] the one that [[passed the limit|went over]]. For a [[hard|strict]] limit, [[reserve the worst case before each call|set the worst case aside first]]: [[all the input, and `max_completion_tokens` of output|the whole prompt plus `max_completion_tokens`]], and [[settle|correct]] it [[when the usage is known|with the usage afterwards]]. [[That also holds for parallel calls|Only that survives parallel calls]], [[which otherwise all pass the check at once|which could all pass the check together]]. A failed call [[may have cost something, too|can cost money, too]].',
  },
  {
    name: 'token tracking',
    signals: [
      [/\b(track\w*|count\w*|monitor\w*|log\w*|measur\w*)\b[^.?\n]*\btokens?\b/i, 7],
      [/\btokens?\b[^.?\n]*\b(track\w*|count(er|ing)|monitor\w*|usage)\b/i, 7],
      [/\btrack\w*\b[^.?\n]*\b(usage|costs?|spending)\b/i, 7],
    ],
    opening:
      '[[This tracker|The tracker below]] [[adds up the tokens|keeps the totals]] of [[all the calls it sees|every call it is shown]]: [[how many calls|the number of calls]], tokens in, tokens out, [[and what they cost|and their price]]. [[The numbers come from|It reads]] the `usage` of each response, [[which is what the provider bills|the same numbers that are billed]], [[so nothing has to be counted by hand|so you need no tokenizer]]. [[Hand it every response|Show it each response]] [[as it arrives|before you use the text]].',
    example: {
      language: 'python',
      code: `class TokenTracker:\n    def __init__(self):\n        self.calls = self.input_tokens = self.output_tokens = 0\n\n    def add(self, response):\n        self.calls += 1\n        self.input_tokens += response.usage.prompt_tokens\n        self.output_tokens += response.usage.completion_tokens\n\n    @property\n    def cost_usd(self):\n        return (self.input_tokens * ${priceIn} + self.output_tokens * ${priceOut}) / 1_000_000\n\n    def report(self):\n        return (\n            f"{self.calls} calls, {self.input_tokens} in, "\n            f"{self.output_tokens} out, \${self.cost_usd:.6f}"\n        )`,
      typescript: `class TokenTracker {\n  calls = 0;\n  inputTokens = 0;\n  outputTokens = 0;\n\n  add(response‹: { usage?: { prompt_tokens: number; completion_tokens: number } }›) {\n    this.calls += 1;\n    this.inputTokens += response.usage?.prompt_tokens ?? 0;\n    this.outputTokens += response.usage?.completion_tokens ?? 0;\n  }\n\n  get costUsd() {\n    return (this.inputTokens * ${priceIn} + this.outputTokens * ${priceOut}) / 1_000_000;\n  }\n\n  report() {\n    const { calls, inputTokens, outputTokens, costUsd } = this;\n    return \`\${calls} calls, \${inputTokens} in, \${outputTokens} out, $\${costUsd.toFixed(6)}\`;\n  }\n}`,
    },
    notes:
      '[[A stream reports no usage|Streams leave usage out]] unless you ask with `stream_options`; [[one that breaks off|a broken one]] may [[never report it|not get that far]], so [[estimate then|make an estimate]] [[rather than counting nothing|instead of adding 0]]. [[Three calls cost next to nothing|A few calls are nearly free]], but [[times a thousand users|multiplied by your users]] [[it becomes a bill|they add up]]: [[track from the first day|begin on day one]], and [[keep a total for each user or feature|split the totals by user or feature]].',
  },
];
