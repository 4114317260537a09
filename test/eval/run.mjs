/** Runs an evaluation by name: `npm run eval -- duration [file]`. Evaluations measure; they don't pass or fail. */

import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '../..');
const [name = '', ...args] = process.argv.slice(2);
const entry = path.join(here, `${name}.ts`);
if (!/^[a-z][a-zA-Z]*$/.test(name) || !existsSync(entry)) {
  console.error(`There is no evaluation ${JSON.stringify(name)}. Say \`npm run eval -- duration\`.`);
  process.exit(2);
}
// A file, and not a data URL: from there a module may load others, and what goes wrong has a place.
const outfile = path.join(root, '.e2e', `eval-${name}.mjs`);
await build({
  entryPoints: [entry],
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  outfile,
  // CommonJS packages among the bundled ones ask for Node's modules.
  banner: {
    js: `import { createRequire } from 'node:module'; const require = createRequire(${JSON.stringify(path.join(root, 'package.json'))});`,
  },
});
const evaluation = await import(pathToFileURL(outfile).href);
process.exitCode = await evaluation.run(args, root);
