/** Opens the test host's Chromium with a fake microphone, or with none that it may use. */

import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureChromium } from '../host/chromium.mjs';
import { ensureHost } from '../host/install.mjs';

/** What it takes, installed once for all browsers. */
let installed;

/**
 * @param {{ microphone?: string }} options A WAV file that the microphone plays once, from the moment it is opened. Without one, the page
 *   asks for a microphone in vain.
 */
export async function openBrowser({ microphone } = {}) {
  installed ??= Promise.all([ensureHost(), ensureChromium()]);
  const [{ server }, executablePath] = await installed;
  const { chromium } = createRequire(path.join(server, 'package.json'))('playwright-core');
  const audio = microphone
    ? ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-audio-capture=${microphone}%noloop`]
    : ['--deny-permission-prompts'];
  return chromium.launch({ executablePath, args: ['--no-sandbox', ...audio] });
}
