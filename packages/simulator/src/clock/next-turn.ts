/**
 * Resolves in a later turn of the event loop, in which timers and all other work have had their own.
 *
 * It is no timer: with a clock of its own, or none that moves, it comes as soon.
 */
export function nextTurn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
