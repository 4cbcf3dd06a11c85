import { type ComponentType, useEffect, useState } from 'react';
import './lazy-page.css';

/** Loads the code of a page. */
export type LoadPage = () => Promise<ComponentType>;

/** A page whose code loads when it is opened; while it does, and where it cannot, there is a sentence. */
export function LazyPage({ load }: { readonly load: LoadPage }) {
  const [state, setState] = useState<{ readonly Page?: ComponentType; readonly failed?: true }>({});
  useEffect(() => {
    let left = false;
    setState({});
    load().then(
      (Page) => left || setState({ Page }),
      () => left || setState({ failed: true }),
    );
    return () => {
      left = true;
    };
  }, [load]);

  if (state.Page !== undefined) return <state.Page />;
  if (state.failed === undefined) return <p className="lazy-page">Loading</p>;
  return (
    <p className="lazy-page" role="alert">
      A file of this page could not be loaded.{' '}
      <button type="button" onClick={() => location.reload()}>
        Reload the page
      </button>
    </p>
  );
}
