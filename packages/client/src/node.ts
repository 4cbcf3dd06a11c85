export { type NodeFetchOptions, nodeFetch } from './node/node-fetch.js';
