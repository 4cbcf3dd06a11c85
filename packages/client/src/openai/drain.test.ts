import OpenAI from 'openai';
import { testDrains } from '../fixtures/test-drains.js';
import { fromOpenAI } from './from-openai.js';

testDrains('fromOpenAI', (fetch) => fromOpenAI(new OpenAI({ apiKey: 'sk-test', fetch })));
