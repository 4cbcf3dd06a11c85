import type { CellFrame } from './run-cell.js';

/**
 * A worker inside a frame without an origin: no network, no storage, no page, only a port.
 *
 * The walls are the frame's sandbox and the policy of `cell.html`, which its worker inherits.
 * Removing the frame ends the worker, also one that never yields.
 *
 * @param runtime The script that the worker runs.
 */
export function openFrame(runtime: string, onMessage: (data: unknown) => void): CellFrame {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => onMessage(data);
  const frame = document.createElement('iframe');
  frame.sandbox.add('allow-scripts');
  frame.title = 'The cell that is running';
  frame.hidden = true;
  frame.src = 'cell.html';
  frame.addEventListener(
    'load',
    // Its origin is opaque, so no narrower target can be named; only what `cell.html` loads is there.
    () => frame.contentWindow?.postMessage(runtime, '*', [port2]),
    { once: true },
  );
  document.body.append(frame);
  return {
    send: (message) => port1.postMessage(message),
    close: () => {
      port1.close();
      frame.remove();
    },
  };
}
