import { testHostileTexts } from '../fixtures/hostile/test-hostile-texts.js';
import { fetchTransport } from './fetch-transport.js';

testHostileTexts('fetchTransport', (apiKey, fetch) =>
  fetchTransport({ apiKey, baseURL: 'https://api.test/v1', fetch }),
);
