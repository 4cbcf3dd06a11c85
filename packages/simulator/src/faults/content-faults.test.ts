import { describe, expect, it } from 'vitest';
import {
  calling,
  chunksOf,
  dataOf,
  replyUnder,
  said,
  saidIn,
  streaming,
} from '../fixtures/reply-under.js';
import { contentFaults } from './content-faults.js';
import type { FaultName } from './faults.js';

const names = Object.keys(contentFaults) as FaultName[];
const usageIn = (text: string) => chunksOf(text).at(-1)?.usage;

describe('a fault of the content', () => {
  const whole = names.filter((name) => !/repeated-chunks|invalid-utf8|bad-choice-index/.test(name));
  it.each(whole)('%s leaves the answer whole by the standard, and it completes', async (fault) => {
    const { text, line } = await replyUnder(fault);
    expect(saidIn(text)).toBe(said);
    expect(dataOf(text).at(-1)).toBe('[DONE]');
    expect(line).toMatchObject({ ended: 'completed', status: 200 });
  });

  it.each(names)(
    '%s is the same for the same seed, and costs what the answer costs',
    async (fault) => {
      const { text, line } = await replyUnder(fault);
      expect((await replyUnder(fault)).text).toBe(text);
      const right = (await replyUnder('ok')).line.usage.completion_tokens;
      expect(line.usage.completion_tokens).toBe(right);
    },
  );
});

describe('the bytes of a stream', () => {
  it('cr has no line feed, crlf none without a carriage return, mixed-line-ends all three', async () => {
    expect((await replyUnder('cr')).text).not.toContain('\n');
    expect((await replyUnder('crlf')).text).not.toMatch(/(?<!\r)\n|\r(?!\n)/);
    const mixed = (await replyUnder('mixed-line-ends')).text;
    for (const end of [/\r\n/, /\r(?!\n)/, /(?<!\r)\n/]) expect(mixed).toMatch(end);
  });

  it('bom is EF BB BF once, two-boms twice, and the rest as it was', async () => {
    const bare = (await replyUnder('ok')).bytes;
    const mark = [0xef, 0xbb, 0xbf];
    expect([...(await replyUnder('bom')).bytes]).toEqual([...mark, ...bare]);
    expect([...(await replyUnder('two-boms')).bytes]).toEqual([...mark, ...mark, ...bare]);
  });

  it('bom-inside has a line of data behind a mark, which is no data by the standard', async () => {
    const { text } = await replyUnder('bom-inside');
    expect(text).toContain('\n\n\uFEFFdata: {');
    expect(text).toContain('not of the answer');
    expect(saidIn(text)).toBe(said);
  });

  it('invalid-utf8 has the byte FF before each piece, in a JSON reply and in arguments too', async () => {
    for (const request of [streaming, {}, calling]) {
      const { bytes, text } = await replyUnder('invalid-utf8', request);
      expect(bytes).toContain(0xff);
      const right = (await replyUnder('ok', request)).text;
      const lengths = (spelt: string) => spelt.replace(/"obfuscation":"\w*"/g, '').length;
      expect(lengths(text.replaceAll('\uFFFD', ''))).toBe(lengths(right));
    }
  });

  it('wrong-content-type and wrong-charset say the one and send the other', async () => {
    const type = async (fault: FaultName, request?: object) =>
      (await replyUnder(fault, request as Record<string, unknown>)).response.headers.get(
        'content-type',
      );
    expect(await type('wrong-content-type')).toBe('application/json');
    expect(await type('wrong-content-type', {})).toBe('text/plain');
    expect(await type('wrong-charset')).toBe('text/event-stream; charset=iso-8859-1');
    expect(await type('wrong-charset', {})).toBe('application/json; charset=iso-8859-1');
  });
});

