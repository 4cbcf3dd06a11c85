export { classifyErrorObject, type ErrorObjectFacts } from './errors/classify-error-object.js';
export { classifyResponse, type ErrorResponse } from './errors/classify-response.js';
export { type NetworkFailure, networkFailure } from './errors/network-failure.js';
export { redact } from './errors/redact.js';
