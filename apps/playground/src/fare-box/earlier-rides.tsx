import type { Receipt } from '@farebox/cost';
import './earlier-rides.css';
import { ticketText } from './ticket-lines.js';

interface EarlierRidesProps {
  /** Oldest first. */
  readonly receipts: readonly Receipt[];
  /** The one that hangs from the slot. */
  readonly shown: Receipt | undefined;
}

const mostRows = 4;

/** Every attempt leaves a receipt: the ones before the last, newest first. */
export function EarlierRides({ receipts, shown }: EarlierRidesProps) {
  const earlier = receipts.filter(({ id }) => id !== shown?.id).reverse();
  const more = earlier.length - mostRows;
  return (
    <div className="earlier-rides">
      {earlier.length > 0 && (
        <>
          <h3>Earlier rides {more > 0 && <small>and {more} before them</small>}</h3>
          <ul>
            {earlier.slice(0, mostRows).map((receipt) => (
              <li key={receipt.id}>
                <span>{receipt.model}</span>
                <span>{ticketText(receipt).total}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
