import { openaiPrices } from '@farebox/core/prices/openai';
import type { Offer } from '../connection/offer.js';
import { firstSetup } from './presets.js';
import { fittedSetup } from './setup/fitted-setup.js';
import { nextSetup, type SetupAction } from './setup/next-setup.js';
import type { Setup } from './setup/setup.js';

/** What is on the form, and for whom. */
export interface Form {
  readonly setup: Setup;
  /** Whose models it names; undefined while it is as it was opened. */
  readonly offer?: Offer;
  /** The model that it named before it was opened. */
  readonly modelBefore?: string;
  /** What was changed for whoever answers, a sentence each, until something else is done. */
  readonly notes: readonly string[];
}

export type FormAction =
  | SetupAction
  /** Takes up what whoever answers has to offer. */
  | { readonly type: 'fit'; readonly offer: Offer; readonly at: number };

export const firstForm: Form = { setup: firstSetup, notes: [] };

/** The form after something was done to it. */
export function nextForm(form: Form, action: FormAction): Form {
  if (action.type === 'load') {
    return { setup: action.setup, modelBefore: form.setup.model, notes: [] };
  }
  if (action.type !== 'fit') {
    return { ...form, setup: nextSetup(form.setup, action), notes: [] };
  }
  const { offer, at } = action;
  // Presets and links come with the names of OpenAI.
  const from = form.offer?.prices ?? openaiPrices;
  const { setup, notes } = fittedSetup(form.setup, {
    offer,
    from,
    otherwise: form.modelBefore,
    at,
  });
  // Nobody has chosen the model that the page starts with.
  return { setup, offer, notes: form.setup === firstSetup ? [] : notes };
}
