import { type Check, type CheckResult, runChecks } from './check.js';
import { isSame, valueProblem, written } from './value-problem.js';

type FormatMessages = (systemPrompt: string, userPrompt: string) => unknown;

const tutor = 'You are a patient tutor.';
const question = 'What is a for loop?';

const checks: readonly Check<FormatMessages>[] = [
  {
    what: 'It returns a list of two messages.',
    problem: (formatMessages) => {
      const came = formatMessages(tutor, question);
      const isRight = Array.isArray(came) && came.length === 2;
      return valueProblem({ ...returned(tutor, question, came), isRight });
    },
  },
  {
    what: 'The first message has the role "system" and the system prompt as its content.',
    problem: messageProblem(0, 'first', { role: 'system', content: tutor }),
  },
  {
    what: 'The second message has the role "user" and the user’s prompt as its content.',
    problem: messageProblem(1, 'second', { role: 'user', content: question }),
  },
  {
    what: 'It uses what it is given, also the second time.',
    problem: (formatMessages) => {
      formatMessages(tutor, question);
      const came = formatMessages('Translate into French.', 'Good morning');
      return valueProblem(returned('Translate into French.', 'Good morning', came));
    },
  },
  {
    what: 'Prompts arrive as they are: line ends, spaces at the ends, quotes, other scripts.',
    problem: (formatMessages) => {
      const [systemPrompt, userPrompt] = ['  Be brief.\n', ' What is "日本語"? 👋\n  a\n\n'];
      return valueProblem(
        returned(systemPrompt, userPrompt, formatMessages(systemPrompt, userPrompt)),
      );
    },
  },
  {
    what: 'An empty system prompt is a message like any other.',
    problem: (formatMessages) => valueProblem(returned('', question, formatMessages('', question))),
  },
  {
    what: 'Each call makes a list of its own.',
    problem: (formatMessages) => {
      const first = formatMessages(tutor, question);
      if (!Array.isArray(first)) return 'There is no list yet that could be its own.';
      first.push({ role: 'assistant', content: 'A loop repeats.' });
      const second = formatMessages(tutor, question);
      if (Array.isArray(second) && second.length === 2) return undefined;
      return `A message that was added to the list of one call is in the list of the next, which must be ${written(expectedOf(tutor, question))}. Make the list inside the function.`;
    },
  },
];

/** The checks of `formatMessages`, on whatever the reader wrote. */
export function checkFormatMessages(answer: unknown): readonly CheckResult[] {
  return runChecks('formatMessages', answer as FormatMessages | undefined, checks);
}

function expectedOf(systemPrompt: string, userPrompt: string) {
  return [
    { role: 'system', content: systemPrompt },
    { role: 'user', content: userPrompt },
  ];
}

function returned(systemPrompt: string, userPrompt: string, came: unknown) {
  const call = `formatMessages(${written(systemPrompt)}, ${written(userPrompt)})`;
  const expected = expectedOf(systemPrompt, userPrompt);
  return { call, came, expected, because: mistakeIn(came, expected) };
}

function mistakeIn(came: unknown, expected: readonly object[]): string | undefined {
  if (typeof came === 'string') return 'A list is wanted, not text: the client turns it into JSON.';
  if (!Array.isArray(came)) return 'A list is wanted: square brackets around the two messages.';
  if (came.length < 2) return 'Each of the two prompts is a message of its own.';
  if (isSame(came, expected.toReversed())) return 'The system message comes first.';
  if (isSame(came.map(trimmed), expected.map(trimmed))) return 'Spaces and line ends belong to it.';
  return undefined;
}

function trimmed(message: unknown): unknown {
  if (typeof message !== 'object' || message === null || !('content' in message)) return message;
  return { ...message, content: String(message.content).trim() };
}

function messageProblem(
  index: number,
  which: string,
  expected: { readonly role: string; readonly content: string },
): Check<FormatMessages>['problem'] {
  return (formatMessages) => {
    const messages = formatMessages(tutor, question);
    if (!Array.isArray(messages)) {
      return `There is no list to look into: ${written(messages)} came.`;
    }
    const came: unknown = messages[index];
    if (isSame(came, expected)) return undefined;
    const told = `The ${which} message must be ${written(expected)}, and is ${written(came)}.`;
    const because = messageMistake(came, expected);
    return because === undefined ? told : `${told} ${because}`;
  };
}

function messageMistake(
  came: unknown,
  { role, content }: { readonly role: string; readonly content: string },
): string | undefined {
  if (typeof came === 'string') return 'A message is an object with a role and a content.';
  if (typeof came !== 'object' || came === null) return undefined;
  const message: { role?: unknown; content?: unknown } = came;
  if (!('content' in came)) return 'The text of a message is called content.';
  if (typeof message.role === 'string' && message.role !== role) {
    const isCase = message.role.toLowerCase() === role;
    return isCase
      ? 'Roles are written in small letters.'
      : `Its role is ${written(message.role)}, and must be ${written(role)}.`;
  }
  if (message.content !== content) return undefined;
  return Object.keys(came).length > 2 ? 'It has more in it than a role and a content.' : undefined;
}
