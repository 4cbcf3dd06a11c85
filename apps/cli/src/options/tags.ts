import { ChatError } from '@farebox/core';

/** Collects the labels of an option that is given once for each, as `name=value`. */
export function tags(
  option: string,
): (text: string, before?: Readonly<Record<string, string>>) => Readonly<Record<string, string>> {
  return (text, before = {}) => {
    const [, name = '', value = ''] = /^([^=]+)=([\s\S]+)$/.exec(text) ?? [];
    if (name.trim() === '' || value === '') {
      throw wrong(`${option} is not name=value.`, `Write it as in ${option} team=red.`);
    }
    if (name === 'session') {
      throw wrong(`${option} cannot name a session.`, 'Write --session and its name.');
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
