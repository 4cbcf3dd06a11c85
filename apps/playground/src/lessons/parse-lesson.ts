import { Marked, type Token, type Tokens } from 'marked';
import { readFrontMatter } from './front-matter.js';
import type { CellBlock, Lesson, LessonBlock, LessonHead, Section } from './lesson.js';

/**
 * A lesson of its Markdown file, `<number>-<slug>.md`.
 *
 * Fences that are more than text to look at: `ts cell` (with a name, if it has one) and right behind it `prints` or
 * `fails`; `ts exercise <name>`; `view <name>`. HTML, images and addresses that are neither `#/…` nor `https:` are refused.
 * @throws {Error} when something is not understood; the message begins with the file.
 */
export function parseLesson(file: string, text: string): Lesson {
  try {
    const [, number, slug] = /(?:^|\/)(\d\d)-([a-z0-9-]+)\.md$/.exec(file) ?? [];
    if (number === undefined || slug === undefined) throw new Error('it is not <nn>-<slug>.md');
    const { body, ...told } = readFrontMatter(text);
    const { blocks, sections } = parseBody(body);
    const steps = blocks.flatMap((block) =>
      block.type === 'cell' || block.type === 'exercise' ? [block.name] : [],
    );
    return { number: Number(number), slug, ...told, steps, sections, blocks };
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : error}`);
  }
}

/** The head alone, for the contents. */
export function parseHead(file: string, text: string): LessonHead {
  const { number, slug, title, summary, minutes, steps } = parseLesson(file, text);
  return { number, slug, title, summary, minutes, steps };
}

function parseBody(markdown: string) {
  const blocks: LessonBlock[] = [];
  const sections: Section[] = [];
  let prose: Token[] = [];
  let awaited: Omit<CellBlock, 'expected'> | undefined;
  let cells = 0;

  const endProse = () => {
    const html = marked.parser(prose);
    prose = [];
    if (html !== '') blocks.push({ type: 'prose', html });
  };
  const take = (token: Token) => {
    if (token.type === 'space') return;
    const fence = token.type === 'code' ? readFence(token as Tokens.Code) : undefined;
    if (awaited !== undefined) {
      if (fence?.kind !== 'prints' && fence?.kind !== 'fails')
        throw new Error(`the cell "${awaited.name}" has no prints or fails behind it`);
      const { kind, text } = fence;
      blocks.push({ ...awaited, expected: { text, fails: kind === 'fails' } });
      awaited = undefined;
      return;
    }
    if (fence === undefined) {
      if (token.type === 'heading' && token.depth === 2) sections.push(sectionOf(token.text));
      prose.push(token);
      return;
    }
    endProse();
    const { kind, name, text } = fence;
    if (kind === 'cell') {
      cells += 1;
      awaited = { type: 'cell', name: name === '' ? `Cell ${cells}` : name, source: `${text}\n` };
    } else if (kind === 'exercise') blocks.push({ type: 'exercise', name, source: `${text}\n` });
    else if (kind === 'view') blocks.push({ type: 'view', name, text });
    else throw new Error(`"${kind}" stands behind no cell`);
  };

  for (const token of marked.lexer(markdown)) take(token);
  if (awaited !== undefined) take({ type: 'hr', raw: '' });
  endProse();
  return { blocks, sections };
}

interface Fence {
  readonly kind: 'cell' | 'prints' | 'fails' | 'exercise' | 'view';
  readonly name: string;
  readonly text: string;
}

function readFence({ lang = '', text }: Tokens.Code): Fence | undefined {
  const [, kind, name = ''] =
    /^(?:ts )?(cell|prints|fails|exercise|view)\b *(.*)$/.exec(lang) ?? [];
  if (kind === undefined) {
    if (lang.startsWith('ts ')) throw new Error(`"${lang}" is not understood`);
    return undefined;
  }
  if (name === '' && (kind === 'exercise' || kind === 'view')) throw new Error(`${kind} which?`);
  return { kind: kind as Fence['kind'], name, text };
}

function sectionOf(markdown: string): Section {
  const title = markdown.replace(/[`*_]/g, '');
  return {
    id: title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, ''),
    title,
  };
}

const marked = new Marked({
  gfm: true,
  renderer: {
    heading({ depth, text, tokens }) {
      const content = this.parser.parseInline(tokens);
      if (depth !== 2) return `<h${depth}>${content}</h${depth}>\n`;
      return `<h2 id="${sectionOf(text).id}" tabindex="-1">${content}</h2>\n`;
    },
    table(token) {
      const row = (cells: Tokens.TableCell[], tag: string) =>
        `<tr>${cells.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join('')}</tr>`;
      const rows = token.rows.map((cells) => row(cells, 'td')).join('');
      return `<div class="table"><table><thead>${row(token.header, 'th')}</thead><tbody>${rows}</tbody></table></div>\n`;
    },
    link({ href, tokens }) {
      const content = this.parser.parseInline(tokens);
      if (/^#\/[\w/?=-]*$/.test(href)) return `<a href="${href}">${content}</a>`;
      if (!/^https:\/\/[\w./-]+$/.test(href))
        throw new Error(`the address ${href} is neither #/… nor https`);
      return `<a href="${href}" target="_blank" rel="noreferrer">${content}</a>`;
    },
    html({ text }) {
      throw new Error(`HTML is not understood: ${text.trim()}`);
    },
    image({ href }) {
      throw new Error(`there are no images here: ${href}`);
    },
  },
});
