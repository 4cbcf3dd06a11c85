import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from './command.ts';
import type { Gate } from './gate.ts';

interface VitestReport {
  readonly numTotalTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly status: string;
      readonly title: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** The architecture test, with each broken rule as its reason and the places that break it. */
export const architecture: Gate = {
  name: 'architecture',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'farebox-architecture-'));
    const file = join(folder, 'report.json');
    try {
      const { passed, output } = await command('vitest', [
        'run',
        '--project=repository',
        'scripts/architecture.test.ts',
        '--reporter=json',
        `--outputFile=${file}`,
      ]);
      if (!existsSync(file)) return { passed: false, details: output };
      const report: VitestReport = JSON.parse(readFileSync(file, 'utf8'));
      const broken = report.testResults
        .flatMap((result) => result.assertionResults)
        .filter(({ status }) => status === 'failed')
        .map(({ title, failureMessages }) => `${title}\n${failureMessages.map(said).join('\n')}`);
      return {
        passed,
        summary: `${report.numTotalTests} rules`,
        details: broken.length > 0 ? broken.join('\n\n') : output,
      };
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

/** A failure's message without the stack below it. */
function said(failure: string): string {
  return failure.replace(/\n\s+at [\s\S]*$/, '').replace(/^AssertionError: /, '');
}
