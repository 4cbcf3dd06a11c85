// Every gate that a change must pass, in one run.
import { architecture } from './gates/architecture.ts';
import { changesets } from './gates/changesets.ts';
import { commandGate } from './gates/command.ts';
import { runGates } from './gates/gate.ts';
import { packaging } from './gates/packaging.ts';
import { readmeExamples } from './gates/readme-examples.ts';

const everywhere = ['--continue', '--output-logs=errors-only', '--log-prefix=none'];

const gates = [
  commandGate('build', 'turbo', ['run', 'build', ...everywhere]),
  commandGate('format and lint', 'biome', ['check', '--error-on-warnings']),
  commandGate('types', 'turbo', ['run', 'types', ...everywhere]),
  commandGate('boundaries', 'turbo', ['boundaries']),
  architecture,
  packaging,
  commandGate('unused code', 'knip', ['--no-progress']),
  changesets,
  readmeExamples,
];

const { passed, failed } = await runGates(gates, console.log, performance.now.bind(performance));
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
