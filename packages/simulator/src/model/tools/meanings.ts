import { calculation } from '../draw/calculation.js';
import { wordsOf } from '../draw/words.js';

/** Words of tools, and the words of prompts that mean them too. */
const meanings: readonly (readonly [tool: string, prompt: string])[] = [
  [
    'weather forecast climate',
    'weather temperature rain sunny forecast snow cold hot warm umbrella wind humid degrees',
  ],
  [
    'calculator calculate calculation math arithmetic evaluate compute',
    'calculate compute plus minus multiplied divided percent squared root',
  ],
  ['add addition sum', 'add plus sum total'],
  ['subtract subtraction', 'subtract minus difference'],
  ['multiply multiplication product', 'multiply product multiplied'],
  ['divide division', 'divide divided quotient'],
  ['email mail', 'email mail'],
  ['message sms text notify notification', 'message text notify tell'],
  [
    'search web internet google browse lookup',
    'search find google news latest look browse research lookup',
  ],
  ['time clock timezone', 'time clock'],
  [
    'calendar event meeting appointment schedule',
    'calendar event meeting appointment schedule book invite',
  ],
  ['reminder remind todo task', 'remind reminder remember todo task'],
  [
    'currency exchange convert rate',
    'currency exchange convert dollars euros pounds yen usd eur gbp',
  ],
  ['stock share quote ticker', 'stock stocks share shares ticker trading'],
  ['database sql query table', 'database sql query table rows records'],
  ['translate translation translator', 'translate translation'],
  ['restaurant table dinner', 'restaurant dinner lunch eat table'],
  ['hotel room accommodation', 'hotel room stay accommodation'],
  ['flight airline', 'flight flights fly plane'],
  ['direction route map navigate distance', 'directions route drive navigate distance far'],
  ['order purchase', 'order buy purchase'],
  ['price cost', 'price cost much'],
  ['user customer contact person', 'user customer contact person'],
  ['file document', 'file document'],
  ['image picture photo', 'image picture photo draw'],
  ['python code execute run interpreter', 'python code execute run'],
  ['light lamp', 'light lights lamp'],
  ['music song play', 'music song play'],
  ['ticket issue', 'ticket issue bug'],
  ['refund return', 'refund money'],
];

const table = meanings.map(([tool, prompt]) => ({
  tool: new Set(wordsOf(tool)),
  prompt: new Set(wordsOf(prompt)),
}));

/** A prompt that is to be written, not looked up, speaks for no tool but by its name. */
const writing =
  /\b(?:write|explain|poem|haiku|story|joke|essay|song|function|python|javascript|loops?|code)\b/i;

/** What a text says, and what it means without saying so. */
export interface Meant {
  readonly said: ReadonlySet<string>;
  readonly meant: ReadonlySet<string>;
}

/** The words of a prompt, and the words by which tools for the same are called. */
export function meantWords(prompt: string): Meant {
  // Code that is shown calls nothing here.
  const text = prompt.replace(/```[\s\S]*?(?:```|$)/g, ' ');
  // "12 times 7" does not ask for the time.
  const said = new Set(wordsOf(text.replace(/(\d) times (\d)/gi, '$1 * $2')));
  const meant = new Set<string>();
  if (writing.test(text)) return { said, meant };
  const isCalculation = calculation(text) !== undefined;
  for (const { tool, prompt } of table) {
    // Signs say it without words: "12 * 7".
    const speaks = isCalculation && tool.has('calculator');
    if (!speaks && ![...prompt].some((word) => said.has(word))) continue;
    for (const word of tool) meant.add(word);
  }
  return { said, meant };
}
