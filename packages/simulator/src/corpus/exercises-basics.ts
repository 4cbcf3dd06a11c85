import { usdPerMillion } from './price-facts.js';
import type { Exercise } from './topic.js';

const large = usdPerMillion('gpt-4o');
const mini = usdPerMillion('gpt-4o-mini');
const usd = (price: number) => price.toFixed(2);

/** Small functions that need no API call. */
export const basicExercises: readonly Exercise[] = [
  {
    name: 'the second largest number',
    signals: [
      [/\bsecond[- ]?(largest|biggest|highest|greatest|max(imum)?)\b/i, 7],
      [/\b(2nd)[- ]?(largest|biggest|highest)\b/i, 7],
    ],
    opening:
      '[[This function|The function below|Here is a function that|This is a function that]] [[returns|finds]] the second largest [[of the different numbers|distinct number]] in a list. [[Duplicates count once|Equal numbers count as one]], and [[an empty list|a list that is empty]], or one [[with a single value|whose numbers are all the same]], [[has no second largest|has no answer]]: then it [[returns nothing|gives back the value for “nothing”]] [[instead of failing|and raises no error]].',
    example: {
      language: 'python',
      code: 'def second_largest(numbers: list[int]) -> int | None:\n    largest = second = None\n    for number in numbers:\n        if largest is None or number > largest:\n            largest, second = number, largest\n        elif number != largest and (second is None or number > second):\n            second = number\n    return second\n\nprint(second_largest([3, 1, 4, 4, 2]))  # 3\nprint(second_largest([7, 7]))           # None\nprint(second_largest([]))               # None',
      typescript:
        'function secondLargest(numbers‹: number[]›)‹: number | undefined› {\n  let largest‹: number | undefined›;\n  let second‹: number | undefined›;\n  for (const number of numbers) {\n    if (largest === undefined || number > largest) {\n      second = largest;\n      largest = number;\n    } else if (number !== largest && (second === undefined || number > second)) {\n      second = number;\n    }\n  }\n  return second;\n}\n\nconsole.log(secondLargest([3, 1, 4, 4, 2])); // 3\nconsole.log(secondLargest([7, 7])); // undefined\nconsole.log(secondLargest([])); // undefined',
    },
    notes:
      '[[One pass is enough|It reads the list once]]: the two best numbers so far are [[all it remembers|kept, nothing else]]. [[Sorting the set of the numbers|Sorting the distinct numbers]] and taking the last but one is [[shorter|less code]], and [[good enough for short lists|fine unless the list is huge]]. [[Negative numbers work|It works with negative numbers]], [[because nothing starts at zero|as no variable starts at 0]]. [[Test the edges:|Do not forget to test]] [[empty, one item, all equal|no item, one item, only equal items]].',
  },
  {
    name: 'format_messages',
    signals: [
      [/\bformat_?messages\b/i, 9],
      [/\bformat\w*\b[^.?\n]{0,20}\bmessages\b/i, 4],
      [/\bsystem_?prompt\b[^?\n]*\buser_?prompt\b/i, 6],
    ],
    opening:
      '[[This function|The function below|Here is a function that|This is a function that]] [[builds|puts together]] the messages list [[of a first call|for a call]]: the system message [[first|at the top]], [[then the user’s|then the one from the user]], [[each with|and each has]] its role and its content. [[It calls nothing|It makes no call]], [[so it is easy to test|which makes it easy to test]], and it [[changes neither text|leaves both texts as they are]].',
    example: {
      language: 'python',
      code: 'def format_messages(system_prompt: str, user_prompt: str) -> list[dict]:\n    return [\n        {"role": "system", "content": system_prompt},\n        {"role": "user", "content": user_prompt},\n    ]\n\nprint(format_messages("You are a tutor.", "What is a loop?"))',
      typescript:
        "function formatMessages(systemPrompt‹: string›, userPrompt‹: string›) {\n  return [\n    { role: 'system', content: systemPrompt },\n    { role: 'user', content: userPrompt },\n  ];\n}\n\nconsole.log(formatMessages('You are a tutor.', 'What is a loop?'));",
    },
    notes:
      '[[The order matters|Order counts]]: [[the rules come before the question|first the rules, then the question]]. [[For a conversation|When the chat goes on]], [[append the answer|add the answer]] with the role `assistant` and then [[the next question|what the user says next]]. [[Keep user input out of the system message|Let no user input into the system message]], [[where it would count as instructions|or the user writes your rules]].',
  },
  {
    name: 'backoff_delays',
    signals: [
      [/\bbackoff_?delays\b/i, 9],
      [
        /\b(delays?|waits?|pauses?)\b[^.?\n]*\bback-?off\b|\bback-?off\b[^.?\n]*\b(delays?|waits?|pauses?)\b/i,
        6,
      ],
    ],
    opening:
      '[[This function|The function below|Here is a function that|This is a function that]] [[returns|lists]] the [[delays|waits]] of exponential backoff: the base [[to the power of|raised to]] the number of the try, [[counted from 0|starting with 0]]. [[With 4 retries and base 2|For four retries and a base of 2]] that [[gives|is]] 1, 2, 4 and 8 seconds: [[each pause doubles the one before|every pause is twice the last]], [[which gives a busy server time|so a busy server gets room to recover]].',
    example: {
      language: 'python',
      code: 'def backoff_delays(max_retries: int, base: float = 2.0) -> list[float]:\n    return [base ** attempt for attempt in range(max_retries)]\n\nprint(backoff_delays(4))       # [1.0, 2.0, 4.0, 8.0]\nprint(backoff_delays(3, 10.0)) # [1.0, 10.0, 100.0]',
      typescript:
        'function backoffDelays(maxRetries‹: number›, base = 2)‹: number[]› {\n  return Array.from({ length: maxRetries }, (_, attempt) => base ** attempt);\n}\n\nconsole.log(backoffDelays(4)); // [1, 2, 4, 8]\nconsole.log(backoffDelays(3, 10)); // [1, 10, 100]',
    },
    notes:
      '[[Anything to the power of 0 is 1|The first exponent is 0]], so the first wait is [[always one second|1, whatever the base]]. [[In real code|For real calls]], [[cap the delays|put a ceiling on each delay]], say at [[20|30]] seconds, and [[add jitter|make part of each random]], so that [[clients do not come back in step|a crowd of clients spreads out]]. If the server [[sends|names]] a `Retry-After`, [[wait at least that long|that is the least to wait]].',
  },
  {
    name: 'calculate_cost',
    signals: [
      [/\bcalculate_?cost\b/i, 9],
      [
        /\b(calculat\w*|comput\w*|estimat\w*|work out|figure out)\b[^.?\n]*\b(costs?|price)\b[^?\n]*/i,
        5,
      ],
      [/\binput_?tokens\b[^?\n]*\boutput_?tokens\b/i, 5],
    ],
    opening:
      '[[This function|The function below|Here is a function that|This is a function that]] [[turns token counts into dollars|works out what a call costs]]: input and output [[each have their own price|are priced apart]], [[given per million tokens|quoted for a million tokens]]. [[A model it does not know|An unknown model]] is [[priced as|taken for]] gpt-4o-mini, [[which is fine for learning|good enough to learn with]] and [[too low for a real bill|no basis for a real bill]]: [[there, say that you do not know|then better admit that the price is unknown]].',
    example: {
      language: 'python',
      code: `PRICES = {  # dollars per million tokens: in, out\n    "gpt-4o-mini": (${usd(mini.input)}, ${usd(mini.output)}),\n    "gpt-4o": (${usd(large.input)}, ${usd(large.output)}),\n}\n\ndef calculate_cost(\n    input_tokens: int, output_tokens: int, model: str = "gpt-4o-mini"\n) -> float:\n    price_in, price_out = PRICES.get(model, PRICES["gpt-4o-mini"])\n    return (input_tokens * price_in + output_tokens * price_out) / 1_000_000\n\nprint(calculate_cost(1000, 500))                      # 0.00045\nprint(calculate_cost(1_000_000, 1_000_000, "gpt-4o")) # 12.5`,
      typescript: `const prices = new Map([\n  // Dollars per million tokens: in, out.\n  ['gpt-4o-mini', { in: ${usd(mini.input)}, out: ${usd(mini.output)} }],\n  ['gpt-4o', { in: ${usd(large.input)}, out: ${usd(large.output)} }],\n]);\n\nfunction calculateCost(inputTokens‹: number›, outputTokens‹: number›, model = 'gpt-4o-mini')‹: number› {\n  const price = prices.get(model) ?? { in: ${usd(mini.input)}, out: ${usd(mini.output)} };\n  return (inputTokens * price.in + outputTokens * price.out) / 1_000_000;\n}\n\nconsole.log(calculateCost(1000, 500)); // 0.00045\nconsole.log(calculateCost(1_000_000, 1_000_000, 'gpt-4o')); // 12.5`,
    },
    notes:
      '[[Divide once, at the end|The division comes last]]: [[that keeps rounding errors small|fewer roundings, smaller errors]]. The token counts [[come from|are in]] `response.usage`: `prompt_tokens` [[for what went in|is the input]], `completion_tokens` [[for what came out|is the output]]. [[Cached input is cheaper|Cached tokens cost less]], [[which this leaves out|and are not counted apart here]]. For [[sums of many calls|a ledger]], [[count in whole millionths of a cent or less|use whole numbers of a tiny unit]], [[as floats drift|since floats drift apart]].',
  },
];
