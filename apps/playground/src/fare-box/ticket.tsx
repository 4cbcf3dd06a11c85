import type { Receipt } from '@farebox/cost';
import './ticket.css';
import { ticketText } from './ticket-lines.js';

interface TicketProps {
  /** Of the attempt that ended last. */
  readonly receipt: Receipt | undefined;
  readonly isRefused: boolean;
}

/** The receipt of the last attempt, printed once it is in the ledger. */
export function Ticket({ receipt, isRefused }: TicketProps) {
  if (isRefused) {
    return (
      <div className="ticket refused-ticket" key="refused">
        <h3>Not let on</h3>
        <p>No ticket: nothing was sent, so there is nothing to pay.</p>
      </div>
    );
  }
  if (receipt === undefined) {
    return <p className="ticket-place">The receipt is printed here.</p>;
  }
  const ticket = ticketText(receipt);
  return (
    <div className="ticket" key={receipt.id}>
      <h3>{ticket.title}</h3>
      <p className="ticket-model">{receipt.model}</p>
      <table>
        <tbody>
          {ticket.lines.map(({ what, tokens, amount }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{tokens}</td>
              <td>{amount}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            <td />
            <td>{ticket.total}</td>
          </tr>
        </tfoot>
      </table>
      <p className="ticket-known">
        {ticket.known} · {ticket.reserved} had been set aside
      </p>
    </div>
  );
}
