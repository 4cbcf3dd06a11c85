import OpenAI from 'openai';
import { testProfiles } from '../fixtures/test-profiles.js';
import { fromOpenAI } from './from-openai.js';

testProfiles('fromOpenAI', (fetch, profile) => {
  return fromOpenAI(new OpenAI({ apiKey: 'sk-of-the-test-0123456789', fetch }), { profile });
});
