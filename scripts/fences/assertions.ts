import { type Expression, type ExpressionStatement, parseSync } from 'oxc-parser';
import { walk } from '../architecture/walk.ts';
import type { Fence } from './fence.ts';

/**
 * A fence's code with every `expression // => value` made into an assertion, each on its own line.
 *
 * `console.log(x) // => value` is about `x`. `// => throws part` wants an error whose name or message has that
 * part. What follows `=>` is the whole value, as code: `[1, 2]`, not `an array`.
 * @throws {Error} when a `// =>` follows no expression on its line, or no value follows it.
 */
export function withAssertions(fence: Fence): string {
  const { program, comments, errors } = parseSync('fence.mts', fence.code);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${fence.path}:${fence.line}  ${error.message}`);

  const statements: ExpressionStatement[] = [];
  walk(program, (node) => {
    if (node.type === 'ExpressionStatement') statements.push(node);
    return undefined;
  });

  const edits = comments.flatMap((comment) => {
    const [, value] = /^\s*=>\s*(.*)$/.exec(comment.value) ?? [];
    if (value === undefined) return [];
    const line = fence.line + fence.code.slice(0, comment.start).split('\n').length - 1;
    const place = `${fence.path}:${line}`;
    const statement = statements.findLast(
      ({ end }) => end <= comment.start && isBlank(fence.code.slice(end, comment.start)),
    );
    if (statement === undefined)
      throw new Error(`${place}  "// =>" must follow an expression on its own line`);
    const subject = logged(statement.expression);
    const [before, after] = assertionAround(value.trim(), place);
    return [
      { from: statement.start, to: subject.start, text: before },
      { from: subject.end, to: statement.end, text: after },
    ];
  });

  return edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((code, { from, to, text }) => code.slice(0, from) + text + code.slice(to), fence.code);
}

/** Nothing but space on one line; a semicolon belongs to the statement already. */
const isBlank = (text: string) => /^[ \t]*$/.test(text);

function logged(expression: Expression): Expression {
  if (expression.type !== 'CallExpression' || expression.arguments.length !== 1) return expression;
  const {
    callee,
    arguments: [argument],
  } = expression;
  const isLog =
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'console' &&
    callee.property.type === 'Identifier' &&
    callee.property.name === 'log';
  return isLog && argument !== undefined && argument.type !== 'SpreadElement'
    ? argument
    : expression;
}

/** What to put before and after an expression so that it asserts `value`. */
function assertionAround(value: string, place: string): readonly [string, string] {
  const at = JSON.stringify(place);
  const [, thrown] = /^throws\s+(.+)$/.exec(value) ?? [];
  if (thrown !== undefined)
    return ['await expectThrow(async () => (', `), ${JSON.stringify(thrown)}, ${at});`];
  if (value === '' || parseSync('value.mts', `(${value})`).errors.length > 0)
    throw new Error(`${place}  what follows "// =>" is not a value: ${value}`);
  return ['expectEqual((', `), (${value}), ${at});`];
}
