import { type RefObject, useEffect, useRef } from 'react';

/**
 * For the button that adds to a list: when one of its items is removed, and the button that was pressed with it, reading by
 * keyboard goes on from here, and not from the top of the page.
 */
export function useFocusAfterRemoval(count: number): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef(count);
  useEffect(() => {
    const isLost = document.activeElement === document.body;
    if (count < before.current && isLost) button.current?.focus();
    before.current = count;
  }, [count]);
  return button;
}
