import { checkFences } from '../fences/check-fences.ts';
import { root } from './command.ts';
import type { Gate } from './gate.ts';

/** The examples of every README and lesson, compiled against the built packages; those of READMEs are run, too. */
export const readmeExamples: Gate = {
  name: 'readme examples',
  async run() {
    const { typeChecked, ran, failures } = await checkFences(root);
    return {
      passed: failures.length === 0,
      summary: `${typeChecked} compiled, ${ran} run`,
      details: failures.join('\n'),
    };
  },
};
