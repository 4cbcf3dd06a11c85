import OpenAI from 'openai';
import { testHostileTexts } from '../fixtures/hostile/test-hostile-texts.js';
import { fromOpenAI } from './from-openai.js';

testHostileTexts('fromOpenAI', (apiKey, fetch) =>
  fromOpenAI(new OpenAI({ apiKey, baseURL: 'https://api.test/v1', fetch })),
);
