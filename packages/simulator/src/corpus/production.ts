import type { Topic } from './topic.js';

/** From a script to something that others use. */
export const production: readonly Topic[] = [
  {
    name: 'streaming in production',
    signals: [
      [/\bstream\w*\b[^.?\n]*\bproduction\b|\bproduction\b[^.?\n]*\bstream/i, 9],
      [
        /\b(should|when|why|worth|better|do (I|we|you) (need|have))\b[^.?\n]{0,30}\bstream(ing)?\b/i,
        6,
      ],
      [/\bnon[- ]streaming\b|\b(with|and|vs\.?|versus|or) (no |without )?streaming\b/i, 3],
      [/\bstreaming (worth|needed|necessary|useful)\b/i, 3],
      [/\bstream(ing)?\b[^.?\n]*\b(batch|background|user[- ]facing)\b/i, 4],
    ],
    brief: [
      '[[Stream|Use streaming]] wherever [[a person waits|somebody is reading along]]: the total time is [[the same|no shorter]], but [[the first words come at once|reading starts at once]], and that [[feels faster|is what people call fast]].',
      'For [[batch jobs and background tasks|work in the background]], [[leave it out|do without]]: one plain reply is [[simpler|easier to handle]], and [[brings its `usage` by itself|comes with its usage]]; a stream [[has to be asked for that|reports it only on request]], with `stream_options`.',
    ],
    explanation:
      '[[It depends on who is waiting|The question is who waits]]. A person in front of [[an empty screen|a blank page]] [[leaves after a few seconds|loses patience soon]], so in [[a chat or an editor|anything people look at]] streaming is [[the rule|right]], although [[the last word comes no sooner|the whole takes as long]]. A program that needs [[the whole answer|all of it]] before it can go on [[gains nothing|does not profit]]: [[data extraction, nightly jobs, tests|extraction, batch jobs, tests]] are [[simpler|easier]] with one reply.',
    example: {
      language: 'python',
      code: 'stream = await client.chat.completions.create(\n    model="gpt-4o-mini",\n    messages=messages,\n    stream=True,\n    stream_options={"include_usage": True},  # else no token counts\n)\nasync for chunk in stream:\n    for choice in chunk.choices:  # empty in the chunk with the usage\n        print(choice.delta.content or "", end="", flush=True)',
      typescript:
        "const stream = await client.chat.completions.create({\n  model: 'gpt-4o-mini',\n  messages,\n  stream: true,\n  stream_options: { include_usage: true }, // else no token counts\n});\nfor await (const chunk of stream) {\n  // Empty in the chunk with the usage.\n  for (const choice of chunk.choices) process.stdout.write(choice.delta.content ?? '');\n}",
    },
    notes:
      'In production a stream [[asks for more care|needs more care]] than a reply: it can [[stall or break off|break off or stall]] [[after the first words|halfway]], so [[set a limit for silence|watch the gaps]], and [[count an answer as complete|call an answer complete]] only with a `finish_reason`. [[When the user leaves|If the reader goes away]], [[abort the call|close the stream]]: [[nobody should pay for words that nobody reads|words nobody reads cost money, too]]. And [[turn off buffering|allow no buffering]] in [[proxies on the way|the proxies in between]].',
  },
  {
    name: 'hardcoded API keys',
    signals: [
      [/\bhard[- ]?cod(e|ed|ing)\b/i, 7],
      [
        /\b(keys?|secrets?)\b[^.?\n]*\b(in (the|my|your) code|source|git(hub)?|commit\w*|repo\w*|leak\w*|store|stored|safe\w*|hide|secure\w*|\.env)\b/i,
        7,
      ],
      [/\b(store|hide|protect|secure|put|keep|load|read)\b[^.?\n]*\b(api |secret )?keys?\b/i, 7],
      [/\benvironment variables?\b|\bdotenv\b|(^|\s)\.env\b/i, 5],
    ],
    brief: [
      'A key that stands in the code [[goes wherever the code goes|travels with it]]: [[to git, to colleagues, to a browser|into git, to colleagues and backups]], and [[whoever sees it|anyone who reads it]] [[spends your money|can spend in your name]].',
      '[[Read it from|Keep it in]] the environment, `os.environ["OPENAI_API_KEY"]`, set with `export` or [[from|in]] a `.env` file that git [[ignores|does not see]]; [[if it was ever committed|once it has been committed]], [[revoke it|replace it]], [[as the history keeps it|since git forgets nothing]].',
    ],
    explanation:
      'Writing `api_key="…"` into a file is [[quick|convenient]], and [[the first mistake of many projects|a mistake nearly everyone makes once]]. [[Code gets copied|Code moves]]: into a repository, [[a screenshot|a chat]], a log. [[Bots search public code all day|Bots comb through public code]] and [[use a key within minutes|find a key within minutes]]; a private repository is [[no protection|not safe either]], as it [[may be opened, forked or leaked|is copied to every laptop]]. So the code [[names the variable|says only where the key is]], and the environment [[holds the key|has the value]].',
    example: {
      language: 'python',
      code: '# Not: client = openai.AsyncOpenAI(api_key="the key itself")\n\nimport os\n\nimport openai\nfrom dotenv import load_dotenv  # pip install python-dotenv\n\nload_dotenv()  # reads OPENAI_API_KEY from .env, which .gitignore lists\nclient = openai.AsyncOpenAI(api_key=os.environ["OPENAI_API_KEY"])',
      typescript:
        "// Not: new OpenAI({ apiKey: 'the key itself' })\n\nimport OpenAI from 'openai';\n\n// Start with: node --env-file=.env app.js, and list .env in .gitignore.\nconst client = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });",
    },
    notes:
      '`os.environ["…"]` [[stops with a `KeyError`|fails at once]] when the variable is missing, [[which is better than|and that beats]] [[a 401 later|a puzzling 401]]. On a server, [[use the secret store of the platform|let the platform hold the secret]]. [[In a browser there is no safe place|A browser has no safe place]] for a key: [[call your own server|let your server make the call]]. [[One key for each project|Separate keys]] and [[a spending limit|a monthly limit]] [[keep the damage small|make a leak bearable]].',
  },
  {
    name: 'common mistakes',
    signals: [
      [
        /\b(common|beginners?['’]?|typical|biggest|top|worst|usual|classic)( \w+)? (mistakes|pitfalls)\b/i,
        7,
      ],
      [/\bmistakes\b/i, 4],
      [/\b(what|things?)\b[^.?\n]*\bavoid\b[^.?\n]*\b(api|open ?ai)\b/i, 5],
    ],
    brief: [
      'Four mistakes [[are common|come up again and again]]: [[a key in the code|a hardcoded key]], [[an unread `finish_reason`|a `finish_reason` that nobody reads]], [[calls without error handling|no error handling]], and [[vague prompts|prompts that leave too much open]].',
      'The cures are [[short|simple]]: [[an environment variable|the key in the environment]], [[a check for `length`|a look at `finish_reason`]], [[a retry with backoff for what can pass|retries with growing pauses]], and [[saying exactly what you want|a prompt that names input, output and edge cases]].',
    ],
    explanation:
      '[[Nearly everyone|Almost everybody]] who calls a model for the first time [[makes the same mistakes|stumbles over the same four things]]. [[They are easy to mend|Each has a short cure]]: [[the first takes a line|some take a single line]], [[the last takes some thought|others a little thought]]. [[What they share|Common to them]] is that the code [[works in the demo|runs well on your desk]] and [[fails later|breaks in production]], [[when nobody is watching|at two in the morning]].',
    example: {
      language: 'text',
      code: '1. The key is in the code          read it from the environment\n2. finish_reason is ignored        check it: "length" means cut off\n3. There is no error handling      retry what can pass, report the rest\n4. The prompt is vague             name input, output and edge cases',
    },
    notes:
      '[[A fifth follows soon|Number five is not far]]: [[no limit on spending|spending without a limit]]. [[Log `usage` from the first day|Look at `usage` early]], and [[give each session a budget|set a budget per session]]. [[Of the four|Among them]], the [[hardcoded key|key in the code]] is [[the most expensive|the dearest]], the missing retry the most [[frequent|common]], and the vague prompt [[the one that improves most when mended|where a little work pays most]]. [[Ask me about any of them.|Each of them is worth a question of its own.]]',
  },
];
