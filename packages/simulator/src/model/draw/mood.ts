import type { Scalar } from '../json/shape.js';
import { wordsOf } from './words.js';

const good = words(
  'love great excellent amazing awesome good happy fantastic perfect wonderful nice best enjoy recommend delight delicious beautiful fast easy helpful pleased thank brilliant superb',
);
const bad = words(
  'hate terrible awful bad worst broken disappoint poor angry slow rude useless horrible sad refund never fail broke crash annoying waste frustrate dirty late lost wrong',
);
const urgent = words(
  'urgent asap immediately critical emergency outage down now crash production blocked',
);
const minor = words('minor small whenever someday typo cosmetic eventually');
const groups: readonly (readonly [RegExp, (text: string) => number])[] = [
  [/^(positive|pos|good|happy|joy)$/i, (text) => mood(text)],
  [/^(negative|neg|bad|sad|angry|anger)$/i, (text) => -mood(text)],
  [/^(neutral)$/i, (text) => (mood(text) === 0 ? 0.5 : 0)],
  [/^(high|urgent|critical|p0|p1|severe)$/i, (text) => hits(text, urgent)],
  [/^(low|minor|p3|p4|trivial)$/i, (text) => hits(text, minor)],
  [
    /^(bug|bug_report|defect|incident)$/i,
    (text) => hits(text, words('crash error bug broken fail wrong exception issue')),
  ],
  [
    /^(feature|feature_request|enhancement)$/i,
    (text) => hits(text, words('add feature wish support would could please like')),
  ],
  [
    /^(billing|payment|finance)$/i,
    (text) =>
      hits(text, words('invoice charge charg refund pay payment bill card subscription price')),
  ],
  [
    /^(technical|tech|support)$/i,
    (text) => hits(text, words('error crash login password install bug server page load work')),
  ],
  [
    /^(spam|junk)$/i,
    (text) =>
      hits(
        text,
        words('win prize lottery click free offer winner congratulation viagra crypto money'),
      ),
  ],
  [
    /^(not_spam|ham|legit)$/i,
    (text) =>
      hits(text, words('win prize lottery click free offer winner viagra')) === 0 ? 0.5 : 0,
  ],
  [/^(question|inquiry)$/i, (text) => (text.includes('?') ? 0.5 : 0)],
  [
    /^(sports?)$/i,
    (text) => hits(text, words('match goal team score player league football tennis cup game')),
  ],
  [
    /^(tech|technology)$/i,
    (text) => hits(text, words('software computer phone chip app internet startup ai')),
  ],
  [
    /^(politics)$/i,
    (text) => hits(text, words('election president minister parliament vote senate government')),
  ],
  [
    /^(business|economy)$/i,
    (text) => hits(text, words('market share profit revenue company bank trade stock')),
  ],
];

/** The value whose usual words the text uses most: moods, priorities, the common classes. */
export function moodOf(values: readonly Scalar[], text: string): Scalar | undefined {
  let best: { value: Scalar; points: number } | undefined;
  for (const value of values.slice(0, 50)) {
    const [, measure] = groups.find(([names]) => names.test(String(value))) ?? [];
    const points = measure?.(text) ?? 0;
    if (points > (best?.points ?? 0)) best = { value, points };
  }
  return best?.value;
}

/** Above zero for a friendly text, below for an unfriendly one; "not good" is unfriendly. */
function mood(text: string): number {
  const all = wordsOf(text);
  return all.reduce((sum, word, index) => {
    const value = good.has(word) ? 1 : bad.has(word) ? -1 : 0;
    const denied = ['not', 'no', 'isn', 'wasn', 'didn', 'don'].some((word) =>
      all.slice(Math.max(0, index - 3), index).includes(word),
    );
    return sum + (denied ? -value : value);
  }, 0);
}

function hits(text: string, listed: ReadonlySet<string>): number {
  return wordsOf(text).filter((word) => listed.has(word)).length;
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' ').flatMap((word) => [word, ...wordsOf(word)]));
}
