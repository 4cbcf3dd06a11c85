/** What one token costs, in picodollars. */
interface HandRates {
  readonly fresh: bigint;
  readonly cached: bigint;
  readonly written: bigint;
  readonly output: bigint;
}

interface HandPrice {
  readonly model: string;
  readonly serviceTier: string;
  readonly rates: HandRates;
  /** For prompts of more than 272,000 tokens. */
  readonly longRates?: HandRates;
}

const usd = (fresh: number, cached: number, written: number, output: number): HandRates => {
  const picodollars = (usdPerMillion: number) => BigInt(Math.round(usdPerMillion * 1_000_000));
  return {
    fresh: picodollars(fresh),
    cached: picodollars(cached),
    written: picodollars(written),
    output: picodollars(output),
  };
};

// Written off OpenAI's pages by hand, in US dollars per million tokens: fresh, cached, written, output.
const prices: readonly HandPrice[] = [
  { model: 'gpt-4o-mini', serviceTier: 'default', rates: usd(0.15, 0.075, 0.15, 0.6) },
  { model: 'gpt-4o-mini', serviceTier: 'priority', rates: usd(0.25, 0.125, 0.25, 1) },
  { model: 'gpt-5-mini', serviceTier: 'default', rates: usd(0.25, 0.025, 0.25, 2) },
  { model: 'gpt-5-mini', serviceTier: 'flex', rates: usd(0.125, 0.0125, 0.125, 1) },
  {
    model: 'gpt-5.6-luna',
    serviceTier: 'default',
    rates: usd(0.2, 0.02, 0.25, 1.2),
    longRates: usd(0.4, 0.04, 0.5, 1.8),
  },
  { model: 'gpt-5.6-luna', serviceTier: 'flex', rates: usd(0.1, 0.01, 0.125, 0.6) },
  { model: 'gpt-5.6-luna', serviceTier: 'priority', rates: usd(0.4, 0.04, 0.5, 2.4) },
];

/** Tokens of a request, as they are billed. */
export interface BilledTokens {
  readonly model: string;
  readonly serviceTier: string;
  readonly promptTokens: number;
  /** Of the prompt, as those written are. */
  readonly cachedTokens: number;
  readonly writtenTokens: number;
  readonly outputTokens: number;
}

/** The bill in picodollars, by the prices above; it shares nothing with the simulator. */
export function handBill(tokens: BilledTokens): bigint {
  const price = prices.find(
    ({ model, serviceTier }) => model === tokens.model && serviceTier === tokens.serviceTier,
  );
  const isLong = tokens.promptTokens > 272_000;
  const rates = isLong && price?.longRates !== undefined ? price.longRates : price?.rates;
  if (rates === undefined || (isLong && price?.longRates === undefined)) {
    throw new Error(`Nobody wrote down what ${tokens.model} costs on ${tokens.serviceTier}.`);
  }
  const fresh = tokens.promptTokens - tokens.cachedTokens - tokens.writtenTokens;
  return (
    BigInt(fresh) * rates.fresh +
    BigInt(tokens.cachedTokens) * rates.cached +
    BigInt(tokens.writtenTokens) * rates.written +
    BigInt(tokens.outputTokens) * rates.output
  );
}
