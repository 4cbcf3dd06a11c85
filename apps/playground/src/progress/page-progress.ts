import { browserStorage } from '../page/kept-storage.js';
import { progressStore } from './progress-store.js';

/** The progress of whoever reads in this browser. */
export const pageProgress = progressStore(browserStorage);

addEventListener('storage', pageProgress.reload);
