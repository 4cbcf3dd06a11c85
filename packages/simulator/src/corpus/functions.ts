import type { Topic } from './topic.js';

/** Functions and what is done with them. */
export const functions: readonly Topic[] = [
  {
    name: 'functions',
    signals: [
      [/\b(what|explain|describe|how)\b[^.?\n]*\bfunctions?\b(?! (of|in) (the|a|an)\b)/i, 4],
      [/\bdef\b[^.?\n]*\b(mean|do|keyword)/i, 4],
    ],
    brief: [
      'A function is a [[named|reusable, named|self-contained]] piece of code that [[takes inputs|receives arguments|accepts arguments]], [[does one job|works with them|does something with them]] and [[returns|hands back|gives back]] a result.',
      'For example, [[`def double(n): return n * 2`|`def square(n): return n * n`|`def greet(name): return f"Hi, {name}!"`]] is [[written once|defined once]] and [[called as often as you like|can be called anywhere|used wherever you need it]].',
    ],
    explanation:
      'A function [[gives a name to|bundles|wraps up]] a piece of work, so that you can [[use it|call it|run it]] [[again and again|wherever you need it|without writing it twice]]. What goes in are the arguments; what comes out is the [[return value|value after `return`]]. [[Inside, it has names of its own|Its variables live only inside it|What it names inside stays inside]], so it does not [[disturb|get in the way of|collide with]] the rest of the program.',
    example: {
      language: 'python',
      code: 'def total_price(price, quantity, discount=0.0):\n    return price * quantity * (1 - discount)\n\nprint(total_price(5, 3))        # 15.0\nprint(total_price(5, 3, 0.1))   # 13.5',
      typescript:
        'function totalPrice(price‹: number›, quantity‹: number›, discount = 0)‹: number› {\n  return price * quantity * (1 - discount);\n}\n\nconsole.log(totalPrice(5, 3)); // 15\nconsole.log(totalPrice(5, 3, 0.1)); // 13.5',
    },
    notes:
      '`discount` has a default, so [[you may leave it out|callers need not give it]]. A function without `return` [[gives back|returns]] `None`, [[which surprises many beginners|a common surprise]]. [[Good functions are short, do one thing and have a verb for a name.|Keep functions short, and name them after what they do.|If you cannot name a function easily, it probably does too much.]]',
  },
  {
    name: 'decorators',
    signals: [[/\bdecorators?\b/i, 6]],
    brief: [
      'A decorator is a function that [[takes another function|receives a function]] and [[returns|gives back|hands back]] [[a changed version of it|a new one around it|one that does a little more]], [[without touching its code|leaving the original code alone|while its source stays as it is]].',
      '[[You put|You write|Put]] `@name` [[above|on the line before|right before]] a `def`, [[for example to log, time or cache its calls|say to measure how long it takes|for instance `@cache` to remember its results]].',
    ],
    explanation:
      'A decorator [[wraps|puts a layer around|adds something around]] a function. It [[receives|takes]] the function, [[builds|defines]] a new one that does something before or after, and [[returns|hands back]] that. Writing `@timed` above `def work()` [[means the same as|is short for|is just another way to write]] `work = timed(work)`.',
    example: {
      language: 'python',
      code: 'import functools\nimport time\n\ndef timed(function):\n    @functools.wraps(function)\n    def wrapper(*args, **kwargs):\n        start = time.perf_counter()\n        result = function(*args, **kwargs)\n        print(f"{function.__name__} took {time.perf_counter() - start:.3f} s")\n        return result\n    return wrapper\n\n@timed\ndef work():\n    return sum(range(1_000_000))\n\nwork()',
      typescript:
        "// No @ needed: a function that wraps another.\nfunction timed‹<Arguments extends unknown[], Result>›(\n  wrapped‹: (...values: Arguments) => Result›,\n) {\n  return (...values‹: Arguments›)‹: Result› => {\n    const start = performance.now();\n    const result = wrapped(...values);\n    console.log('took', performance.now() - start, 'ms');\n    return result;\n  };\n}\n\nconst work = timed(() => Array.from({ length: 1_000_000 }, (_, n) => n).length);\nwork();",
    },
    notes:
      '`*args, **kwargs` [[pass on|hand through]] [[whatever arguments come|any arguments]], and `functools.wraps` [[keeps the name and docstring|preserves the original’s name and docs]]. [[Common uses are|You will meet them for|They are popular for]] caching, logging, [[retries|access checks]] and [[routes in web frameworks|registering handlers]]. [[Do not forget to return the result, or every decorated function gives `None`.|If the wrapper forgets to return the result, callers get `None`.]]',
  },
  {
    name: 'recursion',
    signals: [[/\brecursi(on|ve|vely)\b/i, 6]],
    brief: [
      'Recursion is when a function [[calls itself|solves a problem by calling itself]] on a [[smaller|simpler]] [[piece of the problem|version of the problem|input]] until it [[reaches|meets|arrives at]] a case it can [[answer at once|solve directly]].',
      'For example, `def factorial(n): return 1 if n <= 1 else n * factorial(n - 1)`: [[`n <= 1`|the part before `else`]] is the [[base case|case that ends it|stop]], and [[each call is one step closer|every call has a smaller `n`|each call brings `n` down by one]].',
    ],
    explanation:
      'A recursive function [[calls itself|uses itself]]. That sounds [[circular|endless]], and it [[works|ends]] for one reason: [[each call|every call]] gets a [[smaller|simpler]] problem, and the [[smallest|simplest]] one, the base case, is answered [[directly|without another call]]. Then the [[waiting calls|calls above]] finish, [[one after another|from the inside out|in reverse order]].',
    example: {
      language: 'python',
      code: 'def factorial(n):\n    if n <= 1:                       # base case\n        return 1\n    return n * factorial(n - 1)      # smaller problem\n\nprint(factorial(5))  # 120',
      typescript:
        'function factorial(n‹: number›)‹: number› {\n  if (n <= 1) return 1; // base case\n  return n * factorial(n - 1); // smaller problem\n}\n\nconsole.log(factorial(5)); // 120',
    },
    notes:
      '[[Without a base case|If the base case is missing]] Python [[stops with|raises]] a `RecursionError` [[after about a thousand calls|at a depth of about 1,000]]. Recursion [[shines|is at its best|feels natural]] on [[trees and nested data|nested folders and trees]]; for [[plain counting|a simple count]] a loop is [[faster|simpler]].',
  },
  {
    name: 'classes',
    signals: [
      [/\bclass(es)?\b/i, 2],
      [
        /\b(explain|what|how|python|define|write|make|create)\b[^.?\n]{0,20}\b(a |python )?class(es)?\b/i,
        2,
      ],
      [/\bobject[- ]oriented\b|\b__init__\b|\bOOP\b/i, 4],
    ],
    brief: [
      'A class is a [[blueprint|template|plan]] for objects that [[keep|hold|carry]] their own data [[together with|along with|next to]] the [[functions|methods]] that [[work on it|use it|change it]].',
      'For example, `class Dog` with [[`__init__(self, name)`|a `name` given to `__init__`]] lets you [[write|create]] `rex = Dog("Rex")`, and `rex.bark()` [[knows|can use|finds]] [[its own name|the name it was given|that dog’s name]].',
    ],
    explanation:
      'A class describes [[what a kind of thing knows and can do|data and behaviour that belong together|a kind of object]]. [[From it you make|It lets you create]] as many objects (instances) as you [[like|need]]; each has its own data. `__init__` [[runs|is called]] when an object is [[made|created]], and `self` is [[that very object|the object at hand|the object the method was called on]].',
    example: {
      language: 'python',
      code: 'class Account:\n    def __init__(self, owner):\n        self.owner = owner\n        self.balance = 0\n\n    def deposit(self, amount):\n        self.balance += amount\n\nada = Account("Ada")\nada.deposit(50)\nprint(ada.owner, ada.balance)  # Ada 50',
      typescript:
        "class Account {\n  owner‹: string›;\n  balance = 0;\n\n  constructor(owner‹: string›) {\n    this.owner = owner;\n  }\n\n  deposit(amount‹: number›) {\n    this.balance += amount;\n  }\n}\n\nconst ada = new Account('Ada');\nada.deposit(50);\nconsole.log(ada.owner, ada.balance); // Ada 50",
    },
    notes:
      '[[Use a class|A class pays off|Reach for a class]] when several functions [[keep passing the same data around|share the same data]]. If there is [[only data|nothing but data]], `@dataclass` [[saves you the `__init__`|writes `__init__` for you]]; if there is [[only one function|no state]], a function is [[enough|all you need]]. [[Prefer small classes over deep inheritance.|Inherit rarely; composing objects is easier to follow.]]',
  },
];
