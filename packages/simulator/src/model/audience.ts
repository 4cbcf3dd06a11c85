import { patternsIn } from '../text/patterns-in.js';

/** Who an answer is for, where it is not simply whoever asks. */
export type Audience = 'children' | 'beginners' | 'experts';

const towards =
  '\\b(?:for|to|with|like|teach(?:es|ing)?|tutor(?:s|ing)?|help(?:s|ing)?|(?:audience|readers?|users?|students?)(?: is| are|:)?)\\s+';
const kind =
  '(?:(?:a|an|the|my|our|your|young|little|small|curious|bright|school|primary|elderly|old|very|absolute|complete|total|other|group of|class of|bunch of|people who are)\\s+){0,4}';
const age = '(?:[4-9]|1[0-2]|five|six|seven|eight|nine|ten|eleven|twelve)';
const child =
  '(?:child(?:ren)?|kids?|kindergart\\w{2,6}|toddlers?|pupils|schoolchildren|grand(?:mother|father|ma|pa|mum|dad|parents?)|granny|nan|son|daughter|nephew|niece|little (?:brother|sister))\\b(?! process| class| node| element| in \\w{1,30}\\s*:|s? of)';
const children = new RegExp(
  `${towards}${kind}(?:${child}|${age}[- ]years?[- ]olds?\\b)|\\b${age}[- ]years?[- ]olds?\\b|` +
    `\\b(?:like|as if|as though|pretend) (?:i['’]?m|i am|i was|i were|we['’]?re|they['’]?re|you were talking to a) (?:a )?(?:${age}|kid|child)\\b|\\beli-?5\\b|\\bkid[- ]friendly\\b|\\bchildren['’]?s (?:version|explanation|book|language)\\b`,
  'i',
);
const profession =
  '(?:engineers?|developers?|programmers?|pythonistas?|coders?|readers|users|audience|people|team)';
const experts = new RegExp(
  `${towards}${kind}(?:experts?|professionals|(?:senior|staff|principal|experienced|advanced|seasoned|expert|professional|skilled)\\s+(?:\\w{1,20}\\s+)?${profession}|seniors)\\b|` +
    "\\bi(?:['’]m| am) (?:already )?(?:an? )?(?:expert|senior|experienced|advanced|seasoned|professional)\\b|" +
    '\\b(?:i|they|you|users|readers) (?:already )?know (?:this|it|that|python|programming|the basics|all this)(?: (?:very |quite |pretty )?well| already| by heart)?(?=[,.;!]|$| and| so)|' +
    '\\b(?:skip|spare me|no|without) (?:the )?(?:basics|primer|hand[- ]?holding)\\b|\\b(?:expert|advanced|senior)[- ]level\\b|\\bassum\\w{1,3} (?:deep|expert|prior|good|solid) knowledge\\b|\\byears of (?:\\w{1,20} )?experience\\b',
  'i',
);
const beginners = new RegExp(
  `${towards}${kind}(?:beginners?|newbies?|newcomers?|novices?|dummies|first[- ]timers?|students?|learners?|someone new|somebody new|non[- ]programmers?)\\b|` +
    "\\b(?:i(?:['’]m| am) (?:a |an )?(?:complete |total |absolute )?(?:beginner|newbie|new to))\\b|\\bbeginner[- ](?:friendly|level)\\b|\\bnever programmed\\b",
  'i',
);

/**
 * Who the text says an answer is for; of several the one who knows least.
 *
 * A role is no audience: "you are an expert debugger" says who answers, not who reads.
 *
 * @example
 * audienceIn('Explain decorators to a ten-year-old') // => 'children'
 */
export function audienceIn(text: string): Audience | undefined {
  const has = patternsIn(text);
  if (has(children)) return 'children';
  if (has(beginners)) return 'beginners';
  return has(experts) ? 'experts' : undefined;
}
