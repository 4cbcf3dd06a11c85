import { type Dispatch, useEffect, useLayoutEffect, useReducer } from 'react';
import type { Offer } from '../connection/offer.js';
import { type Form, firstForm, nextForm } from './form.js';
import type { SetupAction } from './setup/next-setup.js';

export interface FormControls extends Pick<Form, 'setup' | 'notes'> {
  /** Undefined while the form is not yet one for it: then nothing is run. */
  readonly offer: Offer | undefined;
  readonly onAction: Dispatch<SetupAction>;
}

/** The form as it was left: who looks at another page and comes back goes on with it. */
let left = firstForm;

/** The form, whose models follow who answers; until their offer is known, it stays as it is. */
export function useForm(offer: Offer | undefined): FormControls {
  const [form, onAction] = useReducer(nextForm, left);
  useEffect(() => {
    left = form;
  }, [form]);
  // Before anything is painted; again for every form that is opened, also where two are in one go.
  useLayoutEffect(() => {
    if (offer !== undefined && form.offer !== offer) {
      onAction({ type: 'fit', offer, at: Date.now() });
    }
  }, [offer, form]);
  const { setup, notes } = form;
  return { setup, notes, offer: form.offer === offer ? offer : undefined, onAction };
}
