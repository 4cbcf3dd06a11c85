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
    'calculate compute plus minus times multiplied divided sum product percent squared root',
  ],
  ['add addition sum', 'add plus sum total'],
  ['subtract subtraction', 'subtract minus difference'],
  ['multiply multiplication product', 'multiply times product multiplied'],
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

/** The words of a text, and the words by which tools for the same are called. */
export function meantWords(text: string): ReadonlySet<string> {
  const said = new Set(wordsOf(text));
  const meant = new Set(said);
  const add = (words: ReadonlySet<string>) => {
    for (const word of words) meant.add(word);
  };
  for (const { tool, prompt } of table) {
    for (const word of said) {
      if (prompt.has(word)) add(tool);
    }
  }
  // Signs say it without words: "12 * 7".
  if (calculation(text) !== undefined)
    add(
      new Set(
        ['calculator', 'calculate', 'math', 'evaluate'].map((word) => wordsOf(word)[0] ?? word),
      ),
    );
  return meant;
}
