import { shapes } from '../text/detect.js';
import type { Slots } from '../text/template.js';
import type { Remark } from './topic.js';

const manyParameters = 5;
const longFunction = 30;

/** What could read better, the most helpful first. */
export const styleRemarks: readonly Remark[] = [
  {
    name: 'a comparison with None',
    notices: shapes(/\b(?<name>[\w.]{1,40})\s*(?<operator>==|!=)\s*None\b/),
    text: '**Style:** [[compare `{{name=value}}` with `None` by `is`|write `{{name=value}} is None`, not `==`]], [[as `==` can be overridden|since `==` may be redefined by a class]].',
  },
  {
    name: 'a comparison with True',
    notices: shapes(/\b(?<name>[\w.]{1,40})\s*==\s*(?<value>True|False)\b/),
    text: '**Style:** `{{name=flag}} == {{value=True}}` [[says too much|is one comparison too many]]; [[use the value itself|test the name alone]], [[with `not` where it should be false|or `not` before it]].',
  },
  {
    name: 'a type that is compared',
    notices: shapes(/\btype\(\s*(?<name>\w{1,40})\s*\)\s*(?:==|!=|is)/),
    text: '**Style:** comparing `type({{name=value}})` [[refuses subclasses|is too strict]]; [[`isinstance` is the usual test|use `isinstance`]].',
  },
  {
    name: 'range of a length',
    notices: shapes(/\brange\(\s*len\(\s*(?<name>\w{1,40})/),
    text: '**Readability:** loop over [[`{{name=items}}` itself|the items of `{{name=items}}`]], not over `range(len(…))`; [[`enumerate` gives the index too|take `enumerate` if you need the index]].',
  },
  {
    name: 'too many parameters',
    notices: manyParametersOf,
    text: '**Design:** `{{name=function}}` takes {{count=many}} parameters, [[more than a caller can remember|which is easy to call in the wrong order]]; [[group those that belong together|put what belongs together into a dataclass]], or [[make them keyword-only|ask for them by keyword, with `*`]].',
  },
  {
    name: 'an unused variable',
    notices: unusedVariable,
    text: '**Clean-up:** `{{name=value}}` is [[set and never used|assigned, but never read]]; [[remove it|take it out]], [[or use it|unless it was meant to be used]].',
  },
  {
    name: 'a magic number',
    notices: magicNumber,
    text: '**Readability:** what does {{value=42}} [[stand for|mean]]? [[A named constant|A constant with a name]] would [[tell|explain it]] and [[could be changed in one place|leave one place to change]].',
  },
  {
    name: 'a print left from debugging',
    notices: (code) =>
      /\breturn\b/.test(code)
        ? shapes(/^[ \t]+print\(\s*(?<value>\w{1,40})\s*\)/m, /^[ \t]+print\(/m)(code)
        : undefined,
    text: '**Clean-up:** the `print({{value=…}})` [[looks like a trace of debugging|seems left over from debugging]]; [[remove it|take it out]], or [[use `logging`|log it instead]].',
  },
  {
    name: 'a result that is printed',
    notices: (code) =>
      /\bprint\(/.test(code) && !/\b(?:return|yield)\b/.test(code)
        ? shapes(/\bdef\s+(?<name>\w{1,40})/)(code)
        : undefined,
    text: '**Design:** `{{name=the function}}` prints [[its result|what it finds]]; [[returning it|a `return`]] would make it [[reusable|usable elsewhere]] and [[easy to test|testable]].',
  },
  {
    name: 'missing type hints',
    notices: (code) =>
      /\bdef\b[^\n]*->/.test(code)
        ? undefined
        : shapes(/\bdef\s+(?<name>\w{1,40})\s*\(\s*\w/)(code),
    text: '**Types:** `{{name=the function}}` has no type hints; [[adding them|a few of them]] would [[document what goes in and out|say what the function takes and returns]].',
  },
  {
    name: 'a missing docstring',
    notices: (code) =>
      /"""|'''/.test(code) ? undefined : shapes(/\bdef\s+(?<name>\w{1,40})\s*\(/)(code),
    text: '**Documentation:** [[a one-line docstring|a docstring of one line]] should say [[what comes back|what `{{name=the function}}` returns]] [[and when it fails|and what it raises]].',
  },
  {
    name: 'a name that says little',
    notices: shapes(
      /\bdef\s+(?<name>\w{1,2}|foo|bar|func|function|my_?func(?:tion)?|do_it|stuff|process|handle|test1?)\s*\(/,
    ),
    text: '**Naming:** the name `{{name=f}}` [[says little|does not tell what it does]]; [[a verb and a noun|a verb with its object]] would [[help the reader|explain it]].',
  },
  {
    name: 'a name in camel case',
    notices: shapes(/\bdef\s+(?<name>[a-z]{1,20}[A-Z]\w{0,30})\s*\(/),
    text: '**Naming:** `{{name=doIt}}` is [[camel case|written as in Java]]; Python’s habit is [[small letters with underscores|`words_with_underscores`]].',
  },
  {
    name: 'a long function',
    notices: (code) =>
      code.split('\n').length > longFunction
        ? shapes(/\bdef\s+(?<name>\w{1,40})/)(code)
        : undefined,
    text: '**Design:** [[this is long|that is a lot]] for one function; [[split `{{name=it}}` where a comment would help|take out of `{{name=it}}` what has a name of its own]], so that [[each part can be tested|every part fits on a screen]].',
  },
  {
    name: 'deep nesting',
    notices: shapes(/^(?: {16}|\t{4})[ \t]*(?<name>if|for|while|try|with)\b/m),
    text: '**Readability:** the `{{name=if}}` four levels deep is [[hard to follow|hard to keep in mind]]; [[return early|leave early]] or [[move the inner part into a function|give the inside a function of its own]].',
  },
];

function manyParametersOf(code: string): Slots | undefined {
  for (const [, name = '', parameters = ''] of code.matchAll(
    /\bdef\s+(\w{1,40})\s*\(([^()]{0,400})\)/g,
  )) {
    const given = parameters.split(',').map((parameter) => parameter.trim());
    const count = given.filter((parameter) => /^\w/.test(parameter) && parameter !== 'self').length;
    if (count > manyParameters) return { name, count: String(count) };
  }
  return undefined;
}

/** Only inside functions: what stands outside may be used by others. */
function unusedVariable(code: string): Slots | undefined {
  const words = new Map<string, number>();
  for (const [word] of code.matchAll(/[A-Za-z_]\w*/g)) words.set(word, (words.get(word) ?? 0) + 1);
  for (const [, name = ''] of code.matchAll(/^[ \t]+([A-Za-z]\w{0,40})\s*=(?!=)/gm)) {
    if (words.get(name) === 1) return { name };
  }
  return undefined;
}

/** A number in a calculation or comparison; one that has a line and a name of its own is fine. */
function magicNumber(code: string): Slots | undefined {
  for (const line of code.split('\n')) {
    if (/^\s*\w+\s*=\s*[\d._]+\s*(?:#|$)|^\s*#/.test(line)) continue;
    const value = /(?:[*+/<>-]|[<>=!]=)\s*(\d+\.\d+|[3-9]\d*|1\d+|2\d+)\b(?![.\w"'])/.exec(
      line,
    )?.[1];
    if (value !== undefined && value !== '100') return { value: `\`${value}\`` };
  }
  return undefined;
}
