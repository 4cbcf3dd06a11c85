import type { Topic } from './topic.js';

/** Loops and what grows out of them. */
export const loops: readonly Topic[] = [
  {
    name: 'for loops',
    signals: [
      [/\bfor[- ]loops?\b/i, 5],
      [/\bloops?\b/i, 3],
      [/\biterat(e|ing|ion) over\b/i, 3],
    ],
    brief: [
      'A for loop [[runs|repeats|executes|performs]] the same [[block of code|indented block|few lines|steps]] once for [[each|every]] item [[in a collection|of a sequence|in a list or range]].',
      'For example, [[`for fruit in ["apple", "pear"]: print(fruit)`|`for name in ["Ada", "Linus"]: print(name)`|`for number in range(3): print(number)`|`for letter in "hey": print(letter)`]] [[prints each one on its own line|prints them one after another|takes them in order and prints each|visits them in order, printing as it goes]].',
    ],
    explanation:
      'A for loop [[repeats a block of code|runs the same lines again and again|repeats work without a second copy of the code]], once for [[each|every]] item in a [[collection|sequence]]. [[You choose|You pick|You give]] a name for the current item, and Python [[fills it in|sets it|assigns it]] before each round. [[When the items run out, the loop ends|The loop stops by itself after the last item|After the last item, Python simply carries on below the loop]].',
    example: {
      language: 'python',
      code: 'fruits = ["apple", "pear", "plum"]\nfor fruit in fruits:\n    print(f"I like {fruit}")',
      typescript:
        "const fruits = ['apple', 'pear', 'plum'];\nfor (const fruit of fruits) {\n  console.log('I like', fruit);\n}",
    },
    notes:
      'The indented line is the [[body of the loop|part that repeats|loop body]]; it runs [[three times here|once per fruit]]. To [[count|repeat something]] a fixed number of times, use `range`: `for i in range(5)` gives 0, 1, 2, 3, 4, so [[five rounds, starting at zero|it starts at zero and stops before five]]. [[Use `break` to leave a loop early and `continue` to skip to the next item.|`break` leaves the loop early; `continue` jumps to the next item.]]',
  },
  {
    name: 'while loops',
    signals: [[/\bwhile[- ]loops?\b/i, 6]],
    brief: [
      'A while loop [[repeats|runs|keeps running]] its [[block|body|indented lines]] [[as long as|for as long as|while]] a condition [[is true|holds|stays true]].',
      '[[Make sure|Take care that|Check that]] something in the body [[changes the condition|makes the condition false in the end|moves towards the end]], or [[it never stops|it will run forever|you have an infinite loop]].',
    ],
    explanation:
      'A while loop [[checks|tests|looks at]] a condition, [[runs|executes]] its body if the condition is true, and then [[checks again|goes back to the top|repeats]]. [[Use it when|It fits when|Reach for it when]] you do not know [[beforehand|in advance]] how many rounds you need, [[for example while waiting for valid input|such as when reading until a file ends|as when a value shrinks until it is small enough]].',
    example: {
      language: 'python',
      code: 'countdown = 3\nwhile countdown > 0:\n    print(countdown)\n    countdown -= 1\nprint("Go!")',
      typescript:
        "let countdown = 3;\nwhile (countdown > 0) {\n  console.log(countdown);\n  countdown -= 1;\n}\nconsole.log('Go!');",
    },
    notes:
      'The line `countdown -= 1` is [[what ends the loop|what makes progress|the important one]]: without it the condition [[stays true|never changes]] and the loop [[runs forever|never ends]]. If you [[know|can name]] the items beforehand, a for loop is [[simpler|shorter|the better choice]].',
  },
  {
    name: 'list comprehensions',
    signals: [[/\bcomprehensions?\b/i, 6]],
    brief: [
      'A list comprehension [[builds|makes|creates]] a [[new list|list]] from [[another sequence|something you can loop over|an existing collection]] in [[one expression|a single line|one readable line]].',
      '[[For example,|So|Take this:]] `[n * n for n in range(5) if n % 2 == 0]` [[gives|produces|makes]] `[0, 4, 16]`: [[the expression first, then the loop, then the filter|what to keep comes first, where it comes from second, which ones last|expression, loop, and an optional condition]].',
    ],
    explanation:
      'A list comprehension is [[a compact way|a short way|Python’s favourite way]] to [[build|create]] a list out of [[another iterable|any sequence]]. It [[has|consists of]] three parts: an expression, a loop, and [[optionally a condition|a condition if you want one|an optional filter]]. It [[does the same as|replaces|says in one line what takes]] a loop with `append`, [[with less to read|but says what the list is rather than how to fill it|in one line]].',
    example: {
      language: 'python',
      code: 'squares = []\nfor n in range(5):\n    if n % 2 == 0:\n        squares.append(n * n)\n\n# The same as a comprehension:\nsquares = [n * n for n in range(5) if n % 2 == 0]\nprint(squares)  # [0, 4, 16]',
      typescript:
        '// No comprehensions here: filter, then map.\nconst numbers = [0, 1, 2, 3, 4];\nconst squares = numbers.filter((n) => n % 2 === 0).map((n) => n * n);\nconsole.log(squares); // [0, 4, 16]',
    },
    notes:
      'Read it [[from the middle|starting at `for`]]: for each `n`, if the condition [[holds|is true]], [[keep|collect]] the expression. There are [[siblings|relatives]] for sets and dictionaries, `{n % 3 for n in xs}` and `{n: n * n for n in xs}`. [[If it no longer fits on one line, a plain loop is kinder to the reader.|Once it needs two loops and two conditions, write the loop out.]]',
  },
  {
    name: 'generators',
    signals: [
      [/\bgenerators?\b/i, 5],
      [/\byield\b/i, 4],
    ],
    brief: [
      'A generator is a function that [[hands out|produces|yields]] its values [[one at a time|one by one|step by step]] with `yield`, [[pausing|sleeping|stopping]] in between.',
      '[[It never builds the whole list|Nothing is stored that is not asked for|Only one value exists at a time]], so it [[handles|can walk through|copes with]] [[huge|endless|very long]] sequences [[in little memory|without filling memory|cheaply]].',
    ],
    explanation:
      'A generator [[produces|hands out]] values [[lazily|on demand|only when asked]]. You write it like a function, but with `yield` [[where|in the place where]] you would [[collect a result|append to a list]]. [[Calling it runs nothing yet|The call itself does no work]]: it returns an iterator, and each step [[runs the code up to the next `yield`|continues where the last one paused]].',
    example: {
      language: 'python',
      code: 'def countdown(start):\n    while start > 0:\n        yield start\n        start -= 1\n\nfor number in countdown(3):\n    print(number)  # 3, 2, 1',
      typescript:
        'function* countdown(start‹: number›) {\n  while (start > 0) {\n    yield start;\n    start -= 1;\n  }\n}\n\nfor (const number of countdown(3)) {\n  console.log(number); // 3, 2, 1\n}',
    },
    notes:
      'Because it [[keeps only its current state|remembers nothing but its place]], a generator can [[read a file of any size|go on without end]]. [[It can be walked through once only|You get one pass]]; [[to start over, call the function again|call it anew for a second pass]]. For small cases there are generator expressions: [[`sum(n * n for n in xs)`|`any(n > 10 for n in xs)`]].',
  },
];
