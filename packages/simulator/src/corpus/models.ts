import { dollars, usdPerMillion } from './price-facts.js';
import type { Topic } from './topic.js';

const large = usdPerMillion('gpt-4o');
const mini = usdPerMillion('gpt-4o-mini');
const times = Math.round(large.input / mini.input);

/** Which model to take, from whom, and what it takes to run. */
export const models: readonly Topic[] = [
  {
    name: 'other providers',
    signals: [
      [/\b(claude|gemini|anthropic|mistral|llama|ollama|deepseek|grok)\b/i, 5],
      [
        /\b(other|another|different|switch(ing)?|multiple|multi|more)[- ](ai |llm )?providers?\b/i,
        6,
      ],
      [/\b(instead of|without|besides|alternatives? to|other than) open ?ai\b/i, 5],
    ],
    brief: [
      'You can [[use|take|call]] Claude, Gemini or another model [[instead of|in place of]] OpenAI’s: [[messages, system prompts, temperature and streaming|all the ideas, from messages to streaming,]] [[carry over|work alike|apply there, too]].',
      'Only the [[spelling|syntax|client]] [[differs|changes]] a little, [[such as `anthropic.Anthropic()` or `google.generativeai`|with `anthropic.Anthropic()` for Claude and `google.generativeai` for Gemini]]; [[many providers|quite a few providers|most of the others]] even [[speak|understand|accept]] OpenAI’s format, [[so a new base URL and key are enough|and then you change only the base URL and the key]].',
    ],
    explanation:
      'What you learn with OpenAI [[transfers|carries over]] to Claude, Gemini and [[the others|the rest]]: a list of messages, a system prompt, a temperature, a stream. What changes is [[the library and some names|how a call is spelled]]: Claude’s begins with `anthropic.Anthropic()` and [[takes the system prompt as a parameter of its own|wants the system prompt beside the messages]]; Gemini’s is `google.generativeai`, or its [[successor|newer form]] `google.genai`. [[Many providers also offer|Many, these two included, also offer]] an endpoint in OpenAI’s format, [[which needs no new code|for which your code can stay]].',
    example: {
      language: 'python',
      code: 'import os\n\nimport openai\n\n# The same client, pointed at another provider:\nclient = openai.AsyncOpenAI(\n    base_url="https://generativelanguage.googleapis.com/v1beta/openai/",\n    api_key=os.environ["GEMINI_API_KEY"],\n)',
      typescript:
        "import OpenAI from 'openai';\n\n// The same client, pointed at another provider:\nconst client = new OpenAI({\n  baseURL: 'https://generativelanguage.googleapis.com/v1beta/openai/',\n  apiKey: process.env.GEMINI_API_KEY,\n});",
    },
    notes:
      'Compatible [[rarely means identical|does not mean identical]]: [[parameters, limits and errors|limits, parameters and error codes]] differ, and so do prices. [[Keep the model name and the base URL in your settings|Make model and base URL a setting]], [[not scattered through the code|and not a part of the code]], and [[test each provider you mean to use|try every provider before you rely on it]]. A second one also makes a good [[fallback|spare]] [[when the first is down|for the day the first one fails]].',
  },
  {
    name: 'free use of the API',
    signals: [
      [/\bfree (credits?|tier|trial|use|plan|api)\b/i, 5],
      [/\bfree\b[^.?\n]*\b(api|open ?ai|gpt|tokens?)\b|\b(api|open ?ai|gpt)\b[^.?\n]*\bfree\b/i, 5],
      [/^\s*(is|are) (it|this|they) free\b/i, 4],
      [/\b(pay|paid|credit card)\b[^.?\n]*\b(api|open ?ai|gpt)\b/i, 4],
    ],
    brief: [
      'The API is [[not free|no free service]]: new accounts [[often|may]] [[start with|come with|get]] some free credit, and [[after that|once it is gone|from then on]] you pay [[per token|by the token|for each token]].',
      'For learning that is [[little|not much]]: [[a session rarely costs|you will rarely spend]] more than a few cents, [[and OpenAI’s pricing page|while OpenAI’s pricing page]] [[has the current offers|says what is offered today|shows what applies now]].',
    ],
    explanation: `You pay for [[what you use|the tokens you use]]; there is no [[monthly fee|subscription]], and a ChatGPT subscription [[does not cover it|is a different thing]]. New accounts [[typically|usually]] get [[a little|some]] free credit ([[the amount changes|how much varies]]), so [[look at|check]] the pricing page. [[After that|Beyond it]] each token has a price: gpt-4o-mini costs ${dollars(mini.input)} for a million tokens in and ${dollars(mini.output)} for a million out, [[which makes a short exchange cost|so that a short exchange comes to]] [[far less than a cent|a tiny part of a cent]].`,
    example: {
      language: 'text',
      code: `An evening of learning with gpt-4o-mini: 50 questions,\n300 tokens in and 400 out each\n\n15,000 in  x ${dollars(mini.input)} / 1,000,000 = $${((15_000 * mini.input) / 1e6).toFixed(5)}\n20,000 out x ${dollars(mini.output)} / 1,000,000 = $${((20_000 * mini.output) / 1e6).toFixed(5)}`,
    },
    notes:
      '[[Set a spending limit|Put a limit on spending]] in the billing settings [[before the first call|on the first day]], and [[a budget in your code|let your code keep a budget, too]]. [[While you practise|For practice]], a simulator [[costs nothing at all|is really free]]. An account [[without credit|whose credit is used up]] gets a 429 with the code `insufficient_quota`, [[which waiting does not cure|and no retry helps against that]].',
  },
  {
    name: 'the computer you need',
    signals: [
      [/\bGPUs?\b|\bgraphics cards?\b/i, 6],
      [/\b(need|require|enough)\b[^.?\n]*\b(computer|machine|laptop|hardware)\b/i, 5],
      [/\b(computer|machine|laptop|hardware)\b[^.?\n]*\b(need|require|enough)\b/i, 5],
    ],
    brief: [
      'You need no GPU: the model runs on [[the provider’s servers|OpenAI’s servers|servers of the provider]], and your program [[only|just|merely]] [[sends text there and gets text back|exchanges text with them]].',
      '[[Any computer|Every computer]] [[with Python and an internet connection|that runs Python and is online]] [[will do|is enough|is good enough]], [[even|including]] [[an old laptop|a small old laptop|a Raspberry Pi]]; [[a GPU matters only|you want a GPU only]] if you [[run a model yourself|want to run a model at home|host a model of your own]].',
    ],
    explanation:
      'All the [[heavy work|calculation]] happens [[far away|in a data centre]]. Your script [[puts some text into|makes]] an HTTP request, [[waits|does nothing for a while]], and [[reads the reply|gets text back]]; that is [[less work than|hardly more than]] [[opening a web page|loading a web site]]. [[So what you need is|All it takes is]] Python, a key and the internet. A GPU [[comes in|enters]] only when [[you run or train a model yourself|the model itself runs on your machine]].',
    example: {
      language: 'text',
      code: 'your laptop                          the provider\n-----------                          ------------\nmessages (a few kB of JSON)   --->   model on its GPUs\nanswer   (a few kB of JSON)   <---   tokens, one by one',
    },
    notes:
      'What you [[feel|notice]] as speed is [[the model and the network|the server and the line]], not your [[processor|machine]]: a smaller model or [[streaming|a streamed answer]] helps, [[a faster computer does not|new hardware does not]]. [[Without a connection nothing works|Offline there is no answer]], so [[handle connection errors|be ready for lost connections]] [[and set a timeout|and never wait without a timeout]].',
  },
  {
    name: 'GPT-4o and GPT-4o-mini',
    signals: [
      [
        /\b4o\b[^.?\n]*\b(vs\.?|versus|or|and|between|from|compared|than|instead|over|to)\b[^.?\n]*\bmini\b/i,
        6,
      ],
      [
        /\bmini\b[^.?\n]*\b(vs\.?|versus|or|and|from|compared|than|instead|over|to)\b[^.?\n]*\b4o\b/i,
        6,
      ],
      [/\b(gpt[- ]?)?4o\b/i, 3],
    ],
    brief: [
      `GPT-4o is [[better at|stronger in]] [[hard reasoning, mathematics and fine instructions|difficult reasoning, maths and subtle instructions]], and costs about ${times} times [[as much|what GPT-4o-mini costs]]; GPT-4o-mini is [[faster|quicker]] and [[good enough for most tasks|does most tasks just as well]].`,
      '[[Start with|Begin with]] mini, [[measure|test]] it on [[your own examples|questions of your own]], and [[move up|upgrade]] [[only where it fails you|only if you must|where it proves too weak]].',
    ],
    explanation: `The two take the same requests; [[what differs is skill, speed and price|they differ in skill, speed and price]]. GPT-4o [[follows|copes with]] [[long or delicate instructions|complicated instructions]] better and [[makes fewer slips|stumbles less]] in [[several steps of reasoning or mathematics|mathematics and long chains of thought]]. GPT-4o-mini [[answers sooner|is quicker]] and handles [[explanations, summaries, extraction and small code|everyday work]] [[equally well|about as well]]. The price [[decides|settles it]]: [[in both directions|for input and output alike]] GPT-4o costs about ${times} times as much.`,
    example: {
      language: 'text',
      code: `               per 1M tokens in    per 1M tokens out\ngpt-4o-mini    ${dollars(mini.input).padEnd(16)}    ${dollars(mini.output)}\ngpt-4o         ${dollars(large.input).padEnd(16)}    ${dollars(large.output)}\nratio          ${(large.input / mini.input).toFixed(1).padEnd(16)}    ${(large.output / mini.output).toFixed(1)}`,
    },
    notes:
      '[[Collect|Write down]] [[twenty|a few dozen]] real questions with [[good answers|the answers you want]], run both models on them, and [[look whether|see if]] the difference [[is worth the price|pays for itself]]. [[You can also mix|Mixing works as well]]: mini for [[the bulk|most requests]], GPT-4o for [[the hard ones|those that fail a check]]. [[Since only the model name changes|As it is only a name in the request]], [[the experiment costs minutes|you can try it in minutes]].',
  },
  {
    name: 'choosing a model',
    signals: [
      [
        /\b(which|what|best|right|good|choos\w*|pick\w*|select\w*)\b[^.?\n]{0,30}\bmodels?\b(?! (car|railway|train|plane|year))/i,
        6,
      ],
      [/\bmodel\b[^.?\n]{0,20}\b(should|to) (I |we )?(use|choose|pick|take|start with)\b/i, 3],
    ],
    brief: [
      '[[Take|Choose|Use]] the [[smallest|cheapest]] model that [[does your task well|passes your own tests|gets your examples right]]; [[to begin with|for a start|to start]], that is gpt-4o-mini, [[fast, cheap and good enough for most things|which is quick, cheap and enough for most tasks]].',
      `[[Go up to|Move to|Step up to]] gpt-4o only [[for hard reasoning, mathematics or subtle instructions|where reasoning is hard or instructions are subtle]], [[and only after|but only after]] [[you saw mini fail|mini has failed there]]: [[it costs|the price is]] about ${times} times [[as much|that of mini]].`,
    ],
    explanation:
      'A model is a trade of [[quality against price and speed|skill against money and time]]. [[Nobody can tell you|No table tells you]] which one [[suits|is best for]] your task, but [[your own examples can|a small test can]]: collect [[questions with the answers you expect|real questions and good answers]], start with gpt-4o-mini, and [[see what it gets wrong|count the mistakes]]. [[Often a better prompt is all it takes|Often the cure is a clearer prompt]]; [[if not|otherwise]], take the next bigger model [[and compare again|and count again]].',
    example: {
      language: 'python',
      code: 'MODEL = "gpt-4o-mini"  # one place to change it\n\nresponse = await client.chat.completions.create(\n    model=MODEL,\n    messages=[{"role": "user", "content": "Summarise this report: ..."}],\n)',
      typescript:
        "const model = 'gpt-4o-mini'; // one place to change it\n\nconst response = await client.chat.completions.create({\n  model,\n  messages: [{ role: 'user', content: 'Summarise this report: ...' }],\n});",
    },
    notes:
      '[[Keep the name in one place|Name the model in a single place]], so that [[trying another is one edit|a change is one edit]]. [[Models are updated behind their names|A name may point to a newer snapshot one day]]; where results must not [[shift|drift]], [[name a dated snapshot|use a dated name]]. And [[ask for `usage`|look at `usage`]]: [[the dearer model may need fewer tokens|a long answer from a cheap model can cost more than a short one]].',
  },
];
