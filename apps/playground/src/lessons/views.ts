import type { ComponentType } from 'react';
import type { ViewProps } from './view-props.js';

/** What a lesson can show beside its cells, by the name behind `view`; each loads where it is shown. */
export const views: Readonly<Record<string, () => Promise<ComponentType<ViewProps>>>> = {
  budget: () => import('./views/budget-view.js').then(({ BudgetView }) => BudgetView),
  'response-object': () =>
    import('./views/response-object-view.js').then(({ ResponseObjectView }) => ResponseObjectView),
  temperatures: () =>
    import('./views/temperatures-view.js').then(({ TemperaturesView }) => TemperaturesView),
  'two-systems': () =>
    import('./views/two-systems-view.js').then(({ TwoSystemsView }) => TwoSystemsView),
};
