import type { Telling } from './topic.js';

/** What a program is made of, for children and experts, by the names of the topics. */
export const programTellings: Readonly<Record<string, Telling>> = {
  'reading and writing files': {
    child:
      'Working with a file is like [[using a notebook from the shelf|reading a diary|taking a book out of a cupboard]]: you [[open it|first open it]], you [[read or write|read in it or write in it]], and then you [[close it and put it back|shut it again]]. If you [[forget to close it|leave it lying open]], [[a page may get lost|somebody may spill juice on it]]. So the computer can [[close it for you|do the closing for you]]. It does so [[even if you are called away|even when something goes wrong]] [[in the middle|before you are done]].',
    expert:
      'Text mode decodes through a buffered layer with [[universal newlines|newline translation]]; the default encoding is [[the locale’s until 3.15 makes it UTF-8|platform-dependent before Python 3.15]], so [[name it|pass `encoding`]]. `with` guarantees `close`, [[not durability|but not that bytes are on disk]]: that takes `flush` and `os.fsync`. [[Replace files atomically|For atomic replacement]]: write a temporary file [[in the same directory|on the same file system]] and `os.replace` it. Iteration is [[lazy by lines|O(longest line) in memory]], `read()` is not. `"x"` [[avoids the race of checking first|creates exclusively]], [[where `exists()` followed by `open` does not|so there is no gap between check and open]]. [[Idiom:|The idiom:]] `for block in iter(lambda: file.read(65_536), b"")`.',
    question:
      'You borrow a book from the library: [[which three things happen, and in which order|what do you do first, and what must you not forget]]?',
    words: [
      'Storage.',
      'Open, use, close.',
      'Open, read or write, close.',
      'Open a file in a with block, then use it.',
    ],
  },
  'modules and imports': {
    child:
      'A module is like [[a toolbox that somebody packed for you|a box of building bricks with a theme|a book of recipes]]: everything [[for one kind of work|that belongs together]] is in it. Importing means you [[fetch the box|take it off the shelf]] before you [[start to build|begin]]. Then you can [[use every tool in it|use all that is inside]], [[and need not make your own hammer|without making it yourself]]. There are [[thousands of boxes|very many of them]], and [[people give them away for free|kind people share theirs]].',
    expert:
      '`import` consults `sys.modules`, then the finders on `sys.meta_path`; the module is [[entered there before its body runs|registered before execution]], which is why circular imports see [[half-initialised modules|a partial module]]. The body executes [[once per process and name|one time]], so [[a file imported under two names exists twice|`__main__` and its import are two modules]]. `from m import x` [[copies the binding|binds the object]] and [[does not follow later rebinding|misses rebinding]], which matters when you patch. Import time [[is start-up time|adds up]]: measure it with `-X importtime`, [[defer what is heavy|import lazily where it hurts]]. [[Idiom:|The idiom:]] absolute imports, a `src` layout, and `if TYPE_CHECKING:` [[for types alone|to break cycles of types]].',
    question:
      'Your program has grown to two thousand lines: [[by what would you divide it into files|how would one file tell the other what it needs]]?',
    words: [
      'Toolbox.',
      'Reusable code files.',
      'Files of code to reuse.',
      'A module is a file whose code others can import.',
    ],
  },
  'virtual environments': {
    child:
      'A virtual environment is like [[a pencil case for each school subject|a separate toy box for each game|a lunch box of your own]]: [[what you need for one thing|everything for one thing]] is in [[one place|its own box]]. Nothing [[gets mixed up|goes into the wrong box]]. If one game needs [[old dice|big dice]] and another [[new ones|small ones]], [[each has its own|both have what they need]]. When you do not play it any more, you [[put the whole box away|throw out the whole box]], and [[the others are still complete|nothing else is missing]].',
    expert:
      'A venv is [[a prefix|a directory prefix]] with a `pyvenv.cfg` and its own `site-packages`; `sys.prefix != sys.base_prefix` [[tells you that you are in one|is how code detects it]]. Activation [[only edits `PATH`|is a convenience]]: calling `.venv/bin/python` [[is enough|does the same]], [[which is what services and cron should do|as services should]]. It is [[not relocatable|tied to its path]] and shares the base interpreter, so [[upgrading that may break it|rebuild it after an upgrade]]. `pip freeze` [[pins what is there, not what you asked for|records results, not intentions]]: [[keep a lock file with hashes|lock with hashes]] and abstract dependencies apart. [[Idiom:|The idiom:]] `uv sync` or `pip install --require-hashes -r lock.txt`, and [[a new environment per build|never repair, recreate]].',
    question:
      'Two projects need different versions of the same library: [[where could both live on one machine|how could neither of them disturb the other]]?',
    words: [
      'Isolation.',
      'Packages per project.',
      'Keeps each project’s packages apart.',
      'It gives every project a folder with its own packages.',
    ],
  },
  'async and await': {
    child:
      'Async is like [[baking a cake and drawing while it is in the oven|putting the washing in and playing until it is done|waiting for a friend while reading a comic]]: you do not [[stand there and stare|just stand around]]. You [[start something|begin one thing]] that takes long, and [[do something else meanwhile|use the time for another]]. When the [[bell rings|first thing is ready]], you [[go back to it|carry on with it]]. You still have [[only two hands|just one pair of hands]], but [[no time is wasted|much more gets done]].',
    expert:
      'Coroutines are [[cooperative tasks on one thread|scheduled cooperatively on a single thread]]: between two `await`s code is [[atomic with respect to other tasks|never interrupted by another task]], across one, [[every invariant is up for grabs|state may have changed]]. Blocking calls [[freeze the loop|stall every task]]: `asyncio.to_thread` for I/O, processes for CPU. Prefer `TaskGroup` to `gather`: it [[cancels the siblings|cancels the rest]] on failure, and [[no task is lost|errors are never orphaned]]; bare `create_task` needs [[a strong reference|somebody to hold it]]. Cancellation is [[an exception at an `await`|delivered at an `await`]]: [[never swallow `CancelledError`|let it through]]. [[Bound concurrency|Limit fan-out]] with a semaphore. [[Idiom:|The idiom:]] `async with asyncio.timeout(10):`.',
    question:
      'You boil water for tea and want to cut bread: [[what do you do while the water gets hot|do you have to wait for the water first]]?',
    words: [
      'Waiting.',
      'Waiting without blocking.',
      'Does other work while waiting.',
      'Async code does something else while it waits for results.',
    ],
  },
  'lambda functions': {
    child:
      'A lambda is like [[a note you write, use once and throw away|a paper cup|a helper whose name you never ask]]: it [[does one tiny job|is for one little thing]], [[right there|just where you need it]]. It has [[no name|not even a name]], because you will [[not call it again|need it only once]]. You say [[what goes in and what comes out|what you have and what you want]], [[and that is all|and nothing more]]. For [[bigger jobs|anything bigger]] you [[choose a real helper with a name|take a proper recipe with a name]].',
    expert:
      '`lambda` builds [[an ordinary function object|the same function object as `def`]] named `<lambda>`, restricted to [[one expression|an expression]] and without annotations. It closes over variables [[by reference|late]]: in a loop [[bind with a default, `lambda i=i: i`|every one sees the last value unless you bind a default]]. It [[cannot be pickled|does not pickle]], which [[breaks `multiprocessing`|rules it out for process pools]], and [[tracebacks and profiles show no name|profiles cannot tell two of them apart]]. [[PEP 8 rejects|Style guides reject]] `f = lambda …`. `operator.itemgetter`, `attrgetter` and `functools.partial` are [[faster and picklable|mostly the better choice]]. [[Idiom:|The idiom:]] `key=lambda row: (-row.score, row.name)` for [[mixed directions|a mixed order]].',
    question:
      'A sort function asks you by what to compare: [[would you write a whole new function for that|how short could the answer be]]?',
    words: [
      'Nameless.',
      'Small nameless function.',
      'A function without a name.',
      'A lambda is a nameless function made of one expression.',
    ],
  },
  'type hints': {
    child:
      'A type hint is like [[a label on a box: “only socks”|a sign on a shelf: “books here”|the shape of the hole in a shape sorter]]: it says [[what belongs there|what should go in]]. The computer [[does not stop you|will not shout at you]] if you [[put in something else|do it differently]]. But [[a helper can walk by|a friend can look]] and say: “[[that is not a sock|that belongs somewhere else]]!” So you [[find the mix-up early|notice it before anyone is surprised]], [[before it makes trouble|and can put it right]].',
    expert:
      'Hints are [[metadata in `__annotations__`|metadata]], evaluated [[lazily since 3.14|at definition until 3.14 made them lazy]] and [[enforced by nobody|ignored at run time]] unless a library reads them. Checking is [[structural through `Protocol`|nominal, and structural through `Protocol`]], gradual through `Any`, which [[spreads silently|is contagious]]: [[run the checker in strict mode|use `strict`]]. Mind variance: `list[int]` is no `list[float]`, a `Sequence[int]` is a `Sequence[float]`; so [[accept abstract, return concrete|take `Iterable`, return `list`]]. `cast` and ignores are [[unchecked claims|promises without proof]]. Narrow with `TypeIs`, [[make states impossible|close unions]] with `Literal` and `assert_never`. [[Idiom:|The idiom:]] `type UserId = int` documents, `NewType` [[distinguishes|keeps them apart]].',
    question:
      'You hand your function to a colleague: [[what would they have to ask you before calling it|how would they know whether it wants a number or a text]]?',
    words: [
      'Labels.',
      'Notes expected types.',
      'Notes for readers and checkers.',
      'A type hint says which kind of value belongs there.',
    ],
  },
};
