import type { Telling } from './topic.js';

/** Calling a chat model, for children and experts, by the names of the topics. */
export const callTellings: Readonly<Record<string, Telling>> = {
  'API calls': {
    child:
      'An API call is like [[ordering at a restaurant|sending a letter to a clever friend|asking the librarian for a book]]: you [[say what you want|tell somebody your wish]], somebody else [[does the work|goes and does it]], and you [[get the result|get what you asked for]]. You need not know [[how the kitchen works|how they do it]]. You only have to [[ask in the right way|say it so that they understand]], [[as it stands on the menu|as everyone does there]]. And if the [[kitchen|place]] is busy, you [[wait a little and ask again|try again a bit later]].',
    expert:
      'A chat completion is [[a stateless POST|one stateless POST]]: the request carries the whole context, and [[nothing is kept between calls|there is no session]] but a prompt cache. It is [[neither idempotent nor cheap|not idempotent]], so a retry after a lost reply [[may bill twice|can be paid for twice]]. [[Budget for latency|Latency has two parts]]: time to first token [[grows with the prompt|depends on the prompt]], the rest with output tokens. Reuse [[one client|the connection pool]], set [[connect, first-byte and idle timeouts|timeouts per phase]] instead of one, and [[bound concurrency|limit requests in flight]]. [[Log `x-request-id`|Keep `x-request-id`]], `usage` and `finish_reason` of [[every attempt|each attempt]], [[failed ones included|not just of the last]].',
    question:
      'Your program wants an answer from a model on another computer: [[what does it have to send there, and what comes back|what must the other side know to answer]]?',
    words: [
      'Request.',
      'Ask another program.',
      'Asks a server, gets answers.',
      'Your program asks another one and gets an answer back.',
    ],
  },
  'the response object': {
    child:
      'A response is like [[a parcel|a lunch box|an envelope]]: inside is [[what you asked for|the answer]], but there is also [[a note about it|a little slip of paper]]. The note says [[who packed it|who made it]], [[how much it cost|what you have to pay]] and [[whether everything fitted in|if something is missing]]. So you should [[read the note first|look at the note]]. Otherwise you might [[think half a cake is a whole one|take half an answer for a whole one]].',
    expert:
      'Treat it as [[untrusted input|a versioned wire format]]: fields are added [[without notice|at any time]], and `content` may be `null` beside `tool_calls` or a `refusal`. `choices` has `n` entries, each with [[its own `finish_reason`|a `finish_reason` of its own]]; with streaming the usage chunk has [[none at all|an empty `choices`]]. `model` is [[the snapshot that served you|what served you, not what you asked for]], and `service_tier` likewise: [[price from them|they decide the price]]. In `usage`, [[the details overlap|details are subsets]]: cached tokens are part of `prompt_tokens`, reasoning tokens of `completion_tokens`, so [[never add them|do not add them up]]. [[A 200 with an `error` body exists|Some gateways send errors with status 200]]: [[check the shape|validate before use]].',
    question:
      'Besides the text itself, [[what would you want to know about an answer you pay for|what would you want to read on the receipt of an answer]]?',
    words: [
      'Envelope.',
      'Answer plus facts.',
      'Holds answer, usage, and reason.',
      'It holds the answer, the tokens, and why it ended.',
    ],
  },
  'system messages': {
    child:
      'A system message is like [[telling an actor which part to play|the rules you read out before a game|telling the babysitter how things are done at home]]: you say it [[once, at the beginning|before anything else]]. From then on the [[computer tries to stick to it|answers sound like that]]. It can be told to [[speak like a pirate|be very short]] or to [[explain things slowly|be funny]]. It [[knows just as much as before|is no cleverer than before]]; it only [[says it in another way|talks differently]].',
    expert:
      'The system (or `developer`) message is [[a prefix the model was trained to weigh more|privileged by training only]], [[not an enforcement point|not by mechanism]]: assume it [[can be extracted and overridden|leaks and bends]], and keep [[secrets and authorisation out of it|authorisation in code]]. Put the stable part [[first, byte for byte|at the front, unchanged]], so that [[prefix caching pays|the prompt cache hits]]; a timestamp at the top [[defeats it|costs you the cache]]. [[Delimit untrusted data|Fence off untrusted data]], since retrieved text [[carries instructions, too|may carry instructions]]. Adherence [[decays over long contexts|fades with length]]: restate what [[must hold|is critical]] late. [[Version it, and test it|Treat it as code]] [[with evals|with a regression set]].',
    question:
      'You ask the same question of a poet and of a lawyer: [[what is the same in their answers, and what is not|why do their answers differ, though the facts do not]]?',
    words: [
      'Instructions.',
      'Rules for answers.',
      'Tells models how to answer.',
      'It tells the model how it should behave and answer.',
    ],
  },
  temperature: {
    child:
      'Temperature is like [[rolling dice to choose your ice cream|how silly you are when you tell a story|choosing your clothes with closed eyes]]: with [[no dice at all|the dial at zero]] you always [[take your favourite|pick the same]]. Turn it up a little, and [[now and then you try another|sometimes you choose something new]]. Turn it up [[very high|all the way]], and you [[get soup with sprinkles|end up with a very strange mix]]. So for [[sums you want it low|homework it should be low]], and for [[fairy tales a little higher|stories it may be higher]].',
    expert:
      'Logits are divided by T before the softmax: T → 0 is [[argmax|greedy decoding]], T = 1 [[the model’s own distribution|the distribution as trained]]; entropy [[rises with T|grows with T]], and the tail is where [[incoherence comes from|text derails]]. `top_p` [[truncates that tail|cuts the tail]] after scaling, so [[tune one of the two|tune one, not both]]. Zero is [[not determinism|no guarantee]]: batching, floating-point order and [[expert routing|mixtures of experts]] [[flip near-ties|decide close calls]], and `seed` is [[best effort, with `system_fingerprint` to watch|best effort]]. Reasoning models [[often reject the parameter|may refuse it]]. For extraction use 0 [[and a schema|with structured output]]; for diversity, [[sample several and rank|draw several at 1 and rank]].',
    question:
      'You finish the sentence “The sky is …” ten times: [[would you want the same word each time|when is a surprise welcome, and when not]]?',
    words: [
      'Randomness.',
      'Randomness of answers.',
      'How freely models choose words.',
      'Temperature sets how freely a model picks its next word.',
    ],
  },
  'tokens and cost': {
    child:
      'Tokens are like [[coins for a talking machine|building bricks for words|slices of a word]]: [[a short word is one|a little word takes one]], and a long word [[takes several|needs a few]]. The machine [[counts every one you say|counts all you say]], and every one [[it says back|in its answer]]. Each costs [[a tiny, tiny bit|almost nothing]]. But if you [[chatter all day long|talk and talk and talk]], [[tiny bits become real money|the tiny bits add up]].',
    expert:
      'Billing is per BPE token of the served model’s encoding, [[chat framing and tool schemas included|plus framing and schemas]]; non-English text and [[odd whitespace|code]] [[take more tokens per character|cost more per character]]. Output is [[several times dearer|a multiple of input]], reasoning tokens are output you [[never see|pay for unseen]], cached input is [[discounted|cheaper]]: price the [[disjoint leaves|leaves, not the totals]]. History makes a conversation [[quadratic in turns|O(n²) in its turns]]. Worst case before sending is [[prompt plus the ceiling on output, times `n`|prompt tokens plus `n` times the output ceiling]]: [[reserve that|reserve it]], settle on `usage`. Aborting [[stops delivery, not necessarily the bill|does not always stop the bill]]. [[Count in integers|Compute in integers]], [[not floats|as floats drift]].',
    question:
      'You pay for a telegram by the piece of text: [[who pays for the question, and who for the answer|what would you leave out]]?',
    words: [
      'Fragments.',
      'Billed text pieces.',
      'Text pieces you pay for.',
      'Tokens are the text pieces that models read and charge.',
    ],
  },
  streaming: {
    child:
      'Streaming is like [[watching somebody write a letter|hearing a story while it is being told|getting pancakes one by one, hot from the pan]]: you need not [[wait for the end|wait until all is finished]]. You get [[each piece as soon as it is ready|every bit right away]]. All of it takes [[just as long|the same time]], but it [[feels much quicker|is far less boring]]. Only when you hear “[[the end|that was it]]” do you know that [[nothing is missing|you have got it all]].',
    expert:
      'The body is `text/event-stream`: events [[end at a blank line|are split at blank lines]], fields may arrive [[cut at any byte|split anywhere]], so [[decode UTF-8 incrementally|keep a streaming decoder]] and [[buffer lines|buffer to the line]]. Time to first token [[improves|is what you gain]], total time does not. Completion is [[a `finish_reason` per choice|proven by every `finish_reason`]], not EOF: [[a clean close can be a truncation|proxies close cleanly in the middle]]. Errors may come [[in-band after a 200|after the 200, as an event]]. Retry only [[before the first delivered token|what delivered nothing]]. Set an idle timeout [[between reads|on silence]], [[respect backpressure|apply backpressure]], and abort [[upstream when the reader leaves|when the reader is gone]]. Usage needs `stream_options.include_usage` and [[is lost when the stream is cut|does not survive a cut]].',
    question:
      'A long letter is being written to you: [[would you rather get it at the end or page by page|what changes if you may read along]]?',
    words: [
      'Piecemeal.',
      'Answers in pieces.',
      'Sends answers while being written.',
      'Streaming sends the answer in pieces while it is written.',
    ],
  },
  'retries and backoff': {
    child:
      'Backoff is like [[knocking at a door where nobody opens|calling a friend whose line is busy|waiting for the swing when somebody is on it]]: you do not [[knock without a pause|try again every second]]. You wait [[a little|a short while]], then [[twice as long|a bit longer]], and then [[longer still|twice as long again]]. That gives the others [[time to come to the door|time to finish]]. And if somebody says “[[come back tomorrow|not today]]”, you [[do not knock any more|stop asking]].',
    expert:
      'Retry [[only what is transient and delivered nothing|transient failures that delivered nothing]]: 408, 409, 429, 5xx, resets, timeouts; never 400, 401 or `insufficient_quota`. Full jitter, `random() * min(cap, base * 2**attempt)`, [[decorrelates clients|spreads the herd]]; `Retry-After` is [[a floor, not a suggestion|a lower bound]], and one beyond your deadline means [[fail now|give up now]]. Retries [[multiply across layers|compound across layers]]: [[do it in one|retry at one layer]], and cap them with [[a retry budget|a token bucket]], or an outage [[becomes a retry storm|feeds on itself]]. A timed-out POST [[may have been billed|may have run]]: send an `Idempotency-Key` [[where it is honoured|if the server honours it]]. [[A deadline spans all attempts.|One deadline covers all attempts.]]',
    question:
      'A door stays shut when you knock: [[how long do you wait before the second knock, and before the third|when would you stop knocking]]?',
    words: [
      'Patience.',
      'Growing pauses between.',
      'Waits longer after each failure.',
      'Backoff waits longer after every failed try, then gives up.',
    ],
  },
  'API keys': {
    child:
      'An API key is like [[the key to your house|a secret password for a club|the ticket that lets you on the bus]]: whoever has it [[can walk in|gets in]]. So you [[show it to nobody|keep it secret]]. You do not [[write it on the wall|tell it to strangers]], and you do not [[put it into a drawing you give away|leave it lying around]]. If you [[lose it|think somebody has seen it]], a grown-up [[changes the lock|makes a new one]], [[and the old one is useless|so that the old one opens nothing]].',
    expert:
      'It is [[a bearer secret|a bearer credential]]: possession is [[authorisation|all it takes]], there is no proof of origin. Scope it [[per service and environment|per workload]], with [[a spend cap and minimal permissions|caps and least privilege]]; prefer [[short-lived workload identity|federated, short-lived tokens]] where it is offered. Inject at [[run time from a secret store|run time]], since build arguments [[end up in image layers|stay in the image]] and environments [[leak through crash dumps and child processes|are inherited and dumped]]. Redact it in logs and errors, [[`Authorization` headers first|headers included]]. Rotate with [[an overlap of two keys|two valid keys]], and [[scan the history|scan the git history]] before you trust it. [[A leaked key is spent until revoked.|Revoke first, investigate second.]]',
    question:
      'Somebody finds the key to your account: [[what could they do with it, and how would you notice|what would you do first]]?',
    words: [
      'Secret.',
      'Password for programs.',
      'Secret that proves your identity.',
      'An API key is a secret that says who pays.',
    ],
  },
  'messages and roles': {
    child:
      'The messages are like [[the script of a play|a comic with speech bubbles|a chat that was written down]]: each line says [[who is speaking|whose turn it was]] and what they said. One voice [[tells the rules|explains the game]], one [[asks|asks the questions]], and one [[answers|gives the answers]]. The computer [[reads it all from the start|starts at the first line]] every time. What is [[not written there|left out]], it [[does not know|has never heard]].',
    expert:
      'The list is [[the entire state|all the state there is]]; roles are [[special tokens in the rendered prompt|rendered into one token sequence]], and their priority (developer over user) is [[learnt, not enforced|trained, not guaranteed]]. Every assistant `tool_calls` entry needs [[exactly one `tool` message with its id|its `tool` reply]] before anything else, or you get [[a 400|a 400 back]]. Keep the prefix [[append-only|byte-stable]] to [[hit the prompt cache|stay cached]]; editing early turns [[invalidates everything after|costs all that follows]]. Trim by [[whole exchanges|complete turns]], never [[between a call and its result|splitting call and result]]. Content parts carry images, audio and files, [[each with its own token rule|counted by their own rules]]. [[Never let user text choose a role.|User text must not set the role.]]',
    question:
      'You tell a friend about a talk you missed half of: [[what would they need to know about each sentence|besides the words, what do you need to follow it]]?',
    words: [
      'Dialogue.',
      'Who said what.',
      'Keeps who said what, ordered.',
      'The list holds who said what, from first to last.',
    ],
  },
  finish_reason: {
    child:
      'The finish reason is like [[asking why the music stopped|the last page of a book|the whistle at the end of a match]]: it tells you [[why it is over|how it ended]]. Maybe the story [[was told to the end|is really over]]. Or maybe the [[paper ran out|page was full]] in the middle of [[a word|a sentence]]. You [[look at it every time|always check]], because [[half a story can look like a whole one|otherwise you might miss the ending]].',
    expert:
      'It is [[a per-choice enum|one value per choice]]: `stop`, `length`, `tool_calls`, `content_filter`, and the deprecated `function_call`; [[treat unknown values as incomplete|be strict about unknown values]]. `stop` covers [[both natural end and stop sequences|stop sequences, too]]. With `length` and JSON mode you hold [[unparseable text|broken JSON]], and with reasoning models possibly [[no visible text at all|an empty content]], as [[the ceiling includes reasoning|reasoning counts against the ceiling]]. A refusal is [[`stop` with `refusal` set|no finish reason of its own]]. In a stream it arrives [[once per choice, before the usage chunk|ahead of the usage chunk]]; [[EOF without it is truncation|its absence means truncation]]. [[Continue rather than restart|On `length`, continuing is cheaper]] only if [[the seam is harmless|the text tolerates a seam]].',
    question:
      'An answer ends in the middle of a sentence: [[how could your program notice that by itself|what would you want the server to tell you]]?',
    words: [
      'Ending.',
      'Why it stopped.',
      'Says why the model stopped.',
      'It says whether the answer is complete or cut off.',
    ],
  },
  'conversations with memory': {
    child:
      'A chatbot is like [[a friend who forgets everything overnight|a goldfish with a notebook|somebody who wakes up new each morning]]: by itself it [[remembers nothing|keeps nothing in its head]]. So your program [[writes everything down|keeps a diary]]. Before each new question it [[reads the whole diary aloud|shows all the pages again]]. That is how it [[knows what you said before|can answer “why?”]]. When the diary [[gets too thick|is full]], you [[keep only the important pages|write a short summary]].',
    expert:
      'Memory is [[client-side state replayed per call|replayed state]], so tokens grow [[quadratically over a conversation|as O(n²) in turns]] unless you [[window, summarise or retrieve|bound it]]. Window by tokens, not turns, [[keep the system prefix fixed for the cache|leave the prefix untouched]], and drop [[whole exchanges|pairs]]. Summaries [[are lossy and compound their errors|lose facts, and then lose them again]]: keep [[a structured record of decisions beside them|facts in a record of their own]]. Append the turn [[only after it completed|when it succeeded]], [[or a retry duplicates it|so that a failure leaves no orphan]]; serialise turns [[per conversation|within one conversation]]. Persist [[messages, not prompts|the messages]], with retention and deletion [[decided up front|in mind]]. [[Watch the middle:|Beware:]] long contexts are [[read least there|recalled worst in the middle]].',
    question:
      'You phone somebody who forgets each call: [[how would you begin the second one|what would you have to say first, every time]]?',
    words: [
      'Notebook.',
      'Resend everything said.',
      'Your code resends every message.',
      'A chatbot remembers because your code sends everything each time.',
    ],
  },
  'specific prompts': {
    child:
      'A good prompt is like [[a good wish to a genie|telling grandpa exactly which cereal to buy|a treasure map with every step]]: the clearer you say it, [[the better it comes out|the more you get what you want]]. If you only say “[[draw something|bring me something]]”, you may get [[a shoe|anything at all]]. If you say “[[a red dragon with a hat|the blue cup from the shelf]]”, you [[get just that|are much happier]]. So you tell [[what you want, how big and what for|everything that matters]].',
    expert:
      'A prompt is [[a specification|an interface]]: state input, output format, [[constraints and failure behaviour|constraints, and what to do when it cannot]]. Schemas [[beat prose|outdo prose]] for format; two or three examples beat adjectives, [[but they anchor style and length|though models copy their accidents]]. Put [[long context first and the question last|the question after the long context]], [[delimit data from instructions|mark data as data]], and give [[an explicit way out|an “unknown” option]] against invention. [[Negations are weak|“Do not” is weak]]: say what to do [[instead|in its place]]. Measure [[on a fixed set of cases|on a regression set]], change [[one thing at a time|one variable at a time]], and [[pin the snapshot|pin the model]], [[since prompts do not transfer unchanged|as wording is tuned to a model]].',
    question:
      'You ask a stranger to buy you shoes: [[what would they have to know so that you keep them|what happens with everything you do not say]]?',
    words: [
      'Precision.',
      'Say exactly what.',
      'Say exactly what you want.',
      'A good prompt names task, input, output and edge cases.',
    ],
  },
};
