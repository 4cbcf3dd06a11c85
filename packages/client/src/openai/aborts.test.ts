import OpenAI from 'openai';
import { canaryKey } from '../fixtures/canary.js';
import { testAborts } from '../fixtures/test-aborts.js';
import { fromOpenAI } from './from-openai.js';

testAborts('fromOpenAI', 1000, (baseURL) => fromOpenAI(new OpenAI({ apiKey: canaryKey, baseURL })));