describe('chunks', () => {
  it('repeated-chunks has each chunk with text twice, and nothing else', async () => {
    const { text } = await replyUnder('repeated-chunks');
    const data = dataOf(text).filter(
      (each) => each.includes('"content":"') && !each.includes('"role"'),
    );
    expect(data.filter((_, index) => index % 2 === 0)).toEqual(
      data.filter((_, index) => index % 2 === 1),
    );
  });

  it('null-deltas has deltas that are null and that are missing, and the usage once', async () => {
    const chunks = chunksOf((await replyUnder('null-deltas')).text);
    const choices = chunks.flatMap((chunk) => chunk.choices);
    expect(choices.filter(({ delta }) => delta === null).length).toBeGreaterThan(3);
    expect(choices.filter(({ delta }) => delta === undefined).length).toBeGreaterThan(3);
    expect(chunks.filter(({ usage }) => usage != null)).toHaveLength(1);
  });

  it('empty-choices opens with a chunk that has none, and has more of them', async () => {
    const chunks = chunksOf((await replyUnder('empty-choices')).text);
    expect(chunks[0]).toMatchObject({ choices: [], prompt_filter_results: [{}] });
    expect(chunks.slice(0, -1).filter(({ choices }) => choices.length === 0)).toHaveLength(3);
  });

  it('bad-choice-index is what it was given, in a JSON reply too', async () => {
    for (const index of [-1, 1.5, '__proto__', null]) {
      for (const request of [streaming, {}]) {
        const { text } = await replyUnder({ fault: 'bad-choice-index', index }, request);
        expect(text).toContain(`"index":${JSON.stringify(index)}`);
        expect(text).not.toContain('"index":0');
      }
    }
  });

  it('proto-keys are keys of their own in chunks, deltas and messages, and spoil no object here', async () => {
    for (const request of [streaming, {}]) {
      const { text } = await replyUnder('proto-keys', request);
      expect(text.match(/"__proto__":\{/g)?.length).toBeGreaterThanOrEqual(2);
      expect(text).toContain('"constructor":{');
    }
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('usage, model and tier', () => {
  it('usage-everywhere counts up from chunk to chunk; usage-null has null after the last', async () => {
    const everywhere = chunksOf((await replyUnder('usage-everywhere', { stream: true })).text);
    const counts = everywhere.map(({ usage }) => usage?.completion_tokens ?? -1);
    expect(counts).toEqual(counts.toSorted((one, other) => one - other));
    expect(counts[0]).toBe(0);
    const usages = chunksOf((await replyUnder('usage-null')).text).map(({ usage }) => usage);
    expect(usages.at(-1)).toBeNull();
    expect(usages.at(-2)).toMatchObject({ completion_tokens: counts.at(-1) });
  });

  it('wrong-usage lays details over details, and the books keep the right ones', async () => {
    const usage = { completion_tokens: '12', prompt_tokens_details: { cached_tokens: 7 } };
    const { text, line } = await replyUnder({ fault: 'wrong-usage', usage });
    expect(usageIn(text)).toMatchObject({
      completion_tokens: '12',
      prompt_tokens: line.usage.prompt_tokens,
      prompt_tokens_details: { cached_tokens: 7, audio_tokens: 0 },
    });
    expect(line.usage).toEqual((await replyUnder('ok')).line.usage);
  });

  it('other-model answers and is billed; one that does not exist is only said', async () => {
    const right = (await replyUnder('ok')).line;
    for (const request of [streaming, {}]) {
      const listed = await replyUnder({ fault: 'other-model', model: 'gpt-4.1-nano' }, request);
      expect(listed.text).toMatch(/"model":"gpt-4\.1-nano/);
      expect(listed.line.model).toMatch(/^gpt-4\.1-nano/);
      expect(listed.line.cost).toBeLessThan(right.cost);
      const unknown = await replyUnder({ fault: 'other-model', model: 'mystery-1' }, request);
      expect(unknown.text).toContain('"model":"mystery-1"');
      expect(unknown.line).toMatchObject({ model: right.model, cost: right.cost });
    }
  });

  it('other-tier serves and is billed; one that the model has not is only said', async () => {
    const right = (await replyUnder('ok')).line;
    const priority = await replyUnder('other-tier');
    expect(new Set(chunksOf(priority.text).map(({ service_tier }) => service_tier))).toEqual(
      new Set(['priority']),
    );
    expect(priority.line.cost).toBeGreaterThan(right.cost);
    const flex = await replyUnder({ fault: 'other-tier', tier: 'flex' }, {});
    expect(flex.text).toContain('"service_tier":"flex"');
    expect(flex.line).toMatchObject({ serviceTier: 'default', cost: right.cost });
  });
});
