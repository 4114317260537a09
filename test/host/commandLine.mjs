/** Reads the command line of desktop VS Code, as far as a test run can use it. */

/**
 * @typedef {object} Options
 * @property {string[]} extensionFolders --extensionDevelopmentPath, any number.
 * @property {boolean} web --extensionDevelopmentKind=web: run in the web worker extension host.
 * @property {string} [tests] --extensionTestsPath: the module whose run() is the test suite.
 * @property {string[]} open The folder, file or workspace to open.
 * @property {string} [userData] --user-data-dir.
 * @property {string} [extensions] --extensions-dir.
 * @property {boolean} disableExtensions --disable-extensions: none but the built-in ones and those under development.
 * @property {string[]} proposedApi --enable-proposed-api.
 * @property {string[]} install --install-extension.
 * @property {boolean} list --list-extensions.
 * @property {boolean} version --version.
 * @property {string} [locale] --locale.
 * @property {string} [logLevel] --log.
 */

const ignore = () => {};

/** Options that take a value. Those without a meaning here are listed to be read over together with it. */
const VALUES = new Map([
  ['extensionDevelopmentPath', (options, value) => options.extensionFolders.push(value)],
  ['extensionDevelopmentKind', (options, value) => (options.web ||= value === 'web')],
  ['extensionTestsPath', (options, value) => (options.tests = value)],
  ['folder-uri', (options, value) => options.open.push(value)],
  ['file-uri', (options, value) => options.open.push(value)],
  ['user-data-dir', (options, value) => (options.userData = value)],
  ['extensions-dir', (options, value) => (options.extensions = value)],
  ['enable-proposed-api', (options, value) => options.proposedApi.push(value)],
  ['install-extension', (options, value) => options.install.push(value)],
  ['locale', (options, value) => (options.locale = value)],
  ['log', (options, value) => (options.logLevel = value)],
  ['crash-reporter-directory', ignore],
  ['disable-extension', ignore],
  ['profile', ignore],
  ['timeout', ignore],
]);

const SWITCHES = new Map([
  ['disable-extensions', (options) => (options.disableExtensions = true)],
  ['list-extensions', (options) => (options.list = true)],
  ['version', (options) => (options.version = true)],
]);

/**
 * Reads a command line. Unknown switches are for Electron or for the desktop's windows, and are ignored.
 * @param {string[]} args
 * @returns {Options}
 */
export function parseCommandLine(args) {
  const options = {
    extensionFolders: [],
    web: false,
    open: [],
    disableExtensions: false,
    proposedApi: [],
    install: [],
    list: false,
    version: false,
  };
  const rest = [...args];
  while (rest.length > 0) {
    const arg = rest.shift();
    const [, name, value] = /^--([^=]+)(?:=([\s\S]*))?$/.exec(arg) ?? [];
    if (VALUES.has(name)) VALUES.get(name)(options, value ?? takeValue(name, rest));
    else if (SWITCHES.has(name)) SWITCHES.get(name)(options);
    else if (!arg.startsWith('-')) options.open.push(arg);
  }
  return options;
}

function takeValue(name, rest) {
  // The one option whose value may be left out: without it, every extension may use proposed API.
  if (name === 'enable-proposed-api' && (rest.length === 0 || rest[0].startsWith('-'))) return '';
  const value = rest.shift();
  if (value === undefined) throw new Error(`--${name} needs a value.`);
  return value;
}
