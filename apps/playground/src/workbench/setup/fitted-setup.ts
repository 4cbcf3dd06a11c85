import { type Catalogue, findModel } from '@farebox/core';
import { isOffered, type Offer } from '../../connection/offer.js';
import { columnName } from './column-name.js';
import type { Column, Setup } from './setup.js';

export interface FitOptions {
  readonly offer: Offer;
  /** The price list whose names the form has so far. */
  readonly from: Catalogue;
  /** The model to go back to before the first of the offer. */
  readonly otherwise?: string | undefined;
  readonly at: number;
}

/** A form whose models can all be asked for, and what was changed for that, a sentence each. */
export interface FittedSetup {
  readonly setup: Setup;
  readonly notes: readonly string[];
}

/**
 * The form for whoever answers: a model that they do not offer makes way for one that they do, and a run that names one
 * of its own is asked as the form says. Where any name can be asked for, one of another's price list is none.
 */
export function fittedSetup(setup: Setup, options: FitOptions): FittedSetup {
  const { offer, from, otherwise = '', at } = options;
  const isOwn = offer.only === undefined && offer.prices.isFree === true;
  const fits = (name: string) =>
    isOffered(offer, name, at) && !(isOwn && findModel(from, name) !== undefined);
  const model = [setup.model, otherwise].find(fits) ?? offer.first ?? '';
  const instead = model === '' ? 'name a model' : `${model} is asked`;
  const isAsWanted = model === setup.model || setup.model.trim() === '';
  const notes = isAsWanted ? [] : [`No ${setup.model} at ${offer.label}: ${instead}.`];
  const columns = setup.columns.map((column, index): Column => {
    const { model: own, ...others } = column;
    if (own === undefined || fits(own)) return column;
    notes.push(
      `Run ${columnName(index)} wanted ${own}, which is not at ${offer.label}: ${instead}.`,
    );
    return others;
  });
  const isSame = model === setup.model && notes.length === 0;
  return { setup: isSame ? setup : { ...setup, model, columns }, notes };
}
