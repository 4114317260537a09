/**
 * Wrapped around the bundle of the tests in the web extension host, which has neither files nor standard output: marks
 * what the tests print, so that the run can tell it from what the workbench prints. webExtension.mjs fills it in.
 */

globalThis.VSCODE_HOST_CONTROL = '__CONTROL__';

{
  const MARK = '\u2063';
  const METHODS = ['debug', 'error', 'info', 'log', 'warn'];
  const native = globalThis.console;
  const nativeLog = native.log.bind(native);

  const print = (...values) => nativeLog(`${MARK}line ${format(...values)}`);
  const markedConsole = new Proxy(native, {
    get: (target, name) => (METHODS.includes(name) ? print : Reflect.get(target, name)),
  });

  // The tests use them; until they are filled in, nothing does.
  // eslint-disable-next-line no-unused-vars
  (function (console, module, exports) {
    /*__TESTS__*/
  })(markedConsole, module, module.exports);

  const tests = module.exports;
  module.exports = {
    async run() {
      nativeLog(`${MARK}started`);
      try {
        if (typeof tests.run !== 'function') throw new Error('The web tests do not export a function "run".');
        await tests.run();
      } catch (error) {
        print(error);
        throw error;
      } finally {
        // Messages to the console arrive in order; when this one has arrived, all the tests' lines have.
        nativeLog(`${MARK}finished`);
      }
    },
  };

  /** Formats as Node's console does, as far as test reporters need it. */
  function format(first, ...rest) {
    if (typeof first !== 'string') return [first, ...rest].map(show).join(' ');
    const filled = first.replace(/%([sdifoOj%])/g, (directive, kind) => {
      if (kind === '%') return '%';
      return rest.length > 0 ? show(rest.shift()) : directive;
    });
    return [filled, ...rest.map(show)].join(' ');
  }

  function show(value) {
    if (typeof value === 'string') return value;
    if (value instanceof Error) return value.stack ?? String(value);
    try {
      return JSON.stringify(value) ?? String(value);
    } catch {
      return String(value);
    }
  }
}
