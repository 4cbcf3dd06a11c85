import { personas } from '@farebox/chat';

/** Someone to ask, and a question that shows what they are for. */
export interface Preset {
  readonly label: string;
  readonly system: string;
  readonly temperature: number;
  readonly prompt: string;
}

const brokenLoop = `numbers = [1, 2, 3, 4, 5, 6]
for i in range(len(numbers)):
    if numbers[i] % 2 == 0:
        numbers.remove(numbers[i])
print(numbers)`;

const squares = `def squares(n):
    return [i * i for i in range(n)]`;

/** The personas of `@farebox/chat`, and nobody in particular. */
export const presets = {
  none: {
    label: 'Nobody in particular',
    system: '',
    temperature: 0.7,
    prompt: 'What is an API? Answer in two sentences.',
  },
  tutor: { label: 'Tutor', ...personas.tutor, prompt: 'What is a list comprehension?' },
  debugger: {
    label: 'Debugger',
    ...personas.debugger,
    prompt: `Why does this fail?\n\n${brokenLoop}`,
  },
  translator: { label: 'Translator to Go', ...personas.translator({ to: 'Go' }), prompt: squares },
  reviewer: {
    label: 'Reviewer',
    ...personas.reviewer,
    prompt: `Review this function:\n\ndef add(item, items=[]):\n    items.append(item)\n    return items`,
  },
} satisfies Readonly<Record<string, Preset>>;

export type PresetName = keyof typeof presets;

export const presetNames = Object.keys(presets) as readonly PresetName[];
