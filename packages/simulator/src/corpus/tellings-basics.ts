import type { Telling } from './topic.js';

/** The first things a beginner meets, for children and experts, by the names of the topics. */
export const basicTellings: Readonly<Record<string, Telling>> = {
  variables: {
    child:
      'A variable is like [[a box with a name on it|a drawer with a label|a jar with a sticker]]: you [[put something in|place something inside]], and later you [[ask for it by its name|find it by its name]]. You can [[look inside|see what is in it]] as often as you like. You can also [[put something else in|swap it for something else]], and [[the name stays the same|the label stays]]. If you [[ask for a name that is on no box|say a name that is nowhere]], nobody [[knows what you mean|can help you]].',
    expert:
      'A Python variable is [[a binding in a namespace, not a cell|a name bound to an object, not a box]]: assignment [[never copies|copies nothing]], and [[aliasing is the default|every further name is an alias]]. Scope is [[decided at compile time|lexical]] (local, enclosing, global, built-in), and any assignment makes a name local [[to the whole function|throughout the body]] unless it is `global` or `nonlocal`. Class bodies [[are no enclosing scope|are skipped by nested functions]]. Locals are [[array slots|fast slots]], globals dictionary lookups, [[which shows in hot loops|a difference you can measure]]. `del` [[removes the binding, not the object|unbinds the name only]]. [[Idiom:|The idiom:]] `a, b = b, a`, [[which builds the tuple first|as the right side is evaluated first]].',
    question:
      'A price appears in seven lines of your program and changes tomorrow: [[what would you wish you had done|how many lines would you like to touch]]?',
    words: [
      'Name.',
      'Names a value.',
      'A name for a value.',
      'A variable is a name that stands for a value.',
    ],
  },
  'if statements': {
    child:
      'An if statement is like [[looking out of the window before you go out|a fork in the road|a traffic light]]: what you do [[depends on what you see|depends on one thing]]. If it rains, you [[take the umbrella|put on your boots]]. If not, you [[leave it at home|wear your shoes]]. The computer [[asks such a question|looks, too]] and then takes [[one way or the other|exactly one of the two ways]], [[never both|but not both at once]].',
    expert:
      'Conditions use [[truthiness|truth values]]: `__bool__`, then `__len__`, else true; so `if x:` [[conflates `None`, `0` and empty|treats `None`, zero and empty alike]], and [[`is None` states what you mean|you should test `is None` where they differ]]. `and` and `or` [[short-circuit and return an operand|return one of their operands]], comparisons chain (`0 <= i < n`) and evaluate the middle [[once|one time only]]. Arrays and some ORM objects [[refuse a truth value|raise on `bool()`]]. A long `elif` ladder [[wants a dictionary or `match`|is a dictionary in disguise]]; `match` [[destructures, and a bare name captures|binds names, so constants need dots]]. [[Idiom:|The idiom:]] guard clauses that [[return early|leave early]], [[so the main path stays flat|which keeps the main path unindented]].',
    question:
      'You tell somebody what to wear tomorrow [[without knowing the weather|before you know the weather]]: [[how would you word it|what would your sentence begin with]]?',
    words: [
      'Decision.',
      'Chooses a path.',
      'Runs code only if true.',
      'An if statement runs code only when something is true.',
    ],
  },
  'strings and f-strings': {
    child:
      'A string is like [[letters on a necklace|a row of letter blocks|a word made of fridge magnets]]: [[letters in a row|one letter after another]] that make words. An f-string is [[a sentence with holes|like a birthday card with a gap for the name]]. You [[write it once|make it one time]] and [[leave gaps|leave little holes]]. The computer then [[puts the right word in each gap|fills the gaps]], so [[everyone gets a card with their own name|each friend gets their own]].',
    expert:
      'A `str` is an immutable sequence of [[code points, not of graphemes or bytes|Unicode code points]]: `len("é")` may be [[1 or 2|2 in decomposed form]], so [[normalise before comparing|compare normalised text]], and use `casefold()` for [[caseless matching|comparisons without case]]. Indexing is O(1), as storage is [[1, 2 or 4 bytes per character|fixed width per string]]. Repeated `+=` is [[quadratic in general|O(n²) unless CPython happens to help]]: collect and `"".join`. f-strings [[compile to code|are compiled]] and evaluate [[at once|eagerly]], so [[logging should keep its `%s` arguments|pass arguments to `logging` instead]], and [[never build SQL with them|SQL needs parameters, not f-strings]]. [[Idiom:|The idiom:]] `f"{value!r:>20}"`, and `f"{total=}"` [[while debugging|to debug]].',
    question:
      'You write the same greeting to a hundred people: [[which part of the sentence would be a gap|what stays, and what has to be filled in]]?',
    words: [
      'Text.',
      'Text with gaps.',
      'Text with values filled in.',
      'A string is text, and an f-string fills in values.',
    ],
  },
  slices: {
    child:
      'A slice is like [[cutting a piece out of a long sandwich|cutting a piece of a chocolate bar|taking some wagons out of a toy train]]: you say [[where to start|where the piece begins]] and [[where to stop|where it ends]]. You get [[that piece|just that part]]. The [[rest|whole one]] is [[still there|not gone]], because the computer [[makes a copy|copies the piece for you]]. You may even [[take every second one|count from the end]], [[if you say so|if that is what you want]].',
    expert:
      '`xs[a:b:c]` calls `__getitem__` with a `slice` object; bounds are [[clamped|cut to the length]], never checked. For lists it is a [[shallow copy in O(k)|shallow O(k) copy]], for NumPy arrays and `memoryview` [[a view|no copy at all]]: [[know which one you hold|the difference bites]]. Slice assignment [[splices in place|may change the length]]; with a step the lengths [[must match|have to agree]]. `xs[::-1]` copies, `reversed(xs)` [[does not|is lazy]]. The edge: `xs[-n:]` with `n == 0` is [[the whole list|everything]], not [[nothing|an empty one]]. For iterators there is `itertools.islice`, [[which consumes|which has no negatives]]. [[Idiom:|The idiom:]] name a recurring one, `HEADER = slice(0, 4)`.',
    question:
      'How would you ask for [[the first three|the last two]] of your photos [[without naming each of them|whatever their number]]?',
    words: [
      'Part.',
      'Cuts out parts.',
      'Copies part of a sequence.',
      'A slice copies the part between a start and end.',
    ],
  },
  sets: {
    child:
      'A set is like [[a stamp collection where you keep each stamp once|a bag of marbles in which every colour is there just once|a sticker album]]: [[doubles do not count|a second one of the same kind is not kept]]. Nobody [[puts them in order|lines them up]]. But if you ask “[[have I got this one|is this one in it]]?”, you [[know at once|get the answer right away]]. With two [[albums|collections]] you can [[see what both of you have|find what you both own]], and [[what only one of you has|what your friend is missing]].',
    expert:
      'A `set` is a hash table of keys: membership, insertion and removal in O(1) [[on average|amortised]], iteration in [[arbitrary order|an order you must not rely on]] that [[changes between runs for strings|differs per process for strings]] because of hash randomisation. Intersection costs [[O(min(n, m))|as much as the smaller set]], union O(n + m). Operators [[want sets on both sides|insist on sets]], the methods [[take any iterable|accept iterables]]. `1` and `True` [[collide|are one element]], and a `float("nan")` [[is found only by identity|equals nothing but is itself]]. `frozenset` is [[hashable|the hashable one]]. [[Idiom:|The idiom:]] `if seen.isdisjoint(new):`, and `dict.fromkeys` for [[an ordered one|a set that keeps order]].',
    question:
      'You have a guest list on which some names stand twice: [[how would you find out how many people come|what would you do before counting]]?',
    words: [
      'Uniqueness.',
      'No duplicates inside.',
      'Keeps each value only once.',
      'A set keeps every value once and finds it fast.',
    ],
  },
  sorting: {
    child:
      'Sorting is like [[lining up for a class photo|putting books on a shelf by size|tidying crayons by colour]]: [[the smallest comes first|you begin with the smallest]] and [[the tallest last|the biggest goes to the end]]. You first [[agree on what counts|say what counts]]: [[size, age or name|height, name or birthday]]. Then everyone [[finds the right place|goes to their place]]. If two are [[just as tall|exactly alike]], they [[stay as they stood before|keep their places]], [[and nobody quarrels|which is only fair]].',
    expert:
      'CPython sorts with [[Timsort, since 3.11 with Powersort’s merge policy|a stable, adaptive merge sort]]: O(n log n) in the worst case, O(n) on [[runs already in order|presorted input]], with O(n) extra memory. Only `__lt__` [[is used|is required]], and it must be [[a strict weak ordering|consistent]]: [[NaN breaks that silently|NaNs give nonsense without an error]]. `key` is called [[once per item|n times]] (decorate, sort, undecorate), and stability lets you [[sort by several keys in passes|compose passes, least significant first]], which is how to [[mix directions|reverse only one key]]. For the best few, `heapq.nsmallest` is O(n log k). [[Locale needs|Human order needs]] `locale.strxfrm`. [[Idiom:|The idiom:]] `sorted(rows, key=operator.itemgetter("age", "name"))`.',
    question:
      'Before you put books in order: [[what do you have to agree on first|by what do you compare two of them]]?',
    words: [
      'Order.',
      'Puts in order.',
      'Puts items into an order.',
      'Sorting puts items into order, by whatever key you choose.',
    ],
  },
};
