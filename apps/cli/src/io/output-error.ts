/** Where the output goes takes no more of it: no error of a call, and exit 1. */
export class OutputError extends Error {
  readonly fix = 'See that the disk has room and that you may write there; then ask again.';
}
