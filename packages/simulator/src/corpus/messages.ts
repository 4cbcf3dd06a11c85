import type { Topic } from './topic.js';

/** What goes into a request, and how its answer ends. */
export const messages: readonly Topic[] = [
  {
    name: 'messages and roles',
    signals: [
      [/\broles\b/i, 4],
      [/\bthe messages\b/i, 3],
      [/\b(system|user|assistant|developer|message|chat) role\b/i, 6],
      [/\bmessages?[- ](list|array|format|parameter)\b|\b(list|array) of messages\b/i, 7],
      [/\b(assistant|user|developer) messages?\b/i, 6],
    ],
    brief: [
      'The messages list [[carries|holds]] the conversation, [[oldest first|in order]]: each entry [[has|is]] a role and [[its content|a text]], where `system` [[sets the rules|says how to behave]], `user` [[asks|brings the question]], and `assistant` [[is what the model answered|keeps what the model said]].',
      'The model [[remembers nothing|has no memory of its own]], so [[every request|each call]] [[sends the whole list|carries all of it again]], and [[what is not in the list|whatever you leave out]] [[was never said|does not exist for it]].',
    ],
    explanation:
      'A request has a list of messages, [[each an object|all of them objects]] with `role` and `content`. There are three [[main roles|roles to know]]: `system` gives the [[standing instructions|rules for the whole conversation]], `user` is [[the person asking|what the person says]], and `assistant` is [[the model’s own earlier answers|what the model said before]]. The order [[matters|counts]]: the system message [[comes first|leads]], then user and assistant [[take turns|alternate]], and the last message is [[the question to answer|usually the user’s]].',
    example: {
      language: 'json',
      code: '[\n  { "role": "system", "content": "You are a patient tutor." },\n  { "role": "user", "content": "What is a list?" },\n  { "role": "assistant", "content": "A list keeps values in order." },\n  { "role": "user", "content": "And how do I add one?" }\n]',
    },
    notes:
      '“One” in the last question [[makes sense only|can be understood only]] because [[the turns before it are there|the earlier turns were sent along]]. [[Reasoning models|Some newer models]] [[prefer|take]] `developer` [[for|as the name of]] the system role, and [[tools bring|tool calls add]] a `tool` role [[for their results|with what the tool returned]]. The list is [[billed in full|paid for]] on every call: [[trim old turns|drop or summarise the oldest turns]] when it [[grows long|gets long]].',
  },
  {
    name: 'finish_reason',
    signals: [
      [/\bfinish[_ -]?reasons?\b/i, 8],
      [/\bmax_(completion_)?tokens\b/i, 4],
      [
        /\b(what does|what is|what['’]?s|why is it)\b[^.?\n]{0,12}\blength\b["'`”]?( mean| say)?\s*\??\s*$/i,
        5,
      ],
      [
        /\b(answers?|repl(y|ies)|responses?|output|completion|text)\b[^.?\n]*\b(cut|chopped|truncated|incomplete|stops? (mid|half|in the middle))/i,
        6,
      ],
      [/\bmid[- ]?sentence\b/i, 5],
    ],
    brief: [
      '`finish_reason` says why the model [[stopped|ended]]: `stop` means [[it was done|the answer is complete]], `length` means it [[hit the token limit|ran into the token limit]] and the [[end is missing|answer was cut off|rest is missing]].',
      '[[Check it|Look at it]] [[every time|on each reply]] [[before you use the text|before the text goes anywhere]]; on `length`, [[raise|increase]] `max_completion_tokens`, [[ask for a shorter answer|ask for less]], or [[let the model go on|have it continue]] [[in another call|with a second request]].',
    ],
    explanation:
      'Each choice of a response [[carries|has]] a `finish_reason`. `stop` is [[the normal end|what you want]]: the model [[finished by itself|had no more to say]] or met one of your stop sequences. `length` means the [[token limit|ceiling on tokens]] [[came first|was reached]] and the text [[breaks off|ends]] [[mid-sentence|in the middle]]. `tool_calls` means it [[wants you to run a tool|asks for a tool]]; `content_filter`, that [[a filter withheld something|part of the text was withheld]]. [[Nothing else tells you|You get no other sign]]: a cut answer [[comes with status 200|looks like any other]].',
    example: {
      language: 'python',
      code: 'choice = response.choices[0]\n\nif choice.finish_reason == "length":\n    print("Cut off: raise max_completion_tokens or ask for less.")\nelif choice.finish_reason == "stop":\n    print(choice.message.content)\nelse:\n    print("Stopped because of", choice.finish_reason)',
      typescript:
        "const choice = response.choices[0];\n\nif (choice?.finish_reason === 'length') {\n  console.log('Cut off: raise max_completion_tokens or ask for less.');\n} else if (choice?.finish_reason === 'stop') {\n  console.log(choice.message.content);\n} else {\n  console.log('Stopped because of', choice?.finish_reason);\n}",
    },
    notes:
      '[[Ignoring it|Not looking at it]] is a [[classic mistake|mistake everybody makes once]]: code then [[stores half a sentence|parses half a JSON object]] [[as if it were the answer|and never notices]]. In a stream it [[arrives in|is part of]] the last chunk with a choice; [[a stream that ends without one|a stream without it]] was [[cut by the network|broken off on the way]], [[which is a failure, too|and is no answer either]]. [[Log it beside the token counts.|Write it to the log with the usage.]]',
  },
  {
    name: 'conversations with memory',
    signals: [
      [/\bchat ?bots?\b/i, 4],
      [/\bmulti[- ]?turn\b/i, 6],
      [/\b(chat|conversation|message|session)s? (history|memory|state|context)\b/i, 6],
      [
        /\b(memory|remember\w*|forget\w*)\b[^.?\n]*\b(conversations?|chats?|messages?|said|models?|chat ?bots?|turns?|gpt|it)\b/i,
        5,
      ],
      [
        /\b(conversations?|chats?|models?|chat ?bots?|ai|gpt|api)\b[^.?\n]*\b(memory|remember\w*|forget\w*)\b/i,
        5,
      ],
    ],
    brief: [
      'A chat model [[remembers nothing|forgets everything]] between calls; a chatbot [[has a memory because|seems to remember because]] your code [[keeps every message in a list|collects all messages]] and [[sends them all again|sends the whole list]] [[with each question|every time]].',
      '[[After each answer|When an answer arrives]], [[append it|add it to the list]] with the role `assistant`, and [[when the list grows too long|before it outgrows the context window]], [[drop|cut]] or [[summarise|condense]] [[the oldest turns|what was said first]].',
    ],
    explanation:
      'Each call [[stands alone|starts from nothing]]: the model knows [[only what is in|nothing but]] the messages you send. So the memory is [[a list in your program|yours to keep]]. A question [[goes in|is added]] as `user`, the answer as `assistant`, and the next call [[sends both|takes both along]], [[which is how|and so]] “and why is that?” [[has something to refer to|can be understood]]. The system message [[stays at the top|comes first each time]].',
    example: {
      language: 'text',
      code: 'call 1:  system, user                          -> answer 1\ncall 2:  system, user, assistant 1, user       -> answer 2\ncall 3:  system, user, assistant 1, user,\n         assistant 2, user                     -> answer 3',
    },
    notes:
      'The list [[grows|gets longer]] with every turn, and [[you pay for all of it each time|all of it is billed again]], so a long chat [[costs more and more|gets dearer by the turn]]. [[Set a limit|Choose a limit]] in tokens, [[keep the system message and the latest turns|keep the newest turns and the system message]], and [[replace the rest by a summary|let the model summarise the rest]]. [[If a call fails, take the question out again|Remove the question if its call fails]], [[or the list no longer alternates|so that user and assistant still alternate]].',
  },
  {
    name: 'specific prompts',
    signals: [
      [/\b(vague|specific|better|good|bad|clear(er)?|great|effective) prompts?\b/i, 7],
      [/\bprompts?\b[^.?\n]*\b(vague|specific|better|effective|improve)\b/i, 6],
      [/\bwhat is a prompt\b/i, 4],
      [/\bprompt(ing)?[- ](engineering|tips|quality|advice|writing)\b/i, 7],
      [/\b(writ(e|ing)|improve|phrase|word)\b[^.?\n]{0,20}\bprompts?\b/i, 5],
      [/\bprompts?\b[^.?\n]*\bsecond[- ]largest\b|\bsecond[- ]largest\b[^.?\n]*\bprompts?\b/i, 9],
      [/^\s*(please )?(write|give me|show me)( me)?( some| the)? code[\s.!]*$/i, 6],
    ],
    brief: [
      'A good prompt [[names|spells out]] [[the task, the input, the output and the edge cases|what comes in, what goes out and which edge cases count]]; “Write code” [[does not|leaves all of that open]], and [[gets a guess|makes the model guess|leads to a guess]].',
      '[[Better:|Write instead:|Say rather:]] “Write a Python function that [[takes a list of integers and returns the second largest|returns the second largest of a list of integers]], [[handling duplicates and empty lists|and handles duplicates and an empty list]]”: [[being specific costs nothing|precision is free]] and [[improves the answer most|helps more than any parameter|pays at once]].',
    ],
    explanation:
      'A model [[fills every gap|answers what you left open]] with [[a guess|what is most common]]. “Write code” is [[nearly all gap|one big gap]]: which language, [[for what|to do what]], with [[which input|what input]]? A specific prompt [[closes the gaps|leaves no gaps]]. Say [[what the code gets|what goes in]], [[what it has to return|what comes out]], in [[which form|what format]], and [[what should happen at the edges|which odd cases it must survive]]: [[nothing in the list, one item, duplicates|an empty list, duplicates, a single item]].',
    example: {
      language: 'text',
      code: 'vague:     Write code\n\nspecific:  Write a Python function that takes a list of integers\n           and returns the second largest, handling duplicates\n           and empty lists',
    },
    notes:
      '[[Add an example|Show one example]] of input and output [[where the format matters|if the form is important]]; [[models follow examples well|models imitate examples readily]]. Put what [[holds for every question|always holds]] into the system message, and [[only the task|the task alone]] into the prompt. [[If the answer disappoints|When an answer is poor]], [[ask yourself what a stranger could not have known|look for what you knew and did not say]], and [[say that|write it down]].',
  },
];
