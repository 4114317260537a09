/** A command line in which the product itself breaks over certain files: built with another analysis in place of ours, for tests alone. */

import path from 'node:path';
import { build, type Plugin } from 'esbuild';

const ROOT = path.join(import.meta.dirname, '../..');
const ANALYSIS = path.join(ROOT, 'server/src/core/analysis.ts');

/** What makes the analysis of a file break that holds it, and how. */
export const BREAKS = { throws: 'BREAKS-BY-THROWING', exits: 'BREAKS-BY-EXITING', fills: 'BREAKS-BY-FILLING-THE-MEMORY' } as const;

const REPLACEMENT = `export * from ${JSON.stringify(ANALYSIS)};
import { analyse as real } from ${JSON.stringify(ANALYSIS)};
export function analyse(text, ...rest) {
  if (text.includes('${BREAKS.throws}')) throw new RangeError('out of luck');
  if (text.includes('${BREAKS.exits}')) process.exit(3);
  if (text.includes('${BREAKS.fills}')) for (const all = [];;) all.push({ number: all.length });
  return real(text, ...rest);
}`;

/** Builds it into a folder, and returns the file. */
export async function brokenCli(folder: string): Promise<string> {
  const outfile = path.join(folder, 'cli.cjs');
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['server/src/cli/main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    alias: { yaml: './node_modules/yaml/browser/index.js' },
    logLevel: 'error',
    define: { __VERSION__: '"0.0.0"', 'import.meta.url': '__filename', 'import.meta.filename': '__filename' },
    plugins: [breaking],
  });
  return outfile;
}

const breaking: Plugin = {
  name: 'breaking',
  setup(builder) {
    builder.onResolve({ filter: /\/core\/analysis\.ts$/ }, ({ importer }) =>
      importer.endsWith(path.join('cli', 'checker.ts')) ? { path: 'analysis', namespace: 'breaking' } : undefined,
    );
    builder.onLoad({ filter: /.*/, namespace: 'breaking' }, () => ({ contents: REPLACEMENT, loader: 'ts', resolveDir: ROOT }));
  },
};
