import type { Topic } from './topic.js';

/** Calling a chat model. */
export const api: readonly Topic[] = [
  {
    name: 'API calls',
    signals: [
      [/\bAPI (call|request)s?\b|\bcall(ing)? (an?|the) API\b/i, 2],
      [/\bfirst (API )?call\b/i, 3],
      [/\bAPIs?\b/i, 3],
    ],
    brief: [
      'An API call is [[a request|a message]] your program sends to [[another program|a server|a service]], [[over the internet|across the network]], to [[get data back|get an answer|have work done]] [[in an agreed format|in a form both sides know|according to fixed rules]].',
      'For a chat model you [[send|post]] [[a model name and a list of messages|the messages and the name of a model]], and [[receive|get back]] [[the answer|a reply]] [[with its token counts|and what it used|together with its usage]].',
    ],
    explanation:
      'An API call [[asks|lets your program ask]] another program to [[do something|do some work]] and [[waits for|returns]] the reply. [[Four things are involved|There are four parts]] in a chat call: the client, [[which knows the address and your key|with the address and the key]]; the model, [[which decides quality and price|a trade of quality against price]]; the messages, [[the conversation so far|which carry the conversation]]; and the response, [[the answer and facts about it|which wraps the answer]].',
    example: {
      language: 'python',
      code: 'import os\n\nimport openai\n\nclient = openai.AsyncOpenAI(api_key=os.environ["OPENAI_API_KEY"])\n\nresponse = await client.chat.completions.create(\n    model="gpt-4o-mini",\n    messages=[{"role": "user", "content": "What is an API call?"}],\n)\nprint(response.choices[0].message.content)',
      typescript:
        "const response = await fetch('https://api.openai.com/v1/chat/completions', {\n  method: 'POST',\n  headers: {\n    'content-type': 'application/json',\n    authorization: 'Bearer ' + process.env.OPENAI_API_KEY,\n  },\n  body: JSON.stringify({\n    model: 'gpt-4o-mini',\n    messages: [{ role: 'user', content: 'What is an API call?' }],\n  }),\n});\nconst completion = await response.json();\nconsole.log(completion.choices[0].message.content);",
    },
    notes:
      'The wording of the answer [[differs|changes]] from run to run unless you [[lower|set]] the temperature [[to 0|all the way down]]. [[Keep the key in an environment variable|Put the key into the environment]], never in the code. [[And expect failures:|Calls fail sometimes:]] [[networks break and servers get busy|limits are hit and servers hiccup]], so [[retry the temporary errors|wrap the call in a retry]].',
  },
  {
    name: 'the response object',
    signals: [
      [
        /\b(anatomy|structure|fields?|parts?)\b[^.?\n]*\bresponse\b|\bresponse (object|anatomy|structure)\b/i,
        7,
      ],
    ],
    brief: [
      'A chat response [[holds|contains|carries]] `choices`, [[each with a message and a `finish_reason`|the answers, each with its `finish_reason`]], `usage` with [[the token counts|the tokens you pay for]], [[and the `model` that answered|the `model`, and an `id`]].',
      '[[Always check|Look at|Never skip]] `finish_reason`: `stop` means [[the answer is complete|it finished by itself|it is done]], `length` means [[it was cut off|it hit the limit|it ran into the token limit]] and [[is not the whole answer|must not pass for complete|the end is missing]].',
    ],
    explanation:
      'The response [[is more than text|wraps the answer in facts about it]]. `choices` is a list, [[usually of one|with one entry unless you asked for more]]; `choices[0].message.content` is [[the text|what the model said]]. `usage` [[counts|reports]] the tokens of prompt and answer, [[which is what you pay for|the basis of the bill]]. `model` names the [[exact version|dated snapshot]] that [[answered|served you]], and `id` [[identifies|names]] the reply [[in logs|when you ask for support]].',
    example: {
      language: 'json',
      code: '{\n  "id": "chatcmpl-8x",\n  "model": "gpt-4o-mini-2024-07-18",\n  "choices": [\n    {\n      "index": 0,\n      "message": { "role": "assistant", "content": "Hello!" },\n      "finish_reason": "stop"\n    }\n  ],\n  "usage": { "prompt_tokens": 9, "completion_tokens": 2, "total_tokens": 11 }\n}',
    },
    notes:
      '`finish_reason` says why the model [[stopped|ended]]: `stop` for [[a natural end|a complete answer]], `length` for [[a cut at the token limit|an answer that was cut off]], `tool_calls` when it [[wants a tool|asks you to run something]], `content_filter` when [[a filter stepped in|the text was held back]]. [[Check it before you use the text.|Code that ignores it will one day process half an answer.]]',
  },
  {
    name: 'system messages',
    signals: [[/\bsystem (message|prompt)s?\b/i, 6]],
    brief: [
      'A system message tells the model [[how to behave|how to answer|what part to play]] [[before|ahead of]] the user [[says anything|asks a question|speaks]]: [[tone, length, audience, format|its role, its style and its limits|who it is and how it should sound]].',
      'It [[changes|shapes|steers]] [[how the model says things|the style of the answer|the manner]], [[not what it knows|but not its knowledge|while its knowledge stays the same]], so the same question can [[give very different answers|yield a lecture or two lines|come back short or long]].',
    ],
    explanation:
      'The messages of a chat have roles. `system` [[sets the rules|gives the instructions]], `user` [[asks|carries the question]], and `assistant` holds [[what the model said before|earlier answers]], which is how a conversation [[has a memory|remembers]]. The system message is [[programming without code|your main lever]]: it [[decides|fixes]] [[tone, length and format|audience, length and style]] [[for the whole conversation|for every answer that follows]].',
    example: {
      language: 'json',
      code: '[\n  { "role": "system", "content": "You are a patient tutor. Answer in two sentences." },\n  { "role": "user", "content": "Explain a for loop" }\n]',
    },
    notes:
      '[[Be specific:|Precise beats polite:|Say exactly what you want:]] “answer in two sentences, for a beginner” [[works better than|beats]] “be helpful”. [[It is sent, and billed, with every request|You pay for it on each call]], so keep it [[short|as short as it can be]]. And it is [[guidance, not a wall|no security boundary]]: [[a user may talk the model out of it|users can try to override it]].',
  },
  {
    name: 'temperature',
    signals: [
      [/\btemperature\b/i, 5],
      [/\bdeterministic\b|\btop_p\b|\bsame (answer|output) (every|each)\b/i, 4],
    ],
    brief: [
      'Temperature [[sets|controls|decides]] how [[freely|boldly|adventurously]] a model picks [[its next word|each next token|the next token]]: at 0 it [[takes the likeliest|always plays safe|goes for the most likely]], at 1 it [[varies|takes its chances|mixes things up]].',
      'Use 0 for [[code and data|facts and extraction|work that must be exact]], [[about 0.5|the middle]] for [[teaching and summaries|explanations|everyday text]], 1 for [[ideas and stories|brainstorming|creative writing]].',
    ],
    explanation:
      'A model [[gives every possible next token a probability|ranks all possible next tokens]]. Temperature [[sharpens or flattens|reshapes]] those odds before one is [[drawn|picked]]. Near 0 the [[favourite|likeliest token]] [[always wins|takes everything]], so the same prompt gives [[nearly the same answer|almost identical answers]]. At 1 the odds [[stay as they are|are left alone]]; above 1.5 [[unlikely words become common|long shots win often]], and the text [[falls apart|loses its thread]].',
    example: {
      language: 'text',
      code: '0.0   the same answer again and again   code, data extraction, facts\n0.5   some variation                     tutoring, summaries\n1.0   a new angle each time              brainstorming, creative writing\n1.5+  wild, sometimes incoherent         rarely useful',
    },
    notes:
      '[[Start at 0|Begin with 0]] where correctness matters, and [[raise it|go up]] only when you [[want variety|miss variety]]. [[Even 0 is no promise|Do not rely on 0]]: providers [[call it nearly deterministic|may still differ slightly]]. `top_p` is [[the other dial|a second way]], which [[cuts off the unlikely tail|drops the least likely tokens]]; change [[one of the two|one, not both]].',
  },
  {
    name: 'tokens and cost',
    signals: [
      [/\btokens?\b/i, 4],
      [/\busage\b/i, 3],
      [
        /\b(costs?|prices?|pricing|bill(ed|ing)?|expensive|cheap)\b[^.?\n]*\b(api|open ?ai|gpt|models?|calls?|requests?|questions?|prompts?|this)\b/i,
        4,
      ],
      [
        /\b(api|open ?ai|gpt|models?|calls?|requests?|questions?|prompts?)\b[^.?\n]*\b(costs?|prices?|pricing|bill(ed|ing)?|expensive|cheap)\b/i,
        4,
      ],
    ],
    brief: [
      'A token is a [[piece of text|fragment of text|chunk of text]], [[about four characters|roughly three quarters of a word]] in English, and [[the unit|what]] models [[read, write and charge by|count and bill in|are billed in]].',
      'You pay for [[what you send|the prompt]] and, [[at a higher rate|several times dearer]], for [[what comes back|the answer]]: with gpt-4o-mini [[a thousand tokens in and five hundred out|1,000 in and 500 out]] [[cost $0.00045|come to $0.00045|make $0.00045]], [[less than a twentieth of a cent|a small fraction of a cent]].',
    ],
    explanation:
      'Models do not [[see|read]] letters or words but tokens: [[common words are one token|a frequent word is one token]], rare ones are [[several|split into parts]]. [[Everything counts|Both directions count]]: the system message, the [[whole conversation so far|earlier turns]], and the answer. Input and output have [[separate prices|prices of their own]] per million tokens, output being [[the dearer|several times as expensive]]. The `usage` field of each reply [[has the exact numbers|tells you what was used]].',
    example: {
      language: 'text',
      code: 'gpt-4o-mini: $0.15 per million tokens in, $0.60 per million out\n\n1,000 in  x $0.15 / 1,000,000 = $0.00015\n  500 out x $0.60 / 1,000,000 = $0.00030\n                        total = $0.00045',
    },
    notes:
      '[[A single call is nearly free; a loop that runs away is not.|One call costs next to nothing, a runaway loop does not.]] [[Set a budget|Use a hard budget]], [[cap the answer|limit the answer]] with `max_completion_tokens`, [[trim|shorten]] old turns, and [[start with the small model|prefer the small model until it fails you]]. [[Then watch `usage`.|Log `usage` from day one.]]',
  },
  {
    name: 'streaming',
    signals: [
      [/\bstream(ing|s|ed)?\b/i, 5],
      [/\bdeltas?\b|\bchunks?\b/i, 3],
    ],
    brief: [
      'Streaming [[sends|delivers|shows]] the answer [[piece by piece|token by token|bit by bit]], [[as it is written|while the model is still writing|as soon as each piece exists]], so the user [[sees the first words at once|does not stare at a blank screen|can start reading right away]].',
      'Each chunk [[carries|holds|brings]] a `delta` with [[a little text|some new text]]; [[join|append|collect]] them for the whole answer, and [[trust it only|call it complete only]] [[once a `finish_reason` has come|after a `finish_reason`]].',
    ],
    explanation:
      'Without streaming you [[wait|get nothing]] until the whole answer is [[written|ready]]. With `stream: true` the server [[sends|pushes]] it as [[server-sent events|a series of small events]]: [[lines|messages]] that begin with `data:` and hold a JSON chunk. The total time is [[the same|no shorter]], but the wait for the first word [[shrinks|drops]] from [[seconds|many seconds]] to [[a moment|a fraction of one]], which [[feels much faster|is what people notice]].',
    example: {
      language: 'text',
      code: 'data: {"choices":[{"delta":{"role":"assistant"},"finish_reason":null}]}\n\ndata: {"choices":[{"delta":{"content":"Hel"},"finish_reason":null}]}\n\ndata: {"choices":[{"delta":{"content":"lo"},"finish_reason":null}]}\n\ndata: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]',
    },
    notes:
      '[[Stream to people, not to batch jobs.|Use it wherever a person is waiting; a batch job gains nothing.]] [[Ask for usage with|To get the token counts, set]] `stream_options: { include_usage: true }`. And [[a stream can break off|streams get cut]]: one that [[ends without|has no]] `finish_reason` is [[not an answer|incomplete]], [[however good it looks|even if it reads well]].',
  },
  {
    name: 'retries and backoff',
    signals: [
      [/\bback-?off\b/i, 6],
      [/\bjitter\b/i, 5],
      [/\bretr(y|ies|ying)\b/i, 4],
      [/\brate[- ]?limit(s|ed|ing)?\b/i, 4],
    ],
    brief: [
      '[[Backoff|Exponential backoff]] means [[waiting longer after each failed try|making each pause longer than the last]], [[such as|for example|say]] 1, 2, 4, 8 seconds, [[so that a busy server can recover|to give a struggling server room|instead of hammering a busy server]].',
      '[[Retry|Repeat]] only [[temporary errors|what can pass]], [[like rate limits, timeouts and lost connections|such as limits, timeouts and server errors]], [[add some randomness|mix in some chance]], and [[never repeat a bad request or a wrong key|give up at once on a bad request or key]].',
    ],
    explanation:
      'Calls fail for [[two kinds of reasons|reasons of two kinds]]. Some [[pass|go away]]: [[a rate limit|too many requests]], [[a timeout|a slow server]], a lost connection, a server error. Others [[stay|do not]]: a wrong key, a malformed request, [[an empty account|no credit]]. Retry [[the first kind|those that pass]], [[with growing pauses|waiting longer each time]]; repeating the second [[only wastes time and money|cannot help]].',
    example: {
      language: 'python',
      code: 'def backoff_delays(max_retries, base=2.0):\n    return [base ** attempt for attempt in range(max_retries)]\n\nprint(backoff_delays(4))  # [1.0, 2.0, 4.0, 8.0]',
    },
    notes:
      '[[Add jitter, a random part|Randomise each pause]], or [[all clients come back at the same moment|a crowd of clients returns in step]]. If the server [[names a time|says how long]] in `Retry-After`, [[never come back sooner|wait at least that long]]. [[Limit the tries and the total time|Cap both the tries and the time]], and [[once text has reached the user, do not start over silently|never restart quietly when the user has already seen text]].',
  },
  {
    name: 'API keys',
    signals: [[/\b(API|secret) keys?\b/i, 6]],
    brief: [
      'An API key is a [[secret|password]] that [[tells|shows]] the provider [[who is calling|whose account to bill|which account pays]]; [[whoever has it can spend your money|anyone who holds it spends your money]].',
      '[[Keep it in|Read it from|Put it into]] an environment variable, [[for example|such as]] `OPENAI_API_KEY`, [[never in the code|not in source files|never in a repository]], [[and replace it at once if it leaks|and revoke it the moment it leaks|and make a new one if it gets out]].',
    ],
    explanation:
      'Every request [[carries|brings along]] your key in the `Authorization` header. It is [[all|the only thing]] a provider [[checks|asks for]], so [[treat it like a password|guard it like a password]]: [[bots search public code for keys|keys in public repositories are found]] [[within minutes|in minutes]]. A 401 means the key is [[missing, mistyped or revoked|wrong, expired or absent]]; [[retrying will not help|no retry mends that]].',
    example: {
      language: 'bash',
      code: 'export OPENAI_API_KEY="your-key-here"\n\n# or in a file named .env, which is listed in .gitignore:\n# OPENAI_API_KEY=your-key-here',
    },
    notes:
      '[[Add `.env` to `.gitignore` before the first commit|Make sure git ignores `.env`]], even in [[private repositories|a private repository]]. [[Never ship a key to a browser|A key has no place in browser code]]: [[everyone can read it there|any visitor can read it]]. [[Use one key per project, with a spending limit.|Give each project its own key and a limit.]]',
  },
];
