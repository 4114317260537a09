/** Opens VS Code's workbench in a headless browser, with an extension and its tests. */

import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { QUIET_SETTINGS } from './settings.mjs';

const VIEWPORT = { width: 1280, height: 800 };
const CLOSE_MS = 5000;

/** What shim.web.js marks the tests' lines with. */
const MARKED = /\u2063(started|finished|line ?)([\s\S]*)/;

const BROWSER_SWITCHES = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  // Chromium refuses to run as root with its sandbox, and many containers do not allow it one. It opens our page only.
  '--no-sandbox',
];

/** A WAV file that the microphone plays once, each time that it is opened; without one, there is no microphone. */
const MICROPHONE = process.env.VSCODE_HOST_MICROPHONE;

function microphoneSwitches() {
  if (!MICROPHONE) return [];
  return ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-audio-capture=${MICROPHONE}%noloop`];
}

/**
 * @typedef {object} Target What the workbench opens.
 * @property {'folder' | 'workspace' | 'file' | 'nothing'} kind
 * @property {string} [path]
 */

/**
 * @typedef {object} Workbench
 * @property {any} page Playwright's page.
 * @property {(query: URLSearchParams) => Promise<unknown>} open Goes to the workbench with what `workbenchQuery()` made.
 * @property {Promise<number>} exited VS Code has run the tests; their exit code.
 * @property {Promise<void>} finished The last line of the tests has arrived (web extension host only).
 * @property {Promise<void>} crashed
 * @property {() => boolean} hasStarted Whether the tests run (web extension host only).
 */

/**
 * Starts the browser.
 * @param {import('./layout.mjs').Host} host
 * @param {string} chromium The browser's path.
 * @param {string} folder A temporary folder, for what it would otherwise leave in the user's home folder.
 */
export function startBrowser(host, chromium, folder) {
  const require = createRequire(path.join(host.server, 'package.json'));
  return require('playwright-core').chromium.launch({
    executablePath: chromium,
    args: [...BROWSER_SWITCHES, ...microphoneSwitches()],
    env: { ...process.env, TMPDIR: folder, XDG_CACHE_HOME: folder, XDG_CONFIG_HOME: folder },
    // The run stops the browser itself, after it has saved what the tests printed.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/**
 * Makes a page that is ready to open the workbench.
 * @param {object} options
 * @param {any} options.browser
 * @param {import('./server.mjs').Server} options.server
 * @param {string} [options.locale]
 * @param {object} options.defaults Default values of settings, on top of those that keep VS Code quiet.
 * @param {import('./webExtension.mjs').WebExtensions} [options.web] For the web extension host.
 * @param {(line: string) => void} options.onLine Gets what the tests print (web extension host only).
 * @param {(text: string) => void} options.onLog Gets what helps to find out why something went wrong.
 * @returns {Promise<Workbench>}
 */
export async function prepareWorkbench({ browser, server, locale = 'en-US', defaults, web, onLine, onLog }) {
  const context = await browser.newContext({
    viewport: VIEWPORT,
    locale,
    // Who is granted something is refused everything else.
    permissions: ['clipboard-read', 'clipboard-write', ...(MICROPHONE ? ['microphone'] : [])],
  });
  const isElsewhere = ({ protocol, hostname }) => protocol.startsWith('http') && hostname !== '127.0.0.1' && hostname !== 'localhost';
  await context.route(isElsewhere, (route) => route.abort());
  await context.addInitScript(extendConfiguration, {
    configurationDefaults: { ...QUIET_SETTINGS, ...defaults },
    developmentOptions: web ?? {},
  });
  // A language pack would say so; what extensions bring along needs none.
  if (!locale.startsWith('en')) await context.addInitScript(speak, locale);
  const page = await context.newPage();
  const marks = readConsole(page, onLine, onLog);
  const crashed = new Promise((resolve) => page.once('crash', resolve));
  // VS Code reports a test run's end by these two functions, and looks for them when it starts.
  await page.exposeFunction('codeAutomationLog', () => {});
  let exit;
  const exited = new Promise((resolve) => (exit = resolve));
  await page.exposeFunction('codeAutomationExit', (code) => exit(code));
  return {
    page,
    exited,
    crashed,
    finished: marks.finished,
    hasStarted: marks.hasStarted,
    open(query) {
      const all = new URLSearchParams([...Object.entries(server.access), ...query]);
      return page.goto(`${server.origin}/?${all}`, { waitUntil: 'domcontentloaded' });
    },
  };
}

/**
 * Ends the browser, without waiting for one that hangs.
 * @param {any} browser
 */
export async function closeBrowser(browser) {
  await Promise.race([browser.close().catch(() => {}), delay(CLOSE_MS)]);
}

/**
 * Runs in the page, before the workbench: adds to the configuration that the server wrote into the HTML. The HTML itself
 * is not replaced, as Chromium forbids the WebSockets of a page that did not really come from loopback.
 */
function extendConfiguration(additions) {
  const getAttribute = Element.prototype.getAttribute;
  Element.prototype.getAttribute = function (name) {
    const value = getAttribute.call(this, name);
    if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings') return value;
    const configuration = JSON.parse(value);
    for (const [key, addition] of Object.entries(additions)) configuration[key] = { ...configuration[key], ...addition };
    return JSON.stringify(configuration);
  };
}

/** Runs in the page: the workbench takes this for its language, and tells it to extensions. */
function speak(language) {
  Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { value: language });
}

/** Tells the tests' lines from the workbench's messages. */
function readConsole(page, onLine, onLog) {
  let started = false;
  let finish;
  const finished = new Promise((resolve) => (finish = resolve));
  page.on('pageerror', (error) => onLog(`[page] ${error.message}\n`));
  page.on('console', (message) => {
    const [, kind, text] = MARKED.exec(message.text()) ?? [];
    if (kind === undefined) onLog(`[page ${message.type()}] ${message.text()}\n`);
    else if (kind === 'started') started = true;
    else if (kind === 'finished') finish();
    else onLine(text);
  });
  return { finished, hasStarted: () => started };
}

/**
 * Builds the part of the workbench's address that says what it opens and tests.
 * @param {object} options
 * @param {import('./server.mjs').Server} options.server
 * @param {Target} options.target
 * @param {string[]} options.extensionFolders For the Node extension host.
 * @param {string} [options.tests] For the Node extension host.
 * @returns {URLSearchParams}
 */
export function workbenchQuery({ server, target, extensionFolders, tests }) {
  const remote = (file) => `vscode-remote://${server.authority}${file.split('/').map(encodeURIComponent).join('/')}`;
  const payload = extensionFolders.map((folder) => ['extensionDevelopmentPath', remote(folder)]);
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  payload.push(['enableProposedApi', ''], ['skipWelcome', 'true']);
  if (target.kind === 'file') payload.push(['openFile', remote(target.path)]);

  const query = new URLSearchParams();
  if (target.kind === 'folder' || target.kind === 'workspace') query.set(target.kind, target.path);
  else query.set('ew', 'true');
  query.set('payload', JSON.stringify(payload));
  return query;
}
