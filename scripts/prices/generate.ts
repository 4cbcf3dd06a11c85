// Brings packages/core/prices and packages/core/src/prices up to date with the data that is installed:
//   node scripts/prices/generate.ts
// A second run changes nothing. `--today 2026-11-24` sets the day from which a changed price counts.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generatedFiles } from './generated-files.ts';
import { installedSource } from './source.ts';

const { values } = parseArgs({ options: { today: { type: 'string' } } });
const today = values.today ?? new Date().toISOString().slice(0, 10);
const core = join(import.meta.dirname, '../../packages/core');
const files = generatedFiles(await installedSource(), core, today);
for (const [path, text] of files) writeFileSync(join(core, path), text);
console.log(`${files.size} files are up to date.`);
