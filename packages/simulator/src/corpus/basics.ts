import type { Topic } from './topic.js';

/** The first things a beginner meets: names, conditions, text, parts of a list. */
export const basics: readonly Topic[] = [
  {
    name: 'variables',
    signals: [
      [/\bvariables?\b/i, 3],
      [/\bassign(ment|ing)?\b[^.?\n]{0,30}\b(python|values?|names?)\b/i, 3],
    ],
    brief: [
      '[[A variable is|In Python, a variable is]] a [[name|label]] for a value, so that you can [[use it again|refer to it later]] [[further down|wherever you need it]] [[without writing the value twice|instead of repeating the value]].',
      'For example, [[`price = 5`|`price = 12`|`price = 9`]] [[gives the value a name|sets it]], `price * 3` [[uses it|calculates with it]], and `price = 6` [[gives the name another value|changes it]] [[from there on|from then on]].',
    ],
    explanation:
      'A variable [[connects a name with a value|is a name that stands for a value]]. You [[create it|make one]] with `=`: the name [[stands on the left|is on the left]], the value [[on the right|is worked out on the right]]. Python [[needs no declaration|asks for no type beforehand]], and the same name may [[stand for something else later|be given another value at any time]]. [[Several names can share one value|Two names can stand for the same value]], because a name [[only points to it|merely refers to it]].',
    example: {
      language: 'python',
      code: 'price = 5\nquantity = 3\ntotal = price * quantity\nprint(total)  # 15\n\nprice = 6\nprint(total)  # still 15: it was worked out before',
      typescript:
        'let price = 5;\nconst quantity = 3;\nconst total = price * quantity;\nconsole.log(total); // 15\n\nprice = 6;\nconsole.log(total); // still 15: it was worked out before',
    },
    notes:
      'A single `=` [[assigns|sets a value]], a double `==` [[compares|asks whether two values are equal]]. [[Choose names that say what is inside|Name it after what it holds]]: `total_price` [[tells more than|says more than]] `tp`. [[Names are case-sensitive|Capitals count]], and the habit is `lower_case_with_underscores`. A name that [[was never set|does not exist]] [[raises|stops the program with]] a `NameError`, [[mostly because of a typing mistake|usually a typing mistake]].',
  },
  {
    name: 'if statements',
    signals: [
      [/\bif[- /](statements?|conditions?|clauses?|else|elif)\b/i, 6],
      [/\belif\b|\bconditionals?\b|\bbooleans?\b/i, 4],
    ],
    brief: [
      'An if statement [[runs its block|runs the indented lines|carries out its block]] only [[when|if]] a condition is [[true|met]]; `elif` [[tries another one|asks the next question]], and `else` [[takes what is left|covers all the rest|is for all the rest]].',
      'For example, [[`if age >= 18: print("adult")`|`if age < 18: print("minor")`]] [[prints only for some ages|does something for some ages only|speaks up for some ages only]], and [[an `else` below it|a matching `else`]] [[says what happens otherwise|covers the other ones]].',
    ],
    explanation:
      'With `if` a program [[takes decisions|chooses what to do]]. Python [[tests|looks at]] the condition; if it is true, the indented block [[runs|is executed]], if not, it is [[skipped|passed over]]. Any number of `elif` parts can follow, and [[the first one that is true wins|only the first true one runs]]. `else` comes last and [[needs no condition|has no condition]]: it [[runs when nothing else did|is for all the other cases]].',
    example: {
      language: 'python',
      code: 'def describe(celsius):\n    if celsius < 0:\n        return "freezing"\n    elif celsius < 20:\n        return "cool"\n    else:\n        return "warm"\n\nprint(describe(12))  # cool',
      typescript:
        "function describe(celsius‹: number›) {\n  if (celsius < 0) return 'freezing';\n  if (celsius < 20) return 'cool';\n  return 'warm';\n}\n\nconsole.log(describe(12)); // cool",
    },
    notes:
      'The order [[matters|counts]]: [[put the narrowest case first|begin with the narrowest case]]. Conditions [[combine|are joined]] with `and`, `or` and `not`. Empty things [[count as false|are false]]: `0`, `""`, `[]` and `None`, so `if names:` [[asks whether there are any|means “if there are any names”]]. [[Deeply nested ifs are hard to read|Ifs inside ifs get hard to read]]; [[return early instead|leave the function early instead]].',
  },
  {
    name: 'strings and f-strings',
    signals: [
      [/\bf-?strings?\b/i, 7],
      [
        /\b(what|explain|describe|about|how do)\b[^.?\n]{0,20}\bstrings?\b(?! (instruments?|theory|quartet))/i,
        4,
      ],
      [
        /\bstrings? (in python|format\w*|methods?|slic\w*|interpolation|work)\b|\bpython strings?\b/i,
        5,
      ],
      [/\b(format\w*|insert|put)\b[^.?\n]{0,30}\b(in|into) (a )?(string|text)s?\b/i, 4],
    ],
    brief: [
      '[[A string is|In Python, a string is]] [[text|a piece of text]] in quotes, and an f-string, [[written with an `f` in front|with an `f` before the quotes]], [[fills in the values|puts in the values]] that stand in [[curly brackets|braces]].',
      'For example, with `name = "Ada"`, [[`f"Hello, {name}!"`|`f"Hi, {name}!"`|`f"Hey, {name}!"`]] [[greets Ada|gives a greeting for Ada|is a greeting for Ada]], `name.upper()` [[gives|makes]] `"ADA"`, and `name[0]` is [[`"A"`|the first letter]].',
    ],
    explanation:
      'A string [[holds text|is a row of characters]]; single and double quotes [[mean the same|do the same]]. You can [[join two|add two]] with `+`, [[cut out a part|take a part]] with a slice, and [[ask it for a changed copy|get a changed copy]] with methods such as `strip`, `replace` and `split`. An f-string [[is the easiest way|is the clearest way]] to [[mix text and values|put values into text]]: whatever stands in braces is [[worked out|evaluated]] and [[put in its place|inserted there]].',
    example: {
      language: 'python',
      code: 'name = "Ada"\nprice = 3.14159\nprint(f"{name} pays {price:.2f}")        # Ada pays 3.14\nprint(name.upper(), len(name), name[0])  # ADA 3 A\nprint(", ".join(["red", "green"]))       # red, green',
      typescript:
        "const name = 'Ada';\nconst price = 3.14159;\nconsole.log(name + ' pays ' + price.toFixed(2)); // Ada pays 3.14\nconsole.log(name.toUpperCase(), name.length, name[0]); // ADA 3 A\nconsole.log(['red', 'green'].join(', ')); // red, green",
    },
    notes:
      'Strings [[cannot be changed|never change]]: `name.upper()` [[returns a new one|gives back a new string]] and [[leaves `name` alone|does nothing to `name`]]. After a colon an f-string [[takes a format|accepts a format]]: `.2f` for [[two decimals|two digits after the point]], `>10` to [[align to the right|right-align]]. To [[join many pieces|put many pieces together]], use `"".join(parts)`; [[adding them in a loop is slow|a loop with `+` gets slow]].',
  },
  {
    name: 'slices',
    signals: [[/\bslic(e|es|ing)\b(?! of\b| an? (?!list|string|tuple|part))/i, 6]],
    brief: [
      'A slice [[cuts out|takes|copies]] a part of a [[list or string|sequence]]: `xs[start:end]` [[begins at|starts with]] `start` and [[stops before|leaves out]] `end`, [[and both may be left out|either of which may be missing]].',
      'For example, with `word = "python"`, `word[:2]` [[is|gives]] [[`"py"`|the first two letters]], `word[2:]` [[is|gives]] [[the rest|`"thon"`]], `word[-1]` is [[the last letter|`"n"`]], and `word[::-1]` [[reads it backwards|is the word reversed]].',
    ],
    explanation:
      'A slice [[copies a part|is a copy of a part]] of something that has an order. The numbers [[count the gaps between items|point between the items]], so `end - start` is [[the length of the result|how many you get]]. A missing start means [[the beginning|from the front]], a missing end [[means the end|goes to the very end]]. Negative numbers [[count from the end|start at the end]]; a third number is the [[step|stride]].',
    example: {
      language: 'python',
      code: "letters = [\"a\", \"b\", \"c\", \"d\", \"e\"]\nprint(letters[1:3])   # ['b', 'c']\nprint(letters[:2])    # ['a', 'b']\nprint(letters[-2:])   # ['d', 'e']\nprint(letters[::2])   # ['a', 'c', 'e']",
      typescript:
        "const letters = ['a', 'b', 'c', 'd', 'e'];\nconsole.log(letters.slice(1, 3)); // ['b', 'c']\nconsole.log(letters.slice(0, 2)); // ['a', 'b']\nconsole.log(letters.slice(-2)); // ['d', 'e']",
    },
    notes:
      'A slice [[never fails|raises no `IndexError`]]: `letters[3:99]` [[simply stops at the end|gives what there is]]. The result is a [[new list|copy]], so [[changing it|a change to it]] leaves the old one [[alone|as it was]]; `letters[:]` [[copies the whole list|is a copy of all of it]]. [[Assigning to a slice|An assignment to a slice]] [[replaces that part|puts something else in its place]], [[even with another length|even if the lengths differ]].',
  },
  {
    name: 'sets',
    signals: [
      [/\b(python )?sets (in python|work|and|vs)\b|\bpython sets?\b/i, 4],
      [/\b(what|explain|describe)\b[^.?\n]{0,15}\b(a set|sets)\b(?! of)/i, 4],
      [/\b(remove|drop|without|find) duplicates\b/i, 4],
      [/\bfrozensets?\b|\bset (operations?|union|intersection|difference)\b/i, 5],
    ],
    brief: [
      'A set [[holds each value once|keeps no duplicates|has every value just once]], in [[no particular order|no order]], and [[tells at once|says quickly|knows at once]] whether [[something is in it|it contains something|a value is in it]].',
      'For example, [[`set([1, 2, 2])`|`set([2, 1, 2])`|`set([1, 1, 2])`]] is `{1, 2}`, `2 in {1, 2}` is [[true|`True`]], and `a & b` [[keeps what both have|is what both contain]], `a | b` what [[either has|one of them contains]].',
    ],
    explanation:
      'A set is [[a bag without duplicates|a collection of different values]]. [[Adding something twice|A second copy]] [[changes nothing|has no effect]]. It is [[made for|good at]] two questions: [[is this in it|does it contain this]], and [[what do two collections share|what have two collections in common]]. [[Both are answered fast|Both answers are fast]], [[even with millions of values|however many values there are]].',
    example: {
      language: 'python',
      code: 'visited = {"Rome", "Paris"}\nvisited.add("Rome")           # already there: nothing happens\nplanned = {"Paris", "Oslo"}\n\nprint("Rome" in visited)      # True\nprint(visited & planned)      # {\'Paris\'}\nprint(sorted(visited | planned))',
      typescript:
        "const visited = new Set(['Rome', 'Paris']);\nvisited.add('Rome'); // already there: nothing happens\nconst planned = ['Paris', 'Oslo'];\n\nconsole.log(visited.has('Rome')); // true\nconsole.log(planned.filter((city) => visited.has(city))); // ['Paris']",
    },
    notes:
      'An empty set is `set()`, [[because|as]] `{}` is an empty dictionary. The items must be [[hashable|unchangeable]], like [[numbers, strings and tuples|keys of a dictionary]]. [[To drop duplicates but keep the order|If the order has to stay]], use `list(dict.fromkeys(xs))`. [[A test with `in` on a list|`in` on a list]] [[looks at every item|goes through all of it]]; [[on a set it takes one step|a set needs one step]].',
  },
  {
    name: 'sorting',
    signals: [
      [/\bsort(ed|ing|s)?\b(?! of\b)/i, 5],
      [/\b(order|arrange)\b[^.?\n]{0,20}\b(list|dictionary|items|words|numbers)\b/i, 4],
    ],
    brief: [
      '`sorted(xs)` [[returns a new list|gives back a new list|makes a new list]] in order, while `xs.sort()` [[sorts the list itself|changes the list in place|orders the list itself]]; [[both take|for both you can give]] a `key` that says [[what to sort by|what counts|what to compare]].',
      'For example, [[`sorted(words, key=len)`|`sorted(names, key=len)`]] [[puts the shortest first|begins with the shortest|sorts by length]], and `reverse=True` [[turns the order round|starts with the greatest|reverses the order]], [[whatever the key|with or without a key|whatever the key may be]].',
    ],
    explanation:
      'To sort is to [[bring items into order|put things in order]]: numbers [[by size|from small to large]], text [[by alphabet|letter by letter]]. `sorted` works on [[anything you can loop over|any iterable]] and always [[makes a list|returns a list]]. A `key` is a function that is [[called once for each item|asked once about each item]]; [[its results are compared|the answers are compared]] [[instead of the items|in place of the items]]. Items that are equal [[keep their order|stay as they were]].',
    example: {
      language: 'python',
      code: 'people = [("Ada", 36), ("Linus", 21), ("Grace", 36)]\n\nby_age = sorted(people, key=lambda person: person[1])\nprint(by_age)     # Linus first; Ada still before Grace\n\nnames = sorted((name for name, _ in people), reverse=True)\nprint(names)      # [\'Linus\', \'Grace\', \'Ada\']',
      typescript:
        "const people = [\n  { name: 'Ada', age: 36 },\n  { name: 'Linus', age: 21 },\n  { name: 'Grace', age: 36 },\n];\n\nconst byAge = [...people].sort((a, b) => a.age - b.age);\nconsole.log(byAge[0]?.name); // Linus; Ada is still before Grace",
    },
    notes:
      '`xs.sort()` [[returns `None`|gives back nothing]], so `xs = xs.sort()` [[loses the list|throws the list away]]. For two criteria, [[return a tuple|let the key return a tuple]]: `key=lambda p: (p[1], p[0])`. Capital letters [[come before small ones|sort before small letters]]; `key=str.lower` [[ignores case|makes them equal]]. [[Numbers as text sort oddly:|Beware of numbers that are text:]] `"10"` comes [[before|ahead of]] `"9"`.',
  },
];
