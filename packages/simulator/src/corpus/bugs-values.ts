import { shapes } from '../text/detect.js';
import type { Bug } from './topic.js';

/** Mistakes with values, operators and files. */
export const valueBugs: readonly Bug[] = [
  {
    name: 'integer and true division',
    detect: shapes(
      /\b(?<item>\w+)\s*\/\/\s*len\(/,
      /\b(?<item>sum\(\w+\))\s*\/\/\s*\w+/,
      /(?:range\(|\w\[)\s*(?:len\(\w+\)|\w+)\s*\/\s*(?:len\(\w+\)|\w+)\s*[\])]/,
    ),
    signals: [
      [/\b(integer|floor|true|float) division\b/i, 7],
      [
        /\b(divi(de|des|ded|sion|ding)|average|mean)\b[^.?\n]*\b(round|whole|integer|truncat|decimal|wrong)/i,
        5,
      ],
      [/['"]?float['"]? object cannot be interpreted as an integer|indices must be integers/i, 7],
    ],
    cause:
      'Python has [[two divisions|two division operators]], and [[this is the wrong one|the code uses the wrong one]]. `/` [[always gives|always returns]] a float, even for `4 / 2`; `//` [[rounds down to a whole number|throws the fraction away]]. [[An average needs|For an average you want]] `/`; an index or a `range` [[needs a whole number, so `//`|takes whole numbers only, so `//`]].',
    fix: 'values = [1, 2, 2]\naverage = sum(values) / len(values)     # 1.666…, not 1\nmiddle = values[len(values) // 2]        # a position must be whole',
    lesson:
      '[[Ask what you need|First decide what you need]]: [[a measurement|a quantity]] takes `/`, [[a count or a position|an index or a count]] takes `//`. [[Mind negative numbers:|Beware of negatives:]] `-7 // 2` is `-4`, as `//` [[goes down, not towards zero|rounds downwards]]. [[For money, use `decimal` or whole cents.|With money, count in whole cents.]] [[`round` helps only for display.|Use `round` for display only.]]',
  },
  {
    name: '`is` instead of `==`',
    detect: shapes(
      /\b(?<item>\w+)\s+is\s+(?:not\s+)?(?<value>\d+|"[^"\n]*"|'[^'\n]*'|\[\]|\(\)|\{\})/,
    ),
    signals: [
      [/(^|[\s`'"])is([`'"])?\s+(vs\.?|versus|and|or|instead of)\s+[`'"]?==/i, 8],
      [/==[`'"]?\s+(vs\.?|versus|and|or)\s+[`'"]?is\b/i, 8],
    ],
    cause:
      '`is` [[asks whether|tests whether]] two names [[mean the same object|stand for one and the same object]]; it does not [[compare values|look at the value]]. [[That it works for small numbers and short strings is an accident of caching|It only seems to work for small numbers and short strings, which Python happens to reuse]], and with [[other values|larger values]] the test is [[suddenly false|false without warning]].',
    fix: 'if {{item=answer}} == {{value=1000}}:\n    print("equal")',
    lesson:
      '[[Compare values|Use]] with `==`, and [[keep `is` for|use `is` only with]] `None`, `True` and `False`: `if {{item=answer}} is None`. [[Newer versions of Python|All versions since 3.8]] [[warn about|print a `SyntaxWarning` for]] `is` [[with a literal|next to a literal]]; [[take the warning seriously|do not ignore it]]. [[Lists with the same items are equal but never identical.|Two lists can be equal without being the same list.]]',
  },
  {
    name: 'joining text and numbers',
    detect: shapes(
      /(?:"[^"\n]*"|'[^'\n]*')\s*\+\s*(?<item>\d+|len\(\w+\)|sum\(\w+\)|int\(\w+\))/,
      /\b(?<item>\w+)\s*=\s*(?:\d+|int\([^)\n]*\))\s*\n[\s\S]{0,200}?(?:"[^"\n]*"|'[^'\n]*')\s*\+\s*\k<item>\b/,
      /input\([^)\n]*\)\s*\+\s*\d/,
      /\b(?<item>\w+)\s*=\s*input\([^)\n]*\)\s*\n[\s\S]{0,200}?\b\k<item>\s*[+*]\s*\d/,
    ),
    signals: [
      [/can only concatenate str|must be str, not int|unsupported operand type/i, 8],
      [/\bconcatenat\w*\b[^.?\n]*\b(number|int|integer)/i, 6],
    ],
    cause:
      '`+` [[either adds two numbers or joins two strings|adds numbers, and joins strings]], and [[Python does not guess|it will not guess]] which you [[mean|want]] when [[one side is text and the other a number|the two are mixed]]: it [[raises|stops with]] a `TypeError`. [[Remember that|Note that]] `input()` [[always returns text|gives you a string, always]].',
    fix: 'age = int(input("Your age? "))          # text becomes a number\nprint(f"Next year you will be {age + 1}")  # a number becomes text',
    lesson:
      'Convert [[on purpose|explicitly]]: `int(text)` or `float(text)` [[to calculate|for arithmetic]], `str(number)` or [[better an f-string|best an f-string]] [[to print|for output]]. [[Convert once, where the value comes in|Do it at the border, as soon as the value arrives]], and [[catch `ValueError`|be ready for a `ValueError`]] [[if a person typed it|in case it is no number]].',
  },
  {
    name: 'files left open',
    detect: unclosedFile,
    signals: [
      [/\b(unclosed|not closed|never closed|forgot to close|left open)\b/i, 6],
      [/ResourceWarning/i, 7],
    ],
    cause:
      'The file is [[opened|opened here]] but [[never closed|not closed again]]. [[What you wrote|Written text]] may [[still sit in a buffer|not be on disk yet]], the file [[stays locked on some systems|can stay locked]], and [[a program that opens many|a long-running program]] [[runs out of file handles|will at some point be refused another]]. An exception [[on the way|in between]] would [[skip a `close()` too|jump over a `close()` as well]].',
    fix: 'with open({{path="notes.txt"}}, encoding="utf-8") as file:\n    text = file.read()\n\nprint(len(text))  # here the file is closed, whatever happened',
    lesson:
      '[[Open files with `with`|Always use `with`]]: it [[closes them|closes the file]] [[at the end of the block|when the block ends]], [[also after an error|even if an exception is raised]]. [[The same goes for|It works the same way for]] [[locks, sockets and database connections|sockets, locks and connections]]. [[Name the encoding, too,|And name the encoding,]] [[or it depends on the machine|because the default differs between systems]].',
  },
];

function unclosedFile(code: string) {
  const opened = /(?<!with\s)\bopen\(\s*("[^"\n]*"|'[^'\n]*'|\w+)/.exec(code);
  if (opened === null || /\bwith\s+open\(|\.close\(\)|\bdef\s+open\b/.test(code)) return undefined;
  return { path: opened[1] ?? '"notes.txt"' };
}
