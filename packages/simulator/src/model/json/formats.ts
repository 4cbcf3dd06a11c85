interface Format {
  readonly test: (text: string) => boolean;
  readonly examples: readonly [string, ...string[]];
}

const dayOf = /^(\d{4})-(\d\d)-(\d\d)$/;
const timeOf = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const hostname = new RegExp(`^(?=.{1,253}$)${label}(?:\\.${label})*$`, 'i');
const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const ipv4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`);

/** The formats of text that are kept; the first nine are those OpenAI knows in strict mode. */
const formats = {
  'date-time': {
    test: (text) => isDay(text.slice(0, 10)) && text[10] === 'T' && timeOf.test(text.slice(11)),
    examples: ['2026-03-14T09:30:00Z', '2026-06-02T14:00:00Z', '2026-09-21T18:45:00Z'],
  },
  time: {
    test: (text) => timeOf.test(text),
    examples: ['09:30:00Z', '14:00:00Z', '18:45:00Z'],
  },
  date: { test: isDay, examples: ['2026-03-14', '2026-06-02', '2026-09-21'] },
  duration: {
    test: (text) =>
      /^P(?!$)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?)$/.test(text),
    examples: ['PT30M', 'PT1H', 'P1D', 'P1W'],
  },
  email: {
    test: (text) =>
      text.length <= 254 && /^[\w+-]+(\.[\w+-]+)*@([a-z0-9][a-z0-9-]*\.)+[a-z]{2,}$/i.test(text),
    examples: ['ada@example.com', 'sam@example.com', 'info@example.com'],
  },
  hostname: {
    test: (text) => hostname.test(text),
    examples: ['example.com', 'www.example.com', 'api.example.com'],
  },
  ipv4: { test: (text) => ipv4.test(text), examples: ['192.0.2.1', '198.51.100.7'] },
  ipv6: {
    test: (text) => /^(?:[\da-f]{1,4}:){7}[\da-f]{1,4}$|^2001:db8::[\da-f]{1,4}$/i.test(text),
    examples: ['2001:db8::1', '2001:db8::7', '2001:db8:0:0:0:0:0:1'],
  },
  uuid: {
    test: (text) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text),
    examples: ['3f2b8c1e-5d4a-4e6f-9a7b-1c2d3e4f5a6b', '9d8c7b6a-1f2e-4d3c-8b4a-5f6e7d8c9b0a'],
  },
  uri: {
    test: (text) => /^[a-z][a-z0-9+.-]*:\/\/[^\s"<>\\^`{|}]+$/i.test(text),
    examples: ['https://example.com', 'https://example.com/page'],
  },
} satisfies Record<string, Format>;

/** What strict mode knows. Source: OpenAI's structured outputs guide. */
export const strictFormats: readonly string[] = Object.keys(formats).filter(
  (name) => name !== 'uri',
);

/** Whether a text has a format; any text has one that is not known, as JSON Schema says. */
export function hasFormat(format: string, text: string): boolean {
  return known(format)?.test(text) ?? true;
}

/** Texts that have the format; none for one that is not known. */
export function formatExamples(format: string): readonly string[] {
  return known(format)?.examples ?? [];
}

function known(format: string): Format | undefined {
  return Object.hasOwn(formats, format) ? formats[format as keyof typeof formats] : undefined;
}

function isDay(text: string): boolean {
  const [, year, month, day] = dayOf.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}
