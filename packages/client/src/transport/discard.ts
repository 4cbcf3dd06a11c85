/** Lets go of a reply that nobody will read, so that its socket is free. */
export function discard(response: Response): void {
  response.body?.cancel().catch(() => {});
}
