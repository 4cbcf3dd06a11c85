import type { Topic } from './topic.js';

/** What goes wrong with a call: the errors by their names, and what to do. */
export const errors: readonly Topic[] = [
  {
    name: 'error handling',
    signals: [
      [/\berror[- ]handling\b/i, 7],
      [/\bhandl\w+\b[^.?\n]{0,30}\b(errors?|failures?)\b(?! in python)/i, 7],
      [/\b(errors?|fail(s|ures?)?)\b[^.?\n]*\b(api|open ?ai|calls?|requests?)\b/i, 6],
      [/\b(api|open ?ai|calls?|requests?)\b[^.?\n]*\b(errors?|fail(s|ures?)?)\b/i, 6],
      [/\b(which|what|common|kinds? of|types? of) (api |open ?ai )?errors\b/i, 5],
    ],
    brief: [
      '[[Sooner or later|One day]] [[a call will fail|some call fails]], so [[sort|distinguish]] the errors: [[rate limits, timeouts and lost connections pass|some pass, such as rate limits, timeouts and lost connections]], [[a wrong key or a malformed request does not|others stay, such as a wrong key or a malformed request]].',
      '[[Retry|Repeat]] the first kind [[with growing pauses|with exponential backoff]] [[and a limit|and not for ever]], [[fix|report]] the second [[at once|without a retry]], and [[never let an error vanish|never swallow an error]] [[in a bare `except`|in an empty `except`]].',
    ],
    explanation:
      'There are [[only a handful of|only a few]] errors to know, and each [[tells|says]] what to do. [[Three of them pass|Three are temporary]]: `RateLimitError`, `APIConnectionError` and `APITimeoutError` [[deserve|call for]] another try, [[after a pause|a little later]]. [[Two do not|Two are permanent]]: `AuthenticationError` and `BadRequestError` [[come back|return]] [[however often you ask|on every try]], so retrying them [[wastes time and money|only costs time]]. A server error, a status of 500 or more, [[is temporary, too|belongs to the first kind]].',
    example: {
      language: 'text',
      code: 'error                 cause                           what to do\nAuthenticationError   invalid or expired key          check the key\nRateLimitError        too many requests per minute    wait, retry with backoff\nAPIConnectionError    network trouble                 retry after a short pause\nAPITimeoutError       the answer took too long        retry with a longer timeout\nBadRequestError       the request is malformed        fix it, do not retry',
    },
    notes:
      '[[Catch the errors by name|Name the errors you catch]], [[the narrow ones before the wide ones|narrow classes before wide ones]]: in the library `APITimeoutError` is a kind of `APIConnectionError`. [[Wrap the calls in one place|Do it in one place]], [[not around every line|not at every call]]. [[Log the request id|Note the request id]], [[never the key or the prompt|and no key and no prompt]]. And [[tell the user something honest|say so honestly]] when [[all tries have failed|you give up]].',
  },
  {
    name: 'AuthenticationError',
    signals: [
      [/\bauthentication ?errors?\b/i, 9],
      [/\b(invalid|incorrect|wrong|expired|bad|revoked) (api )?key\b/i, 7],
      [/\b401\b|\bunauthori[sz]ed\b/i, 6],
    ],
    brief: [
      '`AuthenticationError`, [[a 401|status 401]], means that the API key is [[invalid, expired or missing|missing, mistyped or expired]]; [[the request itself may be fine|nothing else need be wrong]].',
      '[[Check|Compare]] the key [[at|with those at]] platform.openai.com, [[see whether|make sure that]] `OPENAI_API_KEY` [[reaches your program|is set where the program runs]] [[without quotes or spaces around it|with no space or quote too many]], and [[do not retry|save the retries]]: [[the same key fails again|it will fail again]].',
    ],
    explanation:
      'The provider [[did not accept|refused]] the key. [[Usually|Most often]] one of four things [[happened|is the matter]]: the variable is [[not set in this terminal|unset]], [[a character was lost when copying|the copy is incomplete]], the key was [[revoked|deleted]], or it [[belongs to another project|comes from another account]]. The status is 401, [[the message shows a masked key|the message repeats the key in part]], and [[no number of retries changes it|trying again changes nothing]].',
    example: {
      language: 'python',
      code: 'import os\n\nimport openai\n\nclient = openai.AsyncOpenAI(api_key=os.environ["OPENAI_API_KEY"])\n\ntry:\n    response = await client.chat.completions.create(...)\nexcept openai.AuthenticationError:\n    raise SystemExit("Check OPENAI_API_KEY at platform.openai.com/api-keys")',
      typescript:
        "import OpenAI from 'openai';\n\nconst client = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });\n\ntry {\n  const response = await client.chat.completions.create(request);\n  console.log(response.choices[0]?.message.content);\n} catch (error) {\n  if (!(error instanceof OpenAI.AuthenticationError)) throw error;\n  console.error('Check OPENAI_API_KEY at platform.openai.com/api-keys');\n}",
    },
    notes:
      '[[Look at the length of the key|Have a look at the length of the key]], [[never at the key itself|and nothing more of it]], [[to see whether it arrived|which shows whether it arrived]]. A 403 is [[something else|another matter]]: the key is [[valid|good]] but [[may not use this model|lacks a permission]]. [[If a key has leaked|Should a key leak]], [[revoke it|delete it at the provider]] and [[make a new one|create another]], [[rather than only removing it from the code|as git remembers what the code no longer shows]].',
  },
  {
    name: 'RateLimitError',
    signals: [
      [/\brate[- ]?limit ?errors?\b/i, 9],
      [/\b429\b|\btoo many requests\b/i, 7],
      [/\brate[- ]?limit(s|ed|ing)?\b/i, 4],
      [/\binsufficient_quota\b|\bexceeded your current quota\b/i, 7],
    ],
    brief: [
      '`RateLimitError`, [[a 429|status 429]], means that you [[sent|have sent]] more requests or tokens per minute [[than your account may|than you are allowed]]; [[it passes by itself|waiting cures it]].',
      '[[Wait|Pause]] [[as long as `Retry-After` says|for the time in `Retry-After`]], [[or else|and without it]] [[with exponential backoff|1, 2, 4, 8 seconds]], [[plus a little chance|with some jitter]], and [[send fewer requests at a time|lower the number of parallel calls]].',
    ],
    explanation:
      'Providers [[limit|cap]] how many requests and tokens an account [[may use|gets]] per minute. [[Above that|Beyond the limit]] they answer 429 [[without doing any work|and do nothing]], so [[it costs nothing|you are not billed]]. The limit [[refills|recovers]] [[within seconds to a minute|continuously]]; [[a patient retry succeeds|waiting and trying again works]]. The headers `x-ratelimit-remaining-requests` and `x-ratelimit-reset-requests` [[say how much is left|show where you stand]] [[before it happens|ahead of time]].',
    example: {
      language: 'python',
      code: 'import asyncio\nimport random\n\nimport openai\n\nfor attempt in range(4):\n    try:\n        response = await client.chat.completions.create(...)\n        break\n    except openai.RateLimitError:\n        if attempt == 3:\n            raise\n        await asyncio.sleep(2 ** attempt + random.random())',
      typescript:
        'async function patiently‹<T>›(call‹: () => Promise<T>›, tries = 4)‹: Promise<T>› {\n  for (let attempt = 1; ; attempt++) {\n    try {\n      return await call();\n    } catch (error) {\n      if (!(error instanceof OpenAI.RateLimitError) || attempt === tries) throw error;\n      const seconds = 2 ** (attempt - 1) + Math.random();\n      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));\n    }\n  }\n}',
    },
    notes:
      'One 429 is [[different|not like the others]]: with the code `insufficient_quota` your [[credit is used up|account has no money left]], and [[no waiting helps|only a payment helps]]. [[If you meet the limit often|Where it happens daily]], [[put a queue in front of the calls|send the calls through a queue]], [[shorten the prompts|save tokens]], or [[ask for a higher limit|move to a higher tier]]. [[Never retry in a tight loop|Do not retry without a pause]]: [[failed tries may count, too|the tries count against the limit]].',
  },
  {
    name: 'APIConnectionError',
    signals: [
      [/\b(api ?)?connection ?errors?\b/i, 9],
      [/\bconnection (was )?(refused|reset|failed|lost|problems?|issues?|aborted)\b/i, 6],
      [/\bnetwork (errors?|issues?|problems?|down)\b/i, 5],
    ],
    brief: [
      '`APIConnectionError` means that [[no reply came|no answer arrived]] because the [[network|connection]] failed: [[no internet, a DNS or proxy problem, a firewall|the line, the DNS, a proxy or a firewall]], [[or a server that hung up|or a reply that was lost on the way]].',
      '[[Retry after a short pause|Try again after a moment]], [[a few times|up to a limit]]; if it [[stays|keeps failing]], [[check|look at]] your internet, [[the base URL|the address]] and [[the proxy settings|your proxy]].',
    ],
    explanation:
      'The request [[never got|did not get]] [[a proper reply|an HTTP reply]]: the [[name was not found|server was not found]], the connection was [[refused or reset|refused or broken]], or [[a certificate did not fit|TLS failed]]. There is [[no status code|no status]], [[as nobody answered|because there was no response]]. [[Most such failures|Most of these]] are [[over in a second|short]], which is why [[a retry is right|retrying is the answer]]; [[a wrong base URL is not|a mistyped address stays]].',
    example: {
      language: 'python',
      code: 'import openai\n\ntry:\n    response = await client.chat.completions.create(...)\nexcept openai.APIConnectionError as error:\n    print("No connection:", error.__cause__)  # the reason is in the cause\n    raise',
      typescript:
        "try {\n  const response = await client.chat.completions.create(request);\n  console.log(response.choices[0]?.message.content);\n} catch (error) {\n  // The reason is in the cause.\n  if (error instanceof OpenAI.APIConnectionError) console.error('No connection:', error.cause);\n  throw error;\n}",
    },
    notes:
      '[[Look at the cause|Read the cause]] of the error: it [[names|tells]] [[the real reason|what really happened]]. [[Remember that|Keep in mind that]] a request [[whose reply was lost|without a reply]] may have [[reached the server|been carried out]] [[and been billed|all the same]], so [[count it as spent|do not take it for free]] [[until you know better|in your budget]]. [[In a company network|At work]], [[the proxy is the first suspect|suspect the proxy first]].',
  },
  {
    name: 'APITimeoutError',
    signals: [
      [/\b(api ?)?time ?out ?errors?\b/i, 9],
      [/\btim(e|ed|es|ing)[- ]?outs?\b/i, 5],
      [/\btakes? too long\b|\btoo slow\b|\bhangs\b/i, 3],
    ],
    brief: [
      '`APITimeoutError` means that the answer [[took longer than you allow|did not come in time]], [[because the server is busy|as the server had much to do]], [[the answer is long|the answer got long]] or [[the network is slow|the line is slow]].',
      '[[Retry|Try again]] [[with a longer timeout|and allow more time]], [[ask for a shorter answer|limit the answer]], or [[stream it|use streaming]], [[so that the first words come soon|to have the first words early]], [[however long the whole takes|while the rest is written]].',
    ],
    explanation:
      'Your client [[waits only so long|has a limit for waiting]], and [[gave up|stopped waiting]]. [[The request may still be running|The server may still be at work]] and [[may be billed|the work may be billed]]. A long answer needs [[time in proportion|more time]]: at fifty tokens a second, a thousand tokens [[take twenty seconds|need some twenty seconds]]. So a second try with the [[same limit|same timeout]] [[often fails the same way|tends to fail again]]; [[give it more time|double the limit]].',
    example: {
      language: 'python',
      code: 'import openai\n\nclient = openai.AsyncOpenAI(timeout=30.0, max_retries=0)\n\ntry:\n    response = await client.chat.completions.create(...)\nexcept openai.APITimeoutError:\n    patient = client.with_options(timeout=120.0)\n    response = await patient.chat.completions.create(...)',
      typescript:
        "import OpenAI from 'openai';\n\nconst client = new OpenAI({ timeout: 30_000, maxRetries: 0 });\n\nasync function patiently(request‹: OpenAI.ChatCompletionCreateParamsNonStreaming›) {\n  try {\n    return await client.chat.completions.create(request);\n  } catch (error) {\n    if (!(error instanceof OpenAI.APIConnectionTimeoutError)) throw error;\n    return client.chat.completions.create(request, { timeout: 120_000 });\n  }\n}",
    },
    notes:
      'The [[default|default timeout]] of the library is [[ten minutes|600 seconds]], [[too long for a person|more than anyone will wait]]. [[For a stream, think of|A stream needs]] [[two limits|two clocks]]: one until the first words, one for [[silence between them|the gaps after that]]; a single timeout [[does not notice a stream that stalls|misses a stall in the middle]]. And [[cap all tries together|limit the tries as a whole]], [[or three patient tries become half an hour|or patience adds up]].',
  },
  {
    name: 'BadRequestError',
    signals: [
      [/\bbad ?request( ?errors?)?\b/i, 9],
      [/\b(error|status|code|http) 400\b|\b400\b[^.?\n]*\b(error|status|mean)/i, 7],
      [/\bmalformed request\b|\binvalid_request_error\b/i, 7],
      [/\btoo many tokens\b|\bcontext[_ ]length\b|\bcontext window\b|\bmaximum context\b/i, 5],
    ],
    brief: [
      '`BadRequestError`, [[a 400|status 400]], means that the request [[itself is wrong|is malformed]]: [[something is missing, unknown or too large|a part is missing, unknown or too large]], [[say|for example]] [[a prompt of too many tokens|a wrong role]].',
      '[[Fix|Correct]] the request and [[do not retry it as it is|never resend it unchanged]]; the message [[names|points at]] the parameter, [[and if the prompt is too long|and where the prompt is too long]], [[shorten it|cut it]] [[or drop old turns|or leave out old turns]].',
    ],
    explanation:
      'The server [[understood that you are allowed|accepted your key]] but [[cannot work with|refused]] what you sent. The body [[says why|explains it]]: `message` [[in words|for people]], `param` with the [[field at fault|name of the field]], `code` for programs. [[Typical causes are|Usual suspects are]] a temperature [[above 2|of more than 2]], a role [[that does not exist|with a typing error]], [[messages that are no list|an empty messages list]], or a conversation that [[no longer fits the context window|has grown past the context window]].',
    example: {
      language: 'json',
      code: '{\n  "error": {\n    "message": "Invalid \'temperature\': decimal above maximum value. Expected a value <= 2, but got 99 instead.",\n    "type": "invalid_request_error",\n    "param": "temperature",\n    "code": "decimal_above_max_value"\n  }\n}',
    },
    notes:
      '[[A retry sends the same mistake again|Retrying repeats the mistake]], so it [[only wastes time|cannot help]]: [[let this error stop the call|fail at once]]. [[Show `param` in your log|Log `param`]], it [[saves the guessing|tells you where to look]]. For `context_length_exceeded`, [[count the tokens first|count before you send]] and [[keep room for the answer|leave some room for the answer]], [[since prompt and answer share one window|as both share the window]].',
  },
];
