import { type Language, languageOf } from '../text/language.js';
import { personaIn, registerIn } from '../text/persona.js';
import { audienceIn } from './audience.js';
import { limitIn } from './limit.js';

/** What a follow-up wants of the answer before it. */
export type FollowUp =
  | { readonly wish: 'shorter' | 'longer' | 'example' | 'thanks' }
  | { readonly wish: 'language'; readonly language: Language }
  /** The same for somebody else, in another voice or form, in the words that ask for it. */
  | { readonly wish: 'manner'; readonly asked: string };

const filler = words(
  'a about add again also an and answer as at be bit but by can code could do does even explain explanation for give great have how i in instead into is it its just let like little make lot me much my now of ok okay one or please pls right same see show so some something sure tell that the then there thing this to too translate use using version very want we what with would write yes you your',
);
const wishes = {
  example: words('example examples sample samples instance snippet'),
  shorter: words(
    'shorter short brief briefer briefly concise shorten summary summarise summarize tldr long simpler simple simply',
  ),
  longer: words(
    'more longer detail details detailed continue elaborate expand further why deeper dont understand mean unclear',
  ),
  thanks: words('thanks thank thx cheers perfect nice cool helpful awesome got'),
} as const;
const manner = words(
  'two three four five six seven eight nine ten 1 2 3 4 5 6 7 8 9 10 20 30 50 100 sentence sentences line lines word words bullet bullets point points list numbered steps under than most single child children kid kids year years old eli5 im were was am grandmother expert experts senior engineer engineers developer developers beginner beginners pirate poet shakespeare shakespearean greybeard socratic socrates formal formally informal informally casual casually professional friend tone style way only',
);
const order = ['example', 'shorter', 'longer', 'thanks'] as const;

/**
 * Reads a message that says something only about the answer before it.
 *
 * The rule: at most twelve words, all of them wishes ("shorter", "example", "thanks"), names of
 * languages, words for a manner ("as a list", "for a child"), or filler. One word of its own makes it
 * a question of its own. Of several wishes the language counts most, then the manner, example,
 * shorter, longer; thanks counts least.
 *
 * @example
 * followUpIn('Thanks! And in JavaScript?') // => { wish: 'language', language: 'JavaScript' }
 * followUpIn('Explain streaming, shorter please') // => undefined
 */
export function followUpIn(prompt: string): FollowUp | undefined {
  const said = prompt
    .slice(0, 120)
    .toLowerCase()
    .replace(/\b(go on|keep going)\b/g, 'continue')
    .replace(/\btl;dr\b/g, 'tldr')
    .replace(/['’]/g, '')
    .split(/[^\w+#]+/)
    .filter((word) => word !== '');
  if (prompt.length > 120 || said.length === 0 || said.length > 12) return undefined;
  const found = new Set<(typeof order)[number]>();
  let language: Language | undefined;
  let isManner = false;
  for (const word of said) {
    const wish = order.find((name) => wishes[name].has(word));
    const named = languageOf(word);
    if (named !== undefined) language = named;
    else if (wish !== undefined) found.add(wish);
    else if (manner.has(word)) isManner = true;
    else if (!filler.has(word)) return undefined;
  }
  if (language !== undefined) return { wish: 'language', language };
  if (isManner) return hasManner(prompt) ? { wish: 'manner', asked: prompt } : undefined;
  const wish =
    order.find((name) => found.has(name)) ?? (said.includes('code') ? 'example' : undefined);
  return wish && { wish };
}

function hasManner(text: string): boolean {
  const found = audienceIn(text) ?? personaIn('', text) ?? registerIn('', text) ?? limitIn(text);
  return found !== undefined;
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
