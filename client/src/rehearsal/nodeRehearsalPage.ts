/** Serves the rehearsal page as it is packed with the extension; needs Node. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ServePage } from './browserRehearsal.ts';
import { serveRehearsal, type PageFiles } from './loopbackServer.ts';

/** How pages are served, by the folder of the extension. */
export function pageServer(extensionPath: string): ServePage {
  return async (options) => serveRehearsal({ ...options, files: await readPage(path.join(extensionPath, 'dist/rehearsal')) });
}

async function readPage(folder: string): Promise<PageFiles> {
  const read = (name: string): Promise<string> => readFile(path.join(folder, name), 'utf8');
  const [html, css, script, worklet] = await Promise.all([read('index.html'), read('page.css'), read('page.js'), read('worklet.js')]);
  return { html, css, script, worklet };
}
