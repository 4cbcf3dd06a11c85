import { usdPerMillion } from './price-facts.js';
import type { Telling } from './topic.js';

const times = Math.round(usdPerMillion('gpt-4o').input / usdPerMillion('gpt-4o-mini').input);

/** Models, errors and production, for children and experts, by the names of the topics. */
export const productionTellings: Readonly<Record<string, Telling>> = {
  'other providers': {
    child:
      'Using another provider is like [[buying bread at another bakery|riding another bus line|borrowing from another library]]: [[bread is bread|the idea is the same]], but [[the shop looks a bit different|some words are different there]]. You need [[their address|to know where it is]] and [[a customer card of theirs|a card from them]]. Then you [[ask much as you did before|order nearly as before]]. And you [[try a little first|taste it first]], to see whether you [[like it as much|really like it]].',
    expert:
      'Compatibility is [[a spectrum|partial by nature]]: the happy path matches, [[the edges do not|errors, limits and usage do not]]. Expect differences in [[tool-call deltas, `finish_reason` values and usage chunks|stream details]], in [[tokenizers, so budgets shift|token counts]], in `system` handling and ignored parameters. Keep [[one wire type and thin adapters|the adapter thin]], let [[unknown fields pass|unknown fields through]], and make the capability matrix [[data, not branches|a table]]. Fallback is [[for availability, not equivalence|no drop-in]]: prompts need [[evals per model|testing per model]], cost a worst case [[across all routes|over every route]]. [[Pin data residency|Mind data residency]], [[as a fallback may cross it|which a fallback can break]].',
    question:
      'You move from one phone company to another: [[what stays the same, and what do you have to change|which of your habits still work]]?',
    words: [
      'Possible.',
      'Same ideas elsewhere.',
      'Same ideas, slightly different syntax.',
      'You can use Claude or Gemini: ideas stay, syntax changes.',
    ],
  },
  'free use of the API': {
    child:
      'Using the API is like [[a ride at the fair|the telephone at your grandparents’|a vending machine]]: [[the first go may be a present|perhaps you get one free go]], and then [[each go costs a little|every turn costs a coin]]. One go is [[very cheap|only a tiny coin]]. If you ride [[all day long|a thousand times]], it [[adds up|becomes a lot of coins]]. So you [[decide beforehand how much you spend|take just a few coins along]].',
    expert:
      'There is no free tier [[to design for|you should rely on]]; trial credit is [[promotional, capped and expiring|small and expires]]. Cost is usage times the rates of [[the served model and tier|what served you]]; batch and flex [[halve it for work that can wait|are about half price]], prompt caching discounts [[stable prefixes|repeated prefixes]]. Rate tiers [[follow cumulative spend|rise with what you have paid]], so [[capacity is bought, too|limits are part of the price]]. `insufficient_quota` is [[a 429 that never clears by waiting|the 429 that no waiting cures]]. [[Enforce budgets client-side|Keep a hard budget in code]]: dashboard limits [[lag|are soft and late]]. In CI, [[run against a simulator|simulate]], [[and keep one paid smoke test|with one small paid test]].',
    question:
      'A taxi charges by the kilometre: [[how would you find out what a year of rides will cost|what would you want to see while you ride]]?',
    words: [
      'Paid.',
      'Pay per token.',
      'No, you pay per token.',
      'It is not free, but learning costs only few cents.',
    ],
  },
  'the computer you need': {
    child:
      'Using the API is like [[phoning a very clever aunt|watching television|asking a giant far away]]: the [[thinking happens at her place|hard work is done far away]], not [[at yours|in your room]]. Your computer only [[carries the question there|passes the words along]] and [[brings the answer back|shows you the reply]]. So [[a small, old one is fine|even an old one will do]]. What you do need is [[a connection|the internet]], [[just as the phone needs a line|or nobody can hear you]].',
    expert:
      'The client is [[I/O-bound|bound by I/O]]: [[a few kilobytes of JSON per call|kilobytes per request]], negligible CPU unless you [[parse thousands of streams|multiplex very many streams]]. Size for [[concurrent sockets and buffers|connections, not cores]]; the scarce resources are [[rate limits and tail latency|RPM, TPM and the tail]]. Place it [[near the provider’s region|close to the endpoint]], since [[handshakes dominate short calls|TLS set-up dominates short calls]]: keep connections alive. Local inference is [[another matter|a different trade]]: weights times bytes per parameter, [[about 0.5 to 2 bytes each|half a byte to two each]], plus the KV cache, and [[memory bandwidth sets the tokens per second|bandwidth, not FLOPS, sets decode speed]].',
    question:
      'You watch a film over the internet: [[which computer had to be powerful, yours or theirs|what does your own machine really have to do]]?',
    words: [
      'Any.',
      'No GPU needed.',
      'Any computer with internet works.',
      'No GPU: the model runs on the servers of others.',
    ],
  },
  'GPT-4o and GPT-4o-mini': {
    child:
      'The two are like [[a big truck and a bicycle|a professor and a clever pupil|a cruise ship and a rowing boat]]: the big one [[manages harder things|can do more]], but it is [[slow and dear|more expensive]]. The small one is [[quick and cheap|fast and costs little]]. For [[most trips|most things]] the small one [[is just right|is plenty]]. You take the big one only when [[the small one cannot manage|it gets really hard]].',
    expert: `Same API, same context window, [[different capability curve|another capability]]: mini degrades on [[multi-step reasoning, long instruction lists and rare knowledge|long chains and rare knowledge]], hardly on [[classification, extraction and rewriting|extraction and rewriting]]. The price ratio is [[about ${times} both ways|roughly ${times} for input and output]], so a cascade with a [[cheap verifier|cheap check]] wins [[as long as escalations stay below some 90 %|unless nearly everything escalates]]. Compare [[cost per accepted answer|price per correct answer]], not per token: retries and [[verbosity|longer outputs]] count. [[Pin snapshots|Pin dated snapshots]], evaluate [[with confidence intervals|on enough cases]], and [[watch latency percentiles|compare p95, not the mean]], [[which often decide|as users feel the tail]].`,
    question:
      'You can send a parcel by bicycle or by truck: [[what would you have to know about it before choosing|when is the truck worth its price]]?',
    words: [
      'Price.',
      'Skill against price.',
      'Mini is cheaper, 4o stronger.',
      'Mini is cheap and fast; 4o reasons better but costs.',
    ],
  },
  'choosing a model': {
    child:
      'Choosing a model is like [[choosing a ladder|picking a bike|choosing a bag for school]]: the [[biggest is not always best|largest one is heavy]]. You take the [[smallest that reaches|smallest that fits]]. Then you [[try it out|see whether it works]] with [[what you really want to do|your own things]]. If it [[does not reach|is too small]], you [[take the next bigger one|go up one size]].',
    expert:
      'Start from [[the task’s acceptance test|an eval]], not a leaderboard: [[fifty labelled cases|a small labelled set]] tell more than any benchmark. Optimise [[cost per accepted answer under a latency bound|accepted answers per dollar, within a latency limit]]. Levers in order: [[prompt, few-shot, retrieval, structured output|prompt, examples, retrieval]], [[then a larger model|a larger model]], then [[reasoning effort|more reasoning]], then [[fine-tuning|a fine-tune]]. Route by [[difficulty, with a cheap classifier|difficulty]] only when [[the traffic justifies it|volume pays for it]]. Record the [[snapshot served|served `model`]] with each result, [[shadow-test upgrades|test upgrades in the shadow]], and keep [[a second source ready|a fallback tested]]: [[models are retired on notice|deprecations come with a date]].',
    question:
      'Two tools both do your job, one ten times the price: [[how would you find out whether it is worth it|what would you test first]]?',
    words: [
      'Smallest.',
      'Smallest that works.',
      'The smallest that does it.',
      'Take the smallest model that passes tests of your own.',
    ],
  },
  'error handling': {
    child:
      'Error handling is like [[packing a plaster for the trip|having a plan for rain|knowing what to do when you get lost]]: you hope [[you do not need it|nothing happens]], but [[you are ready|you know what to do]]. Some troubles [[go away if you wait|pass by themselves]], like [[a shower of rain|a busy road]]. Others do not, like [[a wrong key|forgotten shoes]]: [[waiting does not help there|no waiting helps with those]]. The trick is to [[tell the two apart|know which is which]].',
    expert:
      'Classify by [[fact, decide by policy|what happened, then apply a policy]]: transient or permanent, [[delivered or not|and whether anything was delivered]]. Status alone [[misleads|is not enough]]: a 429 may be [[a quota that never clears|`insufficient_quota`]], a 200 may carry [[an error event mid-stream|an error]], and a clean EOF may be [[a truncation|no end at all]]. Retry at [[one layer with a budget|one layer only]]; elsewhere [[let it propagate with its cause|propagate]]. [[Break the circuit|Open a breaker]] when [[the failure rate says so|failures dominate]], shed load before [[queues grow|latency does]]. Errors carry [[request id, attempt count and partial output|id, attempts and what was delivered]], never [[keys or prompts|secrets]]. [[Test it by injecting each fault.|Inject every fault in tests.]]',
    question:
      'Your call to a server fails at night: [[what would you want your program to have done by morning|which failures deserve a second try]]?',
    words: [
      'Prepared.',
      'Retry or report.',
      'Retry what passes, report rest.',
      'Retry the errors that pass; report those that never will.',
    ],
  },
  AuthenticationError: {
    child:
      'An authentication error is like [[a wrong password at the secret club|a key that does not fit|showing last year’s ticket]]: the [[door stays shut|doorman shakes his head]]. Knocking again [[does not help|changes nothing]], because [[the key is still wrong|it is still the wrong one]]. You have to [[look for the right one|find the proper one]] or [[ask for a new one|have a new one made]]. Then the door [[opens at once|opens just like that]].',
    expert:
      'A 401 says the credential was [[not accepted|rejected]]: absent, malformed, revoked, or [[valid for another host|sent to the wrong host]]. It is [[permanent for this key|not retryable]], unless you hold [[short-lived tokens, where one refresh is right|expiring tokens: refresh once]]. A 403 means [[known but not allowed|authenticated but not permitted]]: project, region, model access. Usual culprits: [[a trailing newline from the secret store|whitespace in the secret]], an environment [[not passed to the process|lost on the way]], `base_url` and key [[of different providers|that do not belong together]]. [[Open a breaker and page somebody|Alert at once]]: [[every call fails alike|nothing will get through]]. Log [[a key’s last four characters at most|no more than its last characters]].',
    question:
      'The door says “wrong key”: [[what do you check first, and why is knocking again no use|what could have happened to your key]]?',
    words: [
      'Key.',
      'Wrong API key.',
      'The API key is wrong.',
      'The key is missing, mistyped or revoked; check it first.',
    ],
  },
  RateLimitError: {
    child:
      'A rate limit is like [[a slide where only one may go at a time|the ice-cream man who serves only so many|a lift that holds only four]]: if [[everybody pushes|too many come at once]], some [[have to wait|must step back]]. That is [[not a punishment|nothing bad]]. You [[count to ten and try again|wait a moment and come back]]. If they tell you [[how long to wait|when to come back]], you [[wait that long|do just that]].',
    expert:
      'Limits are [[token buckets per model and organisation|buckets]] over requests and tokens per minute, [[enforced at a finer grain|quantised to seconds]], so [[bursts fail under the average|a burst fails while the average is fine]]. The reservation counts [[`max_completion_tokens`, not what you use|your ceiling, not your usage]]: [[lower it|keep it tight]]. Read `x-ratelimit-remaining-*` and [[throttle before the 429|pace yourself ahead of it]]; treat `Retry-After` as [[a floor|a minimum]]. Failed requests [[count, too|use up the limit, too]], which is why [[naive retries make it worse|hammering prolongs it]]. Share one limiter [[across processes|over all workers]], prioritise [[interactive over batch|people over batch jobs]]. `insufficient_quota` [[wears the same status|is a 429 as well]] and [[never passes|is permanent]].',
    question:
      'A lift holds four people and ten are waiting: [[what would be polite, and what only makes it worse|what happens if all ten push the button again and again]]?',
    words: [
      'Slower.',
      'Too many requests.',
      'Too many requests per minute.',
      'You sent too much in a minute; wait and retry.',
    ],
  },
  APIConnectionError: {
    child:
      'A connection error is like [[a phone line that goes dead|a letter that never arrives|a tin-can telephone with a cut string]]: you [[hear nothing|get no answer]], and you do not know whether the other [[heard you|got your message]]. Often it [[works again a moment later|is all right the next time]]. So you [[wait a little and call again|try once more]]. If it [[stays silent|never works]], you [[check your own plug first|look whether your own string is cut]].',
    expert:
      'No HTTP response was read: DNS, TCP, TLS, proxy, or [[a reset mid-response|a reset]]. The ambiguity matters: a request [[refused before it was sent is free to retry|that never left may be repeated freely]], one [[lost after sending may have run and billed|lost afterwards may have been carried out]]. [[Unwrap the cause|Look at `__cause__`]] to tell [[`ECONNREFUSED` from `ECONNRESET`|refused from reset]]. Stale keep-alive connections give [[a reset on first reuse|resets after idle times]]: [[expire them below the server’s timeout|set a shorter pool lifetime]]. NAT gateways [[drop idle flows silently|forget quiet flows]], so [[long streams want TCP keep-alive|keep-alive helps long waits]]. Corporate TLS interception wants [[its root certificate, never a disabled check|a proper CA bundle]].',
    question:
      'Your phone call breaks off: [[did the other hear your last sentence|how could you find out whether you were heard]]?',
    words: [
      'Network.',
      'No reply came.',
      'The network broke the call.',
      'No reply came because the network failed; retry after pausing.',
    ],
  },
  APITimeoutError: {
    child:
      'A timeout is like [[waiting for a friend who does not come|waiting for a very slow cake|holding your breath]]: you [[said how long you would wait|set an egg timer]], and now [[the time is up|it has rung]]. That does not mean [[nobody is coming|nothing is happening]]. Maybe your friend [[is still on the way|just needs longer]]. Next time you [[wait a bit longer|give it more time]], or you [[ask for something smaller|order a smaller cake]].',
    expert:
      'A timeout is [[your decision, not the server’s failure|a local decision]]: the work [[may finish and be billed|goes on and may be billed]]. One total is [[too blunt|a poor fit]] for generation: use [[separate clocks|limits]] for connect, headers, first token and [[inter-token silence|idle gaps]], under [[one deadline|a deadline]] across attempts. Retrying with the same limit [[repeats the failure|mostly fails again]]: lengthen it, [[or cut the output|or ask for less]]. Size from [[percentiles: p99 of first token, then tokens over rate|your p99]]. Hedging [[doubles cost|costs twice]] and is [[rarely worth it|seldom right here]]. Propagate [[cancellation upstream|the abort]], and [[settle the attempt as spent until proven otherwise|book it as spent]].',
    question:
      'The cake is not ready when your timer rings: [[is it the cake’s fault or the timer’s|what would you change next time]]?',
    words: [
      'Late.',
      'Took too long.',
      'The answer took too long.',
      'The answer took longer than allowed; retry with more time.',
    ],
  },
  BadRequestError: {
    child:
      'A bad request is like [[a form with an empty box|ordering spaghetti at a shoe shop|a letter without an address]]: nobody can [[do anything with it|help you with that]]. Sending the same thing again [[is no use|does not make it better]]. You [[read what they wrote back|look at what they tell you]], because it [[says what is wrong|names the mistake]]. Then you [[mend it|put it right]] and [[send it once more|try it again]].',
    expert:
      'A 400 is [[deterministic|the same every time]]: the same bytes [[fail again|will fail again]], so [[fail fast and surface `param` and `code`|surface `param` and `code`]]. Frequent causes are [[parameters a model does not take|unsupported parameters]], such as `temperature` or `max_tokens` on reasoning models; [[orphaned tool calls|tool calls without results]]; schemas [[outside the strict subset|that strict mode refuses]]; `context_length_exceeded`, where [[prompt and ceiling share the window|the ceiling counts, too]]. [[Validate at the boundary|Check before sending]] and count tokens [[before you send|yourself]]. A content-policy 400 [[is about the prompt, not the code|needs another path]]. [[Do not parse the message|The wording is not an API]]; `code` is [[the contract|what you branch on]].',
    question:
      'A form comes back with “not valid”: [[would you send the same one again|where would you look for the reason]]?',
    words: [
      'Invalid.',
      'Malformed request sent.',
      'The request itself is wrong.',
      'The request is wrong itself: fix it, never retry it.',
    ],
  },
  'streaming in production': {
    child:
      'Streaming for real users is like [[serving pancakes one by one|reading a story aloud page by page|handing out sweets as they come from the machine]]: people who [[wait at the table|are sitting there]] are [[happy about each one|glad at once]]. But if nobody [[is sitting there|is waiting]], you can [[bring the whole plate|bring them all together]]. And if somebody [[gets up and leaves|goes home]], you [[stop baking|make no more]]. [[Everything else would be a waste.|Anything else is wasted batter.]]',
    expert:
      'Stream [[for perceived latency only|where a person waits]]; batch callers want [[one reply with its usage|the plain reply]]. The path matters: proxies [[buffer|hold chunks back]] unless told not to (`X-Accel-Buffering: no`), [[compression delays flushes|gzip holds back small writes]], load balancers [[cut idle connections|close quiet connections]], so [[send comments as heartbeats|emit SSE comments]]. Propagate [[backpressure and aborts end to end|aborts]]: a closed tab [[must cancel upstream|has to stop the generation]]. After the first byte [[you cannot change the status|the status is spent]]: define [[an in-band error event|an error event]]. Moderation and JSON validation [[need the whole text|come too late]], so [[hold back what must be checked|stream only what may be shown unchecked]]. Meter [[aborted streams, too|the aborted ones as well]].',
    question:
      'Ten guests wait at the table and ten meals go to the freezer: [[for which of them would you serve course by course|who gains from getting things one by one]]?',
    words: [
      'Yes.',
      'For waiting people.',
      'Stream when a person waits.',
      'Stream to people who wait; plain replies suit batch jobs.',
    ],
  },
  'hardcoded API keys': {
    child:
      'A key in the code is like [[a door key painted on the front door|writing your secret on your T-shirt|taping your password to your school bag]]: everybody who [[walks by can use it|passes can read it]]. Code gets [[shown to many people|handed around]], [[and copied, too|more than you think]]. So the key stays [[in a drawer at home|in a safe place]], and the program [[only knows where the drawer is|is told where to look]]. If somebody [[has seen it|found it]], you [[get a new key at once|change the lock right away]].',
    expert:
      'A committed key is [[compromised on push|burnt the moment it is pushed]]: [[history, forks and mirrors keep it|rewriting history does not recall forks]], and scanners [[find it within minutes|need only minutes]]. So [[revoke first, then clean up|rotate before you rewrite]]. Prevent with [[a pre-commit scanner and push protection|scanning before commit and on push]]; inject through [[a secret manager or workload identity|a secret manager]], not [[baked images, build arguments or front-end bundles|images and bundles]]. Environment variables are [[a transport, not a vault|better than code, no vault]]: children inherit them, [[crash reports dump them|diagnostics print them]]. In the browser [[there is no safe place|nothing is secret]]: proxy the call, [[with per-user limits|and limit each user]].',
    question:
      'You publish a photo of your desk with your password on a note: [[who can read it tomorrow|does deleting the photo help]]?',
    words: [
      'Never.',
      'Use the environment.',
      'Keep keys out of code.',
      'Keys in code leak; read them from the environment instead.',
    ],
  },
  'common mistakes': {
    child:
      'Common mistakes are like [[forgetting to tie your shoes|leaving the tap running|going out without a jacket]]: [[nearly everyone does it once|it happens to almost everybody]]. There are four [[to look out for|you should know]]: [[showing your secret key|telling your secret]], [[not listening to the end|not looking whether the story is finished]], [[having no plan for trouble|being surprised by trouble]], and [[asking unclearly|mumbling your wish]]. Each is [[easy to mend|quickly put right]]. And [[once you know them|knowing them]], you [[laugh about them|hardly make them any more]].',
    expert:
      'Beyond the beginner’s four, [[production adds its own|these cost real money]]: [[retries stacked in the SDK, a proxy and your code|retrying at three layers]]; a timeout on the request but [[none on stream silence|not on a stalled stream]]; [[treating EOF as success|taking a clean close for completion]]; aborted and failed attempts [[missing from the books|that nobody bills]]; [[adding overlapping usage details|usage details counted twice]]; prompts and keys [[in logs|in traces]]; [[no ceiling on output|an unbounded `max_completion_tokens`]]; one shared limiter-less client [[under fan-out|for all tenants]]; [[evaluating on vibes|no regression set for prompts]]. [[The common cure is to make each failure visible|Most are cured by a test]]: [[inject it, assert on it|inject the fault and assert]].',
    question:
      'You look over your first program that calls a model: [[what would happen to it on a bad day|which of its lines assume that all goes well]]?',
    words: [
      'Carelessness.',
      'Four common slips.',
      'Keys, cuts, errors, vague prompts.',
      'Keys in code, an unread finish_reason, no retries, vague prompts.',
    ],
  },
};
