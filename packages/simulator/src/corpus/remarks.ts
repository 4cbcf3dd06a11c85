/** Something a reviewer may notice in Python code. */
export interface Remark {
  readonly notices: (code: string) => boolean;
  readonly text: string;
}

const has = (pattern: RegExp) => (code: string) => pattern.test(code);

/** What a review looks for, the gravest first. */
export const remarks: readonly Remark[] = [
  {
    notices: has(/def\s+\w+\s*\([^)\n]*=\s*(\[\s*\]|\{\s*\})/),
    text: '**Bug:** the mutable default argument is [[shared by all calls|created once and shared]]; [[default to `None`|use `None`]] and create it inside.',
  },
  {
    notices: has(/\beval\(|\bexec\(/),
    text: '**Security:** `eval` [[runs whatever it is given|executes any text it gets]]; [[parse the input instead|use a parser, such as `ast.literal_eval`]].',
  },
  {
    notices: has(/except\s*:/),
    text: '**Bug risk:** the bare `except:` [[hides every error|swallows all errors]], [[typing mistakes included|even Ctrl-C]]; [[name the exception|catch the one you expect]].',
  },
  {
    notices: has(/(?:==|!=)\s*None\b/),
    text: '**Style:** [[compare with `None` by `is`|use `is None`]], [[as `==` can be overridden|since `==` may be redefined by a class]].',
  },
  {
    notices: has(/range\(\s*len\(/),
    text: '**Readability:** [[loop over the items|iterate over the items]], not over `range(len(…))`; [[`enumerate` gives the index too|take `enumerate` if you need the index]].',
  },
  {
    notices: has(/(?<!with\s)\bopen\((?![\s\S]*\.close\()/),
    text: '**Robustness:** [[open files in a `with` block|use `with` to open the file]], [[so that they are closed after errors too|so it is closed whatever happens]].',
  },
  {
    notices: has(/\/\s*len\(/),
    text: '**Edge case:** an empty [[list|input]] makes this [[a division by zero|divide by zero]]; [[decide what should happen|handle it]] [[before dividing|up front]].',
  },
  {
    notices: (code) => /def\s/.test(code) && /print\(/.test(code) && !/return/.test(code),
    text: '**Design:** the function prints [[its result|what it finds]]; [[returning it|a `return`]] would make it [[reusable|usable elsewhere]] and [[easy to test|testable]].',
  },
  {
    notices: (code) => /def\s+\w+\s*\(\s*\w/.test(code) && !/def[^\n]*->/.test(code),
    text: '**Types:** there are no type hints; [[adding them|a few of them]] would [[document what goes in and out|say what the function takes and returns]].',
  },
  {
    notices: (code) => /def\s/.test(code) && !/"""|'''/.test(code),
    text: '**Documentation:** [[a one-line docstring|a docstring of one line]] should say [[what comes back|what the function returns]] [[and when it fails|and what it raises]].',
  },
  {
    notices: has(/def\s+(?:\w{1,2}|foo|bar|func|function|do_it|stuff)\s*\(/),
    text: '**Naming:** the name of the function [[says little|does not tell what it does]]; [[a verb and a noun|a verb with its object]] would [[help the reader|explain it]].',
  },
];
