/** Runs an evaluation by name: `npm run eval -- duration [file]`. Evaluations measure; they don't pass or fail. */

import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '../..');
const [name = '', ...args] = process.argv.slice(2);
const entry = path.join(here, `${name}.ts`);
if (!/^[a-z][a-zA-Z]*$/.test(name) || !existsSync(entry)) {
  console.error(`There is no evaluation ${JSON.stringify(name)}. Say \`npm run eval -- duration\`.`);
  process.exit(2);
}
const { outputFiles } = await build({
  entryPoints: [entry],
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  write: false,
});
const evaluation = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
process.exitCode = evaluation.run(args, root);
