export { classifyErrorObject, type ErrorObjectFacts } from './errors/classify-error-object.js';
export { classifyResponse, type ErrorResponse } from './errors/classify-response.js';
export { redact } from './errors/redact.js';
