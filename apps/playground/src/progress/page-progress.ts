import { progressStore } from './progress-store.js';

/** The progress of whoever reads in this browser. */
export const pageProgress = progressStore(() => localStorage);

addEventListener('storage', pageProgress.reload);
