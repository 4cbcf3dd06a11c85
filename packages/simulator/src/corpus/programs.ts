import type { Topic } from './topic.js';

/** What a program is made of beyond its first file. */
export const programs: readonly Topic[] = [
  {
    name: 'reading and writing files',
    signals: [
      [/\b(read|writ|open|load|sav|clos)\w*\b[^.?\n]{0,25}\b(text |csv |json )?files?\b/i, 5],
      [/\bfiles? (in|with) python\b|\bfile handling\b|\bwith open\b/i, 5],
    ],
    brief: [
      'To work with a file, [[open it|you open it|first open it]] in a `with` block, [[read or write|read from it or write to it]], and Python [[closes it|shuts it]] [[at the end of the block|when the block is over]], [[even after an error|whatever happens inside]].',
      '`with open("notes.txt", encoding="utf-8") as file:` [[opens it for reading|lets you read]], `file.read()` [[takes all the text|gives the whole text|reads all of it]], and [[`for line in file`|a loop over `file`]] [[goes line by line|takes one line at a time]].',
    ],
    explanation:
      'A file is [[opened|first opened]], used, and [[closed again|then closed]]. `open` takes a path and a mode: `"r"` [[reads|to read]], `"w"` [[writes from scratch|to write anew]], `"a"` [[adds at the end|to append]]. The `with` block [[sees to the closing|closes it for you]], so nothing is [[lost or locked|left half-written]]. [[Name the encoding|Say which encoding]], [[usually|nearly always]] `utf-8`, [[or it depends on the machine|because the default differs between systems]].',
    example: {
      language: 'python',
      code: 'with open("notes.txt", "w", encoding="utf-8") as file:\n    file.write("first line\\nsecond line\\n")\n\nwith open("notes.txt", encoding="utf-8") as file:\n    for number, line in enumerate(file, start=1):\n        print(number, line.rstrip())',
    },
    notes:
      '[[Mode `"w"` empties the file first|`"w"` deletes what was in the file]], [[without asking|with no warning]]. Each line [[ends with|keeps its]] `\\n`, which `rstrip()` [[removes|takes off]]. [[If the file may be missing|A file can be missing]], so [[be ready for|catch]] `FileNotFoundError`. For [[paths and small files|small files]], `pathlib` is [[shorter|pleasant]]: `Path("notes.txt").read_text(encoding="utf-8")`.',
  },
  {
    name: 'modules and imports',
    signals: [
      [/\b(python )?(modules?|packages?)\b[^.?\n]*\b(python|import\w*|install)\b/i, 5],
      [/\bimport(s|ing)?\b[^.?\n]*\b(modules?|packages?|python|statements?|work|files?)\b/i, 5],
      [
        /\b(what|explain|how)\b[^.?\n]{0,25}\b(imports?|importing|modules?)\b(?! an? (?!module|file|package|function|class))/i,
        4,
      ],
      [/\b__name__\b|\bpip install\b/i, 5],
    ],
    brief: [
      'A module is a [[Python file|file of Python code|file with Python in it]], and `import` [[runs it once|loads it once|reads it once]] and [[gives you|lets you use]] [[its functions and values|what it defines]] [[by its name|under its name]].',
      'For example, `import math` [[lets you write|gives you]] [[`math.sqrt(2)`|`math.pi`|`math.floor(2.5)`]], `from math import sqrt` [[saves the prefix|brings in one name|fetches one name]], and `pip install` [[fetches what is not built in|adds packages that others wrote]].',
    ],
    explanation:
      '[[Code is spread over files|Programs are split into files]] so that each [[stays small|can be understood alone]]. A file `shapes.py` is the module `shapes`; a folder of modules is a package. `import shapes` [[looks for it|searches]] next to your script and among the installed packages, [[runs it from top to bottom|runs it]] the first time, and [[remembers it|keeps it]] after that. Python’s own library [[comes along|is already there]]; [[everything else|the rest]] is installed with `pip`.',
    example: {
      language: 'python',
      code: '# shapes.py\ndef area(width, height):\n    return width * height\n\nif __name__ == "__main__":   # only when this file is started itself\n    print(area(2, 3))\n\n# main.py\nimport shapes\n\nprint(shapes.area(4, 5))     # 20',
    },
    notes:
      '[[Never name your file after a module you need|Do not give your file the name of a module]]: your own `random.py` [[hides|stands in front of]] the real one. [[Put imports at the top|Imports belong at the top]], and avoid `from x import *`, as [[nobody sees where names come from|it hides where names come from]]. Two files that import each other [[make a circle|go in a circle]]; [[move the common part to a third|a third file for the common part cures it]].',
  },
  {
    name: 'virtual environments',
    signals: [
      [/\bvirtual ?env(ironment)?s?\b|\bvenvs?\b|\bvirtualenv\b/i, 8],
      [/\brequirements\.txt\b|\bpip freeze\b/i, 6],
    ],
    brief: [
      '[[A virtual environment|A venv]] is a [[folder|directory]] with [[its own Python and packages|packages of its own]], so that [[each project|every project]] has [[just what it needs|its own versions|the versions it needs]] and [[none disturbs another|no project breaks another]].',
      'Make it with `python -m venv .venv`, [[switch it on|activate it]] with `source .venv/bin/activate`, and [[what you install then|every `pip install` after that|whatever you install then]] [[stays inside|goes into that folder]] [[and nowhere else|alone]].',
    ],
    explanation:
      '[[Two projects may need different versions|Projects disagree about versions]] of the same package. [[Installed together|In one place]], one of them [[would break|loses]]. A virtual environment [[gives each project a place of its own|keeps them apart]]: a folder, usually `.venv`, with [[a Python and its packages|a link to Python and all packages]]. Activating it [[puts it first on the path|means that `python` and `pip` are its own]]. [[Delete the folder|Remove the folder]], and [[it is gone without a trace|nothing remains]].',
    example: {
      language: 'bash',
      code: 'python -m venv .venv\nsource .venv/bin/activate        # Windows: .venv\\Scripts\\activate\npip install openai\npip freeze > requirements.txt    # what is installed, with versions\n\n# Elsewhere:\npip install -r requirements.txt',
    },
    notes:
      '[[List `.venv` in `.gitignore`|Keep `.venv` out of git]]: [[what belongs into the repository|what you commit]] is `requirements.txt` or `pyproject.toml`. [[If an import fails|When a module is not found]], [[look first|check first]] whether the environment is [[active|switched on]]. `python -m pip` [[installs for the Python you mean|is sure to use the right Python]]. Tools such as `uv` and `poetry` [[do all of this for you|take care of it]].',
  },
  {
    name: 'async and await',
    signals: [
      [/\basync(io|hronous(ly)?)?\b/i, 4],
      [/\bawait(s|ed|ing|able)?\b/i, 4],
      [/\bcoroutines?\b|\bevent loop\b|\bconcurren(t|cy)\b/i, 4],
    ],
    brief: [
      'With `async` and `await` a program [[does something else|goes on with other work|gets on with other work]] while it [[waits|is waiting]], [[for example for the network|say for a reply]], [[instead of standing still|rather than doing nothing]].',
      '`async def` makes a [[coroutine|function that can pause|pausable function]], `await` [[pauses it until the result is there|waits for a result|pauses until a result comes]], and `asyncio.gather` [[runs several at once|lets many wait at the same time|starts several together]], so ten calls [[take as long as the slowest|take hardly longer than one]].',
    ],
    explanation:
      'Most programs that [[call an API|use the network]] [[spend their time waiting|mostly wait]]. An `async` function can [[pause at every `await`|step aside at an `await`]], and the event loop [[runs another one meanwhile|lets another go on]]. [[Nothing runs at the very same moment|Only one runs at any moment]]: they [[take turns|share one thread]], and [[change places|switch]] only at an `await`. So it [[helps with waiting|makes waiting cheap]], [[not with heavy calculation|but does not calculate faster]].',
    example: {
      language: 'python',
      code: 'import asyncio\n\nasync def fetch(name, seconds):\n    await asyncio.sleep(seconds)   # stands for a call over the network\n    return f"{name} is here"\n\nasync def main():\n    print(await asyncio.gather(fetch("A", 2), fetch("B", 1)))\n\nasyncio.run(main())   # both, after 2 seconds instead of 3',
      typescript:
        "async function fetchName(name‹: string›, milliseconds‹: number›) {\n  await new Promise((resolve) => setTimeout(resolve, milliseconds));\n  return name + ' is here';\n}\n\n// Both, after 2 seconds instead of 3.\nPromise.all([fetchName('A', 2000), fetchName('B', 1000)]).then((names) => console.log(names));",
    },
    notes:
      '[[Forget `await`, and you hold a coroutine, not its result|Without `await` you get a coroutine instead of the result]]. [[Never call something slow and blocking|Do not block]] inside: `time.sleep(5)` [[stops everyone|holds up all the others]], `await asyncio.sleep(5)` [[only yourself|does not]]. `await` is allowed [[only inside `async def`|in an `async def` only]]; a program [[starts with|begins with]] `asyncio.run(main())`. [[Limit how many run at once|Set a limit]] with a `Semaphore`.',
  },
  {
    name: 'lambda functions',
    signals: [
      [/\b(what|explain|describe|how|when|use|using)\b[^.?\n]{0,25}\blambdas?\b/i, 6],
      [/\blambda (functions?|expressions?)\b|\banonymous functions?\b/i, 6],
    ],
    brief: [
      'A lambda is a [[small function without a name|function without a name|nameless little function]] that [[consists of|is|holds]] a single expression, [[written where it is needed|written right where you need it|made where it is used]].',
      'For example, [[`sorted(words, key=lambda word: word[-1])`|`sorted(names, key=lambda name: name[-1])`]] [[sorts by the last letter|orders them by their last letter|compares them by the last letter]]: [[before the colon|left of the colon]] [[stands|is]] [[what goes in|the argument]], [[after it|right of it]] [[what comes out|the result]].',
    ],
    explanation:
      '`lambda n: n * 2` [[is a function|makes a function]] that takes `n` and [[returns|gives back]] `n * 2`. It [[does the same as|is nothing more than]] a short `def`, but it is an expression, so it can [[stand inside a call|be an argument]]. [[You need it|It is useful]] when [[another function wants a function|a function is asked for]], [[as `sorted`, `max` and `filter` do|such as the `key` of `sorted`]], and [[it is too small to deserve a name|a name would say nothing new]].',
    example: {
      language: 'python',
      code: 'words = ["pear", "fig", "banana"]\nprint(sorted(words, key=lambda word: len(word)))  # fig, pear, banana\nprint(max(words, key=lambda word: word.count("a")))  # banana\n\ndouble = lambda n: n * 2      # works, but a def is clearer:\ndef double(n):\n    return n * 2',
      typescript:
        "// An arrow function is the same idea.\nconst words = ['pear', 'fig', 'banana'];\nconst byLength = [...words].sort((a, b) => a.length - b.length);\nconsole.log(byLength); // ['fig', 'pear', 'banana']",
    },
    notes:
      'A lambda [[holds one expression|has room for one expression]]: no [[`if` blocks|loops]], no [[assignments|statements]]. [[Give it a name, and it should be a `def`|If it needs a name, write a `def`]]: [[tracebacks then show it|errors then tell you where you are]]. [[Often there is something ready-made|Often you need none]]: `key=len` [[is better than|beats]] `key=lambda w: len(w)`. In a loop it [[sees the last value|remembers the variable, not its value]].',
  },
  {
    name: 'type hints',
    signals: [
      [/\btype[- ](hints?|annotations?)\b|\bannotat(e|ions?)\b[^.?\n]*\btypes?\b/i, 7],
      [/\bmypy\b|\bpyright\b/i, 5],
    ],
    brief: [
      'A type hint [[says|notes]] which [[kind of value|type]] a [[name or function|parameter or result]] [[expects|is meant to have]]; Python [[does not enforce it|ignores it when it runs]], but [[editors and checkers|your editor]] [[find mistakes with it|can warn you]].',
      'For example, `def double(n: int) -> int:` [[takes an integer and returns one|promises an integer for an integer]], and [[a checker such as mypy|a tool like mypy]] [[complains about|reports]] `double("2")` [[before you run anything|without running the code]].',
    ],
    explanation:
      'Hints [[follow a colon|stand after a colon]], the result after an arrow. They are [[documentation that can be checked|notes that a program can check]]: the reader [[sees what goes in|knows what to pass]], and a checker [[follows the values through the program|compares every call]]. Python [[runs the code all the same|does not look at them while running]], so they [[cost nothing|slow nothing down]]. [[Begin with the functions that others call|Start with your public functions]] and [[add more as you go|go on from there]].',
    example: {
      language: 'python',
      code: 'def average(numbers: list[float]) -> float | None:\n    if not numbers:\n        return None\n    return sum(numbers) / len(numbers)\n\nages: dict[str, int] = {"Ada": 36}\nprint(average([1.0, 2.0]))  # 1.5',
    },
    notes:
      '`float | None` [[admits|says]] that there [[may be no result|can be nothing]], and the checker [[makes you handle it|reminds you of it]]. [[Local variables rarely need a hint|Inside a function you rarely need one]]: [[the checker works them out|they are inferred]]. `Any` [[switches checking off|turns the check off]], so [[use it sparingly|keep it rare]]. [[Run the checker with your tests|Let the checker run in every build]], or the hints [[will drift from the code|go stale]].',
  },
];
