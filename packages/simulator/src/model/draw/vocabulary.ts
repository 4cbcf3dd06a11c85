const currencies: readonly (readonly [RegExp, string])[] = [
  [/\b(?:US )?dollars?\b|\bbucks\b/gi, 'USD'],
  [/\beuros?\b/gi, 'EUR'],
  [/\b(?:British )?pounds?\b|\bsterling\b/gi, 'GBP'],
  [/\byen\b/gi, 'JPY'],
  [/\bSwiss francs?\b/gi, 'CHF'],
  [/\brupees?\b/gi, 'INR'],
  [/\b(USD|EUR|GBP|JPY|CHF|INR|CNY|AUD|CAD|SEK|NOK|DKK|PLN|BRL|MXN)\b/g, ''],
  [/\$/g, 'USD'],
  [/€/g, 'EUR'],
  [/£/g, 'GBP'],
];
const languages =
  /\b(English|French|German|Spanish|Italian|Portuguese|Dutch|Polish|Russian|Ukrainian|Turkish|Arabic|Hindi|Japanese|Chinese|Korean|Swedish|Danish|Norwegian|Finnish|Greek|Latin|Python|JavaScript|TypeScript|Rust|Java)\b/gi;

/** The currencies a text names, by code, in their order. */
export function currenciesIn(text: string): string[] {
  const found = currencies.flatMap(([pattern, code]) =>
    Array.from(text.matchAll(pattern), (match) => ({ at: match.index, code: code || match[0] })),
  );
  return unique(found.sort((one, other) => one.at - other.at).map(({ code }) => code));
}

/** The languages a text names, in their order. */
export function languagesIn(text: string): string[] {
  return unique(Array.from(text.matchAll(languages), ([name]) => name));
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].slice(0, 20);
}
