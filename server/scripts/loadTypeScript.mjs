/** Lets scripts use the product's own modules: the oldest Node that is supported can't read TypeScript by itself. */

import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The exports of a module, by its path from the root of the repository. It is bundled into `.tsc`. */
export async function loadTypeScript(module) {
  const outfile = path.join(ROOT, '.tsc/scripts', `${path.basename(module, '.ts')}.cjs`);
  await build({ absWorkingDir: ROOT, entryPoints: [module], outfile, bundle: true, format: 'cjs', platform: 'node', logLevel: 'error' });
  return import(pathToFileURL(outfile).href);
}
