/** How many calls ended lately, and how many of them failed. */
export interface CircuitWindow {
  add(isFailure: boolean, nowMs: number): void;
  counts(nowMs: number): { readonly calls: number; readonly failures: number };
}

const parts = 10;

/**
 * A window over the last `windowMs`, counted in tenths, so that its size does not grow with the traffic.
 *
 * An outcome leaves it after nine to ten tenths of the window. `Infinity` never forgets.
 */
export function circuitWindow(windowMs: number): CircuitWindow {
  const partMs = windowMs / parts;
  let slots: { readonly index: number; calls: number; failures: number }[] = [];
  const indexOf = (nowMs: number) => Math.floor(nowMs / partMs);
  const forget = (nowMs: number) => {
    const oldest = indexOf(nowMs) - parts + 1;
    slots = slots.filter(({ index }) => index >= oldest);
  };

  return {
    add(isFailure, nowMs) {
      forget(nowMs);
      const index = indexOf(nowMs);
      let slot = slots.at(-1);
      if (slot?.index !== index) {
        slot = { index, calls: 0, failures: 0 };
        slots.push(slot);
      }
      slot.calls++;
      if (isFailure) slot.failures++;
    },
    counts(nowMs) {
      forget(nowMs);
      return {
        calls: slots.reduce((sum, slot) => sum + slot.calls, 0),
        failures: slots.reduce((sum, slot) => sum + slot.failures, 0),
      };
    },
  };
}
