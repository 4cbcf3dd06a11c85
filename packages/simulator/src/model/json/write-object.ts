import type { Segment } from '../../text/template.js';
import { readFacts } from '../draw/facts.js';
import { type Drawn, type Source, sourceOf } from '../draw/source.js';
import { type Label, stringKind } from '../draw/string-kind.js';
import type { ShapeOf } from './shape.js';
import type { Writer } from './writer.js';

const maximumPairs = 20;

/**
 * An object: every required member, and of the others those that the prompt has a value for.
 *
 * One that names no members takes the pairs of the prompt ("apples: 3, pears: 4").
 */
export function writeObject(
  writer: Writer,
  shape: ShapeOf<'object'>,
  label: Label,
  source: Source,
): Drawn {
  const members: { name: string; drawn: Drawn }[] = [];
  const around = label.name === '' && hasPeople(shape) ? 'event' : label.name;
  for (const [name, property] of shape.properties) {
    const own = { name: nameWithin(name, around), about: property.about };
    if (shape.required.has(name)) {
      members.push({ name, drawn: writer.write(property, own, source) });
    } else if (writer.afford(property)) {
      const trial = () => writer.write(property, own, source);
      const drawn = writer.attempt(source, trial, ({ certain }) => certain);
      if (drawn.certain) members.push({ name, drawn });
    }
  }
  if (shape.properties.size === 0) members.push(...pairs(writer, shape, source));
  const segments = members.flatMap(({ name, drawn }, index): Segment[] => [
    [`${index === 0 ? '' : ','}${JSON.stringify(name)}:`],
    ...drawn.segments,
  ]);
  return {
    segments: [['{'], ...segments, ['}']],
    certain: members.some(({ drawn }) => drawn.certain),
  };
}

/** A "name" means what the object around it is: a vendor's, a product's. */
function nameWithin(name: string, around: string): string {
  return name === 'name' && around !== '' ? `${around}_name` : name;
}

/** What has participants is an event, and its name not one of theirs. */
function hasPeople({ properties }: ShapeOf<'object'>): boolean {
  return [...properties].some(
    ([name, { kind }]) => kind === 'array' && stringKind({ name, about: '' }) === 'person',
  );
}

function pairs(writer: Writer, { others }: ShapeOf<'object'>, { facts }: Source) {
  const leaf = others?.kind === 'string' || others?.kind === 'number' || others?.kind === 'any';
  if (others === undefined || !leaf) return [];
  const written = facts.text.matchAll(/([A-Za-z][\w-]{0,40})\s?[:=]\s?([^,;:=\n]{1,80})/g);
  const members = new Map<string, Drawn>();
  for (const [, name = '', value = ''] of written) {
    if (members.size >= maximumPairs || name === '__proto__' || !writer.afford(others)) break;
    const from = sourceOf(readFacts(`${name}: ${value.trim()}`));
    members.set(name, { ...writer.write(others, { name, about: '' }, from), certain: true });
  }
  return Array.from(members, ([name, drawn]) => ({ name, drawn }));
}
