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
  // CommonJS packages among the bundled ones ask for Node's modules.
  banner: {
    js: `import { createRequire } from 'node:module'; const require = createRequire(${JSON.stringify(path.join(root, 'package.json'))});`,
  },
});
const evaluation = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
process.exitCode = await evaluation.run(args, root);
