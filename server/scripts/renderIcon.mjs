/** Renders media/icon.svg as media/icon.png, in the browser that the test host uses. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureChromium } from '../../test/host/chromium.mjs';

/** Pixels each way; the marketplaces show it at up to 128 on screens of twice the density. */
const SIZE = 256;

const media = path.join(import.meta.dirname, '../../media');
const folder = mkdtempSync(path.join(os.tmpdir(), 'interview-answers-icon-'));
try {
  const svg = readFileSync(path.join(media, 'icon.svg'), 'utf8');
  const page = path.join(folder, 'icon.html');
  writeFileSync(page, `<!doctype html><style>body{margin:0}svg{display:block;width:${SIZE}px;height:${SIZE}px}</style>${svg}`);
  const args = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars',
    '--force-device-scale-factor=1',
    `--user-data-dir=${folder}/profile`,
  ];
  const shot = [`--window-size=${SIZE},${SIZE}`, '--default-background-color=00000000', `--screenshot=${path.join(media, 'icon.png')}`];
  const { status, stderr } = spawnSync(await ensureChromium(), [...args, ...shot, pathToFileURL(page).href], {
    encoding: 'utf8',
    timeout: 120_000,
  });
  if (status !== 0) throw new Error(`The browser ended with ${status}:\n${stderr}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
