import { useEffect, useRef } from 'react';
import { LazyPage } from './lazy-page.js';
import { Masthead } from './masthead.js';
import { pageOf } from './pages.js';
import { readRoute } from './route.js';
import { useFragment } from './use-fragment.js';

/** The frame around every page: its head, the way to the others, and the page that the address names. */
export function App() {
  const route = readRoute(useFragment());
  const { title, load } = pageOf(route);
  const address = `${route.page}/${route.item ?? ''}`;
  const main = useRef<HTMLElement>(null);
  const shown = useRef(address);

  useEffect(() => {
    document.title = `${title} · Farebox playground`;
  }, [title]);
  // A new page starts at its top, also for whoever listens to it; the first one is where the browser put it.
  useEffect(() => {
    if (shown.current === address) return;
    shown.current = address;
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [address]);

  return (
    <>
      {/* Not a link: the fragment of the address is the route. */}
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        Skip to the page
      </button>
      <Masthead page={route.page} />
      <main id="main" tabIndex={-1} ref={main}>
        <LazyPage key={address} load={load} />
      </main>
    </>
  );
}
