export { classifyErrorObject, type ErrorObjectFacts } from './errors/classify-error-object.js';
export { classifyResponse, type ErrorResponse } from './errors/classify-response.js';
export { cleanCause } from './errors/clean-cause.js';
export { type Confidential, unlessConfidential } from './errors/confidential.js';
export { type NetworkFailure, networkFailure } from './errors/network-failure.js';
export { providerText } from './errors/provider-text.js';
export { redact } from './errors/redact.js';
export { requestIdOf } from './errors/request-id.js';
export type { ReplyHead } from './errors/retry-hints.js';
