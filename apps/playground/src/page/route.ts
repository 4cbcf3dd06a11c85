/** Where the reader is: the part of the address after `#/`, so that any static host serves every page. */
export interface Route {
  /** The first part: which page. */
  readonly page: string;
  /** The second part, where there is one: which of its kind. */
  readonly item?: string;
}

/**
 * Reads the fragment of an address.
 *
 * @example
 * readRoute('#/lessons/first-call') // => { page: 'lessons', item: 'first-call' }
 */
export function readRoute(fragment: string): Route {
  const [page = '', item = ''] =
    fragment
      .replace(/^#?\/?/, '')
      .split('?', 1)[0]
      ?.split('/') ?? [];
  return item === '' ? { page } : { page, item };
}

/** What comes after the `?` of a fragment: what a share link carries. */
export function readShared(fragment: string): URLSearchParams {
  const start = fragment.indexOf('?');
  return new URLSearchParams(start === -1 ? '' : fragment.slice(start + 1));
}
