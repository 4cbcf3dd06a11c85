import OpenAI from 'openai';
import { canaryKey } from '../fixtures/canary.js';
import { testLoopback } from '../fixtures/test-loopback.js';
import { fromOpenAI } from './from-openai.js';

testLoopback('fromOpenAI', (baseURL) => fromOpenAI(new OpenAI({ apiKey: canaryKey, baseURL })));
