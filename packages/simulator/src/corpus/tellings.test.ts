import { describe, expect, it } from 'vitest';
import { maximumWords, sentencesOf } from '../model/sentences.js';
import { segmentsOf } from '../text/template.js';
import { bugs } from './bugs.js';
import { childVersions, tellings } from './tellings.js';
import { topics } from './topics.js';

const variants = (template: string) =>
  segmentsOf(template).reduce((product, segment) => product * segment.length, 1);

describe('tellings', () => {
  it('there is one for each topic, and for nothing else', () => {
    expect([...tellings.keys()].toSorted()).toEqual(topics.map(({ name }) => name).toSorted());
  });

  it('children are told about each topic and each mistake', () => {
    const names = [...topics, ...bugs].map(({ name }) => name);
    expect([...childVersions.keys()].toSorted()).toEqual(names.toSorted());
  });

  it.each([...childVersions])('%s has no code for a child, and a comparison', (_, child) => {
    expect(child).not.toMatch(/`/);
    expect(child).toMatch(/\b(?:is|are) (?:really |just )?like\b/);
    expect(sentencesOf(child).length).toBeGreaterThanOrEqual(3);
    expect(maximumWords(child)).toBeLessThan(120);
    expect(variants(child)).toBeGreaterThanOrEqual(64);
  });

  it.each([...tellings])('%s tells an expert other things than a beginner', (name, { expert }) => {
    const topic = topics.find((candidate) => candidate.name === name);
    expect(sentencesOf(expert).length).toBeGreaterThanOrEqual(2);
    expect(variants(expert)).toBeGreaterThanOrEqual(64);
    expect(topic?.explanation).not.toContain(sentencesOf(expert)[0]);
  });

  it.each([...tellings])('%s is said in one, three, five and ten words', (_, { words }) => {
    expect(words.map((text) => text.split(' ').length)).toEqual([1, 3, 5, 10]);
    for (const text of words) expect(text).toMatch(/^[A-Z].*\.$/);
  });

  it.each([...tellings])('%s has a question to begin with', (_, { question }) => {
    expect(question).toMatch(/^[A-Z].*\?$/);
  });
});
