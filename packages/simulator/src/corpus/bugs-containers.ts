import { loopsIn, shapes } from '../text/detect.js';
import type { Slots } from '../text/template.js';
import type { Bug } from './topic.js';

/** Mistakes with lists and dictionaries. */
export const containerBugs: readonly Bug[] = [
  {
    name: 'a dictionary changed while iterating',
    detect: changedDictionary,
    signals: [
      [/dictionary changed size/i, 9],
      [/\bdict(ionary)?\b[^.?\n]*\b(while|during)\b[^.?\n]*\b(iterat|loop)/i, 4],
    ],
    cause:
      '[[The loop|This loop|Your loop]] [[removes keys from|takes keys out of|deletes keys of]] the dictionary `{{over=scores}}` [[while it is walking over it|during the iteration|as it iterates over it]], and Python [[answers with|stops that with|raises]] [[`RuntimeError: dictionary changed size during iteration`|a `RuntimeError`, because the size changed]].',
    fix: '{{over=scores}} = {{{item=key}}: value for {{item=key}}, value in {{over=scores}}.items() if value > 0}',
    lesson:
      '[[Build a new dictionary|Make a new dictionary]] with [[what should stay|the entries you want to keep]] (put your own condition after `if`), or [[loop over a copy of the keys|take a copy of the keys first]]: `for {{item=key}} in list({{over=scores}}):`. [[Either way nothing changes under the loop’s feet.|Then the thing you loop over stays as it is.]]',
  },
  {
    name: 'a list changed while iterating',
    detect: changedList,
    signals: [
      [/\b(remov|delet|pop)\w*\b[^.?\n]*\blist\b[^.?\n]*\b(while|during|loop|iterat)/i, 5],
      [/\bskips?\b[^.?\n]*\b(items?|elements?)\b/i, 4],
      [/\bmodif\w*\b[^.?\n]*\blist\b[^.?\n]*\biterat/i, 5],
    ],
    cause:
      '[[The loop|This loop|Your loop]] changes the list `{{over=xs}}` [[while it is iterating over it|during the iteration|as it walks through it]]. [[Each removal|Every removal]] moves the following items [[one place to the left|down by one]], but the loop [[goes on to the next position|still steps forward]], so it [[skips|misses|jumps over]] the item [[after each one it removes|that slid into the gap]].',
    fix: '{{over=xs}} = [{{item=x}} for {{item=x}} in {{over=xs}} if not ({{goes=x <= 0}})]{{own=  # put your own condition here}}\n\n# If every item has to go, no loop is needed:\n# {{over=xs}}.clear()',
    lesson:
      '[[Never change a list while you loop over it.|Leave a list alone while you loop over it.]] [[Build a new one|Make a new list]] with [[what should stay|the items you keep]], as the list comprehension does; [[if you must change it in place|if it has to be the same list]], loop over a copy: `for {{item=x}} in {{over=xs}}[:]`.',
  },
  {
    name: 'a list shortened under its index loop',
    detect: shortenedByIndex,
    signals: [[/\blist\b[^.?\n]*\bby index\b[^.?\n]*\b(remov|delet|pop)/i, 5]],
    cause:
      '`range(len({{over=xs}}))` is [[fixed|worked out once]] [[when the loop starts|before the first round]], but the body [[shortens|removes items from]] the list. [[After each removal|Whenever one goes]] the rest [[moves one place to the left|moves down by one]], so the next item is [[skipped|never looked at]], and [[in the end|near the end]] `{{over=xs}}[{{item=i}}]` [[runs past the end|points behind the last item]] with an `IndexError`.',
    fix: '{{over=xs}} = [value for value in {{over=xs}} if not ({{goes=value <= 0}})]{{own=  # put your own condition here}}',
    lesson:
      '[[Do not change a list while iterating over its indexes.|A list should not change while you iterate over its indexes.]] A list comprehension [[builds|makes]] a new list of [[what should stay|the items to keep]] and [[needs no index|does without an index]]. [[If it must happen in place|If you need the same list]], [[go backwards|walk from the end]]: `for {{item=i}} in range(len({{over=xs}}) - 1, -1, -1)`.',
  },
  {
    name: 'off-by-one ranges',
    detect: shapes(
      /range\(\s*len\((?<over>\w+)\)\s*\+\s*1\s*\)/,
      /for\s+(?<item>\w+)\s+in\s+range\(\s*len\((?<over>\w+)\)\s*\):[\s\S]{0,200}?\b\k<over>\[\k<item>\s*\+\s*1\]/,
      /while\s+(?<item>\w+)\s*<=\s*len\((?<over>\w+)\)/,
      /for\s+(?<item>\w+)\s+in\s+range\(\s*1\s*,\s*len\((?<over>\w+)\)\s*\):[\s\S]{0,200}?\b\k<over>\[\k<item>\](?![\s\S]{0,200}\k<over>\[\k<item>\s*-)/,
    ),
    signals: [
      [/\boff[- ]by[- ]one\b/i, 7],
      [/\bIndexError\b|\bindex out of range\b/i, 4],
      [
        /\brange\b[^.?\n]*\b(last|misses|one too|stops? (early|short)|does not include|doesn['’]t include)/i,
        5,
      ],
    ],
    cause:
      'The indexes are [[off by one|one step off]]. A list of `n` items has [[the indexes|positions]] 0 to `n - 1`, and `range(n)` [[gives|counts]] [[exactly those|just these]]: it [[starts at 0|begins with 0]] and [[stops before|leaves out]] `n`. [[One more and|Go one further and]] `{{over=items}}[…]` [[fails with an `IndexError`|is out of range]]; [[start at 1|begin with 1]] and the first item is [[never seen|left out]].',
    fix: 'for {{item=i}} in range(len({{over=items}})):\n    print({{over=items}}[{{item=i}}])\n\n# To look at neighbours, stop one earlier:\nfor {{item=i}} in range(len({{over=items}}) - 1):\n    print({{over=items}}[{{item=i}}], {{over=items}}[{{item=i}} + 1])',
    lesson:
      '[[Better still, do without indexes|Best of all, avoid the index]]: `for item in {{over=items}}`, [[`enumerate` if you need the position|with `enumerate` for the position]], `zip({{over=items}}, {{over=items}}[1:])` [[for pairs of neighbours|for neighbours]]. To count from 1 [[up to and including|through]] 10, write `range(1, 11)`. [[Test the first and the last item.|Check both ends by hand.]]',
  },
  {
    name: 'a missing dictionary key',
    detect: shapes(
      /\b(?<over>\w+)\s*=\s*(?:\{\}|dict\(\))[\s\S]{0,300}?\b\k<over>\[(?<item>[^\]\n]{1,40})\]\s*\+=/,
      /\b(?<over>\w+)\s*=\s*(?:\{\}|dict\(\))[\s\S]{0,300}?\b\k<over>\[(?<item>[^\]\n]{1,40})\]\.append\(/,
    ),
    signals: [
      [/\bKeyError\b/i, 7],
      [/\bmissing key\b|\bkey (that )?(is|was) (missing|not there)/i, 5],
    ],
    cause:
      'The code [[reads|asks for]] `{{over=counts}}[{{item=key}}]` although that key [[is not in the dictionary|does not exist]] [[yet|at that moment]], so Python [[raises|stops with]] a `KeyError`. [[Even|Also]] `+=` and `.append` [[have to read|must first read]] the old value [[before they can change it|and there is none]].',
    fix: '{{over=counts}}[{{item=key}}] = {{over=counts}}.get({{item=key}}, 0) + 1\n\n# Or let the dictionary make the first value:\nfrom collections import defaultdict\n\n{{over=counts}} = defaultdict(int)\n{{over=counts}}[{{item=key}}] += 1',
    lesson:
      '[[Use `get` with a default|`get` with a default is right]] [[when a missing key is normal|if the key may be missing]], `defaultdict` or `Counter` [[when you collect or count|for counting and grouping]], and [[plain brackets|square brackets]] only [[when a missing key is a mistake|where absence is an error]] [[that you want to hear about|worth stopping for]]. [[`in` tells you whether a key is there.|To ask first, use `in`.]]',
  },
  {
    name: 'the result of an in-place method',
    detect: shapes(
      /\b(?<over>\w+)\s*=\s*\k<over>\.(?<method>sort|reverse|append|extend|insert)\(/,
      /\b(?!return\b)\w+\s*=\s*(?<over>\w+)\.(?<method>sort|reverse)\(\)/,
    ),
    signals: [[/\bsort\(\)[^.?\n]*\bNone\b|\bNone\b[^.?\n]*\bsort\b/i, 6]],
    cause:
      '`{{over=numbers}}.{{method=sort}}(…)` [[changes|works on]] the list [[in place|itself]] and [[returns|gives back]] `None`. [[The assignment|Assigning that]] then [[puts|stores]] this `None` [[into the variable|under the name]], and [[the list seems to be gone|your list is lost]].',
    fix: '{{over=numbers}} = [3, 1, 2]\n{{over=numbers}}.sort()              # changes the list itself\n\nordered = sorted({{over=numbers}})   # leaves it alone and returns a new one',
    lesson:
      '[[Either call|Call]] the method [[on a line of its own|without an assignment]], or [[use a function that returns something new|take the function that makes a new list]]: `sorted(xs)`, `list(reversed(xs))`, `xs + [item]`. [[In Python|As a rule]], [[what changes a thing in place returns `None`|methods that change an object return `None`]], [[so that the two are not confused|to keep the two apart]]. [[Remember it, and you will see this bug at once.|Knowing that, you will spot this one quickly.]]',
  },
];

function changedList(code: string): Slots | undefined {
  const found = loopsIn(code).find(({ over, body }) => {
    if (!/^\w+$/.test(over)) return false;
    return new RegExp(
      `\\b${over}\\.(remove|pop|append|insert|extend|clear)\\(|\\bdel\\s+${over}\\[`,
    ).test(body);
  });
  if (found === undefined) return undefined;
  const { item, over, body } = found;
  return { item, over, goes: `${item} <= 0`, ...goes(body, over) };
}

/** The condition under which the loop takes an item out of the list, where it is a plain one. */
function goes(body: string, list: string): Slots {
  const before = new RegExp(
    `\\bif\\s+([^:\\n]+):\\s*(?:${list}\\.(?:remove|pop)\\(|del\\s+${list}\\[)`,
  );
  const condition = before
    .exec(body)?.[1]
    ?.replace(new RegExp(`\\b${list}\\[\\w+\\]`, 'g'), 'value');
  return condition !== undefined && /^[\w\s%=<>!.+*'"-]{1,40}$/.test(condition)
    ? { goes: condition, own: '' }
    : {};
}

function shortenedByIndex(code: string): Slots | undefined {
  for (const { item, over, body } of loopsIn(code)) {
    const list = /^range\(\s*(?:0\s*,\s*)?len\(\s*(\w+)\s*\)\s*\)$/.exec(over)?.[1];
    if (list === undefined) continue;
    if (new RegExp(`\\b${list}\\.(remove|pop)\\(|\\bdel\\s+${list}\\[`).test(body)) {
      return { item, over: list, ...goes(body, list) };
    }
  }
  return undefined;
}

function changedDictionary(code: string): Slots | undefined {
  for (const { item, over, body } of loopsIn(code)) {
    const dictionary = /^(\w+)(?:\.(?:keys|items)\(\))?$/.exec(over)?.[1];
    if (dictionary === undefined) continue;
    const deletes = new RegExp(
      `\\bdel\\s+${dictionary}\\[\\s*${item}\\s*\\]|\\b${dictionary}\\.pop\\(\\s*${item}\\s*[,)]`,
    );
    if (deletes.test(body)) return { item, over: dictionary };
  }
  return undefined;
}
