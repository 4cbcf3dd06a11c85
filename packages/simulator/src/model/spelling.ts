/** The words that subjects hang on; a shorter word has too many neighbours to guess. */
const keywords = [
  'authentication',
  'authenticationerror',
  'backoff',
  'calculate_cost',
  'chatbot',
  'chatclient',
  'comprehension',
  'comprehensions',
  'connection',
  'decorator',
  'decorators',
  'deterministic',
  'dictionaries',
  'dictionary',
  'duplicates',
  'environment',
  'exception',
  'exceptions',
  'exponential',
  'finish_reason',
  'function',
  'functions',
  'gemini',
  'generator',
  'generators',
  'generates',
  'largest',
  'messages',
  'openai',
  'prompts',
  'provider',
  'providers',
  'python',
  'ratelimiterror',
  'recursion',
  'recursive',
  'response',
  'second',
  'streaming',
  'system',
  'temperature',
  'timeout',
  'tokens',
  'tracking',
];
const known = new Set(keywords);

/**
 * The text with each misspelt keyword mended.
 *
 * Only words of five letters and more, one slip away from exactly one keyword: a letter missing,
 * doubled, wrong, or swapped with its neighbour.
 *
 * @example
 * mendSpelling('what is temprature') // => 'what is temperature'
 */
export function mendSpelling(text: string): string {
  return text.replace(/[a-z_]{5,24}/gi, (word) => {
    const lower = word.toLowerCase();
    if (known.has(lower)) return word;
    const near = keywords.filter((keyword) => isOneSlipAway(lower, keyword));
    return near.length === 1 ? (near[0] ?? word) : word;
  });
}

function isOneSlipAway(word: string, keyword: string): boolean {
  if (Math.abs(word.length - keyword.length) > 1) return false;
  let start = 0;
  while (start < word.length && word[start] === keyword[start]) start++;
  const rest = (text: string, skipped: number) => text.slice(start + skipped);
  if (word.length > keyword.length) return rest(word, 1) === rest(keyword, 0);
  if (word.length < keyword.length) return rest(word, 0) === rest(keyword, 1);
  const swapped = word[start] === keyword[start + 1] && word[start + 1] === keyword[start];
  return rest(word, 1) === rest(keyword, 1) || (swapped && rest(word, 2) === rest(keyword, 2));
}
