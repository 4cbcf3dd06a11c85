export { type FromOpenAIOptions, fromOpenAI } from './openai/from-openai.js';
