/** `npm run screenshots`: takes the pictures of the editor anew, and puts those of the README and of the walkthrough in their places. */

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../..');
const SHOTS = path.join(ROOT, '.vscode-host/screenshots');

run('esbuild.mjs', '--production');
run('test/support/e2e.mjs', 'node');
mkdirSync(path.join(ROOT, 'docs/images'), { recursive: true });
copyFileSync(path.join(SHOTS, 'walkthrough/window-light.png'), path.join(ROOT, 'docs/images/editor.png'));
for (const picture of ['answers', 'editor', 'overview']) {
  for (const theme of ['dark', 'high-contrast', 'high-contrast-light', 'light']) {
    const name = `walkthrough/${picture}-${theme}.png`;
    copyFileSync(path.join(SHOTS, name), path.join(ROOT, 'media', name));
  }
}
console.log(`The pictures are in ${path.relative(ROOT, SHOTS)}: look at them.`);

/** Runs a script to its end. Of the suites, those whose names say so take pictures. */
function run(...command) {
  const env = { ...process.env, E2E_GREP: 'in pictures' };
  const { status } = spawnSync(process.execPath, command, { cwd: ROOT, stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
}
