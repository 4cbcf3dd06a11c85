import { loopsIn, shapes } from '../text/detect.js';
import type { Slots } from '../text/template.js';
import type { Remark } from './topic.js';

/** What may go wrong, the gravest first. */
export const riskRemarks: readonly Remark[] = [
  {
    name: 'eval',
    notices: shapes(/\b(?<name>eval|exec)\(/),
    text: '**Security:** `{{name=eval}}` [[runs whatever it is given|executes any text it gets]]; [[parse the input instead|use a parser, such as `ast.literal_eval`]].',
  },
  {
    name: 'a secret in the code',
    notices: shapes(
      /\b(?<name>\w{0,20}(?:api_?key|token|password|passwd|secret)\w{0,20})\s*=\s*["'][^"'\n]{6,}["']/i,
    ),
    text: '**Security:** `{{name=api_key}}` [[holds a secret in the code|is a secret that stands in the code]]; [[read it from the environment|take it from `os.environ`]], and [[replace the one that was shown|revoke this one, since others have seen it]].',
  },
  {
    name: 'SQL put together as text',
    notices: shapes(
      /\.(?<name>execute|executemany)\(\s*f["']/,
      /\.(?<name>execute|executemany)\(\s*["'][^"'\n]{0,200}["']\s*(?:%|\+|\.format)/,
    ),
    text: '**Security:** the query given to `{{name=execute}}` is [[put together from text|glued together]], which [[allows SQL injection|lets a value become code]]; [[pass the values as parameters|use placeholders and pass the values apart]].',
  },
  {
    name: 'a bare except',
    notices: shapes(/\bexcept\s*:/),
    text: '**Bug risk:** the bare `except:` [[hides every error|swallows all errors]], [[typing mistakes included|even Ctrl-C]]; [[name the exception|catch the one you expect]].',
  },
  {
    name: 'an error that is ignored',
    notices: shapes(/\bexcept\s+(?<name>[\w.]{1,40})[^:\n]{0,40}:\s*(?:#[^\n]{0,80}\n\s*)?pass\b/),
    text: '**Bug risk:** `{{name=Exception}}` is [[caught and ignored|swallowed without a word]]; [[at least log it|log it at least]], or [[say why it may be ignored|write down why that is safe]].',
  },
  {
    name: 'division by a length',
    notices: shapes(/\/\s*len\(\s*(?<name>\w{1,40})\s*\)/, /\/\s*len\(/),
    text: '**Edge case:** an empty [[list|input]] makes the division by `len({{name=…}})` [[fail|a division by zero]]; [[decide what should happen|handle it]] [[before dividing|up front]].',
  },
  {
    name: 'a global variable',
    notices: shapes(/\bglobal\s+(?<name>\w{1,40})/),
    text: '**Design:** the function changes the global `{{name=state}}`, so [[its effect depends on who else does|a call has effects far away]]; [[pass it in and return it|take it as an argument and return the new value]].',
  },
  {
    name: 'a wildcard import',
    notices: shapes(/\bfrom\s+(?<name>[\w.]{1,60})\s+import\s+\*/),
    text: '**Clarity:** `from {{name=module}} import *` [[hides where names come from|leaves the reader guessing]] and [[may overwrite yours|can replace your own names]]; [[import what you use|name what you need]].',
  },
  {
    name: 'text joined in a loop',
    notices: joinedInLoop,
    text: '**Speed:** `{{name=text}} +=` in a loop [[copies the text each time|may copy all of it in every round]]; [[collect the parts in a list|append to a list]] and [[join them once|use `"".join(parts)` at the end]].',
  },
  {
    name: 'nested loops',
    notices: nestedLoops,
    text: '**Speed:** the loop over `{{inner=y}}` [[runs anew for each|starts again for every]] `{{outer=x}}`, so the work [[grows with the product|multiplies]]; if it [[only searches|looks something up]], [[a set or a dictionary does it in one step|build a set or a dictionary once]].',
  },
];

function joinedInLoop(code: string): Slots | undefined {
  for (const { body } of loopsIn(code)) {
    const name = /\b(\w{1,40})\s*\+=\s*(?:f?["']|str\()/.exec(body)?.[1];
    if (name !== undefined) return { name };
  }
  return undefined;
}

function nestedLoops(code: string): Slots | undefined {
  for (const { item, body } of loopsIn(code)) {
    const inner = /^[ \t]*for\s+(\w{1,40})\s+in\b/m.exec(body)?.[1];
    if (inner !== undefined) return { outer: item, inner };
  }
  return undefined;
}
