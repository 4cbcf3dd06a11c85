import { shapes } from '../text/detect.js';
import type { Slots } from '../text/template.js';
import type { Bug } from './topic.js';

/** Mistakes with functions. */
export const functionBugs: readonly Bug[] = [
  {
    name: 'a mutable default argument',
    detect: shapes(
      /def\s+(?<name>\w+)\s*\((?<before>[^)\n]*?)\b(?<item>\w+)\s*(?::[^=,)\n]+)?=\s*(?<empty>\[\s*\]|\{\s*\}|list\(\)|dict\(\)|set\(\))(?<after>[^)\n]*)\)/,
    ),
    signals: [
      [/\bmutable default\b/i, 8],
      [/\bdefault (list|dict(ionary)?)\b/i, 6],
      [/\bdefault (argument|parameter|value)\b[^.?\n]*\b(list|dict|shared|remember)/i, 5],
    ],
    cause:
      'The default value of `{{item=items}}` is [[made|created|evaluated]] [[only once|a single time]], [[when the `def` line runs|at the moment the function is defined]], and [[every call|each call]] without that argument [[shares|gets]] the [[same object|very same object]]. What one call [[adds|puts in]], the next one [[finds|still sees]].',
    fix: 'def {{name=add}}({{before=value, }}{{item=items}}=None{{after=}}):\n    if {{item=items}} is None:\n        {{item=items}} = {{empty=[]}}  # a new one for every call\n    # The rest of the function stays as it is.',
    lesson:
      '[[Use `None` as the default|Let the default be `None`]] and [[make the new object inside|create the real one in the body]], so [[each call gets its own|no two calls share it]]. [[This goes for|The same is true of]] lists, dictionaries, sets and [[every other object that can change|anything else that is mutable]]; [[numbers, strings and tuples are safe|numbers and strings do no harm]].',
  },
  {
    name: 'late-binding closures',
    detect: shapes(
      /\[\s*lambda\b[^:=\n]*:(?<body>[^\]\n]*\b(?<item>\w+)\b[^\]\n]*)\bfor\s+\k<item>\s+in\b/,
      /for\s+(?<item>\w+)\s+in\s+[^:\n]+:[\s\S]{0,200}?(?:append\(\s*|\w\s*=\s*|\]\s*=\s*)lambda(?![^:\n]*\b\k<item>\s*=)[^:\n]*:[^\n]*\b\k<item>\b/,
      /for\s+(?<item>\w+)\s+in\s+[^:\n]+:\s*\n\s+def\s+\w+\([^)=\n]*\):[\s\S]{0,120}?\b\k<item>\b[\s\S]{0,120}?append\(/,
    ),
    signals: [
      [/\blate[- ]binding\b/i, 8],
      [/\bclosures?\b/i, 4],
      [/\blambdas?\b[^.?\n]*\b(loop|same|last)\b/i, 5],
    ],
    cause:
      'The functions [[do not store|do not keep]] the value of `{{item=i}}`; they [[look it up|read it]] [[only when they are called|at the time of the call]]. [[By then|At that point]] the loop is [[over|finished]] and `{{item=i}}` has its [[last|final]] value, so [[all of them give the same result|every one of them behaves the same]].',
    fix: 'functions = [lambda {{item=i}}={{item=i}}: {{item=i}} for {{item=i}} in range(3)]\nprint([function() for function in functions])  # [0, 1, 2]',
    lesson:
      'A default argument is [[evaluated when the function is made|worked out at definition time]], so `{{item=i}}={{item=i}}` [[freezes|captures|keeps]] the [[current value|value of this round]]. [[A cleaner way is|You may prefer]] `functools.partial` or [[a small function that returns the function|a factory function]]. The rule: [[closures capture variables, not values|a closure remembers the variable, not its value]].',
  },
  {
    name: 'a missing return',
    detect: missingReturn,
    signals: [
      [/\b(missing|forgot|without|no)\b[^.?\n]{0,20}\breturn\b/i, 6],
      [/\breturns? None\b|\b(get|prints?) None\b/i, 5],
    ],
    cause:
      'The function `{{name=add}}` [[works out a value|computes its result]] but [[never returns it|has no `return`]]. A Python function that [[reaches its end|simply ends]] [[gives back|returns]] `None`, so [[the caller gets|what arrives at the caller is]] `None` [[instead of the result|and not the result]].',
    fix: 'def {{name=add}}({{arguments=a, b}}):\n    result = {{value=a + b}}\n    return result',
    lesson:
      '[[Calculating is not returning|Having a value is not handing it over]], and [[printing is not returning either|neither is printing]]: [[only `return` passes a value out|a value leaves through `return` only]]. [[Check that every branch returns|See that each `if` branch returns something]]. [[With a type hint such as|With a hint like]] `-> int`, [[a type checker finds this for you|the type checker will point it out]], [[before you run anything|without running the code]].',
  },
  {
    name: 'shadowed builtins',
    detect: shapes(
      /^[ \t]*(?<name>list|dict|str|int|sum|max|min|input|id|len|set|type|filter|map|open|sorted)\s*=(?!=)/m,
    ),
    signals: [
      [/\bshadow(s|ed|ing)?\b/i, 6],
      [/['"]?(list|str|int|dict)['"]? object is not callable/i, 8],
    ],
    cause:
      'The name `{{name=list}}` [[belongs to a built-in of Python|is that of a Python built-in]], and the assignment [[hides|shadows|covers]] it. [[From then on|Afterwards]] `{{name=list}}(…)` [[means your variable|refers to your value]], and [[calling it|the call]] [[fails with|ends in]] `TypeError: object is not callable`, [[often far from the real cause|perhaps many lines later]].',
    fix: 'items = ["a", "b"]      # not: {{name=list}} = ["a", "b"]\nprint(items)\nprint({{name=list}})           # the built-in is itself again',
    lesson:
      '[[Choose a name|Pick a name]] that says [[what is inside|what the value is for]], such as `names` or `total`. [[If nothing else fits|If you must]], [[add an underscore|append an underscore]]: `{{name=list}}_`. [[Editors show built-ins in another colour|Most editors colour built-ins differently]], and [[linters report|a linter reports]] the [[shadowing|mistake]] [[at once|as you type]].',
  },
];

/** A one-function snippet whose result is used, but which never returns. */
function missingReturn(code: string): Slots | undefined {
  const definition =
    /def\s+(\w+)\s*\(([^)\n]*)\)[^:\n]*:((?:[^\n]*)(?:\n[ \t]+[^\n]*|\n[ \t]*(?=\n))*)/.exec(code);
  if (definition === null) return undefined;
  const [whole = '', name = '', given = '', body = ''] = definition;
  if (/\b(return|yield|raise|pass)\b/.test(body) || name.startsWith('__')) return undefined;
  const rest = code.slice(definition.index + whole.length);
  const used = new RegExp(`(?:=|print\\(|return|\\+)\\s*${name}\\(`).test(rest);
  const assigns = /\b\w+\s*=\s*([^=\n][^\n]*)\s*$/.exec(body.trimEnd());
  if (!used && assigns === null) return undefined;
  return {
    name,
    arguments: given,
    ...(assigns?.[1] === undefined ? {} : { value: assigns[1].trim() }),
  };
}
