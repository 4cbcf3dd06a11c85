import { ChatError } from '@farebox/core';

type Collected = Readonly<Record<string, string>>;

/** Collects the labels of an option that is given once for each, as `name=value`. */
export function tags(option: string): (text: string, before?: Collected) => Collected {
  const collect = namedValues(option, 'team=red');
  return (text, before) => {
    if (/^[^=]+=$/.test(text)) {
      throw wrong(`${option} is not name=value.`, `Write it as in ${option} team=red.`);
    }
    if (text.startsWith('session=')) {
      throw wrong(`${option} cannot name a session.`, 'Write --session and its name.');
    }
    return collect(text, before);
  };
}

/** Collects `name=value` of an option that is given once for each name; the value may be empty. */
export function namedValues(
  option: string,
  example: string,
): (text: string, before?: Collected) => Collected {
  return (text, before = {}) => {
    const [, name = '', value = ''] = /^([^=]+)=([\s\S]*)$/.exec(text) ?? [];
    if (name.trim() === '') {
      throw wrong(`${option} is not name=value.`, `Write it as in ${option} ${example}.`);
    }
    if (Object.hasOwn(before, name)) {
      throw wrong(`${option} gives one name two values.`, `Give each name to ${option} once.`);
    }
    // Own properties only, also for a name such as __proto__.
    return Object.fromEntries([...Object.entries(before), [name, value]]);
  };
}

function wrong(message: string, fix: string): ChatError {
  return new ChatError({ kind: 'configuration', message, fix });
}
