import { command } from './command.ts';
import type { Gate } from './gate.ts';

/**
 * The pending changesets: they parse, name packages that exist, and are there if a branch changed a package.
 *
 * In a checkout without the main branch there is nothing to compare with, so only the first two are asked.
 */
export const changesets: Gate = {
  name: 'changesets',
  async run() {
    const main = await command('git', ['rev-parse', '--verify', '--quiet', 'refs/heads/main']);
    const args = main.passed ? ['status'] : ['status', '--since=HEAD'];
    const { passed, output } = await command('changeset', args);
    return { passed, details: output };
  },
};
