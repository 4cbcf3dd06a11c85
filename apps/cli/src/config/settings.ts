import { isProvider, providers } from '@farebox/client';
import { ChatError, isChatError, nearestNames, parseUsd } from '@farebox/core';
import { checkBaseUrl } from '../endpoint/check-base-url.js';
import { looksLikeKey } from '../keys/looks-like-key.js';

/** One thing that a user can decide for all calls to come. */
export interface Setting {
  readonly description: string;
  /** What holds where it is not set; undefined where nothing does. */
  readonly fallback: string | undefined;
  readonly example: string;
  /** All values there are, where they can be listed. */
  readonly values?: readonly string[];
  /** What is wrong with a text as its value: the end of a sentence that never repeats it, or undefined. */
  readonly flawOf: (text: string) => string | undefined;
}

const oneOf = (values: readonly string[]) => ({
  values,
  flawOf: (text: string) => (values.includes(text) ? undefined : `is none of ${values.join(', ')}`),
});

/** Every setting by its name, which is that of the option it stands in for, if there is one. */
export const settings = {
  model: {
    description: 'the model that answers',
    fallback: 'gpt-4o-mini',
    example: 'gpt-4o',
    flawOf: (text) => {
      if (text === '' || /\s/.test(text)) return 'is no name of a model';
      return looksLikeKey(text) ? 'looks like a key' : undefined;
    },
  },
  provider: {
    description: 'who answers',
    fallback: undefined,
    example: 'anthropic',
    ...oneOf(Object.keys(providers).filter(isProvider)),
  },
  'base-url': {
    description: 'the address of an OpenAI-compatible API',
    fallback: undefined,
    example: 'http://localhost:11434/v1',
    flawOf: (text) => flawBy(() => checkBaseUrl(text, '')),
  },
  'max-cost': {
    description: 'US dollars; a call that could cost more is refused',
    fallback: undefined,
    example: '0.05',
    flawOf: (text) => flawBy(() => parseUsd(text)),
  },
  color: {
    description: 'colours on a terminal',
    fallback: 'auto',
    example: 'never',
    ...oneOf(['auto', 'always', 'never']),
  },
  'save-conversations': {
    description: 'whether every chat is kept in a file, for -c',
    fallback: 'off',
    example: 'on',
    ...oneOf(['on', 'off']),
  },
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingName = keyof typeof settings;

export const settingNames = Object.keys(settings) as readonly SettingName[];

export function isSetting(name: string): name is SettingName {
  return Object.hasOwn(settings, name);
}

/** @throws {ChatError} `configuration` for a name that no setting has; it suggests the ones most like it. */
export function settingCalled(name: string): SettingName {
  if (isSetting(name)) return name;
  if (/(?:^|[-_ ])key$/i.test(name)) throw keyIsNoSetting();
  const nearest = nearestNames(name, settingNames);
  throw new ChatError({
    kind: 'configuration',
    message: 'There is no setting of that name.',
    fix: `${nearest.length === 0 ? 'There are' : 'The nearest are'} ${(nearest.length === 0 ? settingNames : nearest).join(', ')}; farebox config list explains them all.`,
  });
}

function keyIsNoSetting(): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: 'A key is no setting: it has a file of its own, which nobody else can read.',
    fix: 'farebox keys set asks for it, without showing it.',
  });
}

/** @throws {ChatError} `configuration` for a text that is no value of this setting; it is not repeated. */
export function checkSetting(name: SettingName, text: string): void {
  const setting: Setting = settings[name];
  const flaw = setting.flawOf(text);
  if (flaw === undefined) return;
  const [nearest = setting.example] = nearestNames(text, setting.values ?? []);
  throw new ChatError({
    kind: 'configuration',
    message: `The value for ${name} ${flaw}.`,
    fix: `Write it as in farebox config set ${name} ${nearest}.`,
  });
}

/** The end of the sentence that a check throws. */
function flawBy(check: () => unknown): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (!isChatError(error)) throw error;
    return error.message.replace(/^(?:The amount of US dollars)? /, '').replace(/\.$/, '');
  }
}
