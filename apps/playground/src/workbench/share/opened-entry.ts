/** The run whose form is on the page, changed or not. */
let last: string | undefined;

/** One document after the other has a history in common; their forms they have not. */
const mark = { form: performance.timeOrigin };

/** Notes that the form of this entry of the browser's history is on the page; with `address`, that the entry is to be that. */
export function noteOpened(run: string, address?: string): void {
  last = run;
  history.replaceState(mark, '', address);
}

/** Whether the reader has come back to the entry whose form is on the page. */
export function isBack(run: string): boolean {
  return run === last && history.state?.form === mark.form;
}
