import { type ComponentType, useEffect, useState } from 'react';
import type { ViewProps } from './view-props.js';
import { views } from './views.js';

/** A view, once its code is there. */
export function LessonView({ name, text }: ViewProps & { readonly name: string }) {
  const [state, setState] = useState<{ readonly View?: ComponentType<ViewProps> }>({});
  useEffect(() => {
    let left = false;
    void views[name]?.().then((View) => left || setState({ View }));
    return () => {
      left = true;
    };
  }, [name]);
  return state.View === undefined ? null : <state.View text={text} />;
}
