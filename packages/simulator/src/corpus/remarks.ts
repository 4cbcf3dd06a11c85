import { riskRemarks } from './remarks-risks.js';
import { styleRemarks } from './remarks-style.js';
import type { Remark } from './topic.js';

/** What a review looks for beside the classic mistakes, the gravest first. */
export const remarks: readonly Remark[] = [...riskRemarks, ...styleRemarks];
