import { lessonPages } from '../lessons/lesson-pages.js';
import type { LoadPage } from './lazy-page.js';
import type { Route } from './route.js';

/** A page of the playground. */
export interface PageEntry {
  readonly title: string;
  readonly load: LoadPage;
}

const contents: PageEntry = {
  title: 'Contents',
  load: () => import('../contents/contents-page.js').then(({ ContentsPage }) => ContentsPage),
};

/** The pages that are one of a kind; each loads its code when it is opened. */
const pages: Readonly<Record<string, PageEntry>> = {
  '': contents,
  workbench: {
    title: 'Workbench',
    load: () => import('../workbench/workbench-page.js').then(({ WorkbenchPage }) => WorkbenchPage),
  },
  faults: {
    title: 'Faults',
    load: () => import('../faults/faults-page.js').then(({ FaultsPage }) => FaultsPage),
  },
};

const nowhere: PageEntry = {
  title: 'Not found',
  load: () => import('./nowhere-page.js').then(({ NowherePage }) => NowherePage),
};

/** The page of a route. */
export function pageOf({ page, item }: Route): PageEntry {
  // Whoever shortens the address of a lesson wants their list.
  if (page === 'lessons' && item === undefined) return contents;
  if (page === 'lessons') return lessonPages.get(item ?? '') ?? nowhere;
  if (item !== undefined || !Object.hasOwn(pages, page)) return nowhere;
  return pages[page] ?? nowhere;
}
