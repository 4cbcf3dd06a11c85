import { common, createLowlight } from 'lowlight';
import { type Line, type Span, type Style, span } from '../styled-line.js';

/** Names that fences are marked with, where they are not the name of the grammar. */
const grammarOf: Readonly<Record<string, keyof typeof common>> = {
  'c#': 'csharp',
  'c++': 'cpp',
  cc: 'cpp',
  console: 'shell',
  cs: 'csharp',
  golang: 'go',
  h: 'c',
  hpp: 'cpp',
  html: 'xml',
  js: 'javascript',
  jsonc: 'json',
  jsx: 'javascript',
  kt: 'kotlin',
  make: 'makefile',
  md: 'markdown',
  mjs: 'javascript',
  objc: 'objectivec',
  patch: 'diff',
  postgresql: 'sql',
  py: 'python',
  python3: 'python',
  rb: 'ruby',
  rs: 'rust',
  sh: 'bash',
  svg: 'xml',
  toml: 'ini',
  ts: 'typescript',
  tsx: 'typescript',
  vb: 'vbnet',
  yml: 'yaml',
  zsh: 'bash',
};

/** By the classes of highlight.js; what is not here has the colour of text. */
const lookOf: Readonly<Record<string, Style>> = {
  addition: { color: 'green' },
  attr: { color: 'cyan' },
  attribute: { color: 'cyan' },
  built_in: { color: 'cyan' },
  bullet: { color: 'cyan' },
  char: { color: 'green' },
  comment: { dim: true },
  deletion: { color: 'red' },
  doctag: { dim: true, bold: true },
  emphasis: { italic: true },
  keyword: { color: 'magenta' },
  link: { underline: true },
  literal: { color: 'yellow' },
  meta: { dim: true },
  name: { color: 'magenta' },
  number: { color: 'yellow' },
  quote: { dim: true },
  regexp: { color: 'green' },
  section: { bold: true },
  'selector-class': { color: 'yellow' },
  'selector-id': { color: 'yellow' },
  'selector-tag': { color: 'magenta' },
  string: { color: 'green' },
  strong: { bold: true },
  symbol: { color: 'yellow' },
  'template-variable': { color: 'yellow' },
  title: { color: 'blue' },
  type: { color: 'yellow' },
};

type Node = ReturnType<ReturnType<typeof createLowlight>['highlight']>['children'][number];

const lowlight = createLowlight();

/** The lines of a code in the colours of its language; in none where the language is not a common one. */
export function highlight(language: string, code: string): readonly Line[] {
  const grammar = registered(language);
  const nodes: readonly Node[] =
    grammar === undefined
      ? [{ type: 'text', value: code }]
      : lowlight.highlight(grammar, code).children;
  const lines: Span[][] = [[]];
  for (const { text, style } of nodes.flatMap((node) => spansOf(node, {}))) {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ text: part, style });
    }
  }
  return lines;
}

/** The grammar of a language, ready for use; each is made when the first code of its language comes. */
function registered(language: string): string | undefined {
  const [word = ''] = language.toLowerCase().split(/[\s,:{]/);
  const name = Object.hasOwn(grammarOf, word) ? grammarOf[word] : word;
  if (name === undefined || !Object.hasOwn(common, name)) return undefined;
  const grammar = common[name as keyof typeof common];
  if (grammar === undefined) return undefined;
  if (!lowlight.registered(name)) lowlight.register(name, grammar);
  return name;
}

function spansOf(node: Node, style: Style): readonly Span[] {
  if (node.type === 'text') return [span(node.value, style)];
  if (node.type !== 'element') return [];
  const { className } = node.properties;
  const classes = Array.isArray(className) ? className.map(String) : [];
  const [first = ''] = classes;
  const look = lookOf[first.replace(/^hljs-/, '')] ?? {};
  return (node.children as Node[]).flatMap((child) => spansOf(child, { ...style, ...look }));
}
