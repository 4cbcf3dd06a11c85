import { isGptFrom } from './gpt-version.js';

/** What `reasoning_effort` may say to a model, and what it is where nobody says anything. */
export interface Efforts {
  readonly values: readonly string[];
  readonly unasked: string;
}

/**
 * The efforts of a model that takes `reasoning_effort`; nothing for the others.
 *
 * The default differs: gpt-5.1 to 5.4 do not reason unless they are asked to. The chat variants
 * after gpt-5's take `medium` and nothing else, and do not reason here.
 *
 * Sources: developers.openai.com/api/docs/guides/reasoning, with the pages of gpt-6.1-sol and
 * gpt-6-astra (no `none`); github.com/MadAppGang/claudish pull request 84 for pro and codex models; measured for each model in github.com/enricoros/big-AGI issues 944 and
 * 1159, and for the chat variants in github.com/egoist/chatwise-releases issue 1257.
 */
export function effortsOf(name: string): Efforts | undefined {
  if (isOSeries(name)) return { values: ['low', 'medium', 'high'], unasked: 'medium' };
  if (!isGptFrom(name, 5)) return undefined;
  if (isChatVariant(name)) {
    return isGptFrom(name, 5, 1) ? { values: ['medium'], unasked: 'medium' } : undefined;
  }
  if (/-pro(-|$)/.test(name)) return isGptFrom(name, 5, 1) ? pro : firstPro;
  if (name.includes('-codex')) {
    const values = ['low', 'medium', 'high'];
    const isHigher = isGptFrom(name, 5, 2) || name.includes('-codex-max');
    return { values: isHigher ? [...values, 'xhigh'] : values, unasked: 'medium' };
  }
  if (isGptFrom(name, 6, 1) || name.startsWith('gpt-6-astra')) return alwaysReasons;
  if (isGptFrom(name, 5, 6))
    return { values: ['none', ...alwaysReasons.values], unasked: 'medium' };
  if (isGptFrom(name, 5, 2)) {
    const values = ['none', 'low', 'medium', 'high', 'xhigh'];
    return { values, unasked: isGptFrom(name, 5, 5) ? 'medium' : 'none' };
  }
  return isGptFrom(name, 5, 1)
    ? { values: ['none', 'low', 'medium', 'high'], unasked: 'none' }
    : { values: ['minimal', 'low', 'medium', 'high'], unasked: 'medium' };
}

const firstPro: Efforts = { values: ['high'], unasked: 'high' };
const pro: Efforts = { values: ['medium', 'high', 'xhigh'], unasked: 'high' };
const alwaysReasons: Efforts = {
  values: ['low', 'medium', 'high', 'xhigh', 'max'],
  unasked: 'medium',
};

/**
 * Whether a model can reason before it answers: the o series, and GPT-5 and later but for their chat
 * variants.
 */
export function isReasoningModel(name: string): boolean {
  return isOSeries(name) || (isGptFrom(name, 5) && !isChatVariant(name));
}

/** Whether a model is one of o1 to o9, the first to reason. */
export function isOSeries(name: string): boolean {
  return /^o\d/.test(name);
}

function isChatVariant(name: string): boolean {
  return name.includes('-chat');
}
