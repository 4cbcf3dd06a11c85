import type { Topic } from './topic.js';

/** Values, their containers, and what happens when they are not there. */
export const data: readonly Topic[] = [
  {
    name: 'dictionaries',
    signals: [[/\bdict(ionary|ionaries|s)?\b/i, 4]],
    brief: [
      'A dictionary [[stores|keeps|holds]] values under [[keys|names of your choice|unique keys]], so you [[find|look up|get]] [[each one|any of them]] by its key [[instead of its position|rather than by an index|at once]].',
      'For example, [[`ages = {"Ada": 36}`|`ages = dict(Ada=36)`]] lets you [[read|look up]] `ages["Ada"]`, [[add|set]] `ages["Linus"] = 21`, and [[ask safely|ask without risk]] with [[`ages.get("Bob", 0)`|`"Bob" in ages`|`ages.get("Bob")`]].',
    ],
    explanation:
      'A dictionary [[maps|links|connects]] keys to values, like a [[phone book|real dictionary|coat check]]: you [[know the key|have the key]] and [[get|receive]] the value, [[however many entries there are|fast, even among millions]]. Keys must be [[unchangeable|hashable]], such as strings, numbers or tuples; values can be [[anything|whatever you like]]. [[Entries keep the order in which they were added.|The order of insertion is kept.]]',
    example: {
      language: 'python',
      code: 'stock = {"apples": 5, "pears": 2}\nstock["plums"] = 7\n\nfor fruit, count in stock.items():\n    print(fruit, count)\n\nprint(stock.get("cherries", 0))  # 0, no error',
      typescript:
        "const stock = new Map([\n  ['apples', 5],\n  ['pears', 2],\n]);\nstock.set('plums', 7);\n\nfor (const [fruit, count] of stock) console.log(fruit, count);\n\nconsole.log(stock.get('cherries') ?? 0); // 0, no error",
    },
    notes:
      '`stock["cherries"]` [[would raise|raises]] a `KeyError`, [[because the key is missing|as there is no such key]]; `get` with a default [[avoids that|is the safe way]]. [[To count things|For counting]], look at `collections.Counter`; [[to group things|for groups]], at `collections.defaultdict`. [[Do not add or remove keys while you loop over the dictionary.|Changing the keys during a loop over them is an error.]]',
  },
  {
    name: 'lists',
    signals: [
      [
        /\b(is|are|explain|describe|do|does|about|how (do I|to|can I) (make|create|use)) (a |the |python )*lists?\b/i,
        3,
      ],
      [/\bpython lists?\b|\blists? (in python|work|and tuples?)\b|\bappend\b/i, 3],
      [/\btuples?\b/i, 3],
    ],
    brief: [
      'A list [[keeps|holds|stores]] [[several values|any number of items|many values]] in [[order|a fixed order|one place, in order]] and can [[grow, shrink and change|be changed at any time|be extended and changed]].',
      'With `xs = [3, 1, 2]`, `xs[0]` is [[the first item|3|the item at the front]], [[`xs.append(4)` adds one|`xs.append(4)` puts 4 at the end]], `xs[-1]` is [[the last one|the item at the end]], and `len(xs)` [[counts them|says how many there are]].',
    ],
    explanation:
      'A list is an [[ordered|ordered, changeable]] [[collection|row of items]]. You [[reach|get]] an item by its position, [[counted from zero|starting at zero]], [[cut out|take]] a part with a slice, and [[change|extend]] the list [[in place|without making a new one]]. A tuple [[looks similar|is its sibling]], with round brackets, but [[cannot be changed|is fixed once made]], so it can be a dictionary key.',
    example: {
      language: 'python',
      code: 'tasks = ["write", "test"]\ntasks.append("ship")\nprint(tasks[0], tasks[-1])  # write ship\nprint(tasks[1:])            # [\'test\', \'ship\']',
      typescript:
        "const tasks = ['write', 'test'];\ntasks.push('ship');\nconsole.log(tasks[0], tasks.at(-1)); // write ship\nconsole.log(tasks.slice(1)); // ['test', 'ship']",
    },
    notes:
      '[[Two names can refer to|Beware: two names may share]] the same list: after `b = a`, a change through `b` [[shows|is visible]] in `a` too. [[Make a copy with|Copy it with]] `a.copy()`. Use a list for [[things of one kind|similar things]], a tuple for [[a few things that belong together|a fixed group, like a point]], and a set to [[drop duplicates|ask quickly whether something is in it]].',
  },
  {
    name: 'exceptions',
    signals: [
      [/\bexceptions?\b/i, 5],
      [/\b(errors?|exceptions?) in python\b/i, 4],
      [/\btry\b.{0,20}\bexcept\b/i, 5],
    ],
    brief: [
      'An exception [[signals|reports|says]] that something went wrong; it [[stops|interrupts|leaves]] the [[current function|normal flow|running code]] until [[some `except` handles it|an `except` catches it|code that can deal with it takes over]].',
      '[[Wrap|Put]] only the [[risky line|line that can fail]] in `try`, [[catch|name]] the [[specific error|exact kind]], [[for example|such as]] `except ValueError:`, and [[let the others through|leave all others alone|let every other error surface]].',
    ],
    explanation:
      'When Python [[cannot go on|meets an error it cannot solve]], it raises an exception. The exception [[travels up|climbs up]] through the calling functions until an `except` [[matches|fits it]]; if none does, the program [[ends with a traceback|stops and prints a traceback]]. [[So the code that knows what to do can be far from the code that failed.|That way the place that notices a problem need not be the one that solves it.]]',
    example: {
      language: 'python',
      code: 'def read_age(text):\n    try:\n        age = int(text)\n    except ValueError:\n        print(f"{text!r} is not a number")\n        return None\n    return age\n\nread_age("forty")',
      typescript:
        "function readAge(text‹: string›) {\n  try {\n    return BigInt(text);\n  } catch (error) {\n    if (!(error instanceof SyntaxError)) throw error;\n    console.log(text, 'is not a whole number');\n    return undefined;\n  }\n}\n\nreadAge('forty');",
    },
    notes:
      'Never write a bare `except:`; it also [[swallows|hides]] [[typing mistakes in your own code|Ctrl-C and your own bugs]]. `else` runs if [[nothing went wrong|there was no error]], `finally` runs [[in any case|always]]. [[To raise your own, write|To report a problem yourself, write]] `raise ValueError("age must not be negative")`, [[with a message that helps the reader|and say in the message what to do]].',
  },
];
