import type { Catalogue, CataloguedModel } from './catalogue.js';

/** `-2024-08-06`, `-20240806` or `@20240806` at the end of a name. */
const date = /[-@]20\d\d-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])$/;

/**
 * The model of that name on a price list: by its id, another name of it, or one with a date after it.
 *
 * Only listed names match, in any case of letters. A date after a name is no listed name unless the
 * list says that the model keeps its price from snapshot to snapshot (`datedNames`). A fine-tuned model,
 * `ft:gpt-4o-2024-08-06:company::id`, goes by the snapshot it is made of.
 */
export function findModel({ models }: Catalogue, name: string): CataloguedModel | undefined {
  const exact = models.find(({ id, aliases }) => id === name || aliases.includes(name));
  if (exact !== undefined) return exact;
  const wanted = name.trim().toLowerCase();
  const undated = tunedFrom(wanted).replace(date, '');
  const same = (other: string) => other.toLowerCase() === wanted;
  return (
    models.find(({ id, aliases }) => same(id) || aliases.some(same)) ??
    (undated === wanted
      ? undefined
      : models.find(({ datedNames }) => datedNames?.includes(undated)))
  );
}

function tunedFrom(name: string): string {
  return name.startsWith('ft:') ? name.split(':', 2).join(':') : name;
}
