/**
 * Lets tests that run inside the extension host see and drive the workbench they run in, over HTTP on loopback.
 *
 * A test sends POST <VSCODE_HOST_CONTROL>/<command> with a JSON object, and gets a JSON object. Failures have a status
 * other than 200 and say why in `error`. The address contains a token that is new in every run. `workbenchControl.mjs` is
 * the client; it works in the Node extension host and in the web one.
 *
 *   screenshot  {path, selector?, webview?}            → {path}   below VSCODE_HOST_SHOTS, whole window or one element
 *   keyboard    {press: [keys]} or {type, delay?}      → {ms?}    keys as in Playwright: 'Control+Shift+P', 'ArrowDown'
 *   click       {selector, webview?, button?, …}       → {ms?}
 *   waitFor     {selector, webview?, state?, timeout?} → {ms}     state: visible (default), hidden, attached, detached
 *   evaluate    {expression, webview?}                 → {value}  in the page or in a webview; the value as JSON
 *   resize      {width, height}                        → {}
 *   media       {colorScheme?, reducedMotion?, forcedColors?} → {} as in Playwright's emulateMedia
 *   closeTabs   {}                                     → {}       closes what the workbench has opened
 *   initScript  {source}                               → {}       runs first in every frame made from now on
 *
 * Every command takes a `tab`: the number of a page that the workbench has opened, from 1, once it is there.
 * `webview` is the number of a visible webview, from 0. keyboard and click accept `until`, the arguments of a waitFor:
 * then `ms` is the time from the first key or the click to when that is so. `timeout` is in milliseconds.
 */

import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { SHOTS } from './layout.mjs';

const TIMEOUT_MS = 10_000;

/** Playwright's page, as its types are installed only together with the host. @typedef {any} Page */

/** @type {Record<string, (page: Page, request: any) => Promise<object>>} */
const COMMANDS = {
  async screenshot(page, { path: name, selector, webview }) {
    const file = screenshotPath(name);
    const target = selector === undefined && webview === undefined ? page : find(page, { selector: selector ?? 'body', webview });
    await target.screenshot({ path: file, timeout: TIMEOUT_MS });
    return { path: file };
  },
  async keyboard(page, { press = [], type, delay, until }) {
    return timed(page, until, async () => {
      for (const keys of press) await page.keyboard.press(keys);
      if (type !== undefined) await page.keyboard.type(type, { delay });
    });
  },
  async click(page, { selector, webview, until, ...options }) {
    return timed(page, until, () => find(page, { selector, webview }).click({ timeout: TIMEOUT_MS, ...options }));
  },
  async waitFor(page, target) {
    return timed(page, target, async () => {});
  },
  async evaluate(page, { expression, webview }) {
    const value =
      webview === undefined
        ? await page.evaluate(expression)
        : await find(page, { selector: 'html', webview }).evaluate(expression, undefined, { timeout: TIMEOUT_MS });
    return { value };
  },
  async resize(page, { width, height }) {
    await page.setViewportSize({ width, height });
    return {};
  },
  async media(page, features) {
    await page.emulateMedia(features);
    return {};
  },
  async closeTabs(page) {
    for (const opened of page.context().pages().slice(1)) await opened.close({ runBeforeUnload: false });
    return {};
  },
  async initScript(page, { source }) {
    await page.context().addInitScript({ content: source });
    return {};
  },
};

/** An element of the workbench, or of what a webview shows: VS Code nests that two frames deep. */
function find(page, { selector, webview }) {
  if (typeof selector !== 'string') throw new Error('"selector" is missing.');
  if (webview === undefined) return page.locator(selector).first();
  const outer = page.locator('iframe.webview.ready').filter({ visible: true }).nth(webview);
  return outer.contentFrame().locator('#active-frame').contentFrame().locator(selector).first();
}

/** A page that the workbench has opened, now or in a moment; without a number, the workbench. */
async function tabOf(page, tab) {
  if (tab === undefined || page.context().pages()[tab] === page) return page;
  const found = page.context().pages()[tab] ?? (await page.context().waitForEvent('page', { timeout: TIMEOUT_MS }));
  await found.waitForLoadState('load', { timeout: TIMEOUT_MS });
  return found;
}

/** Does something and waits for its effect, if one is named. */
async function timed(page, until, action) {
  const start = performance.now();
  await action();
  if (!until) return {};
  const { state = 'visible', timeout = TIMEOUT_MS } = until;
  await find(await tabOf(page, until.tab), until).waitFor({ state, timeout });
  return { ms: performance.now() - start };
}

function screenshotPath(name) {
  if (typeof name !== 'string') throw new Error('"path" is missing.');
  const file = path.resolve(SHOTS, name);
  if (!file.startsWith(SHOTS + path.sep)) throw new Error(`${file} is outside of ${SHOTS}.`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  return file;
}

/**
 * Starts to answer commands.
 * @param {() => Page | undefined} getPage The page exists only some time after the address has to be known.
 * @returns {Promise<{ url: string, close: () => void }>} The address for VSCODE_HOST_CONTROL.
 */
export async function startControl(getPage) {
  const token = randomBytes(16).toString('hex');
  const server = createServer(async (request, response) => {
    const [, given, command] = (request.url ?? '').split('/');
    const answer = (status, body) => {
      // The web extension host's origin is the workbench's; the token, not the origin, says who may ask.
      const headers = { 'access-control-allow-origin': '*', 'content-type': 'application/json' };
      response.writeHead(status, headers).end(JSON.stringify(body));
    };
    if (given !== token || request.method !== 'POST') return answer(403, { error: 'Refused.' });
    if (!Object.hasOwn(COMMANDS, command)) return answer(404, { error: `There is no command "${command}".` });
    try {
      const page = getPage();
      if (!page) throw new Error('The workbench is not open yet.');
      const { tab, ...given } = JSON.parse((await readBody(request)) || '{}');
      answer(200, await COMMANDS[command](await tabOf(page, tab), given));
    } catch (error) {
      answer(500, { error: error.message });
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/${token}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function readBody(request) {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return body;
}
