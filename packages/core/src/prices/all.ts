// Written by scripts/prices/generate.ts.
import type { Catalogue } from '../pricing/catalogue.js';
import { anthropicPrices } from './anthropic.js';
import { arceePrices } from './arcee.js';
import { avianPrices } from './avian.js';
import { awsPrices } from './aws.js';
import { azurePrices } from './azure.js';
import { basetenPrices } from './baseten.js';
import { cerebrasPrices } from './cerebras.js';
import { cloudflarePrices } from './cloudflare.js';
import { coherePrices } from './cohere.js';
import { cursorPrices } from './cursor.js';
import { deepseekPrices } from './deepseek.js';
import { doublewordPrices } from './doubleword.js';
import { fireworksPrices } from './fireworks.js';
import { githubCopilotPrices } from './github-copilot.js';
import { googlePrices } from './google.js';
import { groqPrices } from './groq.js';
import { huggingfaceCerebrasPrices } from './huggingface-cerebras.js';
import { huggingfaceFireworksAiPrices } from './huggingface-fireworks-ai.js';
import { huggingfaceGroqPrices } from './huggingface-groq.js';
import { huggingfaceHyperbolicPrices } from './huggingface-hyperbolic.js';
import { huggingfaceNebiusPrices } from './huggingface-nebius.js';
import { huggingfaceNovitaPrices } from './huggingface-novita.js';
import { huggingfaceNscalePrices } from './huggingface-nscale.js';
import { huggingfaceOvhcloudPrices } from './huggingface-ovhcloud.js';
import { huggingfacePublicaiPrices } from './huggingface-publicai.js';
import { huggingfaceSambanovaPrices } from './huggingface-sambanova.js';
import { huggingfaceTogetherPrices } from './huggingface-together.js';
import { minimaxPrices } from './minimax.js';
import { mistralPrices } from './mistral.js';
import { modalPrices } from './modal.js';
import { moonshotaiPrices } from './moonshotai.js';
import { novitaPrices } from './novita.js';
import { openaiPrices } from './openai.js';
import { openrouterPrices } from './openrouter.js';
import { ovhcloudPrices } from './ovhcloud.js';
import { perplexityPrices } from './perplexity.js';
import { quicksilverproPrices } from './quicksilverpro.js';
import { togetherPrices } from './together.js';
import { typesafePrices } from './typesafe.js';
import { voyageaiPrices } from './voyageai.js';
import { xaiPrices } from './xai.js';
import { zaiPrices } from './zai.js';
import { zhipuaiPrices } from './zhipuai.js';

/** Every price list of this package: import the one you need instead, where you know the provider. */
export const allPrices: readonly Catalogue[] = [
  anthropicPrices,
  arceePrices,
  avianPrices,
  awsPrices,
  azurePrices,
  basetenPrices,
  cerebrasPrices,
  cloudflarePrices,
  coherePrices,
  cursorPrices,
  deepseekPrices,
  doublewordPrices,
  fireworksPrices,
  githubCopilotPrices,
  googlePrices,
  groqPrices,
  huggingfaceCerebrasPrices,
  huggingfaceFireworksAiPrices,
  huggingfaceGroqPrices,
  huggingfaceHyperbolicPrices,
  huggingfaceNebiusPrices,
  huggingfaceNovitaPrices,
  huggingfaceNscalePrices,
  huggingfaceOvhcloudPrices,
  huggingfacePublicaiPrices,
  huggingfaceSambanovaPrices,
  huggingfaceTogetherPrices,
  minimaxPrices,
  mistralPrices,
  modalPrices,
  moonshotaiPrices,
  novitaPrices,
  openaiPrices,
  openrouterPrices,
  ovhcloudPrices,
  perplexityPrices,
  quicksilverproPrices,
  togetherPrices,
  typesafePrices,
  voyageaiPrices,
  xaiPrices,
  zaiPrices,
  zhipuaiPrices,
];
