/** Packages the extension as one VSIX for every platform: interview-answers-VERSION.vsix. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createVSIX } from '@vscode/vsce';

const ROOT = path.join(import.meta.dirname, '../..');

/** Builds and packages; returns the path of the VSIX. */
export async function packageExtension() {
  const { name, version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const packagePath = path.join(ROOT, `${name}-${version}.vsix`);
  // Everything is bundled, so no dependency goes along.
  await createVSIX({ cwd: ROOT, packagePath, dependencies: false });
  return packagePath;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await packageExtension();
