// Every gate that a change must pass, in one run; the packages have been built before.
import { architecture } from './gates/architecture.ts';
import { changesets } from './gates/changesets.ts';
import { commandGate } from './gates/command.ts';
import { runGates } from './gates/gate.ts';
import { packaging } from './gates/packaging.ts';
import { readmeExamples } from './gates/readme-examples.ts';

const turboTypes = ['run', 'types', '--continue', '--output-logs=errors-only', '--log-prefix=none'];

const gates = [
  commandGate('format and lint', 'biome', ['check', '--error-on-warnings']),
  commandGate('types', 'turbo', turboTypes),
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
