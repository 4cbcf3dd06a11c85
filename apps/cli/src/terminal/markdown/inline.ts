import type { Token } from 'marked';
import { INCOMPLETE_IMAGE_PLACEHOLDER } from 'remend';
import { type Line, type Span, type Style, span } from '../styled-line.js';
import { withoutEntities } from './entities.js';
import { looks } from './looks.js';

/**
 * The text of a paragraph, heading or cell. Without styles, emphasis and code keep their marks.
 *
 * The address of a link is always shown: what a terminal opens is what a person can read.
 */
export function inlineSpans(
  tokens: readonly Token[] | undefined,
  styled: boolean,
  style: Style = {},
): Line {
  const within = (inner: readonly Token[] | undefined, look: Style) =>
    inlineSpans(inner, styled, { ...style, ...look });
  const marked = (mark: string, inner: Line): Line =>
    styled ? inner : [span(mark, style), ...inner, span(mark, style)];
  const spans: Span[] = [];
  for (const token of tokens ?? []) {
    switch (token.type) {
      case 'strong':
        spans.push(...marked('**', within(token.tokens, looks.strong)));
        break;
      case 'em':
        spans.push(...marked('*', within(token.tokens, looks.emphasis)));
        break;
      case 'del':
        spans.push(...marked('~~', within(token.tokens, looks.struck)));
        break;
      case 'codespan':
        spans.push(...marked('`', [span(token.text, { ...style, ...looks.code })]));
        break;
      case 'br':
        spans.push(span('\n', style));
        break;
      case 'html':
        spans.push(span(/^<br\s*\/?>$/i.test(token.raw) ? '\n' : token.raw, style));
        break;
      case 'checkbox':
        spans.push(span(token.checked ? '[x] ' : '[ ] ', looks.marker));
        break;
      case 'link':
        spans.push(...within(token.tokens, looks.link), ...addressOf(token, token.text));
        break;
      case 'image':
        spans.push(span(withoutEntities(token.text), { ...style, ...looks.link }));
        spans.push(...addressOf(token, ''));
        break;
      case 'escape':
        spans.push(span(token.text, style));
        break;
      default:
        if ('tokens' in token && token.tokens !== undefined)
          spans.push(...within(token.tokens, {}));
        else spans.push(span(withoutEntities('text' in token ? token.text : token.raw), style));
    }
  }
  return spans;
}

/** The address and title of a link, unless its text says them. */
function addressOf(token: Token, text: string): Line {
  const { href, title } = token as { readonly href: string; readonly title?: string | null };
  if (href === INCOMPLETE_IMAGE_PLACEHOLDER) return [];
  const address = withoutEntities(href).replace(/\s/g, '%20');
  const isSaid = [text, `mailto:${text}`, `http://${text}`].includes(href);
  const parts = [
    ...(isSaid ? [] : [address]),
    ...(title ? [`"${withoutEntities(title)}"`] : []),
  ].filter((part) => part !== '');
  return parts.length === 0 ? [] : [span(' '), span(`(${parts.join(' ')})`, looks.frame)];
}
