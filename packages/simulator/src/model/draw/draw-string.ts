import { cutToFit, fitsString } from '../json/fit-string.js';
import { formatExamples } from '../json/formats.js';
import type { ShapeOf } from '../json/shape.js';
import { drawProse, holdsProse, isFree, textOf } from './draw-prose.js';
import { inFormat } from './in-format.js';
import { knownUnder, labelled } from './labelled.js';
import { plausibleTexts } from './plausible.js';
import { type Drawn, jsonOf, type Source } from './source.js';
import { candidatesOfKind } from './string-candidates.js';
import { type Label, type StringKind, stringKind } from './string-kind.js';
import { topicIn } from './topic.js';

const kindOfFormat: Readonly<Record<string, StringKind>> = {
  email: 'email',
  uri: 'url',
  url: 'url',
  date: 'date',
  'date-time': 'datetime',
  time: 'time',
};

/** A text for a place: what the prompt says there, the authored answer, or what could stand there. */
export function drawString(shape: ShapeOf<'string'>, label: Label, source: Source): Drawn {
  const { facts, taken } = source;
  const { rules } = shape;
  const fits = (text: string) => fitsString(rules, text);
  const take = (text: string, certain: boolean): Drawn => {
    taken.texts.push(text);
    return { segments: [jsonOf([text])], certain };
  };
  const first = (texts: readonly (string | undefined)[]) =>
    texts
      .filter((text) => text !== undefined)
      .flatMap((text) => inFormat(text, rules.format))
      .find((text) => text !== '' && fits(text) && !taken.texts.includes(text));

  const known = knownUnder(facts, label.name);
  const beside = first([
    known === undefined ? undefined : String(known),
    labelled(facts, label.name),
  ]);
  if (beside !== undefined) return take(beside, true);
  const kind = kindOfFormat[rules.format ?? ''] ?? stringKind(label);
  const [part] = source.parts(label.name);
  if (part !== undefined && isFree(rules)) return textOf(part);
  const prose = kind === 'message' || kind === undefined || kind === 'title' || kind === 'code';
  if (source.prose !== undefined && prose && holdsProse(label.name)) {
    return drawProse(shape, source.prose, source);
  }
  const meant = kind && first(candidatesOfKind(kind, label, facts));
  if (meant !== undefined) return take(meant, true);
  const example = first(
    shape.examples.map((value) => (value === null ? undefined : String(value))),
  );
  if (example !== undefined) return { segments: [jsonOf([example])], certain: false };
  // A text of no known kind is what stands out in the prompt; one of a known kind is not guessed.
  const standsOut =
    kind === undefined || kind === 'query' || kind === 'message' || kind === 'title';
  const loose = standsOut
    ? first([...facts.quoted, ...facts.names, topicIn(facts.text)])
    : undefined;
  if (loose !== undefined) return take(loose, false);
  const [plain, ...others] = [...formatExamples(rules.format ?? ''), ...plausibleTexts(kind, label)]
    .map((text) => cutToFit(rules, text))
    .filter(
      (text, index, all) =>
        fits(text) && !taken.texts.includes(text) && all.indexOf(text) === index,
    );
  return { segments: [jsonOf([plain ?? shape.fallback, ...others])], certain: false };
}
