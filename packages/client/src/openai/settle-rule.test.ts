import OpenAI from 'openai';
import { canaryKey } from '../fixtures/canary.js';
import { testSettleRule } from '../fixtures/test-settle-rule.js';
import { fromOpenAI } from './from-openai.js';

testSettleRule('fromOpenAI', (fetch) =>
  fromOpenAI(new OpenAI({ apiKey: canaryKey, fetch, baseURL: 'https://api.openai.com/v1' })),
);
