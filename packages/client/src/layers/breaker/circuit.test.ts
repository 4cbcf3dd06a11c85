import { describe, expect, it } from 'vitest';
import { type Circuit, type CircuitOutcome, circuit } from './circuit.js';

const policy = { failureRatio: 0.5, minimumCalls: 4, windowMs: 10_000, openMs: 3000 };

function admit(tried: Circuit, nowMs = 0) {
  const entry = tried.admit(nowMs);
  if ('refused' in entry) throw new Error('refused');
  return entry.admitted;
}

function ended(outcomes: CircuitOutcome[]): Circuit {
  const tried = circuit(policy);
  for (const outcome of outcomes) tried.tell(admit(tried), outcome, 0);
  return tried;
}

describe('a circuit', () => {
  it.each<[CircuitOutcome[], Circuit['state']]>([
    [['failure', 'failure', 'failure'], 'closed'],
    [['failure', 'failure', 'failure', 'failure'], 'open'],
    [['success', 'success', 'failure', 'failure'], 'open'],
    [['success', 'success', 'success', 'failure'], 'closed'],
    [['failure', 'failure', 'failure', 'unknown'], 'closed'],
    [['failure', 'failure', 'failure', 'success'], 'open'],
  ])('after %j is %s', (outcomes, state) => {
    expect(ended(outcomes).state).toBe(state);
  });

  it('open, it refuses and says how long; at exactly that time one probe passes', () => {
    const open = ended(['failure', 'failure', 'failure', 'failure']);
    expect(open.admit(1000)).toEqual({ refused: { retryAfterMs: 2000 } });
    expect(open.admit(2999)).toEqual({ refused: { retryAfterMs: 1 } });
    expect(admit(open, 3000).isProbe).toBe(true);
    expect(open.state).toBe('half-open');
    expect(open.admit(3000)).toEqual({ refused: { retryAfterMs: undefined } });
  });

  it('a probe that succeeds closes it with a clean window', () => {
    const open = ended(['failure', 'failure', 'failure', 'failure']);
    open.tell(admit(open, 3000), 'success', 3000);
    expect(open.state).toBe('closed');
    open.tell(admit(open, 3000), 'failure', 3000);
    expect(open.state).toBe('closed');
  });

  it('a probe that fails opens it for as long again', () => {
    const open = ended(['failure', 'failure', 'failure', 'failure']);
    open.tell(admit(open, 3000), 'failure', 4000);
    expect(open.admit(6999)).toEqual({ refused: { retryAfterMs: 1 } });
    expect(admit(open, 7000).isProbe).toBe(true);
  });

  it('a probe that says nothing leaves its place to the next', () => {
    const open = ended(['failure', 'failure', 'failure', 'failure']);
    open.tell(admit(open, 3000), 'unknown', 3000);
    expect(open.state).toBe('half-open');
    expect(admit(open, 3000).isProbe).toBe(true);
  });

  it('what began before it opened neither closes it nor counts later', () => {
    const tried = circuit(policy);
    const early = [admit(tried), admit(tried)];
    for (let call = 0; call < 4; call++) tried.tell(admit(tried), 'failure', 0);
    for (const admission of early) tried.tell(admission, 'success', 100);
    expect(tried.state).toBe('open');
    tried.tell(admit(tried, 3000), 'success', 3000);
    for (const admission of early) tried.tell(admission, 'failure', 3000);
    expect(tried.state).toBe('closed');
  });

  it('failures of longer ago than the window do not open it', () => {
    const tried = circuit(policy);
    for (let call = 0; call < 3; call++) tried.tell(admit(tried), 'failure', 0);
    tried.tell(admit(tried, 10_000), 'failure', 10_000);
    expect(tried.state).toBe('closed');
  });
});
