import type { Telling } from './topic.js';

/** Loops, functions and containers for children and experts, by the names of the topics. */
export const pythonTellings: Readonly<Record<string, Telling>> = {
  'for loops': {
    child:
      'A for loop is like [[giving one biscuit to each child at a table|putting one stamp on each letter in a pile|brushing each of your teeth, one after the other]]: you do [[the same little job|the same thing]] once for everyone, and then you are done. You tell the computer [[only once|just one time]] what to do, and it [[repeats it|does it again and again]] [[without getting tired|and never gets bored]]. Each time it [[takes the next one|moves on to the next one]] until [[nobody is left|none is left]]. That is [[handy|useful]], because [[ten or a thousand, it is the same work for you|a thousand are no more work for you than ten]].',
    expert:
      '`for` calls `iter()` once on its operand and then `__next__()` until `StopIteration`; [[the iterable is evaluated exactly once|the operand is evaluated a single time]]. [[The target is an ordinary assignment|The loop variable is an ordinary name]]: it [[leaks into the enclosing scope|outlives the loop]] and keeps its last value, so closures [[capture the variable, not the value|see the final value]]. Mutating a list under its own iterator [[skips items silently|skips elements without an error]], while a dictionary [[raises `RuntimeError`|fails with a `RuntimeError`]] when its size changes. The `else` clause [[runs unless `break` left the loop|is skipped only by `break`]], which [[fits searches|suits searches]]. [[Idiom:|The idiom:]] `for index, item in enumerate(items, start=1)`, never `range(len(items))`.',
    question:
      'If you had to greet ten guests by name, [[what would you write ten times, and what would change each time|which part would stay the same ten times, and which would change]]?',
    words: [
      'Repetition.',
      'Repeat per item.',
      'Runs code once per item.',
      'A for loop runs its body once for every item.',
    ],
  },
  'while loops': {
    child:
      'A while loop is like [[stirring the soup as long as it is too hot|pumping up a balloon until it is big enough|walking home until you see your door]]: you [[keep going|go on]] as long as something is true. Before each round the computer [[asks a question|checks one thing]], for example “[[is it still too hot|are we there yet]]?”. If the answer [[says go on|tells it to go on]], it [[does the job once more|takes one more turn]] and asks again. If nothing ever changed, it would [[never stop|go on forever]], so [[each round must bring it nearer to the end|every round has to change something]].',
    expert:
      'A `while` re-evaluates its condition by [[truthiness|truth value]] before every pass, so [[any object with `__bool__` or `__len__` will do|`__bool__` or `__len__` decides]]. It is the tool where [[the number of passes is unknown|no iterable describes the passes]]: polling, [[fixed-point iteration|convergence]], work lists that grow while they are read. [[Prove progress|Establish a variant]]: some [[measure|quantity]] has to [[shrink|decrease]] on each path, `continue` included. Like `for` it has an `else` that [[only `break` skips|runs unless `break` was taken]]. [[Idiom:|The idiom:]] `while chunk := stream.read(65_536):` [[tests and binds at once|reads until the empty value]]; in a poll, [[sleep with backoff|never spin]].',
    question:
      'How would you tell somebody to stir a soup [[if you do not know how many turns it takes|without counting the turns for them]]?',
    words: [
      'Until.',
      'Repeat while true.',
      'Repeats while its condition holds.',
      'A while loop repeats its body while a condition holds.',
    ],
  },
  'list comprehensions': {
    child:
      'A list comprehension is like [[a cookie machine|a toy factory|a juice press]]: old things go in [[at one end|on one side]], and new things [[come out at the other|come out on the other side]]. You [[write down|say]] in one line what to [[make of each thing|do with each thing]]. You may also [[put up a little gate|add a rule]] that [[lets only some of them in|throws some of them out]]. At the end you have [[a new row of things|a whole new list]], and [[the old row is still there|the old one is just as it was]].',
    expert:
      'A list comprehension is [[eager|evaluated eagerly]] and has [[its own scope|a scope of its own]], except that the outermost iterable is evaluated [[outside it|in the enclosing scope]]; a `:=` inside [[binds outside|binds in the enclosing scope]]. Clauses nest [[left to right|in the order of the written-out loops]], so `[x for row in rows for x in row]` flattens. It is [[somewhat faster than|typically faster than]] an `append` loop, but the cost is [[the same O(n)|still O(n)]] in time and memory. [[Feed it to an aggregate|Where an aggregate consumes it]] and [[the brackets should go|a generator expression is right]]: `sum(x * x for x in xs)`. [[Do not use one for side effects|One with side effects is a smell]]; more than [[two clauses|one filter]] [[read better as a loop|deserve a loop]].',
    question:
      'You have a list of prices and want a list of the prices with tax: [[which single expression describes one item of the new list|what would you say about one price that holds for all]]?',
    words: [
      'List-builder.',
      'Lists from expressions.',
      'Builds lists in one expression.',
      'It builds a new list from another in one line.',
    ],
  },
  generators: {
    child:
      'A generator is like [[a tap|a chewing gum machine|a friend who tells a story bit by bit]]: you get [[a little each time you ask|one piece at a time]], and it waits in between. It does not [[prepare everything beforehand|make everything at once]]. When you [[ask for the next piece|want another one]], it [[remembers where it was|knows exactly where it stopped]] and goes on from there. So it can [[even go on forever|hold more than would fit in a room]], because only [[one piece is made at a time|the next piece is ever needed]].',
    expert:
      'Calling a generator function [[runs none of its body|executes nothing]]; it returns an iterator whose frame is [[suspended|kept alive]] at each `yield`. It is [[single-pass|exhausted after one pass]], and [[its errors surface at consumption|exceptions surface where it is consumed]], not at the call. `yield from` delegates `send`, `throw` and the return value; `return x` [[ends up in|becomes]] `StopIteration.value`. An abandoned generator is closed with `GeneratorExit`, so [[its `finally` runs at close or collection|cleanup in `finally` may run late]]: [[hold it in `contextlib.closing`|use `contextlib.closing`]] where that matters. Memory is [[O(1) per stage|constant per stage]]. [[Idiom:|The idiom:]] [[chain small stages|compose small stages]], as in `rows = (parse(line) for line in file)`.',
    question:
      'How would you read a book [[that is too heavy to carry home|of a million pages]]: [[all of it first, or page by page|everything at once, or one page when you need it]]?',
    words: [
      'Laziness.',
      'Values on demand.',
      'Yields values one by one.',
      'A generator hands out its values one at a time.',
    ],
  },
  functions: {
    child:
      'A function is like [[a recipe with a name|a coffee machine with a button|a magic word]]: you [[say the name|use the name]], and the whole job [[is done for you|gets done]]. You can [[put something in|give it something]], [[like flour and eggs|just as you put flour into a cake]], and you [[get something back|get something out]]. You [[explain it only once|write it down once]]. After that you [[use it as often as you like|can use it a hundred times]], and [[nobody has to remember every step|you can forget how it works inside]].',
    expert:
      'Functions are [[first-class objects|objects]] with `__defaults__`, `__closure__` and `__annotations__`; `def` is [[an executable statement|a statement that runs]], and defaults are evaluated [[once, when it runs|at that moment, once]]. Arguments are passed [[by assignment|as references]]: rebinding a parameter is local, [[mutating the object is not|mutation is visible to the caller]]. A name assigned anywhere in the body is local [[throughout|in all of it]], hence `UnboundLocalError`. Use `/` and `*` to [[pin down|fix]] positional-only and keyword-only parameters [[before they become API|while you still can]]. Calls are [[comparatively dear in CPython|not free in CPython]]: [[hoist them out of hot loops|mind them in hot loops]]. [[Idiom:|The idiom:]] `def connect(host, /, *, timeout=10.0)`.',
    question:
      'You compute a price with tax in five places and the tax changes: [[how many lines would you like to edit|in how many places should that number stand]]?',
    words: [
      'Reuse.',
      'Named reusable code.',
      'Takes input, gives back results.',
      'A function is named code that turns arguments into results.',
    ],
  },
  decorators: {
    child:
      'A decorator is like [[wrapping a present|putting a case on a phone|wearing a raincoat]]: the thing inside [[stays the same|does not change]], but now it [[can do a little more|has something extra around it]]. The [[raincoat|wrapping]] can do something before and after, [[such as saying hello|for example ring a bell]]. You can put the same [[wrapping|coat]] around [[many different things|lots of things]]. And if you do not like it any more, you [[take it off again|simply take it off]], and [[nothing inside is broken|the thing inside is as good as new]].',
    expert:
      '`@d` above `def f` is `f = d(f)`, evaluated [[at definition time|when the `def` runs]] and applied [[bottom-up|from the inside out]] when stacked. A decorator with arguments is [[a factory|one call more]]: `@retry(3)` needs [[three nested functions|a function that returns the decorator]]. Without `functools.wraps` you lose `__name__`, the docstring, annotations and `__wrapped__`, and [[with them introspection|introspection goes with them]]. A plain wrapper [[breaks `async def`|turns a coroutine function into a plain one]] unless it [[awaits|is async itself]], and a class-based one needs `__get__` to [[work on methods|bind as a method]]. Type it with `ParamSpec`, so that [[signatures survive|the signature survives]]. [[Mind the shared state|State in the closure is shared]]: it [[lives as long as the function|is per function, not per call]].',
    question:
      'You want to time ten functions without touching their code: [[where could the two lines go that look at the clock|what could stand between the caller and the function]]?',
    words: [
      'Wrapper.',
      'Wraps a function.',
      'Adds behaviour around a function.',
      'A decorator wraps a function to add something around it.',
    ],
  },
  recursion: {
    child:
      'Recursion is like [[a doll with a smaller doll inside|opening a box that has a smaller box in it|looking up a word whose explanation sends you to a shorter word]]: to finish, you do [[the same thing again|the very same thing]] with something smaller. Each time there is [[a little less to do|less left]]. At the end comes [[one so small that it cannot be opened|the tiniest one]], and there you [[stop|are done]]. Without [[that tiniest one|a smallest one]] you would [[go on opening forever|never come to an end]].',
    expert:
      'CPython has [[no tail-call elimination|no tail-call optimisation]] and a recursion limit of 1,000 frames by default; [[deep inputs need an explicit stack|turn unbounded depth into a loop with a stack]]. Overlapping subproblems turn [[the naive version|plain recursion]] exponential: [[`functools.cache` makes Fibonacci linear|memoise, and Fibonacci becomes linear]], at the price of hashable arguments and [[retained memory|memory that stays]]. Cost is [[depth in stack space|O(depth) of stack]], plus slices where `f(xs[1:])` makes a linear walk [[quadratic|O(n²)]]: pass [[indexes|an index]] instead. It is at home on [[trees, grammars and divide and conquer|trees and grammars]]. [[Guard untrusted depth|Bound the depth of untrusted input]]: [[nested JSON is an attack|deep nesting is an attack]].',
    question:
      'How many people stand in a queue before you, [[if each may only ask the one in front|when everyone can ask just one neighbour]]?',
    words: [
      'Self-reference.',
      'Calls itself smaller.',
      'A function calling itself, smaller.',
      'A function solves a problem by calling itself on less.',
    ],
  },
  classes: {
    child:
      'A class is like [[a cookie cutter|the plan of a toy car|a drawing of a robot]]: it says [[what something looks like|how something is made]] and what it can do. With one [[cutter|plan]] you can make [[as many as you want|lots and lots of them]]. Each one is [[its own thing|a thing of its own]]: [[one may have sprinkles, another none|one can be red and another blue]]. And all of them [[know the same tricks|can do the same tricks]], because [[they come from the same plan|they were made in the same way]].',
    expert:
      'A class body [[runs once as a block|is executed once]], and its namespace becomes the class; attribute lookup goes [[instance, then class, then bases along the MRO|through data descriptors, the instance, then the MRO]]. Methods are [[descriptors|functions bound by `__get__`]], and mutable class attributes are [[shared by all instances|one object for all instances]]. `super()` follows the MRO [[of the instance, not of the base|of the actual object]], so [[cooperative signatures matter|cooperate or do not use it]]. Define `__eq__` and you [[lose `__hash__`|become unhashable]]. [[Prefer composition|Compose first]], `Protocol` for interfaces, and `@dataclass(frozen=True, slots=True)` [[for values|for plain values]], which also [[saves memory|drops the `__dict__`]].',
    question:
      'Three functions all take the same name, balance and limit: [[what do those values have in common|what would you call the thing they belong to]]?',
    words: [
      'Blueprint.',
      'Blueprint for objects.',
      'Data with its own functions.',
      'A class describes objects: their data and what they do.',
    ],
  },
  dictionaries: {
    child:
      'A dictionary is like [[a wall of post boxes with names on them|coat hooks with a name above each|a phone book]]: you [[look for the name|find the name]], and there is [[what belongs to it|the thing you want]]. You do not have to [[search through everything|look into every box]]. Every name is [[there only once|used just once]], so [[nothing gets mixed up|you always know which one is meant]]. You can [[put up new names|add a new name]] and [[take old ones down|take one away]] [[whenever you like|at any time]].',
    expert:
      'A `dict` is an [[open-addressing hash table|open-addressed hash table]] with a compact, insertion-ordered entry array: lookup, insert and delete are O(1) [[on average|amortised]], O(n) [[when hashes collide|in the worst case]]. Keys need [[a stable `__hash__` consistent with `__eq__`|`__hash__` and `__eq__` that agree]]; `1`, `1.0` and `True` are [[one key|the same key]]. Views from `keys()` and `items()` are live, and [[resizing during iteration raises|changing the size while iterating raises]] `RuntimeError`. `d | e` [[builds a merged copy|merges into a new one]], the right side wins. `setdefault` evaluates its default [[every time|always]]; `defaultdict` [[creates keys on mere reads|inserts on a read]]. [[Idiom:|The idiom:]] `Counter(words).most_common(3)`.',
    question:
      'You know a name and want the phone number: [[would you rather search a list or open the right page at once|what would you sort the numbers by to find it at once]]?',
    words: [
      'Lookup.',
      'Values by key.',
      'Looks up values by key.',
      'A dictionary stores values and finds them by their keys.',
    ],
  },
  lists: {
    child:
      'A list is like [[a train with wagons|a row of children holding hands|beads on a string]]: the things in it [[stand in a row|have an order]], [[one after the other|each behind the one before]]. Every place has a number, and [[counting starts at zero|the first one is number zero]]. You can [[hang another one on at the end|add one at the end]] or [[take one out|let one go]]. And you can [[walk along the row|go from first to last]] and [[look at each of them|say hello to each one]].',
    expert:
      'A `list` is a [[growing array of references|dynamic array of pointers]]: index and `append` are O(1) ([[amortised for `append`|`append` amortised]]), `insert(0, x)` and `pop(0)` O(n), so [[queues want `collections.deque`|use `deque` for queues]]. Membership is [[a linear scan by `==`|O(n) by equality]]; a set [[answers in O(1)|is the cure]]. Slices and `copy()` are [[shallow|shallow copies]], and `3 * [row]` [[repeats one inner list three times|holds the same row three times]]. `sort` is [[a stable Timsort|stable]], in place, and [[returns `None`|gives back `None`]]. A tuple is [[smaller, and hashable if its items are|immutable, and hashable where its items are]]. [[Idiom:|The idiom:]] `first, *rest = items`.',
    question:
      'You write down five tasks for today: [[how would you say which one you mean, and add a sixth|which of them is “the second”, and where does a new one go]]?',
    words: [
      'Sequence.',
      'Ordered, changeable collection.',
      'Keeps many values in order.',
      'A list keeps many values in order and may change.',
    ],
  },
  exceptions: {
    child:
      'An exception is like [[calling “stop!” in a game|a fire alarm at school|raising your hand when something goes wrong]]: everything [[pauses|stands still]], and [[somebody who knows what to do|the right person]] takes over. If [[your group leader cannot help|the first one cannot help]], the call goes to [[the next grown-up|somebody further up]]. If nobody at all [[knows what to do|has an answer]], the game [[is over|ends there]]. So it is good to [[agree beforehand who helps|have a plan]], and to [[say exactly what happened|tell clearly what went wrong]].',
    expert:
      'Raising [[unwinds the stack|unwinds frame by frame]], running `finally` and `__exit__` on the way; since 3.11 a `try` [[costs nothing until it is hit|that does not raise is free]]. `raise New() from error` sets `__cause__`, an exception inside a handler sets `__context__`, and `from None` [[hides it|suppresses the display]]. `except Exception` [[leaves `KeyboardInterrupt` and `CancelledError` alone|lets `BaseException` through]]; a bare `except` [[does not|swallows those, too]]. A `return` in `finally` [[discards the exception in flight|swallows whatever was raised]]. The traceback [[holds every frame alive|keeps all locals alive]], so [[do not store exceptions|drop stored ones]]. Groups need `except*`. [[Idiom:|The idiom:]] keep the `try` [[to one line|minimal]] and [[put the rest into `else`|move the success path to `else`]].',
    question:
      'Your program wants a number and somebody types “forty”: [[who should decide what happens then|which part of your program knows best what to do]]?',
    words: [
      'Interruption.',
      'Signals a problem.',
      'Stops code, reports a problem.',
      'An exception interrupts the normal flow until something handles it.',
    ],
  },
};
