export { fromOpenAI } from './openai/from-openai.js';
