const common = new Set(
  'about above after again against along already although always among another anything around because become before behind below beneath beside between beyond cannot could describe during either enough every everything except explain extract following hello however inside instead itself maybe might myself neither nothing often other ourselves outside perhaps please really return several should since something still their there therefore these thing things those though through together toward towards under until using usually various where which while within without would write years yourself'.split(
    ' ',
  ),
);

/**
 * The words that stand for what a text is about: its longest, in their order.
 *
 * @example
 * keywordsIn('The train to Berlin was cancelled', 2) // => ['berlin', 'cancelled']
 */
export function keywordsIn(text: string, most: number): string[] {
  const words = text.slice(0, 2_000).match(/(?<![\w@.-])\p{L}{5,20}(?![\w@]|\.\w)/gu) ?? [];
  const distinct = [...new Set(words.map((word) => word.toLowerCase()))];
  const telling = distinct.filter((word) => !common.has(word));
  const longest = telling.toSorted((one, other) => other.length - one.length).slice(0, most);
  return telling.filter((word) => longest.includes(word));
}
